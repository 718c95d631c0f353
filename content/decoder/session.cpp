#include "content/decoder/session.h"

#include "content/decoder/telling.h"
#include "content/media/channel.h"

#include <algorithm>

namespace pufa::decoder {

using media::Kind;
using media::Message;
using media::Purpose;

namespace {

/// Sound that lies further behind its pictures in the file than this is taken as missing; else a
/// track that ends early would have us read the whole file in search of it.
constexpr int64_t k_most_apart_us = 10'000'000;
constexpr uint64_t k_most_queued_bytes = 96u << 20;
/// Sound that waits while a picture is looked for: three minutes without compression.
constexpr uint64_t k_most_waiting_sound = 32u << 20;
constexpr int k_most_read_faults = 50;
/// Codecs of sound need a little run-up to be right at the target.
constexpr int64_t k_sound_run_up_us = 100'000;

} // namespace

Session::Session(Handed handed, Send send)
    : m_handed(std::move(handed))
    , m_send(std::move(send))
    , m_slots(m_handed.pictures.data(), m_handed.open.slot_count, m_handed.open.slot_bytes,
              m_handed.open.ahead)
    , m_converter(m_handed.open.purpose == Purpose::picture ? media::PixelFormat::rgba
                                                            : media::PixelFormat::yuv420p,
                  {m_handed.open.max_width, m_handed.open.max_height})
    , m_generation(m_handed.open.generation)
    , m_first_generation(m_handed.open.generation) {
    m_sound_wanted = m_handed.open.purpose == Purpose::probe || m_handed.sound.size() > 0;
}

Trouble Session::start() {
    const auto& open = m_handed.open;
    Wishes wishes{open.purpose, media::name_of(open.sound_language), {}};
    if (open.has_stated != 0) wishes.stated = media::stated_of(open.stated);
    if (auto trouble = m_input.open(
            {std::move(m_handed.media), open.offset, open.length, m_handed.at_work}, wishes))
        return trouble;
    if (has_pictures()) {
        const bool play = open.purpose == Purpose::play;
        if (auto trouble = m_pictures.open(m_input, play ? &m_slots : nullptr)) return trouble;
        if (auto trouble = m_pictures.restart(0, Hurry::none, Preview::unwanted)) return trouble;
        const Orientation orientation = orientation_of(display_matrix(*m_input.video()));
        m_turns = presented_turns(orientation);
        m_converter.orient(orientation);
        if (m_input.is_picture_file()) m_converter.picture_file();
        if (open.purpose == Purpose::picture && open.start_us > 0) m_converter.square_pixels();
    }
    if (has_sound()) {
        const bool heard = m_handed.sound.size() > 0;
        if (auto trouble = m_sound.open(m_input, heard ? media::RingWriter{m_handed.sound}
                                                       : media::RingWriter{}))
            return trouble;
        if (auto trouble = m_sound.restart(0)) return trouble;
    }
    if (open.purpose == Purpose::picture && open.start_us > 0 && has_pictures()) {
        m_target_us = std::min(open.start_us, k_latest_us);
        return place_input(m_target_us, Hurry::skip_unreferenced, Preview::unwanted);
    }
    return std::nullopt;
}

Trouble Session::seek(const media::Seek& seek) {
    m_generation = seek.generation;
    m_target_us = std::clamp<int64_t>(seek.target_us, 0, k_latest_us);
    m_sought = true;
    return std::nullopt;
}

Trouble Session::go_to_target() {
    m_sought = false;
    if (has_sound()) {
        if (auto trouble = m_sound.restart(m_target_us)) return trouble;
    }
    return place_input(m_target_us, Hurry::skip_unreferenced, Preview::wanted);
}

Trouble Session::set_pace(const media::Pace& pace) {
    const auto percent =
        std::clamp(pace.percent, media::k_slowest_percent, media::k_fastest_percent);
    m_pictures.set_pace(static_cast<int>(percent));
    return has_sound() ? m_sound.set_pace(static_cast<int>(percent)) : std::nullopt;
}

Trouble Session::choose_sound(const media::ChooseSound& choice) {
    return has_sound() ? m_sound.choose(choice.track) : std::nullopt;
}

Trouble Session::place_input(int64_t at_us, Hurry hurry, Preview preview) {
    m_place_us = at_us;
    const int64_t from = has_pictures() ? at_us : std::max<int64_t>(0, at_us - k_sound_run_up_us);
    int done = m_input.seek(from);
    // Some files cannot find a place before their first keyframe: then from the start.
    if (done < 0) done = m_input.seek(0);
    if (done < 0) return failure(done, Stage::decoding, "seek");
    m_at_end = m_end_sent = false;
    m_read_faults = 0;
    m_last_picture_us = 0;
    if (has_sound()) m_sound.rewind();
    if (has_pictures()) return m_pictures.restart(m_target_us, hurry, preview);
    return std::nullopt;
}

void Session::release(const media::Release& release) {
    // Slots of an earlier Open have gone with it.
    if (release.generation >= m_first_generation) m_slots.take_back(release.slot);
}

bool Session::all_done() const {
    const bool pictures = !has_pictures() || m_pictures.done();
    const bool sound = !has_sound() || m_sound.done();
    return pictures && sound;
}

Trouble Session::step(Step& outcome) {
    outcome = m_over ? Step::finished : Step::worked;
    if (m_over) return std::nullopt;
    if (m_sought) return go_to_target();
    bool moved = false;
    if (!m_opened) {
        const bool ready = has_pictures() ? m_pictures.first() != nullptr : m_sound.ready();
        if (ready) {
            open_up();
            return std::nullopt;
        }
    } else {
        if (auto trouble = deliver_picture(moved)) return trouble;
        if (auto trouble = deliver_sound(moved)) return trouble;
    }
    if (auto trouble = decode(moved)) return trouble;
    if (!moved) {
        if (auto trouble = read(moved)) return trouble;
    }
    if (moved) return std::nullopt;
    if (!m_opened && all_done())
        return Failure{media::FailureCause::damaged, "nothing could be decoded"};
    outcome = idle_step();
    return std::nullopt;
}

Step Session::idle_step() {
    if (!all_done()) return has_sound() && m_sound.ready() ? Step::full : Step::waiting;
    send_end();
    return Step::finished;
}

void Session::send_end() {
    if (m_end_sent) return;
    m_end_sent = true;
    Message message = media::blank(Kind::end);
    message.end.generation = m_generation;
    m_send(message);
}

void Session::open_up() {
    m_opened = true;
    Message message = media::blank(Kind::opened);
    auto& opened = message.opened;
    std::string codec;
    opened.duration_us = m_handed.open.purpose == Purpose::picture ? 0 : m_input.duration_us();
    if (has_pictures()) {
        const Size size = m_converter.size_of(*m_pictures.first());
        opened.width = size.width;
        opened.height = size.height;
        const AVRational rate = m_input.frame_rate();
        opened.frame_rate_num = static_cast<uint32_t>(rate.num);
        opened.frame_rate_den = static_cast<uint32_t>(rate.den);
        if (m_handed.open.purpose != Purpose::picture)
            opened.rotation = static_cast<uint32_t>(m_turns * 90);
        codec = codec_name(*m_input.video());
    }
    opened.has_sound = has_sound() ? 1 : 0;
    if (has_sound())
        codec += (codec.empty() ? "" : "+") + std::string{codec_name(*m_input.sound())};
    codec.copy(opened.codec, sizeof opened.codec - 1);
    opened.stated = media::fields_of(m_input.stated());
    if (has_sound()) {
        opened.sound_track = static_cast<uint32_t>(m_input.sound_track());
        tell_sounds(m_input, m_send);
    }
    m_send(message);
    m_over = m_handed.open.purpose == Purpose::probe;
}

Trouble Session::deliver_picture(bool& moved) {
    if (!has_pictures() || !m_slots.has_room()) return std::nullopt;
    if (!m_pictures.ready().empty()) {
        const Shot shot = std::move(m_pictures.ready().front());
        m_pictures.ready().pop_front();
        moved = true;
        return send_picture(shot, Preview::unwanted);
    }
    if (const auto preview = m_pictures.take_preview()) {
        moved = true;
        return send_picture(*preview, Preview::wanted);
    }
    return std::nullopt;
}

Trouble Session::send_picture(const Shot& shot, Preview preview) {
    Message message = media::blank(Kind::frame);
    media::Frame& facts = message.frame;
    facts.pts_us = shot.pts_us;
    facts.generation = m_generation;
    facts.preview = preview == Preview::wanted ? 1 : 0;
    if (!m_slots.locate(*shot.frame, facts) || !m_converter.keeps(*shot.frame, facts)) {
        facts.slot = m_slots.free_slot();
        if (auto trouble =
                m_converter.write(*shot.frame, m_slots.at(facts.slot), m_slots.slot_bytes(), facts))
            return trouble;
    }
    m_slots.hand_out(facts.slot);
    m_send(message);
    if (m_handed.open.purpose == Purpose::picture) {
        send_end();
        m_over = true;
    }
    return std::nullopt;
}

Trouble Session::deliver_sound(bool& moved) {
    if (!has_sound() || m_handed.sound.size() == 0) return std::nullopt;
    if (auto start = m_sound.take_start()) {
        Message message = media::blank(Kind::sound_start);
        message.sound_start = *start;
        message.sound_start.generation = m_generation;
        m_send(message);
    }
    return m_sound.deliver(moved);
}

Trouble Session::decode(bool& moved) {
    if (has_pictures() && m_pictures.can_advance()) {
        moved = true;
        if (auto trouble = m_pictures.advance()) return trouble;
        if (m_pictures.verdict() != Pictures::Verdict::good) return reconsider_place();
    }
    if (has_sound() && m_sound.can_advance()) {
        moved = true;
        if (auto trouble = m_sound.advance()) return trouble;
    }
    // A track of sound shorter than the film goes on as silence, so that the ring stays a clock.
    if (has_sound() && has_pictures()) m_sound.pad_at_end(m_last_picture_us);
    return std::nullopt;
}

Trouble Session::reconsider_place() {
    if (m_pictures.verdict() == Pictures::Verdict::do_not_skip)
        return place_input(m_place_us, Hurry::none, Preview::unwanted);
    if (m_place_us == 0) {
        // Nothing lies before: the first picture is later than the target.
        m_pictures.accept();
        return std::nullopt;
    }
    const int64_t step = std::max<int64_t>(500'000, 4 * (m_target_us - m_place_us));
    return place_input(std::max<int64_t>(0, m_place_us - step), Hurry::skip_unreferenced,
                       Preview::unwanted);
}

Trouble Session::read(bool& moved) {
    const bool pictures_want = has_pictures() && m_pictures.wants_packet();
    const bool sound_wants = has_sound() && m_sound.wants_packet();
    if (m_at_end || !(pictures_want || sound_wants)) return std::nullopt;
    if (pictures_want && !sound_wants && m_sound.queued_bytes() > k_most_waiting_sound) {
        if (!m_pictures.dry() && (m_opened || m_pictures.fed())) {
            moved = true;
            m_pictures.starve();
            return std::nullopt;
        }
        if (m_opened) return std::nullopt; // the sound goes first
    }
    moved = true;
    Packet packet{av_packet_alloc()};
    if (!packet) return failure(AVERROR(ENOMEM), Stage::decoding, "packet");
    const int got = m_input.read(*packet);
    if (got >= 0) {
        m_read_faults = 0;
        return dispatch(std::move(packet));
    }
    if (got == AVERROR(EAGAIN)) return std::nullopt;
    if (cause_of(got, Stage::decoding) != media::FailureCause::damaged)
        return failure(got, Stage::decoding, "read");
    // A damaged place may be passed over; a file that was cut short ends where it ends.
    if (got == AVERROR_EOF || ++m_read_faults > k_most_read_faults) end_of_file();
    return std::nullopt;
}

Trouble Session::dispatch(Packet packet) {
    const int index = packet->stream_index;
    if (has_pictures() && index == m_input.video()->index) {
        const auto& stream = *m_input.video();
        const int64_t time = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (const auto at = m_input.to_us(time, stream)) {
            const int64_t length = av_rescale_q(std::max<int64_t>(packet->duration, 0),
                                                stream.time_base, {1, 1'000'000});
            m_last_picture_us = std::max(m_last_picture_us, *at + length);
            if (has_sound() && m_sound.wants_packet() &&
                *at > m_sound.reached_us() + k_most_apart_us)
                m_sound.pad_to(*at - k_most_apart_us);
        }
        m_pictures.push(std::move(packet));
    } else if (has_sound()) {
        m_sound.push(std::move(packet));
    }
    if (m_pictures.queued_bytes() + m_sound.queued_bytes() > k_most_queued_bytes)
        return Failure{media::FailureCause::damaged, "pictures and sound lie too far apart"};
    return std::nullopt;
}

void Session::end_of_file() {
    m_at_end = true;
    if (has_pictures()) m_pictures.finish();
    if (has_sound()) m_sound.finish();
}

} // namespace pufa::decoder
