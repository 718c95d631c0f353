#include "content/captions/cue_time.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::captions;
using namespace std::chrono_literals;

TEST_CASE("a time may lack its hours and its fraction, and have a comma") {
    CHECK(parse_time("00:01:02.500") == 62500ms);
    CHECK(parse_time("01:02,5") == 62500ms);
    CHECK(parse_time("1:02:03") == 1h + 2min + 3s);
    CHECK(parse_time("00:00.05") == 50ms);
    CHECK(parse_time("99:59:59.999") == 100h - 1ms);
}

TEST_CASE("hours have any number of digits, and of a fraction three count") {
    CHECK(parse_time("100:00:00,000") == 100h);
    CHECK(parse_time("00:00:01,123456") == 1123ms);
    CHECK(parse_time("00:01.9999") == 1999ms);
    const auto wide = parse_span("00：00：01，500 --> 00：00：02．250");
    REQUIRE(wide);
    CHECK(wide->from == 1500ms);
    CHECK(wide->to == 2250ms);
}

TEST_CASE("what is no time is none") {
    for (const auto* text :
         {"", "5", "5.5", "00:60", "60:00", "00:61:00", "1:2:3:4", "00:00:01.", "00:000:01",
          "-0:01", "00: 01", "0x:01", "1000000:00:00", "00:01.5s", "100:00", "00:00:01.1234x"})
        CHECK_MESSAGE(!parse_time(text), text);
}

TEST_CASE("the span of a cue ends at the second time, whatever follows") {
    const auto span = parse_span("  00:01.000 -->\t00:02.000 align:start");
    REQUIRE(span);
    CHECK(span->from == 1s);
    CHECK(span->to == 2s);
    CHECK(parse_span("00:01-->00:02"));
    CHECK_FALSE(parse_span("00:01 -- 00:02"));
    CHECK_FALSE(parse_span("-->"));
    CHECK_FALSE(parse_span("00:01 --> later"));
}

TEST_CASE("WebVTT's own times have two digits, a full stop and three more") {
    const auto from = [](const std::string& time) {
        const auto span = parse_webvtt_span(time + " --> 00:00:09.000");
        return span ? std::optional{span->from} : std::nullopt;
    };
    CHECK(from("00:01.000") == 1s);
    CHECK(from("0:00:01.000") == 1s);
    CHECK(from("000:00:01.000") == 1s);
    CHECK(from("123456:00:00.000") == 123456h);
    for (const auto* bad : {"0:01.000",
                            "000:01.000",
                            "60:00.000",
                            "00:60.000",
                            "00:60:00.000",
                            "00:00:60.000",
                            "00:0:01.000",
                            "00:00:1.000",
                            "00:000:01.000",
                            "00::00.000",
                            "00:00..000",
                            "00:00:01,000",
                            "00:00:01.00",
                            "00:00:01.0000",
                            "00:00:01.",
                            "00:00:01",
                            "00:01",
                            "5",
                            "",
                            ".",
                            ":00.",
                            "-00:01.000",
                            "+00:01.000",
                            "x00:01.000",
                            "00:01.000x",
                            "00:01 .000",
                            "1234567:00:00.000",
                            "００:01.000"})
        CHECK_MESSAGE(!from(bad), bad);
}

TEST_CASE("blanks around WebVTT's arrow are free, and what follows the second time is settings") {
    for (const auto* line : {"00:01.000-->00:02.000", "\t 00:01.000\f-->\t00:02.000\t",
                             "00:01.000 --> 00:02.000align:end", "00:01.000 --> 00:02.000 -->"}) {
        const auto span = parse_webvtt_span(line);
        REQUIRE_MESSAGE(span, line);
        CHECK(span->from == 1s);
        CHECK(span->to == 2s);
    }
    for (const auto* line : {"-->", "00:01.000 -->", "--> 00:02.000", "00:01.000 -> 00:02.000",
                             "00:01.000 ---> 00:02.000", "00:01.000 x --> 00:02.000"})
        CHECK_MESSAGE(!parse_webvtt_span(line), line);
}
