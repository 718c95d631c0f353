#include "content/decoder/range.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <cerrno>
#include <limits>
#include <string>

using namespace pufa;
using decoder::Range;

namespace {

struct Letters {
    Letters() { REQUIRE(base::write_file_atomic(folder.path() / "letters", "abcdefghij")); }
    Range range(uint64_t offset, uint64_t length) const {
        auto fd = base::open_file(folder.path() / "letters", O_RDONLY);
        REQUIRE(fd);
        return Range{std::move(fd).value(), offset, length};
    }
    base::TemporaryFolder folder;
};

std::string read(Range& range, int size) {
    std::string text(static_cast<size_t>(size), '\0');
    const int got = range.read(reinterpret_cast<uint8_t*>(text.data()), size);
    REQUIRE(got >= 0);
    text.resize(static_cast<size_t>(got));
    return text;
}

} // namespace

TEST_CASE("a range reads its bytes and not one more") {
    const Letters letters;
    Range range = letters.range(2, 5);
    CHECK(range.length() == 5);
    CHECK(read(range, 3) == "cde");
    CHECK(read(range, 100) == "fg");
    CHECK(read(range, 1).empty());
}

TEST_CASE("seeking stays within the range") {
    const Letters letters;
    Range range = letters.range(2, 5);
    CHECK(range.seek(4, SEEK_SET) == 4);
    CHECK(read(range, 9) == "g");
    CHECK(range.seek(-3, SEEK_END) == 2);
    CHECK(range.seek(1, SEEK_CUR) == 3);
    CHECK(read(range, 1) == "f");
    for (const int whence : {SEEK_SET, SEEK_CUR, SEEK_END}) {
        CHECK(range.seek(6, whence) == -EINVAL);
        CHECK(range.seek(-6, whence) == -EINVAL);
        CHECK(range.seek(std::numeric_limits<int64_t>::max(), whence) == -EINVAL);
        CHECK(range.seek(std::numeric_limits<int64_t>::min(), whence) == -EINVAL);
    }
    CHECK(range.seek(0, 99) == -EINVAL);
    CHECK(read(range, 1) == "g"); // the refused ones did not move it
}

TEST_CASE("a file shorter than its range ends where it ends; a bad descriptor is an error") {
    const Letters letters;
    Range range = letters.range(8, 50);
    CHECK(read(range, 50) == "ij");
    CHECK(read(range, 50).empty());
    Range none{base::UniqueFd{}, 0, 10};
    uint8_t byte = 0;
    CHECK_FALSE(none.read_failed());
    CHECK(none.read(&byte, 1) == -EBADF);
    CHECK(none.read_failed());
    CHECK_FALSE(range.read_failed());
    CHECK(range.read(&byte, -5) == 0);
}

TEST_CASE("a copy reads the same descriptor at a place of its own; each read is told of first") {
    const Letters letters;
    auto fd = base::open_file(letters.folder.path() / "letters", O_RDONLY);
    REQUIRE(fd);
    int reads = 0;
    Range one{std::move(fd).value(), 0, 10, [&] { ++reads; }};
    CHECK(read(one, 2) == "ab");
    {
        Range other = one;
        CHECK(read(other, 2) == "cd");
        CHECK(other.seek(0, SEEK_SET) == 0);
        CHECK(read(other, 2) == "ab");
    }
    CHECK(read(one, 2) == "cd"); // the descriptor outlives the copy
    CHECK(reads == 4);
}
