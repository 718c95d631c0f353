#include "content/author/csv.h"

#include <doctest/doctest.h>

using namespace pufa::author;

namespace {

using Cells = std::vector<std::string>;

std::vector<CsvRow> parse(std::string_view text) {
    Findings findings;
    auto rows = parse_csv(text, "t.csv", findings);
    CHECK(findings.empty());
    return rows;
}

} // namespace

TEST_CASE("cells are parted by commas and rows by LF or CRLF, with or without a last one") {
    for (const auto* text : {"a,b\nc,d", "a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d"}) {
        const auto rows = parse(text);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].cells == Cells{"a", "b"});
        CHECK(rows[1].cells == Cells{"c", "d"});
        CHECK(rows[1].number == 2);
    }
}

TEST_CASE("quoted cells hold commas, line breaks and doubled quotes") {
    const auto rows = parse("\"a,\"\"b\"\"\",\"two\nlines\"\nnext,\"\"\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == Cells{"a,\"b\"", "two\nlines"});
    CHECK(rows[1].cells == Cells{"next", ""});
    CHECK(rows[1].number == 2); // as a spreadsheet counts
}

TEST_CASE("empty cells count, at the end of a row too") {
    const auto rows = parse("a,,\n,,\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].cells == Cells{"a", "", ""});
    CHECK(rows[1].blank());
    CHECK_FALSE(rows[0].blank());
}

TEST_CASE("a sheet saved with tabs is read by tabs") {
    const auto rows = parse("编号\t题目\nq1\t甲，乙, 丙\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].cells == Cells{"q1", "甲，乙, 丙"});
}

TEST_CASE("quotes that stand where RFC 4180 has them, and where people put them") {
    CHECK(parse("\"\",\"\"\"\",\"\"\"a\"\"\"\n")[0].cells == Cells{"", "\"", "\"a\""});
    CHECK(parse("1,\"{\"\"a\"\": [\"\"b\"\", 5]}\"")[0].cells == Cells{"1", "{\"a\": [\"b\", 5]}"});
    CHECK(parse("5\" disk,a \"b\" c\n")[0].cells == Cells{"5\" disk", "a \"b\" c"});
    CHECK(parse("\"a\" ,b\n")[0].cells == Cells{"a ", "b"});
    CHECK(parse("\"\n\",\"\r\",\"\r\n\"\r\nx,y,z")[0].cells == Cells{"\n", "\r", "\r\n"});
    CHECK(parse("a,\"b\"").size() == 1);
    CHECK(parse("a,b\r\n\r\n").size() == 2);
    CHECK(parse("\"\"").front().cells == Cells{""});
    CHECK(parse(" a , b \n")[0].cells == Cells{" a ", " b "});
}

TEST_CASE("a quote that is not closed and words after a quote are named with row and column") {
    Findings findings;
    auto rows = parse_csv("a,b\nc,\"d\ne,f\n", "t.csv", findings);
    CHECK(rows.size() == 2);
    CHECK(findings == Findings{{Fault::QUOTE_NOT_CLOSED, {"t.csv", 2, 2}, {}, {}}});

    findings.clear();
    rows = parse_csv("\"a\"b,c\n", "t.csv", findings);
    CHECK(rows[0].cells == Cells{"ab", "c"});
    CHECK(findings == Findings{{Fault::STRAY_QUOTE, {"t.csv", 1, 1}, {}, {}}});
}

TEST_CASE("nothing is no row") {
    CHECK(parse("").empty());
}

namespace {

std::vector<std::vector<std::string>> cells_of(std::string_view text) {
    Findings findings;
    std::vector<std::vector<std::string>> cells;
    for (auto& row : parse_csv(text, "t.csv", findings))
        cells.push_back(std::move(row.cells));
    CHECK(findings.empty());
    return cells;
}

using Grid = std::vector<std::vector<std::string>>;

} // namespace

TEST_CASE("the separator is the one that the first line has most of, outside quotes") {
    CHECK(cells_of("a;b;c\n1,5;2;3\n") == Grid{{"a", "b", "c"}, {"1,5", "2", "3"}});
    CHECK(cells_of("\"a;a;a\",b\n1,2\n") == Grid{{"a;a;a", "b"}, {"1", "2"}});
    CHECK(cells_of("a\tb, c\td\n") == Grid{{"a", "b, c", "d"}});
    CHECK(cells_of("a,b;c\n") == Grid{{"a", "b;c"}});
}

TEST_CASE("of what may part cells the likeliest comes first, or what the text declares alone") {
    CHECK(separators_of("a;b;c\td\n,,,,\n") == ";\t,");
    CHECK(separators_of("") == ",;\t");
    CHECK(separators_of("sep=|\na|b\n") == "|");
    Findings findings;
    CHECK(parse_csv("a,b;c\n", "t.csv", findings, ';').at(0).cells ==
          std::vector<std::string>{"a,b", "c"});
}

TEST_CASE("a line that declares the separator is obeyed and is no row") {
    Findings findings;
    const auto rows = parse_csv("sep=;\r\na;b,c\r\n", "t.csv", findings);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].number == 1);
    CHECK(rows[0].cells == std::vector<std::string>{"a", "b,c"});
    CHECK(cells_of("sep=|\na|b\n") == Grid{{"a", "b"}});
    CHECK(cells_of("sep=\n") == Grid{{"sep="}});
    CHECK(cells_of("sep=;").empty());
}

TEST_CASE("line ends of every system part rows, and quotes keep them") {
    CHECK(cells_of("a,b\r1,2\r") == Grid{{"a", "b"}, {"1", "2"}});
    CHECK(cells_of("a,b\r\n\"1\r\n2\",\"\"\"x\"\"\"\r\n") == Grid{{"a", "b"}, {"1\r\n2", "\"x\""}});
    CHECK(cells_of("a,b\n1,\n") == Grid{{"a", "b"}, {"1", ""}});
}
