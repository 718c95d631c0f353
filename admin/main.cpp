#include "admin/program.h"

#include <unistd.h>

#include <csignal>
#include <iostream>

int main(int count, char** words) {
    using pufa::admin::Terminal;
    // Whoever reads the report may go before it is written; what was begun is finished.
    std::signal(SIGPIPE, SIG_IGN);
    const pufa::admin::Surroundings surroundings{
        std::cout, std::cerr, ::isatty(STDERR_FILENO) ? Terminal::yes : Terminal::no,
        pufa::base::wall_now()};
    return pufa::admin::run({words + 1, words + count}, surroundings);
}
