#pragma once
// pufa-admin pack sign: puts a signature into a pack, in place of any that it had.

#include "admin/context.h"
#include "content/pack/pack.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct SignReport {
    std::filesystem::path file;
    std::filesystem::path output;
    model::PackId id;
    model::LocalizedText title;
    int64_t sequence = 0;
    std::string key; ///< its number

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// `output` may be `file`. Refuses what open_for_signing and sign_pack refuse; then nothing has
/// changed.
[[nodiscard]] Result<SignReport> sign_pack(const std::filesystem::path& file,
                                           const pack::SecretKey& key,
                                           const std::filesystem::path& output,
                                           const pack::Progress& progress);

void register_pack_sign(CLI::App& pack, Context& context);

} // namespace pufa::admin
