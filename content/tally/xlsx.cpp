#include "content/tally/xlsx.h"

#include "content/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>

namespace pufa::tally {

namespace {

/// Of one sheet, by the format (ECMA-376); the first is the header's.
constexpr lxw_row_t k_most_rows = 1'048'576;
constexpr size_t k_longest_cell = 32'767;
constexpr double k_narrow = 12;
constexpr size_t k_long_words = 12; ///< bytes
constexpr double k_wide = 36;

/// The workbook and its formats. Every sheet is written row by row and leaves the memory, so the
/// size of a report does not matter.
class Book {
  public:
    Book(const std::string& file, std::string scratch) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = scratch.data();
        m_book = workbook_new_opt(file.c_str(), &options);
        if (!m_book) return;
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        m_date = workbook_add_format(m_book);
        format_set_num_format(m_date, "yyyy-mm-dd");
        m_percent = workbook_add_format(m_book);
        format_set_num_format(m_percent, "0.0%");
        m_note = workbook_add_format(m_book);
        format_set_italic(m_note);
    }
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book() {
        if (m_book) static_cast<void>(workbook_close(m_book));
    }
    [[nodiscard]] bool there() const { return m_book != nullptr; }

    lxw_error close() {
        const auto error = workbook_close(std::exchange(m_book, nullptr));
        return error;
    }

    lxw_worksheet* sheet(const std::string& name) {
        return workbook_add_worksheet(m_book, name.c_str());
    }

    void put(lxw_worksheet* sheet, lxw_row_t row, const std::vector<Cell>& cells) {
        lxw_col_t column = 0;
        for (const auto& cell : cells)
            put(sheet, row, column++, cell);
    }
    void put_words(lxw_worksheet* sheet, lxw_row_t row, const std::vector<std::string>& words) {
        lxw_col_t column = 0;
        for (const auto& one : words)
            worksheet_write_string(sheet, row, column++, one.c_str(), m_bold);
    }
    void put_note(lxw_worksheet* sheet, const std::string& note) {
        worksheet_write_string(sheet, 0, 0, note.c_str(), m_note);
    }

    void draw(lxw_worksheet* sheet, const Table& table, lxw_row_t header) {
        const auto& wanted = *table.chart;
        const auto rows = static_cast<lxw_row_t>(std::min(table.rows.size(), wanted.most_rows));
        if (rows == 0) return;
        auto* chart =
            workbook_add_chart(m_book, wanted.kind == ChartKind::line     ? LXW_CHART_LINE
                                       : wanted.kind == ChartKind::column ? LXW_CHART_COLUMN
                                                                          : LXW_CHART_BAR);
        const auto& name = table.name;
        for (const auto value : wanted.values) {
            const auto column = static_cast<lxw_col_t>(value);
            const auto categories = static_cast<lxw_col_t>(wanted.categories);
            auto* series = chart_add_series(chart, nullptr, nullptr);
            chart_series_set_categories(series, name.c_str(), header + 1, categories, header + rows,
                                        categories);
            chart_series_set_values(series, name.c_str(), header + 1, column, header + rows,
                                    column);
            chart_series_set_name_range(series, name.c_str(), header, column);
        }
        chart_title_set_name(chart, name.c_str());
        // The first of a list stands on top.
        if (wanted.kind == ChartKind::bar) chart_axis_set_reverse(chart->x_axis);
        if (wanted.values.size() == 1) chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
        lxw_chart_options options{};
        options.x_scale = 1.6;
        options.y_scale = wanted.kind == ChartKind::bar ? 2.0 : 1.2;
        const auto beside = static_cast<lxw_col_t>(table.header.size() + 1);
        worksheet_insert_chart_opt(sheet, header, beside, chart, &options);
    }

  private:
    void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell) {
        if (const auto* words = std::get_if<std::string>(&cell)) {
            // A string cell is never read as a formula.
            if (words->size() <= k_longest_cell)
                worksheet_write_string(sheet, row, column, words->c_str(), nullptr);
        } else if (const auto* number = std::get_if<int64_t>(&cell)) {
            worksheet_write_number(sheet, row, column, static_cast<double>(*number), nullptr);
        } else if (const auto* day = std::get_if<base::Date>(&cell)) {
            lxw_datetime date{day->year, day->month, day->day, 0, 0, 0};
            worksheet_write_datetime(sheet, row, column, &date, m_date);
        } else if (const auto* share = std::get_if<Share>(&cell); share && share->whole > 0) {
            worksheet_write_number(
                sheet, row, column,
                static_cast<double>(share->part) / static_cast<double>(share->whole), m_percent);
        }
    }

    lxw_workbook* m_book = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_date = nullptr;
    lxw_format* m_percent = nullptr;
    lxw_format* m_note = nullptr;
};

/// Names and definitions take room; a column of numbers does not.
void set_widths(lxw_worksheet* sheet, const Table& table) {
    for (lxw_col_t column = 0; column < table.header.size(); ++column) {
        const bool words =
            std::any_of(table.rows.begin(), table.rows.end(), [column](const auto& row) {
                const auto* text =
                    column < row.size() ? std::get_if<std::string>(&row[column]) : nullptr;
                return text && text->size() > k_long_words;
            });
        worksheet_set_column(sheet, column, column, words ? k_wide : k_narrow, nullptr);
    }
}

void write_table(Book& book, const Table& table) {
    auto* sheet = book.sheet(table.name);
    set_widths(sheet, table);
    lxw_row_t row = 0;
    if (!table.note.empty()) {
        book.put_note(sheet, table.note);
        ++row;
    }
    const auto header = row++;
    book.put_words(sheet, header, table.header);
    worksheet_freeze_panes(sheet, row, 0);
    for (const auto& cells : table.rows) {
        if (row == k_most_rows) break;
        book.put(sheet, row++, cells);
    }
    if (table.chart) book.draw(sheet, table, header);
}

Result<void> write_long(Book& book, const LongTable& table) {
    lxw_worksheet* sheet = nullptr;
    lxw_row_t row = k_most_rows;
    int number = 0;
    return table.rows([&](const std::vector<Cell>& cells) -> Result<void> {
        if (row == k_most_rows) {
            ++number;
            sheet = book.sheet(number == 1 ? table.name : fmt::format("{} {}", table.name, number));
            if (!sheet) return Error{Code::DISK_ERROR, table.name, "no further sheet"};
            worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.header.size() - 1),
                                 k_narrow + 2, nullptr);
            book.put_words(sheet, 0, table.header);
            worksheet_freeze_panes(sheet, 1, 0);
            row = 1;
        }
        book.put(sheet, row++, cells);
        return {};
    });
}

Error error_of(lxw_error failed, const std::string& where) {
    const int number = errno;
    auto error = number ? base::from_errno(number, where) : Error{Code::DISK_ERROR, where, ""};
    error.detail = fmt::format("{} {}", lxw_strerror(failed), error.detail);
    return error;
}

} // namespace

Result<void> write_workbook(const std::filesystem::path& file, std::span<const Table> tables,
                            const LongTable* long_table) {
    const auto beside = file.string() + ".new";
    struct RemoveUnlessNamed {
        std::string path;
        ~RemoveUnlessNamed() {
            if (!path.empty()) ::unlink(path.c_str());
        }
    } leftover{beside};
    // Whether it can be written at all is told here, with its cause.
    if (::unlink(beside.c_str()) != 0 && errno != ENOENT) return base::from_errno(errno, beside);
    PUFA_TRY(auto made, base::open_file(beside, O_WRONLY | O_CREAT | O_EXCL, 0644));
    {
        const base::TemporaryFolder scratch;
        const auto scratch_path = scratch.path().string();
        Book book{beside, scratch_path};
        if (!book.there()) return Error{Code::DISK_ERROR, file.string(), "no memory"};
        for (const auto& table : tables)
            write_table(book, table);
        if (long_table) PUFA_CHECK(write_long(book, *long_table));
        errno = 0;
        if (const auto failed = book.close(); failed != LXW_NO_ERROR)
            return error_of(failed, file.string());
    }
    PUFA_TRY(const auto written, base::open_file(beside, O_RDONLY));
    PUFA_CHECK(base::sync_file(written.get(), file.string()));
    if (std::rename(beside.c_str(), file.c_str()) != 0)
        return base::from_errno(errno, file.string());
    leftover.path.clear();
    return base::sync_folder(file.has_parent_path() ? file.parent_path() : ".");
}

} // namespace pufa::tally
