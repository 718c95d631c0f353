// What staff are told about the keys of a machine.

#include "content/pack/statement.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::pack {

namespace {

using Kind = TrustFinding::Kind;

std::string named(const TrustedKey& key) {
    return fmt::format("{} ({})", key.name, id_text(key));
}

/// The keys of the folder that can be read; the others are findings.
Trust read_what_can_be(const std::filesystem::path& folder, std::vector<TrustFinding>& findings) {
    Trust trust;
    const auto files = trust_files(folder);
    if (!files) {
        findings.push_back({Kind::unreadable, folder.string(), {}, {}, files.error()});
        return trust;
    }
    for (const auto& file : *files) {
        if (auto key = read_trusted_key(file))
            trust.keys.push_back(std::move(key).value());
        else
            findings.push_back({Kind::unreadable, key.error().where, {}, {}, key.error()});
    }
    return trust;
}

} // namespace

std::vector<TrustFinding> trust_findings(const std::filesystem::path& folder,
                                         const std::vector<SealedStatement>& taken, WallTime now) {
    std::vector<TrustFinding> findings;
    const auto held = read_what_can_be(folder, findings);
    const auto effective = effective_trust(held, taken);
    for (const auto& error : effective.refused)
        findings.push_back({Kind::bad_statement, error.where, {}, {}, error});
    for (const auto& key : held.keys) {
        if (effective.trust.find_revoked(key.id))
            findings.push_back({Kind::revoked_in_folder, key.from, named(key), {}, {}});
    }
    const auto today = base::to_local(now).date;
    bool usable = false;
    for (const auto& key : effective.trust.keys) {
        const int days =
            key.not_after ? base::days_between(today, *key.not_after) : k_expiry_notice_days + 1;
        usable = usable || days >= 0;
        if (days > k_expiry_notice_days) continue;
        findings.push_back({days < 0 ? Kind::expired : Kind::expires_soon,
                            key.from,
                            named(key),
                            key.not_after,
                            {}});
    }
    if (!usable) findings.push_back({Kind::no_key, folder.string(), {}, {}, {}});
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto& one, const auto& other) { return one.kind < other.kind; });
    return findings;
}

} // namespace pufa::pack
