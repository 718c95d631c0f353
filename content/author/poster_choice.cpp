#include "content/author/poster_choice.h"

#include <cmath>

namespace pufa::author {

namespace {

// From a twentieth to a quarter: after the titles, before the end is given away.
constexpr int k_from_percent = 5, k_to_percent = 25;
constexpr double k_flat = 1;                 // levels of 255, a pixel to the next
constexpr double k_dark = 20, k_light = 240; // mean brightness

double brightness(const uint8_t* pixel) {
    return 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
}

} // namespace

double detail_of(const media::Still& still) {
    if (still.width < 2 || still.height < 2) return 0;
    const auto at = [&](int x, int y) {
        return brightness(&still.rgba[(static_cast<size_t>(y) * static_cast<size_t>(still.width) +
                                       static_cast<size_t>(x)) *
                                      4]);
    };
    double steps = 0, sum = 0;
    for (int y = 0; y + 1 < still.height; ++y) {
        for (int x = 0; x + 1 < still.width; ++x) {
            const double here = at(x, y);
            sum += here;
            steps += std::abs(at(x + 1, y) - here) + std::abs(at(x, y + 1) - here);
        }
    }
    const double count = static_cast<double>(still.width - 1) * (still.height - 1);
    const double mean = sum / count;
    if (mean < k_dark || mean > k_light) return 0;
    return steps / (2 * count);
}

std::optional<Micros> choose_poster(const media::FilmStudy& study) {
    const auto best = [&](Micros from, Micros to) {
        std::optional<Micros> chosen;
        double most = k_flat;
        for (const auto& thumb : study.thumbs) {
            if (thumb.at < from || thumb.at > to) continue;
            const double detail = detail_of(thumb.still);
            if (detail <= most) continue;
            most = detail;
            chosen = thumb.at;
        }
        return chosen;
    };
    const auto length = study.facts.duration;
    const auto near = best(length * k_from_percent / 100, length * k_to_percent / 100);
    return near ? near : best(Micros{0}, length);
}

} // namespace pufa::author
