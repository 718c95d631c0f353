#include "content/tally/csv.h"

#include <doctest/doctest.h>

#include <vector>

using namespace pufa;

namespace {

std::string record(const std::vector<std::string>& cells) {
    std::string csv;
    tally::append_record(csv, cells);
    return csv;
}

} // namespace

TEST_CASE("cells are quoted as RFC 4180 says and records end with CRLF") {
    CHECK(record({"a", "b"}) == "a,b\r\n");
    CHECK(record({"a,b", "c"}) == "\"a,b\",c\r\n");
    CHECK(record({"say \"yes\""}) == "\"say \"\"yes\"\"\"\r\n");
    CHECK(record({"two\r\nlines", "one\nmore"}) == "\"two\r\nlines\",\"one\nmore\"\r\n");
    CHECK(record({"", "", ""}) == ",,\r\n");
    CHECK(record({"宪法，宣传周", "《民法典》"}) == "宪法，宣传周,《民法典》\r\n");
}

TEST_CASE("no cell can be taken for a formula") {
    const std::vector<std::string> formulas{
        "=1+1",     "+1",       "-1",         "@SUM(A1)", "\t=1",
        "\r=1",     "\n=1",     " =1+1",      "   +1",    "\u3000=1+1",
        "\u00A0-1", "\uFEFF=1", "\u200B@a",   "＝1+1",    "＋1",
        "－1",      "＠a",      "\u3000 ＝1", "\u2003=1", "=cmd|' /C calc'!A0",
        "\u2060=1", " \t1"};
    for (const auto& words : formulas) {
        CAPTURE(words);
        CHECK(tally::harmless(words) == "'" + words);
    }
    const std::vector<std::string> plain{"",    "1",  "a=b",          "12·4 国家宪法日", "（=1）",
                                         "'=1", " a", "\u3000民法典", "2026-11-23",      "A"};
    for (const auto& words : plain) {
        CAPTURE(words);
        CHECK(tally::harmless(words) == words);
    }
    // Bytes that are no UTF-8 stop the search for a first character; nothing is taken away.
    CHECK(tally::harmless("\xFF=1") == "\xFF=1");
    CHECK(record({"=1,\"x\""}) == "\"'=1,\"\"x\"\"\"\r\n");
}
