#include "content/author/audiences.h"

#include "tests/support/city_folder.h"

#include <set>

using namespace pufa;
using namespace pufa::author;
using model::Audience;
using support::CityFolder;
using support::items_of;
using support::Lines;

namespace {

Audience taken(const std::vector<std::string>& words) {
    Findings findings;
    auto audience = take_audience(words, {}, findings);
    CHECK(findings.empty());
    return audience;
}

} // namespace

TEST_CASE("each audience has a Chinese word in both scripts and the word of the format") {
    std::set<std::string_view> seen;
    const std::pair<const char*, const char*> names[] = {
        {"青少年", "youth"},       {"老年人", "elderly"},    {"婦女", "women"},
        {"残疾人", "disabled"},    {"務工人員", "workers"},  {"国家工作人员", "officials"},
        {"軍人軍屬", "military"},  {"企业", "enterprises"},  {"村民", "villagers"},
        {"社區居民", "residents"}, {"侨胞侨属", "overseas"},
    };
    for (const auto& [name, audience] : names) {
        const std::string word{name}; // clang captures no structured binding
        CAPTURE(word);
        CHECK(parse_audience(word) == audience);
        seen.insert(audience);
    }
    for (const auto audience : model::k_audiences) {
        CAPTURE(audience);
        CHECK(parse_audience(audience) == audience);
        CHECK(model::is_id_part(audience));
        CHECK(seen.contains(audience));
    }
    CHECK(parse_audience(" Ｙouth ") == "youth"); // as Chinese input methods write it
    CHECK(parse_audience("不限") == "");
    CHECK(parse_audience("general") == "");
    CHECK_FALSE(parse_audience("大家"));
    CHECK_FALSE(parse_audience(""));
}

TEST_CASE("several stand in a list or in one text, in the author's order") {
    CHECK(taken({"妇女", "elderly"}) == Audience{"women", "elderly"});
    CHECK(taken({"村民、企业；侨胞"}) == Audience{"villagers", "enterprises", "overseas"});
    CHECK(taken({"不限"}).empty());
    CHECK(taken({}).empty());
}

TEST_CASE("a word that is none names all that are, and nothing is taken twice") {
    Findings findings;
    const Place place{"pack.toml", 7, 12};
    CHECK(take_audience({"青少年", "外星人", "youth"}, place, findings) == Audience{"youth"});
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].fault == Fault::UNKNOWN_AUDIENCE);
    CHECK(findings[0].place == place);
    CHECK(findings[0].subject == "外星人");
    CHECK(severity(findings[0].fault) == Severity::error);
    for (const auto language : model::k_languages) {
        for (const auto audience : model::k_audiences)
            CHECK(what_to_do(language, findings[0]).find(audience) != std::string::npos);
        CHECK(what_to_do(language, findings[0]).find("侨胞侨属") != std::string::npos);
    }
    CHECK(findings[1].fault == Fault::LISTED_TWICE);
    findings.clear();
    CHECK(take_audience({"不限", "妇女"}, place, findings) == Audience{"women"});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fault == Fault::AUDIENCE_AND_ALL);
    CHECK(severity(findings[0].fault) == Severity::warning);
}

TEST_CASE("the pack's audience is that of every item that names none") {
    const CityFolder bench;
    bench.change("pack.toml", "agencies", "audience = [\"青少年\"]\nagencies");
    bench.write("articles/短文.toml",
                "id = \"short\"\ntitle = \"短文\"\naudience = \"老年人、妇女\"\n");
    bench.write("articles/短文.md", "words");
    bench.change("polls/下一讲.toml", "from", "audience = []\nfrom");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings).empty());
    const auto& manifest = reading.manifest;
    CHECK(items_of<model::Video>(manifest).at(0).audience == Audience{"youth"});
    CHECK(items_of<model::Quiz>(manifest).at(0).audience == Audience{"youth"});
    CHECK(items_of<model::Question>(manifest).at(0).audience == Audience{"youth"});
    CHECK(items_of<model::Consultation>(manifest).at(0).audience == Audience{"youth"});
    CHECK(items_of<model::Article>(manifest).at(0).audience == Audience{"elderly", "women"});
    CHECK(items_of<model::Poll>(manifest).at(0).audience.empty()); // for everybody, it says
}

TEST_CASE("a quiz's audience is that of its questions, unless a row names another") {
    const CityFolder bench;
    bench.change("videos/漏 水.toml", "topics", "audience = \"village\"\ntopics");
    bench.change("quizzes/小测.toml", "title", "audience = [\"企业\", \"劳动者\"]\ntitle");
    bench.write("quizzes/小测.csv", "题型,题目,选项A,选项B,答案,解析,法条,普法对象\n"
                                    "单选,一？,收,不收,B,解。,民法典 1142,\n"
                                    "单选,二？,收,不收,B,解。,民法典 1142,村民；妇女\n"
                                    "单选,三？,收,不收,B,解。,民法典 1142,不限\n"
                                    "单选,四？,收,不收,B,解。,民法典 1142,某些人\n");
    const auto reading = bench.read();
    CHECK(CityFolder::described(reading.findings) ==
          Lines{"UNKNOWN_AUDIENCE quizzes/小测.csv:5:8 某些人",
                "UNKNOWN_AUDIENCE videos/漏 水.toml:4:12 village"});
    const auto questions = items_of<model::Question>(reading.manifest);
    REQUIRE(questions.size() == 4);
    CHECK(questions[0].audience == Audience{"enterprises", "workers"});
    CHECK(questions[1].audience == Audience{"villagers", "women"});
    CHECK(questions[2].audience.empty());
    CHECK(items_of<model::Quiz>(reading.manifest).at(0).audience ==
          Audience{"enterprises", "workers"});
}
