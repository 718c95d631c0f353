#include "content/author/sheet.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::author;

namespace {

std::vector<Column> columns() {
    return {{"id", {"编号", "id"}, Presence::required},
            {"stem", {"题目"}, Presence::required, Translation::allowed},
            {"topic", {"主题"}}};
}

} // namespace

TEST_CASE("columns are found by any of their names, in any order, translations too") {
    Findings findings;
    const Sheet sheet{"题目@EN, 题 目 ,ID,题目@zh-Hant\nleak,漏水,q1,漏水（繁）\n", "t.csv",
                      columns(), findings};
    CHECK(findings.empty());
    REQUIRE(sheet.usable());
    const auto& row = sheet.rows().at(0);
    CHECK(sheet.cell(row, "id") == "q1");
    CHECK(sheet.cell(row, "topic").empty());
    auto stem = sheet.localized(row, "stem");
    CHECK(stem[model::Language::zh_hans] == "漏水");
    CHECK(stem[model::Language::zh_hant] == "漏水（繁）");
    CHECK(stem[model::Language::en] == "leak");
    CHECK(sheet.place(row, "stem") == Place{"t.csv", 2, 2});
}

TEST_CASE("missing, doubled and unknown columns are named") {
    Findings findings;
    const Sheet sheet{"编号,id,主题@en,难度\n", "t.csv", columns(), findings};
    CHECK_FALSE(sheet.usable());
    CHECK(findings == Findings{{Fault::COLUMN_TWICE, {"t.csv", 1, 2}, "id", {}},
                               {Fault::COLUMN_UNKNOWN, {"t.csv", 1, 3}, "主题@en", {}},
                               {Fault::COLUMN_UNKNOWN, {"t.csv", 1, 4}, "难度", {}},
                               {Fault::COLUMN_MISSING, {"t.csv", 1, 0}, "题目", {}}});
}

TEST_CASE("blank rows are passed over and rows keep their numbers") {
    Findings findings;
    const Sheet sheet{"编号,题目\n,\nq1,甲\n,,\nq2,乙\n", "t.csv", columns(), findings};
    REQUIRE(sheet.rows().size() == 2);
    CHECK(sheet.rows()[0].number == 3);
    CHECK(sheet.rows()[1].number == 5);
    CHECK(findings.empty());
}

TEST_CASE("words beyond the last column and empty required cells are faults") {
    Findings findings;
    const Sheet sheet{"编号,题目\nq1,甲,乙\nq2\n", "t.csv", columns(), findings};
    CHECK(findings == Findings{{Fault::ROW_TOO_LONG, {"t.csv", 2, 3}, "乙", {}}});
    findings.clear();
    CHECK(sheet.required(sheet.rows()[1], "stem", findings).empty());
    CHECK(findings == Findings{{Fault::CELL_EMPTY, {"t.csv", 3, 2}, "题目", {}}});
}

TEST_CASE("a sheet without a header is empty") {
    for (const auto* text : {"", ",,\n", "\n"}) {
        Findings findings;
        const Sheet sheet{text, "t.csv", columns(), findings};
        CHECK_FALSE(sheet.usable());
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].fault == Fault::EMPTY_SHEET);
    }
}

TEST_CASE("the header is found below a title") {
    Findings findings;
    const Sheet sheet{"2026年题库,,\n,,\n编号,题目\nq1,甲\n", "t.csv", columns(), findings};
    CHECK(findings.empty());
    REQUIRE(sheet.rows().size() == 1);
    CHECK(sheet.rows()[0].number == 4);
    CHECK(sheet.cell(sheet.rows()[0], "stem") == "甲");
}

TEST_CASE("cells are parted by what makes a header, whatever the title above it holds") {
    for (const std::string separator : {";", ",", "\t"}) {
        CAPTURE(separator);
        Findings findings;
        const Sheet sheet{"题库；2026,第一版,共两题;\n编号" + separator + "题目\nq1" + separator +
                              "甲\n",
                          "t.csv", columns(), findings};
        CHECK(findings.empty());
        REQUIRE(sheet.rows().size() == 1);
        CHECK(sheet.cell(sheet.rows()[0], "stem") == "甲");
    }
    // Without any header the first line decides, and its faults are said once.
    Findings findings;
    const Sheet sheet{"编号;主题\n\"1\"x;2\n", "t.csv", columns(), findings};
    CHECK_FALSE(sheet.usable());
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].fault == Fault::STRAY_QUOTE);
    CHECK(findings[1].fault == Fault::COLUMN_MISSING);
}
