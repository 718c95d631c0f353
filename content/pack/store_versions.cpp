#include "content/base/cancel.h"
#include "content/pack/store.h"
#include "content/pack/store_rows.h"
#include "content/pack/store_sql.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::pack {

namespace {

Error not_installed(const model::PackId& id) {
    return {Code::NOT_INSTALLED, id.value, "no version"};
}

} // namespace

Result<void> check_compromised(const OpenPack& installed, const Trust& trust) {
    const auto* revoked = trust.find_revoked(installed.signer.id);
    if (!revoked || revoked->reason != Reason::compromised) return {};
    return Error{Code::REVOKED_KEY, installed.where, id_text(installed.signer)};
}

/// A version that was just read and found sound becomes, or stays, the active one.
Result<void> Store::show_verified(const model::PackId& id, int64_t sequence, WallTime now,
                                  std::string_view why) {
    return m_database.transaction([&]() -> Result<void> {
        PUFA_TRY(const auto before, find_pack(m_database, id));
        PUFA_CHECK(make_active(m_database, id, sequence));
        PUFA_CHECK(mark_sound(m_database, id, sequence, now));
        PUFA_CHECK(add_history(m_database, now, why, id, sequence,
                               before ? before->active : std::nullopt));
        return raise_revision(m_database);
    });
}

Result<Store::Activated> Store::activate(const model::PackId& id, int64_t sequence,
                                         const Trust& folder, WallTime clock,
                                         const Progress& progress) {
    PUFA_TRY(const auto pack, find_pack(m_database, id));
    PUFA_TRY(const auto known, find_version(m_database, id, sequence));
    if (!pack || !known)
        return Error{Code::NOT_INSTALLED, id.value, fmt::format("version {}", sequence)};
    Activated done;
    if (!known->active || known->damaged) {
        PUFA_TRY(const auto judged_by, judge(folder, clock));
        PUFA_TRY(const auto installed,
                 open_verified(m_paths.root / known->file, known->manifest_sha256, progress));
        PUFA_CHECK(check_compromised(installed, judged_by.trust));
        PUFA_CHECK(base::check_cancelled(id.value));
        const auto* why = known->active                              ? "mended"
                          : pack->active && sequence < *pack->active ? "rolled-back"
                                                                     : "activated";
        PUFA_CHECK(show_verified(id, sequence, clock, why));
        done.from_sequence = pack->active;
    }
    PUFA_TRY(done.pack, active_version(id));
    return done;
}

Result<Store::Activated> Store::roll_back(const model::PackId& id, const Trust& folder,
                                          WallTime clock, const Progress& progress) {
    PUFA_TRY(const auto installed, versions(id));
    if (installed.empty()) return not_installed(id);
    const auto active = std::find_if(installed.begin(), installed.end(),
                                     [](const InstalledPack& pack) { return pack.active; });
    const auto below =
        std::find_if(installed.begin(), installed.end(), [&](const InstalledPack& pack) {
            return active == installed.end() || pack.sequence < active->sequence;
        });
    if (below == installed.end())
        return Error{Code::NO_OTHER_VERSION, id.value,
                     fmt::format("only version {} and none before it", active->sequence)};
    return activate(id, below->sequence, folder, clock, progress);
}

Result<void> Store::forget(const Removed& versions, WallTime now, std::string_view why) {
    const auto recorded = m_database.transaction([&]() -> Result<void> {
        PUFA_TRY(auto forgotten, m_database.prepare(sql::k_forget_version));
        for (const auto& version : versions) {
            if (version.active) {
                PUFA_TRY(auto off, m_database.prepare(sql::k_deactivate));
                PUFA_CHECK(off.bind(1, version.id.value).run());
            }
            PUFA_CHECK(forgotten.bind(1, version.id.value).bind(2, version.sequence).run());
            PUFA_CHECK(add_history(m_database, now, why, version.id, version.sequence));
        }
        return raise_revision(m_database);
    });
    PUFA_CHECK(recorded);
    std::vector<std::filesystem::path> files;
    for (const auto& version : versions)
        files.push_back(version.file);
    delete_files(files);
    return {};
}

Result<Store::Removed> Store::remove(const model::PackId& id, WallTime now) {
    PUFA_TRY(auto installed, versions(id));
    if (installed.empty()) return not_installed(id);
    PUFA_CHECK(forget(installed, now, "removed"));
    return installed;
}

Result<Store::Removed> Store::prune(const model::PackId& id, WallTime now) {
    PUFA_TRY(auto installed, versions(id));
    if (installed.empty()) return not_installed(id);
    std::erase_if(installed, [](const InstalledPack& pack) { return pack.active; });
    if (installed.empty())
        return Error{Code::NO_OTHER_VERSION, id.value, "only the version that is in use"};
    PUFA_CHECK(forget(installed, now, "pruned"));
    return installed;
}

} // namespace pufa::pack
