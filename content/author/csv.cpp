#include "content/author/csv.h"

#include "content/author/words.h"

#include <algorithm>
#include <map>
#include <optional>

namespace pufa::author {

namespace {

/// Takes the line "sep=;" off.
std::optional<char> take_declaration(std::string_view& text) {
    constexpr std::string_view mark = "sep=";
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    const auto said = line.substr(0, mark.size()) == mark ? line.substr(mark.size()) : "";
    if (said.size() != 1 || said == "\"") return std::nullopt;
    text.remove_prefix(line.size());
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<size_t>(text.size(), 1));
    return said.front();
}

class Parser {
  public:
    Parser(std::string_view text, const std::string& file, Findings& findings, char separator)
        : m_rest(text)
        , m_separator(take_declaration(m_rest).value_or(separator))
        , m_file(file)
        , m_findings(findings) {}

    std::vector<CsvRow> run() {
        while (!m_rest.empty())
            m_rows.push_back(read_row());
        return std::move(m_rows);
    }

  private:
    CsvRow read_row() {
        CsvRow row{static_cast<int>(m_rows.size()) + 1, {}};
        do {
            row.cells.push_back(read_cell(row));
        } while (take(m_separator));
        take('\r');
        take('\n');
        return row;
    }

    bool take(char c) {
        if (m_rest.empty() || m_rest.front() != c) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::string read_cell(const CsvRow& row) {
        if (take('"')) return read_quoted(row);
        return read_plain();
    }

    std::string read_plain() {
        const char ends[] = {m_separator, '\r', '\n', '\0'};
        const auto length = std::min(m_rest.find_first_of(ends), m_rest.size());
        std::string cell{m_rest.substr(0, length)};
        m_rest.remove_prefix(length);
        return cell;
    }

    std::string read_quoted(const CsvRow& row) {
        std::string cell;
        while (true) {
            const auto quote = m_rest.find('"');
            if (quote == std::string_view::npos) {
                found(Fault::QUOTE_NOT_CLOSED, row);
                cell += m_rest;
                m_rest = {};
                return cell;
            }
            cell += m_rest.substr(0, quote);
            m_rest.remove_prefix(quote + 1);
            if (!take('"')) break;
            cell += '"';
        }
        if (const auto tail = read_plain(); !tail.empty()) {
            // Blanks behind the quote are a slip of the hand that changes nothing.
            if (tail.find_first_not_of(' ') != std::string::npos) found(Fault::STRAY_QUOTE, row);
            cell += tail;
        }
        return cell;
    }

    void found(Fault fault, const CsvRow& row) {
        m_findings.push_back(
            {fault, {m_file, row.number, static_cast<int>(row.cells.size()) + 1}, {}, {}});
    }

    std::string_view m_rest;
    char m_separator;
    const std::string& m_file;
    Findings& m_findings;
    std::vector<CsvRow> m_rows;
};

} // namespace

bool CsvRow::blank() const {
    return std::all_of(cells.begin(), cells.end(),
                       [](const auto& cell) { return trim(cell).empty(); });
}

std::string separators_of(std::string_view text) {
    if (const auto declared = take_declaration(text)) return {*declared};
    std::string separators = ",;\t";
    std::map<char, size_t> counts;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || c == '\r') break;
        if (separators.find(c) != std::string::npos) ++counts[c];
    }
    // Of a draw the comma comes first.
    std::stable_sort(separators.begin(), separators.end(),
                     [&](char a, char b) { return counts[a] > counts[b]; });
    return separators;
}

std::vector<CsvRow> parse_csv(std::string_view text, const std::string& file, Findings& findings,
                              char separator) {
    return Parser{text, file, findings, separator ? separator : separators_of(text).front()}.run();
}

} // namespace pufa::author
