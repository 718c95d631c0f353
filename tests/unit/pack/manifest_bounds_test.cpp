#include "content/pack/manifest_bounds.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

namespace {

Error refused(const std::string& json) {
    const auto checked = check_bounds(json, "pack");
    REQUIRE_FALSE(checked);
    return checked.error();
}

std::string nested(size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

} // namespace

TEST_CASE("plain JSON within the bounds passes") {
    CHECK(check_bounds(R"({"a": [1, -2, 3.5, true, null, "法"], "b": {"a": {}}})", "pack"));
    CHECK(check_bounds(nested(k_max_depth), "pack"));
}

TEST_CASE("nesting one deeper than allowed, or 100,000 deep, is refused without recursion") {
    CHECK(refused(nested(k_max_depth + 1)).detail == "nested deeper than 32");
    CHECK(refused(nested(100'000)).detail == "nested deeper than 32");
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    CHECK(refused(objects).detail == "nested deeper than 32");
    CHECK(refused(std::string(100'000, '[')).code == Code::BAD_MANIFEST);
}

TEST_CASE("a key that stands twice is refused, in whatever spelling") {
    CHECK(refused(R"({"a": 1, "a": 2})").detail == "the key \"a\" stands twice");
    CHECK(refused(R"([{"b": {"a": 1, "\u0061": 2}}])").detail == "the key \"a\" stands twice");
    CHECK(check_bounds(R"([{"a": 1}, {"a": 2}])", "pack"));
}

TEST_CASE("an object with too many keys is TOO_LARGE") {
    std::string json = "{";
    for (size_t i = 0; i <= k_max_keys; ++i)
        json += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
    CHECK(refused(json + "}").code == Code::TOO_LARGE);
}

TEST_CASE("more values than allowed are TOO_LARGE") {
    std::string json = "[0";
    for (size_t i = 1; i <= k_max_values; ++i)
        json += ",0";
    CHECK(refused(json + "]").code == Code::TOO_LARGE);
}

TEST_CASE("what is not JSON is BAD_MANIFEST with the place") {
    for (const std::string json : {"", " ", "{", "{]", "[1,]", "{\"a\" 1}", "01", "nul", "[1] x",
                                   "'a'", "// c\n1", "\"\\ud800\"", "\"a\nb\"", "1e999x"}) {
        INFO(json);
        const auto error = refused(json);
        CHECK(error.code == Code::BAD_MANIFEST);
        CHECK(error.detail.starts_with("not JSON at byte "));
    }
}

TEST_CASE("invalid UTF-8 in a text or a key is refused") {
    for (const std::string bytes :
         {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe6\xb3"}) {
        CHECK(refused("[\"" + bytes + "\"]").code == Code::BAD_MANIFEST);
        CHECK(refused("{\"" + bytes + "\": 1}").code == Code::BAD_MANIFEST);
    }
}
