#include "content/pack/scrub_rows.h"

#include "content/model/item_json.h"
#include "content/pack/store_rows.h"
#include "content/pack/store_sql.h"

#include <nlohmann/json.hpp>
#include <sys/stat.h>

namespace pufa::pack {

namespace {

/// True if the mark of this row is another one now.
Result<bool> set_mark(db::Database& database, std::string_view text, const InstalledPack& version,
                      const std::string& path, bool sound, const std::string& at) {
    PUFA_TRY(auto row, database.prepare(text));
    row.bind(1, version.id.value).bind(2, version.sequence).bind(3, at).bind(4, int64_t{!sound});
    if (!path.empty()) row.bind(5, path);
    PUFA_CHECK(row.run());
    PUFA_TRY(auto changes, database.prepare("SELECT changes()"));
    PUFA_TRY(const bool answered, changes.step());
    return answered && changes.integer(0) > 0;
}

} // namespace

FileIdentity identify(const std::filesystem::path& file) {
    struct stat facts {};
    if (::stat(file.c_str(), &facts) != 0) return {};
    return {facts.st_dev, facts.st_ino};
}

Result<std::vector<MemberRow>> read_members(db::Database& database, const InstalledPack& version) {
    std::vector<MemberRow> members;
    PUFA_TRY(auto rows, database.prepare(sql::k_members_to_check));
    rows.bind(1, version.id.value).bind(2, version.sequence);
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return members;
        members.push_back({rows.text(0), static_cast<uint64_t>(rows.integer(1)),
                           static_cast<uint64_t>(rows.integer(2)), rows.text(3), rows.text(4),
                           rows.integer(5) != 0});
    }
}

Result<bool> rows_are_of(db::Database& database, const InstalledPack& version,
                         const OpenPack& pack) {
    const auto& manifest = pack.manifest;
    PUFA_TRY(const auto members, read_members(database, version));
    if (members.size() != manifest.members.size()) return false;
    for (size_t i = 0; i < members.size(); ++i) {
        const auto& held = manifest.members[i];
        const auto& row = members[i];
        if (row.path != held.path || row.size != held.size || row.sha256 != held.sha256 ||
            row.offset != pack.offsets[i])
            return false;
    }
    PUFA_TRY(auto items, database.prepare(sql::k_items));
    items.bind(1, version.id.value).bind(2, version.sequence);
    for (const auto& item : manifest.items) {
        PUFA_TRY(const bool row, items.step());
        if (!row || items.text(0) != model::id_of(item).value ||
            items.text(1) != model::to_json(item).dump())
            return false;
    }
    PUFA_TRY(const bool more, items.step());
    return !more && version.size == pack.size;
}

Result<void> record_findings(db::Database& database, const InstalledPack& version,
                             const Findings& findings, WallTime now) {
    const auto at = base::to_iso(now);
    return database.transaction([&]() -> Result<void> {
        PUFA_TRY(const auto known, find_version(database, version.id, version.sequence));
        if (!known || known->manifest_sha256 != version.manifest_sha256) return {};
        bool changed = false;
        const auto mark = [&](std::string_view text, const std::string& path,
                              bool sound) -> Result<void> {
            PUFA_TRY(const bool is_news, set_mark(database, text, version, path, sound, at));
            if (!is_news) return {};
            changed = true;
            return add_history(database, now, sound ? "mended" : "damaged", version.id,
                               version.sequence, {}, path);
        };
        PUFA_TRY(auto checked, database.prepare(sql::k_member_checked));
        for (const auto& member : findings.members) {
            PUFA_CHECK(mark(sql::k_mark_member, member.path, member.sound));
            checked.bind(1, version.id.value).bind(2, version.sequence).bind(3, at);
            PUFA_CHECK(checked.bind(4, member.path).run());
        }
        if (findings.file_sound) PUFA_CHECK(mark(sql::k_mark_version, {}, *findings.file_sound));
        if (findings.finished) {
            PUFA_TRY(auto done, database.prepare(sql::k_version_checked));
            done.bind(1, version.id.value).bind(2, version.sequence).bind(3, at);
            PUFA_CHECK(done.run());
        }
        if (changed) return raise_revision(database);
        return {};
    });
}

Result<void> mend_rows(db::Database& database, const InstalledPack& version, OpenPack& pack,
                       WallTime now) {
    pack.signer.name = version.signer;
    return database.transaction([&]() -> Result<void> {
        PUFA_CHECK(add_rows(database, pack, version.installed.value_or(now)));
        PUFA_CHECK(add_history(database, now, "mended", version.id, version.sequence, {},
                               "rows of store.db"));
        return raise_revision(database);
    });
}

Result<void> fall_back(db::Database& database, const InstalledPack& from, const InstalledPack& to,
                       WallTime now) {
    return database.transaction([&]() -> Result<void> {
        PUFA_CHECK(make_active(database, to.id, to.sequence));
        PUFA_CHECK(mark_sound(database, to.id, to.sequence, now));
        PUFA_CHECK(add_history(database, now, "fell-back", to.id, to.sequence, from.sequence));
        return raise_revision(database);
    });
}

Result<std::string> begin_pass(db::Database& database, WallTime now) {
    PUFA_TRY(auto begun, database.prepare(sql::k_begin_scrub));
    PUFA_CHECK(begun.bind(1, base::to_iso(now)).run());
    PUFA_TRY(auto rows, database.prepare(sql::k_scrub));
    PUFA_TRY(const bool row, rows.step());
    return row ? rows.text(0) : std::string{};
}

Result<void> end_pass(db::Database& database, WallTime now) {
    PUFA_TRY(auto ended, database.prepare(sql::k_end_scrub));
    return ended.bind(1, base::to_iso(now)).run();
}

Result<std::optional<WallTime>> last_scrub(const base::StatePaths& paths) {
    using Found = std::optional<WallTime>;
    PUFA_TRY(auto database, open_store_for_reading(paths));
    if (!database) return Found{};
    PUFA_TRY(auto rows, database->prepare(sql::k_scrub));
    PUFA_TRY(const bool row, rows.step());
    return row && !rows.is_null(1) ? base::parse_iso(rows.text(1)) : Found{};
}

} // namespace pufa::pack
