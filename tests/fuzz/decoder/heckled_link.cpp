#include "tests/fuzz/decoder/heckled_link.h"

#include <sys/socket.h>

namespace pufa::fuzz {

namespace {

/// Messages that a channel with the least of buffers holds, and some.
constexpr int k_narrow_messages = 12;

} // namespace

HeckledLink::HeckledLink(int ahead, bool narrow, Script* script)
    : m_narrow(narrow)
    , m_script(script) {
    auto ends = media::make_channel();
    PUFA_ASSERT(ends.ok());
    const int least = 1; // the system makes it as small as it can be
    if (narrow)
        PUFA_ASSERT(::setsockopt(ends->first.get(), SOL_SOCKET, SO_SNDBUF, &least, sizeof least) ==
                    0);
    m_peer = std::make_shared<HostilePeer>(std::move(ends->second));
    m_link = std::make_unique<media::ChildLink>(std::move(ends->first), base::Child{}, ahead);
}

Result<void> HeckledLink::open(const media::Source& source, media::Purpose purpose, int max_width,
                               int max_height, const media::Beginning& beginning) {
    PUFA_ASSERT(m_witness.may_open());
    auto opened = m_link->open(source, purpose, max_width, max_height, beginning);
    if (opened) m_witness.opening(purpose, max_width, max_height, *m_link);
    return opened;
}

void HeckledLink::seek(Micros target) {
    const uint32_t before = m_link->generation();
    m_link->seek(target);
    m_witness.sought(before, *m_link);
}

std::vector<media::Report> HeckledLink::poll() {
    auto reports = m_link->poll();
    m_witness.see(reports, *m_link);
    return reports;
}

void HeckledLink::wait(std::chrono::milliseconds) {
    if (m_script != nullptr) {
        while (!m_script->over()) {
            const bool kiosk = m_script->kiosk_is_next();
            const char letter = m_script->step();
            if (kiosk) break;
            m_peer->act(letter, *m_script);
        }
        if (m_script->over()) m_peer->leave();
    }
    m_link->wait(std::chrono::milliseconds{0});
}

void HeckledLink::check_outbox() {
    // What it still has to answer; one poll takes a part of it, and not all of it is reported.
    for (int quiet = 0; quiet < 4;)
        quiet = poll().empty() ? quiet + 1 : 0;
    int heard = 0;
    while (m_peer->hear()) {
        ++heard;
        PUFA_ASSERT(poll().empty());
    }
    PUFA_ASSERT(!m_narrow || heard <= k_narrow_messages + m_peer->slots() + 3);
}

} // namespace pufa::fuzz
