// Against python-dbusmock's timedated on a bus of the test's own. Time is waited for only as a
// guard against hanging.

#include "kiosk/system_clock/setter.h"

#include "tests/support/dbus_mock.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <string>

using namespace pufa;
using namespace pufa::system_clock;
using namespace std::chrono_literals;

namespace {

/// timedated_mock.py and what it is told.
class Bench : public support::DbusMock {
  public:
    Bench()
        : DbusMock("system_clock/timedated_mock.py") {}

    void start_bus() { REQUIRE(run(R"(["bus", ")" + address() + R"("])") == "true"); }
    void start(bool synchronised = false) {
        start_bus();
        REQUIRE(run(synchronised ? R"(["timedated", true])" : R"(["timedated", false])") == "true");
    }
    /// Python that answers the call; `args` are its arguments.
    void answers(const std::string& method, const std::string& signature, const std::string& code) {
        run(R"(["method", ")" + method + R"(", ")" + signature + R"(", ")" + code + R"("])");
    }
    void refuses(const std::string& method, const std::string& signature, const std::string& name,
                 const std::string& text) {
        answers(method, signature,
                "raise dbus.exceptions.DBusException('" + text + "', name='" + name + "')");
    }
};

/// The real setter with its thread, and a way to wait for it.
class Set {
  public:
    explicit Set(const Bench& bench, std::chrono::milliseconds switched_off_within = 60s) {
        SetterOptions options;
        options.bus = bench.address();
        options.switched_off_within = switched_off_within;
        options.wake = [this] {
            const std::lock_guard lock{m_mutex};
            m_woken = true;
            m_wakes.notify_all();
        };
        m_setter = open_setter(std::move(options));
    }
    Answer to(WallTime when) {
        m_setter->set(when);
        CHECK(m_setter->busy());
        {
            std::unique_lock lock{m_mutex};
            REQUIRE(m_wakes.wait_for(lock, 1min, [&] { return m_woken; }));
            m_woken = false;
        }
        const auto answer = m_setter->poll();
        REQUIRE(answer);
        CHECK_FALSE(m_setter->poll());
        CHECK_FALSE(m_setter->busy());
        return *answer;
    }
    Setter* operator->() { return m_setter.get(); }

  private:
    std::mutex m_mutex;
    std::condition_variable m_wakes;
    bool m_woken = false;
    std::unique_ptr<Setter> m_setter; ///< last: its thread uses the others until it has ended
};

const WallTime k_to = *base::parse_iso("2026-11-29T15:20:00");
constexpr const char* k_denied = "org.freedesktop.DBus.Error.AccessDenied";
constexpr const char* k_on = "org.freedesktop.timedate1.AutomaticTimeSyncEnabled";

} // namespace

TEST_CASE("the time is set in microseconds, absolute, without a dialog, and the way counts") {
    Bench bench;
    bench.start();
    Set set{bench};
    CHECK(set.to(k_to).outcome == Outcome::set);
    const auto calls = bench.run(R"(["calls"])");
    CAPTURE(calls);
    const std::string before = R"([["SetTime", [)", after = R"(, 0, 0]]])";
    REQUIRE(calls.starts_with(before));
    REQUIRE(calls.ends_with(after));
    const auto usec = std::strtoll(calls.c_str() + before.size(), nullptr, 10);
    const auto late = Micros{usec} - Micros{k_to.time_since_epoch()};
    CHECK(late >= 0s);
    CHECK(late < 1min);
    // Once more, by the same object.
    CHECK(set.to(k_to).outcome == Outcome::set);
}

TEST_CASE("the network's time is switched off before") {
    Bench bench;
    bench.start(true);
    Set set{bench};
    CHECK(set.to(k_to).outcome == Outcome::set);
    CHECK(bench.run(R"(["synchronised"])") == "false");
    CHECK(bench.run(R"(["calls"])").starts_with(R"([["SetNTP", [0, 0]], ["SetTime", [)"));
}

TEST_CASE("while switching off is under way setting is tried again") {
    Bench bench;
    bench.start(true);
    // As timedated: the first two times its job is not over.
    bench.answers("SetTime", "xbb",
                  "self.tries = getattr(self, 'tries', 0) + 1\\n"
                  "if self.tries < 3: raise dbus.exceptions.DBusException("
                  "'Automatic time synchronization is enabled', name='" +
                      std::string{k_on} + "')");
    Set set{bench};
    CHECK(set.to(k_to).outcome == Outcome::set);
    const auto calls = bench.run(R"(["calls"])");
    size_t tries = 0;
    for (size_t at = 0; (at = calls.find("SetTime", at)) != std::string::npos; ++at)
        ++tries;
    CHECK(tries == 3);
    CHECK(calls.find("SetNTP", calls.find("SetNTP") + 1) == std::string::npos); // asked once
}

TEST_CASE("a network's time that nobody sees is switched off when it refuses") {
    Bench bench;
    bench.start(false);
    bench.answers("SetTime", "xbb",
                  "if not getattr(self, 'off', False): raise dbus.exceptions.DBusException("
                  "'Automatic time synchronization is enabled', name='" +
                      std::string{k_on} + "')");
    bench.answers("SetNTP", "bb", "objects['/org/freedesktop/timedate1'].off = not args[0]");
    Set set{bench};
    CHECK(set.to(k_to).outcome == Outcome::set);
}

TEST_CASE("a network's time that stays on is said to be what refuses") {
    Bench bench;
    bench.start(true);
    SUBCASE("it goes on refusing") {
        bench.refuses("SetTime", "xbb", k_on, "Automatic time synchronization is enabled");
        Set set{bench, 1ms};
        const auto answer = set.to(k_to);
        CHECK(answer.outcome == Outcome::synchronised);
        CHECK(answer.detail.find("Automatic time synchronization") != std::string::npos);
    }
    SUBCASE("it cannot be switched off") {
        bench.refuses("SetNTP", "bb", "org.freedesktop.timedate1.NoNTPSupport", "not supported");
        Set set{bench};
        CHECK(set.to(k_to).outcome == Outcome::synchronised);
        CHECK(bench.run(R"(["calls"])") == R"([["SetNTP", [0, 0]]])"); // nothing was set
    }
}

TEST_CASE("a polkit that refuses is told as that, at either step") {
    Bench bench;
    SUBCASE("setting") {
        bench.start(false);
        bench.refuses("SetTime", "xbb", k_denied, "Permission denied");
    }
    SUBCASE("setting, and polkit would like to ask somebody") {
        bench.start(false);
        bench.refuses("SetTime", "xbb",
                      "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired",
                      "Interactive authentication required.");
    }
    SUBCASE("switching the network's time off") {
        bench.start(true);
        bench.refuses("SetNTP", "bb", k_denied, "Permission denied");
    }
    Set set{bench};
    const auto answer = set.to(k_to);
    CHECK(answer.outcome == Outcome::not_allowed);
    CHECK_FALSE(answer.detail.empty());
}

TEST_CASE("no timedated and no bus are told apart from a refusal, and may come later") {
    Bench bench;
    Set set{bench};
    CHECK(set.to(k_to).outcome == Outcome::no_service);
    bench.start_bus();
    CHECK(set.to(k_to).outcome == Outcome::no_service);
    REQUIRE(bench.run(R"(["timedated", false])") == "true");
    CHECK(set.to(k_to).outcome == Outcome::set);
}

TEST_CASE("anything else fails with what was said") {
    Bench bench;
    bench.start(false);
    bench.refuses("SetTime", "xbb", "org.freedesktop.DBus.Error.Failed", "Failed to set clock");
    Set set{bench};
    const auto answer = set.to(k_to);
    CHECK(answer.outcome == Outcome::failed);
    CHECK(answer.detail == "org.freedesktop.DBus.Error.Failed: Failed to set clock");
}

TEST_CASE("whoever goes while a timedated says nothing does not wait for it") {
    Bench bench;
    bench.start(false);
    // It takes the question and thinks about it for an hour.
    bench.answers("SetTime", "xbb", "import time; time.sleep(3600)");
    SetterOptions options;
    options.bus = bench.address();
    options.answer_within = 1h;
    const auto began = base::steady_now();
    {
        const auto setter = open_setter(std::move(options));
        setter->set(k_to);
        setter->set(k_to); // one at a time
    }
    CHECK(base::steady_now() - began < 10min); // a hang would be an hour
}
