#include "content/pack/manifest_bounds.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::literals;
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

TEST_CASE("a byte order mark is refused, though the parser would pass over it") {
    const std::string json = R"({"a": 1})";
    CHECK(check_bounds(json, "pack"));
    const auto marked = refused("\xEF\xBB\xBF" + json);
    CHECK(marked.code == Code::BAD_MANIFEST);
    CHECK(marked.detail == "not JSON at byte 1: a byte order mark");
    CHECK(refused("\xEF\xBB\xBF").detail == marked.detail);
    CHECK(refused("\xEF\xBB" + json).code == Code::BAD_MANIFEST);
    CHECK(check_bounds("\"\xEF\xBB\xBF\"", "pack")); // U+FEFF in a text is one
}

TEST_CASE("a NUL ends nothing: what stands behind it is not JSON either") {
    for (const auto& json :
         {"{}\0"s, "{}\0{\"a\": 1, \"a\": 2}"s, "[1\0]"s, "\"a\0b\""s, std::string(1, '\0')})
        CHECK(refused(json).code == Code::BAD_MANIFEST);
    CHECK(check_bounds(R"(["\u0000"])", "pack"));
}

TEST_CASE("every spelling that JSON allows is read, and none besides") {
    for (const auto* good :
         {"0", "-0", "1E+2", "1e-999", "0.0e5", "123456789012345678901234567890", "\"\"", "[[]   ]",
          "{\"\":0}", "\t[\r\n1 ]\n", R"("\u0061\uD834\uDD1E\/\b\f\n\r\t\\\"")",
          "\"\x7F\xEF\xBF\xBF\xE2\x80\xA8\"", "[true,false,null]", "{\"a\":{\"a\":[]}}"}) {
        CAPTURE(good);
        CHECK(check_bounds(good, "pack"));
    }
    for (const auto* bad : {"+1",
                            "-",
                            "-01",
                            "00",
                            "1.",
                            ".5",
                            "1e",
                            "1e+",
                            "0x1",
                            "NaN",
                            "Infinity",
                            "-Infinity",
                            "1 2",
                            "[,1]",
                            "[1,,2]",
                            "[1}",
                            "{1:1}",
                            "{a:1}",
                            "{\"a\"}",
                            "{\"a\":}",
                            "{\"a\":1,}",
                            "[\"a\",",
                            "True",
                            "\"\\x41\"",
                            "\"\\u12\"",
                            "\"\\uD834\"",
                            "\"\\uDD1E\\uD834\"",
                            "\"\\uD834x\"",
                            "\"\t\"",
                            "\"\x1F\"",
                            "\"\xC0\x80\"",
                            "\"\xED\xA0\x80\"",
                            "\"\xF4\x90\x80\x80\"",
                            "\"\xFF\"",
                            "\xFF\xFE[]",
                            "[\"",
                            "\"",
                            "/**/1",
                            "#1",
                            "[1]\xE2\x81\xA0",
                            "\f1",
                            "\xC2\xA0 1"}) {
        CAPTURE(bad);
        CHECK(refused(bad).code == Code::BAD_MANIFEST);
    }
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

TEST_CASE("keys and values at their bounds pass") {
    std::string keys = "{";
    for (size_t i = 0; i < k_max_keys; ++i)
        keys += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
    CHECK(check_bounds(keys + "}", "pack"));
    std::string values = "[0"; // the list is a value itself
    for (size_t i = 2; i < k_max_values; ++i)
        values += ",0";
    CHECK(check_bounds(values + "]", "pack"));
    CHECK(refused(values + ",0]").code == Code::TOO_LARGE);
}
