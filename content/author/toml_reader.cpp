#include "content/author/toml_reader.h"

#include "content/author/validity.h"
#include "content/author/words.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace pufa::author {

namespace {

Place place_of(const toml::source_region& source, const std::string& file) {
    return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

base::Date to_date(const toml::date& date) {
    return {date.year, date.month, date.day};
}

std::string to_iso(const toml::date_time& time) {
    auto words = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", time.date.year, time.date.month,
                             time.date.day, time.time.hour, time.time.minute, time.time.second);
    if (!time.offset) return words;
    const int minutes = time.offset->minutes;
    if (minutes == 0) return words + "Z";
    return fmt::format("{}{}{:02}:{:02}", words, minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
}

/// "1:02:03" in seconds; nullopt if a part is no number or above 59 where it must not be.
std::optional<double> parse_clock(std::string_view text) {
    double seconds = 0;
    int parts = 0;
    for (bool more = true; more; ++parts) {
        const auto colon = text.find(':');
        const auto part = text.substr(0, colon);
        double value = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (error != std::errc{} || end != part.data() + part.size() || part.front() == '-')
            return std::nullopt;
        if (!std::isfinite(value) || value > 1e6 || (parts > 0 && value >= 60)) return std::nullopt;
        seconds = seconds * 60 + value;
        more = colon != std::string_view::npos;
        if (more) text.remove_prefix(colon + 1);
    }
    return parts <= 3 ? std::optional{seconds} : std::nullopt;
}

} // namespace

std::optional<toml::table> parse_toml(std::string_view text, const std::string& file,
                                      Findings& findings) {
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& error) {
        findings.push_back({Fault::BAD_TOML,
                            place_of(error.source(), file),
                            {},
                            std::string{error.description()}});
        return std::nullopt;
    }
}

TomlReader::TomlReader(const toml::table& table, std::string file, Findings& findings,
                       std::string name)
    : m_table(table)
    , m_file(std::move(file))
    , m_findings(findings)
    , m_name(std::move(name)) {}

std::string TomlReader::full(std::string_view key) const {
    return m_name + std::string{key};
}

Place TomlReader::place() const {
    if (!m_table.source().begin) return {m_file, 1, 0};
    return {m_file, static_cast<int>(m_table.source().begin.line), 0};
}

Place TomlReader::place(std::string_view key) const {
    const auto* node = m_table.get(key);
    return node && node->source().begin ? place_of(node->source(), m_file) : place();
}

void TomlReader::found(Fault fault, std::string_view key, std::string detail) {
    m_findings.push_back({fault, place(key), full(key), std::move(detail)});
}

const toml::node* TomlReader::ask(std::string_view key, Need need) {
    m_asked.emplace(key);
    const auto* node = m_table.get(key);
    if (!node && need == Need::required) found(Fault::MISSING_KEY, key);
    return node;
}

std::string TomlReader::text(std::string_view key, Need need) {
    const auto* node = ask(key, need);
    if (!node) return {};
    const auto value = node->value<std::string_view>();
    if (!value || !node->is_string()) {
        found(Fault::WANTS_TEXT, key);
        return {};
    }
    auto words = std::string{trim(*value)};
    if (words.empty() && need == Need::required) found(Fault::MISSING_KEY, key);
    return words;
}

model::LocalizedText TomlReader::localized(std::string_view key, Need need) {
    model::LocalizedText text;
    const auto* node = ask(key, need);
    if (!node) return text;
    if (node->is_string()) return model::in_hans(this->text(key, need));
    const auto* table = node->as_table();
    if (!table) {
        found(Fault::WANTS_TEXT, key);
        return text;
    }
    text = localized_table(*table, full(key) + ".");
    const bool wanted = need == Need::required || !text.empty();
    if (wanted && !text.has(model::Language::zh_hans)) found(Fault::NO_HANS, key);
    return text;
}

model::LocalizedText TomlReader::localized_table(const toml::table& table, std::string name) {
    model::LocalizedText text;
    TomlReader inner{table, m_file, m_findings, std::move(name)};
    for (const auto language : model::k_languages)
        text[language] = inner.text(model::tag(language), Need::optional);
    inner.finish();
    return text;
}

std::vector<model::LocalizedText> TomlReader::localized_list(std::string_view key) {
    std::vector<model::LocalizedText> list;
    const auto* node = ask(key, Need::optional);
    if (!node) return list;
    const auto* array = node->as_array();
    if (!array) {
        found(Fault::WANTS_LIST, key);
        return list;
    }
    for (const auto& element : *array) {
        model::LocalizedText text;
        if (const auto* words = element.as_string())
            text = model::in_hans(std::string{trim(words->get())});
        else if (const auto* table = element.as_table())
            text = localized_table(*table, full(key) + ".");
        if (!text.has(model::Language::zh_hans))
            m_findings.push_back(
                {Fault::NO_HANS, place_of(element.source(), m_file), full(key), {}});
        list.push_back(std::move(text));
    }
    return list;
}

std::optional<bool> TomlReader::flag(std::string_view key) {
    const auto* node = ask(key, Need::optional);
    if (!node) return std::nullopt;
    if (!node->is_boolean()) found(Fault::WANTS_FLAG, key);
    return node->is_boolean() ? node->value<bool>() : std::nullopt;
}

std::optional<int64_t> TomlReader::integer(std::string_view key, Need need) {
    const auto* node = ask(key, need);
    if (!node) return std::nullopt;
    if (!node->is_integer()) found(Fault::WANTS_NUMBER, key);
    return node->is_integer() ? node->value<int64_t>() : std::nullopt;
}

std::optional<base::Date> TomlReader::date(std::string_view key, Need need) {
    const auto* node = ask(key, need);
    if (!node) return std::nullopt;
    std::optional<base::Date> date;
    if (const auto* value = node->as_date())
        date = to_date(value->get());
    else if (const auto* words = node->as_string())
        date = base::parse_date(words->get());
    if (!date) found(Fault::WANTS_DATE, key);
    return date;
}

std::optional<base::WallTime> TomlReader::time(std::string_view key, Need need) {
    const auto* node = ask(key, need);
    if (!node) return std::nullopt;
    std::optional<base::WallTime> time;
    if (const auto* value = node->as_date_time())
        time = base::parse_iso(to_iso(value->get()));
    else if (const auto* words = node->as_string())
        time = base::parse_iso(words->get());
    if (!time) found(Fault::WANTS_TIME, key);
    return time;
}

std::optional<base::WallTime> TomlReader::until(std::string_view key) {
    const auto* node = ask(key, Need::optional);
    if (!node) return std::nullopt;
    if (node->is_date_time()) return time(key, Need::optional);
    std::optional<base::WallTime> end;
    if (const auto* date = node->as_date())
        end = end_of_validity(base::to_string(to_date(date->get())));
    else if (const auto* words = node->as_string())
        end = end_of_validity(words->get());
    if (!end) found(Fault::WANTS_DATE, key);
    return end;
}

std::optional<model::MonthDay> TomlReader::month_day(std::string_view key, Need need) {
    const auto words = text(key, need);
    if (words.empty()) return std::nullopt;
    // 2000 is a leap year, so that 02-29 may be named.
    const auto date = base::parse_date("2000-" + words);
    if (!date) {
        found(Fault::WANTS_MONTH_DAY, key, words);
        return std::nullopt;
    }
    return model::MonthDay{date->month, date->day};
}

std::optional<Micros> TomlReader::clock(std::string_view key, Need need) {
    const auto* node = ask(key, need);
    if (!node) return std::nullopt;
    std::optional<double> seconds;
    if (const auto* words = node->as_string())
        seconds = parse_clock(trim(words->get()));
    else if (node->is_number())
        seconds = node->value<double>();
    if (!seconds || !(*seconds >= 0 && *seconds < 1e6)) {
        found(Fault::WANTS_CLOCK, key);
        return std::nullopt;
    }
    return Micros{std::llround(*seconds * 1e6)};
}

std::vector<std::string> TomlReader::texts(std::string_view key) {
    std::vector<std::string> list;
    const auto* node = ask(key, Need::optional);
    if (!node) return list;
    if (const auto* one = node->as_string()) return {std::string{trim(one->get())}};
    const auto* array = node->as_array();
    if (!array) {
        found(Fault::WANTS_LIST, key);
        return list;
    }
    for (const auto& element : *array) {
        if (const auto* words = element.as_string())
            list.emplace_back(trim(words->get()));
        else
            m_findings.push_back(
                {Fault::WANTS_TEXT, place_of(element.source(), m_file), full(key), {}});
    }
    return list;
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) {
    std::vector<TomlReader> list;
    const auto* node = ask(key, Need::optional);
    if (!node) return list;
    const auto* array = node->as_array();
    if (!array || !array->is_homogeneous<toml::table>()) {
        if (!array || !array->empty()) found(Fault::WANTS_TABLE, key);
        return list;
    }
    for (const auto& element : *array)
        list.emplace_back(*element.as_table(), m_file, m_findings, full(key) + ".");
    return list;
}

std::optional<TomlReader> TomlReader::table(std::string_view key) {
    const auto* node = ask(key, Need::optional);
    if (!node) return std::nullopt;
    if (!node->is_table()) {
        found(Fault::WANTS_TABLE, key);
        return std::nullopt;
    }
    return TomlReader{*node->as_table(), m_file, m_findings, full(key) + "."};
}

void TomlReader::finish() {
    for (const auto& [key, node] : m_table) {
        if (m_asked.contains(key.str())) continue;
        const auto place = place_of(key.source(), m_file);
        m_findings.push_back({Fault::UNKNOWN_KEY, place, full(key.str()), {}});
    }
}

} // namespace pufa::author
