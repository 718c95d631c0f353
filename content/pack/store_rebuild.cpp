#include "content/pack/store_rebuild.h"

#include "content/base/exists.h"
#include "content/base/file.h"
#include "content/base/log.h"
#include "content/pack/leftovers.h"
#include "content/pack/store_rows.h"
#include "content/pack/store_salvage.h"
#include "content/pack/store_sql.h"
#include "content/pack/store_trust.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

namespace pufa::pack {

namespace {

using std::filesystem::path;

path fresh_database(const base::StatePaths& paths) {
    return paths.root / "store.db.new";
}

Result<void> move_file(const path& from, const path& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) return base::from_errno(errno, from.string());
    return {};
}

/// The journal goes first: it must never be played back into the new database.
Result<path> set_database_aside(const base::StatePaths& paths, WallTime clock) {
    PUFA_TRY(const bool there, base::exists(paths.store_db()));
    if (!there) return path{};
    auto stamp = base::to_iso(clock);
    std::erase_if(stamp, [](char letter) { return letter == ':' || letter == '-'; });
    auto aside = paths.store_db();
    aside += ".damaged-" + stamp;
    for (int count = 2;; ++count) {
        PUFA_TRY(const bool taken, base::exists(aside));
        if (!taken) break;
        aside = paths.store_db().string() + fmt::format(".damaged-{}-{}", stamp, count);
    }
    auto journal = paths.store_db();
    journal += "-journal";
    PUFA_TRY(const bool has_journal, base::exists(journal));
    if (has_journal) {
        PUFA_CHECK(move_file(journal, aside.string() + "-journal"));
        PUFA_CHECK(base::sync_folder(paths.root));
    }
    PUFA_CHECK(move_file(paths.store_db(), aside));
    PUFA_CHECK(base::sync_folder(paths.root));
    return aside;
}

/// Neither days nor sites nor a key's retirement matter for what is installed; a compromised key
/// does.
Trust trust_for_installed(const Trust& folder, const std::vector<SealedStatement>& statements) {
    auto trust = effective_trust(folder, statements).trust;
    for (const auto& key : folder.keys)
        if (std::none_of(trust.keys.begin(), trust.keys.end(),
                         [&](const TrustedKey& held) { return held.id == key.id; }))
            trust.keys.push_back(key);
    std::erase_if(trust.revoked,
                  [](const RevokedKey& key) { return key.reason != Reason::compromised; });
    std::erase_if(trust.keys,
                  [&](const TrustedKey& key) { return trust.find_revoked(key.id) != nullptr; });
    for (auto& key : trust.keys)
        key.not_after.reset();
    trust.site.reset();
    return trust;
}

Result<OpenPack> judge_file(const base::StatePaths& paths, const path& file, const Trust& trust,
                            WallTime clock) {
    PUFA_TRY(const auto read, open_for_signing(paths.root / file));
    const auto& manifest = read.manifest;
    if (place_of(manifest.id, manifest.sequence) != file)
        return Error{Code::NOT_A_PACK, (paths.root / file).string(),
                     "it stands where another pack should"};
    // A day on which the pack is valid.
    if (manifest.not_before)
        clock = base::start_of(*manifest.not_before);
    else if (manifest.not_after)
        clock = base::start_of(*manifest.not_after);
    return open_pack(paths.root / file, trust, clock);
}

/// What cannot be shown is kept for people to look at, out of the way of the sweeping.
Result<void> set_file_aside(const base::StatePaths& paths, const path& file) {
    const auto folder = paths.root / "set-aside";
    PUFA_CHECK(base::make_folders(folder));
    auto name = file.lexically_relative("packs").string();
    std::replace(name.begin(), name.end(), '/', '_');
    PUFA_CHECK(move_file(paths.root / file, folder / name));
    return base::sync_folder(folder);
}

/// What of a salvaged row the files agree with: a number that has rotted is known by the content
/// that was seen under it.
Result<void> add_seen(db::Database& database, const SalvagedPack& seen,
                      const std::vector<OpenPack>& packs) {
    auto highest = seen.highest_sequence;
    auto sha256 = seen.highest_manifest_sha256;
    for (const auto& pack : packs) {
        if (pack.manifest.id != seen.id) continue;
        if (pack.manifest_sha256 == sha256) highest = pack.manifest.sequence;
        if (pack.manifest.sequence == highest) sha256 = pack.manifest_sha256;
    }
    PUFA_TRY(auto row, database.prepare(sql::k_add_pack));
    row.bind(1, seen.id.value).bind(2, highest);
    if (sha256.empty())
        row.bind_null(3);
    else
        row.bind(3, sha256);
    return row.run();
}

/// Which version of each pack is shown: the one that was, if that is known and still there, none if
/// it is known that none was, else the highest. Those of which nothing is known are named; the
/// history's detail is "highest" for them, and "off" for those of which none is shown.
Result<std::vector<Rebuilt::Guessed>> show_as_before(db::Database& database,
                                                     const std::vector<OpenPack>& packs,
                                                     const std::vector<SalvagedPack>& salvaged,
                                                     WallTime clock) {
    std::map<model::PackId, std::set<int64_t>> there;
    for (const auto& pack : packs)
        there[pack.manifest.id].insert(pack.manifest.sequence);
    std::vector<Rebuilt::Guessed> guessed;
    for (const auto& [id, sequences] : there) {
        const auto seen =
            std::find_if(salvaged.begin(), salvaged.end(),
                         [&id = id](const SalvagedPack& pack) { return pack.id == id; });
        using Shown = SalvagedPack::Shown;
        const auto shown = seen == salvaged.end() ? Shown::unclear : seen->shown;
        if (shown == Shown::none) {
            PUFA_CHECK(add_history(database, clock, "rebuilt", id, *sequences.rbegin(), {}, "off"));
            continue;
        }
        const bool known = shown == Shown::one && sequences.contains(seen->active);
        const auto active = known ? seen->active : *sequences.rbegin();
        PUFA_CHECK(make_active(database, id, active));
        PUFA_CHECK(add_history(database, clock, "rebuilt", id, active, {}, known ? "" : "highest"));
        if (!known) guessed.push_back({id, active});
    }
    return guessed;
}

Result<std::vector<Rebuilt::Guessed>> fill(db::Database& database,
                                           const std::vector<OpenPack>& packs,
                                           const Salvaged& salvaged, WallTime clock) {
    PUFA_TRY(auto statement, database.prepare(sql::k_add_statement));
    for (const auto& kept : salvaged.statements)
        PUFA_CHECK(statement.bind(1, kept.json).bind(2, kept.signature).run());
    if (salvaged.floor) PUFA_CHECK(raise_floor(database, *salvaged.floor));
    for (const auto& seen : salvaged.packs)
        PUFA_CHECK(add_seen(database, seen, packs));
    for (const auto& pack : packs) {
        PUFA_CHECK(add_rows(database, pack, clock));
        PUFA_CHECK(raise_floor(database, pack.manifest.created));
    }
    PUFA_TRY(auto guessed, show_as_before(database, packs, salvaged.packs, clock));
    // Another number than any before, so that whoever watches looks again.
    const auto seconds = std::chrono::floor<std::chrono::seconds>(clock).time_since_epoch();
    PUFA_TRY(auto revision, database.prepare(sql::k_set_revision));
    PUFA_CHECK(revision.bind(1, std::max<int64_t>(seconds.count(), 1)).run());
    return guessed;
}

/// Complete, beside the old one.
Result<std::vector<Rebuilt::Guessed>> make_database(const base::StatePaths& paths,
                                                    const std::vector<OpenPack>& packs,
                                                    const Salvaged& salvaged, WallTime clock) {
    const auto fresh = fresh_database(paths);
    std::error_code ignored;
    for (const auto* suffix : {"", "-journal"})
        std::filesystem::remove(fresh.string() + suffix, ignored);
    PUFA_TRY(auto database, db::Database::open(fresh, db::Open::create));
    PUFA_CHECK(database.migrate(sql::k_migrations));
    std::vector<Rebuilt::Guessed> guessed;
    PUFA_CHECK(database.transaction([&]() -> Result<void> {
        PUFA_TRY(guessed, fill(database, packs, salvaged, clock));
        return {};
    }));
    return guessed;
}

} // namespace

bool needs_rebuild(const Error& error, const base::StatePaths& paths) {
    if (error.code == Code::DAMAGED_DATABASE) return true;
    if (error.code != Code::DISK_ERROR) return false;
    // A disk that cannot give its bytes back has lost them; one that fails to write has not.
    const auto file = base::open_file(paths.store_db(), O_RDONLY);
    if (!file) return false;
    const auto size = base::file_size(file->get(), paths.store_db().string());
    if (!size) return false;
    std::vector<std::byte> buffer(1u << 20);
    for (uint64_t at = 0; at < *size;) {
        const auto part = std::span{buffer}.first(
            static_cast<size_t>(std::min<uint64_t>(buffer.size(), *size - at)));
        if (!base::read_exact(file->get(), at, part, {})) return true;
        at += part.size();
    }
    return false;
}

Result<Rebuilt> rebuild_store(const base::StatePaths& paths, const StateLock&, const Trust& folder,
                              WallTime clock) {
    // The power may have failed when the old one was aside and the new one not yet in its place.
    PUFA_TRY(const bool there, base::exists(paths.store_db()));
    const auto salvaged = salvage(there ? paths.store_db() : fresh_database(paths));
    const auto trust = trust_for_installed(folder, salvaged.statements);
    Rebuilt rebuilt;
    std::vector<OpenPack> packs;
    std::vector<path> refused;
    for (const auto& file : pack_files(paths)) {
        auto pack = judge_file(paths, file, trust, clock);
        if (pack) {
            pack->fd.reset(); // there may be more packs than descriptors
            packs.push_back(std::move(*pack));
            continue;
        }
        // A disk that does not give its bytes back just now says nothing of what they are.
        if (base::blame(pack.error().code) == base::Blame::machine) return pack.error();
        refused.push_back(file);
        rebuilt.refused.push_back(pack.error());
    }
    // Until here nothing was moved. Files go before the database changes: whoever opens the new one
    // sweeps what it does not name.
    PUFA_TRY(rebuilt.guessed, make_database(paths, packs, salvaged, clock));
    for (const auto& file : refused)
        PUFA_CHECK(set_file_aside(paths, file));
    PUFA_TRY(rebuilt.damaged_database, set_database_aside(paths, clock));
    PUFA_CHECK(move_file(fresh_database(paths), paths.store_db()));
    PUFA_CHECK(base::sync_folder(paths.root));
    rebuilt.versions = static_cast<int>(packs.size());
    base::log_info("store.db was made anew from {} packs", rebuilt.versions);
    for (const auto& [id, sequence] : rebuilt.guessed)
        base::log_info("which version of {} was in use is not known; {}, the highest, is now",
                       id.value, sequence);
    return rebuilt;
}

} // namespace pufa::pack
