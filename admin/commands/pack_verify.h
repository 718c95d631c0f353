#pragma once
// pufa-admin pack verify: every byte of a pack is what its publisher signed.

#include "admin/context.h"
#include "content/pack/pack.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct VerifyReport {
    std::filesystem::path file;
    model::PackId id;
    model::LocalizedText title;
    int64_t sequence = 0;
    std::string signer;
    size_t members = 0;
    uint64_t size = 0;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<VerifyReport> verify_pack(const std::filesystem::path& file,
                                               const pack::Trust& trust, WallTime now,
                                               const pack::Progress& progress);

void register_pack_verify(CLI::App& pack, Context& context);

} // namespace pufa::admin
