#include "admin/commands/key_new.h"

#include "admin_run.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace pufa;
using test::run_admin;

namespace {

unsigned mode_of(const std::filesystem::path& file) {
    struct stat info {};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    return info.st_mode & 07777;
}

} // namespace

TEST_CASE("a new key is a pair that only its owner can read, and it signs") {
    const base::TemporaryFolder folder;
    const auto ran =
        run_admin({"key", "new", "司法局", "--folder", folder.path() / "keys", "--no-passphrase"});
    CHECK(ran.exit_code == 0);
    CHECK(mode_of(folder.path() / "keys" / "司法局.key") == 0600);
    const auto secret =
        pack::parse_secret_key(*base::read_file(folder.path() / "keys" / "司法局.key"), "", "k");
    REQUIRE(secret);
    const auto trust = pack::load_trust(folder.path() / "keys");
    REQUIRE(trust);
    CHECK(pack::verify("words", pack::sign("words", *secret), *trust, "pack"));
    CHECK(ran.out.find(pack::id_text(trust->keys.front())) != std::string::npos);
}

TEST_CASE("a key is never overwritten, not even half of one") {
    const base::TemporaryFolder folder;
    const std::vector<std::string> words{
        "key", "new", "a", "--folder", folder.path(), "--json", "--no-passphrase"};
    REQUIRE(run_admin(words).exit_code == 0);
    const auto secret = *base::read_file(folder.path() / "a.key");
    const auto open = *base::read_file(folder.path() / "a.pub");
    const auto again = run_admin(words);
    CHECK(again.exit_code == 1);
    CHECK(again.json()["error"]["code"] == "ALREADY_EXISTS");
    CHECK(*base::read_file(folder.path() / "a.key") == secret);
    CHECK(*base::read_file(folder.path() / "a.pub") == open);
    std::filesystem::remove(folder.path() / "a.key");
    CHECK(run_admin(words).exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "a.key"));
    CHECK(*base::read_file(folder.path() / "a.pub") == open);
}

TEST_CASE("a passphrase from a file encrypts the key") {
    const base::TemporaryFolder folder;
    const auto made = admin::new_key("a", folder.path(), "secret words", pack::KeyCost::quick);
    REQUIRE(made);
    CHECK(made->encrypted);
    const auto text = *base::read_file(folder.path() / "a.key");
    CHECK(pack::parse_secret_key(text, "", "a.key").error().code == Code::WRONG_PASSPHRASE);
    CHECK(pack::parse_secret_key(text, "secret words", "a.key"));
}

TEST_CASE("a name that is no file name is exit 2") {
    const base::TemporaryFolder folder;
    for (const std::string name : {"", "a/b", "..", ".hidden", "a\nb", "../a"}) {
        INFO(name);
        const auto refused = admin::new_key(name, folder.path(), "");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::BAD_USAGE);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}
