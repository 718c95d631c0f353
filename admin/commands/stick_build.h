#pragma once
// pufa-admin stick build: an author's folder on a stick is checked, built and signed with the key
// on that stick, and the pack is written back. It is built on this machine's disk: a stick is slow,
// and only what is whole goes onto it.

#include "admin/commands/pack_check.h"
#include "admin/context.h"
#include "admin/signing_key.h"
#include "content/stick/new_folder.h"

#include <filesystem>
#include <optional>

namespace CLI {
class App;
}

namespace pufa::admin {

struct StickBuildReport {
    CheckReport check;
    int64_t sequence = 0;
    std::optional<stick::WrittenFile> pack; ///< none: the folder has errors

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] int exit_code() const { return check.exit_code(); }
};

struct StickBuildOptions {
    std::filesystem::path stick;
    std::filesystem::path source;
    author::ReadOptions reading;
};
/// NO_SPACE if the disk's reserve would be touched, LOCKED while another such build is at work,
/// ALREADY_EXISTS if another pack of this version is on the stick; errors of read_folder and of
/// write_pack.
[[nodiscard]] Result<StickBuildReport> build_on_stick(const StickBuildOptions& options,
                                                      const pack::SecretKey& key,
                                                      const base::StatePaths& paths,
                                                      const pack::Progress& progress);

void register_stick_build(CLI::App& stick, Context& context);

} // namespace pufa::admin
