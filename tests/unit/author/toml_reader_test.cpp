#include "content/author/toml_reader.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::author;

namespace {

/// One text of TOML and the reader over it.
struct Read {
    explicit Read(std::string_view text)
        : table(parse_toml(text, "t.toml", findings).value_or(toml::table{}))
        , toml(table, "t.toml", findings) {}
    Findings findings;
    toml::table table;
    TomlReader toml;

    /// The faults so far, by name and line.
    std::string faults() const {
        std::string words;
        for (const auto& finding : findings)
            words += std::string{name(finding.fault)} + ":" + std::to_string(finding.place.line) +
                     ":" + finding.subject + " ";
        return words;
    }
};

} // namespace

TEST_CASE("values are read as what they should be") {
    Read read{
        "text = \" 甲 \"\nyes = true\nnumber = 7\nday = 2026-11-23\nother = \"2026-11-24\"\n"
        "at = 2026-11-23T12:00:00+08:00\nlist = [\"a\", \"b\"]\none = \"a\"\nmd = \"02-29\"\n"};
    CHECK(read.toml.text("text", Need::required) == "甲");
    CHECK(read.toml.flag("yes") == true);
    CHECK(read.toml.integer("number", Need::required) == 7);
    CHECK(read.toml.date("day", Need::required) == base::Date{2026, 11, 23});
    CHECK(read.toml.date("other", Need::required) == base::Date{2026, 11, 24});
    CHECK(read.toml.time("at", Need::required) == base::parse_iso("2026-11-23T04:00:00Z"));
    CHECK(read.toml.texts("list") == std::vector<std::string>{"a", "b"});
    CHECK(read.toml.texts("one") == std::vector<std::string>{"a"});
    CHECK(read.toml.month_day("md", Need::required) == model::MonthDay{2, 29});
    read.toml.finish();
    CHECK(read.faults().empty());
}

TEST_CASE("times without an offset are China's, and offsets west count") {
    Read read{"a = 2026-11-23T12:00:00\nb = 2026-11-23T12:00:00-03:30\nc = 2026-11-23T12:00:00Z\n"};
    CHECK(read.toml.time("a", Need::required) == base::parse_iso("2026-11-23T04:00:00Z"));
    CHECK(read.toml.time("b", Need::required) == base::parse_iso("2026-11-23T15:30:00Z"));
    CHECK(read.toml.time("c", Need::required) == base::parse_iso("2026-11-23T12:00:00Z"));
}

TEST_CASE("moments of a film are read from clock words and seconds") {
    Read read{"a = \"1:02:03\"\nb = \"0:30\"\nc = 12.5\nd = 7\n"};
    CHECK(read.toml.clock("a", Need::required) == std::chrono::seconds{3723});
    CHECK(read.toml.clock("b", Need::required) == std::chrono::seconds{30});
    CHECK(read.toml.clock("c", Need::required) == std::chrono::milliseconds{12500});
    CHECK(read.toml.clock("d", Need::required) == std::chrono::seconds{7});
    Read bad{"a = \"0:60\"\nb = \"-1\"\nc = \":5\"\nd = \"1:2:3:4\"\ne = -1\nf = true\n"
             "g = nan\nh = \"1e9\"\n"};
    for (const std::string key : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
        CAPTURE(key);
        CHECK_FALSE(bad.toml.clock(key, Need::required));
    }
    CHECK(bad.findings.size() == 8);
}

TEST_CASE("values of another kind are named with their line") {
    Read read{"a = 1\nb = \"true\"\nc = \"7\"\nd = \"23.11.2026\"\ne = 2026-11-23\nf = 1\n"
              "g = [1]\nh = \"13-01\"\ni = 1\nj = [1]\n"};
    (void)read.toml.text("a", Need::required);
    (void)read.toml.flag("b");
    (void)read.toml.integer("c", Need::required);
    (void)read.toml.date("d", Need::required);
    (void)read.toml.time("e", Need::required);
    (void)read.toml.texts("f");
    (void)read.toml.texts("g");
    (void)read.toml.month_day("h", Need::required);
    (void)read.toml.table("i");
    (void)read.toml.tables("j");
    CHECK(read.faults() == "WANTS_TEXT:1:a WANTS_FLAG:2:b WANTS_NUMBER:3:c WANTS_DATE:4:d "
                           "WANTS_TIME:5:e WANTS_LIST:6:f WANTS_TEXT:7:g WANTS_MONTH_DAY:8:h "
                           "WANTS_TABLE:9:i WANTS_TABLE:10:j ");
}

TEST_CASE("words stand in one language or several, simplified Chinese among them") {
    Read read{"a = \"甲\"\nb = { zh-Hans = \"乙\", en = \"b\" }\nc = { en = \"c\" }\n"
              "d = { zh-Hans = \"丁\", fr = \"d\" }\n"};
    CHECK(read.toml.localized("a", Need::required) == model::in_hans("甲"));
    auto b = read.toml.localized("b", Need::required);
    CHECK(b[model::Language::en] == "b");
    CHECK_FALSE(b.has(model::Language::zh_hant));
    (void)read.toml.localized("c", Need::optional);
    (void)read.toml.localized("d", Need::optional);
    CHECK(read.toml.localized("absent", Need::optional).empty());
    (void)read.toml.localized("absent", Need::required);
    CHECK(read.faults() == "NO_HANS:3:c UNKNOWN_KEY:4:d.fr MISSING_KEY:1:absent ");
}

TEST_CASE("a list of words in languages; each needs simplified Chinese") {
    Read read{
        "a = [\" 甲 \", { zh-Hans = \"乙\", en = \"b\" }]\nb = [{ en = \"c\", fr = \"d\" }, 3]\n"
        "c = \"甲\"\n"};
    auto a = read.toml.localized_list("a");
    REQUIRE(a.size() == 2);
    CHECK(a[0] == model::in_hans("甲"));
    CHECK(a[1][model::Language::en] == "b");
    CHECK(read.faults().empty());
    CHECK(read.toml.localized_list("b").size() == 2);
    CHECK(read.toml.localized_list("c").empty());
    CHECK(read.toml.localized_list("absent").empty());
    CHECK(read.faults() == "UNKNOWN_KEY:2:b.fr NO_HANS:2:b NO_HANS:2:b WANTS_LIST:3:c ");
}

TEST_CASE("keys nobody asked for are named, in tables of their own too") {
    Read read{"known = 1\ntypo = 2\n[[part]]\nat = \"1\"\nodd = 3\n"};
    (void)read.toml.integer("known", Need::required);
    for (auto& part : read.toml.tables("part")) {
        (void)part.clock("at", Need::required);
        part.finish();
    }
    read.toml.finish();
    CHECK(read.faults() == "UNKNOWN_KEY:5:part.odd UNKNOWN_KEY:2:typo ");
}

TEST_CASE("what is no TOML is one fault with its line, however deep it nests") {
    Read read{"a = 1\nb = \"open\nc = 2\n"};
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].fault == Fault::BAD_TOML);
    CHECK(read.findings[0].place.line == 2);
    CHECK_FALSE(read.findings[0].detail.empty());

    Read deep{"a = " + std::string(100'000, '[')};
    REQUIRE(deep.findings.size() == 1);
    CHECK(deep.findings[0].fault == Fault::BAD_TOML);
}
