#include "kiosk/player/video_sink.h"

namespace pufa::player {

void VideoSink::expect_new() {
    m_waiting.clear();
    m_shown = false;
}

void VideoSink::clear() {
    expect_new();
    if (m_current) ++m_serial;
    m_current.reset();
}

void VideoSink::push(media::Picture picture) {
    m_waiting.push_back(std::move(picture));
}

void VideoSink::preview(media::Picture picture) {
    m_current = std::move(picture);
    ++m_serial;
}

bool VideoSink::update(Micros position) {
    bool changed = false;
    while (!m_waiting.empty() && (!m_shown || m_waiting.front().pts <= position)) {
        if (changed) ++m_dropped;
        m_current = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_shown = true;
        changed = true;
    }
    if (changed) ++m_serial;
    return changed;
}

std::optional<Micros> VideoSink::next_pts() const {
    if (m_waiting.empty()) return std::nullopt;
    return m_waiting.front().pts;
}

} // namespace pufa::player
