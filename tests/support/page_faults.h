#pragma once
// What can be wrong with a page wherever it is shown, each fault in a line of words.

#include "content/strings/strings.h"
#include "tests/support/page_reader.h"
#include "tests/support/touchable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::support {

enum class FaultKind {
    missing_glyph,
    cut_words,
    words_beyond,
    words_over_words,
    small_target,
    target_off_canvas,
    targets_overlap,
    targets_close,
    same_target_twice,
    no_way_home,
    no_way_to_help,
    no_ai_mark,
};
inline std::string_view word(FaultKind kind) {
    constexpr std::array<std::string_view, 12> words{
        "missing glyph", "cut words",   "words beyond",   "words over words",
        "small target",  "off canvas",  "overlap",        "close",
        "same twice",    "no way home", "no way to help", "no AI mark"};
    return words[static_cast<size_t>(kind)];
}
struct PageFault {
    FaultKind kind;
    std::string what;
};

// ---- touching ----

inline void find_touch_faults(const PageReader& reader, const ui::Layout& layout,
                              std::vector<PageFault>& faults) {
    const auto targets = pressable_of(reader.ui.targets());
    const auto canvas = layout.screen(); // what leads back to it lies above the canvas
    for (size_t i = 0; i < targets.size(); ++i) {
        const auto& [id, rect, layer, enabled, kind] = targets[i];
        if (is_ground(id)) continue;
        const float size = std::min(rect.w, rect.h);
        if (size + k_rounding < layout.mm(least_of(targets[i])))
            faults.push_back({FaultKind::small_target,
                              fmt::format("{} is {:.1f} mm of {}", id, size / layout.units_per_mm,
                                          least_of(targets[i]))});
        const auto on = rect.intersected(canvas);
        if (on.w + k_rounding < rect.w || on.h + k_rounding < rect.h)
            faults.push_back(
                {FaultKind::target_off_canvas, fmt::format("{} at {:.0f} {:.0f}, {:.0f} by {:.0f}",
                                                           id, rect.x, rect.y, rect.w, rect.h)});
        for (size_t other = i + 1; other < targets.size(); ++other) {
            if (is_ground(targets[other].id)) continue;
            const float gap = space_between(rect, targets[other].rect) + k_rounding;
            if (targets[other].id == id)
                faults.push_back({FaultKind::same_target_twice, id});
            else if (gap < 0)
                faults.push_back({FaultKind::targets_overlap, id + " and " + targets[other].id});
            else if (gap < layout.mm(4))
                faults.push_back({FaultKind::targets_close,
                                  fmt::format("{} and {}: {:.1f} mm", id, targets[other].id,
                                              gap / layout.units_per_mm)});
        }
    }
}

/// Home and help are one touch away, or two where a sheet or hidden controls are to go first.
inline void find_missing_ways(const PageReader& reader, const Page& page,
                              std::vector<PageFault>& faults) {
    if (std::holds_alternative<AttractModel>(page)) return; // any touch leads home
    const auto has = [&](std::initializer_list<std::string_view> ids) {
        return std::any_of(ids.begin(), ids.end(), [&](std::string_view id) {
            const auto* target = reader.ui.targets().find(id);
            return target && target->enabled;
        });
    };
    if (std::holds_alternative<FaultModel>(page)) { // it is the first page and is help itself
        const auto lines = reader.on_top();
        const bool named = std::any_of(lines.begin(), lines.end(), [](const auto& line) {
            return line.words.find("12348") != std::string::npos;
        });
        if (!named) faults.push_back({FaultKind::no_way_to_help, "12348 is not named"});
        return;
    }
    if (has({"watch.show", "help.close", "idle.stay", "quiz.article.close", "language.close",
             "places.sheet.close", "gone.close", "watch.chapters.close", "watch.pace.close",
             "watch.sounds.close"}))
        return;
    // On the home page itself the button says where one is.
    if (!has({"dock.home", "watch.home"}) && !std::holds_alternative<HomeModel>(page))
        faults.push_back({FaultKind::no_way_home, "no way home"});
    if (!has({"dock.help", "watch.help"}))
        faults.push_back({FaultKind::no_way_to_help, "no way to help"});
}

/// The law wants it over what a machine made, whatever else the page shows.
inline void find_missing_mark(const PageReader& reader, const Page& page, const ui::Layout& layout,
                              model::Language language, std::vector<PageFault>& faults) {
    const auto* watch = std::get_if<WatchModel>(&page);
    const auto* attract = std::get_if<AttractModel>(&page);
    if (!(watch && watch->ai_generated) && !(attract && attract->ai_generated)) return;
    const auto picture = reader.ui.video_rect().value_or(layout.screen());
    const auto& mark = strings::text(language, "screens.ai_generated");
    const auto& drawn = reader.text.drawn;
    const bool there = std::any_of(drawn.begin(), drawn.end(), [&](const auto& one) {
        const auto seen = reader.seen_of(one);
        return one.words == mark && !seen.empty() && seen.intersected(picture) == seen;
    });
    if (!there) faults.push_back({FaultKind::no_ai_mark, "a machine made it, and nothing says so"});
}

// ---- reading ----

/// The kiosk's own sentences of one language; {words in braces} stand for any.
class OwnWords {
  public:
    explicit OwnWords(model::Language language) {
        for (const auto key : strings::keys(language))
            if (is_of(key, "screens.") || is_of(key, "staff."))
                m_sentences.push_back(parts(strings::text(language, key)));
    }
    /// Filled: sentences that something was put into.
    enum class Sentences { plain, plain_and_filled };
    [[nodiscard]] bool hold(std::string words, Sentences which) const {
        std::replace(words.begin(), words.end(), '\n', ' ');
        std::string joined = words;
        joined.erase(std::remove(joined.begin(), joined.end(), ' '), joined.end());
        return std::any_of(m_sentences.begin(), m_sentences.end(), [&](const auto& sentence) {
            if (sentence.size() > 1 && which == Sentences::plain) return false;
            return matches(sentence, words) || matches(sentence, joined);
        });
    }

  private:
    using Parts = std::vector<std::string>;
    static Parts parts(std::string_view sentence) {
        Parts found(1);
        bool inside = false;
        for (const char one : sentence) {
            if (one == '{') found.emplace_back();
            inside = one == '{' || (inside && one != '}');
            if (!inside && one != '}') found.back() += one;
        }
        return found;
    }
    static bool matches(const Parts& sentence, std::string_view words) {
        if (sentence.size() == 1) return sentence.front() == words;
        constexpr size_t k_telling = 6; // bytes; less than that is in many words
        size_t fixed = 0;
        size_t at = 0;
        for (const auto& part : sentence) {
            const size_t found = words.find(part, at);
            if (found == std::string_view::npos) return false;
            fixed += part.size();
            at = found + part.size();
        }
        return fixed >= k_telling && is_of(words, sentence.front()) &&
               words.size() >= sentence.back().size() &&
               words.substr(words.size() - sentence.back().size()) == sentence.back();
    }
    std::vector<Parts> m_sentences;
};

/// Two lines that share more than a sliver of what is seen of them.
inline bool collide(const ui::Rect& a, const ui::Rect& b) {
    const ui::Rect shared = a.intersected(b);
    return shared.w > 2 && shared.h > 4;
}

inline void find_reading_faults(PageReader& reader, const NamedPage& named,
                                const ui::Layout& layout, const OwnWords& own,
                                std::vector<PageFault>& faults) {
    // An author's longest title makes any sentence too long that it is filled into.
    const auto sentences = named.name.find("long") == std::string::npos
                               ? OwnWords::Sentences::plain_and_filled
                               : OwnWords::Sentences::plain;
    if (const int missing = reader.text.take_missing(); missing > 0)
        faults.push_back({FaultKind::missing_glyph, fmt::format("{} glyphs", missing)});
    const auto& targets = reader.ui.targets().all();
    // A row that goes on beyond the edge is cut there, and says so by being cut.
    const auto in_row = [&](const ui::Rect& box) {
        return std::any_of(targets.begin(), targets.end(), [&](const auto& target) {
            return target.kind == ui::Target::Kind::scroll_x &&
                   !target.rect.intersected(box).empty();
        });
    };
    const auto lines = reader.on_top();
    // What is said over a picture may stand above a canvas that takes the lower part only.
    const auto canvas = layout.screen();
    for (size_t i = 0; i < lines.size(); ++i) {
        const auto& one = lines[i];
        if (one.clamped && own.hold(one.whole, sentences))
            faults.push_back({FaultKind::cut_words, one.whole});
        const auto seen = reader.seen_of(one);
        const bool cut_aside = seen.w + 1 < one.box.w && !in_row(one.box);
        if (cut_aside || (one.room > 0 && one.box.w > one.room + 1) ||
            one.box.x < canvas.x - k_rounding ||
            (one.box.right() > canvas.right() + k_rounding && !in_row(one.box)) ||
            seen.bottom() > canvas.bottom() + k_rounding || seen.y < canvas.y - k_rounding)
            faults.push_back({FaultKind::words_beyond, one.words});
        for (size_t other = i + 1; other < lines.size(); ++other)
            if (collide(seen, reader.seen_of(lines[other])))
                faults.push_back(
                    {FaultKind::words_over_words, one.words + " | " + lines[other].words});
    }
}

} // namespace pufa::support
