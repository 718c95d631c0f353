#include "content/pack/pack.h"

#include "content/base/hash.h"
#include "content/base/process.h"
#include "content/pack/archive.h"
#include "content/pack/pack_parts.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

#include <map>

using namespace pufa;
using namespace pufa::pack;
using support::k_fixture_now;
using support::PackBench;

namespace {

int run(const std::string& program, const std::vector<std::string>& arguments) {
    const auto finished = base::run("/usr/bin/" + program, arguments);
    REQUIRE(finished);
    return finished->exit_code;
}

/// The name under which a file is refused, or "accepted".
std::string refusal(const std::filesystem::path& file, const Trust& trust) {
    const auto opened = open_pack(file, trust, k_fixture_now);
    if (!opened) return std::string{base::name(opened.error().code)};
    const auto verified = verify_members(*opened, {});
    return verified ? "accepted" : std::string{base::name(verified.error().code)};
}

/// A pack signed by the bench whose manifest write_pack would refuse to write.
std::filesystem::path signed_as_is(const PackBench& bench, const std::string& manifest,
                                   const std::vector<Member>& members = {}) {
    const auto signature = sign(manifest, bench.keys().secret);
    const auto entries = entries_of(manifest, signature, members);
    const auto file = bench.folder() / "as-is.pufa";
    REQUIRE(base::write_file_atomic(file, local_header(entries[0]) + manifest +
                                              local_header(entries[1]) + signature +
                                              central_directory(entries)));
    return file;
}

} // namespace

TEST_CASE("a pack that was written opens, and says the same as before") {
    const PackBench bench;
    const auto file = bench.build();
    const auto opened = open_pack(file, bench.trust(), k_fixture_now);
    REQUIRE(opened);
    CHECK(opened->signer.name == "test-press");
    CHECK(opened->size == std::filesystem::file_size(file));
    CHECK(opened->manifest.items == support::fixture_manifest().items);
    REQUIRE(opened->manifest.members.size() == 2);
    CHECK(opened->manifest.members[0].path == "videos/wills.mp4");
    const auto& member = opened->manifest.members[0];
    std::string bytes(member.size, '\0');
    REQUIRE(base::read_exact(opened->fd.get(), opened->offsets[0],
                             std::as_writable_bytes(std::span{bytes}), "pack"));
    CHECK(bytes.starts_with("the film, as words"));
    uint64_t last = 0;
    CHECK(verify_members(*opened, [&](uint64_t done, uint64_t total) {
        CHECK(done <= total);
        last = done;
    }));
    CHECK(last == member.size + opened->manifest.members[1].size);
}

TEST_CASE("every byte of a pack that is flipped is refused by name") {
    const PackBench bench;
    const auto file = bench.build();
    const auto opened = open_pack(file, bench.trust(), k_fixture_now);
    REQUIRE(opened);
    const auto in_member = [&](uint64_t at) {
        for (size_t i = 0; i < opened->offsets.size(); ++i) {
            if (at >= opened->offsets[i] &&
                at < opened->offsets[i] + opened->manifest.members[i].size)
                return true;
        }
        return false;
    };
    REQUIRE(refusal(file, bench.trust()) == "accepted");
    std::map<std::string, int> count;
    for (uint64_t at = 0; at < opened->size; ++at) {
        const int bit = static_cast<int>(at % 8);
        support::flip_bit(file, at, bit);
        const auto name = refusal(file, bench.trust());
        INFO("byte " << at);
        CHECK(name != "accepted");
        CHECK((name == "DAMAGED_MEMBER") >= in_member(at));
        CHECK(name != "DISK_ERROR");
        ++count[name];
        support::flip_bit(file, at, bit);
    }
    CHECK(refusal(file, bench.trust()) == "accepted");
    for (const std::string name :
         {"NOT_A_PACK", "NOT_CANONICAL", "BAD_SIGNATURE", "UNKNOWN_KEY", "DAMAGED_MEMBER"}) {
        INFO(name);
        CHECK(count[name] > 0);
    }
}

TEST_CASE("a pack cut off after any byte is refused") {
    const PackBench bench;
    const auto file = bench.build();
    const auto whole = *base::read_file(file);
    const auto cut = bench.folder() / "cut.pufa";
    for (size_t size = 0; size < whole.size(); size += 7) {
        REQUIRE(base::write_file_atomic(cut, std::string_view{whole}.substr(0, size)));
        INFO(size);
        CHECK(refusal(cut, bench.trust()) == (size < 39 ? "NOT_A_PACK" : "DAMAGED_MEMBER"));
    }
    REQUIRE(base::write_file_atomic(cut, whole + "x"));
    CHECK(refusal(cut, bench.trust()) == "NOT_CANONICAL");
}

TEST_CASE("stock unzip, minisign and sha256sum judge a pack as we do") {
    const PackBench bench;
    const auto file = bench.build();
    CHECK(run("unzip", {"-tqq", file}) == 0);
    const auto out = bench.folder() / "out";
    REQUIRE(run("unzip", {"-qq", file, "-d", out}) == 0);
    CHECK(run("minisign",
              {"-Vqm", out / "pack.json", "-p", bench.folder() / "trust/test-press.pub"}) == 0);
    const auto opened = open_pack(file, bench.trust(), k_fixture_now);
    REQUIRE(opened);
    for (const auto& member : opened->manifest.members) {
        const auto summed = base::run("/usr/bin/sha256sum", {out / member.path});
        REQUIRE(summed);
        CHECK(summed->output.starts_with(member.sha256 + " "));
    }
}

TEST_CASE("a ZIP made by another archiver is refused even when its content is ours") {
    const PackBench bench;
    const auto file = bench.build();
    const auto zip = bench.folder() / "zipped.pufa";
    const std::string script =
        "import sys, zipfile\n"
        "a = zipfile.ZipFile(sys.argv[1])\n"
        "b = zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_STORED)\n"
        "names = a.namelist() if sys.argv[3] == 'all' else ['pack.json', 'videos/wills.mp4']\n"
        "[b.writestr(zipfile.ZipInfo(n) if sys.argv[3] == 'all' else n, a.read(n)) for n in "
        "names]\n"
        "b.close()\n";
    REQUIRE(run("python3", {"-c", script, file, zip, "all"}) == 0);
    CHECK(run("unzip", {"-tqq", zip}) == 0);
    CHECK(refusal(zip, bench.trust()) == "NOT_CANONICAL");
}

TEST_CASE("a pack without a signature is UNSIGNED") {
    const PackBench bench;
    const auto manifest = write_manifest(support::fixture_manifest());
    const Entry first{"pack.json", static_cast<uint32_t>(manifest.size()),
                      base::crc32(base::as_bytes(manifest))};
    const Entry other{"videos/wills.mp4", 0, 0};
    const auto file = bench.folder() / "unsigned.pufa";
    REQUIRE(base::write_file_atomic(file, local_header(first) + manifest + local_header(other) +
                                              central_directory({first, other})));
    CHECK(refusal(file, bench.trust()) == "UNSIGNED");
    REQUIRE(
        base::write_file_atomic(file, local_header(first) + manifest + central_directory({first})));
    CHECK(refusal(file, bench.trust()) == "UNSIGNED");
}

TEST_CASE("a pack of a stranger is UNKNOWN_KEY before a byte of its JSON is read") {
    const PackBench bench;
    CHECK(refusal(bench.build(), Trust{}) == "UNKNOWN_KEY");
    CHECK(refusal(signed_as_is(bench, "{ this is no JSON"), Trust{}) == "UNKNOWN_KEY");
    CHECK(refusal(signed_as_is(bench, "{ this is no JSON"), bench.trust()) == "BAD_MANIFEST");
}

TEST_CASE("a file that is missing, empty, a folder or a FIFO is refused and nothing waits") {
    const PackBench bench;
    CHECK(refusal(bench.folder() / "none.pufa", bench.trust()) == "NOT_FOUND");
    const auto file = bench.folder() / "empty.pufa";
    REQUIRE(base::write_file_atomic(file, ""));
    CHECK(refusal(file, bench.trust()) == "NOT_A_PACK");
    CHECK(refusal(bench.folder(), bench.trust()) == "NOT_FOUND");
    REQUIRE(run("mkfifo", {bench.folder() / "fifo.pufa"}) == 0);
    CHECK(refusal(bench.folder() / "fifo.pufa", bench.trust()) == "NOT_FOUND");
}

TEST_CASE("a pack is valid on its first and on its last day, by local date") {
    const PackBench bench;
    auto manifest = support::fixture_manifest();
    manifest.not_before = base::Date{2026, 11, 20};
    manifest.not_after = base::Date{2026, 12, 4};
    const auto file = bench.build(manifest);
    const auto at = [&](const char* time) -> std::string {
        const auto opened = open_pack(file, bench.trust(), *base::parse_iso(time));
        return opened ? "accepted" : std::string{base::name(opened.error().code)};
    };
    CHECK(at("2026-11-19T23:59:59+08:00") == "NOT_YET");
    CHECK(at("2026-11-20T00:00:00+08:00") == "accepted");
    CHECK(at("2026-12-04T23:59:59+08:00") == "accepted");
    CHECK(at("2026-12-05T00:00:00+08:00") == "EXPIRED");
}

TEST_CASE("a signed pack that breaks a rule is refused by the rule's name") {
    const PackBench bench;
    auto manifest = support::fixture_manifest();
    const auto fault = [&](const Manifest& faulty) {
        return refusal(signed_as_is(bench, write_manifest(faulty), faulty.members), bench.trust());
    };
    CHECK(fault(manifest) == "DANGLING_REFERENCE"); // no members
    manifest.items.erase(manifest.items.begin());
    std::get<model::Campaign>(manifest.items.back()).items.clear();
    CHECK(fault(manifest) == "accepted");
    manifest.sequence = 0;
    CHECK(fault(manifest) == "BAD_MANIFEST");
    manifest.sequence = 1;
    manifest.format = 2;
    CHECK(fault(manifest) == "NEEDS_NEWER_PLAYER");
}
