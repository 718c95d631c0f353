#include "admin/commands/stick_carry.h"

#include "content/base/hash.h"
#include "content/base/log.h"
#include "content/checkup/hands.h"
#include "content/tally/day_file.h"
#include "stick_bench.h"
#include "tests/support/faults.h"
#include "tests/support/mounts.h"

using namespace pufa;
using test::StickBench;

namespace {
constexpr const char* k_home = "PUFA/带走/蓬江-服务中心/";
}

TEST_CASE("carry writes statistics and health into a folder of this kiosk and this minute") {
    const StickBench bench;
    bench.put("holiday.jpg", "x");
    checkup::Hands hands;
    hands.of(checkup::Part::sound) =
        checkup::Found{*base::parse_iso("2026-11-23T15:00:00"), checkup::Answer::failed};
    REQUIRE(
        base::write_file_atomic(checkup::hands_file(bench.paths().root), checkup::to_json(hands)));
    const auto ran = bench.run({"carry", bench.stick().string()}, "zh-Hans");
    CHECK(ran.exit_code == 0);
    const auto report = ran.json();
    const auto folder = std::filesystem::path{report["folder"].get<std::string>()};
    CHECK(folder.parent_path() == bench.stick(k_home).parent_path());
    CHECK(folder.filename() == "2026-11-23_1520");
    CHECK(report["verified"] == true);
    CHECK_FALSE(report.contains("errors"));
    CHECK(StickBench::tree(folder) ==
          "SHA256SUMS health.json health.txt report.xlsx stats.csv stats.jsonl ");
    REQUIRE(report["files"].size() == 6);
    for (const auto& file : report["files"]) {
        const auto bytes = base::read_file(file["path"].get<std::string>());
        REQUIRE(bytes);
        CHECK(file["bytes"] == bytes->size());
        CHECK(file["sha256"] == base::sha256(*bytes));
    }
    const auto csv = base::read_file(folder / "stats.csv");
    CHECK(csv->starts_with("\xEF\xBB\xBF日期,"));
    CHECK(csv->find("test-press/fixture/q1") != std::string::npos);
    const auto health = nlohmann::json::parse(*base::read_file(folder / "health.json"));
    CHECK(health["lines"].size() > 5);
    // Where on this machine's disks things lie stays here, what people found at the check goes.
    for (const auto* name : {"health.txt", "health.json"}) {
        const auto page = *base::read_file(folder / name);
        CHECK(page.find(bench.paths().root.string()) == std::string::npos);
        CHECK(page.find("数据文件夹可用：数据文件夹") != std::string::npos);
        CHECK(page.find("没有听到声音（2026-11-23 15:00）") != std::string::npos);
        CHECK(page.find(" /") == std::string::npos);
        CHECK(page.find("：/") == std::string::npos);
    }
    // Nothing else on the stick has changed.
    CHECK(*base::read_file(bench.stick("holiday.jpg")) == "x");
}

TEST_CASE("carrying twice in one minute gives two folders, and each can be verified") {
    const StickBench bench;
    for (const auto* name : {"2026-11-23_1520", "2026-11-23_1520-2"}) {
        const auto carried = bench.run({"carry", bench.stick().string()}).json();
        CHECK(carried["folder"] == bench.stick(k_home + std::string{name}).string());
        const auto verified =
            bench.run({"verify", bench.stick().string(), "--folder", k_home + std::string{name}});
        CHECK(verified.exit_code == 0);
        CHECK(verified.json() == nlohmann::ordered_json{{"folder", carried["folder"]},
                                                        {"files", 5},
                                                        {"verified", true}});
    }
}

TEST_CASE("what is not on the stick any more, or not as it was, is told by name") {
    const StickBench bench;
    const auto carried = bench.run({"carry", bench.stick().string()}).json();
    const std::filesystem::path folder = carried["folder"].get<std::string>();
    const auto verify = [&](const std::string& which) {
        return bench.run({"verify", bench.stick().string(), "--folder", which});
    };
    CHECK(verify(folder.string()).exit_code == 0);
    support::flip_bit(folder / "stats.csv", 10, 3);
    const auto changed = verify(folder.string());
    CHECK(changed.exit_code == 3);
    CHECK(StickBench::code(changed) == "NOT_READ_BACK");
    CHECK(changed.json()["error"]["where"] == (folder / "stats.csv").string());
    CHECK(verify("PUFA/none").exit_code == 1);
    for (const auto* outside : {"..", "../state", "/etc", "."}) {
        const auto refused = verify(outside);
        CHECK(refused.exit_code == 2);
        CHECK(StickBench::code(refused) == "BAD_USAGE");
    }
}

TEST_CASE("a kiosk is called by its place, else its site, else a number that stays the same") {
    CHECK(admin::kiosk_folder_name({.state = {}, .site = "p-1", .place = {}}, "甲/乙") == "甲-乙");
    CHECK(admin::kiosk_folder_name({.state = {}, .site = "p-1", .place = {}}, "") == "p-1");
    const auto number = admin::kiosk_folder_name({}, "");
    CHECK(number.starts_with("kiosk-"));
    CHECK(number.size() == 14);
    CHECK(admin::kiosk_folder_name({}, "") == number);
}

TEST_CASE("a full stick is told in a sentence, and nothing half is left on it") {
    const StickBench bench;
    support::SmallDisk stick{64 << 10};
    // Whatever room is left, from none to nearly enough.
    for (const uint64_t left : {0, 4096, 8192, 12288, 16384}) {
        CAPTURE(left);
        stick.take(stick.free() - left);
        const auto ran = bench.run({"carry", stick.path().string()});
        if (ran.exit_code != 0) {
            CHECK(ran.exit_code == 3);
            CHECK(StickBench::code(ran) == "NO_SPACE");
            CHECK(StickBench::tree(stick.path()) == "somebody-elses ");
        }
        stick.give_back();
    }
    const auto ran = bench.run({"carry", stick.path().string()});
    CHECK(ran.exit_code == 0);
}

TEST_CASE("a protected stick, a folder that is not there and a bad configuration are refused") {
    const StickBench bench;
    {
        support::SmallDisk stick{64 << 10};
        stick.make_read_only();
        const auto ran = bench.run({"carry", stick.path().string()});
        CHECK(ran.exit_code == 3);
        CHECK(StickBench::code(ran) == "READ_ONLY");
        CHECK(ran.json()["error"]["sentence"].get<std::string>().find("read-only") !=
              std::string::npos);
    }
    CHECK(StickBench::code(bench.run({"carry", bench.stick("none").string()})) == "NOT_FOUND");
    CHECK_FALSE(std::filesystem::exists(bench.stick("none")));
    bench.configure("place = 3\n");
    CHECK(StickBench::code(bench.run({"carry", bench.stick().string()})) == "BAD_CONFIG");
    CHECK(StickBench::tree(bench.stick()).empty());
}

TEST_CASE("a damaged day does not keep the others from being carried") {
    const StickBench bench;
    const auto day = base::to_local(support::k_fixture_now).date;
    support::flip_bit(tally::day_file(bench.paths().tally(), day), 4096, 2);
    const auto ran = bench.run({"carry", bench.stick().string()});
    CHECK(ran.exit_code == 0);
    CHECK(ran.json()["files"].size() == 6);
    REQUIRE(ran.json()["errors"].size() == 1);
    CHECK(ran.json()["errors"][0]["code"] == "DAMAGED_DATABASE");
    // All that is carried is of one look at the days: each tells of the damage.
    CHECK(base::take_logged_warnings().size() == 1);
}
