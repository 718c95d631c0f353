#include "content/tally/export.h"

#include "content/base/log.h"
#include "content/base/process.h"
#include "content/tally/counter.h"
#include "tests/support/faults.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

std::string no_title(const std::string&) {
    return {};
}

struct Csv : Exported {
    std::string text;
};

Csv exported(const std::filesystem::path& folder, const TitleOf& title_of = no_title,
             model::Language language = model::Language::zh_hans, const Span& span = {}) {
    auto summary = Summary::refresh(folder, at(20));
    REQUIRE(summary);
    Csv csv;
    const auto made = export_csv(*summary, span, language, title_of, [&](std::string_view piece) {
        csv.text += piece;
        return Result<void>{};
    });
    REQUIRE(made);
    static_cast<Exported&>(csv) = *made;
    return csv;
}

std::vector<std::string> lines(const std::string& csv) {
    std::vector<std::string> found;
    for (size_t from = 0; from < csv.size();) {
        const auto end = csv.find("\r\n", from);
        REQUIRE(end != std::string::npos);
        found.push_back(csv.substr(from, end - from));
        from = end + 2;
    }
    return found;
}

/// A spreadsheet program opens `csv` as it would for a person; what it made of it, as XML.
std::string opened_in_libreoffice(const base::TemporaryFolder& folder, std::string_view csv) {
    const std::filesystem::path program{"/usr/bin/soffice"};
    REQUIRE_MESSAGE(std::filesystem::exists(program), "install libreoffice-calc");
    const auto file = folder.path() / "export.csv";
    REQUIRE(base::write_file_atomic(file, csv));
    // Without a dialog LibreOffice does not look for the byte order mark, which in a dialog
    // preselects what is given here: comma, quotation mark, UTF-8, from the first line.
    const auto ran =
        base::run(program, {"-env:UserInstallation=file://" + (folder.path() / "profile").string(),
                            "--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "fods",
                            "--outdir", folder.path().string(), file.string()});
    REQUIRE(ran);
    REQUIRE(ran->exit_code == 0);
    const auto xml = base::read_file(folder.path() / "export.fods");
    REQUIRE(xml);
    return *xml;
}

} // namespace

TEST_CASE(
    "an export begins with a byte order mark, ends its lines with CRLF and names its columns") {
    const base::TemporaryFolder folder;
    const auto empty = exported(folder.path() / "none");
    CHECK(empty.rows == 0);
    CHECK(empty.damaged.empty());
    CHECK(empty.text ==
          "\xEF\xBB\xBF"
          "日期,时段,指标,内容,内容编号,版本,选项,语言,声音,来源,时钟,次数,指标口径\r\n");
    CHECK(exported(folder.path(), no_title, model::Language::zh_hant).text ==
          "\xEF\xBB\xBF"
          "日期,時段,指標,內容,內容編號,版本,選項,語言,聲音,來源,時鐘,次數,指標定義\r\n");
    CHECK(exported(folder.path(), no_title, model::Language::en).text ==
          "\xEF\xBB\xBF"
          "Date,Hour,Measure,Title,Item ID,Version,Option,Language,Sound,Origin,Clock,Count,"
          "Definition\r\n");
}

TEST_CASE("rows say what was counted, sorted by day, hour and key") {
    const base::TemporaryFolder folder;
    {
        const auto recorder = open(folder.path());
        recorder->record(answer(base::start_of({2026, 11, 24}), 0)); // the later day first
        recorder->record(answer(at(15, 20), option_set(std::vector<int>{0, 2})));
        recorder->record(answer(at(9), 1));
        recorder->record(answer(at(9, 59), 1));
        Event visit;
        visit.when = at(9);
        visit.language = model::Language::en;
        visit.sound = SoundLanguage::cantonese;
        recorder->record(visit);
    }
    const auto made = exported(folder.path(), [](const std::string& item) {
        return item == "gd-sfj/xianfa/q-3" ? "宪法第三题, \"试题\"" : "";
    });
    CHECK(made.rows == 4);
    const auto found = lines(made.text);
    REQUIRE(found.size() == 5);
    const std::string item = "\"宪法第三题, \"\"试题\"\"\",gd-sfj/xianfa/q-3,12,";
    const std::string told = ",简体中文,无,来访者,可信,";
    const std::string defined =
        ",每作答一次计一次。选项按出题人的顺序记（第一项为A）；多选题记所选的全部选项。";
    CHECK(found[1] == "2026-11-23,09:00-10:00,答题," + item + "B" + told + "2" + defined);
    CHECK(found[2] ==
          "2026-11-23,09:00-10:00,来访,,,,,英文,粤语,来访者,可信,1,以一次触摸开始了一次来访。");
    CHECK(found[3] == "2026-11-23,15:00-16:00,答题," + item + "AC" + told + "1" + defined);
    CHECK(found[4] == "2026-11-24,00:00-01:00,答题," + item + "A" + told + "1" + defined);
}

TEST_CASE("the same days give the same bytes, whatever the order of recording") {
    const base::TemporaryFolder folder;
    for (const bool upwards : {true, false}) {
        const auto recorder = open(folder.path() / (upwards ? "up" : "down"));
        for (int i = 0; i < 20; ++i) {
            const int number = upwards ? i : 19 - i;
            recorder->record(answer(at(9 + number % 3), number % 4));
        }
    }
    const auto up = exported(folder.path() / "up");
    CHECK(up.rows == 12);
    CHECK(up.text == exported(folder.path() / "down").text);
}

TEST_CASE("a damaged day is named, its rows are missing and the rest is exported") {
    const base::TemporaryFolder folder;
    {
        const auto recorder = open(folder.path());
        recorder->record(answer(at(9)));
        recorder->record(answer(base::start_of({2026, 11, 24})));
    }
    REQUIRE(base::write_file_atomic(folder.path() / "2026-11-20.db.damaged-1", "x"));
    support::flip_bit(day_file(folder.path(), k_day), 4096, 2);
    const auto made = exported(folder.path());
    CHECK(made.damaged == std::vector<std::string>{"2026-11-23.db"});
    CHECK(made.set_aside == std::vector<std::string>{"2026-11-20.db.damaged-1"});
    CHECK(made.rows == 1);
    CHECK(made.text.find("2026-11-24") != std::string::npos);
    CHECK(made.text.find("2026-11-23") == std::string::npos);
    const auto logged = base::take_logged_warnings();
    REQUIRE(logged.size() == 1);
    CHECK(logged[0].find("2026-11-23.db") != std::string::npos);
}

TEST_CASE("what a later program counted comes through under its own name") {
    const base::TemporaryFolder folder;
    { open(folder.path()); }
    {
        auto database = db::Database::open(day_file(folder.path(), k_day), db::Open::read_write,
                                           db::Journal::wal);
        REQUIRE(database);
        REQUIRE(database->execute("INSERT INTO roll_up VALUES (9, 77, 'a/b/c', 1, 30, 'yue',"
                                  " 'hakka', 'remote', 'sundial', 5)"));
    }
    const auto found = lines(exported(folder.path()).text);
    REQUIRE(found.size() == 2);
    CHECK(found[1] == "2026-11-23,09:00-10:00,77,,a/b/c,1,30,yue,hakka,remote,sundial,5,");
}

TEST_CASE("an export of a day that is being written holds what is durable") {
    const base::TemporaryFolder folder;
    const auto recorder = open(folder.path());
    recorder->record(answer(at(9)));
    REQUIRE(recorder->flush());
    CHECK(exported(folder.path()).rows == 1);
}

TEST_CASE("LibreOffice shows the Chinese words and takes no title for a formula") {
    const base::TemporaryFolder folder;
    {
        const auto recorder = open(folder.path() / "tally");
        int number = 0;
        for (const auto* item : {"a/b/formula", "a/b/blank", "a/b/wide", "a/b/plain"}) {
            auto event = answer(at(9 + number++));
            event.item = item;
            recorder->record(event);
        }
    }
    const auto made = exported(folder.path() / "tally", [](const std::string& item) -> std::string {
        if (item == "a/b/formula") return "=1+1";
        if (item == "a/b/blank") return " =HYPERLINK(\"http://example.org\")";
        if (item == "a/b/wide") return "＝1+1";
        return "民法典：第一千一百四十二条，“遗嘱”";
    });
    REQUIRE(made.rows == 4);
    const auto xml = opened_in_libreoffice(folder, made.text);
    CHECK(xml.find("table:formula") == std::string::npos);
    CHECK(xml.find("<text:p>&apos;=1+1</text:p>") != std::string::npos);
    CHECK(xml.find("<text:p>日期</text:p>") != std::string::npos); // no mark before it
    CHECK(xml.find("<text:p>指标口径</text:p>") != std::string::npos);
    CHECK(xml.find("<text:p>民法典：第一千一百四十二条，“遗嘱”</text:p>") != std::string::npos);
    CHECK(xml.find("office:date-value=\"2026-11-23\"") != std::string::npos);
    CHECK(xml.find("office:value-type=\"float\" office:value=\"12\"") != std::string::npos);

    // The same cell without our care does become a formula, so the check above can fail.
    const base::TemporaryFolder careless;
    const auto live = opened_in_libreoffice(careless, "title\r\n\"=1+1\"\r\n");
    CHECK(live.find("table:formula=\"of:=1+1\"") != std::string::npos);
}

TEST_CASE("only the days asked for are exported, and what is missing of them is told") {
    const base::TemporaryFolder folder;
    const base::Date later{2026, 11, 26};
    {
        const auto recorder = open(folder.path());
        recorder->record(answer(at(9)));
        recorder->record(answer(base::start_of(later)));
    }
    const auto all = exported(folder.path());
    CHECK(all.rows == 2);
    CHECK(all.first == k_day);
    CHECK(all.last == later);
    CHECK(all.gaps.size() == 2);
    const auto one =
        exported(folder.path(), no_title, model::Language::en, {.from = later, .to = {}});
    CHECK(one.rows == 1);
    CHECK(one.first == later);
    CHECK(one.gaps.empty());
    CHECK(one.text.find("2026-11-23") == std::string::npos);
    CHECK(exported(folder.path(), no_title, model::Language::en,
                   {.from = {}, .to = base::Date{2020, 1, 1}})
              .rows == 0);
}

TEST_CASE("an export ends where its sink refuses") {
    const base::TemporaryFolder folder;
    { open(folder.path())->record(answer(at(9))); }
    auto summary = Summary::refresh(folder.path(), at(20));
    REQUIRE(summary);
    const auto full = [](std::string_view) { return Result<void>{Error{Code::NO_SPACE, "x", ""}}; };
    CHECK_FALSE(export_csv(*summary, {}, model::Language::en, no_title, full));
    CHECK_FALSE(export_jsonl(*summary, {}, model::Language::en, {}, full));
}

TEST_CASE("the mark moves over whole days only, never back and never past what was left out") {
    const base::TemporaryFolder folder;
    const base::Date first{2026, 11, 21};
    const base::Date second{2026, 11, 22};
    {
        const auto recorder = open(folder.path());
        for (const auto& day : {first, second, k_day})
            recorder->record(answer(base::start_of(day) + std::chrono::hours{9}));
    }
    CHECK_FALSE(exported_until(folder.path()));
    const auto summary = Summary::refresh(folder.path(), at(20));
    REQUIRE(summary);
    const auto mark = [&](const Span& span, std::optional<base::Date> before) {
        return next_mark(*summary, span, before, k_day);
    };
    CHECK(mark({}, {}) == second); // today goes on
    CHECK(mark({.from = {}, .to = first}, {}) == first);
    CHECK(mark({.from = {}, .to = first}, second) == second);
    CHECK_FALSE(mark({.from = second, .to = {}}, {}));
    CHECK(mark({.from = second, .to = {}}, first) == second);

    REQUIRE(set_exported_until(folder.path(), second));
    CHECK(exported_until(folder.path()) == second);
    REQUIRE(base::write_file_atomic(folder.path() / "exported-until", "soon"));
    CHECK_FALSE(exported_until(folder.path()));
}
