#include "content/base/cancel.h"
#include "content/pack/incoming.h"
#include "content/pack/sequence_rules.h"
#include "content/pack/store.h"
#include "content/pack/store_rows.h"
#include "content/pack/store_sql.h"
#include "content/pack/store_trust.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace pufa::pack {

Result<OpenPack> open_verified(const std::filesystem::path& file,
                               const std::string& manifest_sha256, const Progress& progress) {
    PUFA_TRY(auto installed, open_installed(file, manifest_sha256));
    PUFA_CHECK(verify_members(installed, progress));
    return installed;
}

Result<Store::Installed> Store::install(const std::filesystem::path& file, const Trust& folder,
                                        WallTime clock, const Progress& progress) {
    PUFA_TRY(const auto judged_by, judge(folder, clock));
    const auto& [trust, now, statements, refused] = judged_by;
    PUFA_TRY(auto offered, open_pack(file, trust, now));
    const auto id = offered.manifest.id;
    const auto sequence = offered.manifest.sequence;
    PUFA_TRY(const auto pack, find_pack(m_database, id));
    PUFA_TRY(const auto known, find_version(m_database, id, sequence));
    PUFA_CHECK(check_sequence(offered, pack, known));

    const auto finish = [&](Outcome outcome) -> Result<Installed> {
        PUFA_TRY(auto active, active_version(id));
        return Installed{outcome, std::move(active)};
    };
    if (known && open_verified(m_paths.root / known->file, known->manifest_sha256, {})) {
        // The same bytes are already here; the offered ones must still be sound to be accepted.
        PUFA_CHECK(verify_members(offered, progress));
        if (known->active && !known->damaged) return finish(Outcome::already_active);
        PUFA_CHECK(show_verified(id, sequence, clock, known->active ? "mended" : "activated"));
        return finish(Outcome::updated);
    }
    PUFA_CHECK(base::check_cancelled(offered.where));
    PUFA_TRY(auto copy, copy_to_incoming(offered, m_paths.incoming(), progress));
    // The copy is judged anew; a manifest of many items is held once.
    offered.manifest = {};
    offered.manifest_text = {};
    PUFA_TRY(const auto received, open_pack(copy.path(), trust, now));
    if (received.manifest_sha256 != offered.manifest_sha256)
        return Error{Code::DAMAGED_MEMBER, offered.where, "it changed while it was copied"};
    PUFA_CHECK(base::check_cancelled(offered.where));
    PUFA_CHECK(take_over(copy, received, clock));
    return finish(pack && pack->active ? Outcome::updated : Outcome::installed);
}

Result<void> Store::take_over(IncomingFile& copy, const OpenPack& received, WallTime now) {
    const auto& manifest = received.manifest;
    const auto place = m_paths.root / place_of(manifest.id, manifest.sequence);
    MadeFolders folders{m_paths.packs()};
    PUFA_CHECK(folders.make(place.parent_path()));
    if (std::rename(copy.path().c_str(), place.c_str()) != 0)
        return base::from_errno(errno, place.string());
    copy.forget();
    auto recorded = base::sync_folder(place.parent_path());
    if (recorded) recorded = record(received, now);
    if (recorded) {
        folders.keep();
        return {};
    }
    // A commit may fail after it was made durable. A file that the database does not know is
    // harmless and a missing one is not: it goes only if the database says that it is unknown.
    const auto known = find_version(m_database, manifest.id, manifest.sequence);
    if (known && !known->has_value())
        ::unlink(place.c_str());
    else
        folders.keep();
    return recorded;
}

Result<void> Store::record(const OpenPack& received, WallTime now) {
    const auto& id = received.manifest.id;
    const auto sequence = received.manifest.sequence;
    std::vector<std::filesystem::path> forgotten;
    const auto recorded = m_database.transaction([&]() -> Result<void> {
        PUFA_TRY(const auto before, find_pack(m_database, id));
        const auto active = before ? before->active : std::nullopt;
        PUFA_CHECK(add_rows(m_database, received, now));
        PUFA_CHECK(raise_floor(m_database, received.manifest.created));
        PUFA_CHECK(make_active(m_database, id, sequence));
        PUFA_TRY(forgotten, forget_others(id, sequence, active));
        const auto* what = !active ? "installed" : *active == sequence ? "mended" : "updated";
        PUFA_CHECK(add_history(m_database, now, what, id, sequence, active));
        return raise_revision(m_database);
    });
    if (recorded) delete_files(forgotten);
    return recorded;
}

/// The rows of all versions but the active one and the one to go back to: that which was active
/// before, or else the highest of the others. Returns their files.
Result<std::vector<std::filesystem::path>>
Store::forget_others(const model::PackId& id, int64_t active, std::optional<int64_t> before) {
    std::vector<std::filesystem::path> files;
    PUFA_TRY(const auto versions, versions_of(m_database, id));
    std::optional<int64_t> kept;
    if (before != active) kept = before;
    PUFA_TRY(auto forgotten, m_database.prepare(sql::k_forget_version));
    for (const auto& version : versions) {
        if (version.sequence == active) continue;
        if (!kept) kept = version.sequence;
        if (version.sequence == *kept) continue;
        PUFA_CHECK(forgotten.bind(1, id.value).bind(2, version.sequence).run());
        files.push_back(m_paths.root / version.file);
    }
    return files;
}

} // namespace pufa::pack
