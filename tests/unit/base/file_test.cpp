#include "content/base/file.h"

#include <doctest/doctest.h>

#include <fcntl.h>

#include <fstream>

using namespace pufa;
using namespace pufa::base;

TEST_CASE("an atomic write leaves the new text and no leftover") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.txt";
    REQUIRE(write_file_atomic(file, "one"));
    REQUIRE(write_file_atomic(file, "two"));
    CHECK(*read_file(file) == "two");
    CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
}

TEST_CASE("a failed atomic write keeps the old text") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.txt";
    REQUIRE(write_file_atomic(file, "one"));
    std::filesystem::create_directory(folder.path() / "a.txt.new"); // in the way
    CHECK_FALSE(write_file_atomic(file, "two"));
    CHECK(*read_file(file) == "one");
}

TEST_CASE("missing, oversized and short files are errors by name") {
    const TemporaryFolder folder;
    CHECK(read_file(folder.path() / "no").error().code == Code::NOT_FOUND);
    std::ofstream{folder.path() / "big"} << "12345";
    CHECK(read_file(folder.path() / "big", 4).error().code == Code::TOO_LARGE);
    const auto fd = open_file(folder.path() / "big", O_RDONLY);
    REQUIRE(fd);
    std::vector<std::byte> six(6);
    CHECK(read_exact(fd->get(), 0, six, "big").error().code == Code::DISK_ERROR);
    CHECK(file_size(fd->get(), "big").value() == 5);
}

TEST_CASE("a temporary folder goes with its content") {
    std::filesystem::path path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        std::ofstream{path / "x"} << "x";
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("folders are made with those above them, and again, whatever way the path is written") {
    const TemporaryFolder folder;
    REQUIRE(make_folders(folder.path() / "a" / "b" / ""));
    CHECK(std::filesystem::is_directory(folder.path() / "a" / "b"));
    CHECK(make_folders(folder.path() / "a" / "b"));
    std::filesystem::create_directory_symlink(folder.path() / "a", folder.path() / "link");
    REQUIRE(make_folders(folder.path() / "link" / "c"));
    CHECK(std::filesystem::is_directory(folder.path() / "a" / "c"));
    CHECK(make_folders({}));
}

TEST_CASE("a file in the way of a folder is an error and stays") {
    const TemporaryFolder folder;
    std::ofstream{folder.path() / "file"} << "kept";
    for (const auto& wanted : {folder.path() / "file", folder.path() / "file" / "deep"}) {
        const auto made = make_folders(wanted);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == Code::DISK_ERROR);
    }
    CHECK(*read_file(folder.path() / "file") == "kept");
}
