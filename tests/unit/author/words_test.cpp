#include "content/author/words.h"

#include <doctest/doctest.h>

using namespace pufa::author;

TEST_CASE("white space of every kind is trimmed at both ends only") {
    CHECK(trim("\u3000 题 目\u00A0\t\r\n") == "题 目");
    CHECK(trim("\uFEFF编号") == "编号");
    CHECK(trim(" \u3000 ").empty());
    CHECK(trim("").empty());
}

TEST_CASE("full-width letters and digits fold to plain lower case without spaces") {
    CHECK(fold("选 项Ａ") == "选项a");
    CHECK(fold("ＡＣＤ１") == "acd1");
    CHECK(fold("《民法典》、") == "《民法典》、");
}

TEST_CASE("every occurrence is replaced, and what was put in is not looked at again") {
    CHECK(replaced("a\\nb\\nc", "\\n", "\n") == "a\nb\nc");
    CHECK(replaced("aaa", "a", "aa") == "aaaaaa");
    CHECK(replaced("abc", "x", "y") == "abc");
}

TEST_CASE("code points above U+FFFF count as one") {
    CHECK(code_points("𠮷a") == std::u32string{U"𠮷a"});
}
