#include "content/media/slots.h"

#include "content/media/layout.h"

#include <doctest/doctest.h>

#include <vector>

using namespace pufa;
using namespace pufa::media;

namespace {

Frame frame_in(uint32_t slot) {
    Frame frame{};
    frame.slot = slot;
    frame.generation = 9;
    frame.format = PixelFormat::yuv420p;
    frame.width = frame.height = 64;
    const Layout layout = layout_of(frame.format, 64, 64);
    frame.plane_offset = layout.offset;
    frame.plane_stride = layout.stride;
    return frame;
}

} // namespace

TEST_CASE("a slot is taken while a copy of its picture lives, and given back once") {
    std::vector<uint32_t> back;
    const uint64_t bytes = slot_bytes_for(PixelFormat::yuv420p, 64, 64);
    auto memory = SharedMemory::create("slots", 3 * bytes, Access::read);
    REQUIRE(memory);
    const auto slots =
        std::make_shared<Slots>(std::move(memory).value(), 3, bytes, [&](const Release& release) {
            CHECK(release.generation == 9);
            back.push_back(release.slot);
        });
    {
        const Picture first = slots->take(frame_in(2));
        const Picture second = slots->take(frame_in(0));
        CHECK(slots->leased() == 0b101);
        CHECK(first.plane[0] - second.plane[0] == static_cast<ptrdiff_t>(2 * bytes));
        CHECK(first.plane[2] - first.plane[0] == frame_in(2).plane_offset[2]);
        const Picture copy = first;
    }
    CHECK(slots->leased() == 0);
    CHECK(back == std::vector<uint32_t>{0, 2});
}

TEST_CASE("slots of a decoder that has gone are given back to nobody") {
    int back = 0;
    const uint64_t bytes = slot_bytes_for(PixelFormat::yuv420p, 64, 64);
    auto memory = SharedMemory::create("slots", bytes, Access::read);
    REQUIRE(memory);
    auto slots = std::make_shared<Slots>(std::move(memory).value(), 1, bytes,
                                         [&](const Release&) { ++back; });
    Picture picture = slots->take(frame_in(0));
    slots->orphan();
    slots.reset();
    CHECK(picture.plane[0][0] == 0); // still mapped
    picture = {};
    CHECK(back == 0);
}
