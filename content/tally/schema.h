#pragma once
// The tables of a day's file, tally/2026-11-23.db. docs/stats-format.md describes them for people;
// the comments below are kept by SQLite inside each file. A migration is frozen once released: a
// change is a further element, never an edit.

#include <array>
#include <string_view>

namespace pufa::tally {

/// meta.format of the files that this program writes; raised when the meaning of a column changes.
inline constexpr std::string_view k_format = "2";
/// Read as well: files of format 1 have neither a clock column nor gaps.
inline constexpr std::string_view k_first_format = "1";

inline constexpr std::array<std::string_view, 2> k_migrations{R"sql(
CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY, -- format, day (2026-11-23), utc_offset_minutes
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What happened, one row each. Never exported.
CREATE TABLE event (
    run          INTEGER NOT NULL, -- random, one per start of the recorder
    ticket       INTEGER NOT NULL, -- from 1 within a run; with run it makes a retry harmless
    at_ms        INTEGER NOT NULL, -- milliseconds since 1970, UTC
    hour         INTEGER NOT NULL, -- 0 to 23, local
    counter      INTEGER NOT NULL, -- content/tally/counter.h
    session      INTEGER NOT NULL, -- random, never leaves the kiosk
    item         TEXT    NOT NULL, -- publisher/pack/item, '' for counters of the visit itself
    item_version INTEGER NOT NULL, -- sequence of the item's pack
    option       INTEGER NOT NULL, -- -1 none, 0 to 5 A to F, 64 + bits a set of them
    language     TEXT    NOT NULL, -- zh-Hans, zh-Hant, en
    sound        TEXT    NOT NULL, -- none, mandarin, cantonese
    origin       TEXT    NOT NULL, -- visitor, unattended, attract, staff
    PRIMARY KEY (run, ticket)
) STRICT, WITHOUT ROWID;

-- The same, counted; written in the transaction of the events. All that exports and reports read.
CREATE TABLE roll_up (
    hour         INTEGER NOT NULL,
    counter      INTEGER NOT NULL,
    item         TEXT    NOT NULL,
    item_version INTEGER NOT NULL,
    option       INTEGER NOT NULL,
    language     TEXT    NOT NULL,
    sound        TEXT    NOT NULL,
    origin       TEXT    NOT NULL,
    count        INTEGER NOT NULL,
    PRIMARY KEY (hour, counter, item, item_version, option, language, sound, origin)
) STRICT, WITHOUT ROWID;
)sql",
                                                              R"sql(
-- Whether the clock that gave at_ms, hour and the day of this file could be believed.
ALTER TABLE event ADD COLUMN clock TEXT NOT NULL DEFAULT 'sure'; -- sure, suspect

ALTER TABLE roll_up RENAME TO roll_up_1;
CREATE TABLE roll_up (
    hour         INTEGER NOT NULL,
    counter      INTEGER NOT NULL,
    item         TEXT    NOT NULL,
    item_version INTEGER NOT NULL,
    option       INTEGER NOT NULL,
    language     TEXT    NOT NULL,
    sound        TEXT    NOT NULL,
    origin       TEXT    NOT NULL,
    clock        TEXT    NOT NULL,
    count        INTEGER NOT NULL,
    PRIMARY KEY (hour, counter, item, item_version, option, language, sound, origin, clock)
) STRICT, WITHOUT ROWID;
INSERT INTO roll_up SELECT hour, counter, item, item_version, option, language, sound, origin,
                           'sure', count FROM roll_up_1;
DROP TABLE roll_up_1;

-- What was recorded and is not in this file.
CREATE TABLE gap (
    from_ms  INTEGER NOT NULL, -- milliseconds since 1970, UTC
    why      TEXT    NOT NULL, -- damaged: the file was set aside, a backup may have been restored;
                               -- overflow: too many waited for a disk that could not be written
    until_ms INTEGER NOT NULL,
    PRIMARY KEY (from_ms, why)
) STRICT, WITHOUT ROWID;

UPDATE meta SET value = '2' WHERE key = 'format';
)sql"};

} // namespace pufa::tally
