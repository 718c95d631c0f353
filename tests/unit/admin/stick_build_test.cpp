#include "admin/commands/stick_build.h"

#include "content/pack/pack.h"
#include "stick_bench.h"
#include "tests/support/mounts.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>

using namespace pufa;
using test::StickBench;

namespace {

/// An author's stick: a folder, and a key with the passphrase "sesame".
struct AuthorBench : StickBench {
    pack::KeyPair key = pack::make_key_pair("author");

    AuthorBench() {
        REQUIRE(
            test::run_admin({"pack", "new", stick("PUFA/wills").string(), "--id", "jiangmen/wills"})
                .exit_code == 0);
        put("PUFA/author.key", *pack::secret_key_text(key, "sesame", pack::KeyCost::quick));
    }
    [[nodiscard]] test::Ran build(const std::string& passphrase = "sesame\n",
                                  const std::filesystem::path& to = {}) const {
        std::array<int, 2> ends{-1, -1};
        REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
        const base::UniqueFd reads{ends[0]};
        base::UniqueFd writes{ends[1]};
        REQUIRE(base::write_all(writes.get(), base::as_bytes(passphrase), "pipe"));
        writes.reset();
        return run({"build", (to.empty() ? stick() : to).string(), "--source",
                    stick("PUFA/wills").string(), "--key", stick("PUFA/author.key").string(),
                    "--passphrase-fd", std::to_string(reads.get())});
    }
    [[nodiscard]] std::filesystem::path pack_file(const std::string& sequence = "1") const {
        return stick("PUFA/jiangmen-wills-" + sequence + ".pufa");
    }
    void check_nothing_left() const { CHECK(StickBench::tree(paths().root / "building").empty()); }
};

} // namespace

TEST_CASE("an author's folder becomes a signed pack on the stick, the same that pack build makes") {
    const AuthorBench bench;
    const auto ran = bench.build();
    INFO(ran.out);
    REQUIRE(ran.exit_code == 0);
    const auto report = ran.json();
    CHECK(report["id"] == "jiangmen/wills");
    CHECK(report["sequence"] == 1);
    CHECK(report["pack"] == bench.pack_file().string());
    CHECK(report["findings"].is_array());
    bench.check_nothing_left();

    pack::Trust trust;
    trust.keys.push_back({bench.key.open});
    const auto opened = pack::open_pack(bench.pack_file(), trust, support::k_fixture_now);
    REQUIRE(opened);
    CHECK(opened->manifest.id.value == "jiangmen/wills");
    const auto other = bench.stick("other.pufa");
    bench.put("words.txt", "sesame\n");
    REQUIRE(test::run_admin({"pack", "build", bench.stick("PUFA/wills").string(), "--key",
                             bench.stick("PUFA/author.key").string(), "--passphrase-file",
                             bench.stick("words.txt").string(), "--output", other.string()})
                .exit_code == 0);
    CHECK(*base::read_file(other) == *base::read_file(bench.pack_file()));
}

TEST_CASE(
    "building the same again is no fault, another pack of the same version is never replaced") {
    const AuthorBench bench;
    REQUIRE(bench.build().exit_code == 0);
    CHECK(bench.build().exit_code == 0);
    REQUIRE(base::write_file_atomic(bench.pack_file(), "another pack"));
    const auto refused = bench.build();
    CHECK(refused.exit_code == 1);
    CHECK(StickBench::code(refused) == "ALREADY_EXISTS");
    CHECK(*base::read_file(bench.pack_file()) == "another pack");
    bench.check_nothing_left();
}

TEST_CASE("all that is wrong with the folder is said, and no pack is made") {
    const AuthorBench bench;
    bench.put("PUFA/wills/quizzes/bad.csv", "no,such,columns\n1,2,3\n");
    const auto ran = bench.build();
    CHECK(ran.exit_code == 1);
    const auto report = ran.json();
    CHECK(report["pack"] == nullptr);
    REQUIRE(!report["findings"].empty());
    CHECK(report["findings"][0].contains("what_to_do"));
    CHECK_FALSE(std::filesystem::exists(bench.pack_file()));
}

TEST_CASE("a wrong passphrase is one sentence, at once, and nothing was built") {
    const AuthorBench bench;
    for (const auto* wrong : {"barley\n", "barley", "Sesame\n"}) {
        const auto ran = bench.build(wrong);
        CHECK(ran.exit_code == 1);
        CHECK(StickBench::code(ran) == "WRONG_PASSPHRASE");
    }
    CHECK(StickBench::code(bench.build("")) == "BAD_SOURCE");
    CHECK(StickBench::code(bench.build("\n")) == "BAD_SOURCE");
    CHECK_FALSE(std::filesystem::exists(bench.pack_file()));
    CHECK_FALSE(std::filesystem::exists(bench.paths().root / "building"));
    CHECK(bench.build("sesame\r\nmore\n").exit_code == 0);
}

TEST_CASE("a descriptor that is none is a fault of the command line") {
    const AuthorBench bench;
    const auto ran =
        bench.run({"build", bench.stick().string(), "--source", bench.stick("PUFA/wills").string(),
                   "--key", bench.stick("PUFA/author.key").string(), "--passphrase-fd", "999"});
    CHECK(ran.exit_code == 2);
    CHECK(StickBench::code(ran) == "BAD_USAGE");
}

TEST_CASE("a full or protected stick gets no half pack, and the machine keeps nothing") {
    const AuthorBench bench;
    support::SmallDisk stick{8 << 10};
    stick.take(stick.free());
    const auto full = bench.build("sesame\n", stick.path());
    CHECK(full.exit_code == 3);
    CHECK(StickBench::code(full) == "NO_SPACE");
    CHECK(StickBench::tree(stick.path()) == "somebody-elses ");
    bench.check_nothing_left();
    stick.make_read_only();
    CHECK(StickBench::code(bench.build("sesame\n", stick.path())) == "READ_ONLY");
}

TEST_CASE("a disk whose reserve would be touched builds nothing") {
    const AuthorBench bench;
    const support::SmallDisk disk{1 << 20};
    const auto key =
        *pack::parse_secret_key(*base::read_file(bench.stick("PUFA/author.key")), "sesame", "key");
    author::ReadOptions reading;
    reading.now = support::k_fixture_now;
    const auto refused = admin::build_on_stick(
        {bench.stick(), bench.stick("PUFA/wills"), std::move(reading)}, key, {disk.path()}, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::NO_SPACE);
    CHECK(refused.error().where == (disk.path() / "building").string());
    CHECK_FALSE(std::filesystem::exists(bench.pack_file()));
}

TEST_CASE("two builds at a time do not mix, and what a killed one left is swept") {
    const AuthorBench bench;
    const auto folder = bench.paths().root / "building";
    REQUIRE(base::make_folders(folder));
    REQUIRE(base::write_file_atomic(folder / "half.pufa.new", "x"));
    {
        const auto other = base::open_file(folder, O_RDONLY | O_DIRECTORY);
        REQUIRE(other);
        REQUIRE(::flock(other->get(), LOCK_EX) == 0);
        CHECK(StickBench::code(bench.build()) == "LOCKED");
        CHECK(std::filesystem::exists(folder / "half.pufa.new"));
    }
    CHECK(bench.build().exit_code == 0);
    bench.check_nothing_left();
}
