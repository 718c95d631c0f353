#include "content/tally/recorder.h"

#include "content/base/log.h"
#include "content/tally/segment.h"
#include "tests/support/disk_calls.h"
#include "tests/support/faults.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>

#include <set>
#include <thread>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

/// Until `reached` holds; a hang ends the test instead of the run.
template <class Condition>
bool comes_true(Condition reached) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (!reached()) {
        if (std::chrono::steady_clock::now() > give_up) return false;
        std::this_thread::yield();
    }
    return true;
}

std::string wal(const std::filesystem::path& folder) {
    return day_file(folder, k_day).string() + "-wal";
}

} // namespace

TEST_CASE("an event is stored with all that it says and counted once") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path() / "tally");
    auto event = answer(at(15, 20), option_set(std::vector<int>{0, 2}));
    event.language = model::Language::zh_hant;
    event.sound = SoundLanguage::cantonese;
    event.origin = Origin::staff;
    event.clock = Clock::suspect;
    CHECK(recorder->durable() == 0);
    CHECK(recorder->record(event) == 1);
    REQUIRE(recorder->flush());
    CHECK(recorder->durable() == 1);
    CHECK_FALSE(recorder->trouble());

    const auto stored = events(folder.path() / "tally");
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].ticket == 1);
    CHECK(stored[0].at_ms == event.when.time_since_epoch().count());
    CHECK(static_cast<uint64_t>(stored[0].session) == event.session);
    const RollUpRow expected{15,          4,       "gd-sfj/xianfa/q-3", 12, 69, "zh-Hant",
                             "cantonese", "staff", "suspect",           1};
    CHECK(stored[0].counted_as == expected);
    CHECK(roll_up(folder.path() / "tally") == std::vector{expected});
}

TEST_CASE("events that differ in one part of the key are counted apart, others together") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    const auto base_event = answer(at(9));
    std::vector<Event> different(10, base_event);
    different[1].when = at(10);
    different[2].counter = Counter::reached;
    different[3].item = "gd-sfj/xianfa/q-4";
    different[4].item_version = 13;
    different[5].option = 2;
    different[6].language = model::Language::en;
    different[7].sound = SoundLanguage::mandarin;
    different[8].origin = Origin::attract;
    different[9].clock = Clock::suspect;
    for (int round = 0; round < 3; ++round)
        for (auto event : different) {
            event.session = static_cast<uint64_t>(round); // no part of the key
            event.when += std::chrono::minutes{round};
            recorder->record(event);
        }
    REQUIRE(recorder->flush());
    const auto rows = roll_up(folder.path());
    CHECK(rows.size() == different.size());
    for (const auto& row : rows)
        CHECK(row.count == 3);
    check_roll_up_equals_events(folder.path());
}

TEST_CASE("four threads of a thousand events each lose none and double none") {
    const base::TemporaryFolder folder;
    {
        const auto recorder = open(folder.path());
        std::vector<std::thread> threads;
        for (uint64_t number = 0; number < 4; ++number)
            threads.emplace_back([&recorder, number] {
                Ticket before = 0;
                for (int i = 0; i < 1000; ++i) {
                    auto event = answer(at(9 + i % 3), i % 4);
                    event.session = number;
                    const auto ticket = recorder->record(event);
                    if (ticket <= before) std::abort(); // doctest's checks are not for threads
                    before = ticket;
                    if (i % 250 == 0 && !recorder->flush()) std::abort();
                }
            });
        for (auto& thread : threads)
            thread.join();
        REQUIRE(recorder->flush());
        CHECK(recorder->durable() == 4000);
    }
    const auto stored = events(folder.path());
    REQUIRE(stored.size() == 4000);
    std::map<int64_t, int> of_session;
    for (size_t i = 0; i < stored.size(); ++i) {
        CHECK(stored[i].ticket == static_cast<int64_t>(i) + 1);
        ++of_session[stored[i].session];
    }
    for (int64_t number = 0; number < 4; ++number)
        CHECK(of_session[number] == 1000);
    check_roll_up_equals_events(folder.path());
    CHECK(total(folder.path()) == 4000);
}

TEST_CASE("what is queued is written when the recorder goes") {
    const base::TemporaryFolder folder;
    {
        const auto recorder = open(folder.path());
        for (int i = 0; i < 100; ++i)
            recorder->record(answer(at(9)));
    }
    CHECK_FALSE(std::filesystem::exists(wal(folder.path())));
    CHECK(total(folder.path()) == 100);
}

TEST_CASE("a second start on the same day adds to the first") {
    const base::TemporaryFolder folder;
    for (int start = 0; start < 3; ++start) {
        const auto recorder = open(folder.path());
        CHECK(recorder->record(answer(at(9))) == 1);
        REQUIRE(recorder->flush());
    }
    std::set<int64_t> runs;
    for (const auto& row : events(folder.path()))
        runs.insert(row.run);
    CHECK(runs.size() == 3);
    CHECK(total(folder.path()) == 3);
}

TEST_CASE("at local midnight a new file is begun and the old one is closed") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    const auto midnight = base::start_of({2026, 11, 24});
    recorder->record(answer(midnight - std::chrono::milliseconds{1}));
    REQUIRE(recorder->flush());
    CHECK(std::filesystem::exists(wal(folder.path())));
    recorder->record(answer(midnight));
    REQUIRE(recorder->flush());
    CHECK_FALSE(std::filesystem::exists(wal(folder.path())));

    const base::Date next{2026, 11, 24};
    REQUIRE(roll_up(folder.path()).size() == 1);
    CHECK(roll_up(folder.path())[0].hour == 23);
    REQUIRE(roll_up(folder.path(), next).size() == 1);
    CHECK(roll_up(folder.path(), next)[0].hour == 0);
}

TEST_CASE("a queue that spans days is written to each, in order, and a late event to its own") {
    const base::TemporaryFolder folder;
    {
        const auto recorder = open(folder.path());
        const auto midnight = base::start_of({2026, 11, 24});
        for (const int minutes : {-2, -1, 0, 1, -1, 2}) // -1 after 1: the clock was put back
            recorder->record(answer(midnight + std::chrono::minutes{minutes}));
        REQUIRE(recorder->flush());
        CHECK(recorder->durable() == 6);
    }
    CHECK(total(folder.path()) == 3);
    CHECK(total(folder.path(), {2026, 11, 24}) == 3);
    check_roll_up_equals_events(folder.path());
    check_roll_up_equals_events(folder.path(), {2026, 11, 24});
}

TEST_CASE("on a full disk events wait, trouble says so, and nothing is lost once space returns") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    recorder->record(answer(at(9)));
    REQUIRE(recorder->flush());
    {
        const support::FileSizeLimit full{32 * 1024};
        for (int i = 0; i < 2000; ++i)
            recorder->record(answer(at(10), i % 4));
        const auto refused = recorder->flush();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::NO_SPACE);
        REQUIRE(recorder->trouble());
        CHECK(recorder->trouble()->code == Code::NO_SPACE);
        CHECK(recorder->durable() < 2001);
        CHECK(support::FileSizeLimit::fired());
    }
    REQUIRE(recorder->flush());
    CHECK_FALSE(recorder->trouble());
    CHECK(recorder->durable() == 2001);
    CHECK(events(folder.path()).size() == 2001);
    check_roll_up_equals_events(folder.path());
    CHECK(base::take_logged_warnings().size() >= 1);
}

TEST_CASE("writing resumes by itself, with no new event and no flush") {
    const base::TemporaryFolder folder;
    const auto recorder =
        open(folder.path(), {.most_waiting = 1000, .retry_after = std::chrono::milliseconds{5}});
    {
        const support::ReadOnlyDisk disk{folder.path()};
        recorder->record(answer(at(9)));
        REQUIRE_FALSE(recorder->flush());
        CHECK(disk.fired());
    }
    CHECK(comes_true([&] { return recorder->durable() == 1; }));
    CHECK(comes_true([&] { return !recorder->trouble(); }));
    CHECK(base::take_logged_warnings().size() >= 1);
}

TEST_CASE("a disk that goes read-only under the recorder loses nothing") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    recorder->record(answer(at(9)));
    REQUIRE(recorder->flush());
    {
        const support::ReadOnlyDisk disk{folder.path()};
        recorder->record(answer(at(10)));
        const auto refused = recorder->flush();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::READ_ONLY);
        CHECK(disk.fired());
        // The second try begins with opening the file anew.
        const auto again = recorder->flush();
        REQUIRE_FALSE(again);
        CHECK(again.error().code == Code::READ_ONLY);
        CHECK(recorder->durable() == 1);
    }
    REQUIRE(recorder->flush());
    CHECK(total(folder.path()) == 2);
    CHECK(base::take_logged_warnings().size() >= 1);
}

TEST_CASE("a commit whose sync failed is not called durable and is not counted twice") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    recorder->record(answer(at(9)));
    REQUIRE(recorder->flush());
    {
        const support::FailingSync disk{folder.path()};
        for (int i = 0; i < 10; ++i)
            recorder->record(answer(at(10)));
        const auto refused = recorder->flush();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::DISK_ERROR);
        CHECK(disk.fired());
        CHECK(recorder->durable() == 1);
    }
    REQUIRE(recorder->flush());
    CHECK(recorder->durable() == 11);
    CHECK(events(folder.path()).size() == 11);
    check_roll_up_equals_events(folder.path());
    CHECK(base::take_logged_warnings().size() >= 1);
}

TEST_CASE("what waited is written in one commit") {
    const base::TemporaryFolder folder;
    const auto recorder =
        open(folder.path(), {.most_waiting = 5000, .retry_after = std::chrono::hours{1}});
    {
        const support::ReadOnlyDisk disk{folder.path()};
        for (int i = 0; i < 1000; ++i)
            recorder->record(answer(at(9), i % 4));
        REQUIRE_FALSE(recorder->flush());
        CHECK(disk.fired());
    }
    const int before = support::syncs();
    REQUIRE(recorder->flush());
    CHECK(recorder->durable() == 1000);
    // One for the commit; the rest is for opening the file anew.
    CHECK(support::syncs() - before >= 1);
    CHECK(support::syncs() - before < 10);
    static_cast<void>(base::take_logged_warnings());
}

TEST_CASE("more events than may wait are lost, counted, and never called durable") {
    const base::TemporaryFolder folder;
    {
        const auto recorder =
            open(folder.path(), {.most_waiting = 10, .retry_after = std::chrono::hours{1}});
        {
            const support::ReadOnlyDisk disk{folder.path()};
            for (Ticket expected = 1; expected <= 15; ++expected)
                CHECK(recorder->record(answer(at(9))) == expected);
            REQUIRE_FALSE(recorder->flush());
            CHECK(disk.fired());
        }
        const auto flushed = recorder->flush();
        REQUIRE_FALSE(flushed);
        CHECK(flushed.error().detail.find("5 events were lost") == 0);
        CHECK(recorder->durable() == 10);
        CHECK_FALSE(recorder->trouble());

        recorder->record(answer(at(9)));
        REQUIRE_FALSE(recorder->flush());
        CHECK(recorder->durable() == 10);
    }
    CHECK(total(folder.path()) == 11);
    static_cast<void>(base::take_logged_warnings());
}

TEST_CASE("a damaged file is kept aside with its bytes and a fresh one is begun") {
    const base::TemporaryFolder folder;
    const auto file = day_file(folder.path(), k_day);
    for (const std::string number : {"1", "2"}) {
        {
            const auto recorder = open(folder.path());
            recorder->record(answer(at(9)));
        }
        // The second page is the root of the first table; its first byte is the kind of page.
        support::flip_bit(file, 4096, 2);
        const auto damaged = base::read_file(file);
        REQUIRE(damaged);
        REQUIRE(base::take_logged_warnings().empty());

        const auto recorder = open(folder.path());
        const auto logged = base::take_logged_warnings();
        REQUIRE(logged.size() == 1);
        CHECK(logged[0].find("2026-11-23.db.damaged-" + number) != std::string::npos);
        CHECK(*base::read_file(file.string() + ".damaged-" + number) == *damaged);
        CHECK_FALSE(recorder->trouble());
        CHECK(total(folder.path()) == 0);
        recorder->record(answer(at(10)));
        REQUIRE(recorder->flush());
        CHECK(total(folder.path()) == 1);
    }
    const auto files = list_days(folder.path());
    REQUIRE(files);
    CHECK(files->days == std::vector{k_day});
    CHECK(files->set_aside ==
          std::vector<std::string>{"2026-11-23.db.damaged-1", "2026-11-23.db.damaged-2"});
}

TEST_CASE("a file that is found damaged while it is written is set aside and the event is kept") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    recorder->record(answer(at(9)));
    REQUIRE(recorder->flush());
    {
        auto other = db::Database::open(day_file(folder.path(), k_day), db::Open::read_write,
                                        db::Journal::wal);
        REQUIRE(other);
        REQUIRE(other->execute("DROP TABLE roll_up"));
    }
    recorder->record(answer(at(10)));
    REQUIRE(recorder->flush());
    CHECK(recorder->durable() == 2);
    CHECK(total(folder.path()) == 1);
    CHECK(base::take_logged_warnings().size() == 1);

    // What was there before can still be taken out of the file set aside.
    auto aside = db::Database::open(day_file(folder.path(), k_day).string() + ".damaged-1",
                                    db::Open::read_only);
    REQUIRE(aside);
    auto count = aside->prepare("SELECT COUNT(*) FROM event");
    REQUIRE(count);
    REQUIRE(*count->step());
    CHECK(count->integer(0) == 1);
}

TEST_CASE("told that time has passed, the writer backs up and seals beside its writing") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    recorder->record(answer(at(9)));
    recorder->tend(at(9, 1), Clock::sure);
    CHECK(comes_true([&] { return std::filesystem::exists(backup_file(folder.path(), k_day)); }));
    const base::Date next{2026, 11, 24};
    recorder->tend(base::start_of(next), Clock::sure);
    CHECK(comes_true([&] { return std::filesystem::exists(seal_file(folder.path(), k_day)); }));
    CHECK(comes_true([&] { return std::filesystem::exists(day_file(folder.path(), next)); }));
    recorder->record(answer(base::start_of(next)));
    REQUIRE(recorder->flush());
    CHECK(total(folder.path(), next) == 1);
}

TEST_CASE("events lost while too many waited are a gap of their day") {
    const base::TemporaryFolder folder;
    {
        const auto recorder =
            open(folder.path(), {.most_waiting = 2, .retry_after = std::chrono::hours{1}});
        {
            const support::ReadOnlyDisk disk{folder.path()};
            for (int minute = 0; minute < 6; ++minute)
                recorder->record(answer(at(9, minute)));
            REQUIRE_FALSE(recorder->flush());
            CHECK(disk.fired());
        }
        REQUIRE_FALSE(recorder->flush()); // says that some were lost
        recorder->record(answer(at(9, 10)));
        REQUIRE_FALSE(recorder->flush());
    }
    const auto read = read_day(day_file(folder.path(), k_day), k_day);
    REQUIRE(read);
    CHECK(read->gaps == std::vector<Gap>{{k_day, "overflow", 9 * 60 + 2, 9 * 60 + 5}});
    static_cast<void>(base::take_logged_warnings());
}

TEST_CASE("a file of a later program is refused and stays as it is") {
    const base::TemporaryFolder folder;
    const auto file = day_file(folder.path(), k_day);
    { open(folder.path()); }
    {
        auto later = db::Database::open(file, db::Open::read_write, db::Journal::wal);
        REQUIRE(later);
        REQUIRE(later->execute("PRAGMA user_version = 99"));
    }
    const auto before = base::read_file(file);
    const auto refused = Recorder::open(folder.path(), at(9));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::NEWER_DATABASE);
    CHECK(*base::read_file(file) == *before);
}

TEST_CASE("a folder that cannot be written is refused with its cause") {
    const base::TemporaryFolder folder;
    {
        const support::ReadOnlyDisk disk{folder.path()};
        const auto refused = Recorder::open(folder.path(), at(9));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::READ_ONLY);
        CHECK(disk.fired());
    }
    REQUIRE(base::write_file_atomic(folder.path() / "file", "x"));
    CHECK_FALSE(Recorder::open(folder.path() / "file" / "tally", at(9)));
    CHECK(open(folder.path())->flush());
}
