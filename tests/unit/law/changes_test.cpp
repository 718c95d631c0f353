#include "content/law/changes.h"

#include <doctest/doctest.h>

using namespace pufa;
using law::Changes;

namespace {

constexpr base::Date k_from{2027, 1, 1};

model::LawStatus status(std::vector<model::LawChange> changes, const std::string& id = "a/b/c") {
    return {{id}, model::in_hans("法条变动"), std::move(changes)};
}

model::Citation citation(const std::string& law, const std::string& article,
                         base::Date checked = {2026, 4, 19}, base::Date in_force = {2021, 1, 1}) {
    return {law, article, "条文", in_force, checked};
}

} // namespace

TEST_CASE("where nobody tells of a change none is known") {
    CHECK(Changes{{}}.empty());
    CHECK_FALSE(Changes{{}}.against(citation("民法典", "第一条")));
    CHECK(Changes{{status({})}}.empty());
}

TEST_CASE("a change outdates the article that it names, whoever spells it how") {
    const Changes changes{{status({{"民法典", "1142", k_from, model::in_hans("已修改")}})}};
    const auto* told = changes.against(citation("中华人民共和国民法典", "第一千一百四十二条"));
    REQUIRE(told);
    CHECK(told->by.value == "a/b/c");
    CHECK(told->change.note == model::in_hans("已修改"));
    CHECK_FALSE(changes.against(citation("中华人民共和国民法典", "第一千一百四十三条")));
    CHECK_FALSE(changes.against(citation("中华人民共和国刑法", "第一千一百四十二条")));
    CHECK_FALSE(changes.against(citation("民法典", "第一千一百四十二条之一")));
}

TEST_CASE("a change to a whole law outdates all its articles") {
    const Changes changes{{status({{"《民法典》", "", k_from, {}}})}};
    CHECK(changes.against(citation("民法典", "第一条")));
    CHECK(changes.against(citation("民法典", "附则")));
    CHECK_FALSE(changes.against(citation("刑法", "第一条")));
}

TEST_CASE("a citation without an article rests on the whole law") {
    const Changes changes{{status({{"民法典", "第九条", k_from, {}}})}};
    CHECK(changes.against(citation("民法典", "")));
}

TEST_CASE("it counts from its day on, and not before") {
    const Changes changes{{status({{"民法典", "第一条", k_from, {}}})}};
    const auto cited = citation("民法典", "第一条");
    CHECK_FALSE(changes.against(cited, {2026, 12, 31}));
    CHECK(changes.against(cited, k_from));
    CHECK(changes.against(cited, {2030, 1, 1}));
}

TEST_CASE("words that were compared on that day or later are the new ones") {
    const Changes changes{{status({{"民法典", "第一条", k_from, {}}})}};
    CHECK(changes.against(citation("民法典", "第一条", {2026, 12, 31})));
    CHECK_FALSE(changes.against(citation("民法典", "第一条", k_from)));
    // The new words, quoted before they hold.
    CHECK_FALSE(changes.against(citation("民法典", "第一条", {2026, 11, 1}, k_from)));
}

TEST_CASE("of several changes the earliest that is not known is told, from whichever pack") {
    const Changes changes{
        {status({{"民法典", "第一条", {2029, 1, 1}, {}}, {"民法典", "第一条", {2025, 1, 1}, {}}}),
         status({{"民法典", "", {2028, 1, 1}, {}}}, "other/pack/law")}};
    const auto* told = changes.against(citation("民法典", "第一条"));
    REQUIRE(told);
    CHECK(told->by.value == "other/pack/law");
    CHECK(told->change.from == base::Date{2028, 1, 1});
}
