// A decoder that means harm, at the other end of the real link: whatever it says and writes, the
// kiosk touches no memory but its own, uses no slot twice, shows no text that is none, keeps no
// descriptor, and comes to an end. The first byte chooses who listens: somebody who does what a
// player may do, the loader of stills, or what reads a file at the build of a pack.

#include "content/media/still.h"
#include "content/media/still_loader.h"
#include "tests/fuzz/decoder/heckled_link.h"
#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <unistd.h>

#include <map>

using namespace pufa;
using namespace std::chrono_literals;
using fuzz::HeckledLink;
using fuzz::Script;
using media::Purpose;

namespace {

constexpr size_t k_most_held = 12;
constexpr auto k_long_enough = 1h;

const std::filesystem::path& film() {
    static const base::TemporaryFolder folder;
    static const std::filesystem::path file = [] {
        const auto path = folder.path() / "film.mp4";
        PUFA_ASSERT(base::write_file_atomic(path, "media").ok());
        return path;
    }();
    return file;
}

/// A file, now and then one that is not there or is too short.
media::Source some_source(Script& script) {
    const int which = script.byte();
    media::Source source{film(), static_cast<uint64_t>(which % 7), 0, Micros{which * 1000}};
    if (which == 255) source.file = film().parent_path() / "none";
    return source;
}

int some_size(Script& script) {
    return script.between(1, 48);
}

/// The kiosk as a player is: one link, pictures that are held for a while, sound that is read.
class Viewer {
  public:
    explicit Viewer(Script& script)
        : m_script(script) {
        const int how = script.byte();
        m_link.emplace(1 + how % 8, (how & 8) != 0, nullptr);
        m_link_first = (how & 16) != 0;
    }
    ~Viewer() {
        if (m_link_first) m_link.reset();
        for (const auto& picture : m_held)
            fuzz::read_all(picture);
        m_held.clear();
    }
    void run() {
        while (!m_script.over() && m_link) {
            const bool kiosk = m_script.kiosk_is_next();
            const char letter = m_script.step();
            if (kiosk)
                act(letter);
            else
                m_link->peer()->act(letter, m_script);
        }
        if (!m_link) return;
        m_link->peer()->leave();
        poll(); // more than it may take in one go
        poll();
    }

  private:
    void act(char letter) {
        switch (letter) {
        case 'O':
            return open();
        case 'S':
            return m_link->seek(Micros{m_script.word() * 1000});
        case 'P':
            return m_link->set_pace(m_script.between(50, 200));
        case 'C':
            return m_link->choose_sound(m_script.byte());
        case 'L':
            return poll();
        case 'W':
            return m_link->wait(0ms);
        case 'B':
            return m_link->check_outbox();
        case 'Z':
            return m_link.reset();
        case 'R':
            return read();
        case 'J':
            return skip();
        default:
            return handle(letter);
        }
    }
    void handle(char letter) {
        if (m_held.empty()) return;
        const size_t which = m_script.byte() % m_held.size();
        switch (letter) {
        case 'D':
            m_held.erase(m_held.begin() + static_cast<ptrdiff_t>(which));
            break;
        case 'K':
            if (m_held.size() < k_most_held) m_held.push_back(m_held[which]);
            break;
        case 'E':
            fuzz::read_all(m_held[which]);
            break;
        default:
            break;
        }
    }
    void open() {
        const auto purpose = Purpose{m_script.byte() % 4u};
        const int width = some_size(m_script);
        const int height = some_size(m_script);
        const auto source = some_source(m_script);
        if (!m_link->may_open()) return;
        const auto opened = m_link->open(source, purpose, width, height);
        PUFA_ASSERT(opened.ok() || opened.error().code == Code::NOT_FOUND ||
                    opened.error().code == Code::DISK_ERROR);
    }
    void poll() {
        auto reports = m_link->poll();
        const bool hold = m_script.yes();
        std::vector<media::Picture> both = m_held;
        for (const auto& report : reports) {
            if (const auto* has = std::get_if<media::HasPicture>(&report))
                both.push_back(has->picture);
        }
        fuzz::check_apart(both);
        if (!hold) return;
        for (auto& report : reports) {
            auto* has = std::get_if<media::HasPicture>(&report);
            if (has != nullptr && m_held.size() < k_most_held)
                m_held.push_back(std::move(has->picture));
        }
    }
    void read() {
        const uint64_t frames = m_script.word() % 2048u;
        const bool more_than_there_is = m_script.yes();
        fuzz::read_ring(m_link->sound(), frames * (more_than_there_is ? 64 : 1));
    }
    void skip() {
        auto& ring = m_link->sound();
        const bool far = m_script.yes();
        fuzz::skip_ring(ring, far ? m_script.extreme() : ring.position() + m_script.word());
    }

    Script& m_script;
    std::optional<HeckledLink> m_link;
    std::vector<media::Picture> m_held;
    bool m_link_first = false;
};

/// Posters: what was asked for is reported once, what was forgotten is not, and it comes to an end.
class Gallery {
  public:
    explicit Gallery(Script& script)
        : m_script(script)
        , m_loader([this] { return spawn(); }) {}
    void run() {
        while (!m_script.over()) {
            const bool kiosk = m_script.kiosk_is_next();
            const char letter = m_script.step();
            const auto peer = m_peer.lock();
            if (kiosk)
                act(letter);
            else if (peer)
                peer->act(letter, m_script);
        }
        // Nobody says anything any more: every picture is given up in its time.
        for (int left = 40; left > 0 && m_loader.busy(); --left)
            poll(3s);
        PUFA_ASSERT(!m_loader.busy() && m_asked.empty());
    }

  private:
    Result<std::unique_ptr<media::Link>> spawn() {
        if (m_script.over()) return Error{Code::NO_DECODER, "none", ""};
        auto link = std::make_unique<HeckledLink>(4, false, nullptr);
        m_peer = link->peer();
        return std::unique_ptr<media::Link>{std::move(link)};
    }
    void act(char letter) {
        switch (letter) {
        case 'Q': {
            const int which = m_script.byte() % 4;
            const auto key = std::to_string(which);
            m_asked[key] = 16 * (which + 1);
            m_loader.request(key, some_source(m_script), m_asked[key], 40);
            break;
        }
        case 'F': {
            const auto key = std::to_string(m_script.byte() % 4);
            m_asked.erase(key);
            m_loader.forget(key);
            break;
        }
        case 'L':
            poll(m_script.byte() * 20ms);
            break;
        default:
            break;
        }
    }
    void poll(std::chrono::milliseconds later) {
        m_now += later;
        for (const auto& finished : m_loader.poll(m_now)) {
            const auto asked = m_asked.find(finished.key);
            PUFA_ASSERT(asked != m_asked.end());
            if (finished.still) fuzz::check_still(*finished.still, asked->second, 40);
            m_asked.erase(asked);
        }
    }

    Script& m_script;
    std::weak_ptr<fuzz::HostilePeer> m_peer; ///< of the child that is there
    std::map<std::string, int> m_asked;      ///< keys and widths
    SteadyTime m_now = base::steady_now();
    media::StillLoader m_loader;
};

/// What reads a file from its beginning to its end and blocks meanwhile.
void read_at_build(Script& script, int what) {
    HeckledLink link{4, false, &script};
    const auto source = some_source(script);
    const int width = some_size(script);
    const int height = some_size(script);
    if (what == 0) {
        const auto facts = media::probe(link, source, k_long_enough);
        if (facts) fuzz::check_facts(*facts);
        return;
    }
    if (what == 1) {
        const auto still = media::decode_still(link, source, width, height, k_long_enough);
        if (still) fuzz::check_still(*still, width, height);
        return;
    }
    media::StudyLimits limits;
    limits.max_width = width;
    limits.max_height = height;
    const auto study = media::study(link, source, limits, {});
    if (!study) return;
    fuzz::check_facts(study->facts);
    fuzz::check_findings(study->findings);
    for (const auto& thumb : study->thumbs)
        fuzz::check_still(thumb.still, width, height);
}

/// The least number that a new descriptor would get.
int next_descriptor() {
    const int next = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    ::close(next);
    return next;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static_cast<void>(film());
    const int before = next_descriptor();
    Script script{fuzz::text_of(data, size)};
    switch (const int who = script.byte() % 8; who) {
    case 0:
    case 1:
    case 2:
        read_at_build(script, who);
        break;
    case 3:
        Gallery{script}.run();
        break;
    default:
        Viewer{script}.run();
        break;
    }
    PUFA_ASSERT(next_descriptor() == before);
    return 0;
}
