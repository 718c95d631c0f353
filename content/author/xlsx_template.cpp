#include "content/author/xlsx_template.h"

#include "content/base/file.h"

#include <xlsxwriter.h>

#include <array>
#include <filesystem>

namespace pufa::author {

namespace {

// The words are for authors, who read Chinese.
constexpr std::array<const char*, 14> k_header{"题型",  "题目",  "选项A", "选项B", "选项C",
                                               "选项D", "选项E", "选项F", "答案",  "解析",
                                               "法条",  "难度",  "标签",  "编号"};
constexpr std::array<double, k_header.size()> k_widths{8,  40, 16, 16, 16, 16, 16,
                                                       16, 8,  40, 26, 6,  16, 14};
using Row = std::array<const char*, k_header.size()>;
constexpr std::array<Row, 2> k_samples{{
    {"单选", "人民调解委员会调解民间纠纷，收取多少费用？", "不收取任何费用", "按纠纷的金额收取",
     "由双方各付一半", "", "", "", "A", "人民调解委员会调解民间纠纷，不收取任何费用。",
     "《人民调解法》第四条", "易", "人民调解、费用", ""},
    {"判断", "请人民调解委员会调解民间纠纷，要先交押金。", "", "", "", "", "", "", "错",
     "人民调解委员会调解民间纠纷，不收取任何费用。", "《人民调解法》第四条", "易", "人民调解", ""},
}};

constexpr std::array<std::array<const char*, 2>, 12> k_notes{{
    {"列", "怎样填"},
    {"题型", "单选、多选或判断，可以从下拉列表里选。"},
    {"题目", "问什么，160 字以内。"},
    {"选项A—选项F", "从 A 起依次写，2 至 6 个。判断题可以不写，就是“对”和“错”。"},
    {"答案", "单选写一个字母；多选写几个字母，如 ACD；判断写对或错。"},
    {"解析", "为什么这样答。答题的人看完就明白。"},
    {"法条", "依据的法条，如《民法典》第一千一百四十二条；laws.csv 里要有它的原文。"},
    {"难度", "易、中、难，可以不填。"},
    {"标签", "几个标签用顿号隔开，可以不填。"},
    {"编号", "可以不填。填写时只用小写字母、数字和连字符，定下后不要再改。"},
    {"还可以加的列",
     "说明A—说明F（这个选项对在哪里、错在哪里）、图片、图片说明、主题、机构、普法对象；"
     "译文写成 题目@zh-Hant、选项A@en。"},
    {"填好以后", "删去示例，保存为 .xlsx，放在内容包的 quizzes 文件夹里，再检查一遍。"},
}};

constexpr lxw_row_t k_list_rows = 1000; // rows with lists to choose from

void set_time(lxw_workbook* workbook) {
    lxw_doc_properties properties{};
    properties.created = 1'767'225'600; // 2026-01-01T00:00:00Z: the bytes hang on no clock
    workbook_set_properties(workbook, &properties);
}

void add_list(lxw_worksheet* sheet, lxw_col_t column, std::array<const char*, 4> words) {
    lxw_data_validation list{};
    list.validate = LXW_VALIDATION_TYPE_LIST;
    list.value_list = const_cast<decltype(list.value_list)>(words.data()); // it only reads
    worksheet_data_validation_range(sheet, 1, column, k_list_rows, column, &list);
}

void write_questions(lxw_workbook* workbook) {
    auto* sheet = workbook_add_worksheet(workbook, "题目");
    auto* heading = workbook_add_format(workbook);
    format_set_bold(heading);
    auto* wrapped = workbook_add_format(workbook);
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    for (lxw_col_t column = 0; column < k_header.size(); ++column) {
        worksheet_set_column(sheet, column, column, k_widths[column], nullptr);
        worksheet_write_string(sheet, 0, column, k_header[column], heading);
        for (lxw_row_t row = 0; row < k_samples.size(); ++row) {
            const auto* words = k_samples[row][column];
            if (*words != '\0') worksheet_write_string(sheet, row + 1, column, words, wrapped);
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
    add_list(sheet, 0, {"单选", "多选", "判断", nullptr});
    add_list(sheet, 11, {"易", "中", "难", nullptr});
}

void write_notes(lxw_workbook* workbook) {
    auto* sheet = workbook_add_worksheet(workbook, "说明");
    auto* wrapped = workbook_add_format(workbook);
    format_set_text_wrap(wrapped);
    worksheet_set_column(sheet, 0, 0, 16, nullptr);
    worksheet_set_column(sheet, 1, 1, 70, wrapped);
    for (lxw_row_t row = 0; row < k_notes.size(); ++row) {
        for (lxw_col_t column = 0; column < 2; ++column)
            worksheet_write_string(sheet, row, column, k_notes[row][column], nullptr);
    }
}

} // namespace

Result<std::string> question_template() {
    const base::TemporaryFolder folder;
    const auto file = (folder.path() / "template.xlsx").string();
    auto* workbook = workbook_new(file.c_str());
    if (!workbook) return Error{Code::DISK_ERROR, file, "libxlsxwriter has no memory"};
    set_time(workbook);
    write_questions(workbook);
    write_notes(workbook);
    if (const auto error = workbook_close(workbook); error != LXW_NO_ERROR)
        return Error{Code::DISK_ERROR, file, lxw_strerror(error)};
    return base::read_file(file);
}

} // namespace pufa::author
