#include "content/base/result.h"

#include <doctest/doctest.h>

#include <cerrno>

using namespace pufa;

TEST_CASE("exit codes follow the blame") {
    CHECK(base::exit_code(Code::BAD_SIGNATURE) == 1);
    CHECK(base::exit_code(Code::BAD_USAGE) == 2);
    CHECK(base::exit_code(Code::NO_SPACE) == 3);
    CHECK(base::name(Code::NOT_CANONICAL) == "NOT_CANONICAL");
}

TEST_CASE("what the system says becomes a named error") {
    CHECK(base::from_errno(ENOSPC, "x").code == Code::NO_SPACE);
    CHECK(base::from_errno(EFBIG, "x").code == Code::NO_SPACE);
    CHECK(base::from_errno(EROFS, "x").code == Code::READ_ONLY);
    CHECK(base::from_errno(EACCES, "x").code == Code::NO_PERMISSION);
    CHECK(base::from_errno(ENOENT, "x").code == Code::NOT_FOUND);
    CHECK(base::from_errno(EIO, "x").code == Code::DISK_ERROR);
}

namespace {
Result<int> half(int number) {
    if (number % 2) return Error{Code::BAD_SOURCE, "odd", ""};
    return number / 2;
}
Result<int> quarter(int number) {
    PUFA_TRY(const int once, half(number));
    return half(once);
}
} // namespace

TEST_CASE("PUFA_TRY hands the value on or the error back") {
    CHECK(*quarter(8) == 2);
    CHECK(quarter(6).error().where == "odd");
}
