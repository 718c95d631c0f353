#include "content/base/exists.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;

TEST_CASE("what is there, what is not, and what cannot be asked are three answers") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "file", "x"));
    const auto file = base::exists(folder.path() / "file");
    CHECK((file && *file));
    const auto itself = base::exists(folder.path());
    CHECK((itself && *itself));
    const auto nothing = base::exists(folder.path() / "nothing");
    CHECK((nothing && !*nothing));
    // Below a file nothing can be.
    const auto below = base::exists(folder.path() / "file" / "below");
    CHECK((below && !*below));

    const auto too_long = folder.path() / std::string(300, 'n');
    const auto unasked = base::exists(too_long);
    REQUIRE_FALSE(unasked);
    CHECK(unasked.error().where == too_long.string());
}

TEST_CASE("a link to nothing is nothing, and one to itself cannot be asked") {
    const base::TemporaryFolder folder;
    std::filesystem::create_symlink("nothing", folder.path() / "dangling");
    const auto dangling = base::exists(folder.path() / "dangling");
    CHECK((dangling && !*dangling));
    std::filesystem::create_symlink("loop", folder.path() / "loop");
    CHECK_FALSE(base::exists(folder.path() / "loop"));
}
