#include "content/decoder/service.h"

#include "content/decoder/study.h"

#include <poll.h>

namespace pufa::decoder {

using media::Arrival;
using media::Kind;
using media::Message;

namespace {

/// The ring holds 1.37 s and nobody says when some of it has been heard.
constexpr int k_ring_pause_ms = 40;
/// Half of what media::Kind::alive promises.
constexpr Micros k_heartbeat{500'000};

} // namespace

int Service::run() {
    av_log_set_level(AV_LOG_QUIET); // what matters goes into Failed
    Message hello = media::blank(Kind::hello);
    hello.hello.version = media::k_wire_version;
    hello.hello.jailed = m_jail.closed ? 1 : 0;
    hello.hello.landlock = static_cast<uint32_t>(m_jail.landlock);
    send(hello);
    while (!m_closed) {
        pollfd channel{m_channel, POLLIN, 0};
        ::poll(&channel, 1, patience());
        Heard heard = Heard::something;
        while (heard == Heard::something)
            heard = listen();
        if (heard == Heard::nonsense) return 2;
        if (heard == Heard::closed) return 0;
        work();
    }
    return 0;
}

int Service::patience() const {
    if (!m_task) return -1;
    switch (m_last_step) {
    case Step::worked:
        return 0;
    case Step::full:
        return k_ring_pause_ms;
    case Step::waiting:
    case Step::finished:
        return -1;
    }
    return -1;
}

Service::Heard Service::listen() {
    auto received = media::receive_message(m_channel, media::Descriptors::taken);
    switch (received.arrival) {
    case Arrival::nothing:
        return Heard::nothing;
    case Arrival::closed:
        return Heard::closed;
    case Arrival::malformed:
        return Heard::nonsense;
    case Arrival::message:
        break;
    }
    take(std::move(received));
    return Heard::something;
}

void Service::take(media::Received received) {
    const Message& message = received.message;
    m_last_step = Step::worked; // whatever came may have made room for work
    switch (message.kind) {
    case Kind::open:
        open(std::move(received));
        break;
    case Kind::seek:
        if (!m_task) break;
        if (const auto trouble = m_task->seek(message.seek)) give_up(*trouble);
        break;
    case Kind::release:
        if (m_task) m_task->release(message.release);
        break;
    case Kind::pace:
        if (!m_task) break;
        if (const auto trouble = m_task->set_pace(message.pace)) give_up(*trouble);
        break;
    case Kind::choose_sound:
        if (!m_task) break;
        if (const auto trouble = m_task->choose_sound(message.choose_sound)) give_up(*trouble);
        break;
    case Kind::close:
        m_task.reset();
        break;
    case Kind::hello:
    case Kind::opened:
    case Kind::frame:
    case Kind::sound_start:
    case Kind::end:
    case Kind::failed:
    case Kind::progress:
    case Kind::studied:
    case Kind::sound_track:
    case Kind::text_track:
    case Kind::cue_text:
    case Kind::alive:
        break;
    }
}

void Service::open(media::Received received) {
    m_task.reset();
    Handed handed;
    handed.open = received.message.open;
    m_generation = handed.open.generation;
    handed.at_work = [this] { say_at_work(); };
    if (received.descriptors.size() != 3)
        return give_up({media::FailureCause::read_error, "Open without its descriptors"});
    auto pictures =
        media::SharedMemory::adopt(std::move(received.descriptors[1]), handed.open.picture_bytes);
    auto sound =
        media::SharedMemory::adopt(std::move(received.descriptors[2]), handed.open.sound_bytes);
    const bool fits = handed.open.slot_bytes == 0 ||
                      handed.open.picture_bytes / handed.open.slot_bytes >= handed.open.slot_count;
    if (!pictures || !sound || !fits ||
        (handed.open.sound_bytes != 0 && handed.open.sound_bytes != media::k_sound_bytes))
        return give_up({media::FailureCause::read_error, "Open with memory of another size"});
    handed.media = std::move(received.descriptors[0]);
    handed.pictures = std::move(pictures).value();
    handed.sound = std::move(sound).value();
    const auto reply = [this](const Message& m) { send(m); };
    if (handed.open.purpose == media::Purpose::study)
        m_task = std::make_unique<Study>(std::move(handed), reply);
    else
        m_task = std::make_unique<Session>(std::move(handed), reply);
    if (const auto trouble = m_task->start()) give_up(*trouble);
}

void Service::work() {
    if (!m_task) return;
    const auto trouble = m_task->step(m_last_step);
    if (trouble) return give_up(*trouble);
    if (m_last_step == Step::worked) say_at_work();
}

void Service::say_at_work() {
    if (base::steady_now() - m_spoke_at < k_heartbeat) return;
    Message message = media::blank(Kind::alive);
    message.alive.generation = m_task ? m_task->generation() : m_generation;
    send(message);
}

void Service::give_up(const Failure& failure) {
    Message message = media::blank(Kind::failed);
    message.failed.cause = failure.cause;
    message.failed.generation = m_task ? m_task->generation() : m_generation;
    failure.text.copy(message.failed.text, sizeof message.failed.text - 1);
    m_task.reset();
    send(message);
}

void Service::send(const Message& message) {
    m_spoke_at = base::steady_now();
    if (media::send_message(m_channel, message, media::Wait::until_done) != media::Sent::whole)
        m_closed = true;
}

} // namespace pufa::decoder
