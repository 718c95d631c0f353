#include "kiosk/platform/sound_device.h"

#include "content/base/log.h"
#include "content/base/process.h"
#include "tests/support/scripted_ring.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace pufa;
using namespace pufa::platform;

namespace {

/// True once `done` is; a guard against hanging, not a measure.
template <class Done>
bool comes_true(Done done) {
    const auto until = base::steady_now() + std::chrono::seconds(20);
    while (!done()) {
        if (base::steady_now() > until) return false;
        std::this_thread::yield();
    }
    return true;
}

/// A sound server of the test's own, whose only device is a null sink.
class SoundServer {
  public:
    SoundServer() {
        const auto home = m_folder.path().string();
        m_environment = {"HOME=" + home, "XDG_RUNTIME_DIR=" + home, "PULSE_RUNTIME_PATH=" + home};
        base::SpawnOptions how;
        how.arguments = m_environment;
        for (const char* word :
             {"pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
              "--log-target=null", "-L", "module-null-sink", "-L"})
            how.arguments.emplace_back(word);
        how.arguments.push_back("module-native-protocol-unix auth-anonymous=1 socket=" + socket());
        auto started = base::spawn("/usr/bin/env", how);
        REQUIRE(started);
        m_server = std::move(started).value();
        REQUIRE(comes_true([&] { return std::filesystem::exists(socket()); }));
        setenv("PULSE_SERVER", ("unix:" + socket()).c_str(), 1);
        setenv("SDL_AUDIODRIVER", "pulseaudio", 1);
    }
    ~SoundServer() {
        unsetenv("SDL_AUDIODRIVER");
        unsetenv("PULSE_SERVER");
    }
    void pactl(std::vector<std::string> words) const {
        auto all = m_environment;
        all.push_back("PULSE_SERVER=unix:" + socket());
        all.emplace_back("pactl");
        all.insert(all.end(), words.begin(), words.end());
        const auto ran = base::run("/usr/bin/env", all);
        REQUIRE(ran);
        REQUIRE(ran->exit_code == 0);
    }

  private:
    [[nodiscard]] std::string socket() const { return (m_folder.path() / "native").string(); }

    base::TemporaryFolder m_folder;
    std::vector<std::string> m_environment;
    base::Child m_server;
};

} // namespace

TEST_CASE("a sound server's device that goes is missed, and taken again when it is back") {
    const SoundServer server;
    test::ScriptedRing ring(1'000'000'000);
    auto sound = open_sound_device();
    REQUIRE_MESSAGE(sound.ok(), sound.error().detail);
    auto& sink = **sound;
    sink.attach(&ring);
    sink.set_running(true);
    CHECK(sink.listening());
    CHECK(comes_true([&] { return ring.position() > 0; }));

    server.pactl({"unload-module", "module-null-sink"});
    SteadyTime now = base::steady_now();
    CHECK(comes_true([&] {
        sink.update(now);
        return !sink.listening();
    }));
    CHECK(base::take_logged_warnings().size() == 1);
    const auto left = ring.position();
    sink.update(now + std::chrono::seconds{2}); // there is still none
    CHECK_FALSE(sink.listening());
    CHECK(ring.position() == left);

    server.pactl({"load-module", "module-null-sink"});
    now += std::chrono::minutes{1};
    CHECK(comes_true([&] {
        now += std::chrono::minutes{1}; // the next look is due
        sink.update(now);
        return sink.listening();
    }));
    CHECK(comes_true([&] { return ring.position() > left; }));
}

TEST_CASE("a sink may wait for its device from the start") {
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    test::ScriptedRing ring(1'000'000); // outlives the device that reads it
    const auto sink = await_sound_device();
    sink->attach(&ring);
    sink->set_running(true);
    const SteadyTime now = base::steady_now();
    sink->update(now);
    CHECK_FALSE(sink->listening());
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    sink->update(now + std::chrono::milliseconds{1}); // not yet
    CHECK_FALSE(sink->listening());
    sink->update(now + std::chrono::minutes{1});
    unsetenv("SDL_AUDIODRIVER");
    CHECK(sink->listening());
    CHECK(comes_true([&] { return ring.position() > 0; }));
}

TEST_CASE("the device's thread takes frames from the ring while it runs") {
    test::ScriptedRing ring(1'000'000);
    auto sound = open_sound_device(SoundDriver::none);
    REQUIRE_MESSAGE(sound.ok(), sound.error().detail);
    auto& sink = **sound;
    sink.attach(&ring);
    CHECK(sink.taken().frames == 0);
    sink.set_running(true);
    CHECK(comes_true([&] { return sink.taken().frames >= 4096; }));
    CHECK(comes_true([&] { return sink.heard_position(base::steady_now()) > 0; }));
    CHECK(sink.heard_position(base::steady_now()) <= ring.position());
    CHECK(sink.taken().energy > 0);
}

TEST_CASE("when attach returns the old ring is no longer used") {
    test::ScriptedRing ring(1'000'000'000);
    test::ScriptedRing second(1'000'000'000);
    auto sound = open_sound_device(SoundDriver::none);
    REQUIRE(sound.ok());
    auto& sink = **sound;
    sink.set_running(true);
    sink.attach(&ring);
    CHECK(comes_true([&] { return ring.position() > 0; }));
    sink.attach(nullptr);
    const auto position = ring.position();
    sink.attach(&second);
    CHECK(comes_true([&] { return second.position() > 0; }));
    CHECK(ring.position() == position);
}

TEST_CASE("a machine without a device says NO_SOUND") {
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    const auto sound = open_sound_device();
    unsetenv("SDL_AUDIODRIVER");
    REQUIRE_FALSE(sound.ok());
    CHECK(sound.error().code == Code::NO_SOUND);
    CHECK_FALSE(sound.error().detail.empty());
}
