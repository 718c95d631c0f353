#include "content/media/ring.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <limits>
#include <thread>
#include <vector>

using namespace pufa;
using namespace pufa::media;

namespace {

/// Both ends of one ring, and a hand on its header.
struct Ends {
    Ends() {
        auto made = SharedMemory::create("ring", k_sound_bytes, Access::read_write);
        REQUIRE(made);
        auto second = SharedMemory::adopt(base::UniqueFd{::dup(made->descriptor())}, k_sound_bytes);
        REQUIRE(second);
        theirs = std::move(second).value();
        reader.attach(std::move(made).value());
        writer = RingWriter{theirs};
        header = reinterpret_cast<SoundHeader*>(theirs.data());
    }
    SharedMemory theirs;
    RingReader reader;
    RingWriter writer;
    SoundHeader* header = nullptr;
};

std::vector<float> counting(uint64_t from, uint64_t frames) {
    std::vector<float> samples;
    for (uint64_t i = from; i < from + frames; ++i) {
        samples.push_back(static_cast<float>(i % 100'000));
        samples.push_back(-static_cast<float>(i % 100'000));
    }
    return samples;
}

} // namespace

TEST_CASE("a ring before its memory is empty") {
    RingReader reader;
    float frame[2];
    CHECK(reader.available() == 0);
    CHECK(reader.read(frame, 1) == 0);
    reader.skip_to(100);
    CHECK(reader.position() == 0);
}

TEST_CASE("frames come out as they went in, also over the end of the memory") {
    Ends ends;
    uint64_t written = 0;
    uint64_t read = 0;
    std::vector<float> block(2 * 20'000);
    while (written < 5 * k_sound_frames) {
        const uint64_t count = 10'007;
        REQUIRE(ends.writer.write(counting(written, count).data(), count) == count);
        written += count;
        REQUIRE(ends.reader.available() == count);
        REQUIRE(ends.reader.read(block.data(), 20'000) == count);
        const auto expected = counting(read, count);
        REQUIRE(std::equal(expected.begin(), expected.end(), block.begin()));
        read += count;
    }
    CHECK(ends.reader.position() == written);
    CHECK(ends.writer.position() == written);
}

TEST_CASE("a full ring takes no more until some was read or skipped") {
    Ends ends;
    CHECK(ends.writer.write(nullptr, 2 * k_sound_frames) == k_sound_frames);
    CHECK(ends.writer.space() == 0);
    CHECK(ends.writer.write(nullptr, 1) == 0);
    std::vector<float> block(2 * 100);
    CHECK(ends.reader.read(block.data(), 100) == 100);
    CHECK(ends.writer.space() == 100);
    ends.reader.skip_to(5000);
    CHECK(ends.reader.position() == 5000);
    CHECK(ends.writer.space() == 5000);
    ends.reader.skip_to(10);
    CHECK(ends.reader.position() == 5000);
    ends.reader.skip_to(std::numeric_limits<uint64_t>::max());
    CHECK(ends.reader.position() == k_sound_frames);
    CHECK(ends.reader.available() == 0);
}

TEST_CASE("a header that lies cannot make the kiosk read more than the ring or go back") {
    Ends ends;
    REQUIRE(ends.writer.write(nullptr, 1000) == 1000);
    std::vector<float> block(2 * k_sound_frames);
    REQUIRE(ends.reader.read(block.data(), 600) == 600);
    for (const uint64_t lie : {uint64_t{0}, uint64_t{599}}) {
        ends.header->written = lie;
        CHECK(ends.reader.available() == 0);
        CHECK(ends.reader.read(block.data(), 10) == 0);
        CHECK(ends.reader.written() == 600);
    }
    ends.header->written = std::numeric_limits<uint64_t>::max();
    CHECK(ends.reader.available() == k_sound_frames);
    ends.header->read = 12345; // the kiosk never believes its own copy out there
    CHECK(ends.reader.position() == 600);
    CHECK(ends.reader.read(block.data(), 2 * k_sound_frames) == k_sound_frames);
    CHECK(ends.reader.position() == 600 + k_sound_frames);
}

TEST_CASE("a kiosk that lies cannot make the decoder write outside the ring") {
    Ends ends;
    REQUIRE(ends.writer.write(nullptr, 1000) == 1000);
    ends.header->read = std::numeric_limits<uint64_t>::max();
    CHECK(ends.writer.space() == k_sound_frames);
    CHECK(ends.writer.write(nullptr, 10 * k_sound_frames) == k_sound_frames);
}

TEST_CASE("one thread writes and one reads without a lock between them") {
    Ends ends;
    constexpr uint64_t k_frames = 400'000;
    std::thread producer{[&] {
        uint64_t written = 0;
        while (written < k_frames) {
            const auto block = counting(written, std::min<uint64_t>(777, k_frames - written));
            const uint64_t done = ends.writer.write(block.data(), block.size() / 2);
            if (done == 0) std::this_thread::yield();
            written += done;
        }
    }};
    uint64_t read = 0;
    uint64_t wrong = 0;
    std::vector<float> block(2 * 480);
    while (read < k_frames) {
        const uint64_t got = ends.reader.read(block.data(), 480);
        if (got == 0) std::this_thread::yield();
        const auto expected = counting(read, got);
        wrong += std::equal(expected.begin(), expected.end(), block.begin()) ? 0 : 1;
        read += got;
    }
    producer.join();
    CHECK(wrong == 0);
    CHECK(ends.reader.position() == k_frames);
}
