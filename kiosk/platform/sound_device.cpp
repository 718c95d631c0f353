#include "kiosk/platform/sound_device.h"

#include "kiosk/platform/sound_feed.h"

#include <SDL.h>

namespace pufa::platform {
namespace {

constexpr uint16_t k_buffer_frames = 1024; ///< 21 ms

class SdlSound final : public player::AudioSink {
  public:
    ~SdlSound() override {
        if (m_device) SDL_CloseAudioDevice(m_device);
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    Result<void> start() {
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

    void attach(media::SoundRing* ring) override {
        SDL_LockAudioDevice(m_device);
        m_feed.attach(ring);
        SDL_UnlockAudioDevice(m_device);
    }
    void set_running(bool running) override { m_feed.set_running(running); }
    void set_gain(float gain) override { m_feed.set_gain(gain); }
    void tick() override { m_feed.tick(); }
    uint64_t heard_position(SteadyTime now) const override { return m_feed.heard_position(now); }
    Taken taken() const override { return m_feed.taken(); }

  private:
    static void SDLCALL callback(void* self, uint8_t* to, int bytes) {
        constexpr int k_frame_bytes = media::k_sound_channels * int{sizeof(float)};
        static_cast<SdlSound*>(self)->m_feed.fill(reinterpret_cast<float*>(to),
                                                  static_cast<uint64_t>(bytes / k_frame_bytes),
                                                  base::steady_now());
    }

    SoundFeed m_feed;
    SDL_AudioDeviceID m_device = 0;
};

} // namespace

Result<std::unique_ptr<player::AudioSink>> open_sound_device(SoundDriver driver) {
    if (driver == SoundDriver::none)
        SDL_SetHintWithPriority(SDL_HINT_AUDIODRIVER, "dummy", SDL_HINT_OVERRIDE);
    const bool started = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    if (driver == SoundDriver::none) SDL_ResetHint(SDL_HINT_AUDIODRIVER);
    if (!started) return Error{Code::NO_SOUND, "SDL", SDL_GetError()};
    auto sound = std::make_unique<SdlSound>();
    PUFA_CHECK(sound->start());
    return std::unique_ptr<player::AudioSink>(std::move(sound));
}

} // namespace pufa::platform
