#include "content/pin/reset_code.h"

#include "content/base/file.h"
#include "content/pin/pin.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <set>

using namespace pufa;

TEST_CASE(
    "a code is twelve digits, however they are set apart, and the last one proves the others") {
    CHECK(pin::parse_reset_code("4821 9037 5568") == "482190375568");
    CHECK(pin::parse_reset_code("4821-9037-5568") == "482190375568");
    CHECK(pin::parse_reset_code("482190375568") == "482190375568");
    for (const std::string wrong : {"", "4821 9037 5564", "4821 9037 556", "4821 9037 5568 0",
                                    "4821 9037 556a", "4821.9037.5568", "4812 9037 5568"})
        CHECK_FALSE(pin::parse_reset_code(wrong));
    CHECK(pin::spaced("482190375568") == "4821 9037 5568");
}

TEST_CASE("each wrong digit of a code and each swapped pair but 09 and 90 is found") {
    const std::string code = "482190375568";
    for (size_t at = 0; at < code.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto other = code;
            other[at] = digit;
            CHECK(pin::parse_reset_code(other).has_value() == (digit == code[at]));
        }
        if (at + 1 == code.size() || code[at] == code[at + 1]) continue;
        auto swapped = code;
        std::swap(swapped[at], swapped[at + 1]);
        const bool blind = code.substr(at, 2) == "90" || code.substr(at, 2) == "09";
        CHECK(pin::parse_reset_code(swapped).has_value() == blind);
    }
}

TEST_CASE("a kiosk shows one code until a PIN is set, for its owner's eyes") {
    const base::TemporaryFolder folder;
    CHECK_FALSE(pin::kept_reset_code(folder.path())->has_value());
    const auto code = pin::reset_code(folder.path());
    REQUIRE(code);
    CHECK(pin::parse_reset_code(*code) == *code);
    CHECK(*pin::reset_code(folder.path()) == *code);
    CHECK(**pin::kept_reset_code(folder.path()) == *code);
    struct stat facts {};
    REQUIRE(::stat((folder.path() / "staff/reset-code").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    REQUIRE(pin::save_hash(folder.path(), *pin::hash("280614")));
    CHECK_FALSE(pin::kept_reset_code(folder.path())->has_value());
    REQUIRE(pin::drop_reset_code(folder.path())); // none is none to be dropped
}

TEST_CASE("codes differ, and a file that holds none is replaced") {
    const base::TemporaryFolder folder;
    std::set<std::string> seen;
    for (const std::string damaged : {"", "4821", "482190375564\n", "482190375568 \n\n"}) {
        REQUIRE(base::make_folders(folder.path() / "staff"));
        REQUIRE(base::write_file_atomic(folder.path() / "staff/reset-code", damaged));
        CHECK_FALSE(pin::kept_reset_code(folder.path())->has_value());
        CHECK(seen.insert(*pin::reset_code(folder.path())).second);
    }
}
