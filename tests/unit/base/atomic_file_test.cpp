#include "content/base/atomic_file.h"

#include "tests/support/faults.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::base;

TEST_CASE("pieces become one file at the commit and nothing before") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "a.txt";
    REQUIRE(write_file_atomic(path, "old"));
    auto file = AtomicFile::begin(path);
    REQUIRE(file);
    std::string expected;
    for (int i = 0; i < 100'000; ++i) {
        const auto piece = std::to_string(i) + "\n";
        expected += piece;
        REQUIRE(file->write(piece));
    }
    CHECK(*read_file(path) == "old");
    REQUIRE(file->commit());
    CHECK(*read_file(path) == expected);
    CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
}

TEST_CASE("a file that is given up leaves the old text and no leftover") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "a.txt";
    REQUIRE(write_file_atomic(path, "old"));
    {
        auto file = AtomicFile::begin(path);
        REQUIRE(file);
        REQUIRE(file->write("new"));
    }
    CHECK(*read_file(path) == "old");
    CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
}

TEST_CASE("a full disk is told by the commit at the latest and the old text stays") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "a.txt";
    REQUIRE(write_file_atomic(path, "old"));
    {
        const support::FileSizeLimit full{64};
        auto file = AtomicFile::begin(path);
        REQUIRE(file);
        REQUIRE(file->write(std::string(100, 'x')));
        const auto refused = file->commit();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Code::NO_SPACE);
        CHECK(support::FileSizeLimit::fired());
    }
    CHECK(*read_file(path) == "old");
    CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
}

TEST_CASE("a link that lies in the way of the new file is not followed") {
    const TemporaryFolder folder;
    const auto path = folder.path() / "a.txt";
    REQUIRE(write_file_atomic(folder.path() / "other", "mine"));
    std::filesystem::create_symlink(folder.path() / "other", folder.path() / "a.txt.new");
    auto file = AtomicFile::begin(path);
    REQUIRE(file);
    REQUIRE(file->write("new"));
    REQUIRE(file->commit());
    CHECK(*read_file(path) == "new");
    CHECK(*read_file(folder.path() / "other") == "mine");
}
