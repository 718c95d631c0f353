#include "content/pack/sequence_rules.h"

#include <fmt/format.h>

namespace pufa::pack {

Result<void> check_sequence(const OpenPack& offered, const std::optional<KnownPack>& pack,
                            const std::optional<KnownVersion>& version) {
    const auto sequence = offered.manifest.sequence;
    if (!pack) return {};
    if (sequence < pack->highest_sequence)
        return Error{Code::ROLLBACK, offered.where,
                     fmt::format("version {}, already seen {}", sequence, pack->highest_sequence)};
    if (version && version->manifest_sha256 != offered.manifest_sha256)
        return Error{Code::ROLLBACK, offered.where,
                     fmt::format("version {} is installed with other content", sequence)};
    const auto& seen = pack->highest_manifest_sha256;
    if (sequence == pack->highest_sequence && !seen.empty() && seen != offered.manifest_sha256)
        return Error{Code::ROLLBACK, offered.where,
                     fmt::format("version {} was seen with other content", sequence)};
    return {};
}

} // namespace pufa::pack
