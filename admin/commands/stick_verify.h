#pragma once
// pufa-admin stick verify: reads again what `stick carry` wrote, after the stick was mounted anew.

#include "admin/context.h"

#include <filesystem>

namespace CLI {
class App;
}

namespace pufa::admin {

struct StickVerifyReport {
    std::filesystem::path folder;
    size_t files = 0;

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// `folder` as carry told it, or relative to `stick`; one that is not on it is BAD_USAGE. Errors:
/// those of stick::verify_folder.
[[nodiscard]] Result<StickVerifyReport> verify_carried(const std::filesystem::path& stick,
                                                       const std::filesystem::path& folder);

void register_stick_verify(CLI::App& stick, Context& context);

} // namespace pufa::admin
