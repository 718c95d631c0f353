#include "kiosk/player/silent_sink.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace pufa::player {

namespace {

using namespace std::chrono_literals;

/// As a device would ask for sound.
constexpr auto k_period = 10ms;
/// After a pause of the machine itself it does not catch up more than this.
constexpr Micros k_most_at_once = 100ms;

class SilentSink final : public AudioSink {
  public:
    SilentSink()
        : m_thread([this] { run(); }) {}

    ~SilentSink() override {
        {
            const std::lock_guard lock{m_mutex};
            m_stopping = true;
        }
        m_changed.notify_one();
        m_thread.join();
    }

    void attach(media::SoundRing* ring) override {
        // The thread reads under the lock, so that the old ring is free once we hold it.
        const std::lock_guard lock{m_mutex};
        m_ring = ring;
    }

    void set_running(bool running) override {
        {
            const std::lock_guard lock{m_mutex};
            if (m_running == running) return;
            m_running = running;
            m_taken_until = base::steady_now();
        }
        m_changed.notify_one();
    }

    void set_gain(float) override {}
    void set_item_gain(float) override {}
    void tick() override {}
    void chime(float) override {}

    /// What is taken is heard: there is no buffer behind this sink.
    uint64_t heard_position(SteadyTime) const override {
        const std::lock_guard lock{m_mutex};
        return m_ring != nullptr ? m_ring->position() : 0;
    }

    Taken taken() const override {
        const std::lock_guard lock{m_mutex};
        return m_taken;
    }

  private:
    void run() {
        std::unique_lock lock{m_mutex};
        while (!m_stopping) {
            if (!m_running) {
                m_changed.wait(lock);
                continue;
            }
            m_changed.wait_for(lock, k_period);
            if (m_running) take(base::steady_now());
        }
    }

    void take(SteadyTime now) {
        if (now - m_taken_until > k_most_at_once) m_taken_until = now - k_most_at_once;
        const auto passed = std::max(now - m_taken_until, Micros{0});
        const uint64_t due =
            static_cast<uint64_t>(passed.count()) * media::k_sound_rate / 1'000'000;
        // Only whole frames are counted as past, the rest of the time stays due.
        m_taken_until += Micros{static_cast<int64_t>(due * 1'000'000 / media::k_sound_rate)};
        if (m_ring == nullptr || due == 0) return;
        const uint64_t got = m_ring->read(m_block.data(), std::min<uint64_t>(due, k_block_frames));
        m_taken.frames += got;
        for (size_t i = 0; i < got * media::k_sound_channels; ++i)
            m_taken.energy += static_cast<double>(m_block[i]) * static_cast<double>(m_block[i]);
    }

    static constexpr size_t k_block_frames = media::k_sound_rate / 10 + 1;

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by m_mutex.
    media::SoundRing* m_ring = nullptr;
    bool m_running = false;
    bool m_stopping = false;
    SteadyTime m_taken_until{};
    Taken m_taken;
    std::array<float, k_block_frames * media::k_sound_channels> m_block{};

    std::thread m_thread; // last: it uses everything above
};

} // namespace

std::unique_ptr<AudioSink> make_silent_sink() {
    return std::make_unique<SilentSink>();
}

} // namespace pufa::player
