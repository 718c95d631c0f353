#include "content/place/hours.h"

#include "content/base/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pufa::place {

namespace {

constexpr int k_day = 24 * 60;
/// OpenStreetMap's own bound of a value.
constexpr size_t k_most_bytes = 255;

constexpr std::array<std::string_view, 7> k_weekdays{"mo", "tu", "we", "th", "fr", "sa", "su"};
constexpr std::array<std::string_view, 12> k_months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
    std::string small{text};
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

template <size_t count>
std::optional<int> index_in(const std::array<std::string_view, count>& names,
                            std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<int>(found - names.begin());
}

/// The bits from one to another of a ring of `count`: Sa-Mo is Sa, Su, Mo.
uint16_t ring(int first, int last, int count) {
    uint16_t bits = 0;
    for (int at = first;; at = (at + 1) % count) {
        bits = static_cast<uint16_t>(bits | (1U << static_cast<unsigned>(at)));
        if (at == last) return bits;
    }
}

/// Sorted, and those that touch made one.
std::vector<Span> merged(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end(),
              [](const Span& a, const Span& b) { return a.from < b.from; });
    std::vector<Span> whole;
    for (const auto& span : spans) {
        if (!whole.empty() && span.from <= whole.back().to)
            whole.back().to = std::max(whole.back().to, span.to);
        else
            whole.push_back(span);
    }
    return whole;
}

/// What a rule names before its times.
struct Selectors {
    uint16_t months = 0;
    uint8_t days = 0;
};

/// A day, a month or PH.
struct Name {
    enum class Kind { weekday, month, public_holidays } kind;
    int index = 0;
};

class Reader {
  public:
    explicit Reader(std::string_view text)
        : m_text(text) {}

    Result<Hours> read() {
        Hours hours;
        for (;;) {
            skip_spaces();
            if (at_end()) break;
            PUFA_TRY(auto rule, read_rule());
            hours.rules.push_back(std::move(rule));
            skip_spaces();
            if (at_end()) break;
            if (!take(';')) return fault("';' is missing before it");
        }
        if (hours.rules.empty()) return fault_at(0, 0, "no hours are named");
        return hours;
    }

  private:
    [[nodiscard]] bool at_end() const { return m_at == m_text.size(); }
    [[nodiscard]] char peek() const { return at_end() ? '\0' : m_text[m_at]; }
    void skip_spaces() {
        while (!at_end() && (peek() == ' ' || peek() == '\t'))
            ++m_at;
    }
    bool take(char expected) {
        if (peek() != expected) return false;
        ++m_at;
        return true;
    }
    /// Past spaces as well.
    bool take_next(char expected) {
        const size_t before = m_at;
        skip_spaces();
        if (take(expected)) return true;
        m_at = before;
        return false;
    }

    [[nodiscard]] Error fault_at(size_t begin, size_t end, std::string_view why) const {
        auto before = m_text.substr(0, begin);
        size_t character = 1;
        while (base::take_code_point(before))
            ++character;
        std::string detail = "\"" + std::string{m_text.substr(begin, end - begin)} + "\" at " +
                             std::to_string(character) + ": " + std::string{why};
        return {Code::BAD_SOURCE, std::string{m_text}, std::move(detail)};
    }
    /// The fault of what stands here, up to the next thing that parts.
    [[nodiscard]] Error fault(std::string_view why) const {
        constexpr std::string_view k_parting = " \t,;-";
        const auto found = m_text.find_first_of(k_parting, m_at);
        const size_t end = found == std::string_view::npos ? m_text.size() : found;
        return fault_at(m_at, std::max(end, std::min(m_at + 1, m_text.size())), why);
    }

    std::string_view take_word() {
        const size_t begin = m_at;
        while (is_letter(peek()))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    Result<HoursRule> read_rule() {
        constexpr uint8_t k_always = HoursRule::k_every_weekday | HoursRule::k_public_holidays;
        constexpr std::string_view k_all_week = "24/7";
        const size_t begin = m_at;
        PUFA_TRY(const auto selectors, read_selectors());
        HoursRule rule;
        if (selectors.months != 0) rule.months = selectors.months;
        if (m_text.substr(m_at, k_all_week.size()) == k_all_week) {
            if (selectors.days != 0) return fault("stands without days, for it names all of them");
            m_at += k_all_week.size();
            rule.days = k_always;
            rule.spans = {{0, k_day}};
            return rule;
        }
        if (read_closed()) {
            rule.days = selectors.days != 0 ? selectors.days : k_always;
            return rule;
        }
        if (selectors.days != 0) rule.days = selectors.days;
        if (at_end() || peek() == ';') {
            if (m_at == begin) return fault_at(m_at, m_at, "a rule is missing");
            return fault_at(begin, m_at, "times are missing after it");
        }
        PUFA_TRY(rule.spans, read_spans());
        return rule;
    }

    bool read_closed() {
        const size_t before = m_at;
        const auto word = lower(take_word());
        if (word == "off" || word == "closed") return true;
        m_at = before;
        return false;
    }

    Result<Selectors> read_selectors() {
        Selectors selectors;
        for (;;) {
            skip_spaces();
            if (at_end() || peek() == ';' || is_digit(peek())) return selectors;
            if (read_closed_ahead()) return selectors;
            do {
                skip_spaces();
                PUFA_CHECK(read_range(selectors));
            } while (take_next(','));
        }
    }

    bool read_closed_ahead() {
        const size_t before = m_at;
        const bool closed = read_closed();
        m_at = before;
        return closed;
    }

    Result<Name> read_name() {
        const size_t begin = m_at;
        const auto word = lower(take_word());
        if (const auto day = index_in(k_weekdays, word)) return Name{Name::Kind::weekday, *day};
        if (const auto month = index_in(k_months, word)) return Name{Name::Kind::month, *month};
        if (word == "ph") return Name{Name::Kind::public_holidays};
        m_at = begin;
        return fault("neither a day (Mo Tu We Th Fr Sa Su PH), a month (Jan ...), a time, off nor "
                     "24/7");
    }

    Result<void> read_range(Selectors& selectors) {
        const size_t begin = m_at;
        PUFA_TRY(const auto first, read_name());
        auto last = first;
        if (take_next('-')) {
            skip_spaces();
            PUFA_TRY(last, read_name());
            if (last.kind != first.kind || first.kind == Name::Kind::public_holidays)
                return fault_at(begin, m_at, "a range runs from day to day or from month to month");
        }
        switch (first.kind) {
        case Name::Kind::weekday:
            selectors.days =
                static_cast<uint8_t>(selectors.days | ring(first.index, last.index, 7));
            break;
        case Name::Kind::month:
            selectors.months =
                static_cast<uint16_t>(selectors.months | ring(first.index, last.index, 12));
            break;
        case Name::Kind::public_holidays:
            selectors.days = static_cast<uint8_t>(selectors.days | HoursRule::k_public_holidays);
            break;
        }
        return {};
    }

    Result<std::vector<Span>> read_spans() {
        std::vector<Span> spans;
        do {
            skip_spaces();
            if (is_letter(peek())) return fault("a new rule begins after ';', not after ','");
            PUFA_TRY(const auto span, read_span());
            spans.push_back(span);
        } while (take_next(','));
        return merged(std::move(spans));
    }

    Result<Span> read_span() {
        const size_t begin = m_at;
        PUFA_TRY(const int from, read_time());
        if (!take_next('-')) return fault_at(begin, m_at, "a span is two times with '-' between");
        skip_spaces();
        PUFA_TRY(const int to, read_time());
        if (from == k_day) return fault_at(begin, m_at, "a day begins at 00:00");
        if (from == to) return fault_at(begin, m_at, "it ends when it begins");
        return Span{from, to > from ? to : to + k_day};
    }

    /// 8:30, 08:30, 24:00
    Result<int> read_time() {
        const size_t begin = m_at;
        const auto number = [this](size_t most_digits) {
            int value = 0;
            const size_t first = m_at;
            while (is_digit(peek()) && m_at - first < most_digits)
                value = value * 10 + (m_text[m_at++] - '0');
            return std::pair{value, m_at - first};
        };
        const auto [hour, hour_digits] = number(2);
        const bool colon = hour_digits > 0 && take(':');
        const auto [minute, minute_digits] = number(2);
        if (!colon || minute_digits != 2 || is_digit(peek())) {
            m_at = begin;
            return fault("not a time such as 08:30");
        }
        if (minute > 59 || hour * 60 + minute > k_day) {
            m_at = begin;
            return fault("there is no such time");
        }
        return hour * 60 + minute;
    }

    std::string_view m_text;
    size_t m_at = 0;
};

} // namespace

Result<Hours> parse_hours(std::string_view text) {
    if (text.size() > k_most_bytes)
        return Error{Code::BAD_SOURCE, "", "hours are at most 255 bytes long"};
    if (!base::is_utf8(text)) return Error{Code::BAD_SOURCE, "", "hours are not UTF-8"};
    return Reader{text}.read();
}

} // namespace pufa::place
