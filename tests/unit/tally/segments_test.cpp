#include "content/tally/segments.h"

#include "content/base/hash.h"
#include "content/base/log.h"
#include "content/base/process.h"
#include "content/tally/export.h"
#include "content/tally/summary.h"
#include "content/tally/upkeep.h"
#include "tests/support/faults.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

const base::Date k_next{2026, 11, 24};

/// Segments as a writer's thread has them; its events are numbered on.
class Writing {
  public:
    explicit Writing(RecorderOptions options = {}, const base::TemporaryFolder* folder = nullptr)
        : m_folder(folder ? folder->path() : m_own.path())
        , m_segments(m_folder, options) {}
    void write(WallTime when, int times = 1) {
        const auto local = base::to_local(when);
        const auto segment = m_segments.of(local.date, when);
        REQUIRE(segment);
        std::vector<Numbered> events;
        for (int i = 0; i < times; ++i)
            events.push_back({++m_ticket, answer(when, i % 4), local});
        REQUIRE((*segment)->write(7, events));
        m_segments.written();
    }
    void tend(WallTime now, Clock clock = Clock::sure) { m_segments.tend(now, clock); }
    [[nodiscard]] Segments& segments() { return m_segments; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path file(const base::Date& day = k_day) const {
        return day_file(m_folder, day);
    }
    [[nodiscard]] int64_t in_backup(const base::Date& day = k_day) const {
        const auto read = read_day(backup_file(m_folder, day), day);
        if (!read) return -1;
        int64_t count = 0;
        for (const auto& row : read->roll_up)
            count += row.count;
        return count;
    }
    [[nodiscard]] std::vector<Gap> gaps(const base::Date& day = k_day) const {
        const auto read = read_day(file(day), day);
        REQUIRE(read);
        return read->gaps;
    }

  private:
    base::TemporaryFolder m_own;
    std::filesystem::path m_folder;
    Segments m_segments;
    Ticket m_ticket = 0;
};

mode_t mode_of(const std::filesystem::path& file) {
    struct stat facts {};
    REQUIRE(::stat(file.c_str(), &facts) == 0);
    return facts.st_mode & 0777;
}

} // namespace

TEST_CASE("the open day is backed up every few minutes, and only if something was written") {
    Writing writing;
    writing.write(at(9), 3);
    writing.tend(at(9));
    CHECK(writing.in_backup() == 3);
    writing.write(at(9, 1), 2);
    writing.tend(at(9, 2));
    CHECK(writing.in_backup() == 3); // three minutes have not passed
    writing.tend(at(9, 3));
    CHECK(writing.in_backup() == 5);
    const auto before = *base::read_file(backup_file(writing.folder(), k_day));
    writing.tend(at(9, 30));
    CHECK(*base::read_file(backup_file(writing.folder(), k_day)) == before);
    CHECK_FALSE(std::filesystem::exists(backup_file(writing.folder(), k_day).string() + ".new"));
}

TEST_CASE("a suspect clock is backed up too, but neither seals nor deletes nor begins a day") {
    Writing writing{{.keep_days = 1}};
    writing.write(at(9), 3);
    writing.tend(at(9) + std::chrono::hours{24 * 900}, Clock::suspect);
    CHECK(writing.in_backup() == 3);
    CHECK_FALSE(is_sealed(writing.folder(), k_day));
    CHECK(list_days(writing.folder())->days == std::vector{k_day});
}

TEST_CASE("after midnight the day is sealed: one read-only file whose hash sha256sum confirms") {
    Writing writing;
    writing.write(at(9), 5);
    writing.tend(base::start_of(k_next) + std::chrono::minutes{1});
    CHECK(is_sealed(writing.folder(), k_day));
    CHECK(mode_of(writing.file()) == 0444);
    CHECK_FALSE(std::filesystem::exists(writing.file().string() + "-wal"));
    CHECK(writing.in_backup() == 5);
    CHECK(list_days(writing.folder())->days == std::vector{k_day, k_next});
    const auto checked =
        base::run("/bin/sh", {"-c", "cd '" + writing.folder().string() +
                                        "' && sha256sum --check 2026-11-23.db.sha256 && sqlite3 "
                                        "2026-11-23.db 'SELECT sum(count) FROM roll_up'"});
    REQUIRE(checked);
    CHECK(checked->exit_code == 0);
    CHECK(checked->output == "2026-11-23.db: OK\n5\n");

    auto summary = Summary::refresh(writing.folder(), at(20));
    REQUIRE(summary);
    CHECK(summary->days()[0].sealed);
    CHECK_FALSE(summary->days()[1].sealed);
    CHECK(summary->damaged().empty());
}

TEST_CASE("a clock that is set while it runs leaves each event its own day, and today has a file") {
    const base::Date far{2031, 5, 1}, old{2026, 1, 2};
    Writing writing;
    SUBCASE("back from a day that has not come: that day stays open, whole and unsealed") {
        writing.write(base::start_of(far) + std::chrono::hours{9}, 2);
        writing.tend(at(9));
        CHECK(list_days(writing.folder())->days == std::vector{k_day, far});
        CHECK_FALSE(is_sealed(writing.folder(), far));
        CHECK_FALSE(std::filesystem::exists(writing.file(far).string() + "-wal"));
        CHECK(read_day(writing.file(far), far)->roll_up.size() == 2);
        writing.write(at(9), 3);
        writing.tend(at(9, 3));
        CHECK(writing.gaps().empty());
        CHECK(writing.in_backup() == 3);
    }
    SUBCASE("on from a day long gone: that day is sealed with what it had") {
        writing.write(base::start_of(old) + std::chrono::hours{9}, 2);
        writing.tend(base::start_of(old) + std::chrono::hours{10}, Clock::suspect);
        CHECK_FALSE(is_sealed(writing.folder(), old));
        writing.tend(at(9));
        CHECK(list_days(writing.folder())->days == std::vector{old, k_day});
        CHECK(is_sealed(writing.folder(), old));
        CHECK(writing.in_backup(old) == 2);
        auto summary = Summary::refresh(writing.folder(), at(20));
        REQUIRE(summary);
        CHECK(summary->damaged().empty());
    }
}

TEST_CASE("days left open by a kiosk that was off are sealed when it runs again") {
    const base::TemporaryFolder folder;
    {
        Writing before{{}, &folder};
        before.write(at(9));
    }
    Writing now{{}, &folder};
    now.tend(at(9) + std::chrono::hours{24 * 5});
    CHECK(is_sealed(folder.path(), k_day));
}

TEST_CASE("an event that comes late breaks the seal of its day, which is sealed anew") {
    Writing writing;
    writing.write(at(9), 5);
    const auto morning = base::start_of(k_next) + std::chrono::hours{8};
    writing.tend(morning);
    const auto first = *base::read_file(seal_file(writing.folder(), k_day));
    writing.write(at(23, 59)); // the clock was put back
    CHECK_FALSE(is_sealed(writing.folder(), k_day));
    CHECK(mode_of(writing.file()) == 0644);
    writing.tend(morning);
    CHECK(is_sealed(writing.folder(), k_day));
    CHECK(*base::read_file(seal_file(writing.folder(), k_day)) != first);
    CHECK(total(writing.folder()) == 6);
    check_roll_up_equals_events(writing.folder());
    CHECK(writing.in_backup() == 6);
}

TEST_CASE("a damaged day gets back what its backup has, and says since when something is missing") {
    Writing writing;
    writing.write(at(9), 4);
    writing.tend(at(9, 10));
    writing.write(at(9, 12), 2);
    writing.segments().close();
    support::flip_bit(writing.file(), 4096, 2);
    writing.write(at(9, 20));
    CHECK(total(writing.folder()) == 5); // what came in two minutes is lost
    check_roll_up_equals_events(writing.folder());
    CHECK(writing.gaps() == std::vector<Gap>{{k_day, "damaged", 9 * 60 + 10, 9 * 60 + 20}});
    CHECK(list_days(writing.folder())->set_aside ==
          std::vector<std::string>{"2026-11-23.db.damaged-1"});
    const auto logged = base::take_logged_warnings();
    REQUIRE(logged.size() == 1);
    CHECK(logged[0].find("backup is put in its place") != std::string::npos);
    // It goes on: the next backup holds all of it.
    writing.tend(at(9, 30));
    CHECK(writing.in_backup() == 5);
}

TEST_CASE("a damaged day whose backup is damaged too begins afresh and says so from midnight") {
    Writing writing;
    writing.write(at(9), 4);
    writing.tend(at(9, 10));
    writing.segments().close();
    support::flip_bit(writing.file(), 4096, 2);
    support::flip_bit(backup_file(writing.folder(), k_day), 4096, 2);
    writing.write(at(9, 20));
    CHECK(total(writing.folder()) == 1);
    CHECK(writing.gaps() == std::vector<Gap>{{k_day, "damaged", 0, 9 * 60 + 20}});
    static_cast<void>(base::take_logged_warnings());
}

TEST_CASE("a day whose file is gone comes back from its backup before anything is written") {
    Writing writing;
    writing.write(at(9), 4);
    writing.tend(at(9, 10));
    writing.segments().close();
    REQUIRE(std::filesystem::remove(writing.file()));
    writing.write(at(9, 20));
    CHECK(total(writing.folder()) == 5);
    CHECK(writing.gaps().size() == 1);
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("a day found damaged when it is to be sealed is mended first") {
    Writing writing;
    writing.write(at(9), 4);
    writing.tend(at(9, 10));
    writing.segments().close();
    support::flip_bit(writing.file(), 4096, 2);
    writing.tend(base::start_of(k_next));
    CHECK(is_sealed(writing.folder(), k_day));
    CHECK(total(writing.folder()) == 4);
    CHECK(writing.gaps().size() == 1);
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("days kept long enough are deleted whole, on a clock that is believed") {
    Writing writing{{.keep_days = 30}};
    writing.write(at(9));
    writing.write(at(9) + std::chrono::hours{24});
    REQUIRE(set_exported_until(writing.folder(), k_next));
    const auto day_30 = base::start_of(k_day) + std::chrono::hours{24 * 30};
    writing.tend(day_30 + std::chrono::hours{1});
    CHECK(list_days(writing.folder())->days.size() == 3);
    writing.tend(day_30 + std::chrono::hours{25});
    CHECK(list_days(writing.folder())->days ==
          std::vector<base::Date>{k_next, {2026, 12, 23}, {2026, 12, 24}});
    for (const auto& gone :
         {writing.file(), seal_file(writing.folder(), k_day), backup_file(writing.folder(), k_day)})
        CHECK_FALSE(std::filesystem::exists(gone));
}

TEST_CASE("a day that was never carried away stays however old it is") {
    Writing writing{{.keep_days = 30}};
    for (int day = 0; day < 3; ++day)
        writing.write(at(9) + std::chrono::hours{24 * day}, 2);
    const auto later = base::start_of(k_day) + std::chrono::hours{24 * 90 + 1};
    const auto first_three = std::vector<base::Date>{k_day, k_next, {2026, 11, 25}};
    const auto old = [&] {
        auto days = list_days(writing.folder())->days;
        std::erase_if(days, [](const auto& day) { return day > base::Date{2026, 11, 25}; });
        return days;
    };
    writing.tend(later);
    CHECK(old() == first_three);
    CHECK(total(writing.folder()) == 2);
    // Carried away: from the next midnight on they may go, but for those after the mark.
    REQUIRE(set_exported_until(writing.folder(), k_day));
    writing.tend(later + std::chrono::hours{1});
    CHECK(old() == first_three);
    writing.tend(later + std::chrono::hours{24});
    CHECK(old() == std::vector<base::Date>{k_next, {2026, 11, 25}});
    REQUIRE(base::write_file_atomic(writing.folder() / "exported-until", "tomorrow\n"));
    writing.tend(later + std::chrono::hours{48});
    CHECK(old() == std::vector<base::Date>{k_next, {2026, 11, 25}});
}

TEST_CASE("upkeep that fails is told once and done once it works") {
    Writing writing;
    writing.write(at(9), 4);
    const auto in_the_way = writing.folder() / "backup";
    REQUIRE(base::write_file_atomic(in_the_way, "x"));
    writing.tend(at(9));
    writing.tend(at(9, 5));
    CHECK(base::take_logged_warnings().size() == 1);
    REQUIRE(std::filesystem::remove(in_the_way));
    writing.tend(at(9, 6));
    CHECK(writing.in_backup() == 4);
    CHECK(base::take_logged_warnings().empty());
}
