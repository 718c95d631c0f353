#include "content/pack/pack.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::pack;
using support::PackBench;

TEST_CASE("the same sources and key give the same bytes, in whatever order they are named") {
    PackBench bench;
    const auto first = *base::read_file(bench.build());
    auto reversed = bench.sources();
    std::reverse(reversed.begin(), reversed.end());
    const auto again = bench.folder() / "again.pufa";
    REQUIRE(write_pack(support::fixture_manifest(), reversed, bench.keys().secret, again, {}));
    CHECK(*base::read_file(again) == first);
}

TEST_CASE("a member that the builder made is packed as one that lies on disk") {
    PackBench bench;
    const auto from_disk = *base::read_file(bench.build());
    auto sources = bench.sources();
    for (auto& source : sources) {
        source.bytes = *base::read_file(source.file);
        source.file = "nowhere";
    }
    const auto file = bench.folder() / "made.pufa";
    REQUIRE(write_pack(support::fixture_manifest(), sources, bench.keys().secret, file, {}));
    CHECK(*base::read_file(file) == from_disk);
}

TEST_CASE("a pack that breaks a rule is not written, and what stood there stays") {
    const PackBench bench;
    const auto file = bench.build();
    const auto before = *base::read_file(file);
    auto manifest = support::fixture_manifest();
    std::get<model::Quiz>(manifest.items[3]).questions.push_back(support::fixture_item("gone"));
    const auto refused = write_pack(manifest, bench.sources(), bench.keys().secret, file, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::DANGLING_REFERENCE);
    CHECK(*base::read_file(file) == before);
}

TEST_CASE("a source that changes while the pack is written is noticed, and nothing is left") {
    PackBench bench;
    const auto source = bench.sources().front().file;
    uint64_t size = 0;
    for (const auto& held : bench.sources())
        size += std::filesystem::file_size(held.file);
    bool changed = false;
    // Everything has been hashed once; the second reading then meets other bytes.
    const auto change = [&](uint64_t done, uint64_t) {
        if (done != size) return;
        support::flip_bit(source, 0);
        changed = true;
    };
    const auto file = bench.folder() / "changed.pufa";
    const auto refused =
        write_pack(support::fixture_manifest(), bench.sources(), bench.keys().secret, file, change);
    REQUIRE(changed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::BAD_SOURCE);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK_FALSE(std::filesystem::exists(bench.folder() / "changed.pufa.new"));
}

TEST_CASE("a disk that is full while a pack is written leaves nothing half written") {
    PackBench bench;
    bench.source("videos/long.mp4", std::string(3u << 20, 'l'));
    const auto file = bench.folder() / "full.pufa";
    Result<void> refused;
    {
        const support::FileSizeLimit full{1u << 20};
        refused =
            write_pack(support::fixture_manifest(), bench.sources(), bench.keys().secret, file, {});
        CHECK(full.fired());
    }
    CHECK_FALSE(refused);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK_FALSE(std::filesystem::exists(bench.folder() / "full.pufa.new"));
}

TEST_CASE("a pack that is built unsigned and signed apart has the bytes of one built in one go") {
    const PackBench bench;
    const auto whole = *base::read_file(bench.build());
    const auto plain = bench.folder() / "plain.pufa";
    REQUIRE(write_pack(support::fixture_manifest(), bench.sources(), std::nullopt, plain, {}));
    CHECK(open_pack(plain, bench.trust(), support::k_fixture_now).error().code == Code::UNSIGNED);
    auto opened = open_for_signing(plain);
    REQUIRE(opened);
    const auto apart = bench.folder() / "apart.pufa";
    uint64_t last = 0;
    REQUIRE(sign_pack(*opened, bench.keys().secret, apart,
                      [&](uint64_t done, uint64_t total) { last = total - done; }));
    CHECK(last == 0);
    CHECK(*base::read_file(apart) == whole);
    // Over a stranger's signature, and in place.
    REQUIRE(sign_pack(*opened, make_key_pair("stranger").secret, plain, {}));
    CHECK(*base::read_file(plain) != whole);
    opened = open_for_signing(plain);
    REQUIRE(opened);
    REQUIRE(sign_pack(*opened, bench.keys().secret, plain, {}));
    CHECK(*base::read_file(plain) == whole);
}

TEST_CASE("a pack whose bytes are not those of its manifest is not signed, and stays as it is") {
    const PackBench bench;
    const auto file = bench.build();
    const auto clean = open_for_signing(file);
    REQUIRE(clean);
    support::flip_bit(file, clean->offsets[1]);
    const auto before = *base::read_file(file);
    const auto opened = open_for_signing(file);
    REQUIRE(opened);
    const auto refused = sign_pack(*opened, bench.keys().secret, file, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::DAMAGED_MEMBER);
    CHECK(*base::read_file(file) == before);
    CHECK_FALSE(std::filesystem::exists(file.string() + ".new"));
    REQUIRE(base::write_file_atomic(file, before + "x"));
    CHECK(open_for_signing(file).error().code == Code::NOT_CANONICAL);
}
