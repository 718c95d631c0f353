#include "content/place/place_set.h"

#include <doctest/doctest.h>

using namespace pufa;
using place::Bits;
using place::PlaceSet;

namespace {

std::vector<size_t> listed(const Bits& bits) {
    std::vector<size_t> places;
    bits.each([&](size_t place) { places.push_back(place); });
    return places;
}

} // namespace

TEST_CASE("bits hold as many places as there are, also at the edge of a word") {
    for (const size_t count : {0, 1, 63, 64, 65, 128, 200}) {
        CAPTURE(count);
        CHECK(Bits{count, Bits::Start::all}.count() == count);
        CHECK(listed(Bits{count, Bits::Start::all}).size() == count);
        CHECK(Bits{count, Bits::Start::none}.count() == 0);
    }
    Bits bits{130, Bits::Start::none};
    for (const size_t place : {129, 0, 64, 63})
        bits.set(place);
    CHECK(listed(bits) == std::vector<size_t>{0, 63, 64, 129});
    bits.clear(64);
    CHECK(bits.test(63));
    CHECK_FALSE(bits.test(64));
    CHECK(bits.count() == 3);
}

TEST_CASE("a bit may be cleared while it is visited") {
    Bits bits{100, Bits::Start::all};
    bits.each([&](size_t place) {
        if (place % 2 == 0) bits.clear(place);
    });
    CHECK(bits.count() == 50);
    CHECK(bits.test(99));
}

TEST_CASE("a set keeps its own places, whether many have it or few") {
    constexpr size_t k_count = 1000;
    const std::vector<uint32_t> few{3, 64, 999};
    std::vector<uint32_t> many;
    for (uint32_t place = 0; place < k_count; place += 3)
        many.push_back(place);
    Bits matching{k_count, Bits::Start::all};
    PlaceSet{many, k_count}.keep_in(matching);
    CHECK(listed(matching) == std::vector<size_t>(many.begin(), many.end()));
    PlaceSet{few, k_count}.keep_in(matching);
    CHECK(listed(matching) == std::vector<size_t>{3, 999});
    PlaceSet{{}, k_count}.keep_in(matching);
    CHECK(matching.count() == 0);
}
