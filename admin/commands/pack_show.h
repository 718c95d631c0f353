#pragma once
// pufa-admin pack show: what a signed pack says it holds. Its members are not hashed.

#include "admin/context.h"
#include "content/pack/pack.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct ShowReport {
    pack::Manifest manifest;
    std::string signer;
    uint64_t size = 0;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<ShowReport> show_pack(const std::filesystem::path& file,
                                           const pack::Trust& trust, WallTime now);

void register_pack_show(CLI::App& pack, Context& context);

} // namespace pufa::admin
