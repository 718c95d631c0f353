#include "content/base/clock.h"
#include "content/tally/day_file.h"
#include "content/tally/recorder.h"
#include "content/tally/schema.h"
#include "tests/bench/tally_bench.h"

#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <string>

namespace pufa::bench {

namespace {

constexpr int k_rounds = 3;
constexpr int k_one_by_one = 2000;
constexpr int k_at_once = 200'000;
const base::Date k_day{2026, 11, 23};

double seconds(const std::function<void()>& work) {
    const auto began = base::steady_now();
    work();
    return std::chrono::duration<double>(base::steady_now() - began).count();
}

tally::Event event_of(int number) {
    tally::Event event;
    event.counter = number % 3 == 0 ? tally::Counter::reached : tally::Counter::answered;
    event.when = base::start_of(k_day) + std::chrono::seconds{9 * 3600 + number % 28'800};
    event.session = static_cast<uint64_t>(number / 7);
    event.item = "gd-sfj/xianfa/q-" + std::to_string(number % 50);
    event.item_version = 12;
    event.option = number % 4;
    return event;
}

/// `each`: every event is durable before the next one comes.
Result<double> ours(const std::filesystem::path& folder, int count, bool each) {
    PUFA_TRY(const auto recorder,
             tally::Recorder::open(folder, base::start_of(k_day),
                                   {.most_waiting = static_cast<size_t>(count) + 1}));
    Result<void> done;
    const auto took = seconds([&] {
        for (int number = 0; number < count && done; ++number) {
            recorder->record(event_of(number));
            if (each) done = recorder->flush();
        }
        if (done) done = recorder->flush();
    });
    if (!done) return done.error();
    return took;
}

/// A loop as anybody would write it: the same tables, prepared statements, WAL and FULL.
class Bare {
  public:
    explicit Bare(const std::filesystem::path& file) {
        PUFA_ASSERT(sqlite3_open(file.c_str(), &m_handle) == SQLITE_OK);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        for (const auto migration : tally::k_migrations)
            run(std::string{migration}.c_str());
        m_event = prepare("INSERT INTO event (run, ticket, at_ms, session, hour, counter, item,"
                          " item_version, option, language, sound, origin, clock)"
                          " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 'zh-Hans', 'none', 'visitor',"
                          " 'sure')");
        m_roll_up = prepare("INSERT INTO roll_up (hour, counter, item, item_version, option,"
                            " language, sound, origin, clock, count) VALUES (?, ?, ?, ?, ?,"
                            " 'zh-Hans', 'none', 'visitor', 'sure', 1)"
                            " ON CONFLICT DO UPDATE SET count = count + 1");
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare() {
        sqlite3_finalize(m_event);
        sqlite3_finalize(m_roll_up);
        sqlite3_close(m_handle);
    }
    void write(int count, bool each) {
        if (!each) run("BEGIN IMMEDIATE");
        for (int number = 0; number < count; ++number) {
            if (each) run("BEGIN IMMEDIATE");
            put(number);
            if (each) run("COMMIT");
        }
        if (!each) run("COMMIT");
    }

  private:
    void run(const char* sql) {
        PUFA_ASSERT(sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        PUFA_ASSERT(sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) == SQLITE_OK);
        return statement;
    }
    static void step(sqlite3_stmt* statement) {
        PUFA_ASSERT(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
    }
    static void key(sqlite3_stmt* statement, int first, const tally::Event& event) {
        sqlite3_bind_int(statement, first, base::to_local(event.when).hour);
        sqlite3_bind_int(statement, first + 1, static_cast<int>(event.counter));
        sqlite3_bind_text(statement, first + 2, event.item.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_int64(statement, first + 3, event.item_version);
        sqlite3_bind_int(statement, first + 4, event.option);
    }
    void put(int number) {
        const auto event = event_of(number);
        sqlite3_bind_int(m_event, 1, number + 1);
        sqlite3_bind_int64(m_event, 2, event.when.time_since_epoch().count());
        sqlite3_bind_int64(m_event, 3, static_cast<int64_t>(event.session));
        key(m_event, 4, event);
        step(m_event);
        key(m_roll_up, 1, event);
        step(m_roll_up);
    }

    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_event = nullptr;
    sqlite3_stmt* m_roll_up = nullptr;
};

} // namespace

Result<void> measure_recording(const TallyPlace& place, std::vector<Row>& rows) {
    for (const bool each : {true, false}) {
        const auto count = std::max(100, static_cast<int>((each ? k_one_by_one : k_at_once) *
                                                          std::min(1.0, place.scale * 10)));
        std::vector<double> of_ours;
        std::vector<double> of_sqlite;
        for (int round = 0; round < k_rounds; ++round) {
            const auto name = std::to_string(each) + "-" + std::to_string(round);
            PUFA_TRY(const auto took, ours(place.folder / ("ours-" + name), count, each));
            of_ours.push_back(count / took);
            Bare bare{place.folder / ("bare-" + name + ".db")};
            of_sqlite.push_back(count / seconds([&] { bare.write(count, each); }));
        }
        const std::string what = each ? "each durable before the next" : "as they come";
        rows.push_back({what, "ours", "durable_events", quantile(of_ours, 0.5), "1/s"});
        rows.push_back({what, "sqlite", "durable_events", quantile(of_sqlite, 0.5), "1/s"});
    }
    return {};
}

} // namespace pufa::bench
