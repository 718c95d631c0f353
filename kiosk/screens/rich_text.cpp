#include "kiosk/screens/rich_text.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr std::string_view k_mark = "**";
/// Bold Latin words are wider: lines that came out too long are broken again, narrower.
constexpr int k_most_tries = 4;

struct KeptLayout {
    std::string marked;
    float size = 0, line_height = 0, width = 0, scale = 0;
    ui::Face face = ui::Face::sans;
    model::Language language = model::Language::zh_hans;
    RichLayout layout;
};

ui::TextStyle style_of(const ui::TextStyle& style, bool strong) {
    ui::TextStyle of = style;
    if (strong && of.face == ui::Face::sans) of.face = ui::Face::sans_bold;
    return of;
}

/// Sets the bytes from `from` to `to` run by run; `range` is the first that may reach into them.
std::vector<RichRun> runs_of(ui::Ui& ui, const ui::TextStyle& style, const RichWords& words,
                             size_t from, size_t to, size_t& range) {
    std::vector<RichRun> runs;
    float x = 0;
    const auto add = [&](size_t end, bool strong) {
        if (end <= from) return;
        RichRun run{x, strong, words.words.substr(from, end - from)};
        x += ui.text_width(style_of(style, strong), run.words);
        runs.push_back(std::move(run));
        from = end;
    };
    while (range < words.strong.size() && words.strong[range].to <= from)
        ++range;
    for (size_t i = range; i < words.strong.size() && words.strong[i].from < to; ++i) {
        add(std::min(to, words.strong[i].from), false);
        add(std::min(to, words.strong[i].to), true);
    }
    add(to, false);
    return runs;
}

float end_of(ui::Ui& ui, const ui::TextStyle& style, const std::vector<RichRun>& runs) {
    if (runs.empty()) return 0;
    const RichRun& last = runs.back();
    return last.x + ui.text_width(style_of(style, last.strong), last.words);
}

} // namespace

RichWords with_strong(std::string_view marked) {
    RichWords rich;
    while (true) {
        const size_t open = marked.find(k_mark);
        const size_t inside = open + k_mark.size();
        const size_t close = open == marked.npos ? open : marked.find(k_mark, inside);
        if (close == marked.npos) break;
        const std::string_view strong = marked.substr(inside, close - inside);
        rich.words += marked.substr(0, open);
        if (strong.empty() || strong.find('\n') != strong.npos) {
            // Not a pair: the first mark is written, the second may open another one.
            rich.words += k_mark;
            marked.remove_prefix(inside);
            continue;
        }
        rich.strong.push_back({rich.words.size(), rich.words.size() + strong.size()});
        rich.words += strong;
        marked.remove_prefix(close + k_mark.size());
    }
    rich.words += marked;
    return rich;
}

RichLayout lay_out(ui::Ui& ui, const ui::TextStyle& style, float width, const RichWords& words) {
    RichLayout out;
    out.line_height = style.size * style.line_height;
    float room = width;
    for (int attempt = 0; attempt < k_most_tries; ++attempt) {
        out.lines.clear();
        // A copy: measuring runs may push the paragraph out of the text's cache.
        const std::vector<ui::LineOfText> lines = ui.paragraph(style, room, words.words).lines;
        size_t at = 0;
        size_t range = 0;
        float widest = 0;
        for (const auto& line : lines) {
            const size_t found = words.words.find(line.text, at);
            if (found != words.words.npos) at = found;
            const size_t end = std::min(words.words.size(), at + line.text.size());
            out.lines.push_back(runs_of(ui, style, words, at, end, range));
            at = end;
            if (!words.strong.empty())
                widest = std::max(widest, end_of(ui, style, out.lines.back()));
        }
        if (widest <= width + 1) break;
        room -= widest - width;
        if (room < style.size * 2) break;
    }
    return out;
}

void draw_rich(ui::Ui& ui, const ui::TextStyle& style, ui::Point at, const RichLayout& layout) {
    if (layout.line_height <= 0) return;
    const auto count = static_cast<float>(layout.lines.size());
    const ui::Rect screen = ui.layout().screen();
    const float first = std::clamp((screen.y - at.y) / layout.line_height - 1, 0.f, count);
    const float last = std::clamp((screen.bottom() - at.y) / layout.line_height + 1, 0.f, count);
    for (auto i = static_cast<size_t>(first); i < static_cast<size_t>(last); ++i) {
        const float y = at.y + static_cast<float>(i) * layout.line_height;
        for (const auto& run : layout.lines[i]) {
            const auto of = style_of(style, run.strong);
            ui.text(of, {at.x + run.x, y}, ui.layout().canvas_width * 4, run.words);
        }
    }
}

const RichLayout& kept_layout(ui::Ui& ui, std::string_view id, const ui::TextStyle& style,
                              float width, std::string_view marked) {
    auto& kept = ui.memory().kept;
    auto slot = kept.find(id);
    if (slot == kept.end()) slot = kept.emplace(std::string{id}, KeptLayout{}).first;
    auto* known = std::any_cast<KeptLayout>(&slot->second);
    if (!known) known = &slot->second.emplace<KeptLayout>();
    const bool same = known->marked == marked && known->size == style.size &&
                      known->line_height == style.line_height && known->width == width &&
                      known->scale == ui.layout().scale && known->face == style.face &&
                      known->language == ui.language();
    if (!same) {
        *known = {std::string{marked}, style.size,
                  style.line_height,   width,
                  ui.layout().scale,   style.face,
                  ui.language(),       lay_out(ui, style, width, with_strong(marked))};
    }
    return known->layout;
}

} // namespace pufa::screens
