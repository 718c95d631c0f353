#include "content/pack/trust.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

namespace {

struct Folder {
    base::TemporaryFolder folder;
    KeyPair keys = make_key_pair("city");

    Folder() { put("city.pub", public_key_text(keys.open)); }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const {
        return folder.path() / name;
    }
    void put(const std::string& name, std::string_view text) const {
        REQUIRE(base::write_file_atomic(file(name), text));
    }
    /// The one key with these limits beside it.
    [[nodiscard]] TrustedKey with(std::string_view toml) const {
        put("city.toml", toml);
        const auto trust = load_trust(folder.path());
        if (!trust) FAIL(trust.error().detail);
        REQUIRE(trust->keys.size() == 1);
        return trust->keys[0];
    }
    [[nodiscard]] Error refused(std::string_view toml) const {
        put("city.toml", toml);
        const auto trust = load_trust(folder.path());
        REQUIRE_FALSE(trust);
        CHECK(trust.error().code == Code::BAD_KEY);
        CHECK(trust.error().where == file("city.toml").string());
        return trust.error();
    }
};

WallTime at(const char* iso) {
    return *base::parse_iso(iso);
}

} // namespace

TEST_CASE("the trust folder gives every .pub file by name, and a broken one is named") {
    const base::TemporaryFolder folder;
    CHECK(load_trust(folder.path() / "none")->keys.empty());
    for (const std::string name : {"b", "a"})
        REQUIRE(base::write_file_atomic(folder.path() / (name + ".pub"),
                                        public_key_text(make_key_pair(name).open)));
    REQUIRE(base::write_file_atomic(folder.path() / "readme.txt", "not a key"));
    REQUIRE(base::write_file_atomic(folder.path() / "._a.pub", "a shadow"));
    const auto trust = load_trust(folder.path());
    REQUIRE(trust);
    REQUIRE(trust->keys.size() == 2);
    CHECK(trust->keys[0].name == "a");
    REQUIRE(base::write_file_atomic(folder.path() / "c.pub", "not a key"));
    const auto broken = load_trust(folder.path());
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == Code::BAD_KEY);
    CHECK(broken.error().where == (folder.path() / "c.pub").string());
}

TEST_CASE("a key without limits beside it may sign for everybody") {
    const Folder folder;
    const auto key = folder.with("");
    CHECK_FALSE(key.publishers);
    CHECK(key.may_sign_for("whoever"));
    CHECK(check_expiry(key, at("2999-01-01T00:00:00Z"), "x"));
    CHECK(key.from == folder.file("city.pub").string());
}

TEST_CASE("limits are read: publishers, last day, note") {
    const Folder folder;
    const auto key = folder.with("publishers = [\"city-sfj\", \"court\"]\nnot_after = 2027-12-31\n"
                                 "note = \"市司法局\"\n");
    CHECK(key.may_sign_for("city-sfj"));
    CHECK(key.may_sign_for("court"));
    CHECK_FALSE(key.may_sign_for("city"));
    CHECK(key.not_after == base::Date{2027, 12, 31});
    CHECK(key.note == "市司法局");
    CHECK(check_publisher(key, {"court/wills"}, "x"));
    const auto wrong = check_publisher(key, {"other/wills"}, "x");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == Code::WRONG_PUBLISHER);
    CHECK(wrong.error().detail == "other/wills, signed by city");
    CHECK(folder.with("not_after = \"2027-12-31\"").not_after == base::Date{2027, 12, 31});
}

TEST_CASE("a key counts through its last day, by local date") {
    const Folder folder;
    const auto key = folder.with("not_after = 2027-12-31\n");
    CHECK(check_expiry(key, at("2027-12-31T23:59:59+08:00"), "x"));
    const auto expired = check_expiry(key, at("2028-01-01T00:00:00+08:00"), "x");
    REQUIRE_FALSE(expired);
    CHECK(expired.error().code == Code::EXPIRED_KEY);
}

TEST_CASE("a limit that cannot be is BAD_KEY with file and line, and never no limit") {
    const Folder folder;
    CHECK(folder.refused("# x\npublisher = [\"a\"]\n").detail == "line 2: publisher: unknown key");
    CHECK(folder.refused("note = 5\n").detail.starts_with("line 1: note: "));
    for (const std::string toml :
         {"publishers = []", "publishers = \"a\"", "publishers = [\"A\"]",
          "publishers = [\"a\", 1]", "publishers = [\"a/b\"]", "not_after = 2027",
          "not_after = 2027-02-30", "not_after = \"soon\"", "not_after = 2027-12-31T00:00:00Z",
          "note = [", "\xff"}) {
        INFO(toml);
        CHECK(folder.refused(toml).detail.starts_with("line 1: "));
    }
    CHECK(folder.refused("note = \"" + std::string(70'000, 'x') + "\"").detail ==
          "too long for a key");
    std::filesystem::remove(folder.file("city.toml"));
    std::filesystem::create_directory(folder.file("city.toml"));
    CHECK(load_trust(folder.folder.path()).error().code == Code::BAD_KEY);
    std::filesystem::remove(folder.file("city.toml"));
    std::filesystem::create_symlink("nowhere", folder.file("city.toml"));
    CHECK(load_trust(folder.folder.path()).error().code == Code::BAD_KEY);
}

TEST_CASE("a revoked key is REVOKED_KEY, also when nobody knows the key itself") {
    const auto keys = make_key_pair("gone");
    Trust trust;
    trust.revoked.push_back({keys.open.id, Reason::compromised, "stolen", false});
    const auto refused = verify("m", sign("m", keys.secret), trust, "pack");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::REVOKED_KEY);
    CHECK(refused.error().detail == "key " + id_text(keys.open) + ", compromised");
}
