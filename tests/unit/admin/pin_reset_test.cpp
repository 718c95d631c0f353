#include "content/pin/pin.h"
#include "content/pin/reset_code.h"
#include "tests/unit/admin/key_bench.h"

using namespace pufa;
using test::KeyBench;
using test::Ran;

namespace {

/// A kiosk with a PIN that nobody remembers, and the bureau's keys.
struct Forgetful : KeyBench {
    Forgetful() {
        put("kiosk.toml", "");
        REQUIRE(pin::save_hash(path(""), *pin::hash("280614")));
    }
    [[nodiscard]] std::string code() const { return *pin::reset_code(path("")); }
    [[nodiscard]] Ran ticket(const std::string& code_shown, const std::string& name,
                             const std::string& key = "city.key") const {
        REQUIRE(base::make_folders(path("stick/PUFA")));
        return run({"pin", "ticket", code_shown, "--key", path(key), "--output",
                    path("stick/PUFA/" + name)});
    }
    [[nodiscard]] Ran reset(const std::string& from = "stick") const {
        return run({"pin", "reset", path(from), "--config", path("kiosk.toml")});
    }
    [[nodiscard]] bool has_pin() const { return pin::load_hash(path(""))->has_value(); }
};

} // namespace

TEST_CASE("a ticket for the code that a kiosk shows opens that kiosk, once") {
    const Forgetful kiosk;
    const auto made = kiosk.ticket(pin::spaced(kiosk.code()), "hall.pin.json");
    REQUIRE(made.exit_code == 0);
    CHECK(made.json()["code"] == kiosk.code());
    const auto taken = kiosk.reset();
    CHECK(taken.exit_code == 0);
    CHECK(taken.json()["ticket"] == kiosk.path("stick/PUFA/hall.pin.json"));
    CHECK_FALSE(kiosk.has_pin());
    CHECK(*pin::may_set(kiosk.path("")));

    REQUIRE(pin::save_hash(kiosk.path(""), *pin::hash("401967")));
    CHECK(KeyBench::code(kiosk.reset()) == "OTHER_TICKET"); // nobody has asked for one
    static_cast<void>(kiosk.code());
    CHECK(KeyBench::code(kiosk.reset()) == "OTHER_TICKET"); // for the code of last time
    CHECK(kiosk.has_pin());
}

TEST_CASE("among the tickets of many kiosks the right one is found") {
    const Forgetful kiosk;
    const Forgetful other;
    REQUIRE(kiosk.ticket(other.code(), "a.pin.json").exit_code == 0);
    CHECK(KeyBench::code(kiosk.reset()) == "OTHER_TICKET");
    CHECK(kiosk.has_pin());
    REQUIRE(kiosk.ticket(kiosk.code(), "b.pin.json").exit_code == 0);
    kiosk.put("stick/PUFA/keys.json", "{}\n"); // signed by nobody we know, and no ticket
    kiosk.put("stick/PUFA/keys.json.minisig", "x\n");
    CHECK(kiosk.reset().exit_code == 0);
    CHECK_FALSE(kiosk.has_pin());
}

TEST_CASE("a stick without a ticket, and a ticket that does not hold, change nothing") {
    const Forgetful kiosk;
    REQUIRE(base::make_folders(kiosk.path("stick/PUFA")));
    CHECK(KeyBench::code(kiosk.reset()) == "NO_TICKET");
    CHECK(KeyBench::code(kiosk.reset("none")) == "NOT_FOUND");
    // A publisher's key is for packs.
    REQUIRE(kiosk.ticket(kiosk.code(), "court.pin.json", "court.key").exit_code == 0);
    CHECK(KeyBench::code(kiosk.reset()) == "UNKNOWN_KEY");
    kiosk.put("trust/court.pub", pack::public_key_text(kiosk.court.open));
    kiosk.put("trust/court.toml", "publishers = [\"court\"]\n");
    CHECK(KeyBench::code(kiosk.reset()) == "BAD_TICKET");
    CHECK(kiosk.has_pin());
}

TEST_CASE("a key that a statement revoked opens no kiosk any more") {
    const Forgetful kiosk;
    REQUIRE(kiosk.ticket(kiosk.code(), "hall.pin.json").exit_code == 0);
    kiosk.put("trust/court.pub", pack::public_key_text(kiosk.court.open));
    const auto revoked = kiosk.state_and_apply(
        {"revoke", kiosk.path("city.pub"), "--reason", "compromised"}, "court.key", "1");
    REQUIRE(revoked.exit_code == 0);
    CHECK(KeyBench::code(kiosk.reset()) == "REVOKED_KEY");
    CHECK(kiosk.has_pin());
}

TEST_CASE("a file is taken as well as a stick's folder, with its signature beside it") {
    const Forgetful kiosk;
    REQUIRE(kiosk.ticket(kiosk.code(), "hall.pin.json").exit_code == 0);
    kiosk.put("alone.pin.json", *base::read_file(kiosk.path("stick/PUFA/hall.pin.json")));
    CHECK(KeyBench::code(kiosk.reset("alone.pin.json")) == "BAD_STATEMENT");
    CHECK(kiosk.reset("stick/PUFA/hall.pin.json").exit_code == 0);
    CHECK_FALSE(kiosk.has_pin());
}

TEST_CASE("a mistyped code makes no ticket, and what was signed is not overwritten") {
    const Forgetful kiosk;
    CHECK(KeyBench::code(kiosk.ticket("4821 9037 5586", "a.pin.json")) == "BAD_USAGE");
    CHECK_FALSE(std::filesystem::exists(kiosk.path("stick/PUFA/a.pin.json")));
    REQUIRE(kiosk.ticket("4821 9037 5568", "a.pin.json").exit_code == 0);
    CHECK(KeyBench::code(kiosk.ticket("4821 9037 5568", "a.pin.json")) == "ALREADY_EXISTS");
}
