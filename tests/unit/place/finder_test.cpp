#include "content/place/finder.h"

#include <doctest/doctest.h>

using namespace pufa;
using model::Dispute;
using model::Language;
using model::PlaceKind;

namespace {

Dispute dispute(std::string id, std::string title, std::string title_en,
                std::vector<std::string> words, std::vector<PlaceKind> first) {
    Dispute made;
    made.id = {"test-press/places/" + id};
    made.title[Language::zh_hans] = std::move(title);
    made.title[Language::en] = std::move(title_en);
    made.words = std::move(words);
    made.first = std::move(first);
    return made;
}

const std::vector<Dispute> k_disputes{
    dispute("leak", "漏水、噪音", "Leaks, noise", {"渗水", "唱K", "邻居", ""},
            {PlaceKind::mediation, PlaceKind::justice_office}),
    dispute("wages", "拖欠工资", "Unpaid wages", {"工资", "老板", "欠薪"},
            {PlaceKind::arbitration, PlaceKind::legal_aid}),
    dispute("notary", "办公证", "Notary", {"公证", "老板"},
            {PlaceKind::notary, PlaceKind::mediation, PlaceKind::arbitration}),
};

std::vector<size_t> found(const char* said) {
    return place::disputes_in(said, k_disputes);
}

} // namespace

TEST_CASE("what was said speaks of the disputes whose words stand in it") {
    CHECK(found("墙上渗水了") == std::vector<size_t>{0});
    CHECK(found("隔壁半夜唱k") == std::vector<size_t>{0});
    CHECK(found("今天天气很好").empty());
    CHECK(found("").empty());
}

TEST_CASE("the parts of a title are words as well, in each language and any case") {
    CHECK(found("楼上噪音太大") == std::vector<size_t>{0});
    CHECK(found("I have UNPAID WAGES") == std::vector<size_t>{1});
    CHECK(found("so much noise") == std::vector<size_t>{0});
}

TEST_CASE("more of the sentence is better, and of equal ones the first") {
    CHECK(found("老板拖欠工资") == std::vector<size_t>{1, 2});
    CHECK(found("老板") == std::vector<size_t>{1, 2});
    CHECK(found("邻居欠薪，要公证，公证") == std::vector<size_t>{2, 0, 1});
}

TEST_CASE("a question for a dispute asks for its helpers in the order of its kinds") {
    const auto query = place::query_for(k_disputes[1]);
    CHECK(query.dispute == k_disputes[1].id);
    CHECK(query.first == k_disputes[1].first);
    CHECK_FALSE(query.open_now);
}

TEST_CASE("kinds to try for several disputes: each one's first, then the second, every kind once") {
    const std::vector<const Dispute*> all{&k_disputes[0], &k_disputes[1], &k_disputes[2]};
    CHECK(place::kinds_to_try(all) == std::vector{PlaceKind::mediation, PlaceKind::arbitration,
                                                  PlaceKind::notary, PlaceKind::justice_office,
                                                  PlaceKind::legal_aid});
    CHECK(place::kinds_to_try({}).empty());
}
