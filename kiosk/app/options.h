#pragma once
// The command line of pufa-kiosk.

#include "content/base/clock.h"
#include "content/base/error.h"
#include "content/model/text.h"
#include "kiosk/platform/window.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::app {

struct Size {
    int width = 0;
    int height = 0;
    bool operator==(const Size&) const = default;
};

enum class Task { kiosk, self_test, gallery };
enum class Output { text, json };

struct Options {
    Task task = Task::kiosk;
    std::filesystem::path state;       ///< empty: the configuration's, else the default
    std::filesystem::path config;      ///< empty: kiosk.toml of base::config_folder
    std::optional<Size> windowed;      ///< none: fullscreen
    std::optional<base::WallTime> now; ///< the wall clock starts here
    std::optional<model::Language> language;
    std::optional<platform::DrawnBy> presenter; ///< none: the configuration's
    std::optional<int> rotation;                ///< degrees clockwise; none: the configuration's
    std::filesystem::path touch_map; ///< where to say what can be touched; empty: nowhere
    // Of the self-test:
    std::filesystem::path shots;
    std::filesystem::path tally; ///< empty: a temporary folder
    Output output = Output::text;
};

/// What --help prints; the program ends with 0.
struct HelpAsked {
    std::string text;
};

/// `arguments` without the program's name. Errors are BAD_USAGE; `language` is that of the help.
[[nodiscard]] std::variant<Options, HelpAsked, Error>
parse_options(const std::vector<std::string>& arguments, model::Language language);

/// The language that LC_ALL, LC_MESSAGES or LANG ask for; zh-Hans if they ask for none.
[[nodiscard]] model::Language language_of_environment();

} // namespace pufa::app
