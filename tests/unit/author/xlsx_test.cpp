#include "content/author/xlsx.h"

#include "content/author/workbook_parts.h"
#include "content/author/xlsx_template.h"
#include "content/base/process.h"
#include "tests/support/author_folder.h"

using namespace pufa;
using namespace pufa::author;
using support::AuthorFolder;
using support::Lines;

namespace {

constexpr const char* k_content_types =
    R"(<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)";
constexpr const char* k_relations =
    R"(<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr const char* k_workbook =
    R"(<workbook><sheets><sheet name="隐藏" state="hidden" sheetId="1" r:id="rId1"/><sheet name="一" sheetId="2" r:id="rId2"/></sheets></workbook>)";
constexpr const char* k_workbook_relations =
    R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/hidden.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>)";

/// A workbook put together by `zip`, part by part.
class Workbook {
  public:
    Workbook() {
        part("[Content_Types].xml", k_content_types);
        part("_rels/.rels", k_relations);
        part("xl/workbook.xml", k_workbook);
        part("xl/_rels/workbook.xml.rels", k_workbook_relations);
        part("xl/worksheets/hidden.xml", "<worksheet><sheetData/></worksheet>");
    }

    void part(const std::string& name, std::string_view text) const {
        const auto file = m_folder.path() / "parts" / name;
        REQUIRE(base::make_folders(file.parent_path()));
        REQUIRE(base::write_file_atomic(file, text));
    }
    void cells(const std::string& rows, const std::string& after = {}) const {
        part("xl/worksheets/sheet.xml",
             "<worksheet><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
    }
    [[nodiscard]] std::string bytes() const {
        const auto script = "cd '" + (m_folder.path() / "parts").string() +
                            "' && rm -f ../b.xlsx && " +
                            "python3 - ../b.xlsx <<'END'\n"
                            "import sys, os, zipfile\n"
                            "z = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)\n"
                            "for d, _, names in sorted(os.walk('.')):\n"
                            "    for n in sorted(names):\n"
                            "        p = os.path.relpath(os.path.join(d, n), '.')\n"
                            "        z.write(p, p)\n"
                            "z.close()\nEND\n";
        const auto done = base::run("/bin/sh", {"-c", script});
        REQUIRE(done);
        return *base::read_file(m_folder.path() / "b.xlsx");
    }

  private:
    base::TemporaryFolder m_folder;
};

struct Read {
    std::optional<std::vector<CsvRow>> rows;
    Lines faults;
};

Read read(std::string_view bytes, const WorkbookBounds& bounds = {}) {
    Findings findings;
    auto rows = read_workbook_bytes(bytes, "t.xlsx", findings, bounds);
    return {std::move(rows), AuthorFolder::described(findings)};
}

Lines faults_of(std::string_view bytes, const WorkbookBounds& bounds = {}) {
    const auto found = read(bytes, bounds);
    CHECK_FALSE(found.rows.has_value());
    return found.faults;
}

} // namespace

TEST_CASE("strings of every kind, numbers, flags and results of formulas are read") {
    const Workbook book;
    book.part("xl/sharedStrings.xml",
              "<sst><si><t>题型</t></si><si><r><rPr/><t>甲</t></r><r><t xml:space=\"preserve\"> "
              "乙</t></r>"
              "<rPh sb=\"0\" eb=\"1\"><t>ㄐㄧㄚˇ</t></rPh><phoneticPr/></si></sst>");
    book.cells(
        R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>)"
        R"(<c r="D2" t="inlineStr"><is><r><t>一</t></r><r><t>二_x0041__x000D_</t></r></is></c>)"
        R"(<c r="E2"><v>12.0</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="b"><v>0</v></c>)"
        R"(<c r="H2" t="str"><f>A1</f><v>丙 &amp; 丁</v></c><c r="I2"><v>0.1</v></c>)"
        R"(<c r="J2" t="s"><v>99</v></c></row><row r="5"/>)"
        R"(<row><c><v>1E3</v></c><c t="inlineStr"><is><t>末</t></is></c></row>)");
    const auto found = read(book.bytes());
    CHECK(found.faults.empty());
    REQUIRE(found.rows);
    REQUIRE(found.rows->size() == 2);
    CHECK((*found.rows)[0].number == 2);
    CHECK((*found.rows)[0].cells ==
          Lines{"题型", "", "甲 乙", "一二A", "12", "TRUE", "FALSE", "丙 & 丁", "0.1"});
    CHECK((*found.rows)[1].number == 6);
    CHECK((*found.rows)[1].cells == Lines{"1000", "末"});
}

TEST_CASE("a cell merged downwards says the same in each row, one merged sideways does not") {
    const Workbook book;
    book.cells(
        R"(<row r="1"><c r="A1" t="str"><v>单选</v></c><c r="B1" t="str"><v>一</v></c></row>)"
        R"(<row r="2"><c r="B2" t="str"><v>二</v></c></row><row r="3"><c r="B3" t="str"><v>三</v></c></row>)",
        R"(<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B3:D3"/><mergeCell ref="x"/></mergeCells>)");
    const auto found = read(book.bytes());
    REQUIRE(found.rows);
    CHECK((*found.rows)[1].cells == Lines{"单选", "二"});
    CHECK((*found.rows)[2].cells == Lines{"", "三"});
}

TEST_CASE("the sheet called 题目 is read though another comes first, and prefixes do not matter") {
    const Workbook book;
    book.part(
        "xl/workbook.xml",
        R"(<x:workbook xmlns:x="u" xmlns:q="v"><x:sheets><x:sheet name="说明" sheetId="1" q:id="rId1"/><x:sheet name=" 题目" sheetId="2" q:id="rId2"/></x:sheets></x:workbook>)");
    book.part(
        "xl/worksheets/sheet.xml",
        R"(<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>好</x:v></x:c></x:row></x:sheetData></x:worksheet>)");
    const auto found = read(book.bytes());
    REQUIRE(found.rows);
    CHECK(found.rows->at(0).cells == Lines{"好"});
}

TEST_CASE("a formula that fails is named by its cell, which is empty") {
    const Workbook book;
    book.cells(R"(<row r="3"><c r="B3" t="e"><v>#REF!</v></c><c r="C3"><v>1</v></c></row>)");
    const auto found = read(book.bytes());
    CHECK(found.faults == Lines{"XLSX_CELL_ERROR t.xlsx:3:2 #REF!"});
    CHECK(found.rows->at(0).cells == Lines{"", "", "1"});
}

TEST_CASE("what is no workbook says what it is") {
    CHECK(faults_of("") == Lines{"XLSX_NOT_WORKBOOK t.xlsx t.xlsx"});
    CHECK(faults_of("题型,题目\n") == Lines{"XLSX_NOT_WORKBOOK t.xlsx t.xlsx"});
    CHECK(faults_of("PK\x03\x04 garbage") == Lines{"XLSX_NOT_WORKBOOK t.xlsx t.xlsx"});
    const std::string compound{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", 12};
    CHECK(faults_of(compound) == Lines{"XLSX_OLD_FORMAT t.xlsx t.xlsx"});
    std::string locked = compound;
    for (const char c : std::string_view{"EncryptedPackage"})
        locked += std::string{c} + '\0';
    CHECK(faults_of(locked) == Lines{"XLSX_ENCRYPTED t.xlsx t.xlsx"});
}

TEST_CASE("no part, no visible sheet, broken XML and a document type are refused") {
    const Workbook book;
    book.cells("<row r=\"1\"><c r=\"A1\"><v>1</v></row>");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_BROKEN t.xlsx t.xlsx"});
    book.part(
        "xl/worksheets/sheet.xml",
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_BROKEN t.xlsx t.xlsx"});
    book.part(
        "xl/workbook.xml",
        R"(<workbook><sheets><sheet name="x" state="veryHidden" r:id="rId1"/></sheets></workbook>)");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_NO_SHEET t.xlsx t.xlsx"});
    book.part("xl/workbook.xml",
              R"(<workbook><sheets><sheet name="x" r:id="rId7"/></sheets></workbook>)");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_BROKEN t.xlsx t.xlsx"});
    book.part("_rels/.rels", "<Relationships/>");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_NOT_WORKBOOK t.xlsx t.xlsx"});
}

TEST_CASE("what a workbook may ask for is bounded") {
    const Workbook book;
    std::string deep;
    for (int i = 0; i < 100; ++i)
        deep += "<row>";
    book.part("xl/worksheets/sheet.xml", "<worksheet>" + deep);
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_BROKEN t.xlsx t.xlsx"});

    book.cells("<row><c r=\"IW1\"><v>1</v></c></row>");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});
    book.cells("<row><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c></row>");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});

    WorkbookBounds small;
    small.rows = 2;
    book.cells("<row><c><v>1</v></c></row><row><c><v>1</v></c></row><row><c><v>1</v></c></row>");
    CHECK(faults_of(book.bytes(), small) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});
    CHECK(read(book.bytes()).rows->size() == 3);

    // A bomb: a megabyte of blanks in a kilobyte.
    small = {};
    small.part_bytes = 100'000;
    book.cells(std::string(1'000'000, ' '));
    const auto bomb = book.bytes();
    REQUIRE(bomb.size() < 10'000);
    CHECK(faults_of(bomb, small) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});

    // A string that every cell repeats, or one merged over all rows.
    small = {};
    small.text_bytes = 10'000;
    book.part("xl/sharedStrings.xml", "<sst><si><t>" + std::string(1'000, 'x') + "</t></si></sst>");
    std::string rows;
    for (int i = 0; i < 20; ++i)
        rows += "<row><c t=\"s\"><v>0</v></c></row>";
    book.cells(rows);
    CHECK(faults_of(book.bytes(), small) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});
}

TEST_CASE("rows have the numbers that rows can have") {
    const Workbook book;
    const std::string cell = "<c><v>1</v></c></row>";
    book.cells("<row r=\"1048576\">" + cell);
    CHECK(read(book.bytes()).rows->at(0).number == 1'048'576);
    for (const std::string number : {"2147483647", "2147483648", "1048577", "0", "-5", "", "1x"}) {
        CAPTURE(number);
        book.cells("<row r=\"" + number + "\">" + cell + "<row>" + cell);
        CHECK(faults_of(book.bytes()) == Lines{"XLSX_BROKEN t.xlsx t.xlsx"});
    }
    book.cells("<row r=\"1048576\">" + cell + "<row>" + cell);
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_BROKEN t.xlsx t.xlsx"});
}

TEST_CASE("cells and strings are counted though they say nothing, and a tag is no book") {
    const auto repeated = [](const std::string& text, size_t times) {
        std::string all;
        for (size_t i = 0; i < times; ++i)
            all += text;
        return all;
    };
    WorkbookBounds small;
    small.text_bytes = 100'000;
    const Workbook book;
    book.cells("<row><c><v>1</v></c></row>");
    book.part("xl/sharedStrings.xml", "<sst>" + repeated("<si/>", 5'000) + "</sst>");
    CHECK(faults_of(book.bytes(), small) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});
    book.part("xl/sharedStrings.xml", "<sst/>");
    book.cells(repeated("<row><c r=\"IV1\"><v>1</v></c></row>", 20));
    CHECK(faults_of(book.bytes(), small) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});
    CHECK(read(book.bytes()).rows->size() == 20);
    book.cells("<row>" + repeated("<c t=\"e\"><v>x</v></c>", 200) + "</row>");
    CHECK(faults_of(book.bytes(), small) == Lines{"XLSX_TOO_LARGE t.xlsx t.xlsx"});
    // Megabytes of sound rows are read to their end.
    book.cells(repeated("<row>" + std::string(100, ' ') + "<c><v>1</v></c></row>", 40'000));
    CHECK(read(book.bytes()).rows->size() == 40'000);
    book.cells("<row x=\"" + std::string(size_t{5} << 20, 'x') + "\"/>");
    CHECK(faults_of(book.bytes()) == Lines{"XLSX_BROKEN t.xlsx t.xlsx"});
}

TEST_CASE("a workbook cut short or with a byte changed is read or refused, never more") {
    const auto sound = *question_template();
    for (size_t length = 0; length < sound.size(); length += 97)
        CHECK_FALSE(read(sound.substr(0, length)).rows.has_value());
    size_t read_anyway = 0;
    for (size_t at = 0; at < sound.size(); at += 61) {
        auto changed = sound;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const auto found = read(changed);
        CHECK((found.rows.has_value() || !found.faults.empty()));
        read_anyway += found.rows ? 1 : 0;
    }
    CHECK(read_anyway > 0); // bytes of parts that nobody asks for
}

TEST_CASE("numbers and escapes are as a spreadsheet shows them") {
    CHECK(cell_number("3") == "3");
    CHECK(cell_number("-0.50") == "-0.5");
    CHECK(cell_number("1E+20") == "1e+20");
    CHECK(cell_number("0.30000000000000004") == "0.3");
    CHECK(cell_number("nan") == "nan");
    CHECK(cell_number("") == "");
    CHECK(cell_words("_x4E2D__x000d_a_xZZZZ_b_x") == "中a_xZZZZ_b_x");
    CHECK(cell_words("_xD800_") == "_xD800_");
}

TEST_CASE("a workbook that LibreOffice writes reads as the CSV file it was made of") {
    const AuthorFolder bench;
    const auto expected = support::items_of<model::Question>(bench.read().manifest);
    base::TemporaryFolder home;
    const auto done = base::run(
        "/bin/sh",
        {"-c", "cd '" + (bench.path() / "quizzes").string() + "' && HOME='" + home.path().string() +
                   "' soffice --headless --infilter='CSV:44,34,76' --convert-to xlsx 小测.csv "
                   ">/dev/null 2>&1; ls"});
    REQUIRE(done);
    REQUIRE(std::filesystem::exists(bench.path() / "quizzes/小测.xlsx"));
    bench.remove("quizzes/小测.csv");
    CHECK(bench.faults() == Lines{});
    CHECK(support::items_of<model::Question>(bench.read().manifest) == expected);
}
