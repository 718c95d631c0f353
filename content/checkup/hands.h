#pragma once
// The part of the one-minute check that needs a person: whether the sound was heard, the picture is
// clean, the whole panel answers. The kiosk keeps what was found in <state>/check.json; doctor and
// the desk say what is to be done about it. Pure but for reading the file.

#include "content/base/clock.h"
#include "content/base/result.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::checkup {

enum class Part { sound, picture, touch };
inline constexpr std::array k_parts{Part::sound, Part::picture, Part::touch};
/// "sound": in the file, in the keys of sentences and of the desk's buttons.
[[nodiscard]] std::string_view name(Part part);
[[nodiscard]] std::optional<Part> parse_part(std::string_view name);

/// `unanswered`: it was begun and nobody said what came of it.
enum class Answer { passed, failed, unanswered };

struct Found {
    WallTime when{};
    Answer answer = Answer::unanswered;
    bool operator==(const Found&) const = default;
};

/// The panel as a grid of targets, row by row from the upper left corner as visitors see it.
struct Grid {
    int columns = 0, rows = 0;
    std::vector<bool> touched{}; ///< columns * rows of them
    bool operator==(const Grid&) const = default;

    static Grid of(int columns, int rows);
    /// Counted from 1; those of which no target was touched.
    [[nodiscard]] std::vector<int> dead_rows() const;
    [[nodiscard]] std::vector<int> dead_columns() const;
    [[nodiscard]] int missing() const; ///< targets that were not touched
};

struct Hands {
    std::array<std::optional<Found>, k_parts.size()> found{}; ///< by Part
    bool no_device = false;     ///< the sound failed because the machine has none
    std::optional<Grid> grid{}; ///< of the touch part that failed
    bool operator==(const Hands&) const = default;

    [[nodiscard]] const std::optional<Found>& of(Part part) const {
        return found[static_cast<size_t>(part)];
    }
    [[nodiscard]] std::optional<Found>& of(Part part) { return found[static_cast<size_t>(part)]; }
};

/// <state>/check.json
[[nodiscard]] std::filesystem::path hands_file(const std::filesystem::path& state);
/// Nothing found where there is no file. BAD_SOURCE for what is no such file; what it says beyond
/// what is known here is left out.
[[nodiscard]] Result<Hands> load_hands(const std::filesystem::path& file);
[[nodiscard]] std::string to_json(const Hands& hands);

/// What is to be said: the sentence is "doctor." + `check`, filled with `words`.
struct Line {
    enum class Health { ok, look, wrong } health = Health::ok;
    std::string check; ///< "hands-sound-failed"
    std::vector<std::pair<std::string, std::string>> words{};
};
/// Of a part that was begun.
[[nodiscard]] std::optional<Line> line_of(const Hands& hands, Part part);
/// Of all parts in their order, and a line of its own where nobody ever checked.
[[nodiscard]] std::vector<Line> lines_of(const Hands& hands);
/// All of them begin so.
inline constexpr std::string_view k_line_prefix = "hands-";

} // namespace pufa::checkup
