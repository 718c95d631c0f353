#include "content/report/line.h"

#include <doctest/doctest.h>

using namespace pufa;
using report::parse_line;

TEST_CASE("a line says how far it is, in bytes or in percent") {
    const auto bytes = parse_line(R"({"what": "Copying", "done": 1, "total": 4})");
    REQUIRE(bytes);
    CHECK(std::get<report::Progress>(*bytes) == report::Progress{"Copying", 0.25f, 1, 4});
    const auto percent = parse_line(R"({"what": "Posters", "percent": 40})");
    REQUIRE(percent);
    CHECK(std::get<report::Progress>(*percent).done == doctest::Approx(0.4));
    CHECK(std::get<report::Progress>(*parse_line(R"({"done": 9, "total": 4})")).done == 1);
    CHECK(std::get<report::Progress>(*parse_line(R"({"done": 0, "total": 0})")).done == 0);
}

TEST_CASE("a line is the report or what is at fault") {
    const auto report = parse_line(R"({"report": {"packs": []}})");
    REQUIRE(report);
    CHECK(std::get<report::Report>(*report).json == R"({"packs":[]})");
    const auto fault =
        parse_line(R"({"error": {"code": "NO_SPACE", "where": "/a", "sentence": "盘满了。"}})");
    REQUIRE(fault);
    CHECK(std::get<report::Fault>(*fault) == report::Fault{"NO_SPACE", "/a", "盘满了。"});
}

TEST_CASE("anything else is no line") {
    for (const auto* line : {"", "{", "[]", "7", "null", "{}", R"({"what": "x"})",
                             R"({"report": 7})", R"({"error": "x"})"})
        CHECK_FALSE(parse_line(line));
}
