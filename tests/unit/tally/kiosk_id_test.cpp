#include "content/tally/kiosk_id.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::tally;

namespace {

// None could stand in the file by chance: each has what no number in hexadecimal has.
const Hardware k_root_sees{{"product_uuid", {"4c4c4544-0042"}},
                           {"board_serial", {"CN0001"}},
                           {"mac", {"00:1a:2b:3c:4d:5e"}},
                           {"machine_id", {"this-machine-id"}}};
const Hardware k_user_sees{{"mac", {"00:1a:2b:3c:4d:5e"}}, {"machine_id", {"this-machine-id"}}};

KioskId id_of(const base::TemporaryFolder& state, const Hardware& hardware) {
    const auto made = kiosk_id(state.path(), hardware);
    REQUIRE(made);
    return *made;
}

std::string kept(const base::TemporaryFolder& state) {
    return *base::read_file(state.path() / "kiosk-id.json");
}

} // namespace

TEST_CASE("the id is made once, is random, and stays") {
    const base::TemporaryFolder one;
    const base::TemporaryFolder other;
    const auto made = id_of(one, k_root_sees);
    CHECK(made.id.size() == 16);
    CHECK(made.was.empty());
    CHECK(id_of(one, k_root_sees) == made);
    CHECK(id_of(other, k_root_sees).id != made.id);
}

TEST_CASE("whoever sees less or more of the same machine sees the same id") {
    const base::TemporaryFolder state;
    const auto made = id_of(state, k_user_sees);
    CHECK(id_of(state, k_root_sees) == made);
    CHECK(id_of(state, k_user_sees) == made);
    CHECK(id_of(state, {}) == made);
    // A second network card, then only that one.
    auto more = k_user_sees;
    more["mac"].insert("00:1a:2b:00:00:01");
    CHECK(id_of(state, more) == made);
    CHECK(id_of(state, {{"mac", {"00:1a:2b:00:00:01"}}}) == made);
    // The system was installed anew.
    auto fresh = k_user_sees;
    fresh["machine_id"] = {"other-machine-id"};
    CHECK(id_of(state, fresh) == made);
}

TEST_CASE("a disk in another machine gets an id of its own and remembers the one before") {
    const base::TemporaryFolder state;
    const auto first = id_of(state, k_root_sees);
    const Hardware second{{"mac", {"00:aa:aa:aa:aa:aa"}}, {"machine_id", {"this-machine-id"}}};
    const auto cloned = id_of(state, second);
    CHECK(cloned.id != first.id);
    CHECK(cloned.was == std::vector{first.id});
    CHECK(id_of(state, second) == cloned);
    const auto third = id_of(state, {{"mac", {"00:bb:bb:bb:bb:bb"}}});
    CHECK(third.was == std::vector{first.id, cloned.id});
}

TEST_CASE("any kind that both know and share nothing of makes it another machine") {
    for (const std::string kind : {"product_uuid", "board_serial", "mac"}) {
        CAPTURE(kind);
        const base::TemporaryFolder state;
        const auto first = id_of(state, k_root_sees);
        auto other = k_root_sees;
        other[kind] = {"another"};
        CHECK(id_of(state, other).id != first.id);
    }
    // Without anything else the system's own number is all there is.
    const base::TemporaryFolder state;
    const auto first = id_of(state, {{"machine_id", {"this-machine-id"}}});
    CHECK(id_of(state, {{"machine_id", {"other-machine-id"}}}).id != first.id);
}

TEST_CASE("nothing of the hardware stands in the file, and the same machine hashes differently") {
    const base::TemporaryFolder one;
    const base::TemporaryFolder other;
    static_cast<void>(id_of(one, k_root_sees));
    static_cast<void>(id_of(other, k_root_sees));
    for (const auto& [kind, facts] : k_root_sees)
        for (const auto& fact : facts)
            CHECK(kept(one).find(fact) == std::string::npos);
    const auto hashes = [](const std::string& text) { return text.substr(text.find("hardware")); };
    CHECK(hashes(kept(one)) != hashes(kept(other)));
}

TEST_CASE("a damaged file is replaced, and a folder that is not there is refused") {
    const base::TemporaryFolder state;
    const auto first = id_of(state, k_root_sees);
    for (const std::string text :
         {"", "{", "[]", R"({"format":1,"id":"x","was":[],"salt":"","hardware":{}})",
          R"({"format":2})", R"({"format":1,"id":7})"}) {
        CAPTURE(text);
        REQUIRE(base::write_file_atomic(state.path() / "kiosk-id.json", text));
        CHECK(id_of(state, k_root_sees).id != first.id);
        CHECK(base::take_logged_warnings().size() == 1);
    }
    const auto refused = kiosk_id(state.path() / "none", k_root_sees);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::NOT_FOUND);
}

TEST_CASE("hardware is read from sysfs, without cards that are no device and makers' blanks") {
    const base::TemporaryFolder root;
    const auto put = [&](const std::string& path, const std::string& text) {
        const auto file = root.path() / path;
        REQUIRE(base::make_folders(file.parent_path()));
        REQUIRE(base::write_file_atomic(file, text));
    };
    put("sys/class/dmi/id/product_uuid", "4c4c4544-0042\n");
    put("sys/class/dmi/id/board_serial", "To be filled by O.E.M.\n");
    put("sys/class/net/eth0/address", "00:1a:2b:3c:4d:5e\n");
    put("sys/class/net/eth0/device/vendor", "0x8086\n");
    put("sys/class/net/lo/address", "00:00:00:00:00:00\n");
    put("sys/class/net/tun0/address", "00:1a:2b:3c:4d:5f\n");
    put("etc/machine-id", "this-machine-id\n");
    CHECK(read_hardware(root.path()) == Hardware{{"product_uuid", {"4c4c4544-0042"}},
                                                 {"mac", {"00:1a:2b:3c:4d:5e"}},
                                                 {"machine_id", {"this-machine-id"}}});
    CHECK(read_hardware(root.path() / "none").empty());
}
