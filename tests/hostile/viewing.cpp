#include "tests/hostile/viewing.h"

#include "content/media/channel.h"
#include "content/media/watch.h"

#include <array>
#include <csignal>
#include <vector>

namespace pufa::hostile {

using namespace std::chrono_literals;

namespace {

constexpr int k_slots = 8;
constexpr int k_bound = 1920;
constexpr int k_hasty_percent = 150;

/// Reads every byte that the picture says it has.
uint8_t touch(const media::Picture& picture) {
    uint8_t sum = 0;
    const bool yuv = picture.format == media::PixelFormat::yuv420p;
    for (size_t plane = 0; plane < (yuv ? 3u : 1u); ++plane) {
        const int width = plane > 0 ? (picture.width + 1) / 2 : picture.width;
        const int rows = plane > 0 ? (picture.height + 1) / 2 : picture.height;
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x < (yuv ? width : width * 4); ++x)
                sum ^= picture.plane[plane][ptrdiff_t{y} * picture.stride[plane] + x];
    }
    return sum;
}

class Screening {
  public:
    explicit Screening(media::ChildLink& link)
        : m_link(link) {}

    /// Until something is final. True: it came to its end.
    bool run(Viewing& viewing) {
        m_watch.begin(base::steady_now());
        m_ended = false;
        while (true) {
            m_link.wait(20ms);
            for (const auto& report : m_link.poll()) {
                ++m_fruits;
                take(report, viewing);
                if (m_failed) return false;
            }
            drain(viewing);
            if (m_ended) return true;
            const auto verdict =
                m_watch.look(base::steady_now(), true, m_link.heartbeats(), m_fruits);
            if (verdict != media::Watch::Verdict::well) {
                viewing.end = End::hung;
                viewing.reason = sentence(verdict);
                return false;
            }
        }
    }

    [[nodiscard]] Micros duration() const { return m_duration; }

  private:
    void take(const media::Report& report, Viewing& viewing) {
        if (const auto* has = std::get_if<media::HasPicture>(&report)) {
            ++viewing.pictures;
            m_touched = touch(has->picture);
        } else if (const auto* sound = std::get_if<media::HasSound>(&report)) {
            viewing.pace_percent = sound->pace_percent;
            viewing.track = sound->track;
        } else if (const auto* opened = std::get_if<media::HasOpened>(&report)) {
            m_duration = opened->facts.duration;
        } else if (std::holds_alternative<media::HasEnded>(report)) {
            m_ended = true;
            viewing.end = End::whole;
        } else if (const auto* failed = std::get_if<media::HasFailed>(&report)) {
            m_failed = true;
            viewing.end = failed->error.code == Code::DECODER_DIED ? End::died : End::refused;
            viewing.reason = failed->error.detail;
        }
    }
    void drain(Viewing& viewing) {
        while (const auto got = m_link.sound().read(m_block.data(), m_block.size() / 2)) {
            viewing.sound_frames += got;
            ++m_fruits;
        }
    }

    media::ChildLink& m_link;
    media::Watch m_watch;
    uint64_t m_fruits = 0;
    std::vector<float> m_block = std::vector<float>(2 * 4096);
    volatile uint8_t m_touched = 0;
    bool m_ended = false;
    bool m_failed = false;
    Micros m_duration{0};
};

} // namespace

Viewer::Viewer() {
    auto ends = media::make_channel();
    PUFA_ASSERT(ends.ok());
    base::SpawnOptions how;
    how.channel = ends->second.get();
    auto spawned = base::spawn(std::filesystem::path{PUFA_BIN_DIR} / "pufa-decoder", how);
    PUFA_ASSERT(spawned.ok());
    m_child = std::move(spawned).value();
    m_link = std::make_unique<media::ChildLink>(std::move(ends->first), base::Child{}, k_slots);
}

Viewing Viewer::view(const std::filesystem::path& file, media::Purpose purpose, Seeking seeking) {
    Viewing viewing;
    const SteadyTime begun = base::steady_now();
    PUFA_ASSERT(m_link->open({file}, purpose, k_bound, k_bound).ok());
    Screening screening{*m_link};
    const bool whole = screening.run(viewing);
    if (whole && purpose == media::Purpose::play && seeking == Seeking::to_the_middle) {
        m_link->set_pace(k_hasty_percent);
        m_link->choose_sound(1);
        m_link->seek(screening.duration() / 2);
        screening.run(viewing);
    }
    viewing.took = std::chrono::ceil<std::chrono::milliseconds>(base::steady_now() - begun);
    m_link.reset(); // it ends when its kiosk has gone
    if (viewing.end == End::hung) ::kill(m_child.pid(), SIGKILL);
    const int status = m_child.wait();
    if (status > 128)
        viewing.signal = status - 128;
    else
        viewing.exit_status = status;
    return viewing;
}

} // namespace pufa::hostile
