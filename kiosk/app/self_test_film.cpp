#include "kiosk/app/self_test_film.h"

#include "content/media/wire.h"

#include <cmath>

namespace pufa::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds k_played{6};
constexpr milliseconds k_between_samples{30};
constexpr milliseconds k_pausing{400}; ///< what waits in the sound device is still heard
constexpr seconds k_paused{1};
constexpr double k_seek_to = 0.6; ///< of the film
constexpr int k_resumed_frames = 10;
constexpr int k_engaged_seconds = 15;

} // namespace

std::optional<int> FilmWatch::read() {
    const auto number = m_visitor.frame_number();
    if (number) m_seconds.insert(static_cast<int>(*number / m_video.frames_per_second));
    return number;
}

/// The ring of a newly started film begins with its first sound.
double FilmWatch::clock_frames(SteadyTime now) const {
    if (m_video.has_sound)
        return static_cast<double>(m_visitor.hear().position) / media::k_sound_rate *
               m_video.frames_per_second;
    return static_cast<double>((now - *m_first_seen).count()) * 1e-6 * m_video.frames_per_second;
}

bool FilmWatch::watch() {
    if (!m_visitor.wait_until([&] { return read().has_value(); })) {
        m_visitor.report().add(judge::on_time({}));
        return false;
    }
    m_first_seen = m_visitor.now();
    play();
    m_visitor.shoot("watch");
    return pause() && seek() && resume();
}

void FilmWatch::play() {
    std::vector<judge::Sample> samples;
    const auto before = m_visitor.hear();
    const auto began = m_visitor.now();
    auto last = began;
    m_visitor.run_for(k_played, [&] {
        const auto now = m_visitor.now();
        if (now - last < k_between_samples) return;
        last = now;
        const double clock = clock_frames(now);
        samples.push_back({read(), clock});
    });
    m_visitor.report().add(judge::on_time(samples));
    if (m_video.has_sound)
        m_visitor.report().add(judge::sounds(before, m_visitor.hear(), m_visitor.now() - began));
}

bool FilmWatch::pause() {
    if (!m_visitor.tap("watch.play")) return false;
    m_visitor.run_for(k_pausing, [&] { read(); });
    std::vector<std::optional<int>> numbers;
    const auto before = m_visitor.hear();
    m_visitor.run_for(k_paused, [&] { numbers.push_back(read()); });
    m_visitor.report().add(judge::frozen(numbers));
    if (m_video.has_sound) m_visitor.report().add(judge::silent(before, m_visitor.hear()));
    m_visitor.shoot("watch-paused");
    return true;
}

bool FilmWatch::seek() {
    const auto touched = m_visitor.tap_along("watch.seek", k_seek_to);
    if (!touched) return false;
    const Micros target(std::llround(static_cast<double>(m_video.duration.count()) * *touched));
    const auto landed = [&] { return judge::landed(read(), target, m_video.frames_per_second); };
    // A preview of another moment may come first.
    static_cast<void>(m_visitor.wait_until([&] { return landed().held; }));
    m_visitor.settle();
    m_visitor.report().add(landed());
    m_visitor.shoot("watch-sought");
    return true;
}

bool FilmWatch::resume() {
    const auto before = read();
    if (!m_visitor.tap("watch.play")) return false;
    std::optional<int> after;
    static_cast<void>(m_visitor.wait_until([&] {
        after = read();
        return before && after && *after >= *before + k_resumed_frames;
    }));
    m_visitor.report().add(judge::went_on(before, after));
    return true;
}

bool FilmWatch::engaged() const {
    const auto whole = static_cast<int>(std::chrono::ceil<seconds>(m_video.duration).count());
    return static_cast<int>(m_seconds.size()) >= std::min(k_engaged_seconds, whole);
}

} // namespace pufa::app
