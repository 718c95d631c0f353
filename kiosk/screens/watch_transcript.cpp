// What is said in an upright film, beside it.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <any>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr std::string_view k_scroll = "watch.transcript";
constexpr std::string_view k_kept = "watch.transcript.rows", k_follow = "watch.transcript.follow";
constexpr float k_padding = ui::space::s12;
constexpr float k_above = 0.3f; ///< of the pane: where the current line comes to stand
/// Somebody who has scrolled reads on for so long before the list follows the film again.
constexpr base::Micros k_reading = std::chrono::seconds{8};
constexpr base::Micros k_glide = std::chrono::milliseconds{240};

TextStyle words_style(bool current) {
    return current ? bold(ui::type::body_large, Color::snow, 1.35f)
                   : regular(ui::type::body_large, Color::snow2, 1.35f);
}
TextStyle time_style() {
    return regular(ui::type::caption, Color::snow2);
}

/// Where each line begins, measured once for a width and a size of text.
struct Rows {
    const void* lines = nullptr;
    float width = 0;
    float scale = 0;
    std::vector<float> tops; ///< one more than there are lines: the last is the whole height
};

const Rows& rows_of(Ui& ui, const std::vector<SpokenLine>& lines, float width) {
    auto& kept = ui.memory().kept[std::string{k_kept}];
    auto* rows = std::any_cast<Rows>(&kept);
    const float scale = ui.layout().scale;
    if (rows && rows->lines == &lines && rows->width == width && rows->scale == scale) return *rows;
    Rows made{&lines, width, scale, {}};
    made.tops.reserve(lines.size() + 1);
    const float least = ui.layout().mm(k_normal_mm), gap = target_gap(ui);
    float y = 0;
    for (const auto& line : lines) {
        made.tops.push_back(y);
        // Bold words are the wider ones.
        const float h = ui.text_height(words_style(true), width, line.words);
        y += std::max(least, h + 2 * k_padding) + gap;
    }
    made.tops.push_back(y);
    return *std::any_cast<Rows>(&(kept = std::move(made)));
}

/// The line that is said now, or was last; nothing before the first.
std::optional<size_t> line_at(const std::vector<SpokenLine>& lines, base::Micros at) {
    const auto after =
        std::upper_bound(lines.begin(), lines.end(), at,
                         [](auto moment, const auto& line) { return moment < line.at; });
    if (after == lines.begin()) return std::nullopt;
    return static_cast<size_t>(after - lines.begin()) - 1;
}

constexpr float k_nowhere = -1;

/// How the list follows the film.
struct Follow {
    float set = 0; ///< the offset that it was given last; another one is a finger's
    SteadyTime read_until{};
    float from = 0, to = 0; ///< of a glide
    SteadyTime since{};
};

void follow(Ui& ui, const Rect& pane, const Rows& rows, std::optional<size_t> current) {
    auto& memory = ui.memory();
    auto& kept = memory.kept[std::string{k_follow}];
    if (!std::any_cast<Follow>(&kept)) kept = Follow{};
    auto& state = *std::any_cast<Follow>(&kept);
    const bool fresh = memory.scrolls.find(k_scroll) == memory.scrolls.end();
    auto& scroll = memory.scrolls[std::string{k_scroll}];
    const float last = std::max(0.f, rows.tops.back() - pane.h);
    if (scroll.held || scroll.velocity != 0 || std::abs(scroll.offset - state.set) > 1) {
        state = {scroll.offset, ui.now() + k_reading, scroll.offset, k_nowhere, {}};
        if (!fresh) return;
    }
    if (ui.now() < state.read_until && !fresh) return;
    const float wanted =
        current ? std::clamp(rows.tops[*current] - pane.h * k_above, 0.f, last) : 0.f;
    if (fresh || ui.look().motion == ui::Motion::reduced) {
        state = {wanted, {}, wanted, wanted, ui.now() - k_glide};
    } else if (wanted != state.to) {
        state.from = scroll.offset;
        state.to = wanted;
        state.since = ui.now();
    }
    const auto passed = static_cast<float>((ui.now() - state.since).count());
    const float left = 1 - std::clamp(passed / static_cast<float>(k_glide.count()), 0.f, 1.f);
    scroll.offset = state.set = state.to + (state.from - state.to) * left * left * left;
    if (left > 0) ui.keep_drawing();
}

bool draw_line(Ui& ui, const Rect& row, const Rect& pane, float time_w, size_t index, bool current,
               const SpokenLine& line) {
    const std::string id = fmt::format("watch.line.{}", index);
    const bool tapped = clipped_target(ui, id, row, pane);
    const Rect shown = pressed_rect(ui, id, row);
    if (current) ui.fill(shown, Color::night2, ui::radius::card);
    const bool strong = ui.look().theme == ui::Theme::high_contrast;
    const Color edge = current ? Color::aqua : strong ? Color::snow2 : Color::brick;
    ui.outline(shown, edge, current ? 4.f : 2.f, ui::radius::card);
    const float x = shown.x + ui::space::s16;
    ui.label(time_style(), {x, shown.y, time_w, shown.h}, duration_words(line.at), Align::left);
    const auto style = words_style(current);
    const float words_x = x + time_w + ui::space::s16;
    const float w = shown.right() - ui::space::s12 - words_x;
    const float h = ui.text_height(style, w, line.words);
    ui.text(style, {words_x, shown.center().y - h / 2}, w, line.words);
    return tapped;
}

/// For whoever does not know that a list can be pulled: a page on, and from the end to the film.
void more_button(Ui& ui, const Rect& rect, const Rect& pane, float length) {
    auto& scroll = ui.memory().scrolls[std::string{k_scroll}];
    const float last = length - pane.h;
    const bool at_end = scroll.offset >= last - 1;
    if (pill(ui, {.id = "watch.transcript.more",
                  .rect = rect,
                  .label = {},
                  .icon = at_end ? ui::icons::expand_less : ui::icons::expand_more,
                  .look = PillLook::on_dark,
                  .size = ui::type::title}))
        scroll.offset = at_end ? 0 : std::min(last, scroll.offset + pane.h * 0.8f);
}

} // namespace

Intent transcript_pane(Ui& ui, const Rect& pane, const WatchModel& model) {
    const auto& lines = *model.transcript;
    const float reach = ui.layout().mm(k_normal_mm);
    const Rect list{pane.x, pane.y, pane.w - reach - target_gap(ui), pane.h};
    const float time_w = ui.text_width(time_style(), duration_words(model.duration)) + 2;
    const float words_w = list.w - (ui::space::s16 + time_w + ui::space::s16 + ui::space::s12);
    const Rows& rows = rows_of(ui, lines, words_w);
    const float gap = target_gap(ui), length = rows.tops.back() - gap;
    const auto current = line_at(lines, model.position);
    if (length > list.h) follow(ui, list, rows, current);
    const float offset = ui.scroll_area(k_scroll, list, length, false);
    Intent intent;
    ui.push_clip(list);
    const auto first = std::upper_bound(rows.tops.begin(), rows.tops.end() - 1, offset);
    for (auto i = static_cast<size_t>(std::max<std::ptrdiff_t>(0, first - rows.tops.begin() - 1));
         i < lines.size() && rows.tops[i] < offset + list.h; ++i) {
        const Rect row{list.x, list.y + rows.tops[i] - offset, list.w,
                       rows.tops[i + 1] - rows.tops[i] - gap};
        if (draw_line(ui, row, list, time_w, i, current == i, lines[i]))
            intent = SeekTo{lines[i].at};
    }
    ui.pop_clip();
    if (length > list.h)
        more_button(ui, {pane.right() - reach, pane.bottom() - reach, reach, reach}, list, length);
    return intent;
}

} // namespace pufa::screens
