#include "admin/program.h"

#include "admin_run.h"
#include "content/strings/strings.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace pufa;
using test::run_admin;

namespace {

/// The names that a help lists under its heading of commands.
std::vector<std::string> commands_in(const std::string& help, const std::string& heading) {
    std::vector<std::string> names;
    std::istringstream lines{help.substr(std::min(help.find(heading + ":\n"), help.size()))};
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line) && line.starts_with("  ")) {
        if (line[2] != ' ') names.push_back(line.substr(2, line.find(' ', 2) - 2));
    }
    return names;
}

/// Asks a command, and each one below it, for help; returns how many there are.
size_t check_help(const std::vector<std::string>& command, model::Language language) {
    auto words = command;
    const std::string tag{model::tag(language)};
    words.insert(words.end(), {"--help", "--language=" + tag});
    const auto help = run_admin(words);
    std::string line = "pufa-admin";
    for (const auto& word : command)
        line += " " + word;
    CAPTURE(line);
    INFO(help.out);
    CHECK(help.exit_code == 0);
    CHECK(help.err.empty());
    // Once in the usage, once in the example.
    CHECK(help.out.find(line) != help.out.rfind(line));
    CHECK(help.out.find(strings::text(language, "admin.help.example")) != std::string::npos);
    size_t count = 1;
    for (const auto& name :
         commands_in(help.out, strings::text(language, "admin.help.label.commands"))) {
        auto below = command;
        below.push_back(name);
        count += check_help(below, language);
    }
    return count;
}

} // namespace

TEST_CASE("help is printed on the report's stream in each language, with an example per command") {
    for (const auto language : model::k_languages)
        CHECK(check_help({}, language) >= 25);
    CHECK(run_admin({"--help"}).out != run_admin({"--help", "--language", "en"}).out);
}

TEST_CASE("a wrong command line is exit 2 and one sentence") {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{},
          {"lst"},
          {"list", "--later"},
          {"pack"},
          {"install"},
          {"list", "extra"},
          {"list", "--language", "fr"},
          {"list", "--now", "noon"},
          {"pack", "verify"},
          {"key", "new", "a", "--no-passphrase", "--passphrase-file", "f"}}) {
        const auto ran = run_admin(words);
        INFO(ran.err);
        CHECK(ran.exit_code == 2);
        CHECK(ran.out.empty());
        CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1);
    }
}

TEST_CASE("with --json a fault is an object with its code, place and sentence") {
    const auto usage = run_admin({"list", "--later", "--json"});
    CHECK(usage.exit_code == 2);
    CHECK(usage.json()["error"]["code"] == "BAD_USAGE");
    const auto missing = run_admin({"pack", "show", "/none.pufa", "--json", "--trust", "/none"});
    CHECK(missing.exit_code == 1);
    CHECK(missing.json()["error"]["code"] == "NOT_FOUND");
    CHECK(missing.json()["error"]["where"] == "/none.pufa");
    CHECK_FALSE(missing.json()["error"]["sentence"].get<std::string>().empty());
}

TEST_CASE("options may stand before or after the command") {
    const base::TemporaryFolder folder;
    const auto state = folder.path().string();
    CHECK(run_admin({"--state", state, "--json", "list"}).json() ==
          run_admin({"list", "--json", "--state", state}).json());
}

TEST_CASE("a report that cannot be written is the machine's fault") {
    std::ofstream full{"/dev/full"};
    std::ostringstream err;
    CHECK(admin::run({"--version"}, {full, err, admin::Terminal::no, support::k_fixture_now}) == 3);
}

TEST_CASE("a file name that is no UTF-8 does not break the JSON") {
    const auto ran = run_admin({"pack", "show", "/\xff.pufa", "--json", "--trust", "/none"});
    CHECK(ran.exit_code == 1);
    CHECK(ran.json()["error"]["code"] == "NOT_FOUND");
}
