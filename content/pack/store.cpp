#include "content/pack/store.h"

#include "content/model/item_json.h"
#include "content/pack/incoming.h"
#include "content/pack/store_sql.h"
#include "content/pack/store_trust.h"
#include "content/pack/title.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace pufa::pack {

namespace {

/// packs/<publisher>/<pack>/<sequence>.pufa, relative to the state folder.
std::filesystem::path place_of(const Manifest& manifest) {
    return std::filesystem::path{"packs"} / manifest.id.publisher() / manifest.id.pack() /
           fmt::format("{}.pufa", manifest.sequence);
}

Result<std::vector<InstalledPack>> read_list(db::Database& database,
                                             const base::StatePaths& paths) {
    std::vector<InstalledPack> packs;
    PUFA_TRY(auto rows, database.prepare(sql::k_list));
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return packs;
        InstalledPack pack;
        pack.id = {rows.text(0)};
        pack.sequence = rows.integer(1);
        pack.highest_sequence = rows.integer(2);
        const auto title = title_from_json(rows.text(3));
        if (title) pack.title = title->in(model::Language::zh_hans);
        pack.signer = rows.text(4);
        pack.size = static_cast<uint64_t>(rows.integer(5));
        pack.file = paths.root / rows.text(6);
        pack.active = rows.integer(7) != 0;
        pack.demo = rows.integer(8) != 0;
        packs.push_back(std::move(pack));
    }
}

/// The rows of one version: what the kiosk reads instead of pack.json.
Result<void> add_rows(db::Database& database, const OpenPack& pack, WallTime now) {
    const auto& manifest = pack.manifest;
    const auto& id = manifest.id.value;
    PUFA_TRY(auto version, database.prepare(sql::k_add_version));
    version.bind(1, id).bind(2, manifest.sequence).bind(3, pack.manifest_sha256);
    version.bind(4, place_of(manifest).string()).bind(5, static_cast<int64_t>(pack.size));
    version.bind(6, model::to_json(manifest.title).dump()).bind(7, pack.signer.name);
    version.bind(8, int64_t{manifest.demo}).bind(9, base::to_iso(now));
    PUFA_CHECK(version.bind(10, id_text(pack.signer)).run());

    PUFA_TRY(auto item, database.prepare(sql::k_add_item));
    for (size_t i = 0; i < manifest.items.size(); ++i) {
        const auto& held = manifest.items[i];
        item.bind(1, id).bind(2, manifest.sequence).bind(3, static_cast<int64_t>(i));
        PUFA_CHECK(
            item.bind(4, model::id_of(held).value).bind(5, model::to_json(held).dump()).run());
    }
    PUFA_TRY(auto member, database.prepare(sql::k_add_member));
    for (size_t i = 0; i < manifest.members.size(); ++i) {
        member.bind(1, id).bind(2, manifest.sequence).bind(3, manifest.members[i].path);
        member.bind(4, static_cast<int64_t>(pack.offsets[i]));
        PUFA_CHECK(member.bind(5, static_cast<int64_t>(manifest.members[i].size)).run());
    }
    return {};
}

/// What store.db knows of one version.
struct Known {
    std::string manifest_sha256;
    std::filesystem::path file;
    bool active = false;
};

Result<std::optional<Known>> find_version(db::Database& database, const Manifest& manifest) {
    PUFA_TRY(auto rows, database.prepare(sql::k_version));
    rows.bind(1, manifest.id.value).bind(2, manifest.sequence);
    PUFA_TRY(const bool row, rows.step());
    if (!row) return std::optional<Known>{};
    return std::optional<Known>{Known{rows.text(0), rows.text(1), rows.integer(2) != 0}};
}

Result<std::optional<int64_t>> highest_seen(db::Database& database, const Manifest& manifest) {
    PUFA_TRY(auto rows, database.prepare(sql::k_highest));
    PUFA_TRY(const bool row, rows.bind(1, manifest.id.value).step());
    return row ? std::optional<int64_t>{rows.integer(0)} : std::nullopt;
}

Result<void> check_sequence(const OpenPack& offered, std::optional<int64_t> highest,
                            const std::optional<Known>& known) {
    const auto sequence = offered.manifest.sequence;
    if (highest && sequence < *highest)
        return Error{Code::ROLLBACK, offered.where,
                     fmt::format("version {}, already seen {}", sequence, *highest)};
    if (known && known->manifest_sha256 != offered.manifest_sha256)
        return Error{Code::ROLLBACK, offered.where,
                     fmt::format("version {} is installed with other content", sequence)};
    return {};
}

/// True if the installed file still is, byte by byte, what was installed.
bool is_sound(const std::filesystem::path& file, const OpenPack& offered) {
    const auto installed = open_installed(file, offered.manifest_sha256);
    return installed && verify_members(*installed, {});
}

} // namespace

Result<StateLock> StateLock::take(const base::StatePaths& paths) {
    PUFA_CHECK(base::make_folders(paths.root));
    PUFA_TRY(auto fd, base::open_file(paths.lock(), O_RDWR | O_CREAT));
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return Error{Code::LOCKED, paths.root.string(), "its lock is held"};
        return base::from_errno(errno, paths.lock().string());
    }
    return StateLock{std::move(fd)};
}

Store::Store(base::StatePaths paths, db::Database database)
    : m_paths(std::move(paths))
    , m_database(std::move(database)) {}

Result<Store> Store::open(const base::StatePaths& paths, const StateLock&) {
    PUFA_CHECK(base::make_folders(paths.packs()));
    PUFA_CHECK(sweep_incoming(paths.incoming()));
    PUFA_TRY(auto database, db::Database::open(paths.store_db(), db::Open::create));
    PUFA_CHECK(database.migrate(sql::k_migrations));
    return Store{paths, std::move(database)};
}

Result<std::vector<InstalledPack>> Store::list() {
    return read_list(m_database, m_paths);
}

Result<Store::Installed> Store::install(const std::filesystem::path& file, const Trust& folder,
                                        WallTime clock, const Progress& progress) {
    PUFA_TRY(const auto judged_by, judge(folder, clock));
    const auto& [trust, now, statements, refused] = judged_by;
    PUFA_TRY(const auto offered, open_pack(file, trust, now));
    PUFA_TRY(const auto highest, highest_seen(m_database, offered.manifest));
    PUFA_TRY(const auto known, find_version(m_database, offered.manifest));
    PUFA_CHECK(check_sequence(offered, highest, known));

    const auto finish = [&](Outcome outcome) -> Result<Installed> {
        PUFA_TRY(auto packs, list());
        for (auto& pack : packs) {
            if (pack.id == offered.manifest.id && pack.active)
                return Installed{outcome, std::move(pack)};
        }
        return Error{Code::DAMAGED_DATABASE, m_paths.store_db().string(), "no active version"};
    };
    if (known && is_sound(m_paths.root / known->file, offered)) {
        // The same bytes are already here; the offered ones must still be sound to be accepted.
        PUFA_CHECK(verify_members(offered, progress));
        if (known->active) return finish(Outcome::already_active);
        PUFA_CHECK(activate(offered.manifest));
        return finish(Outcome::updated);
    }
    PUFA_TRY(auto copy, copy_to_incoming(offered, m_paths.incoming(), progress));
    PUFA_TRY(const auto received, open_pack(copy.path(), trust, now));
    if (received.manifest_sha256 != offered.manifest_sha256)
        return Error{Code::DAMAGED_MEMBER, offered.where, "it changed while it was copied"};
    PUFA_CHECK(take_over(copy, received, clock));
    return finish(highest ? Outcome::updated : Outcome::installed);
}

Result<void> Store::activate(const Manifest& manifest) {
    return m_database.transaction([&]() -> Result<void> {
        PUFA_TRY(auto activated, m_database.prepare(sql::k_activate));
        PUFA_CHECK(activated.bind(1, manifest.id.value).bind(2, manifest.sequence).run());
        return m_database.execute(sql::k_raise_revision);
    });
}

Result<void> Store::record(const OpenPack& received, WallTime now) {
    const auto& manifest = received.manifest;
    return m_database.transaction([&]() -> Result<void> {
        PUFA_TRY(auto pack, m_database.prepare(sql::k_add_pack));
        PUFA_CHECK(pack.bind(1, manifest.id.value).bind(2, manifest.sequence).run());
        PUFA_TRY(auto forgotten, m_database.prepare(sql::k_forget_version));
        PUFA_CHECK(forgotten.bind(1, manifest.id.value).bind(2, manifest.sequence).run());
        PUFA_CHECK(add_rows(m_database, received, now));
        PUFA_CHECK(raise_floor(m_database, manifest.created));
        PUFA_TRY(auto activated, m_database.prepare(sql::k_activate));
        PUFA_CHECK(activated.bind(1, manifest.id.value).bind(2, manifest.sequence).run());
        return m_database.execute(sql::k_raise_revision);
    });
}

Result<void> Store::take_over(IncomingFile& copy, const OpenPack& received, WallTime now) {
    const auto place = m_paths.root / place_of(received.manifest);
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
    const auto known = find_version(m_database, received.manifest);
    if (known && !known->has_value())
        ::unlink(place.c_str());
    else
        folders.keep();
    return recorded;
}

Result<std::optional<db::Database>> open_store_for_reading(const base::StatePaths& paths) {
    using Found = std::optional<db::Database>;
    std::error_code error;
    const bool there = std::filesystem::exists(paths.store_db(), error);
    if (error) return base::from_errno(error.value(), paths.store_db().string());
    if (!there) return Found{};
    auto database = db::Database::open(paths.store_db(), db::Open::read_only);
    if (!database && database.error().code == Code::READ_ONLY) {
        // A power cut left a journal behind; only a connection that may write can roll it back.
        PUFA_CHECK(db::Database::open(paths.store_db(), db::Open::read_write));
        database = db::Database::open(paths.store_db(), db::Open::read_only);
    }
    if (!database) return database.error();
    PUFA_TRY(auto version, database->prepare("PRAGMA user_version"));
    PUFA_TRY(const bool row, version.step());
    // Created, and the power failed before the first migration was through.
    const auto stands_at = row ? version.integer(0) : 0;
    if (stands_at == 0) return Found{};
    if (stands_at < static_cast<int64_t>(sql::k_migrations.size())) {
        // Of an earlier program, or the power failed between two migrations: a machine that was
        // updated shows its packs at once.
        version.reset();
        PUFA_TRY(auto writer, db::Database::open(paths.store_db(), db::Open::read_write));
        PUFA_CHECK(writer.migrate(sql::k_migrations));
        return Found{std::move(writer)};
    }
    PUFA_CHECK(database->migrate(sql::k_migrations));
    return Found{std::move(database).value()};
}

Result<std::vector<InstalledPack>> list_installed(const base::StatePaths& paths) {
    PUFA_TRY(auto database, open_store_for_reading(paths));
    if (!database) return std::vector<InstalledPack>{};
    return read_list(*database, paths);
}

} // namespace pufa::pack
