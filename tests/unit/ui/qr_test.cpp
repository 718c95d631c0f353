#include "kiosk/ui/qr.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;

TEST_CASE("a code has its three corner marks") {
    const auto code = ui::make_qr("geo:22.590000,113.070000");
    REQUIRE(code);
    REQUIRE(code->side >= 21);
    REQUIRE(code->dark.size() == static_cast<size_t>(code->side) * static_cast<size_t>(code->side));
    const auto mark = [&](int left, int top) {
        for (int i = 0; i < 7; ++i) {
            CHECK(code->at(left + i, top));
            CHECK(code->at(left + i, top + 6));
            CHECK(code->at(left, top + i));
            CHECK(code->at(left + 6, top + i));
        }
        CHECK_FALSE(code->at(left + 1, top + 1));
        CHECK(code->at(left + 3, top + 3));
    };
    mark(0, 0);
    mark(code->side - 7, 0);
    mark(0, code->side - 7);
}

TEST_CASE("nothing, or more than a telephone can read, has no code") {
    CHECK_FALSE(ui::make_qr(""));
    CHECK(ui::make_qr(std::string(400, 'a')));
    CHECK_FALSE(ui::make_qr(std::string(5000, 'a')));
}
