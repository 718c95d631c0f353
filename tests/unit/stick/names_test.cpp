#include "content/stick/names.h"

#include "content/base/utf8.h"

#include <doctest/doctest.h>

using pufa::stick::is_showable;
using pufa::stick::safe_name;

TEST_CASE("a name that Windows and FAT take stays as it is") {
    CHECK(safe_name("蓬江区公共法律服务中心") == "蓬江区公共法律服务中心");
    CHECK(safe_name("2026-11-29_1309") == "2026-11-29_1309");
    CHECK(safe_name("a.b (c) & d's") == "a.b (c) & d's");
}

TEST_CASE("what they do not take is replaced") {
    CHECK(safe_name("13:09") == "13-09");
    CHECK(safe_name("\"a\"*/<b>?\\|") == "-a----b----");
    CHECK(safe_name("a\nb\tc") == "a-b-c");
    CHECK(safe_name("\u202Eabc") == "-abc");
    CHECK(safe_name("\xC6\xD5") == "--");
    CHECK(safe_name(" .hidden. ") == "hidden");
    CHECK(safe_name("..") == "kiosk");
    CHECK(safe_name("") == "kiosk");
    for (const auto* device : {"con", "NUL", "com1", "Lpt9", "aux.txt"})
        CHECK(safe_name(device) == std::string{"_"} + device);
    CHECK(safe_name("console") == "console");
    CHECK(safe_name("com") == "com");
}

TEST_CASE("a long name is cut between characters") {
    std::string longer;
    for (int i = 0; i < 60; ++i)
        longer += "普";
    const auto name = safe_name("x" + longer);
    CHECK(name.size() <= pufa::stick::k_most_name_bytes);
    CHECK(name.size() > pufa::stick::k_most_name_bytes - 3);
    CHECK(pufa::base::is_utf8(name));
}

TEST_CASE("only sound names are shown") {
    CHECK(is_showable("普法.pufa"));
    CHECK(is_showable("a b"));
    for (const auto* name : {"a\nb", "\x1B[2J", "\u202Ex", "\u2066x", "x\u2028", "\xFF", "\uFEFFx"})
        CHECK_FALSE(is_showable(name));
}
