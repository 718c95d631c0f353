#include "admin/program.h"

#include "admin_run.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::run_admin;

TEST_CASE("help is printed on the report's stream in each language, with an example per command") {
    for (const std::string language : {"zh-Hans", "zh-Hant", "en"}) {
        const auto program = run_admin({"--language", language, "--help"});
        CHECK(program.exit_code == 0);
        CHECK(program.err.empty());
        for (const std::vector<std::string>& command : {std::vector<std::string>{"key", "new"},
                                                        {"pack", "verify"},
                                                        {"pack", "show"},
                                                        {"install"},
                                                        {"list"},
                                                        {"stats", "export"}}) {
            auto words = command;
            words.insert(words.end(), {"--help", "--language=" + language});
            const auto help = run_admin(words);
            INFO(help.out);
            CHECK(help.exit_code == 0);
            std::string line = "pufa-admin";
            for (const auto& word : command)
                line += " " + word;
            // Once in the usage, once in the example.
            CHECK(help.out.find(line) != help.out.rfind(line));
        }
    }
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
