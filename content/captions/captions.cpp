#include "content/captions/captions.h"

#include "content/base/utf8.h"
#include "content/captions/cue_text.h"
#include "content/captions/cue_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace pufa::captions {

namespace {

constexpr std::string_view k_bom = "\xEF\xBB\xBF";
constexpr std::string_view k_webvtt = "WEBVTT";

bool is_signature(std::string_view text) {
    if (!text.starts_with(k_webvtt)) return false;
    text.remove_prefix(k_webvtt.size());
    return text.empty() || std::string_view{" \t\r\n"}.find(text[0]) != std::string_view::npos;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// The first line of a block that holds no cue.
bool begins_note(std::string_view line) {
    if (line.starts_with("NOTE")) return line.size() == 4 || is_blank(line.substr(4, 1));
    return (line.starts_with("STYLE") && is_blank(line.substr(5))) ||
           (line.starts_with("REGION") && is_blank(line.substr(6)));
}

std::string without_nul(std::string_view text) {
    std::string whole;
    for (const char c : text)
        whole += c == '\0' ? std::string_view{"\xEF\xBF\xBD"} : std::string_view{&c, 1};
    return whole;
}

bool is_number(std::string_view line) {
    return !line.empty() && line.find_first_not_of("0123456789 \t") == std::string_view::npos;
}

/// Reads line by line. Blank lines part blocks; a block is a cue, a note or a style.
class Parser {
  public:
    Parsed run(std::string_view text) {
        if (!base::is_utf8(text)) {
            complain(Fault::not_text, 0);
            return std::move(m_parsed);
        }
        std::string replaced;
        if (text.find('\0') != std::string_view::npos) text = replaced = without_nul(text);
        if (text.starts_with(k_bom)) text.remove_prefix(k_bom.size());
        if (is_signature(text)) m_parsed.format = Format::webvtt;
        while (!text.empty() && !m_full) {
            const auto end = text.find_first_of("\r\n");
            ++m_line;
            if (m_line == 1 && is_webvtt())
                m_block = Block::skipped; // the head, whatever stands behind the signature
            else
                take(text.substr(0, end));
            if (end == std::string_view::npos) break;
            text.remove_prefix(text.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
        }
        close();
        sort();
        return std::move(m_parsed);
    }

  private:
    enum class Block {
        none,    ///< after a blank line
        named,   ///< its first line may be a cue's name or number
        cue,     ///< its time has been read
        skipped, ///< a head, a note, a style, or the rest of what was complained of
    };

    [[nodiscard]] bool is_webvtt() const { return m_parsed.format == Format::webvtt; }
    void complain(Fault fault, int line) { m_parsed.complaints.push_back({fault, line}); }

    void take(std::string_view line) {
        // A line of blanks is an empty one to people who write SubRip, but words to WebVTT.
        if (is_webvtt() ? line.empty() : is_blank(line)) {
            close();
            m_block = Block::none;
        } else if (line.find(k_arrow) != std::string_view::npos) {
            begin(line); // even without a blank line before it
        } else if (m_block == Block::none) {
            m_block = begins_note(line) ? Block::skipped : Block::named;
            m_named_at = m_line;
        } else if (m_block == Block::named) {
            complain(Fault::without_time, m_named_at);
            m_block = Block::skipped;
        } else if (m_block == Block::cue) {
            m_last_was_number = !is_webvtt() && is_number(line);
            m_before_last = m_cue.text.size();
            if (!m_cue.text.empty()) m_cue.text += '\n';
            m_cue.text += line;
        }
    }

    void begin(std::string_view line) {
        // "7" just above belongs to this cue if no blank line parts the two.
        if (m_block == Block::cue && m_last_was_number) m_cue.text.resize(m_before_last);
        if (m_block == Block::named) m_block = Block::none; // it is this cue's name
        close();
        m_block = Block::skipped;
        const auto span = is_webvtt() ? parse_webvtt_span(line) : parse_span(line);
        if (!span) return complain(Fault::bad_time, m_line);
        if (span->to <= span->from) return complain(Fault::backwards, m_line);
        m_cue = {span->from, span->to, {}};
        m_cue_at = m_line;
        m_last_was_number = false;
        m_block = Block::cue;
    }

    /// What was read last is whole.
    void close() {
        if (m_block == Block::named) complain(Fault::without_time, m_named_at);
        if (m_block != Block::cue) return;
        m_cue.text = plain_text(m_cue.text);
        if (m_cue.text.empty()) return;
        if (m_cue.text.size() > k_most_cue_bytes) return complain(Fault::too_long, m_cue_at);
        if (m_parsed.cues.size() == k_most_cues) {
            m_full = true;
            return complain(Fault::too_many, m_cue_at);
        }
        m_parsed.cues.push_back(std::move(m_cue));
        m_parsed.lines.push_back(m_cue_at);
    }

    void sort() {
        std::vector<size_t> order(m_parsed.cues.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
            return m_parsed.cues[a].from < m_parsed.cues[b].from;
        });
        Parsed sorted;
        for (const auto at : order) {
            sorted.cues.push_back(std::move(m_parsed.cues[at]));
            sorted.lines.push_back(m_parsed.lines[at]);
        }
        m_parsed.cues = std::move(sorted.cues);
        m_parsed.lines = std::move(sorted.lines);
    }

    Parsed m_parsed;
    Block m_block = Block::none;
    Cue m_cue;
    size_t m_before_last = 0; ///< length of the cue's text, still with tags, before its last line
    bool m_last_was_number = false;
    bool m_full = false;
    int m_line = 0;
    int m_cue_at = 0;
    int m_named_at = 0;
};

std::string written(Micros time) {
    const auto millis = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    return fmt::format("{:02}:{:02}:{:02}.{:03}", millis / 3'600'000, millis / 60'000 % 60,
                       millis / 1'000 % 60, millis % 1'000);
}

} // namespace

Parsed parse(std::string_view text) {
    return Parser{}.run(text);
}

std::string write_webvtt(const std::vector<Cue>& cues) {
    std::string text{k_webvtt};
    text += '\n';
    for (const auto& cue : cues)
        text +=
            fmt::format("\n{} --> {}\n{}\n", written(cue.from), written(cue.to), escaped(cue.text));
    return text;
}

std::string words_at(const std::vector<Cue>& cues, Micros position) {
    std::string words;
    for (const auto& cue : cues) {
        if (cue.from > position) break;
        if (position >= cue.to) continue;
        if (!words.empty()) words += '\n';
        words += cue.text;
    }
    return words;
}

} // namespace pufa::captions
