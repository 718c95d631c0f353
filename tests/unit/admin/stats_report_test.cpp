#include "admin/commands/stats_report.h"

#include "content/tally/city.h"
#include "tests/support/faults.h"
#include "tests/unit/admin/stats_kiosk.h"

using namespace pufa;
using namespace pufa::test;

namespace {

bool holds(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

/// What LibreOffice makes of a workbook, as XML.
std::string opened(const std::filesystem::path& file) {
    const std::filesystem::path program{"/usr/bin/soffice"};
    REQUIRE_MESSAGE(std::filesystem::exists(program), "install libreoffice-calc");
    const base::TemporaryFolder folder;
    const auto ran =
        base::run(program, {"-env:UserInstallation=file://" + (folder.path() / "profile").string(),
                            "--headless", "--convert-to", "fods", "--outdir",
                            folder.path().string(), file.string()});
    REQUIRE(ran);
    REQUIRE(ran->exit_code == 0);
    const auto xml =
        base::read_file(folder.path() / file.filename().replace_extension("fods"), 1ull << 30);
    REQUIRE(xml);
    return *xml;
}

std::vector<std::string> sheets_of(const std::string& xml) {
    std::vector<std::string> names;
    const std::string mark = "<table:table table:name=\"";
    for (auto at = xml.find(mark); at != std::string::npos; at = xml.find(mark, at + 1)) {
        const auto from = at + mark.size();
        const auto name = xml.substr(from, xml.find('"', from) - from);
        if (name != "local-table") names.push_back(name); // a chart's own copy
    }
    return names;
}

/// The sheet alone.
std::string sheet_of(const std::string& xml, const std::string& name) {
    const auto from = xml.find("<table:table table:name=\"" + name + "\"");
    REQUIRE(from != std::string::npos);
    const std::string mark = "<table:table table:name=\"";
    auto next = xml.find(mark, from + 1);
    while (next != std::string::npos && xml.compare(next + mark.size(), 11, "local-table") == 0)
        next = xml.find(mark, next + 1); // a chart's own copy
    return xml.substr(from, next == std::string::npos ? next : next - from);
}

} // namespace

TEST_CASE("LibreOffice opens the report: its sheets, Chinese words, numbers, dates and charts") {
    StatsKiosk kiosk{"=HYPERLINK(1)"};
    kiosk.usual_days();
    const auto file = kiosk.file("report.xlsx");
    const auto ran = kiosk.run({"report", "--output", file.string()});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out == "已把 2 天的统计写成报表“" + file.string() + "”。\n");
    const auto xml = opened(file);
    CHECK(sheets_of(xml) == std::vector<std::string>{"总览", "按日", "按时段", "按内容",
                                                     "谁执法谁普法", "按专题", "按普法对象",
                                                     "按主题", "按语言", "查看的机构", "易错题",
                                                     "指标口径", "数据来源与缺口"});
    CHECK_FALSE(holds(xml, "table:formula"));
    CHECK(holds(xml, "<text:p>=HYPERLINK(1)</text:p>"));
    // Engaged: 2 for the film, 5 for the question, 1 for a guide of no pack, on each of two days.
    const auto agencies = sheet_of(xml, "谁执法谁普法");
    CHECK(holds(agencies, "<text:p>测试司法局</text:p>"));
    CHECK(holds(agencies, "office:value=\"14\""));
    const auto audiences = sheet_of(xml, "按普法对象");
    for (const auto* name : {"老年人", "妇女", "不明（内容包已不在）"})
        CHECK(holds(audiences, "<text:p>" + std::string{name} + "</text:p>"));
    CHECK(holds(audiences, "office:value=\"14\"")); // film and question are for the elderly
    CHECK(holds(audiences, "各行不能相加"));
    CHECK(holds(sheet_of(xml, "指标口径"), "不是来访者的身份"));
    CHECK(holds(xml, "office:date-value=\"2026-11-23\""));
    CHECK(holds(xml, "<text:p>遗嘱怎么立</text:p>"));
    CHECK(holds(xml, "<text:p>test-press/fixture/guide</text:p>"));
    CHECK(holds(xml, "<text:p>自书遗嘱要写明年、月、日吗？</text:p>"));
    CHECK(holds(xml, "office:value-type=\"percentage\" office:value=\"0.6\"")); // 6 of 10 wrong
    size_t charts = 0;
    for (auto at = xml.find("<chart:chart "); at != std::string::npos;
         at = xml.find("<chart:chart ", at + 1))
        ++charts;
    CHECK(charts >= 8);
    // Drawn from the sheets: the hours' chart has its 24 bars.
    CHECK(holds(xml, "按时段.D2:按时段.D25"));
}

TEST_CASE("sheets over properties of which an item may have several say so, in each language") {
    StatsKiosk kiosk;
    kiosk.usual_days();
    for (const auto& [language, note, sheet] : {std::tuple{"zh-Hans", "各行不能相加", "按专题"},
                                                {"zh-Hans", "各行不能相加", "按主题"},
                                                {"zh-Hant", "各行不能相加", "按專題"},
                                                {"zh-Hant", "各行不能相加", "按普法對象"},
                                                {"en", "Not additive", "By campaign"},
                                                {"en", "Not additive", "By audience"}}) {
        const auto file = kiosk.file("report.xlsx");
        REQUIRE(kiosk.run({"report", "--force", "--language", language, "--output", file.string()})
                    .exit_code == 0);
        CHECK(holds(sheet_of(opened(file), sheet), note));
    }
}

TEST_CASE("the detail is every row, and the days are those asked for") {
    StatsKiosk kiosk;
    kiosk.usual_days();
    const auto file = kiosk.file("report.xlsx");
    const auto ran = kiosk.run(
        {"report", "--detail", "--from", "2026-11-24", "--json", "--output", file.string()});
    CHECK(ran.exit_code == 0);
    CHECK(ran.json()["days"] == 1);
    const auto detail = sheet_of(opened(file), "明细");
    CHECK_FALSE(holds(detail, "2026-11-23"));
    size_t dates = 0;
    for (auto at = detail.find("office:date-value=\"2026-11-24\""); at != std::string::npos;
         at = detail.find("office:date-value=\"2026-11-24\"", at + 1))
        ++dates;
    CHECK(dates == 10);
}

TEST_CASE("a report is there whole or not at all") {
    StatsKiosk kiosk;
    kiosk.usual_days();
    const auto file = kiosk.file("report.xlsx");
    REQUIRE(base::write_file_atomic(file, "mine"));
    CHECK(kiosk.run({"report", "--output", file.string()}).exit_code == 1);
    CHECK(*base::read_file(file) == "mine");
    CHECK(kiosk.run({"report", "--output", kiosk.file("no/report.xlsx").string()}).exit_code == 1);
    REQUIRE(kiosk.run({"show"}).exit_code == 0); // the summary is there before the disk is full
    {
        const support::FileSizeLimit full{2048};
        const auto refused = kiosk.run({"report", "--force", "--output", file.string()});
        CHECK(refused.exit_code == 3);
        CHECK(support::FileSizeLimit::fired());
    }
    CHECK(*base::read_file(file) == "mine");
    CHECK_FALSE(std::filesystem::exists(file.string() + ".new"));
}

TEST_CASE("three kiosks merge to the totals computed by hand, and their report names them") {
    StatsKiosk one{"甲"};
    StatsKiosk two{"乙"};
    StatsKiosk three{"丙"};
    one.usual_days();
    two.count(k_first_day, 9, tally::Counter::visit, "", 100);
    two.count(k_first_day, 9, tally::Counter::engaged, "wills", 40);
    two.write();
    three.count(k_second_day, 20, tally::Counter::visit, "", 7);
    three.write();
    const auto city = one.file("city.db");
    std::vector<std::string> words{"merge", "--into", city.string()};
    for (const auto* kiosk : {&one, &two, &three}) {
        const auto file = kiosk->file("stats.jsonl");
        // Copies of one machine: a kiosk is told by what is bound to its hardware, and these three
        // state folders were each made for themselves.
        REQUIRE(kiosk->run({"export", "--format", "jsonl", "--output", file.string()}).exit_code ==
                0);
        words.push_back(file.string());
    }
    for (const int days_new : {2, 0}) {
        auto merge = words;
        merge.emplace_back("--json");
        const auto ran = one.run(merge);
        CHECK(ran.exit_code == 0);
        const auto json = ran.json();
        CHECK(json["files"][0]["days_new"] == days_new);
        CHECK(json["kiosks"].size() == 3);
        for (const auto& kiosk : json["kiosks"])
            CHECK(kiosk["missing_since"] == (kiosk["name"] == "乙"
                                                 ? nlohmann::ordered_json("2026-11-24")
                                                 : nlohmann::ordered_json{}));
    }
    CHECK(holds(one.run(words).out, "自 2026-11-24 起没有统计"));

    const auto file = one.file("city.xlsx");
    CHECK(one.run({"report", "--city", city.string(), "--output", file.string()}).exit_code == 0);
    const auto xml = opened(file);
    const auto kiosks = sheet_of(xml, "各一体机");
    for (const auto* name : {"甲", "乙", "丙"})
        CHECK(holds(kiosks, "<text:p>" + std::string{name} + "</text:p>"));
    // Visits 6 + 100 + 7; the film engaged 4 + 40.
    CHECK(holds(sheet_of(xml, "总览"), "office:value=\"113\""));
    CHECK(holds(sheet_of(xml, "按内容"), "office:value=\"44\""));
    // For the elderly: the film's 44 and the question's 10 of the first kiosk; for women the film.
    const auto audiences = sheet_of(xml, "按普法对象");
    CHECK(holds(audiences, "office:value=\"54\""));
    CHECK(holds(audiences, "office:value=\"44\""));
    CHECK(holds(sheet_of(xml, "数据来源与缺口"), "缺数起始日"));
}

TEST_CASE("a damaged export is refused with a sentence and the others are merged") {
    StatsKiosk kiosk;
    kiosk.usual_days();
    const auto good = kiosk.file("good.jsonl");
    REQUIRE(kiosk.run({"export", "--format", "jsonl", "--output", good.string()}).exit_code == 0);
    const auto bad = kiosk.file("bad.jsonl");
    REQUIRE(base::write_file_atomic(bad, base::read_file(good)->substr(0, 3000)));
    const auto ran = kiosk.run(
        {"merge", bad.string(), good.string(), "--into", kiosk.file("city.db").string(), "--json"});
    CHECK(ran.exit_code == 1);
    CHECK(holds(ran.err, "bad.jsonl"));
    CHECK(holds(ran.err, "[BAD_EXPORT]"));
    CHECK(ran.json()["files"].size() == 1);
    CHECK(ran.json()["errors"][0]["code"] == "BAD_EXPORT");
    const auto none =
        kiosk.run({"report", "--city", kiosk.file("no.db").string(), "--output", "x.xlsx"});
    CHECK(none.exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(kiosk.file("no.db")));
}
