#include "content/author/sheet.h"

#include "content/author/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace pufa::author {

namespace {

constexpr size_t k_header_within = 10;

std::string with_language(std::string_view key, model::Language language) {
    if (language == model::Language::zh_hans) return std::string{key};
    return fmt::format("{}@{}", key, model::tag(language));
}

/// "name", "name@en"; "" if no column is called so.
std::string key_of(std::string_view heading, const std::vector<Column>& columns) {
    const auto at = heading.find('@');
    const auto base = fold(heading.substr(0, at));
    std::string suffix;
    if (at != std::string_view::npos) {
        for (const auto language : model::k_languages) {
            if (fold(heading.substr(at + 1)) == fold(model::tag(language)))
                suffix = with_language("", language);
        }
        if (suffix.empty() && fold(heading.substr(at + 1)) != "zh-hans") return {};
    }
    for (const auto& column : columns) {
        if (!suffix.empty() && column.translation == Translation::none) continue;
        const auto named = std::any_of(column.names.begin(), column.names.end(),
                                       [&](const auto& name) { return fold(name) == base; });
        if (named) return column.key + suffix;
    }
    return {};
}

/// The first of ten rows that has every required column.
std::optional<size_t> whole_header(const std::vector<CsvRow>& rows,
                                   const std::vector<Column>& columns) {
    for (size_t i = 0; i < std::min(rows.size(), k_header_within); ++i) {
        std::set<std::string> keys;
        for (const auto& cell : rows[i].cells)
            keys.insert(key_of(trim(cell), columns));
        const auto whole = std::all_of(columns.begin(), columns.end(), [&](const auto& column) {
            return column.presence == Presence::optional || keys.contains(column.key);
        });
        if (whole && !rows[i].blank()) return i;
    }
    return std::nullopt;
}

/// As the separator parts them that makes a header of one of the first rows: the title above it may
/// have more of another one.
std::vector<CsvRow> rows_of(std::string_view text, const std::string& file,
                            const std::vector<Column>& columns, Findings& findings) {
    std::optional<std::vector<CsvRow>> likeliest;
    Findings likeliest_findings;
    for (const char separator : separators_of(text)) {
        Findings found;
        auto rows = parse_csv(text, file, found, separator);
        const bool whole = whole_header(rows, columns).has_value();
        if (likeliest && !whole) continue;
        likeliest = std::move(rows);
        likeliest_findings = std::move(found);
        if (whole) break;
    }
    findings.insert(findings.end(), likeliest_findings.begin(), likeliest_findings.end());
    return std::move(likeliest).value_or(std::vector<CsvRow>{});
}

} // namespace

Sheet::Sheet(std::string_view text, std::string file, std::vector<Column> columns,
             Findings& findings)
    : Sheet(rows_of(text, file, columns, findings), file, columns, findings) {}

Sheet::Sheet(std::vector<CsvRow> rows, std::string file, std::vector<Column> columns,
             Findings& findings)
    : m_file(std::move(file))
    , m_columns(std::move(columns)) {
    const auto first =
        std::find_if(rows.begin(), rows.end(), [](auto& row) { return !row.blank(); });
    const auto header =
        whole_header(rows, m_columns).value_or(static_cast<size_t>(first - rows.begin()));
    if (header == rows.size()) {
        findings.push_back({Fault::EMPTY_SHEET, {m_file, 1, 0}, {}, {}});
        m_usable = false;
        return;
    }
    read_header(rows[header], findings);
    const auto width = rows[header].cells.size();
    for (size_t i = header + 1; i < rows.size(); ++i) {
        if (rows[i].blank()) continue;
        const auto& cells = rows[i].cells;
        const auto extra =
            std::find_if(cells.begin() + static_cast<long>(std::min(width, cells.size())),
                         cells.end(), [](const auto& c) { return !trim(c).empty(); });
        if (extra != cells.end()) {
            const auto column = static_cast<int>(extra - cells.begin()) + 1;
            findings.push_back({Fault::ROW_TOO_LONG, {m_file, rows[i].number, column}, *extra, {}});
        }
        m_rows.push_back(std::move(rows[i]));
    }
}

void Sheet::read_header(const CsvRow& header, Findings& findings) {
    for (size_t i = 0; i < header.cells.size(); ++i) {
        const std::string heading{trim(header.cells[i])};
        if (heading.empty()) continue;
        const Place here{m_file, header.number, static_cast<int>(i) + 1};
        const auto key = key_of(heading, m_columns);
        if (key.empty())
            findings.push_back({Fault::COLUMN_UNKNOWN, here, heading, {}});
        else if (!m_index.emplace(key, i).second)
            findings.push_back({Fault::COLUMN_TWICE, here, heading, {}});
    }
    for (const auto& column : m_columns) {
        if (column.presence == Presence::optional || m_index.contains(column.key)) continue;
        findings.push_back({Fault::COLUMN_MISSING,
                            {m_file, header.number, 0},
                            std::string{column.names.front()},
                            {}});
        m_usable = false;
    }
}

std::string Sheet::cell(const CsvRow& row, std::string_view key) const {
    const auto found = m_index.find(key);
    if (found == m_index.end() || found->second >= row.cells.size()) return {};
    return std::string{trim(row.cells[found->second])};
}

model::LocalizedText Sheet::localized(const CsvRow& row, std::string_view key) const {
    model::LocalizedText text;
    for (const auto language : model::k_languages)
        text[language] = cell(row, with_language(key, language));
    return text;
}

std::string Sheet::required(const CsvRow& row, std::string_view key, Findings& findings) const {
    auto value = cell(row, key);
    if (value.empty()) findings.push_back({Fault::CELL_EMPTY, place(row, key), title(key), {}});
    return value;
}

Place Sheet::place(const CsvRow& row, std::string_view key) const {
    return {m_file, row.number, column(key)};
}

int Sheet::column(std::string_view key) const {
    const auto found = m_index.find(key);
    return found == m_index.end() ? 0 : static_cast<int>(found->second) + 1;
}

std::string Sheet::title(std::string_view key) const {
    for (const auto& column : m_columns) {
        if (column.key == key) return std::string{column.names.front()};
    }
    return std::string{key};
}

} // namespace pufa::author
