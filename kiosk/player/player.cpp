#include "kiosk/player/player.h"

#include "content/base/log.h"
#include "content/media/disk_wait.h"
#include "content/media/watch.h"
#include "kiosk/player/clock.h"
#include "kiosk/player/sound_follower.h"
#include "kiosk/player/video_sink.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

namespace pufa::player {

namespace {

using namespace std::chrono_literals;

/// A film upright or lying keeps its full size up to Full HD; more is scaled down by the decoder.
constexpr int k_picture_bound = 1920;
constexpr Micros k_look_again = 5ms;
constexpr Micros k_look_eagerly = 2ms; ///< somebody waits for the first picture
constexpr Micros k_position_step = 100ms;

} // namespace

struct Player::Inner {
    Inner(SpawnLink spawn_link, AudioSink& audio)
        : spawn(std::move(spawn_link))
        , sink(audio)
        , sound(audio) {
        warm_up();
    }

    void warm_up();
    std::unique_ptr<media::Link> take_warm(std::optional<Error>& error);
    void play(const media::Source& source, const PlayOptions& options, SteadyTime now);
    void set_pace(int percent);
    void choose_sound(size_t track);
    void seek(Micros target, SteadyTime now);
    void let_go();
    void fail(Error error);

    void take_reports();
    void take(media::Report& report);
    void settle(SteadyTime now);
    void run(SteadyTime now);
    void watch(SteadyTime now);
    [[nodiscard]] bool all_over() const;
    [[nodiscard]] bool expecting() const;
    void end();
    bool changed();

    [[nodiscard]] bool with_sound() const { return opened && status.facts.has_sound; }
    [[nodiscard]] bool with_pictures() const { return !opened || status.facts.width > 0; }
    [[nodiscard]] bool awaiting_first() const {
        return status.state == State::opening || status.state == State::seeking;
    }

    SpawnLink spawn;
    AudioSink& sink;
    std::unique_ptr<media::Link> link; ///< of the item that is on
    std::unique_ptr<media::Link> warm;
    bool warm_failed = false; ///< do not try again before the next play
    Clock clock;
    SoundFollower sound;
    VideoSink video;
    Status status;

    bool wants_to_run = false; ///< play and resume against pause
    bool opened = false;
    bool end_received = false;
    Micros last_pts{0}; ///< of the newest picture of this generation
    std::string where;  ///< the file, for errors
    SteadyTime updated{};

    media::Watch decoder_watch;
    uint64_t fruits = 0; ///< reports and sound that came, all told
    uint64_t sound_written = 0;

    // What update last told of.
    State told_state = State::idle;
    Micros told_position{0};
    Micros told_duration{0};
    uint64_t told_serial = 0;
    size_t told_track = 0;
    int told_pace = 100;
};

void Player::Inner::warm_up() {
    if (warm || warm_failed) return;
    auto spawned = spawn();
    warm_failed = !spawned.ok();
    if (warm_failed)
        base::log_warning("no decoder could be started: {}: {}", spawned.error().where,
                          spawned.error().detail);
    else
        warm = std::move(spawned).value();
}

std::unique_ptr<media::Link> Player::Inner::take_warm(std::optional<Error>& error) {
    if (warm) {
        // It may have been killed while it waited.
        const auto reports = warm->poll();
        const bool dead = std::any_of(reports.begin(), reports.end(), [](const auto& report) {
            return std::holds_alternative<media::HasFailed>(report);
        });
        if (!dead) return std::move(warm);
        warm.reset();
    }
    auto spawned = spawn();
    if (spawned) return std::move(spawned).value();
    error = spawned.error();
    return nullptr;
}

void Player::Inner::let_go() {
    sink.set_running(false);
    sink.attach(nullptr);
    link.reset();
    clock.set(Micros{0});
    sound.expect_new();
    opened = end_received = false;
    last_pts = Micros{0};
}

void Player::Inner::fail(Error error) {
    let_go();
    video.clear();
    status.state = State::failed;
    status.error = std::move(error);
}

void Player::Inner::play(const media::Source& source, const PlayOptions& options, SteadyTime now) {
    let_go();
    video.clear();
    status = Status{};
    warm_failed = false;
    wants_to_run = true;
    where = source.file.string();
    std::optional<Error> error;
    link = take_warm(error);
    if (!link) return fail(*error);
    if (auto done = link->open(source, media::Purpose::play, k_picture_bound, k_picture_bound,
                               {options.sound_language, options.stated});
        !done)
        return fail(done.error());
    sink.set_item_gain(options.gain);
    status.state = State::opening;
    decoder_watch.begin(now);
    sound_written = 0;
}

void Player::Inner::seek(Micros target, SteadyTime now) {
    if (!link) return;
    sink.set_running(false);
    const Micros latest = status.duration.count() > 0 ? status.duration : Micros::max();
    target = std::clamp(target, Micros{0}, latest);
    link->seek(target);
    clock.set(target);
    video.expect_new();
    sound.expect_new();
    end_received = false;
    last_pts = target;
    status.position = target;
    status.state = State::seeking;
    decoder_watch.begin(now);
}

void Player::Inner::set_pace(int percent) {
    if (!link || percent == status.pace_percent) return;
    link->set_pace(percent);
    status.pace_percent = percent;
}

void Player::Inner::choose_sound(size_t track) {
    if (!link || track >= status.facts.sounds.size() || track == status.sound_track) return;
    link->choose_sound(track);
    status.sound_track = track;
}

void Player::Inner::take_reports() {
    if (!link) return;
    for (auto& report : link->poll()) {
        ++fruits;
        take(report);
        if (!link) return; // it failed
    }
    const uint64_t written = link->sound().position() + link->sound().available();
    if (std::exchange(sound_written, written) != written) ++fruits;
}

void Player::Inner::take(media::Report& report) {
    if (auto* has_opened = std::get_if<media::HasOpened>(&report)) {
        opened = true;
        status.facts = has_opened->facts;
        status.duration = has_opened->facts.duration;
        status.sound_track = has_opened->facts.sound_track;
        if (with_sound()) sink.attach(&link->sound());
    } else if (auto* has_picture = std::get_if<media::HasPicture>(&report)) {
        if (has_picture->picture.preview) {
            if (!video.shown()) video.preview(std::move(has_picture->picture));
            return;
        }
        last_pts = std::max(last_pts, has_picture->picture.pts);
        video.push(std::move(has_picture->picture));
    } else if (const auto* has_sound = std::get_if<media::HasSound>(&report)) {
        sound.begin(*has_sound, link->sound());
    } else if (std::holds_alternative<media::HasEnded>(report)) {
        end_received = true;
    } else if (const auto* failed = std::get_if<media::HasFailed>(&report)) {
        base::log_info("{}: {}: {}", base::name(failed->error.code), failed->error.where,
                       failed->error.detail);
        fail(failed->error);
    }
}

/// From opening or seeking to playing or paused, once there is something to show for it.
void Player::Inner::settle(SteadyTime now) {
    if (!awaiting_first() || !opened) return;
    if (with_pictures()) video.update(clock.position());
    const bool ready = with_pictures() ? video.shown() : sound.known();
    if (!ready && !end_received) return;
    status.state = wants_to_run ? State::playing : State::paused;
    if (!wants_to_run) return;
    clock.start(now);
    sink.set_running(with_sound());
    sound.running_from(now);
}

void Player::Inner::run(SteadyTime now) {
    if (status.state != State::playing) return;
    std::optional<Micros> heard;
    if (with_sound()) heard = sound.heard(now, clock.position(), end_received);
    // While sound is heard its pace counts, which changes a moment after the visitor's wish.
    clock.set_pace(heard ? sound.pace_percent() : status.pace_percent);
    const Micros position = clock.advance(now, heard);
    sound.make_room(position);
    video.update(position);
    status.position = status.duration.count() > 0 ? std::min(position, status.duration) : position;
    if (all_over()) end();
}

bool Player::Inner::all_over() const {
    if (!end_received || video.waiting() > 0) return false;
    const bool silent = !with_sound() || sound.over();
    if (!silent || !with_pictures()) return silent;
    const double rate = status.facts.frames_per_second;
    const Micros frame{rate > 1 ? static_cast<int64_t>(1e6 / rate) : 40'000};
    Micros last = last_pts + frame;
    // Without sound the container alone knows how long the last picture stands.
    if (!with_sound()) last = std::max(last, std::min(status.duration, last_pts + 60s));
    return clock.position() >= last;
}

void Player::Inner::end() {
    sink.set_running(false);
    clock.stop();
    if (status.duration.count() == 0) status.duration = clock.position();
    status.position = status.duration;
    status.state = State::ended;
}

bool Player::Inner::expecting() const {
    if (!link || end_received) return false;
    if (awaiting_first()) return true;
    if (status.state != State::playing) return false;
    return (with_pictures() && video.waiting() == 0) ||
           (with_sound() && link->sound().available() == 0);
}

void Player::Inner::watch(SteadyTime now) {
    if (!link) return;
    const auto verdict = decoder_watch.look(now, expecting(), link->heartbeats(), fruits);
    if (verdict == media::Watch::Verdict::well) return;
    // A file is not to blame for the disk that it lies on.
    const bool disk = media::waits_for_disk(link->pid());
    const std::string detail{disk ? "the disk did not answer" : sentence(verdict)};
    base::log_info("a decoder is killed: {}", detail);
    fail({disk ? Code::DISK_ERROR : Code::DECODER_DIED, where, detail});
}

bool Player::Inner::changed() {
    const bool any = status.state != told_state || status.duration != told_duration ||
                     video.serial() != told_serial || status.sound_track != told_track ||
                     status.pace_percent != told_pace ||
                     std::chrono::abs(status.position - told_position) >= k_position_step;
    if (!any) return false;
    told_state = status.state;
    told_duration = status.duration;
    told_position = status.position;
    told_serial = video.serial();
    told_track = status.sound_track;
    told_pace = status.pace_percent;
    return true;
}

Player::Player(SpawnLink spawn, AudioSink& sink)
    : m(std::make_unique<Inner>(std::move(spawn), sink)) {}

Player::~Player() {
    m->let_go();
}

void Player::play(const media::Source& source, const PlayOptions& options, SteadyTime now) {
    m->play(source, options, now);
}

void Player::set_pace(int percent, SteadyTime) {
    m->set_pace(percent);
}

void Player::choose_sound(size_t track, SteadyTime) {
    m->choose_sound(track);
}

void Player::pause(SteadyTime now) {
    m->wants_to_run = false;
    if (m->status.state != State::playing) return;
    m->sink.set_running(false);
    m->run(now);
    m->clock.stop();
    if (m->status.state == State::playing) m->status.state = State::paused;
}

void Player::resume(SteadyTime now) {
    m->wants_to_run = true;
    if (m->status.state == State::ended) m->seek(Micros{0}, now);
    if (m->status.state != State::paused) return;
    m->status.state = State::playing;
    m->clock.start(now);
    m->sink.set_running(m->with_sound());
    m->sound.running_from(now);
    m->decoder_watch.begin(now);
}

void Player::seek(Micros target, SteadyTime now) {
    m->seek(target, now);
}

void Player::stop() {
    m->let_go();
    m->video.clear();
    m->wants_to_run = false;
    m->status = Status{};
}

bool Player::update(SteadyTime now) {
    m->updated = now;
    m->sink.update(now);
    m->take_reports();
    m->settle(now);
    m->run(now);
    m->watch(now);
    // The next decoder starts when this one no longer needs the processor most.
    if (m->status.state != State::opening) m->warm_up();
    return m->changed();
}

const Status& Player::status() const {
    return m->status;
}

const media::Picture* Player::picture() const {
    return m->video.current();
}

uint64_t Player::picture_serial() const {
    return m->video.serial();
}

std::optional<SteadyTime> Player::next_due(SteadyTime now) const {
    switch (m->status.state) {
    case State::opening:
    case State::seeking:
        return now + k_look_eagerly;
    case State::playing: {
        const auto next = m->video.next_pts();
        if (!next) return now + (m->with_pictures() ? k_look_again : k_position_step / 2);
        // The position is that of the last update, which may have been a drawn frame ago.
        const Micros due = (*next - m->clock.position()) * 100 / m->status.pace_percent;
        return std::max(m->updated + std::min(due, k_position_step), now + 1ms);
    }
    case State::idle:
    case State::paused:
    case State::ended:
    case State::failed:
        break;
    }
    if (!m->warm && !m->warm_failed) return now;
    return std::nullopt;
}

pid_t Player::decoder_pid() const {
    return m->link ? m->link->pid() : -1;
}

} // namespace pufa::player
