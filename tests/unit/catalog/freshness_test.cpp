#include "content/catalog/freshness.h"

#include "tests/support/sample_items.h"
#include "tests/support/sample_snapshot.h"

#include <doctest/doctest.h>

#include <random>

using namespace pufa;
using namespace pufa::catalog;
using namespace std::chrono_literals;
using test::item;

namespace {

WallTime at(const std::string& iso) {
    return *base::parse_iso(iso);
}

const WallTime k_end = at("2026-12-01T09:30:00");

/// The sample and one item of each kind that may end; nothing ends.
std::shared_ptr<Snapshot> whole() {
    auto made = test::sample_snapshot();
    made->articles = {test::full_article()};
    made->places = {test::full_place(), test::full_place()};
    made->places[1].id = {"demo/pack/p2"};
    made->disputes = {test::full_dispute()};
    made->polls = {test::full_poll()};
    made->consultations = {test::full_consultation()};
    made->place_index = std::make_shared<const place::Index>(made->places);
    return made;
}

void change_law(Snapshot& snapshot, const std::string& law, const std::string& article,
                base::Date from) {
    snapshot.law_status.push_back({{"other/status/s" + std::to_string(snapshot.law_status.size())},
                                   model::in_hans("法条变动"),
                                   {{law, article, from, model::in_hans("已修改")}}});
}

std::shared_ptr<const Snapshot> shown_at(const std::shared_ptr<const Snapshot>& all,
                                         const std::string& iso) {
    return Freshness{all}.at(at(iso)).shown;
}

} // namespace

TEST_CASE("what has no end is shown whole, for ever, without a copy") {
    const std::shared_ptr<const Snapshot> all = whole();
    const Freshness freshness{all};
    const auto now = freshness.at(at("2026-11-23T12:00:00"));
    CHECK(now.shown == all);
    CHECK(now.gone == 0);
    CHECK(now.holds(at("2026-01-01T00:00:00")));
    CHECK(now.holds(at("2099-12-31T23:59:59")));
    CHECK(freshness.report(at("2026-11-23T12:00:00")).withheld.empty());
    CHECK(freshness.report(at("2026-11-23T12:00:00")).soon.empty());
}

TEST_CASE("an item is shown until its moment and not from then on, whatever its kind") {
    auto all = whole();
    const auto count = [](const Snapshot& of) {
        return std::vector<size_t>{
            of.videos.size(),    of.questions.size(), of.quizzes.size(),
            of.campaigns.size(), of.articles.size(),  of.places.size(),
            of.disputes.size(),  of.polls.size(),     of.consultations.size()};
    };
    const auto before = count(*all);
    all->videos[0].valid_until = k_end;
    all->questions[0].valid_until = k_end;
    all->quizzes[0].valid_until = k_end;
    all->campaigns[0].valid_until = k_end;
    all->articles[0].valid_until = k_end;
    all->places[0].valid_until = k_end;
    all->disputes[0].valid_until = k_end;
    all->polls[0].valid_until = k_end;
    all->consultations[0].valid_until = k_end;
    const Freshness freshness{all};
    const auto still = freshness.at(k_end - 1ms);
    CHECK(still.shown == all);
    CHECK(still.until == k_end);
    const auto over = freshness.at(k_end);
    CHECK(over.gone == 9);
    CHECK(over.from == k_end);
    const auto after = count(*over.shown);
    for (size_t kind = 0; kind < before.size(); ++kind) {
        CAPTURE(kind);
        CHECK(after[kind] == before[kind] - 1);
    }
    CHECK(count(*all) == before);
    CHECK(over.shown->revision == all->revision);
    CHECK(over.shown->members == all->members);
    CHECK(over.shown->packs.size() == 1);
}

TEST_CASE("the index of places is made anew only where a place has gone") {
    auto all = whole();
    all->videos[0].valid_until = k_end;
    CHECK(Freshness{all}.at(k_end).shown->place_index == all->place_index);
    all->places[0].valid_until = k_end;
    const auto shown = Freshness{all}.at(k_end).shown;
    CHECK(shown->place_index->size() == 1);
    CHECK(shown->places.front().id.value == "demo/pack/p2");
}

TEST_CASE("a quiz keeps the questions that are left, and goes with its last one") {
    auto all = whole();
    all->questions[0].valid_until = at("2026-12-01T00:00:00");
    all->questions[1].valid_until = at("2026-12-02T00:00:00");
    auto shown = shown_at(all, "2026-12-02T00:00:00");
    REQUIRE(shown->quizzes.size() == 1);
    CHECK(shown->quizzes[0].questions == std::vector{item("q3")});
    all->questions[2].valid_until = at("2026-12-03T00:00:00");
    const Freshness freshness{all};
    CHECK(freshness.at(at("2026-12-02T23:59:00")).shown->quizzes.size() == 1);
    CHECK(freshness.at(at("2026-12-03T00:00:00")).shown->quizzes.empty());
    const auto report = freshness.report(at("2026-12-03T00:00:00"));
    REQUIRE(report.withheld.size() == 4);
    CHECK(report.withheld.back().why == Why::no_question_left);
    CHECK(report.withheld.back().id == item("quiz"));
}

TEST_CASE("questions, articles and facts on a changed article go on the day of the change") {
    auto all = whole(); // the sample's questions quote 人民调解法 第四条, checked in 2025
    change_law(*all, "人民调解法", "4", {2027, 1, 1});
    const Freshness freshness{all};
    const auto before = freshness.at(at("2026-12-31T23:59:59"));
    CHECK(before.shown == all);
    CHECK(before.until == at("2027-01-01T00:00:00"));
    const auto shown = freshness.at(at("2027-01-01T00:00:00")).shown;
    CHECK(shown->questions.empty());
    CHECK(shown->quizzes.empty());
    CHECK(shown->articles.empty());
    REQUIRE(shown->disputes.size() == 1);
    CHECK(shown->disputes[0].facts.empty());
    CHECK(shown->videos.size() == 2);
    CHECK(shown->law_status.size() == 1);
}

TEST_CASE("only the facts that quote the changed article leave a kind of dispute") {
    auto all = whole();
    auto& facts = all->disputes[0].facts;
    facts.push_back(facts[0]);
    facts.push_back(facts[0]);
    facts[1].citation.article = "第五条";
    facts[1].text = model::in_hans("保密");
    change_law(*all, "《中华人民共和国人民调解法》", "第四条", {2026, 12, 1});
    const auto shown = shown_at(all, "2026-12-01T00:00:00");
    REQUIRE(shown->disputes[0].facts.size() == 1);
    CHECK(shown->disputes[0].facts[0].text == model::in_hans("保密"));
}

TEST_CASE("what was compared with the new words stays") {
    auto all = whole();
    change_law(*all, "人民调解法", "", {2026, 12, 1});
    all->questions[1].citation->checked = {2026, 12, 1};
    all->questions[2].citation.reset();
    const auto shown = shown_at(all, "2027-06-01T00:00:00");
    CHECK(shown->questions.size() == 2);
    CHECK_FALSE(shown->question(item("q1")));
    CHECK(shown->quizzes[0].questions.size() == 2);
}

TEST_CASE("whichever comes first, its end or a change of its law, takes an item away") {
    auto all = whole();
    all->questions[0].valid_until = at("2026-12-15T00:00:00");
    all->questions[1].valid_until = at("2027-03-01T00:00:00");
    change_law(*all, "人民调解法", "第四条", {2027, 1, 1});
    const auto report = Freshness{all}.report(at("2027-04-01T00:00:00"));
    std::map<std::string, Why> why;
    for (const auto& ending : report.withheld)
        why.emplace(ending.id.value, ending.why);
    CHECK(why.at("demo/sample/q1") == Why::expired);
    CHECK(why.at("demo/sample/q2") == Why::law_changed);
}

TEST_CASE("a clock that nobody can believe lets nothing expire, neither before nor after") {
    auto all = whole();
    all->videos[0].valid_until = k_end;
    change_law(*all, "人民调解法", "第四条", {2026, 12, 1});
    const Freshness freshness{all};
    for (const auto* iso : {"1970-01-01T00:00:00", "2025-12-31T23:59:59", "2100-01-01T00:00:00",
                            "2106-02-07T06:28:15"}) {
        CAPTURE(iso);
        const auto now = freshness.at(at(iso));
        CHECK(now.shown == all);
        CHECK(now.holds(at(iso)));
        CHECK_FALSE(now.holds(at("2026-11-23T12:00:00")));
        CHECK_FALSE(freshness.report(at(iso)).clock_believed);
        CHECK(freshness.report(at(iso)).soon.empty());
    }
    CHECK(freshness.at(at("1970-01-01T00:00:00")).until == at("2026-01-01T00:00:00"));
    CHECK(freshness.at(at("2099-12-31T23:59:59")).until == at("2100-01-01T00:00:00"));
}

TEST_CASE("a change that lies before the floor of the clock has come, whatever the clock says") {
    auto all = whole();
    all->videos[0].valid_until = at("2026-03-01T00:00:00");
    change_law(*all, "人民调解法", "第四条", {2026, 6, 1});
    all->clock_floor = at("2026-06-01T08:00:00");
    for (const auto* iso : {"1970-01-01T00:00:00", "2026-02-01T00:00:00", "2150-01-01T00:00:00"}) {
        CAPTURE(iso);
        const auto shown = shown_at(all, iso);
        CHECK(shown->questions.empty());
        CHECK(shown->videos.size() == 2);
    }
    const auto report = Freshness{all}.report(at("1970-01-01T00:00:00"));
    REQUIRE_FALSE(report.withheld.empty());
    CHECK(report.withheld[0].when == at("2026-06-01T00:00:00"));
    all->clock_floor = at("2026-05-31T23:59:00");
    CHECK(shown_at(all, "1970-01-01T00:00:00") == all);
}

TEST_CASE("staff are told of what goes within fourteen days, and why") {
    auto all = whole();
    all->videos[0].valid_until = k_end;
    all->videos[1].valid_until = k_end + std::chrono::days{14};
    change_law(*all, "人民调解法", "第四条", {2026, 12, 1});
    const Freshness freshness{all};
    const auto far = freshness.report(k_end - std::chrono::days{14} - 1ms);
    REQUIRE_FALSE(far.soon.empty());
    for (const auto& ending : far.soon) {
        CHECK(ending.why != Why::expired);
        CHECK(ending.when == at("2026-12-01T00:00:00"));
    }
    const auto near = freshness.report(k_end - std::chrono::days{14});
    REQUIRE(near.soon.size() == far.soon.size() + 1);
    const auto& video = near.soon.back();
    CHECK(video.id == item("one"));
    CHECK(video.title == all->videos[0].title);
    CHECK(video.when == k_end);
    CHECK(near.withheld.empty());
    size_t facts = 0;
    for (const auto& ending : near.soon) {
        if (ending.why != Why::law_changed) continue;
        REQUIRE(ending.change);
        CHECK(ending.change->by.value == "other/status/s0");
        facts += ending.fact;
    }
    CHECK(facts == 1);
    const auto later = freshness.report(k_end);
    CHECK(later.withheld.size() == near.soon.size());
    CHECK(later.soon.size() == 1);
}

TEST_CASE("at any moment the answer equals what each item's own end says") {
    std::mt19937_64 random{7};
    int gone = 0, kept = 0;
    for (int round = 0; round < 40; ++round) {
        auto all = whole();
        for (int i = 0; i < 30; ++i) {
            auto video = test::sample_video("v" + std::to_string(i), 10s);
            if (random() % 2) video.valid_until = k_end + std::chrono::minutes{random() % 100};
            all->videos.push_back(video);
        }
        const Freshness freshness{all};
        auto now = k_end - 10min;
        auto last = freshness.at(now);
        for (int step = 0; step < 60; ++step) {
            now = k_end - 10min + std::chrono::minutes{random() % 130};
            const auto fresh = freshness.at(now);
            if (last.holds(now)) CHECK(last.gone == fresh.gone);
            last = fresh;
            CHECK(fresh.holds(now));
            for (const auto& video : all->videos) {
                const bool ended = video.valid_until && *video.valid_until <= now;
                CHECK((fresh.shown->video(video.id) == nullptr) == ended);
                ++(ended ? gone : kept);
            }
        }
    }
    CHECK(gone > 1000);
    CHECK(kept > 1000);
}

TEST_CASE(
    "what staff switched off is not shown, whatever its kind and the clock, and is told apart") {
    auto all = whole();
    all->videos[0].valid_until = k_end;
    const std::set<model::ItemId> off{all->videos[0].id, all->articles[0].id,  all->campaigns[0].id,
                                      all->places[0].id, all->questions[0].id, {"nobody/has/it"}};
    const Freshness freshness{all, off};
    for (const auto* iso : {"2026-11-23T12:00:00", "1970-01-01T00:00:00", "2120-01-01T00:00:00"}) {
        CAPTURE(iso);
        const auto shown = freshness.at(at(iso)).shown;
        for (const auto& id : off) {
            CHECK_FALSE(shown->video(id));
            CHECK_FALSE(shown->article(id));
            CHECK_FALSE(shown->question(id));
            CHECK_FALSE(shown->place(id));
        }
        CHECK(shown->places.size() == all->places.size() - 1);
        CHECK(shown->place_index->size() == shown->places.size());
        CHECK(shown->campaigns.size() == all->campaigns.size() - 1);
    }
    CHECK(freshness.all() == all);
    const auto report = freshness.report(at("2026-11-30T12:00:00"));
    CHECK(report.off.size() == 5);
    CHECK(report.withheld.empty());
    CHECK(report.soon.empty()); // it does not go; it is not there
}

TEST_CASE("a quiz goes with the last of its questions that is switched off") {
    const auto all = whole();
    const auto& quiz = all->quizzes[0];
    std::set<model::ItemId> off{quiz.questions.begin(), quiz.questions.end()};
    CHECK_FALSE(Freshness(all, off).at(k_end).shown->quiz(quiz.id));
    off.erase(off.begin());
    const auto shown = Freshness(all, off).at(k_end).shown;
    REQUIRE(shown->quiz(quiz.id));
    CHECK(shown->quiz(quiz.id)->questions.size() == 1);
}
