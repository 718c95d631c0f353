#include "admin/progress_bar.h"

#include "admin_run.h"

#include <doctest/doctest.h>

using namespace pufa;
using test::run_admin;

TEST_CASE("a bar is drawn once per percentage and cleared at the end") {
    std::ostringstream terminal;
    {
        admin::ProgressBar bar{terminal, "copying"};
        for (uint64_t done = 0; done <= 100'000; done += 10)
            bar.show(done, 100'000);
    }
    const auto drawn = terminal.str();
    CHECK(std::count(drawn.begin(), drawn.end(), '[') == 102 + 101); // each also clears its line
    CHECK(drawn.find("copying [###############...............]  50 %") != std::string::npos);
    CHECK(drawn.ends_with("\r\033[K"));
}

TEST_CASE("a bar for nothing is full, and one that was never shown draws nothing") {
    std::ostringstream terminal;
    {
        admin::ProgressBar bar{terminal, "copying"};
        bar.show(uint64_t{0}, uint64_t{0});
    }
    CHECK(terminal.str().find("100 %") != std::string::npos);
    std::ostringstream quiet;
    { const admin::ProgressBar bar{quiet, "copying"}; }
    CHECK(quiet.str().empty());
}

TEST_CASE("only a person at a terminal is shown a bar") {
    const support::PackBench bench;
    const auto file = bench.build().string();
    const auto trust = (bench.folder() / "trust").string();
    CHECK(run_admin({"pack", "verify", file, "--trust", trust}, admin::Terminal::yes)
              .err.find("100 %") != std::string::npos);
    CHECK(run_admin({"pack", "verify", file, "--trust", trust}).err.empty());
    CHECK(run_admin({"pack", "verify", file, "--trust", trust, "--json"}, admin::Terminal::yes)
              .err.empty());
}

TEST_CASE("named steps draw when the name or the percentage is another") {
    std::ostringstream terminal;
    {
        admin::ProgressBar bar{terminal, ""};
        bar.show("film 1 of 2", 0);
        bar.show("film 1 of 2", 0);
        bar.show("film 1 of 2", 50);
        bar.show("film 2 of 2", 50);
        bar.show("film 2 of 2", 170);
    }
    const auto text = terminal.str();
    size_t drawn = 0;
    for (size_t at = 0; (at = text.find('[', at)) != std::string::npos; ++at)
        drawn += text.compare(at, 2, "[K") == 0 ? 0 : 1;
    CHECK(drawn == 4);
    CHECK(text.find("film 1 of 2 [###############...............]  50 %\r") != std::string::npos);
    CHECK(text.find("film 2 of 2 [##############################] 100 %\r") != std::string::npos);
    CHECK(text.ends_with("\r\033[K")); // nothing is left of it
}
