#include "admin/commands/stats_export.h"

#include "admin_run.h"
#include "content/base/file.h"
#include "content/base/log.h"
#include "content/pack/store.h"
#include "content/tally/day_file.h"
#include "content/tally/recorder.h"
#include "tests/support/faults.h"

#include <sstream>

using namespace pufa;

namespace {

const base::Date k_day{2026, 11, 23};
const base::Date k_next_day{2026, 11, 24};

/// A state folder with the fixture pack installed; two answers and a visit on two days.
class Kiosk {
  public:
    Kiosk() {
        const auto lock = pack::StateLock::take(m_paths);
        REQUIRE(lock);
        auto store = pack::Store::open(m_paths, *lock);
        REQUIRE(store);
        REQUIRE(store->install(m_bench.build(), m_bench.trust(), support::k_fixture_now, {}));

        auto recorder = tally::Recorder::open(m_paths.tally(), support::k_fixture_now);
        REQUIRE(recorder);
        tally::Event event;
        event.counter = tally::Counter::answered;
        event.when = support::k_fixture_now;
        event.item = support::fixture_item("q1").value;
        event.item_version = 1;
        event.option = 1;
        (*recorder)->record(event);
        (*recorder)->record(event);
        tally::Event visit;
        visit.when = base::start_of(k_next_day);
        (*recorder)->record(visit);
        REQUIRE((*recorder)->flush());
    }

    [[nodiscard]] test::Ran run(std::vector<std::string> words) const {
        words.insert(words.begin(), {"stats", "export", "--state", m_paths.root.string()});
        return test::run_admin(words);
    }
    [[nodiscard]] const base::StatePaths& paths() const { return m_paths; }
    [[nodiscard]] std::filesystem::path file(const std::string& name = "stats.csv") const {
        return m_bench.folder() / name;
    }

  private:
    support::PackBench m_bench;
    base::StatePaths m_paths{m_bench.folder() / "state"};
};

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("the statistics are written to a file with the titles of the installed packs") {
    const Kiosk kiosk;
    const auto ran = kiosk.run({"--format", "csv", "--output", kiosk.file().string()});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == "已把 2 行统计导出到“" + kiosk.file().string() + "”。\n");
    const auto csv = base::read_file(kiosk.file());
    REQUIRE(csv);
    CHECK(csv->starts_with("\xEF\xBB\xBF日期,"));
    CHECK(has(*csv, "2026-11-23,15:00-16:00,答题,自书遗嘱要写明年、月、日吗？,"
                    "test-press/fixture/q1,1,B,简体中文,无,来访者,可信,2,"));
    CHECK(has(*csv, "2026-11-24,00:00-01:00,来访,,,,,"));
}

TEST_CASE("without a file the table is printed, in the language asked for") {
    const Kiosk kiosk;
    const auto ran = kiosk.run({"--language", "en"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.starts_with("\xEF\xBB\xBF"
                              "Date,Hour,Measure,"));
    CHECK(has(ran.out, ",Answered,"));
}

TEST_CASE("a report for machines says what was written and what is missing") {
    const Kiosk kiosk;
    const auto ran = kiosk.run({"--output", kiosk.file().string(), "--json"});
    CHECK(ran.exit_code == 0);
    const auto report = nlohmann::json::parse(ran.out);
    CHECK(report == nlohmann::json{{"rows", 2},
                                   {"file", kiosk.file().string()},
                                   {"first", "2026-11-23"},
                                   {"last", "2026-11-24"},
                                   {"exported_until", nullptr},
                                   {"gaps", nlohmann::json::array()},
                                   {"damaged", nlohmann::json::array()},
                                   {"set_aside", nlohmann::json::array()},
                                   {"errors", nlohmann::json::array()}});
    const auto printed = nlohmann::json::parse(kiosk.run({"--json"}).out);
    CHECK(printed["csv"] == *base::read_file(kiosk.file()));
}

TEST_CASE("JSON lines carry the kiosk's id, its name and the days, and no more than counts") {
    const Kiosk kiosk;
    const auto config = kiosk.file("kiosk.toml");
    REQUIRE(base::write_file_atomic(config, "place = \"示例中心\\n一楼\"\n"));
    const auto ran = kiosk.run({"--format", "jsonl", "--config", config.string(), "--output",
                                kiosk.file("stats.jsonl").string()});
    CHECK(ran.exit_code == 0);
    std::istringstream lines{*base::read_file(kiosk.file("stats.jsonl"))};
    std::string line;
    REQUIRE(std::getline(lines, line));
    const auto header = nlohmann::json::parse(line);
    CHECK(header["kiosk"]["name"] == "示例中心 一楼");
    CHECK(header["kiosk"]["id"].get<std::string>().size() == 16);
    CHECK(header["days"].size() == 2);
    int rows = 0;
    for (; std::getline(lines, line); ++rows) {
        const auto row = nlohmann::json::parse(line);
        CHECK(row.size() == 11);
    }
    CHECK(rows == 2);
    // The same again is the same kiosk.
    CHECK(kiosk.run({"--format", "jsonl", "--output", kiosk.file("again").string()}).exit_code ==
          0);
    CHECK(has(*base::read_file(kiosk.file("again")), header["kiosk"]["id"].get<std::string>()));
}

TEST_CASE("days are chosen by --from and --to, and a day that does not exist is refused") {
    const Kiosk kiosk;
    const auto csv = kiosk.run({"--from", "2026-11-24"}).out;
    CHECK(has(csv, "2026-11-24,"));
    CHECK_FALSE(has(csv, "2026-11-23,"));
    CHECK_FALSE(has(kiosk.run({"--to", "2026-11-23"}).out, "2026-11-24,"));
    CHECK(kiosk.run({"--from", "2026-02-30"}).exit_code == 2);
}

TEST_CASE("the mark is set once the file is there, and not when it could not be written") {
    const Kiosk kiosk;
    const auto tally = kiosk.paths().tally();
    CHECK(kiosk.run({"--mark"}).exit_code == 2); // without a file
    CHECK(kiosk.run({"--mark", "--output", kiosk.file("no/such/folder").string()}).exit_code == 1);
    CHECK_FALSE(tally::exported_until(tally));
    // The fixture's clock says that it is still the first of the two days.
    const auto today = kiosk.run({"--mark", "--output", kiosk.file().string()});
    CHECK(today.exit_code == 0);
    CHECK_FALSE(tally::exported_until(tally));
    const auto later = kiosk.run({"--mark", "--force", "--output", kiosk.file().string(), "--now",
                                  "2026-11-25T09:00:00", "--json"});
    CHECK(later.exit_code == 0);
    CHECK(nlohmann::json::parse(later.out)["exported_until"] == "2026-11-24");
    CHECK(tally::exported_until(tally) == k_next_day);
}

TEST_CASE("a faulty configuration keeps nobody from the statistics") {
    const Kiosk kiosk;
    const auto config = kiosk.file("kiosk.toml");
    REQUIRE(base::write_file_atomic(config, "place = 7\n"));
    CHECK(kiosk.run({"--config", config.string(), "--output", kiosk.file().string()}).exit_code ==
          0);
}

TEST_CASE("a file is replaced only with --force and a folder never") {
    const Kiosk kiosk;
    REQUIRE(base::write_file_atomic(kiosk.file(), "mine"));
    const auto refused = kiosk.run({"--output", kiosk.file().string()});
    CHECK(refused.exit_code == 1);
    CHECK(has(refused.err, kiosk.file().string()));
    CHECK(*base::read_file(kiosk.file()) == "mine");

    CHECK(kiosk.run({"--output", kiosk.file().string(), "--force"}).exit_code == 0);
    CHECK(base::read_file(kiosk.file())->starts_with("\xEF\xBB\xBF"));

    REQUIRE(base::make_folders(kiosk.file("folder")));
    const auto folder = kiosk.run({"--output", kiosk.file("folder").string(), "--force", "--json"});
    CHECK(folder.exit_code == 1);
    CHECK(nlohmann::json::parse(folder.out)["error"]["code"] == "ALREADY_EXISTS");
}

TEST_CASE("a link to nowhere counts as a file that is there") {
    const Kiosk kiosk;
    std::filesystem::create_symlink(kiosk.file("nowhere"), kiosk.file());
    CHECK(kiosk.run({"--output", kiosk.file().string()}).exit_code == 1);
}

TEST_CASE("a full disk leaves no half table behind") {
    const Kiosk kiosk;
    {
        const support::FileSizeLimit full{64};
        const auto refused = kiosk.run({"--output", kiosk.file().string(), "--json"});
        CHECK(refused.exit_code == 3);
        CHECK(nlohmann::json::parse(refused.out)["error"]["code"] == "NO_SPACE");
        CHECK(support::FileSizeLimit::fired());
    }
    CHECK_FALSE(std::filesystem::exists(kiosk.file()));
    CHECK_FALSE(std::filesystem::exists(kiosk.file("stats.csv.new")));
    CHECK(kiosk.run({"--output", kiosk.file("no/such/folder.csv").string()}).exit_code == 1);
}

TEST_CASE("a damaged day is named and the others are exported") {
    const Kiosk kiosk;
    support::flip_bit(tally::day_file(kiosk.paths().tally(), k_day), 4096, 2);
    const auto ran = kiosk.run({"--output", kiosk.file().string(), "--json"});
    CHECK(ran.exit_code == 3);
    CHECK(has(ran.err, "2026-11-23.db"));
    const auto report = nlohmann::json::parse(ran.out);
    CHECK(report["rows"] == 1);
    CHECK(report["damaged"] == nlohmann::json{"2026-11-23.db"});
    CHECK(report["errors"][0]["code"] == "DAMAGED_DATABASE");
    CHECK(has(*base::read_file(kiosk.file()), "2026-11-24"));
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("a file that was set aside on an earlier day is told but is no fault of this export") {
    const Kiosk kiosk;
    REQUIRE(base::write_file_atomic(kiosk.paths().tally() / "2026-11-20.db.damaged-1", "x"));
    const auto ran = kiosk.run({"--output", kiosk.file().string()});
    CHECK(ran.exit_code == 0);
    CHECK(has(ran.out, "2026-11-20.db.damaged-1"));
}

TEST_CASE("with a damaged catalogue the counts are exported without titles") {
    const Kiosk kiosk;
    REQUIRE(base::write_file_atomic(kiosk.paths().store_db(), std::string(4096, 'x')));
    const auto ran = kiosk.run({"--output", kiosk.file().string()});
    CHECK(ran.exit_code == 3);
    CHECK(has(ran.err, "store.db"));
    CHECK(has(*base::read_file(kiosk.file()), "答题,,test-press/fixture/q1,1,B"));
}

TEST_CASE("a machine that has counted nothing gives a table without rows") {
    const base::TemporaryFolder folder;
    const auto made = admin::export_stats({folder.path() / "none"}, model::Language::zh_hans,
                                          support::k_fixture_now, {});
    REQUIRE(made);
    CHECK(made->exported.rows == 0);
    CHECK(made->faults().empty());
    CHECK_FALSE(std::filesystem::exists(folder.path() / "none"));
}

TEST_CASE("a format that is not there is a fault of the command line") {
    const Kiosk kiosk;
    CHECK(kiosk.run({"--format", "xlsx"}).exit_code == 2);
    CHECK(kiosk.run({"--help"}).exit_code == 0);
    CHECK(has(kiosk.run({"--help"}).out, "stats export --format csv"));
}
