#pragma once
// A bus of the test's own with a mock of udisks2 on it (udisks_mock.py), and a watch over it. Time
// is waited for only as a guard against hanging.

#include "kiosk/removable/sticks.h"
#include "tests/support/dbus_mock.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace pufa::removable {

class MockBus : public support::DbusMock {
  public:
    MockBus()
        : DbusMock("removable/udisks_mock.py") {}

    void start() {
        REQUIRE(run(R"(["bus", ")" + address() + R"("])") == "true");
        REQUIRE(run(R"(["udisks"])") == "true");
    }
    /// A stick of one FAT partition: a drive and its block device "NAME1".
    void plug_in(const std::string& name, const std::string& block_facts = "") {
        run(R"(["drive", ")" + name + R"(", {}])");
        add_partition(name, name + "1", block_facts);
    }
    void add_partition(const std::string& drive, const std::string& block,
                       const std::string& facts = "") {
        run(R"(["block", ")" + block + R"(", {"drive": ")" + drive + R"(")" +
            (facts.empty() ? "" : ", " + facts) + "}]");
    }
    void pull(const std::string& name) { run(R"(["pull", ")" + name + R"("])"); }
    [[nodiscard]] std::string calls() { return run(R"(["calls"])"); }
};

/// The real watch with its thread, and a way to wait for it.
class Watched {
  public:
    explicit Watched(WatchOptions options) {
        options.wake = [this] {
            const std::lock_guard lock{m_mutex};
            m_woken.notify_all();
        };
        m_sticks = watch_sticks(std::move(options));
    }
    explicit Watched(const MockBus& bus)
        : Watched(options_of(bus)) {}

    static WatchOptions options_of(const MockBus& bus) {
        WatchOptions options;
        options.bus = bus.address();
        options.reconnect = std::chrono::milliseconds{20};
        options.mountinfo = bus.folder() / "mountinfo";
        options.by_label = bus.folder() / "by-label";
        if (!std::filesystem::exists(options.mountinfo)) {
            REQUIRE(base::write_file_atomic(options.mountinfo, ""));
        }
        return options;
    }

    Sticks* operator->() { return m_sticks.get(); }
    /// What is there once it is as awaited. A minute is a hang.
    std::vector<Stick> wait(const std::function<bool(const std::vector<Stick>&)>& awaited) {
        std::unique_lock lock{m_mutex};
        std::vector<Stick> present;
        std::string seen;
        const bool came = m_woken.wait_for(lock, std::chrono::minutes{1}, [&] {
            present = m_sticks->present();
            return awaited(present);
        });
        for (const auto& stick : present)
            seen += stick.id + " " + std::to_string(static_cast<int>(stick.state)) + "\n";
        CAPTURE(seen);
        REQUIRE(came);
        return present;
    }
    std::vector<Stick> wait_for_count(size_t count) {
        return wait([count](const auto& present) { return present.size() == count; });
    }
    Stick wait_for_state(const std::string& id, Stick::State state) {
        Stick found;
        static_cast<void>(wait([&](const auto& present) {
            for (const auto& stick : present) {
                if (stick.id == id && stick.state == state) {
                    found = stick;
                    return true;
                }
            }
            return false;
        }));
        return found;
    }

  private:
    std::mutex m_mutex;
    std::condition_variable m_woken;
    std::unique_ptr<Sticks> m_sticks; ///< last: its thread uses the others until it has ended
};

} // namespace pufa::removable
