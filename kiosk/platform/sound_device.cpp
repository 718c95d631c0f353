#include "kiosk/platform/sound_device.h"

#include "content/base/log.h"
#include "kiosk/platform/sound_feed.h"

#include <SDL.h>

#include <algorithm>

namespace pufa::platform {
namespace {

using namespace std::chrono_literals;

constexpr uint16_t k_buffer_frames = 1024; ///< 21 ms
/// Between two looks for a device.
constexpr Micros k_first_pause = 1s;
constexpr Micros k_longest_pause = 60s;

class SdlSound final : public player::AudioSink {
  public:
    ~SdlSound() override {
        close();
        if (m_audio_started) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    Result<void> open() {
        if (!m_audio_started && SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
            return Error{Code::NO_SOUND, "SDL", SDL_GetError()};
        m_audio_started = true;
        SDL_AudioSpec wanted{};
        wanted.freq = media::k_sound_rate;
        wanted.format = AUDIO_F32SYS;
        wanted.channels = media::k_sound_channels;
        wanted.samples = k_buffer_frames;
        wanted.callback = &SdlSound::callback;
        wanted.userdata = this;
        m_device = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
        if (!m_device) return Error{Code::NO_SOUND, SDL_GetCurrentAudioDriver(), SDL_GetError()};
        SDL_PauseAudioDevice(m_device, 0);
        return {};
    }

    /// A device that has gone is looked for, ever less often.
    void update(SteadyTime now) override {
        if (m_device && SDL_GetAudioDeviceStatus(m_device) == SDL_AUDIO_STOPPED) {
            base::log_warning("the sound device has gone: playing on without sound");
            close();
            m_pause = k_first_pause;
            m_look_at = now + m_pause;
        }
        if (m_device || now < m_look_at) return;
        if (open()) {
            base::log_info("there is a sound device");
            return;
        }
        m_pause = std::clamp(m_pause * 2, k_first_pause, k_longest_pause);
        m_look_at = now + m_pause;
    }
    bool listening() const override { return m_device != 0; }

    void attach(media::SoundRing* ring) override {
        if (m_device) SDL_LockAudioDevice(m_device);
        m_feed.attach(ring);
        if (m_device) SDL_UnlockAudioDevice(m_device);
    }
    void set_running(bool running) override { m_feed.set_running(running); }
    void set_gain(float gain) override { m_feed.set_gain(gain); }
    void set_item_gain(float gain) override { m_feed.set_item_gain(gain); }
    void tick() override { m_feed.tick(); }
    void chime(float gain) override { m_feed.chime(gain); }
    uint64_t heard_position(SteadyTime now) const override { return m_feed.heard_position(now); }
    Taken taken() const override { return m_feed.taken(); }

  private:
    static void SDLCALL callback(void* self, uint8_t* to, int bytes) {
        constexpr int k_frame_bytes = media::k_sound_channels * int{sizeof(float)};
        static_cast<SdlSound*>(self)->m_feed.fill(reinterpret_cast<float*>(to),
                                                  static_cast<uint64_t>(bytes / k_frame_bytes),
                                                  base::steady_now());
    }

    void close() {
        if (m_device) SDL_CloseAudioDevice(m_device);
        m_device = 0;
    }

    SoundFeed m_feed;
    bool m_audio_started = false;
    SDL_AudioDeviceID m_device = 0;
    SteadyTime m_look_at{}; ///< without a device: when the next one is tried
    Micros m_pause = k_first_pause;
};

} // namespace

Result<std::unique_ptr<player::AudioSink>> open_sound_device(SoundDriver driver) {
    if (driver == SoundDriver::none)
        SDL_SetHintWithPriority(SDL_HINT_AUDIODRIVER, "dummy", SDL_HINT_OVERRIDE);
    auto sound = std::make_unique<SdlSound>();
    const auto opened = sound->open();
    if (driver == SoundDriver::none) SDL_ResetHint(SDL_HINT_AUDIODRIVER);
    if (!opened) return opened.error();
    return std::unique_ptr<player::AudioSink>(std::move(sound));
}

std::unique_ptr<player::AudioSink> await_sound_device() {
    return std::make_unique<SdlSound>();
}

} // namespace pufa::platform
