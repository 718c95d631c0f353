#include "content/tally/stamp.h"

#include "tests/unit/tally/support.h"

#include <fcntl.h>
#include <sys/stat.h>

using namespace pufa;
using namespace pufa::tally;

namespace {

using Time = FileClock::Time;
constexpr Time k_written = std::chrono::seconds{1'800'000'000} + std::chrono::milliseconds{4};
constexpr Time k_tick = std::chrono::milliseconds{4};

/// A file whose times are those of a clock that a test moves.
class Ticking {
  public:
    void write(std::string_view bytes) const {
        REQUIRE(base::write_file_atomic(file(), bytes));
        set_time(file(), now);
    }
    void write_wal(std::string_view bytes) const {
        REQUIRE(base::write_file_atomic(wal(), bytes));
        set_time(wal(), now);
    }
    /// Over the same bytes, as a database does; the file stays the one that it is.
    void write_over(std::string_view bytes) const {
        const int fd = ::open(file().c_str(), O_WRONLY);
        REQUIRE(fd >= 0);
        CHECK(::pwrite(fd, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
        REQUIRE(::close(fd) == 0);
        set_time(file(), now);
    }
    [[nodiscard]] std::string stamp() {
        return stamp_of(file(), {[this] { return now; },
                                 [this](Time time) {
                                     ++waits;
                                     waited += time;
                                     if (runs) now += k_tick;
                                     if (in_between) std::exchange(in_between, nullptr)();
                                 }});
    }
    [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "2026-11-23.db"; }
    [[nodiscard]] std::filesystem::path wal() const { return file().string() + "-wal"; }

    Time now = k_written;
    bool runs = true;
    std::function<void()> in_between;
    int waits = 0;
    Time waited{0};

  private:
    static void set_time(const std::filesystem::path& path, Time time) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
        const timespec both[2]{{seconds.count(), (time - seconds).count()},
                               {seconds.count(), (time - seconds).count()}};
        REQUIRE(::utimensat(AT_FDCWD, path.c_str(), both, 0) == 0);
    }

    base::TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("a file of an earlier tick is stamped at once, and another write gives another stamp") {
    Ticking ticking;
    ticking.write("one");
    ticking.now += k_tick;
    const auto first = ticking.stamp();
    CHECK(ticking.waits == 0);
    CHECK(first == ticking.stamp());
    ticking.write_over("two");
    ticking.now += k_tick;
    CHECK(ticking.stamp() != first);
    CHECK(ticking.waits == 0);
}

TEST_CASE("a second write of the same size in the same tick is not taken for the first") {
    Ticking ticking;
    ticking.write("one");
    const auto first = ticking.stamp(); // waits until no other write can look like this one
    CHECK(ticking.waits == 1);
    ticking.write_over("two");
    ticking.now += k_tick;
    const auto second = ticking.stamp();
    CHECK_FALSE(first.empty());
    CHECK_FALSE(second.empty());
    CHECK(second != first);
}

TEST_CASE("what is written while it waits is in the stamp") {
    Ticking ticking;
    ticking.write("one");
    ticking.in_between = [&] { ticking.write_over("two"); }; // in the next tick
    const auto stamp = ticking.stamp();
    CHECK(ticking.waits == 2);
    CHECK(stamp == ticking.stamp());
}

TEST_CASE("a WAL is part of the stamp and waited for, unless it is empty") {
    Ticking ticking;
    ticking.write("one");
    ticking.now += k_tick;
    const auto alone = ticking.stamp();
    ticking.write_wal("");
    CHECK(ticking.stamp() == alone);
    CHECK(ticking.waits == 0);
    ticking.write_wal("frames");
    const auto both = ticking.stamp();
    CHECK(both != alone);
    CHECK(ticking.waits == 1);
}

TEST_CASE("a clock that stands still is not waited for for ever, and gives no stamp") {
    Ticking ticking;
    ticking.write("one");
    ticking.runs = false;
    CHECK(ticking.stamp().empty());
    CHECK(ticking.waits > 1);
    CHECK(ticking.waited <= std::chrono::milliseconds{20});
}

TEST_CASE("a time of whole seconds stands for all of its second") {
    Ticking ticking;
    ticking.now = std::chrono::seconds{1'800'000'000};
    ticking.write("one");
    ticking.now += std::chrono::milliseconds{300};
    CHECK(ticking.stamp().empty());
    CHECK(ticking.waits == 0); // it would be too long
    ticking.now += std::chrono::milliseconds{700};
    CHECK_FALSE(ticking.stamp().empty());
}

TEST_CASE("a file from a clock that ran ahead is stamped, since a write now gets another time") {
    Ticking ticking;
    ticking.now += std::chrono::hours{24};
    ticking.write("one");
    ticking.now -= std::chrono::hours{24};
    const auto stamp = ticking.stamp();
    CHECK_FALSE(stamp.empty());
    CHECK(ticking.waits == 0);
    ticking.write_over("two");
    ticking.now += k_tick;
    CHECK(ticking.stamp() != stamp);
}

TEST_CASE("a file that is not there has no stamp, and the machine's own clock comes past a write") {
    Ticking ticking;
    CHECK(ticking.stamp().empty());
    for (int i = 0; i < 20; ++i) {
        REQUIRE(base::write_file_atomic(ticking.file(), "x"));
        CHECK_FALSE(stamp_of(ticking.file()).empty());
    }
}
