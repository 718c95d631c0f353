#include "content/media/memory.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace pufa;
using namespace pufa::media;

TEST_CASE("shared memory can neither shrink nor grow nor lose its seals") {
    const auto memory = SharedMemory::create("test", 8192, Access::read);
    REQUIRE(memory);
    CHECK(memory->size() == 8192);
    CHECK(::ftruncate(memory->descriptor(), 4096) != 0);
    CHECK(::ftruncate(memory->descriptor(), 65536) != 0);
    CHECK(::fcntl(memory->descriptor(), F_ADD_SEALS, F_SEAL_WRITE) != 0);
}

TEST_CASE("what one side writes the other sees") {
    auto memory = SharedMemory::create("test", 4096, Access::read);
    REQUIRE(memory);
    auto other = SharedMemory::adopt(base::UniqueFd{::dup(memory->descriptor())}, 4096);
    REQUIRE(other);
    memory->close_descriptor();
    other->data()[17] = std::byte{42};
    CHECK(memory->data()[17] == std::byte{42});
}

TEST_CASE("memory of no bytes is allowed and maps nothing") {
    const auto memory = SharedMemory::create("test", 0, Access::read_write);
    REQUIRE(memory);
    CHECK(memory->data() == nullptr);
    CHECK(SharedMemory::adopt(base::UniqueFd{::dup(memory->descriptor())}, 0));
}

TEST_CASE("memory of another size, or not sealed, or no memory at all is refused") {
    const auto memory = SharedMemory::create("test", 4096, Access::read);
    REQUIRE(memory);
    CHECK_FALSE(SharedMemory::adopt(base::UniqueFd{::dup(memory->descriptor())}, 8192));
    base::UniqueFd open_ended{::memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING)};
    REQUIRE(::ftruncate(open_ended.get(), 4096) == 0);
    const auto refused = SharedMemory::adopt(std::move(open_ended), 4096);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::BAD_SOURCE);
    CHECK_FALSE(SharedMemory::adopt(base::UniqueFd{}, 4096));
}
