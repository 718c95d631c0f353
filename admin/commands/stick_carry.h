#pragma once
// pufa-admin stick carry: this kiosk's statistics and health onto a stick, to be taken away. Into a
// new folder each time (PUFA/带走/<kiosk>/<date and time>), whole and read back, or not at all.

#include "admin/context.h"
#include "content/stick/new_folder.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

/// Below PUFA on the stick; each kiosk has a folder of its own in there.
inline constexpr const char* k_carried_folder = "带走";

struct StickCarryReport {
    stick::NewFolder::Finished carried;
    /// What the statistics lack (a damaged day, titles); the rest was carried all the same.
    std::vector<Error> lacks;
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    /// "errors" only if there are any.
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// BAD_CONFIG; NO_SPACE, READ_ONLY, NOT_READ_BACK and errno errors of the stick,
/// after which nothing new is on it.
[[nodiscard]] Result<StickCarryReport> carry(const std::filesystem::path& stick,
                                             const Context& context);

/// What this kiosk's folder is called: its `place`, else its `site`, else a number of its own.
[[nodiscard]] std::string kiosk_folder_name(const KioskConfig& config, const std::string& name);

void register_stick_carry(CLI::App& stick, Context& context);

} // namespace pufa::admin
