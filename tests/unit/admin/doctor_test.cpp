#include "admin/commands/doctor.h"
#include "content/aside/records.h"
#include "content/base/log.h"
#include "content/catalog/snapshot.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"
#include "tests/unit/admin/admin_run.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using test::run_admin;

namespace {

struct Machine {
    support::PackBench bench;
    std::string state = (bench.folder() / "state").string();
    std::string trust = (bench.folder() / "trust").string();

    [[nodiscard]] auto run(std::vector<std::string> words) const {
        for (const auto* word : {"--json", "--now", "2099-01-01T10:00:00"})
            words.emplace_back(word);
        for (const auto& word : {std::string{"--state"}, state, std::string{"--trust"}, trust})
            words.push_back(word);
        return run_admin(words);
    }
    /// "ok", "look" or "wrong"; "" if nothing is said of it.
    [[nodiscard]] std::string said_of(const std::string& check) const {
        const auto report = run({"doctor"}).json();
        for (const auto& line : report["lines"])
            if (line["check"] == check) {
                CHECK_FALSE(line["sentence"].get<std::string>().empty());
                CHECK(line["sentence"].get<std::string>().find('{') == std::string::npos);
                return line["health"];
            }
        return {};
    }
};

} // namespace

TEST_CASE("doctor names the pack whose file is gone, and ends with the machine's code") {
    const Machine machine;
    REQUIRE(machine.run({"install", machine.bench.build().string()}).exit_code == 0);
    CHECK(machine.said_of("pack-gone").empty());
    CHECK(machine.said_of("database-ok") == "ok");
    std::filesystem::remove(std::filesystem::path{machine.state} /
                            "packs/test-press/fixture/1.pufa");
    CHECK(machine.said_of("pack-gone") == "wrong");
    CHECK(machine.run({"doctor"}).exit_code == 3);
    CHECK_FALSE(base::take_logged_warnings().empty());
}

TEST_CASE("doctor says that store.db is damaged and changes nothing") {
    const Machine machine;
    REQUIRE(machine.run({"install", machine.bench.build().string()}).exit_code == 0);
    const auto file = std::filesystem::path{machine.state} / "store.db";
    REQUIRE(base::write_file_atomic(file, "no database at all"));
    CHECK(machine.said_of("database-damaged") == "wrong");
    CHECK(*base::read_file(file) == "no database at all");
    static_cast<void>(base::take_logged_warnings());
}

TEST_CASE("without a key nothing can be installed, and doctor says so") {
    const Machine machine;
    std::filesystem::remove_all(machine.trust);
    CHECK(machine.said_of("trust-no-key") == "look");
    CHECK(machine.said_of("state-missing") == "look");
}

TEST_CASE("doctor names a film that is set aside, as long as its version is the active one") {
    const Machine machine;
    REQUIRE(machine.run({"install", machine.bench.build().string()}).exit_code == 0);
    CHECK(machine.said_of("item-unplayable").empty());
    const auto snapshot = catalog::load(base::state_paths(machine.state));
    REQUIRE(snapshot);
    aside::Record record;
    record.item = (*snapshot)->videos.at(0).id;
    record.version = (*snapshot)->packs.at(0).sequence;
    record.failures = 1;
    record.cause = "UNPLAYABLE";
    record.detail = "damaged";
    const auto file = base::state_paths(machine.state).kiosk_db();
    REQUIRE(aside::write_records(file, {&record, 1}));
    CHECK(machine.said_of("item-unplayable").empty());
    record.failures = 2;
    REQUIRE(aside::write_records(file, {&record, 1}));
    CHECK(machine.said_of("item-unplayable") == "look");
    record.version += 1;
    REQUIRE(aside::write_records(file, {&record, 1}));
    CHECK(machine.said_of("item-unplayable").empty());
    REQUIRE(base::write_file_atomic(file, "no database at all"));
    CHECK(machine.said_of("kiosk-db-damaged") == "look");
    static_cast<void>(base::take_logged_warnings());
}
