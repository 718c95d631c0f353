#include "content/captions/ass.h"

#include "content/captions/cue_list.h"
#include "content/captions/cue_text.h"
#include "content/captions/cue_time.h"
#include "content/captions/line_reader.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace pufa::captions {

namespace {

constexpr std::string_view k_sections[] = {"[script info]", "[v4+ styles]", "[v4 styles]",
                                           "[events]"};
constexpr std::string_view k_events = "[events]";
/// What the [Events] of all known programs hold, should theirs not say.
constexpr std::string_view k_usual_fields =
    "Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text";

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view k_blanks = " \t";
    const auto begin = text.find_first_not_of(k_blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(k_blanks) - begin + 1);
}

std::string lower(std::string_view text) {
    std::string folded{text};
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
}

/// What follows "Dialogue:" or the like.
std::optional<std::string_view> after(std::string_view line, std::string_view name) {
    if (lower(line.substr(0, name.size())) != name) return std::nullopt;
    return trimmed(line.substr(name.size()));
}

/// Where the fields of an event stand: their order is each file's own; the text is the last.
struct Fields {
    size_t from = 0, to = 0, count = 0;

    explicit Fields(std::string_view format) {
        while (true) {
            const auto comma = format.find(',');
            const auto name = lower(trimmed(format.substr(0, comma)));
            if (name == "start") from = count;
            if (name == "end") to = count;
            ++count;
            if (comma == std::string_view::npos) return;
            format.remove_prefix(comma + 1);
        }
    }
};

/// Whether "{\p1}" or the like begins a drawing or ends one; nothing if the block says nothing.
std::optional<bool> drawing_after(std::string_view block) {
    std::optional<bool> drawing;
    for (auto at = block.find("\\p"); at != std::string_view::npos;
         at = block.find("\\p", at + 2)) {
        const auto value = block.substr(at + 2, 1);
        if (!value.empty() && value[0] >= '0' && value[0] <= '9') drawing = value[0] != '0';
    }
    return drawing;
}

class AssParser {
  public:
    Parsed run(std::string_view text) {
        LineReader lines{text};
        while (const auto line = lines.next()) {
            if (m_list.full()) break;
            take(trimmed(*line), lines.number());
        }
        return m_list.take();
    }

  private:
    void take(std::string_view line, int number) {
        if (line.starts_with('[')) {
            m_in_events = lower(line) == k_events;
        } else if (!m_in_events) {
            return;
        } else if (const auto format = after(line, "format:")) {
            m_fields = Fields{*format};
        } else if (const auto event = after(line, "dialogue:")) {
            take_event(*event, number);
        }
    }

    void take_event(std::string_view event, int number) {
        std::optional<Micros> from, to;
        for (size_t field = 0; field + 1 < m_fields.count; ++field) {
            const auto comma = event.find(',');
            if (comma == std::string_view::npos) return m_list.complain(Fault::bad_time, number);
            const auto value = trimmed(event.substr(0, comma));
            if (field == m_fields.from) from = parse_time(value);
            if (field == m_fields.to) to = parse_time(value);
            event.remove_prefix(comma + 1);
        }
        if (!from || !to) return m_list.complain(Fault::bad_time, number);
        Cue cue{*from, *to, ass_words(event)};
        if (cue.text.empty()) return; // a drawing, an effect
        if (cue.to <= cue.from) return m_list.complain(Fault::backwards, number);
        // Outlines and shades are made of the same words in several layers.
        if (m_last == cue) return;
        m_last = cue;
        m_list.add(std::move(cue), number);
    }

    CueList m_list{Format::ass};
    Fields m_fields{k_usual_fields};
    Cue m_last;
    bool m_in_events = false;
};

} // namespace

bool is_ass(std::string_view text) {
    LineReader lines{text};
    while (const auto line = lines.next()) {
        const auto words = trimmed(*line);
        if (words.empty() || words.starts_with(';')) continue;
        return std::find(std::begin(k_sections), std::end(k_sections), lower(words)) !=
               std::end(k_sections);
    }
    return false;
}

Parsed parse_ass(std::string_view text) {
    return AssParser{}.run(text);
}

std::string ass_words(std::string_view text) {
    std::string words;
    bool drawing = false;
    for (size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto block = rest[0] == '{' ? rest.find('}') : std::string_view::npos;
        if (block != std::string_view::npos) {
            drawing = drawing_after(rest.substr(0, block)).value_or(drawing);
            at += block + 1;
        } else if (rest.starts_with("\\N")) {
            words += '\n';
            at += 2;
        } else if (rest.starts_with("\\n") || rest.starts_with("\\h")) {
            words += ' ';
            at += 2;
        } else {
            if (!drawing) words += rest[0];
            ++at;
        }
    }
    return tidy_lines(words);
}

} // namespace pufa::captions
