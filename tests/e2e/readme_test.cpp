// A newcomer with the README alone: its commands for authors, copied line by line into a shell.

#include "tests/e2e/live_kiosk.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::test;

namespace {

constexpr std::string_view k_first_line = "mkdir -p ~/first-pack && cd ~/first-pack";

/// The lines of the block in README.md that begins with k_first_line.
std::vector<std::string> author_commands() {
    const auto readme = base::read_file(PUFA_SOURCE_DIR "/README.md");
    REQUIRE(readme);
    const auto begin = readme->find("```sh\n" + std::string{k_first_line});
    REQUIRE(begin != std::string::npos);
    const auto first = readme->find('\n', begin) + 1;
    std::istringstream block{readme->substr(first, readme->find("\n```", first) - first)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(block, line);)
        lines.push_back(line);
    return lines;
}

/// A home in which nothing was ever set up, and the programs on the PATH as README.md puts them.
struct Newcomer {
    base::TemporaryFolder home;

    /// One shell for all lines, as a person has it; it stops at the first that fails and names it.
    [[nodiscard]] Ran types(const std::vector<std::string>& lines) const {
        std::string script = "export HOME=" + quoted(home.path()) +
                             " PATH=" + quoted(PUFA_BIN_DIR) +
                             ":$PATH\n"
                             "unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME\ncd\n";
        for (const auto& line : lines)
            script += "{ " + line + "\n} </dev/null || { echo FAILED: " + test::quoted(line) +
                      "; exit 1; }\n";
        return sh(script);
    }
    [[nodiscard]] std::filesystem::path made(const std::string& name) const {
        return home.path() / "first-pack" / name;
    }
};

} // namespace

TEST_CASE("the commands of the README make, check, sign and install a pack that the kiosk shows") {
    auto lines = author_commands();
    // The whole way, in this order.
    auto at = lines.begin();
    for (const std::string step :
         {"pufa-admin pack new ", "pufa-admin pack check ", "pufa-admin key new ",
          "pufa-admin pack build ", "pufa-admin pack sign ", "pufa-admin pack verify ",
          "pufa-admin plan ", "pufa-admin install ", "pufa-kiosk --state state --windowed "}) {
        CAPTURE(step);
        at = std::find_if(at, lines.end(),
                          [&](const std::string& line) { return line.starts_with(step); });
        REQUIRE(at != lines.end());
    }
    REQUIRE(at + 1 == lines.end());
    lines.pop_back(); // it runs until somebody closes it: below

    const Newcomer newcomer;
    const auto ran = newcomer.types(lines);
    INFO(ran.output);
    REQUIRE(ran.exit_code == 0);
    CHECK(std::filesystem::exists(newcomer.made("bureau.key")));
    CHECK(std::filesystem::exists(newcomer.made("state/packs/bureau/wills/1.pufa")));
    // Nothing is left where nobody looks for it.
    for (const auto& entry : std::filesystem::directory_iterator{newcomer.home.path()})
        CHECK(entry.path().filename() == "first-pack");

    LiveKiosk kiosk{newcomer.made("state")};
    kiosk.go("home.door.quizzes", "shelf.quiz.");
    kiosk.go("shelf.quiz.", "quiz.option.");
    CHECK(kiosk.runs());
}

TEST_CASE("how the programs come onto the PATH is said before the first of them is used") {
    const auto readme = base::read_file(PUFA_SOURCE_DIR "/README.md");
    REQUIRE(readme);
    const auto said = readme->find("```sh\n./dev build\nexport PATH=$PWD/build/bin:$PATH\n```");
    REQUIRE(said != std::string::npos);
    CHECK(said < readme->find("```sh\n" + std::string{k_first_line}));
}
