#include "content/pack/incoming.h"

#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

TEST_CASE("sweeping empties the folder of files and folders, or makes it") {
    const base::TemporaryFolder folder;
    const auto incoming = folder.path() / "incoming";
    REQUIRE(sweep_incoming(incoming));
    REQUIRE(base::make_folders(incoming / "odd"));
    REQUIRE(base::write_file_atomic(incoming / "odd" / "half.pufa", "half"));
    REQUIRE(base::write_file_atomic(incoming / "half.pufa", "half"));
    REQUIRE(sweep_incoming(incoming));
    CHECK(std::filesystem::is_empty(incoming));
}

TEST_CASE("a copy is the whole archive, and goes unless it was moved away") {
    const support::PackBench bench;
    const auto file = bench.build();
    const auto opened = open_pack(file, bench.trust(), support::k_fixture_now);
    REQUIRE(opened);
    uint64_t last = 0;
    std::filesystem::path kept;
    {
        auto copy = copy_to_incoming(*opened, bench.folder(), [&](uint64_t done, uint64_t total) {
            CHECK(done > last);
            CHECK(total == opened->size);
            last = done;
        });
        REQUIRE(copy);
        kept = copy->path();
        CHECK(*base::read_file(kept) == *base::read_file(file));
    }
    CHECK(last == opened->size);
    CHECK_FALSE(std::filesystem::exists(kept));
}

TEST_CASE("a member that differs is found while it is copied, and the copy goes") {
    const support::PackBench bench;
    const auto file = bench.build();
    const auto opened = open_pack(file, bench.trust(), support::k_fixture_now);
    REQUIRE(opened);
    support::flip_bit(file, opened->offsets[1]);
    const auto into = bench.folder() / "incoming";
    REQUIRE(sweep_incoming(into));
    const auto refused = copy_to_incoming(*opened, into, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::DAMAGED_MEMBER);
    CHECK(refused.error().detail == "videos/wills.png");
    CHECK(std::filesystem::is_empty(into));
}

TEST_CASE("a member of many parts is copied whole, and a flipped bit in any part is found") {
    support::PackBench bench;
    std::string film(13u << 20, 'f'); // more than three parts, the last one short
    for (size_t at = 0; at < film.size(); at += 4096)
        film[at] = static_cast<char>(at / 4096);
    bench.source("videos/wills.mp4", film);
    const auto file = bench.build();
    const auto opened = open_pack(file, bench.trust(), support::k_fixture_now);
    REQUIRE(opened);
    const auto into = bench.folder() / "incoming";
    REQUIRE(sweep_incoming(into));
    {
        const auto copy = copy_to_incoming(*opened, into, {});
        REQUIRE(copy);
        CHECK(*base::read_file(copy->path()) == *base::read_file(file));
    }
    for (const uint64_t at : {uint64_t{0}, uint64_t{5} << 20, uint64_t{9} << 20, film.size() - 1}) {
        support::flip_bit(file, opened->offsets[0] + at);
        const auto refused = copy_to_incoming(*opened, into, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::DAMAGED_MEMBER);
        CHECK(refused.error().detail == "videos/wills.mp4");
        support::flip_bit(file, opened->offsets[0] + at);
    }
    CHECK(copy_to_incoming(*opened, into, {}));
}

TEST_CASE("folders made on the way go again unless kept, and never with what they hold") {
    const base::TemporaryFolder root;
    const auto deep = root.path() / "a" / "b";
    {
        MadeFolders folders{root.path()};
        REQUIRE(folders.make(deep));
        CHECK(std::filesystem::is_directory(deep));
    }
    CHECK(std::filesystem::is_empty(root.path()));
    {
        MadeFolders folders{root.path()};
        REQUIRE(folders.make(deep));
        REQUIRE(base::write_file_atomic(root.path() / "a" / "other", "x"));
    }
    CHECK_FALSE(std::filesystem::exists(deep));
    CHECK(std::filesystem::exists(root.path() / "a" / "other"));
    {
        MadeFolders folders{root.path()};
        REQUIRE(folders.make(deep));
        folders.keep();
    }
    CHECK(std::filesystem::is_directory(deep));
}
