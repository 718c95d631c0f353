#pragma once
// A state folder with the fixture pack installed and a scripted participation, for the tests of the
// stats commands.

#include "admin_run.h"
#include "content/base/file.h"
#include "content/pack/store.h"
#include "content/tally/day_file.h"
#include "content/tally/recorder.h"

#include <string>
#include <utility>
#include <vector>

namespace pufa::test {

inline const base::Date k_first_day{2026, 11, 23};
inline const base::Date k_second_day{2026, 11, 24};

class StatsKiosk {
  public:
    explicit StatsKiosk(const std::string& place = "示例中心") {
        const auto lock = pack::StateLock::take(m_paths);
        REQUIRE(lock);
        auto store = pack::Store::open(m_paths, *lock);
        REQUIRE(store);
        auto manifest = support::fixture_manifest();
        for (auto& item : manifest.items) {
            if (auto* video = std::get_if<model::Video>(&item))
                video->audience = {"elderly", "women"};
            if (auto* question = std::get_if<model::Question>(&item))
                question->audience = {"elderly"};
        }
        REQUIRE(
            store->install(m_bench.build(manifest), m_bench.trust(), support::k_fixture_now, {}));
        REQUIRE(base::write_file_atomic(file("kiosk.toml"), "place = \"" + place + "\"\n"));
    }

    /// `times` events like this one.
    void count(const base::Date& day, int hour, tally::Counter counter, const std::string& item,
               int times = 1, tally::Origin origin = tally::Origin::visitor, int option = -1) {
        tally::Event event;
        event.counter = counter;
        event.when = base::start_of(day) + std::chrono::hours{hour} + std::chrono::seconds{754};
        event.session = 0xFEDC'BA98'7654'3210u;
        event.item = item.empty() ? item : support::fixture_item(item).value;
        event.item_version = item.empty() ? 0 : 1;
        event.option = option;
        event.origin = origin;
        for (int i = 0; i < times; ++i)
            m_events.push_back(event);
    }
    /// A morning and an evening of visitors, whose sums the tests know by heart.
    void usual_days() {
        using tally::Counter;
        for (const auto& day : {k_first_day, k_second_day}) {
            count(day, 9, Counter::visit, "", 3);
            count(day, 9, Counter::reached, "wills", 4);
            count(day, 9, Counter::engaged, "wills", 2);
            count(day, 10, Counter::watched_whole, "wills");
            count(day, 10, Counter::engaged, "q1", 5);
            count(day, 10, Counter::answered, "q1", 6, tally::Origin::visitor, 1);
            count(day, 10, Counter::right_at_first, "q1", 2);
            count(day, 11, Counter::looked_up_service, "", 2);
            count(day, 11, Counter::engaged, "guide");
            count(day, 12, Counter::played, "wills", 7, tally::Origin::attract);
        }
        write();
    }
    void write() {
        auto recorder = tally::Recorder::open(m_paths.tally(), support::k_fixture_now);
        REQUIRE(recorder);
        for (const auto& event : m_events)
            (*recorder)->record(event);
        m_events.clear();
        REQUIRE((*recorder)->flush());
    }

    /// pufa-admin stats … on this kiosk.
    [[nodiscard]] Ran run(std::vector<std::string> words) const {
        words.insert(words.begin(), "stats");
        words.insert(words.begin() + 2,
                     {"--state", m_paths.root.string(), "--config", file("kiosk.toml").string()});
        return run_admin(words);
    }
    [[nodiscard]] const base::StatePaths& paths() const { return m_paths; }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const {
        return m_bench.folder() / name;
    }

  private:
    support::PackBench m_bench;
    base::StatePaths m_paths{m_bench.folder() / "state"};
    std::vector<tally::Event> m_events;
};

} // namespace pufa::test
