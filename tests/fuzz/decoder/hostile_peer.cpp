#include "tests/fuzz/decoder/hostile_peer.h"

#include "content/media/layout.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <cstddef>
#include <cstring>

namespace pufa::fuzz {

using media::Kind;
using media::Message;

namespace {

// The bits of the byte that follows the letter of a message.
constexpr uint8_t k_changes = 0x03;    ///< so many changes to it
constexpr uint8_t k_descriptor = 0x04; ///< a stray descriptor comes along
constexpr uint8_t k_again = 0x08;      ///< sent several times
constexpr uint8_t k_older = 0x10;      ///< of the generation before
constexpr uint8_t k_snug = 0x20;       ///< planes that end with their slot
constexpr uint8_t k_other = 0x40;      ///< the other of two ways

/// What a message of this kind uses of its bytes.
size_t used_by(Kind kind) {
    constexpr size_t k_head = 2 * sizeof(uint32_t);
    switch (kind) {
    case Kind::frame:
        return k_head + sizeof(media::Frame);
    case Kind::sound_start:
        return k_head + sizeof(media::SoundStart);
    case Kind::studied:
        return k_head + sizeof(media::Studied);
    case Kind::hello:
    case Kind::alive:
    case Kind::end:
    case Kind::progress:
        return k_head + sizeof(media::Hello);
    case Kind::cue_text:
        return k_head + offsetof(media::CueText, text);
    default:
        return sizeof(Message);
    }
}

/// One of its numbers, or a byte of it.
void change(Message& message, Script& script) {
    auto* const bytes = reinterpret_cast<unsigned char*>(&message);
    const size_t whole = script.byte() * sizeof(uint32_t) % (used_by(message.kind) & ~size_t{3});
    const int how = script.byte();
    const size_t at = whole + static_cast<size_t>(how >> 2 & 3);
    uint32_t number = 0;
    std::memcpy(&number, bytes + whole, sizeof number);
    switch (how & 3) {
    case 0:
        bytes[at] = script.byte();
        return;
    case 1:
        number += static_cast<uint32_t>(static_cast<int8_t>(script.byte()));
        break;
    case 2:
        number = static_cast<uint32_t>(script.extreme());
        break;
    default: {
        const uint64_t extreme = script.extreme();
        std::memcpy(bytes + (whole & ~size_t{7}), &extreme, sizeof extreme);
        return;
    }
    }
    std::memcpy(bytes + whole, &number, sizeof number);
}

/// Every plane is moved so far back that it ends with the slot.
void make_snug(media::Frame& frame, uint64_t slot_bytes) {
    const bool film = frame.format == media::PixelFormat::yuv420p;
    for (size_t plane = 0; plane < (film ? 3u : 1u); ++plane) {
        const uint64_t row = !film        ? uint64_t{frame.width} * 4
                             : plane == 0 ? frame.width
                                          : (uint64_t{frame.width} + 1) / 2;
        const uint64_t rows = plane == 0 ? frame.height : (uint64_t{frame.height} + 1) / 2;
        const uint64_t used = frame.plane_stride[plane] * (rows - 1) + row;
        if (used <= slot_bytes)
            frame.plane_offset[plane] = static_cast<uint32_t>(slot_bytes - used);
    }
}

} // namespace

void HostilePeer::act(char letter, Script& script) {
    switch (letter) {
    case 'w':
        return write_positions(script);
    case 'z':
        return scribble(script);
    case 'r':
        return send_noise(script);
    case 'i':
        static_cast<void>(hear());
        return;
    case 'j':
        while (hear()) {
        }
        return;
    case 'l':
        return leave();
    default:
        break;
    }
    Message message = media::blank(Kind{});
    const uint8_t how = letter >= 'a' ? script.byte() : uint8_t{0};
    if ((how & k_older) != 0) --m_generation;
    const bool known = speak(letter, script, message);
    if (known && message.kind == Kind::frame) say_frame(script, how, message.frame);
    if ((how & k_older) != 0) ++m_generation;
    if (known) say(message, script, how);
}

bool HostilePeer::speak(char letter, Script& script, Message& message) {
    const auto be = [&](Kind kind) { message.kind = kind; };
    switch (letter) {
    case 'h':
        be(Kind::hello);
        message.hello = {media::k_wire_version, 1, 2};
        return true;
    case 'a':
        be(Kind::alive);
        message.alive.generation = m_generation;
        return true;
    case 'o':
        be(Kind::opened);
        say_opened(script, message.opened);
        return true;
    case 'f':
        be(Kind::frame);
        return true;
    case 's':
        be(Kind::sound_start);
        message.sound_start.pts_us = script.word() * 1000;
        message.sound_start.position = script.word();
        message.sound_start.generation = m_generation;
        message.sound_start.pace_percent = 50u + script.byte() % 151u;
        message.sound_start.track = m_sounds > 0 ? script.byte() % m_sounds : 0;
        return true;
    case 'e':
        be(Kind::end);
        message.end.generation = m_generation;
        return true;
    case 'x':
        be(Kind::failed);
        message.failed.cause = media::FailureCause{script.byte() % 5u};
        message.failed.generation = m_generation;
        script.bytes(script.byte() % sizeof message.failed.text)
            .copy(message.failed.text, sizeof message.failed.text);
        return true;
    case 'p':
        be(Kind::progress);
        message.progress = {m_generation, script.byte() % 101u};
        return true;
    case 'd':
        be(Kind::studied);
        say_studied(script, message.studied);
        return true;
    default:
        speak_of_texts(letter, script, message);
        return message.kind != Kind{};
    }
}

void HostilePeer::speak_of_texts(char letter, Script& script, Message& message) {
    const auto words = [&](auto& into) {
        script.bytes(script.byte() % (sizeof into + 1)).copy(into, sizeof into);
    };
    switch (letter) {
    case 't': {
        message.kind = Kind::sound_track;
        message.sound_track.index = m_sounds++;
        message.sound_track.language = {'y', 'u', 'e'};
        words(message.sound_track.title);
        break;
    }
    case 'g':
        message.kind = Kind::text_track;
        message.text_track.index = m_texts++;
        message.text_track.generation = m_generation;
        message.text_track.language = {'c', 'h', 'i'};
        words(message.text_track.title);
        break;
    case 'c': {
        message.kind = Kind::cue_text;
        auto& cue = message.cue_text;
        cue.from_us = script.word() * 1000;
        cue.until_us = cue.from_us + script.word() * 1000;
        cue.generation = m_generation;
        cue.track = m_texts - 1;
        cue.complete = script.yes() ? 1 : 0;
        const auto text = script.bytes(script.byte() % (sizeof cue.text + 1));
        cue.bytes = static_cast<uint32_t>(text.copy(cue.text, sizeof cue.text));
        break;
    }
    default:
        break;
    }
}

void HostilePeer::say_opened(Script& script, media::Opened& opened) const {
    opened.duration_us = script.word() * int64_t{10'000};
    opened.width = script.byte() * 16u;
    opened.height = opened.width != 0 ? 1u + script.byte() * 16u : 0;
    opened.frame_rate_num = script.byte();
    opened.frame_rate_den = 1;
    opened.has_sound = opened.width == 0 || script.yes() ? 1 : 0;
    opened.rotation = script.byte() % 4u * 90;
    opened.sound_track = m_sounds > 0 ? script.byte() % m_sounds : 0;
    std::memcpy(opened.codec, "h264+aac", 8);
    opened.stated.video_codec = {'h', '2', '6', '4'};
    opened.stated.width = opened.width;
    opened.stated.frame_rate_den = 1;
}

void HostilePeer::say_frame(Script& script, uint8_t how, media::Frame& frame) const {
    const media::Open asked = m_open.value_or(media::Open{});
    frame.generation = m_generation;
    frame.slot = asked.slot_count > 0 ? script.byte() % asked.slot_count : script.byte();
    frame.pts_us = script.word() * 1000;
    const bool film = asked.purpose == media::Purpose::play;
    frame.format = film ? media::PixelFormat::yuv420p : media::PixelFormat::rgba;
    frame.matrix = media::ColorMatrix{frame.slot % 3u};
    frame.width = std::max(asked.max_width, 1u);
    frame.height = std::max(asked.max_height, 1u);
    if ((how & k_other) != 0) {
        frame.width = 1 + script.byte() % frame.width;
        frame.height = 1 + script.byte() % frame.height;
        frame.preview = film ? 1 : 0;
    }
    const auto layout = media::layout_of(frame.format, frame.width, frame.height);
    frame.plane_offset = layout.offset;
    frame.plane_stride = layout.stride;
    if ((how & k_snug) != 0) make_snug(frame, asked.slot_bytes);
}

void HostilePeer::say_studied(Script& script, media::Studied& studied) const {
    studied.end_us = script.word() * 10'000;
    studied.keyframe_gap_us = script.word() * 1000;
    studied.bits_per_second = script.word();
    studied.lufs = -1.0 * script.byte();
    studied.peak_dbtp = -1;
    studied.generation = m_generation;
    studied.has_loudness = script.yes() ? 1 : 0;
    studied.sample_depth = 8;
    studied.sound_rate = 48000;
}

void HostilePeer::say(const Message& message, Script& script, uint8_t how) {
    Message changed = message;
    for (int left = how & k_changes; left > 0; --left)
        change(changed, script);
    const int times = (how & k_again) != 0 ? script.byte() % 64 : 1;
    for (int i = 0; i < times; ++i)
        send({reinterpret_cast<const char*>(&changed), sizeof changed},
             (how & k_descriptor) != 0 ? 1 + i % 3 : 0);
}

/// Of any length: no message, except by chance.
void HostilePeer::send_noise(Script& script) {
    std::array<char, 2 * sizeof(Message)> bytes{};
    const int how = script.byte();
    const size_t length = (how & 1) != 0 ? sizeof(Message) + static_cast<size_t>(how % 3) - 1
                                         : script.word() % bytes.size();
    bytes.fill(static_cast<char>(script.byte()));
    script.bytes(script.byte()).copy(bytes.data(), bytes.size());
    send({bytes.data(), length}, (how & 2) != 0 ? 3 : 0);
}

void HostilePeer::send(std::span<const char> bytes, int descriptors) {
    if (!m_channel) return;
    if (bytes.size() == sizeof(Message)) {
        Message message;
        std::memcpy(static_cast<void*>(&message), bytes.data(), bytes.size());
        const bool lends = message.kind == Kind::frame && message.frame.slot < m_lent.size();
        if (lends) ++m_lent[message.frame.slot];
    }
    iovec body{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr header{};
    header.msg_iov = &body;
    header.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(3 * sizeof(int))> control{};
    if (descriptors > 0) {
        const size_t size = static_cast<size_t>(descriptors) * sizeof(int);
        header.msg_control = control.data();
        header.msg_controllen = CMSG_SPACE(size);
        cmsghdr* part = CMSG_FIRSTHDR(&header);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(size);
        for (int i = 0; i < descriptors; ++i)
            std::memcpy(CMSG_DATA(part) + static_cast<size_t>(i) * sizeof(int), "\2\0\0\0",
                        sizeof(int)); // standard error
    }
    // A full channel loses it, which is one more thing that can happen.
    static_cast<void>(::sendmsg(m_channel.get(), &header, MSG_NOSIGNAL | MSG_DONTWAIT));
}

void HostilePeer::write_positions(Script& script) {
    const int how = script.byte();
    const uint64_t by = script.word();
    const uint64_t extreme = script.extreme();
    if (m_sound.size() == 0) return;
    auto& header = *reinterpret_cast<media::SoundHeader*>(m_sound.data());
    const uint64_t read = header.read.load();
    switch (how % 6) {
    case 0:
        return header.written.store(header.written.load() + by);
    case 1:
        return header.written.store(read + media::k_sound_frames + by % 3 - 1);
    case 2:
        return header.written.store(extreme);
    case 3:
        return header.written.store(header.written.load() - by);
    case 4:
        return header.read.store(extreme);
    default: // samples that are no numbers
        std::memset(m_sound.data() + media::k_sound_data + by, 0xff, 64);
    }
}

void HostilePeer::scribble(Script& script) {
    const uint64_t slot = script.byte();
    const uint64_t at = script.word();
    const int value = script.byte();
    if (!m_open || m_pictures.size() == 0) return;
    const uint64_t offset =
        slot % m_open->slot_count * m_open->slot_bytes + at % (m_open->slot_bytes - 64);
    std::memset(m_pictures.data() + offset, value, 64);
}

bool HostilePeer::hear() {
    if (!m_channel) return false;
    auto received = media::receive_message(m_channel.get(), media::Descriptors::taken);
    PUFA_ASSERT(received.arrival != media::Arrival::malformed);
    if (received.arrival != media::Arrival::message) return false;
    const Message& message = received.message;
    PUFA_ASSERT(message.reserved == 0);
    PUFA_ASSERT(received.descriptors.size() == (message.kind == Kind::open ? 3 : 0));
    switch (message.kind) {
    case Kind::open:
        take_open(received);
        return true;
    case Kind::seek:
        PUFA_ASSERT(m_open && message.seek.generation > m_generation);
        m_generation = message.seek.generation;
        return true;
    case Kind::release:
        take_release(message.release);
        return true;
    case Kind::pace:
        PUFA_ASSERT(message.pace.percent >= media::k_slowest_percent &&
                    message.pace.percent <= media::k_fastest_percent);
        return true;
    case Kind::choose_sound:
        PUFA_ASSERT(message.choose_sound.track < media::k_most_sounds);
        return true;
    default:
        PUFA_ASSERT(!"what a kiosk never says");
        return false;
    }
}

void HostilePeer::take_open(media::Received& received) {
    const media::Open& open = received.message.open;
    PUFA_ASSERT(open.generation > (m_open ? m_generation : 0));
    PUFA_ASSERT(open.picture_bytes == open.slot_count * open.slot_bytes);
    PUFA_ASSERT((::fcntl(received.descriptors[0].get(), F_GETFL) & O_ACCMODE) == O_RDONLY);
    auto pictures =
        media::SharedMemory::adopt(std::move(received.descriptors[1]), open.picture_bytes);
    auto sound = media::SharedMemory::adopt(std::move(received.descriptors[2]), open.sound_bytes);
    PUFA_ASSERT(pictures.ok() && sound.ok());
    m_pictures = std::move(*pictures);
    m_sound = std::move(*sound);
    m_open = open;
    m_generation = open.generation;
    m_sounds = m_texts = 0;
}

void HostilePeer::take_release(const media::Release& release) {
    PUFA_ASSERT(m_open && release.slot < m_open->slot_count);
    PUFA_ASSERT(release.generation >= m_open->generation);
    PUFA_ASSERT(--m_lent[release.slot] >= 0);
}

} // namespace pufa::fuzz
