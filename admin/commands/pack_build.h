#pragma once
// pufa-admin pack build: an author's folder becomes a pack, signed if there is a key, or every
// fault is named and nothing is written.

#include "admin/commands/pack_check.h"
#include "content/pack/pack.h"
#include "content/pack/seal.h"

#include <optional>

namespace pufa::admin {

struct BuildReport {
    CheckReport check;
    std::filesystem::path output;
    std::optional<uint64_t> bytes; ///< of the pack; nothing was written without
    bool is_signed = true;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] int exit_code() const { return check.exit_code(); }
};

/// What the folder has wrong is in the report; errors are those of read_folder and write_pack.
[[nodiscard]] Result<BuildReport> build_pack(const std::filesystem::path& folder,
                                             const author::ReadOptions& options,
                                             const std::optional<pack::SecretKey>& key,
                                             const std::filesystem::path& output,
                                             const pack::Progress& progress);

void register_pack_build(CLI::App& pack, Context& context);

} // namespace pufa::admin
