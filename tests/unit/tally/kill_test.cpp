// A process that is killed while it records: what it had called durable must be on the disk.
#include "content/base/process.h"
#include "content/tally/recorder.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>
#include <sys/socket.h>

#include <array>
#include <cstdlib>
#include <thread>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

constexpr const char* k_folder_variable = "PUFA_TEST_TALLY_FOLDER";
constexpr int k_channel = 3;

} // namespace

TEST_CASE("(child) records without end and says what is durable" * doctest::skip()) {
    const char* folder = std::getenv(k_folder_variable);
    REQUIRE(folder != nullptr);
    const auto recorder = open(folder);
    std::thread second{[&] {
        for (;;) {
            recorder->record(answer(at(11), 2));
            if (!recorder->flush()) std::abort();
        }
    }};
    for (;;) {
        for (int i = 0; i < 5; ++i)
            recorder->record(answer(at(10), i % 4));
        if (!recorder->flush()) std::abort();
        const auto durable = recorder->durable();
        if (::write(k_channel, &durable, sizeof durable) != sizeof durable) std::abort();
    }
}

TEST_CASE("every event that was called durable before a kill is there, once") {
    for (const int reports_before_kill : {1, 20, 75}) {
        CAPTURE(reports_before_kill);
        const base::TemporaryFolder folder;
        REQUIRE(::setenv(k_folder_variable, folder.path().c_str(), 1) == 0);
        std::array<int, 2> ends{};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
        const base::UniqueFd reading{ends[0]};
        base::UniqueFd writing{ends[1]};
        auto child = base::spawn("/proc/self/exe",
                                 {.arguments = {"--test-case=(child) records*", "--no-skip"},
                                  .channel = writing.get(),
                                  .null_output = true});
        REQUIRE(child);
        writing.reset();

        Ticket durable = 0;
        int reports = 0;
        for (Ticket said = 0; ::recv(reading.get(), &said, sizeof said, MSG_WAITALL) == sizeof said;
             ++reports) {
            CHECK(said > durable);
            durable = said;
            if (reports == reports_before_kill) child->kill();
        }
        REQUIRE(reports >= reports_before_kill);

        std::vector<bool> found(durable, false);
        const auto stored = events(folder.path());
        for (const auto& row : stored)
            if (static_cast<Ticket>(row.ticket) <= durable)
                found[static_cast<size_t>(row.ticket) - 1] = true;
        CHECK(std::find(found.begin(), found.end(), false) == found.end());
        CHECK(stored.size() >= durable);
        check_roll_up_equals_events(folder.path());

        // The next start goes on in the same file.
        { open(folder.path())->record(answer(at(12))); }
        CHECK(events(folder.path()).size() == stored.size() + 1);
        check_roll_up_equals_events(folder.path());
    }
}
