#include "content/media/link.h"

#include "content/base/paths.h"
#include "content/base/utf8.h"
#include "content/media/child_link.h"
#include "content/media/layout.h"
#include "content/media/reaper.h"
#include "content/media/report.h"
#include "content/media/study_plan.h"

#include <fcntl.h>
#include <poll.h>

#include <algorithm>

namespace pufa::media {

namespace {

/// A flood from a decoder must not keep the kiosk inside one poll.
constexpr int k_messages_per_poll = 128;
/// For a codec to decode into beside what is handed out: what a film of Full HD keeps for reference
/// and reorders is about half of it. They cost memory only once they are used.
constexpr uint32_t k_codec_slots = 16;

uint32_t slots_for(Purpose purpose, uint32_t ahead) {
    switch (purpose) {
    case Purpose::play:
        return ahead + k_codec_slots;
    case Purpose::picture:
        return 1;
    case Purpose::study:
        return ahead;
    case Purpose::probe:
        break;
    }
    return 0;
}

} // namespace

Result<std::unique_ptr<ChildLink>> ChildLink::spawn(const LinkOptions& options) {
    const auto program =
        options.decoder.empty() ? base::program_folder() / "pufa-decoder" : options.decoder;
    PUFA_TRY(auto ends, make_channel());
    base::SpawnOptions how;
    how.channel = ends.second.get();
    how.null_output = true;
    auto child = base::spawn(program, how);
    if (!child) return Error{Code::NO_DECODER, program.string(), child.error().detail};
    return std::make_unique<ChildLink>(std::move(ends.first), std::move(child).value(),
                                       options.pictures_ahead);
}

Result<std::unique_ptr<Link>> Link::spawn(const LinkOptions& options) {
    PUFA_TRY(auto link, ChildLink::spawn(options));
    return std::unique_ptr<Link>{std::move(link)};
}

ChildLink::ChildLink(base::UniqueFd channel, base::Child child, int ahead)
    : m_channel(std::move(channel))
    , m_child(std::move(child))
    , m_ahead(static_cast<uint32_t>(ahead)) {
    PUFA_ASSERT(ahead > 0 && slots_for(Purpose::play, m_ahead) <= k_most_slots);
}

ChildLink::~ChildLink() {
    if (m_slots) m_slots->orphan();
    dismiss(std::move(m_child));
}

Result<ChildLink::Memories> ChildLink::make_memories(Purpose purpose, int max_width,
                                                     int max_height) {
    PUFA_ASSERT(max_width > 0 && max_width <= k_max_dimension);
    PUFA_ASSERT(max_height > 0 && max_height <= k_max_dimension);
    const bool stills = purpose == Purpose::picture || purpose == Purpose::study;
    m_expected.slot_count = slots_for(purpose, m_ahead);
    m_expected.slot_bytes =
        slot_bytes_for(stills ? PixelFormat::rgba : PixelFormat::yuv420p,
                       static_cast<uint32_t>(max_width), static_cast<uint32_t>(max_height));
    m_expected.sound = purpose == Purpose::play;
    PUFA_TRY(auto pictures,
             SharedMemory::create("pufa-pictures", m_expected.slot_count * m_expected.slot_bytes,
                                  Access::read));
    PUFA_TRY(auto sound, SharedMemory::create("pufa-sound", m_expected.sound ? k_sound_bytes : 0,
                                              Access::read_write));
    return Memories{std::move(pictures), std::move(sound)};
}

Result<void> ChildLink::open(const Source& source, Purpose purpose, int max_width, int max_height,
                             const Beginning& beginning) {
    PUFA_ASSERT(!m_expected.open);
    m_where = source.file.string();
    PUFA_TRY(const auto media, base::open_file(source.file, O_RDONLY));
    PUFA_TRY(const uint64_t size, base::file_size(media.get(), m_where));
    if (source.offset > size || source.length > size - source.offset)
        return Error{Code::DISK_ERROR, m_where, "the file ends early"};
    PUFA_TRY(auto memories, make_memories(purpose, max_width, max_height));

    Open open{};
    open.offset = source.offset;
    open.length = source.length != 0 ? source.length : size - source.offset;
    open.picture_bytes = memories.pictures.size();
    open.slot_bytes = m_expected.slot_bytes;
    open.sound_bytes = memories.sound.size();
    open.slot_count = m_expected.slot_count;
    open.ahead = m_ahead;
    open.generation = ++m_expected.generation;
    open.purpose = purpose;
    open.max_width = static_cast<uint32_t>(max_width);
    open.max_height = static_cast<uint32_t>(max_height);
    open.start_us = source.start.count();
    open.sound_language = short_name(beginning.sound_language);
    open.has_stated = beginning.stated ? 1 : 0;
    if (beginning.stated) open.stated = fields_of(*beginning.stated);

    m_expected.first_generation = open.generation;
    m_expected.purpose = purpose;
    m_expected.max_width = open.max_width;
    m_expected.max_height = open.max_height;
    m_expected.open = true;
    m_expected.opened = m_expected.studied = false;
    m_expected.pictures_left = 0;
    m_expected.sounds = m_expected.texts = m_expected.cues = m_expected.cue_bytes = 0;
    m_expected.caption_bytes = 0;
    m_sounds.clear();
    m_captions.clear();
    hand_over(media.get(), memories, open);
    memories.pictures.close_descriptor();
    memories.sound.close_descriptor();
    // Slots of an earlier Open are forgotten at the other end as well.
    if (m_slots) m_slots->orphan();
    m_outbox.clear();
    m_slots = std::make_shared<Slots>(std::move(memories.pictures), m_expected.slot_count,
                                      m_expected.slot_bytes, [this](const Release& release) {
                                          Message message = blank(Kind::release);
                                          message.release = release;
                                          post(message);
                                      });
    m_ring.attach(std::move(memories.sound));
    return {};
}

void ChildLink::hand_over(int media, const Memories& memories, const Open& open) {
    if (m_dead) return;
    Message message = blank(Kind::open);
    message.open = open;
    const std::array descriptors{media, memories.pictures.descriptor(),
                                 memories.sound.descriptor()};
    // The channel is empty at this time, so that a full one means a decoder that does not read.
    if (send_message(m_channel.get(), message, Wait::never, descriptors) != Sent::whole)
        die("it does not take the file");
}

void ChildLink::seek(Micros target) {
    if (!m_expected.open) return; // it failed, and poll has said so or will
    Message message = blank(Kind::seek);
    message.seek.target_us = target.count();
    message.seek.generation = ++m_expected.generation;
    std::erase_if(m_reports, [](const Report& report) {
        return !std::holds_alternative<HasOpened>(report) &&
               !std::holds_alternative<HasFailed>(report);
    });
    m_ring.skip_to(m_ring.written());
    replace_in_outbox(message);
}

void ChildLink::set_pace(int percent) {
    PUFA_ASSERT(percent >= static_cast<int>(k_slowest_percent));
    PUFA_ASSERT(percent <= static_cast<int>(k_fastest_percent));
    if (!m_expected.open) return;
    Message message = blank(Kind::pace);
    message.pace.percent = static_cast<uint32_t>(percent);
    replace_in_outbox(message);
}

void ChildLink::choose_sound(size_t track) {
    if (!m_expected.open || track >= m_sounds.size()) return;
    Message message = blank(Kind::choose_sound);
    message.choose_sound.track = static_cast<uint32_t>(track);
    replace_in_outbox(message);
}

/// Of wishes of one kind only the newest counts.
void ChildLink::replace_in_outbox(const Message& message) {
    std::erase_if(m_outbox, [&](const Message& waiting) { return waiting.kind == message.kind; });
    post(message);
}

std::vector<Report> ChildLink::poll() {
    pump();
    return std::exchange(m_reports, {});
}

void ChildLink::wait(std::chrono::milliseconds at_most) {
    const SteadyTime deadline = base::steady_now() + at_most;
    while (true) {
        pump();
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - base::steady_now());
        if (!m_reports.empty() || m_dead || left.count() <= 0) return;
        pollfd channel{m_channel.get(), POLLIN, 0};
        if (!m_outbox.empty()) channel.events |= POLLOUT;
        ::poll(&channel, 1, static_cast<int>(left.count()));
    }
}

void ChildLink::pump() {
    for (int i = 0; i < k_messages_per_poll && !m_dead; ++i) {
        flush_outbox();
        const Received received = receive_message(m_channel.get(), Descriptors::refused);
        switch (received.arrival) {
        case Arrival::nothing:
            return;
        case Arrival::closed:
            die("it has ended");
            return;
        case Arrival::malformed:
            die("it broke the protocol: not a message");
            return;
        case Arrival::message:
            take(received.message);
            break;
        }
    }
}

/// A slot whose Release has not been sent is not free yet: a decoder that uses it all the same and
/// reads nothing would make the outbox grow for ever.
uint64_t ChildLink::slots_in_use() const {
    uint64_t slots = m_slots ? m_slots->leased() : 0;
    for (const Message& waiting : m_outbox) {
        if (waiting.kind == Kind::release) slots |= uint64_t{1} << waiting.release.slot;
    }
    return slots;
}

void ChildLink::take(const Message& message) {
    m_expected.leased = slots_in_use();
    m_expected.sound_written = m_ring.written();
    if (const auto reason = breach(message, m_expected)) {
        die("it broke the protocol: " + std::string{*reason});
        return;
    }
    const uint32_t newest = m_expected.generation;
    switch (message.kind) {
    case Kind::hello:
        m_expected.greeted = true;
        m_greeting = Greeting{message.hello.jailed == 1, static_cast<int>(message.hello.landlock)};
        break;
    case Kind::alive:
        ++m_heartbeats;
        break;
    case Kind::opened:
        take_opened(message.opened);
        break;
    case Kind::sound_track:
        ++m_expected.sounds;
        m_sounds.push_back({name_of(message.sound_track.language),
                            readable(message.sound_track.title, sizeof message.sound_track.title)});
        break;
    case Kind::text_track:
        ++m_expected.texts;
        m_expected.cues = 0;
        m_captions.push_back({name_of(message.text_track.language),
                              readable(message.text_track.title, sizeof message.text_track.title),
                              {}});
        break;
    case Kind::cue_text:
        take_cue(message.cue_text);
        break;
    case Kind::frame:
        take_frame(message.frame);
        break;
    case Kind::sound_start:
        if (message.sound_start.generation != newest) break;
        m_reports.emplace_back(HasSound{
            Micros{message.sound_start.pts_us}, message.sound_start.position, newest,
            static_cast<int>(message.sound_start.pace_percent), message.sound_start.track});
        break;
    case Kind::progress:
        m_reports.emplace_back(HasProgress{static_cast<int>(message.progress.percent)});
        break;
    case Kind::studied:
        m_expected.studied = true;
        m_reports.emplace_back(HasFindings{findings_of(message.studied)});
        std::get<HasFindings>(m_reports.back()).findings.captions = std::exchange(m_captions, {});
        break;
    case Kind::end:
        if (message.end.generation != newest) break;
        // A still or a study has been given whole; what plays may yet be sought.
        m_expected.open = m_expected.purpose == Purpose::play;
        m_reports.emplace_back(HasEnded{newest});
        break;
    case Kind::failed:
        m_expected.open = false;
        m_reports.emplace_back(HasFailed{error_of(message.failed, m_where)});
        break;
    case Kind::open:
    case Kind::seek:
    case Kind::release:
    case Kind::close:
    case Kind::pace:
    case Kind::choose_sound:
        break;
    }
}

void ChildLink::take_opened(const Opened& opened) {
    m_expected.opened = true;
    m_expected.open = m_expected.purpose != Purpose::probe;
    if (m_expected.purpose == Purpose::picture) m_expected.pictures_left = 1;
    if (m_expected.purpose == Purpose::study)
        m_expected.pictures_left = plan_of(Micros{opened.duration_us}).count;
    Facts facts = facts_of(opened);
    facts.sounds = m_sounds;
    m_reports.emplace_back(HasOpened{std::move(facts)});
}

void ChildLink::take_cue(const CueText& piece) {
    auto& cues = m_captions.back().cues;
    if (m_expected.cue_bytes == 0)
        cues.push_back({Micros{piece.from_us}, Micros{piece.until_us}, {}});
    cues.back().text.append(piece.text, piece.bytes);
    m_expected.cue_bytes += piece.bytes;
    m_expected.caption_bytes += piece.bytes;
    if (piece.complete == 0) return;
    ++m_expected.cues;
    m_expected.cue_bytes = 0;
    if (base::is_utf8(cues.back().text))
        cues.back().text = without_controls(cues.back().text, LineEnds::kept);
    else
        cues.pop_back();
}

void ChildLink::take_frame(const Frame& frame) {
    Picture picture = m_slots->take(frame);
    if (m_expected.pictures_left > 0) --m_expected.pictures_left;
    // An old one is dropped here, and its lease gives the slot back.
    if (frame.generation == m_expected.generation)
        m_reports.emplace_back(HasPicture{std::move(picture), frame.generation});
}

void ChildLink::post(const Message& message) {
    if (m_dead) return;
    m_outbox.push_back(message);
    flush_outbox();
}

void ChildLink::flush_outbox() {
    while (!m_dead && !m_outbox.empty()) {
        const Sent sent = send_message(m_channel.get(), m_outbox.front(), Wait::never);
        // A closed channel is noticed by receiving, after what it still holds.
        if (sent == Sent::full) return;
        m_outbox.pop_front();
    }
}

void ChildLink::die(std::string detail) {
    m_dead = true;
    m_expected.open = false;
    m_outbox.clear();
    m_channel.reset();
    if (const auto status = m_child.poll_exit()) detail += ", status " + std::to_string(*status);
    dismiss(std::move(m_child));
    m_reports.emplace_back(HasFailed{Error{Code::DECODER_DIED, m_where, std::move(detail)}});
}

} // namespace pufa::media
