#include "content/pack/manifest_stream.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace pufa;
using namespace pufa::pack;

namespace {

std::vector<std::string> elements(std::string_view text) {
    std::vector<std::string> seen;
    const auto read = read_manifest_lists(text, [&](auto list, const auto& element) {
        seen.push_back(std::string{list} + " " + std::string{element});
        return Result<void>{};
    });
    REQUIRE(read);
    return seen;
}

} // namespace

TEST_CASE("the elements of both lists come one by one, in the order of the text") {
    const std::string text = R"({"id":"a/b","items":[{"id":1,"deep":[[{"x":2}]]},3],
        "later":{"members":[9],"items":[9]},"members":[{"path":"a"},[4]],"end":[5]})";
    CHECK(elements(text) == std::vector<std::string>{"items {\"id\":1,\"deep\":[[{\"x\":2}]]}",
                                                     "items 3", "members {\"path\":\"a\"}",
                                                     "members [4]"});
}

TEST_CASE("the facts are the fields that are known, but for the two lists") {
    const auto parsed = read_manifest_facts(
        R"({"id":"a/b","items":[{"id":1}],"later":{"items":[9]},"members":[],"title":{"en":"x"}})");
    REQUIRE(parsed);
    CHECK(parsed->has_items);
    CHECK(parsed->has_members);
    CHECK(parsed->facts.dump() == R"({"id":"a/b","title":{"en":"x"}})");
}

TEST_CASE("what stands in the place of a list and is none stays among the facts") {
    const auto parsed = read_manifest_facts(R"({"items":{"a":[1]},"members":7})");
    REQUIRE(parsed);
    CHECK_FALSE(parsed->has_items);
    CHECK_FALSE(parsed->has_members);
    CHECK(parsed->facts.contains("items"));
    CHECK(elements(R"({"items":{"a":[1]},"members":7})").empty());
    CHECK_FALSE(read_manifest_facts("[1]"));
}

TEST_CASE("brackets, quotes and escapes within strings end nothing, and a name may be escaped") {
    CHECK(
        elements(
            R"( { "it\u0065ms" : [ "]}" , "\"" , "\\" , {"[":"}\\\""} , [ ] , -1e5 , true ] , "members" : [ ] } )") ==
        std::vector<std::string>{R"(items "]}")", R"(items "\"")", R"(items "\\")",
                                 R"(items {"[":"}\\\""})", "items [ ]", "items -1e5",
                                 "items true"});
}

TEST_CASE("nothing is handed over after the first element that fails") {
    int seen = 0;
    const auto read = read_manifest_lists(
        R"({"members":[1,2,3],"items":[4]})", [&](auto, const auto&) -> Result<void> {
            if (++seen < 2) return {};
            return Error{Code::BAD_MANIFEST, "pack", "the second"};
        });
    REQUIRE_FALSE(read);
    CHECK(read.error().detail == "the second");
    CHECK(seen == 2);
}
