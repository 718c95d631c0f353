// pufa-jail-probe: tries what a decoder must not be able to do, call by call, each in a child of
// its own, and says what came of it. Not installed; tests/unit/jail runs it.

#include "tests/jail/probe.h"

#include <cstdio>
#include <string_view>

int main(int count, char** words) {
    using pufa::probe::Walls;
    const std::string_view walls = count == 3 ? words[1] : "";
    if (walls == "none") return pufa::probe::run(Walls::none, words[2]);
    if (walls == "all") return pufa::probe::run(Walls::all, words[2]);
    if (walls == "abi-2") return pufa::probe::run(Walls::all_with_abi_2, words[2]);
    if (walls == "calls") return pufa::probe::run(Walls::calls_only, words[2]);
    if (walls == "files") return pufa::probe::run(Walls::files_only, words[2]);
    std::fputs("pufa-jail-probe none|all|abi-2|calls|files FOLDER\n", stderr);
    return 2;
}
