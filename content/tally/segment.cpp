#include "content/tally/segment.h"

#include "content/base/file.h"
#include "content/tally/day_file.h"
#include "content/tally/schema.h"
#include "content/tally/upkeep.h"

#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace pufa::tally {

namespace {

/// Gives a row only if the event was not there before.
constexpr std::string_view k_add_event =
    "INSERT INTO event (run, ticket, at_ms, session, hour, counter, item, item_version, option,"
    " language, sound, origin, clock) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO NOTHING RETURNING 1";

constexpr std::string_view k_add_to_roll_up =
    "INSERT INTO roll_up (hour, counter, item, item_version, option, language, sound, origin,"
    " clock, count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
    " ON CONFLICT DO UPDATE SET count = count + 1";

/// Binds the nine columns of the roll-up's key from `first` on.
void bind_key(db::Statement& statement, int first, const Numbered& numbered) {
    const auto& event = numbered.event;
    statement.bind(first, int64_t{numbered.local.hour})
        .bind(first + 1, int64_t{static_cast<int>(event.counter)})
        .bind(first + 2, event.item)
        .bind(first + 3, event.item_version)
        .bind(first + 4, int64_t{event.option})
        .bind(first + 5, model::tag(event.language))
        .bind(first + 6, key_of(event.sound))
        .bind(first + 7, key_of(event.origin))
        .bind(first + 8, key_of(event.clock));
}

Result<void> write_meta(db::Database& database, const base::Date& day) {
    PUFA_TRY(auto add, database.prepare(
                           "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING"));
    PUFA_CHECK(add.bind(1, "format").bind(2, k_format).run());
    PUFA_CHECK(add.bind(1, "day").bind(2, base::to_string(day)).run());
    return add.bind(1, "utc_offset_minutes")
        .bind(2, std::to_string(base::k_china_offset.count()))
        .run();
}

/// A file with its tables, whole before it has its name: a power cut leaves no half-made day, which
/// could not be told from a damaged one.
Result<void> begin_file(const std::filesystem::path& file, const base::Date& day) {
    const std::filesystem::path beside = file.string() + ".new";
    for (const auto* suffix : {"-journal", ""}) // of a start that was cut short
        if (::unlink((beside.string() + suffix).c_str()) != 0 && errno != ENOENT)
            return base::from_errno(errno, file.string());
    {
        auto database = db::Database::open(beside, db::Open::create);
        if (!database) return Error{database.error().code, file.string(), database.error().detail};
        PUFA_CHECK(database->migrate(k_migrations));
        PUFA_CHECK(database->transaction([&] { return write_meta(*database, day); }));
    }
    if (std::rename(beside.c_str(), file.c_str()) != 0)
        return base::from_errno(errno, file.string());
    return base::sync_folder(file.parent_path());
}

} // namespace

std::string_view key_of(Origin origin) {
    switch (origin) {
    case Origin::visitor:
        return "visitor";
    case Origin::unattended:
        return "unattended";
    case Origin::attract:
        return "attract";
    case Origin::staff:
        return "staff";
    }
    base::broken_invariant("an origin", __FILE__, __LINE__);
}

std::string_view key_of(SoundLanguage sound) {
    switch (sound) {
    case SoundLanguage::none:
        return "none";
    case SoundLanguage::mandarin:
        return "mandarin";
    case SoundLanguage::cantonese:
        return "cantonese";
    case SoundLanguage::english:
        return "english";
    case SoundLanguage::other:
        return "other";
    case SoundLanguage::unknown:
        return "unknown";
    }
    base::broken_invariant("a language of sound", __FILE__, __LINE__);
}

std::string_view key_of(Clock clock) {
    return clock == Clock::sure ? "sure" : "suspect";
}

Segment::Segment(base::Date day, db::Database database, db::Statement add_event,
                 db::Statement add_to_roll_up)
    : m_day(day)
    , m_database(std::move(database))
    , m_add_event(std::move(add_event))
    , m_add_to_roll_up(std::move(add_to_roll_up)) {}

Result<Segment> Segment::open(const std::filesystem::path& tally_folder, const base::Date& day) {
    const auto file = day_file(tally_folder, day);
    PUFA_CHECK(break_seal(tally_folder, day));
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) PUFA_CHECK(begin_file(file, day));
    PUFA_TRY(auto database, db::Database::open(file, db::Open::create, db::Journal::wal));
    PUFA_CHECK(database.check());
    PUFA_CHECK(database.migrate(k_migrations));
    PUFA_CHECK(database.transaction([&] { return write_meta(database, day); }));
    PUFA_CHECK(check_meta(database, file, day));
    // A copy of the file without its WAL must still be a day's file. A reader may forbid it now.
    static_cast<void>(database.checkpoint());
    PUFA_TRY(auto add_event, database.prepare(k_add_event));
    PUFA_TRY(auto add_to_roll_up, database.prepare(k_add_to_roll_up));
    PUFA_CHECK(base::sync_folder(tally_folder));
    return Segment{day, std::move(database), std::move(add_event), std::move(add_to_roll_up)};
}

Result<void> Segment::write(uint64_t run, std::span<const Numbered> events) {
    return m_database.transaction([&]() -> Result<void> {
        for (const auto& numbered : events) {
            m_add_event.bind(1, std::bit_cast<int64_t>(run))
                .bind(2, std::bit_cast<int64_t>(numbered.ticket))
                .bind(3, int64_t{numbered.event.when.time_since_epoch().count()})
                .bind(4, std::bit_cast<int64_t>(numbered.event.session));
            bind_key(m_add_event, 5, numbered);
            PUFA_TRY(const bool added, m_add_event.step());
            if (!added) continue;
            PUFA_CHECK(m_add_event.run()); // past its one row, to its end
            bind_key(m_add_to_roll_up, 1, numbered);
            PUFA_CHECK(m_add_to_roll_up.run());
        }
        return {};
    });
}

Result<void> Segment::add_gap(WallTime from, WallTime until, std::string_view why) {
    PUFA_TRY(auto add, m_database.prepare("INSERT INTO gap (from_ms, until_ms, why)"
                                          " VALUES (?, ?, ?) ON CONFLICT (from_ms, why) DO UPDATE"
                                          " SET until_ms = max(until_ms, excluded.until_ms)"));
    return add.bind(1, int64_t{from.time_since_epoch().count()})
        .bind(2, int64_t{until.time_since_epoch().count()})
        .bind(3, why)
        .run();
}

Result<void> Segment::back_up(const std::filesystem::path& tally_folder, WallTime now) {
    return tally::back_up(m_database, tally_folder, m_day, now);
}

} // namespace pufa::tally
