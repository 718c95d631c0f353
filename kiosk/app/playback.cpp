#include "kiosk/app/playback.h"

#include "content/base/log.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pufa::app {

namespace {

std::optional<media::Stated> media_stated(const std::optional<model::Stated>& from) {
    if (!from) return std::nullopt;
    return media::Stated{from->start,          from->duration,       from->video_codec,
                         from->width,          from->height,         from->video_delay,
                         from->frame_rate_num, from->frame_rate_den, from->sound_codec,
                         from->sound_rate,     from->sound_channels};
}

} // namespace

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

flow::PlayerUpdate update_of(const player::Status& status, flow::PlayerUpdate::State before,
                             bool pictured) {
    flow::PlayerUpdate update;
    update.state = told_state(status.state, before);
    // Its first picture is there a moment before it runs.
    if (pictured && status.state == player::State::opening)
        update.state = flow::PlayerUpdate::State::playing;
    update.position = status.position;
    update.duration = status.duration;
    update.shape = shape_of(status.facts);
    for (const auto& sound : status.facts.sounds)
        update.sounds.push_back({sound.language, sound.title});
    update.sound_track = status.sound_track;
    update.pace_percent = status.pace_percent;
    return update;
}

Playback::Playback(player::SpawnLink spawn, std::unique_ptr<player::AudioSink> sink)
    : m_sink(std::move(sink))
    , m_player(std::move(spawn), *m_sink) {}

void Playback::play(const flow::PlayVideo& effect, SteadyTime now) {
    m_item = effect.id.value;
    m_told = {};
    m_player.play({effect.media.file, effect.media.offset, effect.media.length},
                  {effect.gain, effect.sound_language, media_stated(effect.stated)}, now);
}

void Playback::update(SteadyTime now) {
    static_cast<void>(m_player.update(now));
}

void Playback::presented(uint64_t serial) {
    const auto* picture = m_player.picture();
    const bool exact = picture != nullptr && !picture->preview;
    m_new_picture = m_new_picture || (exact && serial != m_presented);
    m_presented = serial;
}

void Playback::note_outcome(const player::Status& status) {
    if (status.state == player::State::ended) m_outcome = {model::ItemId{m_item}, std::nullopt};
    if (status.state != player::State::failed || !status.error) return;
    const Error& error = *status.error;
    base::log_warning("{} cannot be played: {} {} ({})", m_item, base::name(error.code),
                      error.where, error.detail);
    m_outcome = {model::ItemId{m_item}, error};
}

std::optional<flow::PlayerUpdate> Playback::take_update() {
    const auto& status = m_player.status();
    auto update = update_of(status, m_told.state, m_player.picture() != nullptr);
    if (!m_new_picture && update == m_told) return std::nullopt;
    if (m_told.state != update.state) note_outcome(status);
    m_told = update;
    update.presented = std::exchange(m_new_picture, false);
    return update;
}

} // namespace pufa::app
