#pragma once
// Every word of SQL that touches store.db. Migrations are frozen once released: a change is a new
// one at the end.
//
// pack     one row per pack ever seen: its highest sequence and the active version, if any
// version  one row per installed file; `file` is relative to the state folder
// item     the compiled catalogue: items in the author's order, as in pack.json
// member   where the bytes of each member begin in the version's file
// change   one row: the revision, raised in every transaction that changes what is shown
// statement  signed statements of keys as they came, judged anew whenever they are read
// clock    one row: the latest `created` and `issued` ever taken; only rises

#include <array>
#include <string_view>

namespace pufa::pack::sql {

inline constexpr std::array<std::string_view, 2> k_migrations{R"sql(
CREATE TABLE pack (
    id               TEXT    PRIMARY KEY,
    place            INTEGER NOT NULL,
    highest_sequence INTEGER NOT NULL,
    active_sequence  INTEGER,
    FOREIGN KEY (id, active_sequence) REFERENCES version (pack, sequence)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE version (
    pack            TEXT    NOT NULL REFERENCES pack (id),
    sequence        INTEGER NOT NULL,
    manifest_sha256 TEXT    NOT NULL,
    file            TEXT    NOT NULL,
    size            INTEGER NOT NULL,
    title           TEXT    NOT NULL,
    signer          TEXT    NOT NULL,
    demo            INTEGER NOT NULL,
    installed       TEXT    NOT NULL,
    PRIMARY KEY (pack, sequence)
) STRICT, WITHOUT ROWID;
CREATE TABLE item (
    pack     TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    id       TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (pack, sequence, place),
    UNIQUE (pack, sequence, id),
    FOREIGN KEY (pack, sequence) REFERENCES version (pack, sequence) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE member (
    pack     TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    path     TEXT    NOT NULL,
    offset   INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    PRIMARY KEY (pack, sequence, path),
    FOREIGN KEY (pack, sequence) REFERENCES version (pack, sequence) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO change VALUES (1, 0);
)sql",
                                                              R"sql(
ALTER TABLE version ADD COLUMN signer_key TEXT NOT NULL DEFAULT '';
CREATE TABLE statement (
    place     INTEGER PRIMARY KEY,
    json      TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
CREATE TABLE clock (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    floor TEXT    NOT NULL
) STRICT;
)sql"};

// ---- queries ----

inline constexpr std::string_view k_highest = "SELECT highest_sequence FROM pack WHERE id = ?";
inline constexpr std::string_view k_version =
    "SELECT version.manifest_sha256, version.file,"
    " pack.active_sequence IS version.sequence"
    " FROM version JOIN pack ON pack.id = version.pack WHERE pack = ? AND sequence = ?";
inline constexpr std::string_view k_list =
    "SELECT version.pack, version.sequence, pack.highest_sequence, version.title, version.signer,"
    " version.size, version.file, pack.active_sequence IS version.sequence, version.demo"
    " FROM version JOIN pack ON pack.id = version.pack"
    " ORDER BY pack.place, version.sequence DESC";
inline constexpr std::string_view k_revision = "SELECT revision FROM change";

// ---- the catalogue: active versions only ----

inline constexpr std::string_view k_active_packs =
    "SELECT version.pack, version.sequence, version.title, version.demo, version.file, version.size"
    " FROM version JOIN pack"
    " ON pack.id = version.pack AND pack.active_sequence = version.sequence ORDER BY pack.place";
inline constexpr std::string_view k_items =
    "SELECT id, body FROM item WHERE pack = ? AND sequence = ? ORDER BY place";
inline constexpr std::string_view k_members =
    "SELECT path, offset, size FROM member WHERE pack = ? AND sequence = ?";

// ---- changes ----

inline constexpr std::string_view k_add_pack =
    "INSERT INTO pack (id, place, highest_sequence)"
    " VALUES (?1, (SELECT IFNULL(MAX(place), 0) + 1 FROM pack), ?2)"
    " ON CONFLICT (id) DO UPDATE SET highest_sequence = MAX(highest_sequence, ?2)";
inline constexpr std::string_view k_forget_version =
    "DELETE FROM version WHERE pack = ? AND sequence = ?";
inline constexpr std::string_view k_add_version =
    "INSERT INTO version (pack, sequence, manifest_sha256, file, size, title, signer, demo,"
    " installed, signer_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr std::string_view k_add_item =
    "INSERT INTO item (pack, sequence, place, id, body) VALUES (?, ?, ?, ?, ?)";
inline constexpr std::string_view k_add_member =
    "INSERT INTO member (pack, sequence, path, offset, size) VALUES (?, ?, ?, ?, ?)";
inline constexpr std::string_view k_activate = "UPDATE pack SET active_sequence = ?2 WHERE id = ?1";
inline constexpr std::string_view k_raise_revision = "UPDATE change SET revision = revision + 1";

// ---- trust ----

inline constexpr std::string_view k_statements =
    "SELECT json, signature FROM statement ORDER BY place";
inline constexpr std::string_view k_add_statement =
    "INSERT INTO statement (json, signature) VALUES (?, ?)";
inline constexpr std::string_view k_floor = "SELECT floor FROM clock";
/// Moments of one spelling, so that text in order is time in order.
inline constexpr std::string_view k_raise_floor =
    "INSERT INTO clock (only, floor) VALUES (1, ?1)"
    " ON CONFLICT (only) DO UPDATE SET floor = MAX(floor, ?1)";
inline constexpr std::string_view k_versions_by_key =
    "SELECT version.pack, version.sequence, version.manifest_sha256, version.file,"
    " version.signer_key, pack.active_sequence IS version.sequence"
    " FROM version JOIN pack ON pack.id = version.pack"
    " ORDER BY version.pack, version.sequence DESC";
inline constexpr std::string_view k_withdraw =
    "UPDATE pack SET active_sequence = NULL WHERE id = ?";

} // namespace pufa::pack::sql
