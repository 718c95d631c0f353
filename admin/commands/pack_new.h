#pragma once
// pufa-admin pack new: a folder to begin from, which pack check already accepts.

#include "admin/context.h"
#include "content/model/ids.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct NewFolderReport {
    std::filesystem::path folder;
    model::PackId id;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// `id` may be empty: then it is "publisher/" and the folder's name where that can be an id.
/// BAD_USAGE for anything else that is no publisher/pack; ALREADY_EXISTS.
[[nodiscard]] Result<NewFolderReport> new_folder(const std::filesystem::path& folder,
                                                 const std::string& id, WallTime now);

void register_pack_new(CLI::App& pack, Context& context);

} // namespace pufa::admin
