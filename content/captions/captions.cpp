#include "content/captions/captions.h"

#include "content/base/utf8.h"
#include "content/captions/ass.h"
#include "content/captions/cue_list.h"
#include "content/captions/cue_text.h"
#include "content/captions/cue_time.h"
#include "content/captions/line_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

/// WebVTT or SubRip. Blank lines part blocks; a block is a cue, a note or a style.
class Parser {
  public:
    explicit Parser(Format format)
        : m_list(format) {}

    Parsed run(std::string_view text) {
        LineReader lines{text};
        while (const auto line = lines.next()) {
            if (m_list.full()) break;
            m_line = lines.number();
            if (m_line == 1 && is_webvtt())
                m_block = Block::skipped; // the head, whatever stands behind the signature
            else
                take(*line);
        }
        close();
        return m_list.take();
    }

  private:
    enum class Block {
        none,    ///< after a blank line
        named,   ///< its first line may be a cue's name or number
        cue,     ///< its time has been read
        skipped, ///< a head, a note, a style, or the rest of what was complained of
    };

    [[nodiscard]] bool is_webvtt() const { return m_list.format() == Format::webvtt; }
    void complain(Fault fault, int line) { m_list.complain(fault, line); }

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
        if (span->to <= span->from) complain(Fault::backwards, m_line);
        m_cue = {span->from, span->to, {}};
        m_cue_at = m_line;
        m_last_was_number = false;
        m_block = Block::cue;
    }

    /// What was read last is whole.
    void close() {
        if (m_block == Block::named) complain(Fault::without_time, m_named_at);
        if (m_block != Block::cue) return;
        auto [words, cut] = plain_text(m_cue.text, m_list.format());
        m_cue.text = std::move(words);
        if (cut) complain(Fault::tag_open, m_cue_at);
        m_list.add(std::move(m_cue), m_cue_at);
    }

    CueList m_list;
    Block m_block = Block::none;
    Cue m_cue;
    size_t m_before_last = 0; ///< length of the cue's text, still with tags, before its last line
    bool m_last_was_number = false;
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
    if (!base::is_utf8(text)) return {Format::subrip, {}, {}, {{Fault::not_text, 0}}};
    std::string replaced;
    if (text.find('\0') != std::string_view::npos) text = replaced = without_nul(text);
    if (text.starts_with(k_bom)) text.remove_prefix(k_bom.size());
    if (is_ass(text)) return parse_ass(text);
    return Parser{is_signature(text) ? Format::webvtt : Format::subrip}.run(text);
}

std::vector<Cue> tidied(std::vector<Cue> cues) {
    CueList list{Format::webvtt};
    for (auto& cue : cues) {
        const auto whole = [](Micros time) {
            return std::max(Micros{0}, Micros{std::chrono::round<std::chrono::milliseconds>(time)});
        };
        cue = {whole(cue.from), whole(cue.to), without_nul(cue.text)};
        if (cue.to <= cue.from || !base::is_utf8(cue.text)) continue;
        cue.text = tidy_lines(cue.text);
        if (!cue.text.empty()) list.add(std::move(cue), 0);
    }
    return list.take().cues;
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
        if (position >= cue.to || cue.text.empty()) continue;
        if (!words.empty()) words += '\n';
        words += cue.text;
    }
    return words;
}

} // namespace pufa::captions
