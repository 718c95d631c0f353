#include "tests/support/city_folder.h"

using namespace pufa;
using model::Language;
using support::CityFolder;
using support::items_of;
using support::Lines;

TEST_CASE("a poll is a question with answers and days") {
    const CityFolder bench;
    const auto polls = items_of<model::Poll>(bench.read().manifest);
    REQUIRE(polls.size() == 1);
    CHECK(polls[0].id.value == "test-press/small/next-lecture");
    CHECK(polls[0].title.in(Language::en) == "Which lecture next?");
    REQUIRE(polls[0].options.size() == 2);
    CHECK(polls[0].options[0].in(Language::en) == "Wills");
    CHECK(polls[0].options[1] == model::in_hans("劳动"));
    CHECK(polls[0].from == base::Date{2026, 11, 1});
    CHECK(polls[0].to == base::Date{2026, 12, 31});
    CHECK(polls[0].agency == "测试司法局");
}

TEST_CASE("a consultation asks questions, each with answers") {
    const CityFolder bench;
    const auto all = items_of<model::Consultation>(bench.read().manifest);
    REQUIRE(all.size() == 1);
    CHECK(all[0].id.value == "test-press/small/draft-rule");
    CHECK(all[0].summary == model::in_hans("一份示例草案"));
    REQUIRE(all[0].questions.size() == 1);
    REQUIRE(all[0].questions[0].options.size() == 2);
    CHECK(all[0].questions[0].options[0].in(Language::en) == "Yes");
    CHECK(all[0].questions[0].options[1] == model::in_hans("不赞成"));
}

TEST_CASE("two to eight answers") {
    const CityFolder bench;
    bench.change("polls/下一讲.toml", "[[option]]\ntext = \"劳动\"\n", "");
    bench.change("consultations/草案.toml", "\"不赞成\"",
                 "\"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"OPTION_COUNT consultations/草案.toml:9:11 question.options",
                "OPTION_COUNT polls/下一讲.toml:5:1 option"});
    CHECK(reading.findings[0].detail == "9");
    CHECK(reading.findings[1].detail == "1");
}

TEST_CASE("polls and consultations do not end before they begin, nor ask without words") {
    const CityFolder bench;
    bench.change("polls/下一讲.toml", "2026-12-31", "2026-10-31");
    bench.change("consultations/草案.toml", "zh-Hans = \"赞成\", ", "");
    CHECK(bench.faults() == Lines{"NO_HANS consultations/草案.toml:9:12 question.options",
                                  "SPAN_CROSSED polls/下一讲.toml:4:6 to"});
}

TEST_CASE("a consultation has at least one question, and no two with one id") {
    const CityFolder bench;
    auto text = std::string{support::k_city_consultation};
    bench.write("consultations/草案.toml",
                text + "[[question]]\nid = \"agree\"\ntext = \"？\"\noptions = [\"1\", \"2\"]\n");
    CHECK(bench.faults() == Lines{"LISTED_TWICE consultations/草案.toml:11:6 question.id"});
    bench.write("consultations/草案.toml", text.substr(0, text.find("[[question]]")));
    CHECK(bench.faults() == Lines{"MISSING_KEY consultations/草案.toml:1 question"});
}
