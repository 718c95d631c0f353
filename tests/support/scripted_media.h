#pragma once
// A decoder's link and a sound device that do what the test says, for the player in fake time.

#include "content/media/link.h"
#include "kiosk/player/audio_sink.h"

#include <algorithm>
#include <vector>

namespace pufa::test {

/// A ring of silence: only the counts matter.
class ScriptedRing final : public media::SoundRing {
  public:
    uint64_t available() const override { return written - at; }
    uint64_t position() const override { return at; }
    uint64_t read(float* to, uint64_t frames) override {
        const uint64_t count = std::min(frames, available());
        std::fill_n(to, count * media::k_sound_channels, 0.25f);
        at += count;
        return count;
    }
    void skip_to(uint64_t position) override { at = std::clamp(position, at, written); }

    uint64_t written = 0;
    uint64_t at = 0;
};

/// What the test's script says next is put into `next`.
class ScriptedLink final : public media::Link {
  public:
    struct Log {
        std::vector<media::Source> opened;
        std::vector<Micros> sought;
        std::vector<int> paces;
        std::vector<size_t> tracks;
        std::vector<media::Beginning> beginnings;
        bool gone = false;
    };
    explicit ScriptedLink(Log& log)
        : m_log(log) {}
    ~ScriptedLink() override { m_log.gone = true; }

    Result<void> open(const media::Source& source, media::Purpose, int, int,
                      const media::Beginning& beginning) override {
        if (open_error) return *open_error;
        m_log.opened.push_back(source);
        m_log.beginnings.push_back(beginning);
        m_generation = 1;
        return {};
    }
    void seek(Micros target) override {
        m_log.sought.push_back(target);
        ++m_generation;
        next.clear();
        ring.skip_to(ring.written);
    }
    void set_pace(int percent) override { m_log.paces.push_back(percent); }
    void choose_sound(size_t track) override { m_log.tracks.push_back(track); }
    std::vector<media::Report> poll() override { return std::exchange(next, {}); }
    void wait(std::chrono::milliseconds) override {}
    uint32_t generation() const override { return m_generation; }
    uint64_t heartbeats() const override { return beats; }
    media::SoundRing& sound() override { return ring; }
    pid_t pid() const override { return 4711; }

    // ---- the script ----
    void opens(const media::Facts& facts) { next.emplace_back(media::HasOpened{facts}); }
    void shows(Micros pts) {
        media::Picture picture;
        picture.pts = pts;
        next.emplace_back(media::HasPicture{picture, m_generation});
    }
    /// Sound from `pts` on, `length` of it.
    void sounds(Micros pts, Micros length) {
        next.emplace_back(media::HasSound{pts, ring.written, m_generation});
        ring.written += static_cast<uint64_t>(length.count()) * media::k_sound_rate / 1'000'000;
    }
    void ends() { next.emplace_back(media::HasEnded{m_generation}); }
    void fails(Code code) {
        next.emplace_back(media::HasFailed{Error{code, "film.mp4", "told so"}});
    }

    std::vector<media::Report> next;
    ScriptedRing ring;
    uint64_t beats = 0;
    std::optional<Error> open_error;

  private:
    Log& m_log;
    uint32_t m_generation = 0;
};

/// Takes from the ring when the test says that time passes; what was taken is heard `latency`
/// later.
class ScriptedSink final : public player::AudioSink {
  public:
    void attach(media::SoundRing* to) override {
        ring = to;
        taken_end = ring != nullptr ? ring->position() : 0;
        waiting = 0;
    }
    void set_running(bool is_running) override { running = is_running; }
    void set_gain(float) override {}
    void set_item_gain(float gain) override { item_gain = gain; }
    void tick() override {}
    void chime(float) override {}
    bool listening() const override { return !gone; }
    uint64_t heard_position(SteadyTime) const override {
        if (ring == nullptr) return 0;
        return latency.count() == 0 ? ring->position() : taken_end - waiting;
    }
    Taken taken() const override { return {}; }

    void pass(Micros time) {
        if (gone) waiting = 0; // what was in the device went with it
        if (!running || ring == nullptr || broken || gone) return;
        const auto frames = static_cast<uint64_t>(time.count()) * media::k_sound_rate / 1'000'000;
        std::vector<float> block(frames * media::k_sound_channels);
        const uint64_t got = ring->read(block.data(), frames);
        const auto most = static_cast<uint64_t>(latency.count()) * media::k_sound_rate / 1'000'000;
        taken_end = ring->position();
        waiting = std::min(waiting + got, most);
    }

    media::SoundRing* ring = nullptr;
    bool running = false;
    float item_gain = 1;
    bool broken = false; ///< a device that takes nothing
    bool gone = false;   ///< there is no device
    Micros latency{0};

  private:
    uint64_t taken_end = 0; ///< ring frames
    uint64_t waiting = 0;   ///< taken and not yet heard
};

} // namespace pufa::test
