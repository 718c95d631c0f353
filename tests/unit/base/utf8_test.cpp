#include "content/base/utf8.h"

#include <doctest/doctest.h>

using namespace pufa::base;

TEST_CASE("only the shortest form of a valid code point is UTF-8") {
    CHECK(is_utf8("普法亭 kiosk 𠮷"));
    CHECK_FALSE(is_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(is_utf8("\xE0\x80\xAF"));     // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));     // surrogate
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80")); // above U+10FFFF
    CHECK_FALSE(is_utf8("\xE6\x99"));         // cut off
    CHECK_FALSE(is_utf8("\xC4\xE3\xBA\xC3")); // GBK 你好
}

TEST_CASE("every code point goes there and back") {
    for (const char32_t c : {U'a', U'é', U'普', U'𠮷', U'\u07FF', U'\U0010FFFF'}) {
        std::string text;
        append_utf8(text, c);
        std::string_view view = text;
        CHECK(take_code_point(view) == c);
        CHECK(view.empty());
    }
}
