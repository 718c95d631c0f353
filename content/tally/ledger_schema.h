#pragma once
// The tables of tally/summary.db and of a city's database. A migration is frozen once released.
// In a table WITHOUT ROWID the columns of the key stand first and in its order: the quick_check of
// SQLite 3.40 reads them so.

#include <array>
#include <cstdint>
#include <string_view>

namespace pufa::tally {

/// What SQLite's header calls an application_id: "PuTL".
inline constexpr int64_t k_ledger_application = 0x5075544C;

inline constexpr std::array<std::string_view, 1> k_ledger_migrations{R"sql(
PRAGMA application_id = 1349866572;

CREATE TABLE kiosk (
    number  INTEGER NOT NULL PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE, -- '' in summary.db
    name    TEXT    NOT NULL,
    was     TEXT    NOT NULL,        -- ids of other machines, one blank between two
    made_ms INTEGER NOT NULL         -- of the newest export taken in, milliseconds since 1970, UTC
) STRICT;

CREATE TABLE day (
    number      INTEGER NOT NULL PRIMARY KEY,
    kiosk       INTEGER NOT NULL REFERENCES kiosk (number),
    day         TEXT    NOT NULL, -- 2026-11-23, local
    hash        TEXT    NOT NULL, -- SHA-256 of its rows
    sealed      INTEGER NOT NULL, -- 1: over, its file closed
    file_sha256 TEXT    NOT NULL, -- of the sealed file
    stamp       TEXT    NOT NULL, -- of the file, as it was read
    made_ms     INTEGER NOT NULL,
    rows        INTEGER NOT NULL,
    count       INTEGER NOT NULL, -- sum of its rows' count
    UNIQUE (kiosk, day)
) STRICT;

CREATE TABLE gap (
    day          INTEGER NOT NULL REFERENCES day (number),
    from_minute  INTEGER NOT NULL,
    why          TEXT    NOT NULL,
    until_minute INTEGER NOT NULL,
    PRIMARY KEY (day, from_minute, why)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
    number INTEGER NOT NULL PRIMARY KEY,
    id     TEXT    NOT NULL UNIQUE -- publisher/pack/item, ''
) STRICT;

CREATE TABLE manner (
    number   INTEGER NOT NULL PRIMARY KEY,
    language TEXT    NOT NULL,
    sound    TEXT    NOT NULL,
    origin   TEXT    NOT NULL,
    clock    TEXT    NOT NULL,
    UNIQUE (language, sound, origin, clock)
) STRICT;

CREATE TABLE roll_up (
    day          INTEGER NOT NULL, -- day.number
    hour         INTEGER NOT NULL,
    counter      INTEGER NOT NULL,
    item         INTEGER NOT NULL, -- item.number
    item_version INTEGER NOT NULL,
    option       INTEGER NOT NULL,
    manner       INTEGER NOT NULL, -- manner.number
    count        INTEGER NOT NULL,
    PRIMARY KEY (day, hour, counter, item, item_version, option, manner)
) STRICT, WITHOUT ROWID;
)sql"};

} // namespace pufa::tally
