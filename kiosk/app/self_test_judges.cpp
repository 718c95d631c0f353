#include "kiosk/app/self_test_judges.h"

#include "content/media/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>

namespace pufa::app::judge {
namespace {

struct Rgb {
    int r, g, b;
};

Rgb at(const Image& image, int x, int y) {
    const auto i =
        (static_cast<size_t>(y) * static_cast<size_t>(image.width) + static_cast<size_t>(x)) * 4;
    return {image.rgba[i], image.rgba[i + 1], image.rgba[i + 2]};
}

Rgb rgb_of(ui::Color color) {
    const uint32_t packed = ui::rgba(color); // 0xAABBGGRR
    return {int(packed & 0xff), int(packed >> 8 & 0xff), int(packed >> 16 & 0xff)};
}

int luma(Rgb c) {
    return (c.r * 299 + c.g * 587 + c.b * 114) / 1000;
}

PixelRect inside(const Image& image, const PixelRect& rect) {
    const int left = std::clamp(rect.x, 0, image.width);
    const int top = std::clamp(rect.y, 0, image.height);
    return {left, top, std::clamp(rect.x + rect.w, left, image.width) - left,
            std::clamp(rect.y + rect.h, top, image.height) - top};
}

template <class Is>
double share(const Image& image, const PixelRect& rect, Is is) {
    const auto part = inside(image, rect);
    if (part.empty()) return 0;
    int64_t count = 0;
    for (int y = part.y; y < part.y + part.h; ++y)
        for (int x = part.x; x < part.x + part.w; ++x)
            count += is(at(image, x, y)) ? 1 : 0;
    return static_cast<double>(count) / static_cast<double>(part.area());
}

PixelRect whole(const Image& image) {
    return {0, 0, image.width, image.height};
}

/// In 1080ths of the picture's height.
PixelRect page_rect(const Image& image, double x, double y, double w, double h) {
    const double unit = image.height / 1080.0;
    const auto px = [unit](double length) { return static_cast<int>(std::lround(length * unit)); };
    return {px(x), px(y), px(w), px(h)};
}

std::string number_or_none(std::optional<int> number) {
    return number ? std::to_string(*number) : "-";
}

} // namespace

double share_of(const Image& image, const PixelRect& rect, ui::Color color, int tolerance) {
    const Rgb wanted = rgb_of(color);
    return share(image, rect, [&](Rgb c) {
        return std::abs(c.r - wanted.r) <= tolerance && std::abs(c.g - wanted.g) <= tolerance &&
               std::abs(c.b - wanted.b) <= tolerance;
    });
}

double dark_share(const Image& image, const PixelRect& rect) {
    return share(image, rect, [](Rgb c) { return luma(c) < 100; });
}

int colours_in(const Image& image, const PixelRect& rect) {
    constexpr size_t k_enough = 4096;
    const auto part = inside(image, rect);
    std::set<uint32_t> found;
    for (int y = part.y; y < part.y + part.h && found.size() < k_enough; ++y)
        for (int x = part.x; x < part.x + part.w; ++x) {
            const Rgb c = at(image, x, y);
            found.insert(static_cast<uint32_t>(c.r << 16 | c.g << 8 | c.b));
        }
    return static_cast<int>(std::min(found.size(), k_enough));
}

Check light_page(std::string name, const Image& image) {
    const double paper = share_of(image, whole(image), ui::Color::paper);
    const double margin = share_of(image, page_rect(image, 0, 120, 60, 780), ui::Color::paper);
    const double words = dark_share(image, page_rect(image, 0, 20, image.width, 84));
    const double dock =
        share_of(image, page_rect(image, 0, 1000, image.width, 70), ui::Color::card);
    const double dark = dark_share(image, whole(image));
    const bool held =
        paper > 0.1 && margin > 0.6 && words > 0.004 && words < 0.3 && dock > 0.25 && dark < 0.5;
    return {std::move(name), held,
            fmt::format("paper {:.3f}, margin {:.3f}, words {:.4f}, dock {:.3f}, dark {:.3f}",
                        paper, margin, words, dock, dark)};
}

Check banner(const Image& home) {
    const double found = share_of(home, {0, 0, home.width, home.height / 2}, ui::Color::river_dark);
    return {"home_banner", found > 0.08, fmt::format("{:.3f} of the upper half", found)};
}

Check poster(const Image& image, const PixelRect& card) {
    const int side = std::min(card.w, card.h) / 2;
    const int inset = side / 8;
    const PixelRect corner{card.x + inset, card.y + inset, side, side};
    const int colours = colours_in(image, corner);
    const double plain = share_of(image, corner, ui::Color::river_tint, 3);
    return {"poster", colours > 64 && plain < 0.5,
            fmt::format("{} colours, {:.3f} plain", colours, plain)};
}

std::optional<Marked> option_mark(const Image& image, const PixelRect& option) {
    constexpr double k_most = 0.4;
    if (share_of(image, option, ui::Color::palm_tint) > k_most) return Marked::right;
    if (share_of(image, option, ui::Color::seal_tint) > k_most) return Marked::wrong;
    return std::nullopt;
}

Check sheet(std::string name, const Image& image) {
    const PixelRect middle{image.width / 6, image.height / 6, image.width * 2 / 3,
                           image.height * 2 / 3};
    const double white = share_of(image, middle, ui::Color::card, 2);
    const double words = dark_share(image, middle);
    const double margin = share_of(image, page_rect(image, 0, 120, 60, 780), ui::Color::paper);
    return {std::move(name), white > 0.3 && words > 0.003 && margin < 0.05,
            fmt::format("white {:.3f}, words {:.4f}, undimmed {:.3f}", white, words, margin)};
}

Check thanks(const Image& result) {
    const double band = share_of(result, {0, result.height / 2, result.width, result.height / 2},
                                 ui::Color::palm_tint);
    return {"result_thanks", band > 0.01, fmt::format("{:.4f} of the lower half", band)};
}

Check help_numbers(const Image& help) {
    const double law = share_of(help, whole(help), ui::Color::river_tint);
    const double affairs = share_of(help, whole(help), ui::Color::palm_tint);
    const double digits = share_of(help, whole(help), ui::Color::river);
    return {"help_numbers", law > 0.02 && affairs > 0.02 && digits > 0.001,
            fmt::format("{:.3f} and {:.3f}, digits {:.4f}", law, affairs, digits)};
}

Check film_shown(const Image& watch) {
    const PixelRect middle{watch.width / 8, watch.height / 8, watch.width * 3 / 4,
                           watch.height / 2};
    const int colours = colours_in(watch, middle);
    const double dark = dark_share(watch, middle);
    return {"another_film", colours > 100 && dark < 0.7,
            fmt::format("{} colours, dark {:.3f}", colours, dark)};
}

PixelRect code_rows(const PixelRect& place) {
    const double strip = place.h / 20.0;
    const int top = static_cast<int>(std::ceil(strip * 0.2));
    const int bottom = static_cast<int>(std::floor(strip * 0.45));
    return {place.x, place.y + top, place.w, std::max(1, bottom - top)};
}

std::optional<int> read_code(const Image& rows) {
    if (rows.width < 4 * k_code_cells || rows.height < 1) return std::nullopt;
    constexpr int k_black = 80;
    constexpr int k_white = 175;
    const double cell = static_cast<double>(rows.width) / k_code_cells;
    int number = 0;
    for (int i = 0; i < k_code_cells; ++i) {
        const int left = static_cast<int>((i + 0.3) * cell);
        const int right = static_cast<int>((i + 0.7) * cell);
        int64_t sum = 0;
        for (int y = 0; y < rows.height; ++y)
            for (int x = left; x < right; ++x)
                sum += luma(at(rows, x, y));
        const auto mean = sum / (int64_t{right - left} * rows.height);
        if (mean > k_black && mean < k_white) return std::nullopt;
        number = number * 2 + (mean >= k_white ? 1 : 0);
    }
    return number;
}

Check on_time(const std::vector<Sample>& samples) {
    constexpr size_t k_fewest = 50;
    constexpr double k_frames = 2;
    constexpr double k_share = 0.95;
    size_t good = 0;
    size_t unreadable = 0;
    double worst = 0;
    double sum = 0;
    for (const auto& sample : samples) {
        if (!sample.number) {
            ++unreadable;
            continue;
        }
        // The picture of frame n is shown from clock n to n + 1.
        const double ahead = *sample.number + 0.5 - sample.clock_frames;
        const double off = std::abs(ahead) - 0.5;
        worst = std::max(worst, off);
        sum += ahead;
        if (off <= k_frames) ++good;
    }
    const auto readable = std::max<size_t>(1, samples.size() - unreadable);
    const double share = samples.empty() ? 0 : double(good) / double(samples.size());
    return {"video_on_time", samples.size() >= k_fewest && share >= k_share,
            fmt::format("{} of {} samples within {} frames ({:.1f} %), worst {:.1f}, mean {:+.2f}, "
                        "unreadable {}",
                        good, samples.size(), k_frames, share * 100, worst, sum / double(readable),
                        unreadable)};
}

Check frozen(const std::vector<std::optional<int>>& numbers) {
    const bool same =
        std::adjacent_find(numbers.begin(), numbers.end(), std::not_equal_to<>{}) == numbers.end();
    const bool held = numbers.size() >= 10 && numbers.front() && same;
    return {"video_paused", held,
            fmt::format("{} samples, from {} to {}", numbers.size(),
                        numbers.empty() ? "-" : number_or_none(numbers.front()),
                        numbers.empty() ? "-" : number_or_none(numbers.back()))};
}

Check landed(std::optional<int> number, Micros target, double frames_per_second) {
    const double wanted = static_cast<double>(target.count()) * 1e-6 * frames_per_second;
    return {"video_seek", number && std::abs(*number - wanted) <= 1.0,
            fmt::format("frame {}, target {:.2f}", number_or_none(number), wanted)};
}

Check went_on(std::optional<int> before, std::optional<int> after) {
    return {"video_resumed", before && after && *after > *before,
            fmt::format("from {} to {}", number_or_none(before), number_or_none(after))};
}

Check sounds(const Heard& before, const Heard& after, Micros elapsed) {
    const auto frames = after.taken.frames - before.taken.frames;
    const double energy = after.taken.energy - before.taken.energy;
    const double expected = static_cast<double>(elapsed.count()) * 1e-6 * media::k_sound_rate;
    const double advanced =
        static_cast<double>(after.position) - static_cast<double>(before.position);
    const double step = expected > 0 ? advanced / expected : 0;
    return {"sound", frames > 0 && energy > 1 && step > 0.8 && step < 1.2,
            fmt::format("{} frames taken, energy {:.1f}, heard {:.3f} of the time", frames, energy,
                        step)};
}

Check silent(const Heard& before, const Heard& after) {
    const auto frames = after.taken.frames - before.taken.frames;
    return {"sound_paused", frames == 0 && before.taken.frames > 0,
            fmt::format("{} frames taken", frames)};
}

} // namespace pufa::app::judge
