// The attacks that The Update Framework names (specification 1.0.33, section 1.5.2), each tried on
// a machine as this project has it: a store, a trust folder, packs on a stick. Slow retrieval has
// no counterpart, since nothing is fetched over a network.

#include "content/base/hash.h"
#include "content/pack/archive.h"
#include "content/pack/clock_floor.h"
#include "content/pack/pack_parts.h"
#include "content/pack/sites.h"
#include "content/pack/store.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;
using support::PackBench;

namespace {

/// Later than the build, so that the floor of the clock is not above it.
const auto k_today = build_time() + std::chrono::days{200};

/// A machine that trusts the bench's key.
struct Machine {
    PackBench bench;
    base::StatePaths paths{bench.folder() / "state"};
    Trust trust = bench.trust();

    /// "" if it was installed, else the name of the refusal.
    std::string install(const std::filesystem::path& file, WallTime now = k_today) {
        const auto lock = StateLock::take(paths);
        REQUIRE(lock);
        auto store = Store::open(paths, *lock);
        REQUIRE(store);
        const auto installed = store->install(file, trust, now, {});
        return installed ? std::string{} : std::string{base::name(installed.error().code)};
    }
    [[nodiscard]] std::filesystem::path build(const Manifest& manifest) const {
        return bench.build(manifest, "v" + std::to_string(manifest.sequence) + ".pufa");
    }
    [[nodiscard]] int64_t active() const {
        const auto packs = list_installed(paths);
        REQUIRE(packs);
        for (const auto& pack : *packs) {
            if (pack.active) return pack.sequence;
        }
        return 0;
    }
};

/// Without members, so that it can be signed as it stands.
Manifest bare(int64_t sequence = 1) {
    auto manifest = support::fixture_manifest(sequence);
    manifest.items.erase(manifest.items.begin());
    std::get<model::Campaign>(manifest.items.back()).items.clear();
    return manifest;
}

std::filesystem::path signed_text(const Machine& machine, const std::string& manifest,
                                  const std::string& signature) {
    const auto entries = entries_of(manifest, signature, {});
    const auto file = machine.bench.folder() / "made.pufa";
    REQUIRE(base::write_file_atomic(file, local_header(entries[0]) + manifest +
                                              local_header(entries[1]) + signature +
                                              central_directory(entries)));
    return file;
}

} // namespace

TEST_CASE("arbitrary software: what no trusted key signed is not installed") {
    Machine machine;
    const auto stranger = make_key_pair("stranger");
    const auto file = machine.bench.folder() / "strange.pufa";
    REQUIRE(write_pack(support::fixture_manifest(), machine.bench.sources(), stranger.secret, file,
                       {}));
    CHECK(machine.install(file) == "UNKNOWN_KEY");
    REQUIRE(
        write_pack(support::fixture_manifest(), machine.bench.sources(), std::nullopt, file, {}));
    CHECK(machine.install(file) == "UNSIGNED");
    // A trusted key's signature of something else.
    const auto text = write_manifest(bare());
    CHECK(machine.install(signed_text(machine, text, sign("other", machine.bench.keys().secret))) ==
          "BAD_SIGNATURE");
    CHECK(machine.install(signed_text(
              machine, text, sign(text, machine.bench.keys().secret, Sealed::statement))) ==
          "BAD_SIGNATURE");
    CHECK(machine.active() == 0);
}

TEST_CASE("rollback: an older version than was ever seen is not installed") {
    Machine machine;
    const auto first = machine.build(support::fixture_manifest(1));
    REQUIRE(machine.install(machine.build(support::fixture_manifest(2))).empty());
    CHECK(machine.install(first) == "ROLLBACK");
    auto other = support::fixture_manifest(2);
    other.demo = false; // the same number with other content
    CHECK(machine.install(machine.build(other)) == "ROLLBACK");
    CHECK(machine.active() == 2);
}

TEST_CASE("fast-forward: numbers and dates cannot leave the bounds") {
    Machine machine;
    const auto text = write_manifest(bare(1));
    const auto with = [&](std::string_view old, const std::string& put) {
        auto changed = text;
        changed.replace(changed.find(old), old.size(), put);
        return machine.install(
            signed_text(machine, changed, sign(changed, machine.bench.keys().secret)));
    };
    CHECK(with("\"sequence\": 1", "\"sequence\": 9007199254740992") == "BAD_MANIFEST");
    CHECK(with("\"sequence\": 1", "\"sequence\": -1") == "BAD_MANIFEST");
    const auto late = base::to_iso(latest_plausible() + std::chrono::seconds{1});
    CHECK(with("2026-11-20T08:00:00Z", late) == "BAD_MANIFEST");
    // At the bounds it is taken: a publisher that did this goes on under another id of a pack.
    CHECK(with("\"sequence\": 1", "\"sequence\": 9007199254740991").empty());
    CHECK(machine.active() == 9007199254740991);
    CHECK(machine.install(machine.build(support::fixture_manifest(2))) == "ROLLBACK");
    auto renamed = bare(1);
    renamed.id = {"test-press/fixture-2"};
    renamed.items.clear();
    CHECK(machine.install(machine.build(renamed)).empty());
}

TEST_CASE("indefinite freeze: a clock that is set back makes nothing valid again") {
    Machine machine;
    auto ended = support::fixture_manifest(1);
    ended.id = {"test-press/ended"};
    ended.items.clear();
    ended.not_after = base::to_local(k_today).date;
    const auto file = machine.build(ended);
    auto newer = support::fixture_manifest(2);
    newer.created = k_today + std::chrono::days{2};
    REQUIRE(machine.install(machine.build(newer)).empty());
    // By the clock it is valid; but this machine has seen something made later.
    CHECK(machine.install(file, k_today - std::chrono::days{3}) == "EXPIRED");
    // So is the key that ends on that day, and a clock of 1970 changes nothing.
    machine.trust.keys[0].not_after = ended.not_after;
    CHECK(machine.install(machine.build(support::fixture_manifest(3)), WallTime{}) ==
          "EXPIRED_KEY");
    // An implausible clock takes nothing off the screen.
    CHECK(machine.active() == 2);
}

TEST_CASE("indefinite freeze: a machine whose clock stands before its build takes what is valid") {
    Machine machine;
    auto manifest = support::fixture_manifest(1);
    manifest.not_before = base::to_local(build_time() - std::chrono::days{30}).date;
    CHECK(machine.install(machine.build(manifest), WallTime{}).empty());
    manifest.sequence = 2;
    manifest.not_before = base::to_local(build_time() + std::chrono::days{30}).date;
    CHECK(machine.install(machine.build(manifest), WallTime{}) == "NOT_YET");
}

TEST_CASE("endless data: no size that a stick claims is read before it is bounded") {
    Machine machine;
    const auto head = [&](uint32_t size) {
        const auto file = machine.bench.folder() / "endless.pufa";
        REQUIRE(base::write_file_atomic(file, local_header({"pack.json", size, 0})));
        std::filesystem::resize_file(file, k_max_archive); // sparse: as long as a stick can hold
        return machine.install(file);
    };
    CHECK(head(0xffffffff) == "TOO_LARGE");
    CHECK(head(static_cast<uint32_t>(k_max_manifest + 1)) == "TOO_LARGE");
    const auto file = machine.bench.build();
    std::filesystem::resize_file(file, std::filesystem::file_size(file) + 1);
    CHECK(machine.install(file) == "NOT_CANONICAL");
    std::filesystem::resize_file(file, k_max_archive + 1);
    CHECK(machine.install(file) == "TOO_LARGE");
}

TEST_CASE("extraneous dependencies: what a pack asks for is told, never fetched or demanded") {
    Machine machine;
    auto manifest = support::fixture_manifest();
    manifest.needs = {{{"test-press/other"}, 4}};
    const auto file = machine.build(manifest);
    const auto opened = open_pack(file, machine.trust, k_today);
    REQUIRE(opened);
    CHECK(unmet(opened->manifest, {}) == manifest.needs);
    CHECK(machine.install(file).empty());
}

TEST_CASE("mix-and-match: members of one version do not pass in another") {
    Machine machine;
    const auto old = std::string{"the film, as words"};
    machine.bench.source("videos/wills.mp4", "the fake, as words: " + std::string(200, 'f'));
    const auto file = machine.bench.build(2);
    auto mixed = *base::read_file(file);
    const auto at = mixed.find("the fake, as words");
    REQUIRE(at != std::string::npos);
    mixed.replace(at, old.size(), old); // the film of version 1, of the same length
    REQUIRE(base::write_file_atomic(file, mixed));
    CHECK(machine.install(file) == "DAMAGED_MEMBER");
    // The manifest of one with the signature of the other.
    const auto one = write_manifest(bare(1));
    const auto two = write_manifest(bare(2));
    CHECK(machine.install(signed_text(machine, two, sign(one, machine.bench.keys().secret))) ==
          "BAD_SIGNATURE");
    CHECK(machine.active() == 0);
}

TEST_CASE(
    "wrong software installation: a key signs for its publishers, a pack is for its machines") {
    Machine machine;
    machine.trust.keys[0].publishers = {"other-press"};
    const auto file = machine.bench.build();
    CHECK(machine.install(file) == "WRONG_PUBLISHER");
    machine.trust.keys[0].publishers = {"other-press", "test-press"};
    auto manifest = support::fixture_manifest();
    manifest.sites = {"pengjiang-*"};
    const auto meant = machine.build(manifest);
    machine.trust.site = "";
    CHECK(machine.install(meant) == "WRONG_SITE");
    machine.trust.site = "xinhui-01";
    CHECK(machine.install(meant) == "WRONG_SITE");
    machine.trust.site = "pengjiang-01";
    CHECK(machine.install(meant).empty());
}

TEST_CASE("key compromise: a revoked key installs nothing, before a byte of its JSON is read") {
    Machine machine;
    const auto file = machine.bench.build();
    machine.trust.keys.clear();
    machine.trust.revoked = {{machine.bench.keys().open.id, Reason::compromised, "", false}};
    CHECK(machine.install(file) == "REVOKED_KEY");
    const std::string nonsense = "{ this is no JSON";
    CHECK(machine.install(signed_text(
              machine, nonsense, sign(nonsense, machine.bench.keys().secret))) == "REVOKED_KEY");
}

TEST_CASE("every bit of the manifest and of the signature counts") {
    Machine machine;
    auto manifest = bare();
    manifest.items.clear();
    const auto file = machine.bench.folder() / "small.pufa";
    REQUIRE(write_pack(manifest, {}, machine.bench.keys().secret, file, {}));
    const auto size = std::filesystem::file_size(file);
    REQUIRE(open_pack(file, machine.trust, k_today));
    size_t flipped = 0;
    for (uint64_t at = 0; at < size; ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            support::flip_bit(file, at, bit);
            const bool refused = !open_pack(file, machine.trust, k_today);
            support::flip_bit(file, at, bit);
            INFO("byte " << at << ", bit " << bit);
            CHECK(refused);
            ++flipped;
        }
    }
    CHECK(flipped == size * 8);
    CHECK(open_pack(file, machine.trust, k_today));
}
