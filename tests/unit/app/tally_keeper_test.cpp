#include "kiosk/app/tally_keeper.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <doctest/doctest.h>

#include <atomic>

using namespace pufa;
using namespace pufa::app;

namespace {

/// What a recorder was given, and how much of it is on the disk.
struct Disk {
    std::vector<tally::Event> events;
    tally::Ticket durable = 0;
    std::optional<Error> trouble;
    std::vector<std::pair<WallTime, tally::Clock>> tended;
};

class ScriptedRecorder final : public tally::Recorder {
  public:
    explicit ScriptedRecorder(Disk& disk)
        : m_disk(disk) {}
    tally::Ticket record(const tally::Event& event) override {
        m_disk.events.push_back(event);
        return m_disk.events.size();
    }
    tally::Ticket durable() const override { return m_disk.durable; }
    Result<void> flush() override { return {}; }
    void tend(WallTime now, tally::Clock clock) override { m_disk.tended.emplace_back(now, clock); }
    std::optional<Error> trouble() const override { return m_disk.trouble; }

  private:
    Disk& m_disk;
};

SteadyTime at_s(int64_t s) {
    return SteadyTime(std::chrono::seconds(s));
}

tally::Event event_of(const char* item) {
    tally::Event event;
    event.item = item;
    return event;
}

} // namespace

TEST_CASE("events go to the recorder and become durable when it says so") {
    Disk disk;
    TallyKeeper keeper([&](WallTime) -> Result<std::unique_ptr<tally::Recorder>> {
        return std::unique_ptr<tally::Recorder>(std::make_unique<ScriptedRecorder>(disk));
    });
    keeper.update(at_s(0), {});
    CHECK_FALSE(keeper.waiting());
    keeper.record(event_of("a"));
    keeper.record(event_of("b"));
    CHECK(disk.events.size() == 2);
    CHECK(keeper.waiting());
    disk.durable = 2;
    CHECK(keeper.durable() == 2);
    CHECK_FALSE(keeper.waiting());
}

TEST_CASE("a recorder that cannot be opened is tried again, and gets what waited in order") {
    Disk disk;
    int tries = 0;
    TallyKeeper keeper([&](WallTime) -> Result<std::unique_ptr<tally::Recorder>> {
        if (++tries < 3) return Error{Code::READ_ONLY, "/state/tally", "read-only file system"};
        return std::unique_ptr<tally::Recorder>(std::make_unique<ScriptedRecorder>(disk));
    });
    static_cast<void>(base::take_logged_warnings());
    keeper.update(at_s(0), {});
    keeper.record(event_of("a"));
    keeper.update(at_s(1), {});
    CHECK(tries == 1); // not with every turn
    keeper.update(at_s(31), {});
    CHECK(tries == 2);
    REQUIRE(keeper.trouble());
    CHECK(keeper.trouble()->code == Code::READ_ONLY);
    CHECK_FALSE(keeper.waiting());
    CHECK_FALSE(keeper.flush().ok());
    const auto warnings = base::take_logged_warnings();
    CHECK(warnings.size() == 1); // told once
    keeper.record(event_of("b"));
    keeper.update(at_s(62), {});
    REQUIRE(disk.events.size() == 2);
    CHECK(disk.events[0].item == "a");
    CHECK(disk.events[1].item == "b");
    CHECK_FALSE(keeper.trouble());
    CHECK(keeper.flush().ok());
}

TEST_CASE("trouble while writing is told once, and again after it had gone") {
    Disk disk;
    TallyKeeper keeper([&](WallTime) -> Result<std::unique_ptr<tally::Recorder>> {
        return std::unique_ptr<tally::Recorder>(std::make_unique<ScriptedRecorder>(disk));
    });
    static_cast<void>(base::take_logged_warnings());
    keeper.update(at_s(0), {});
    disk.trouble = Error{Code::NO_SPACE, "/state/tally", "full"};
    for (int s = 1; s < 5; ++s)
        keeper.update(at_s(s), {});
    CHECK(base::take_logged_warnings().size() == 1);
    disk.trouble.reset();
    keeper.update(at_s(6), {});
    disk.trouble = Error{Code::NO_SPACE, "/state/tally", "full"};
    keeper.update(at_s(7), {});
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("what waits for a recorder is bounded, and the loss is told once") {
    Disk disk;
    bool can_open = false;
    TallyKeeper keeper([&](WallTime) -> Result<std::unique_ptr<tally::Recorder>> {
        if (!can_open) return Error{Code::READ_ONLY, "/state/tally", ""};
        return std::unique_ptr<tally::Recorder>(std::make_unique<ScriptedRecorder>(disk));
    });
    keeper.update(at_s(0), {});
    static_cast<void>(base::take_logged_warnings());
    for (size_t i = 0; i < TallyKeeper::k_most_waiting + 3; ++i)
        keeper.record(event_of("a"));
    CHECK(base::take_logged_warnings().size() == 1);
    can_open = true;
    keeper.update(at_s(60), {});
    CHECK(disk.events.size() == TallyKeeper::k_most_waiting);
}

TEST_CASE(
    "the recorder is told once a minute that time passes, and whether the clock is believed") {
    Disk disk;
    TallyKeeper keeper([&](WallTime) -> Result<std::unique_ptr<tally::Recorder>> {
        return std::unique_ptr<tally::Recorder>(std::make_unique<ScriptedRecorder>(disk));
    });
    const auto noon = base::start_of({2026, 11, 23}) + std::chrono::hours{12};
    keeper.update(at_s(0), noon);
    keeper.update(at_s(59), noon);
    CHECK(disk.tended.size() == 1);
    keeper.update(at_s(60), noon + std::chrono::minutes{1}, noon + std::chrono::hours{1});
    keeper.update(at_s(120), base::start_of({1970, 1, 2}));
    REQUIRE(disk.tended.size() == 3);
    CHECK(disk.tended[0] == std::pair{noon, tally::Clock::sure});
    CHECK(disk.tended[1].second == tally::Clock::suspect); // before the floor
    CHECK(disk.tended[2].second == tally::Clock::suspect);
}
