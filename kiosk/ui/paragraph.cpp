#include "kiosk/ui/paragraph.h"

#include <algorithm>

namespace pufa::ui {

namespace {

/// Sums of floats: what fits but for this fits.
constexpr float k_rounding = 0.01f;
/// How far back a forced break looks for one that kinsoku allows.
constexpr size_t k_look_back = 4;
/// Below lie alphabets, whose words may stand alone.
constexpr char32_t k_first_cjk = 0x2E80;

class Filler {
  public:
    Filler(std::string_view words, std::span<const Character> characters, float max_width)
        : m_words(words)
        , m_characters(characters)
        , m_max_width(max_width) {
        m_sums.reserve(characters.size() + 1);
        m_sums.push_back(0);
        for (const Character& one : characters)
            m_sums.push_back(m_sums.back() + one.advance);
    }

    /// The end of the line that begins at `begin`; spaces hang.
    [[nodiscard]] size_t line_end(size_t begin) const {
        size_t last_break = begin;
        for (size_t i = begin; i < m_characters.size(); ++i) {
            if (i > begin && m_characters[i].may_break_before) last_break = i;
            if (m_characters[i].space || width(begin, i + 1) <= m_max_width + k_rounding) continue;
            if (last_break > begin) return last_break;
            return i > begin ? forced_break(begin, i) : begin + 1;
        }
        return m_characters.size();
    }
    [[nodiscard]] size_t skip_spaces(size_t at) const {
        while (at < m_characters.size() && m_characters[at].space)
            ++at;
        return at;
    }
    [[nodiscard]] size_t trim(size_t begin, size_t end) const {
        while (end > begin && m_characters[end - 1].space)
            --end;
        return end;
    }
    /// Where to cut so that the ellipsis still fits. Nothing dangles before it: no space, comma or
    /// opening bracket.
    [[nodiscard]] size_t clamp_end(size_t begin, float ellipsis) const {
        size_t end = begin;
        while (end < m_characters.size() &&
               width(begin, end + 1) + ellipsis <= m_max_width + k_rounding)
            ++end;
        while (end > begin && dangles(m_characters[end - 1]))
            --end;
        return end;
    }
    /// Where the last line begins that would begin at `last`: a lone character of Chinese, with or
    /// without its full stop, takes the one before it along.
    [[nodiscard]] size_t with_company(size_t previous, size_t last) const {
        constexpr int k_fewest = 2;
        constexpr size_t k_left_behind = 4; // a line that loses more than it keeps looks no better
        int words = 0;
        for (size_t i = last; i < m_characters.size(); ++i) {
            const Character& one = m_characters[i];
            if (one.drawn == 0 || one.space || !may_begin_line(one.code_point)) continue;
            if (one.code_point < k_first_cjk || ++words >= k_fewest) return last;
        }
        for (size_t i = last; i-- > previous + k_left_behind;) {
            if (may_begin_line(m_characters[i].code_point)) ++words;
            if (words >= k_fewest && m_characters[i].may_break_before)
                return width(i, m_characters.size()) <= m_max_width ? i : last;
        }
        return last;
    }
    [[nodiscard]] LineOfText line(size_t begin, size_t end) const {
        const size_t from = offset(begin);
        return {std::string{m_words.substr(from, offset(end) - from)}, width(begin, end)};
    }
    [[nodiscard]] size_t size() const { return m_characters.size(); }

  private:
    [[nodiscard]] float width(size_t begin, size_t end) const {
        return m_sums[end] - m_sums[begin];
    }
    [[nodiscard]] size_t offset(size_t index) const {
        return index < m_characters.size() ? m_characters[index].offset : m_words.size();
    }
    [[nodiscard]] size_t forced_break(size_t begin, size_t at) const {
        const size_t lowest = at > begin + k_look_back ? at - k_look_back : begin + 1;
        for (size_t i = at; i >= lowest; --i) {
            if (may_begin_line(m_characters[i].code_point) &&
                may_end_line(m_characters[i - 1].code_point))
                return i;
        }
        return at;
    }
    [[nodiscard]] static bool dangles(const Character& one) {
        constexpr std::u32string_view k_pauses = U"，、；：,;:·—…";
        return one.space || !may_end_line(one.code_point) ||
               k_pauses.find(one.code_point) != std::u32string_view::npos;
    }

    std::string_view m_words;
    std::span<const Character> m_characters;
    float m_max_width;
    std::vector<float> m_sums;
};

} // namespace

void fill_lines(std::string_view words, std::span<const Character> characters, float max_width,
                int max_lines, Ellipsis ellipsis, bool more_follows, Paragraph& out) {
    const Filler filler{words, characters, max_width};
    size_t begin = 0;
    size_t previous = 0;
    do {
        const size_t end = filler.line_end(begin);
        const size_t next = filler.skip_spaces(end);
        const bool last = max_lines > 0 && static_cast<int>(out.lines.size()) + 1 == max_lines;
        if (last && (next < filler.size() || more_follows)) {
            const size_t cut = filler.clamp_end(begin, ellipsis.width);
            LineOfText line = filler.line(begin, cut);
            line.text += ellipsis.words;
            line.width += ellipsis.width;
            out.lines.push_back(std::move(line));
            out.clamped = true;
            return;
        }
        if (next >= filler.size() && begin > 0) {
            const size_t earlier = filler.with_company(previous, begin);
            if (earlier != begin)
                out.lines.back() = filler.line(previous, filler.trim(previous, earlier));
            begin = earlier;
        }
        out.lines.push_back(filler.line(begin, filler.trim(begin, end)));
        previous = begin;
        begin = next;
    } while (begin < filler.size());
}

} // namespace pufa::ui
