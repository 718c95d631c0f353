#pragma once
// Watches a film through a real decoder as fast as it comes: pictures are noted and given back,
// sound is taken from the ring.

#include "content/media/link.h"
#include "tests/support/media_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace pufa::test {

inline media::LinkOptions real_decoder() {
    media::LinkOptions options;
    options.decoder = std::filesystem::path{PUFA_BIN_DIR} / "pufa-decoder";
    return options;
}

class FilmViewer {
  public:
    explicit FilmViewer(const media::Source& source, int bound = 1920,
                        const media::Beginning& beginning = {}) {
        auto spawned = media::Link::spawn(real_decoder());
        REQUIRE(spawned);
        link = std::move(spawned).value();
        REQUIRE(link->open(source, media::Purpose::play, bound, bound, beginning));
    }

    /// Until the end, a failure, or `most` pictures of the newest generation.
    void watch(size_t most = 100'000) {
        std::vector<float> block(2 * 48'000);
        while (!ended && !error && numbers.size() < most) {
            link->wait(std::chrono::milliseconds{20});
            const bool more = note_reports();
            uint64_t got = 0;
            const size_t heard = samples.size();
            while ((got = link->sound().read(block.data(), 48'000)) > 0)
                samples.insert(samples.end(), block.begin(),
                               block.begin() + static_cast<ptrdiff_t>(2 * got));
            idle = more || samples.size() > heard ? 0 : idle + 1;
            REQUIRE(idle < 1000); // 20 s without a word: a hang
        }
        // More may have come at once.
        numbers.resize(std::min(numbers.size(), most));
        times.resize(numbers.size());
    }
    void seek(Micros target) {
        link->seek(target);
        ended = false;
        numbers.clear();
        times.clear();
        previews.clear();
        samples.clear();
        starts.clear();
        sound_from.reset();
    }

    /// What has come; true if anything did. Pictures are given back at once.
    bool note_reports() {
        const auto reports = link->poll();
        for (const auto& report : reports)
            note(report);
        return !reports.empty();
    }

    std::unique_ptr<media::Link> link;
    std::optional<media::Facts> facts;
    std::vector<int> numbers; ///< as the pictures carry them
    std::vector<Micros> times;
    std::vector<int> previews;  ///< of this generation
    std::vector<float> samples; ///< of this generation; stereo
    std::optional<Micros> sound_from;
    std::vector<media::HasSound> starts; ///< of this generation
    bool ended = false;
    std::optional<Error> error;
    media::Picture last;
    std::function<void(const media::Picture&)> look; ///< at each picture while it is lent

  private:
    void note(const media::Report& report) {
        if (const auto* opened = std::get_if<media::HasOpened>(&report)) {
            facts = opened->facts;
        } else if (const auto* has = std::get_if<media::HasPicture>(&report)) {
            last = has->picture;
            if (last.preview) {
                previews.push_back(
                    read_number(last.plane[0], last.stride[0], last.width, last.height));
                return;
            }
            numbers.push_back(read_number(last.plane[0], last.stride[0], last.width, last.height));
            times.push_back(last.pts);
            if (look) look(last);
        } else if (const auto* start = std::get_if<media::HasSound>(&report)) {
            starts.push_back(*start);
            if (starts.size() > 1) return;
            sound_from = start->pts;
            link->sound().skip_to(start->position);
        } else if (std::holds_alternative<media::HasEnded>(report)) {
            ended = true;
        } else if (const auto* failed = std::get_if<media::HasFailed>(&report)) {
            error = failed->error;
        }
    }
    int idle = 0;
};

/// Zero crossings upwards of the left channel, a second.
inline double pitch(const std::vector<float>& samples) {
    int crossings = 0;
    for (size_t i = 2; i < samples.size(); i += 2)
        crossings += samples[i - 2] < 0 && samples[i] >= 0 ? 1 : 0;
    return crossings * 48'000.0 / (static_cast<double>(samples.size()) / 2);
}

/// Mean square of both channels.
inline double energy(const std::vector<float>& samples) {
    double sum = 0;
    for (const float sample : samples)
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    return samples.empty() ? 0 : sum / static_cast<double>(samples.size());
}

} // namespace pufa::test
