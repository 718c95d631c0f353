#include "content/author/words.h"
#include "content/author/workbook_parts.h"
#include "content/author/xml_reader.h"

#include <algorithm>
#include <charconv>

namespace pufa::author {

namespace {

constexpr size_t k_most_merges = 10'000;
constexpr int k_most_row = 1'048'576; // of any workbook
constexpr size_t k_error_cost = 512;  // bytes of a finding

/// "BC12" → column and row, both from 1; zeros for anything else.
struct CellName {
    size_t column = 0;
    int row = 0;
};

CellName parse_name(std::string_view text) {
    CellName name;
    while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
        name.column = std::min<size_t>(
            name.column * 26 + static_cast<size_t>(text.front() - 'A') + 1, 1u << 20);
        text.remove_prefix(1);
    }
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, name.row);
    if (read.ec != std::errc{} || read.ptr != end || name.row < 1 || name.column == 0) return {};
    return name;
}

class CellReader {
  public:
    CellReader(const std::vector<std::string>& strings, const WorkbookBounds& bounds,
               SheetCells& cells)
        : m_strings(strings)
        , m_bounds(bounds)
        , m_cells(cells) {}

    std::optional<WorkbookFault> run(std::string_view xml) {
        XmlEvents events;
        events.begins = [this](std::string_view name, const XmlAttributes& attributes) {
            begin(name, attributes);
        };
        events.ends = [this](std::string_view name) { end(name); };
        events.text = [this](std::string_view text) {
            if (m_inside) m_value += text;
        };
        events.refusal = [this] {
            if (m_large.empty() && m_bytes + m_value.size() > m_bounds.text_bytes) m_large = "text";
            return m_large.empty() ? m_broken : m_large;
        };
        auto why = read_xml(xml, m_bounds.depth, events);
        if (!m_large.empty()) return WorkbookFault{Fault::XLSX_TOO_LARGE, m_large};
        if (!why.empty()) return WorkbookFault{Fault::XLSX_BROKEN, std::move(why)};
        order_rows();
        for (const auto& merge : m_merges)
            spread(merge);
        return std::nullopt;
    }

  private:
    void begin(std::string_view name, const XmlAttributes& attributes) {
        if (name == "row") {
            begin_row(attributes);
        } else if (name == "c") {
            begin_cell(attributes);
        } else if (name == "rPh") {
            m_phonetic = true;
        } else if (name == "v" || name == "t") {
            m_inside = !m_phonetic;
        } else if (name == "mergeCell" && m_merges.size() < k_most_merges) {
            const auto ref = attributes.find("ref");
            if (ref != attributes.end()) m_merges.push_back(ref->second);
        }
    }

    void begin_row(const XmlAttributes& attributes) {
        const auto number = attributes.find("r");
        int row = m_row + 1;
        if (number != attributes.end()) {
            const auto& text = number->second;
            const auto* end = text.data() + text.size();
            if (const auto read = std::from_chars(text.data(), end, row);
                read.ec != std::errc{} || read.ptr != end)
                row = 0;
        }
        m_column = 0;
        if (row < 1 || row > k_most_row) {
            m_broken = "row " + std::to_string(row);
            return;
        }
        m_row = row;
        if (m_cells.rows.size() >= m_bounds.rows)
            m_large = "more than " + std::to_string(m_bounds.rows) + " rows";
        else
            m_cells.rows.push_back({row, {}});
    }

    void begin_cell(const XmlAttributes& attributes) {
        ++m_column;
        const auto ref = attributes.find("r");
        if (ref != attributes.end()) {
            if (const auto name = parse_name(ref->second); name.column > 0) m_column = name.column;
        }
        const auto type = attributes.find("t");
        m_type = type == attributes.end() ? "n" : type->second;
        m_value.clear();
    }

    void end(std::string_view name) {
        m_inside = false;
        if (name == "rPh") m_phonetic = false;
        if (name == "c") end_cell();
        if (name == "row") drop_empty();
    }

    void end_cell() {
        auto words = value();
        m_value.clear();
        if (words.empty() || m_cells.rows.empty()) return;
        if (m_column > m_bounds.columns) {
            m_large = "more than " + std::to_string(m_bounds.columns) + " columns";
            return;
        }
        auto& cells = m_cells.rows.back().cells;
        m_bytes += words.size() + widen(cells, m_column);
        if (m_bytes <= m_bounds.text_bytes) cells[m_column - 1] = std::move(words);
    }

    /// What the cells take that a row gets to have so many.
    static size_t widen(std::vector<std::string>& cells, size_t count) {
        if (cells.size() >= count) return 0;
        const auto more = count - cells.size();
        cells.resize(count);
        return more * sizeof(std::string);
    }

    [[nodiscard]] std::string value() {
        if (m_type == "s") {
            size_t index = m_strings.size();
            std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
            return index < m_strings.size() ? m_strings[index] : std::string{};
        }
        if (m_type == "b") return m_value == "1" ? "TRUE" : m_value.empty() ? "" : "FALSE";
        if (m_type == "n") return cell_number(m_value);
        if (m_type == "e") {
            m_bytes += k_error_cost + m_value.size();
            m_cells.errors.push_back({m_row, static_cast<int>(m_column), m_value});
            return {};
        }
        return cell_words(m_value); // "str", "inlineStr", "d"
    }

    void drop_empty() {
        if (!m_cells.rows.empty() && m_cells.rows.back().cells.empty()) m_cells.rows.pop_back();
    }

    void order_rows() {
        std::stable_sort(m_cells.rows.begin(), m_cells.rows.end(),
                         [](const auto& a, const auto& b) { return a.number < b.number; });
    }

    /// Downwards only: a title over the whole width is no column.
    void spread(const std::string& range) {
        const auto colon = std::min(range.find(':'), range.size());
        const auto from = parse_name(std::string_view{range}.substr(0, colon));
        const auto to =
            parse_name(std::string_view{range}.substr(std::min(colon + 1, range.size())));
        if (from.column == 0 || from.column != to.column || from.column > m_bounds.columns) return;
        auto& rows = m_cells.rows;
        auto row = std::lower_bound(rows.begin(), rows.end(), from.row,
                                    [](const auto& r, int number) { return r.number < number; });
        if (row == rows.end() || row->number != from.row || row->cells.size() < from.column) return;
        const auto words = row->cells[from.column - 1];
        for (++row; row != rows.end() && row->number <= to.row; ++row) {
            m_bytes += words.size() + widen(row->cells, from.column);
            if (m_bytes > m_bounds.text_bytes) return; // ranges that lie one on the other
            if (row->cells[from.column - 1].empty()) row->cells[from.column - 1] = words;
        }
    }

    const std::vector<std::string>& m_strings;
    const WorkbookBounds& m_bounds;
    SheetCells& m_cells;
    std::vector<std::string> m_merges;
    std::string m_type;
    std::string m_value;
    std::string m_large;  ///< what is too large
    std::string m_broken; ///< what cannot be
    size_t m_bytes = 0;
    size_t m_column = 0; ///< from 1
    int m_row = 0;
    bool m_inside = false;
    bool m_phonetic = false;
};

} // namespace

std::optional<WorkbookFault> parse_cells(std::string_view xml,
                                         const std::vector<std::string>& strings,
                                         const WorkbookBounds& bounds, SheetCells& cells) {
    return CellReader{strings, bounds, cells}.run(xml);
}

} // namespace pufa::author
