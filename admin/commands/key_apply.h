#pragma once
// pufa-admin key apply: this machine takes up a signed statement of keys.

#include "admin/context.h"
#include "content/pack/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

struct ApplyReport {
    std::filesystem::path file;
    pack::Store::Applied applied;
    std::vector<std::filesystem::path> to_delete; ///< .pub files of revoked keys

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<ApplyReport> apply_statement(const std::filesystem::path& file,
                                                  const base::StatePaths& paths,
                                                  const pack::Trust& folder, WallTime now);

void register_key_apply(CLI::App& key, Context& context);

} // namespace pufa::admin
