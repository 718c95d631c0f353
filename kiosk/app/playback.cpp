#include "kiosk/app/playback.h"

#include "content/base/log.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pufa::app {

float gain_of(int volume) {
    constexpr int k_loudest = 5;
    if (volume <= 0) return 0;
    return std::pow(10.f, -6.f * static_cast<float>(k_loudest - std::min(volume, k_loudest)) / 20);
}

flow::PlayerUpdate::State told_state(player::State state, flow::PlayerUpdate::State before) {
    using From = player::State;
    using To = flow::PlayerUpdate::State;
    switch (state) {
    case From::idle:
        return To::idle;
    case From::opening:
        return To::opening;
    case From::playing:
        return To::playing;
    case From::paused:
        return To::paused;
    case From::seeking:
        return before == To::paused ? To::paused : To::playing;
    case From::ended:
        return To::ended;
    case From::failed:
        return To::failed;
    }
    PUFA_ASSERT(false);
}

float shape_of(const media::Facts& facts) {
    if (facts.width <= 0 || facts.height <= 0) return 0;
    const float shape = static_cast<float>(facts.width) / static_cast<float>(facts.height);
    return facts.rotation % 180 != 0 ? 1 / shape : shape;
}

Playback::Playback(player::SpawnLink spawn, std::unique_ptr<player::AudioSink> sink)
    : m_sink(std::move(sink))
    , m_player(std::move(spawn), *m_sink) {}

void Playback::play(const flow::PlayVideo& effect, SteadyTime now) {
    m_item = effect.id.value;
    m_told = {};
    m_player.play({effect.media.file, effect.media.offset, effect.media.length}, now);
}

void Playback::update(SteadyTime now) {
    static_cast<void>(m_player.update(now));
}

void Playback::presented(uint64_t serial) {
    m_new_picture = m_new_picture || serial != m_presented;
    m_presented = serial;
}

std::optional<flow::PlayerUpdate> Playback::take_update() {
    const auto& status = m_player.status();
    const flow::PlayerUpdate update{told_state(status.state, m_told.state), status.position,
                                    status.duration, std::exchange(m_new_picture, false),
                                    shape_of(status.facts)};
    if (!update.presented && update.state == m_told.state && update.position == m_told.position &&
        update.duration == m_told.duration && update.shape == m_told.shape)
        return std::nullopt;
    if (update.state == flow::PlayerUpdate::State::failed && m_told.state != update.state &&
        status.error)
        base::log_warning("{} cannot be played: {} {} ({})", m_item, base::name(status.error->code),
                          status.error->where, status.error->detail);
    m_told = update;
    return update;
}

} // namespace pufa::app
