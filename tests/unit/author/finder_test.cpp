#include "tests/support/city_folder.h"

using namespace pufa;
using model::Language;
using support::CityFolder;
using support::items_of;
using support::Lines;

TEST_CASE("a kind of dispute says where to go, what the law promises and what to bring") {
    const CityFolder bench;
    const auto reading = bench.read();
    REQUIRE(CityFolder::described(reading.findings).empty());
    const auto disputes = items_of<model::Dispute>(reading.manifest);
    REQUIRE(disputes.size() == 2);
    const auto& wills = disputes[0];
    CHECK(wills.id.value == "test-press/small/wills-dispute");
    CHECK(wills.title.in(Language::en) == "Wills");
    CHECK(wills.note == model::in_hans("怎样立"));
    CHECK(wills.advice == model::in_hans("可以先找人民调解"));
    CHECK(wills.first == std::vector{model::PlaceKind::mediation, model::PlaceKind::notary});
    REQUIRE(wills.facts.size() == 1);
    CHECK(wills.facts[0].text == model::in_hans("遗嘱可以变更"));
    CHECK(wills.facts[0].citation.article == "第一千一百四十二条");
    CHECK(wills.facts[0].citation.checked == base::Date{2026, 11, 1});
    REQUIRE(wills.bring.size() == 2);
    CHECK(wills.bring[0].in(Language::en) == "Identity card");
    CHECK(wills.words == std::vector<std::string>{"遗嘱", "继承"});
    CHECK(disputes[1].facts.empty());
}

TEST_CASE("the picture of a kind of dispute goes into the pack under the dispute's name") {
    const CityFolder bench;
    const auto reading = bench.read();
    CHECK(items_of<model::Dispute>(reading.manifest)[0].picture == "finder/wills-dispute.png");
    const auto source =
        std::find_if(reading.sources.begin(), reading.sources.end(),
                     [](const auto& one) { return one.path == "finder/wills-dispute.png"; });
    REQUIRE(source != reading.sources.end());
    CHECK(source->file == bench.path() / "finder/wills.png");
}

TEST_CASE("a picture that is missing is left out with a warning; one that is none is an error") {
    const CityFolder bench;
    bench.write("finder/wills.png", "GIF89a");
    CHECK(bench.faults() == Lines{"BAD_PICTURE finder/wills.png finder/wills.png"});
    bench.remove("finder/wills.png");
    CHECK(bench.faults() == Lines{"FINDER_PICTURE_MISSING finder.toml:6:11 finder/wills.png"});
    CHECK(bench.read().sound());
    CHECK(items_of<model::Dispute>(bench.read().manifest)[0].picture.empty());
}

TEST_CASE("facts and things to bring that nobody wrote down are named, and what stands twice") {
    const CityFolder bench;
    bench.change("finder.toml", "facts = [\"change\"]", "facts = [\"chance\"]");
    bench.change("finder.toml", "\"will\"]", "\"card\", \"wil\"]");
    CHECK(bench.faults() == Lines{"FINDER_UNKNOWN finder.toml:9:9 chance",
                                  "LISTED_TWICE finder.toml:10:9 card",
                                  "FINDER_UNKNOWN finder.toml:10:9 wil"});
}

TEST_CASE("a dispute needs a known kind of place to try") {
    const CityFolder bench;
    bench.change("finder.toml", "\"公证\"", "\"法院\", \"mediation\"");
    bench.change("finder.toml", "title = \"噪音\"\nfirst = [\"mediation\"]", "title = \"噪音\"");
    CHECK(bench.faults() == Lines{"UNKNOWN_PLACE_KIND finder.toml:8:9 法院",
                                  "LISTED_TWICE finder.toml:8:9 mediation",
                                  "MISSING_KEY finder.toml:12 dispute.first"});
}

TEST_CASE("a fact rests on an article of laws.csv") {
    const CityFolder bench;
    bench.change("finder.toml", "第一千一百四十二条", "第一条");
    CHECK(bench.faults() == Lines{"UNKNOWN_CITATION finder.toml:19:7 《民法典》第一条"});
    bench.change("finder.toml", "《民法典》第一条", "民法典");
    CHECK(bench.faults() == Lines{"BAD_CITATION finder.toml:19:7 民法典"});
    bench.change("finder.toml", "law = \"民法典\"\n", "");
    CHECK(bench.faults() == Lines{"MISSING_KEY finder.toml:16 fact.law"});
}

TEST_CASE("ids in finder.toml are ids, and none stands twice") {
    const CityFolder bench;
    bench.remove("places/市区.csv"); // which names them too
    bench.remove("places/市区.toml");
    bench.change("finder.toml", "id = \"noise\"", "id = \"wills-dispute\"");
    bench.change("finder.toml", "id = \"will\"", "id = \"card\"");
    bench.change("finder.toml", ", \"will\"]", "]");
    CHECK(bench.faults() == Lines{"DUPLICATE_ID finder.toml:13:6 wills-dispute",
                                  "DUPLICATE_ID finder.toml:24:6 card"});
    bench.change("finder.toml", "id = \"card\"\ntext = \"遗嘱\"", "id = \"遗嘱\"\ntext = \"遗嘱\"");
    CHECK(bench.faults() ==
          Lines{"DUPLICATE_ID finder.toml:13:6 wills-dispute", "BAD_ID finder.toml:24:6 遗嘱"});
}
