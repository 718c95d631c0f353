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
// scrub    one row: when the present or last pass over all members began, and ended
// history  what happened to packs, the last k_history_rows of it
//
// Times are ISO texts in UTC; `damaged` is when it was found, NULL while sound; `checked` is when
// it was last read, NULL if not since it was installed.

#include <array>
#include <string_view>

namespace pufa::pack::sql {

inline constexpr std::array<std::string_view, 3> k_migrations{R"sql(
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
)sql",
                                                              R"sql(
ALTER TABLE pack ADD COLUMN highest_manifest_sha256 TEXT;
UPDATE pack SET highest_manifest_sha256 =
    (SELECT manifest_sha256 FROM version
     WHERE version.pack = pack.id AND version.sequence = pack.highest_sequence);
ALTER TABLE version ADD COLUMN created TEXT NOT NULL DEFAULT '';
ALTER TABLE version ADD COLUMN not_before TEXT;
ALTER TABLE version ADD COLUMN not_after TEXT;
ALTER TABLE version ADD COLUMN items INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version ADD COLUMN damaged TEXT;
ALTER TABLE version ADD COLUMN checked TEXT;
UPDATE version SET items =
    (SELECT COUNT(*) FROM item
     WHERE item.pack = version.pack AND item.sequence = version.sequence);
ALTER TABLE member ADD COLUMN sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN damaged TEXT;
ALTER TABLE member ADD COLUMN checked TEXT;
CREATE INDEX member_damaged ON member (pack, sequence) WHERE damaged IS NOT NULL;
CREATE TABLE scrub (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    begun TEXT,
    ended TEXT
) STRICT;
INSERT INTO scrub VALUES (1, NULL, NULL);
CREATE TABLE history (
    place         INTEGER PRIMARY KEY,
    at            TEXT    NOT NULL,
    what          TEXT    NOT NULL,
    pack          TEXT    NOT NULL,
    sequence      INTEGER NOT NULL,
    from_sequence INTEGER,
    detail        TEXT    NOT NULL
) STRICT;
)sql"};

// ---- queries ----

inline constexpr std::string_view k_pack =
    "SELECT highest_sequence, highest_manifest_sha256, active_sequence FROM pack WHERE id = ?";
inline constexpr std::string_view k_version =
    "SELECT version.manifest_sha256, version.file,"
    " pack.active_sequence IS version.sequence, version.damaged IS NOT NULL,"
    " EXISTS (SELECT 1 FROM member WHERE member.pack = version.pack"
    " AND member.sequence = version.sequence AND member.damaged IS NOT NULL)"
    " FROM version JOIN pack ON pack.id = version.pack WHERE pack = ? AND sequence = ?";
inline constexpr std::string_view k_list =
    "SELECT version.pack, version.sequence, pack.highest_sequence, version.title, version.signer,"
    " version.size, version.file, pack.active_sequence IS version.sequence, version.demo,"
    " version.signer_key, version.items, version.not_before, version.not_after, version.installed,"
    " version.checked, version.damaged IS NOT NULL,"
    " (SELECT COUNT(*) FROM member WHERE member.pack = version.pack"
    " AND member.sequence = version.sequence AND member.damaged IS NOT NULL),"
    " version.manifest_sha256"
    " FROM version JOIN pack ON pack.id = version.pack"
    " ORDER BY pack.place, version.sequence DESC";
inline constexpr std::string_view k_versions_of =
    "SELECT sequence, file FROM version WHERE pack = ? ORDER BY sequence DESC";
inline constexpr std::string_view k_all_files = "SELECT pack, sequence, file FROM version";
inline constexpr std::string_view k_revision = "SELECT revision FROM change";
inline constexpr std::string_view k_history =
    "SELECT at, what, pack, sequence, from_sequence, detail FROM history"
    " ORDER BY place DESC LIMIT ?";

/// Of a database that is damaged; in the order in which the columns stand on the disk.
inline constexpr std::string_view k_salvage_packs =
    "SELECT id, place, highest_sequence, active_sequence, highest_manifest_sha256 FROM pack";

// ---- the catalogue: active versions only ----

inline constexpr std::string_view k_active_packs =
    "SELECT version.pack, version.sequence, version.title, version.demo, version.file, version.size"
    " FROM version JOIN pack"
    " ON pack.id = version.pack AND pack.active_sequence = version.sequence ORDER BY pack.place";
inline constexpr std::string_view k_items =
    "SELECT id, body FROM item WHERE pack = ? AND sequence = ? ORDER BY place";
inline constexpr std::string_view k_members =
    "SELECT path, offset, size, damaged IS NOT NULL FROM member WHERE pack = ? AND sequence = ?";

// ---- changes ----

/// The pack, the sequence and the identity of a version that is being installed.
inline constexpr std::string_view k_add_pack =
    "INSERT INTO pack (id, place, highest_sequence, highest_manifest_sha256)"
    " VALUES (?1, (SELECT IFNULL(MAX(place), 0) + 1 FROM pack), ?2, ?3)"
    " ON CONFLICT (id) DO UPDATE SET"
    " highest_manifest_sha256 ="
    " CASE WHEN ?2 >= highest_sequence THEN ?3 ELSE highest_manifest_sha256 END,"
    " highest_sequence = MAX(highest_sequence, ?2)";
inline constexpr std::string_view k_forget_version =
    "DELETE FROM version WHERE pack = ? AND sequence = ?";
inline constexpr std::string_view k_add_version =
    "INSERT INTO version (pack, sequence, manifest_sha256, file, size, title, signer, demo,"
    " installed, signer_key, created, not_before, not_after, items)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
inline constexpr std::string_view k_add_item =
    "INSERT INTO item (pack, sequence, place, id, body) VALUES (?, ?, ?, ?, ?)";
inline constexpr std::string_view k_add_member =
    "INSERT INTO member (pack, sequence, path, offset, size, sha256) VALUES (?, ?, ?, ?, ?, ?)";
inline constexpr std::string_view k_activate = "UPDATE pack SET active_sequence = ?2 WHERE id = ?1";
inline constexpr std::string_view k_deactivate =
    "UPDATE pack SET active_sequence = NULL WHERE id = ?";
inline constexpr std::string_view k_members_sound =
    "UPDATE member SET damaged = NULL, checked = ?3 WHERE pack = ?1 AND sequence = ?2";
inline constexpr std::string_view k_version_sound =
    "UPDATE version SET damaged = NULL, checked = ?3 WHERE pack = ?1 AND sequence = ?2";
inline constexpr std::string_view k_raise_revision = "UPDATE change SET revision = revision + 1";
inline constexpr std::string_view k_set_revision = "UPDATE change SET revision = ?";
inline constexpr std::string_view k_add_history =
    "INSERT INTO history (at, what, pack, sequence, from_sequence, detail)"
    " VALUES (?, ?, ?, ?, ?, ?)";
inline constexpr int k_history_rows = 1000;
inline constexpr std::string_view k_cap_history =
    "DELETE FROM history WHERE place <= (SELECT MAX(place) FROM history) - ?";

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

// ---- the scrub ----

inline constexpr std::string_view k_members_to_check =
    "SELECT path, offset, size, sha256, IFNULL(checked, ''), damaged IS NOT NULL FROM member"
    " WHERE pack = ? AND sequence = ? ORDER BY offset, path";
/// Changes a row only if its mark becomes another one: ?3 is when, ?4 is 1 for damaged.
inline constexpr std::string_view k_mark_member =
    "UPDATE member SET damaged = IIF(?4, ?3, NULL)"
    " WHERE pack = ?1 AND sequence = ?2 AND path = ?5 AND (damaged IS NOT NULL) IS NOT ?4";
inline constexpr std::string_view k_mark_version =
    "UPDATE version SET damaged = IIF(?4, ?3, NULL)"
    " WHERE pack = ?1 AND sequence = ?2 AND (damaged IS NOT NULL) IS NOT ?4";
inline constexpr std::string_view k_member_checked =
    "UPDATE member SET checked = ?3 WHERE pack = ?1 AND sequence = ?2 AND path = ?4";
inline constexpr std::string_view k_version_checked =
    "UPDATE version SET checked = ?3 WHERE pack = ?1 AND sequence = ?2";
inline constexpr std::string_view k_scrub = "SELECT begun, ended FROM scrub";
/// A pass that has not ended goes on, unless the clock was set back behind its beginning.
inline constexpr std::string_view k_begin_scrub =
    "UPDATE scrub SET begun = ?1 WHERE begun IS NULL OR begun <= ended OR begun > ?1";
inline constexpr std::string_view k_end_scrub = "UPDATE scrub SET ended = ?1";

} // namespace pufa::pack::sql
