// A staff member with a stick, on a real display with a real mouse: the whole round, and what the
// city makes of it.

#include "tests/e2e/live_kiosk.h"
#include "tests/support/faults.h"
#include "tests/support/mounts.h"

#include <doctest/doctest.h>

#include <vector>

using namespace pufa;
using namespace pufa::test;
namespace fs = std::filesystem;

namespace {

/// No udisks2 is asked: the kiosk sees what is mounted.
const std::string k_no_bus = "DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nonexistent ";

/// Two packs that will install, and one whose manifest was changed after it was signed.
void fill(const fs::path& stick) {
    fs::create_directories(stick / "PUFA");
    fs::copy_file(demo_folder() / "places.pufa", stick / "PUFA/地点.pufa");
    fs::copy_file(demo_folder() / "words.pufa", stick / "法律条文.pufa");
    fs::copy_file(demo_folder() / "words.pufa", stick / "PUFA/changed.pufa");
    support::flip_bit(stick / "PUFA/changed.pufa", 400);
    std::ofstream{stick / "autorun.inf"} << "[autorun]\nopen=evil.exe\n";
}

void give_a_pin(const LiveKiosk& kiosk) {
    const auto config = kiosk.config_folder();
    fs::copy(demo_folder() / "trust", config / "trust");
    std::ofstream{config / "new-pin"} << "280614\n";
    const auto ran =
        sh(program("pufa-admin") + " pin set --config " + quoted(config / "kiosk.toml") +
           " --pin-file " + quoted(config / "new-pin"));
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    fs::remove(config / "new-pin");
}

void type(const LiveKiosk& kiosk, std::string_view digits) {
    for (const char digit : digits)
        kiosk.tap(("pin." + std::string{digit}).c_str());
}

void enter_the_desk(const LiveKiosk& kiosk) {
    kiosk.hold_the_corner();
    type(kiosk, "280614");
    kiosk.go("pin.enter", "staff.leave");
}

void admin(const std::string& words) {
    const auto ran = sh(program("pufa-admin") + " " + words);
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
}

/// The one folder that was written for this kiosk.
fs::path carried_on(const fs::path& stick) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator{stick / "PUFA/带走"})
        if (entry.path().filename() == "SHA256SUMS") found.push_back(entry.path().parent_path());
    REQUIRE(found.size() == 1);
    return found.front();
}

std::string text_in(const fs::path& file) {
    const auto text = base::read_file(file);
    REQUIRE(text);
    return *text;
}

int count_in(const std::string& text, const std::string& part) {
    int count = 0;
    for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
        ++count;
    return count;
}

/// What LibreOffice makes of a file, as CSV; of a workbook its first sheet.
std::string opened(const base::TemporaryFolder& folder, const fs::path& file) {
    // Without a dialog it does not look for the byte order mark.
    const std::string kind = file.extension() == ".csv" ? "--infilter='CSV:44,34,76,1' " : "";
    const auto ran = sh("cd " + quoted(folder.path()) + " && HOME=" + quoted(folder.path()) +
                        " timeout 120 soffice --headless " + kind +
                        "--convert-to csv:'Text - txt - csv "
                        "(StarCalc)':44,34,76 --outdir out " +
                        quoted(file));
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    return text_in(folder.path() / "out" / (file.stem().string() + ".csv"));
}

} // namespace

TEST_CASE(
    "the whole round: two packs install, one is refused, a visit's counts land on the stick") {
    const support::StickBelowMedia stick{"普法资料"};
    fill(stick.path());
    const InstalledState state;
    // Only a clock that is believed counts among the others.
    const auto today = base::to_string(base::to_local(base::wall_now()).date);
    LiveKiosk kiosk{state.path(), k_no_bus, "attract.wake", "", today};
    give_a_pin(kiosk);

    // A visitor opens a film, and answers today's question.
    kiosk.go("home.card.", "watch.home");
    if (!kiosk.sees("watch.home")) kiosk.go("watch.show", "watch.home");
    kiosk.go("watch.home", "home.daily.0");
    kiosk.tap("home.daily.0");
    REQUIRE(eventually([&] {
        return kiosk.tallied("SELECT sum(count) FROM roll_up WHERE counter = 4") == "1\n" ||
               kiosk.sees("quiz.submit");
    }));
    if (kiosk.sees("quiz.submit")) kiosk.tap("quiz.submit");
    REQUIRE(eventually([&] {
        return kiosk.tallied("SELECT sum(count) FROM roll_up WHERE counter = 4") == "1\n";
    }));

    // A stick comes: nothing is read, and one line says whose it is.
    stick.plug_in();
    enter_the_desk(kiosk);
    kiosk.tap("stick.round");
    REQUIRE(eventually([&] { return stick.released(); }, std::chrono::seconds{90}));

    const auto list = sh(program("pufa-admin") + " list" + admin_in(state.path())).output;
    CHECK(list.find("words") != std::string::npos);
    CHECK(list.find("places") != std::string::npos);
    CHECK_FALSE(fs::exists(stick.path() / "PUFA/带走/.part"));
    CHECK(fs::exists(stick.path() / "autorun.inf"));

    const auto folder = carried_on(stick.path());
    const auto sums = sh("cd " + quoted(folder) + " && sha256sum -c --quiet SHA256SUMS");
    CHECK(sums.exit_code == 0);
    const base::TemporaryFolder work;
    // By hand: one visit, one film opened, one answer.
    const auto csv = opened(work, folder / "stats.csv");
    INFO(csv);
    CHECK(csv.find("来访") != std::string::npos);
    CHECK(csv.find("答题") != std::string::npos);
    CHECK(opened(work, folder / "report.xlsx").find("来访") != std::string::npos);

    // Nothing but counts: no session, run, ticket or moment of an event.
    const auto day = state.path() / "tally" / (today + ".db");
    const auto secrets =
        sh("sqlite3 " + quoted(day) +
           " 'SELECT DISTINCT session FROM event WHERE session != 0 UNION SELECT run FROM "
           "event UNION SELECT at_ms FROM event'");
    REQUIRE(secrets.exit_code == 0);
    std::istringstream each{secrets.output};
    int looked = 0;
    for (std::string secret; std::getline(each, secret); ++looked)
        for (const char* name : {"stats.csv", "stats.jsonl", "health.txt", "health.json"})
            CHECK(text_in(folder / name).find(secret) == std::string::npos);
    CHECK(looked >= 3);

    // Three kiosks of which two lived the same day: the city has three times the counts, once.
    std::string files = quoted(folder / "stats.jsonl");
    for (const char* other : {"second", "third"}) {
        const auto copy = work.path() / other;
        fs::create_directories(copy);
        fs::copy(state.path() / "tally", copy / "tally", fs::copy_options::recursive);
        fs::remove(copy / "tally/summary.db");
        const auto out = work.path() / (std::string{other} + ".jsonl");
        const auto ran = sh(program("pufa-admin") + " stats export --format jsonl --output " +
                            quoted(out) + admin_in(copy));
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
        files += " " + quoted(out);
    }
    const auto city = quoted(work.path() / "city.db");
    for (int again = 0; again < 2; ++again) {
        const auto merged = sh(program("pufa-admin") + " stats merge " + files + " --into " + city);
        INFO(merged.output);
        REQUIRE(merged.exit_code == 0);
    }
    const auto report = work.path() / "city.xlsx";
    const auto reported = sh(program("pufa-admin") + " stats report --city " + city + " --output " +
                             quoted(report) + admin_in(state.path()));
    INFO(reported.output);
    REQUIRE(reported.exit_code == 0);
    const auto summary = opened(work, report);
    INFO(summary);
    CHECK(count_in(summary, "来访,3") + count_in(summary, "\"来访\",3") == 1);
    CHECK(count_in(summary, "答题,3") + count_in(summary, "\"答题\",3") == 1);
}

TEST_CASE("a wrong PIN opens nothing, and the log says so") {
    const InstalledState state;
    LiveKiosk kiosk{state.path(), k_no_bus};
    give_a_pin(kiosk);
    kiosk.hold_the_corner();
    type(kiosk, "135790");
    kiosk.tap("pin.enter");
    REQUIRE(eventually([&] {
        return kiosk.logs("a wrong PIN") ||
               text_in(state.path() / "log/kiosk.log").find("a wrong PIN") != std::string::npos;
    }));
    CHECK_FALSE(kiosk.sees("staff.leave"));
    kiosk.go("pin.leave", "attract.wake");
}

TEST_CASE("a forgotten PIN: the code on the screen, a ticket for it on a stick, a new PIN") {
    const support::StickBelowMedia stick{"普法资料"};
    fs::create_directories(stick.path() / "PUFA");
    const InstalledState state;
    LiveKiosk kiosk{state.path(), k_no_bus};
    give_a_pin(kiosk);
    const auto config = kiosk.config_folder();
    const base::TemporaryFolder office;
    admin("key new bureau --no-passphrase --folder " + quoted(office.path()));
    fs::copy_file(office.path() / "bureau.pub", config / "trust/bureau.pub");

    kiosk.hold_the_corner();
    kiosk.go("pin.forgot", "ticket.back");
    const auto shown = config / "staff/reset-code";
    REQUIRE(eventually([&] { return fs::exists(shown); }));
    auto code = text_in(shown);
    code.pop_back();
    admin("pin ticket " + code + " --key " + quoted(office.path() / "bureau.key") + " --output " +
          quoted(stick.path() / "PUFA/hall.pin.json"));
    stick.plug_in();
    REQUIRE(eventually([&] { return kiosk.sees("ticket.look"); }));
    kiosk.go("ticket.look", "pin.1");
    type(kiosk, "401967");
    kiosk.tap("pin.enter");
    type(kiosk, "401967");
    kiosk.go("pin.enter", "staff.leave");
    CHECK_FALSE(fs::exists(shown));
    kiosk.go("staff.leave", "attract.wake");

    // The old one is gone for good, and the same ticket opens nothing more.
    kiosk.hold_the_corner();
    type(kiosk, "280614");
    kiosk.tap("pin.enter");
    REQUIRE(eventually([&] {
        return text_in(state.path() / "log/kiosk.log").find("a wrong PIN") != std::string::npos;
    }));
    CHECK_FALSE(kiosk.sees("staff.leave"));
    const auto again = sh(program("pufa-admin") + " pin reset " + quoted(stick.path()) +
                          " --config " + quoted(config / "kiosk.toml") + admin_in(state.path()));
    CHECK(again.exit_code == 1);
}
