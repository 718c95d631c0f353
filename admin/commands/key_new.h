#pragma once
// pufa-admin key new: a key pair in minisign's own files. Never overwrites.

#include "admin/context.h"
#include "content/pack/seal.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct KeyReport {
    std::string name;
    std::string id; ///< as minisign prints it
    std::filesystem::path public_file;
    std::filesystem::path secret_file; ///< mode 0600
    bool encrypted = false;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// Makes <folder>/<name>.pub and .key; an empty passphrase leaves the key unencrypted.
/// ALREADY_EXISTS if either is there, BAD_USAGE for a name that is no file name.
[[nodiscard]] Result<KeyReport> new_key(const std::string& name,
                                        const std::filesystem::path& folder,
                                        std::string_view passphrase,
                                        pack::KeyCost cost = pack::KeyCost::full);

void register_key_new(CLI::App& key, Context& context);

} // namespace pufa::admin
