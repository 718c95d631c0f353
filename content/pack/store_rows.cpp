#include "content/pack/store_rows.h"

#include "content/model/item_json.h"
#include "content/pack/store_sql.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace pufa::pack {

namespace {

void bind_date(db::Statement& statement, int index, const std::optional<base::Date>& date) {
    if (date)
        statement.bind(index, base::to_string(*date));
    else
        statement.bind_null(index);
}

Result<void> add_version(db::Database& database, const OpenPack& pack, WallTime now) {
    const auto& manifest = pack.manifest;
    PUFA_TRY(auto row, database.prepare(sql::k_add_version));
    row.bind(1, manifest.id.value).bind(2, manifest.sequence).bind(3, pack.manifest_sha256);
    row.bind(4, place_of(manifest.id, manifest.sequence).string());
    row.bind(5, static_cast<int64_t>(pack.size)).bind(6, model::to_json(manifest.title).dump());
    row.bind(7, pack.signer.name).bind(8, int64_t{manifest.demo}).bind(9, base::to_iso(now));
    row.bind(10, id_text(pack.signer)).bind(11, base::to_iso(manifest.created));
    bind_date(row, 12, manifest.not_before);
    bind_date(row, 13, manifest.not_after);
    return row.bind(14, static_cast<int64_t>(manifest.items.size())).run();
}

} // namespace

std::filesystem::path place_of(const model::PackId& id, int64_t sequence) {
    return std::filesystem::path{"packs"} / id.publisher() / id.pack() /
           fmt::format("{}.pufa", sequence);
}

Result<std::optional<KnownPack>> find_pack(db::Database& database, const model::PackId& id) {
    PUFA_TRY(auto rows, database.prepare(sql::k_pack));
    PUFA_TRY(const bool row, rows.bind(1, id.value).step());
    if (!row) return std::optional<KnownPack>{};
    KnownPack known{rows.integer(0), rows.text(1), {}};
    if (!rows.is_null(2)) known.active = rows.integer(2);
    return std::optional{std::move(known)};
}

Result<std::optional<KnownVersion>> find_version(db::Database& database, const model::PackId& id,
                                                 int64_t sequence) {
    PUFA_TRY(auto rows, database.prepare(sql::k_version));
    PUFA_TRY(const bool row, rows.bind(1, id.value).bind(2, sequence).step());
    if (!row) return std::optional<KnownVersion>{};
    return std::optional<KnownVersion>{KnownVersion{rows.text(0), rows.text(1),
                                                    rows.integer(2) != 0,
                                                    rows.integer(3) != 0 || rows.integer(4) != 0}};
}

Result<std::vector<StoredFile>> versions_of(db::Database& database, const model::PackId& id) {
    std::vector<StoredFile> versions;
    PUFA_TRY(auto rows, database.prepare(sql::k_versions_of));
    rows.bind(1, id.value);
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return versions;
        versions.push_back({rows.integer(0), rows.text(1)});
    }
}

Result<void> add_rows(db::Database& database, const OpenPack& pack, WallTime now) {
    const auto& manifest = pack.manifest;
    const auto& id = manifest.id.value;
    PUFA_TRY(auto seen, database.prepare(sql::k_add_pack));
    PUFA_CHECK(seen.bind(1, id).bind(2, manifest.sequence).bind(3, pack.manifest_sha256).run());
    PUFA_TRY(auto forgotten, database.prepare(sql::k_forget_version));
    PUFA_CHECK(forgotten.bind(1, id).bind(2, manifest.sequence).run());
    PUFA_CHECK(add_version(database, pack, now));

    PUFA_TRY(auto item, database.prepare(sql::k_add_item));
    for (size_t i = 0; i < manifest.items.size(); ++i) {
        const auto& held = manifest.items[i];
        item.bind(1, id).bind(2, manifest.sequence).bind(3, static_cast<int64_t>(i));
        PUFA_CHECK(
            item.bind(4, model::id_of(held).value).bind(5, model::to_json(held).dump()).run());
    }
    PUFA_TRY(auto member, database.prepare(sql::k_add_member));
    for (size_t i = 0; i < manifest.members.size(); ++i) {
        const auto& held = manifest.members[i];
        member.bind(1, id).bind(2, manifest.sequence).bind(3, held.path);
        member.bind(4, static_cast<int64_t>(pack.offsets[i]));
        PUFA_CHECK(member.bind(5, static_cast<int64_t>(held.size)).bind(6, held.sha256).run());
    }
    return {};
}

Result<void> make_active(db::Database& database, const model::PackId& id, int64_t sequence) {
    PUFA_TRY(auto activated, database.prepare(sql::k_activate));
    return activated.bind(1, id.value).bind(2, sequence).run();
}

Result<void> mark_sound(db::Database& database, const model::PackId& id, int64_t sequence,
                        WallTime now) {
    for (const auto& text : {sql::k_members_sound, sql::k_version_sound}) {
        PUFA_TRY(auto sound, database.prepare(text));
        PUFA_CHECK(sound.bind(1, id.value).bind(2, sequence).bind(3, base::to_iso(now)).run());
    }
    return {};
}

Result<void> raise_revision(db::Database& database) {
    return database.execute(sql::k_raise_revision);
}

Result<void> add_history(db::Database& database, WallTime now, std::string_view what,
                         const model::PackId& id, int64_t sequence, std::optional<int64_t> from,
                         std::string_view detail) {
    PUFA_TRY(auto added, database.prepare(sql::k_add_history));
    added.bind(1, base::to_iso(now)).bind(2, what).bind(3, id.value).bind(4, sequence);
    if (from)
        added.bind(5, *from);
    else
        added.bind_null(5);
    PUFA_CHECK(added.bind(6, detail).run());
    PUFA_TRY(auto capped, database.prepare(sql::k_cap_history));
    return capped.bind(1, int64_t{sql::k_history_rows}).run();
}

} // namespace pufa::pack
