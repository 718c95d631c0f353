#include "content/captions/line_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using pufa::captions::LineReader;

TEST_CASE("lines end with LF, CR LF or CR, and are counted from one") {
    LineReader lines{"a\nb\r\nc\r\rd\n"};
    std::vector<std::string> read;
    while (const auto line = lines.next())
        read.emplace_back(*line);
    CHECK(read == std::vector<std::string>{"a", "b", "c", "", "d"});
    CHECK(lines.number() == 5);
    CHECK_FALSE(lines.next());
    CHECK_FALSE(LineReader{""}.next());
}
