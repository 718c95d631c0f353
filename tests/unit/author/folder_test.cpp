#include "content/author/folder.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using namespace std::literals;
using namespace pufa::author;
using support::AuthorFolder;

namespace fs = std::filesystem;

TEST_CASE("Chinese names and spaces are ordinary names") {
    const AuthorFolder bench;
    Findings findings;
    const auto folder = Folder::scan(bench.path(), findings);
    REQUIRE(folder);
    CHECK(folder->has("videos/漏 水.mp4"));
    CHECK(folder->list("videos", {".mp4"}) == support::Lines{"videos/漏 水.mp4"});
    CHECK(folder->beside("videos/漏 水.toml", {".jpg", ".png"}) == "videos/漏 水.png");
    CHECK_FALSE(folder->beside("videos/漏 水.toml", {".webm"}));
    CHECK(findings.empty());
}

TEST_CASE("symbolic links are not followed") {
    const AuthorFolder bench;
    fs::create_symlink("/etc/hostname", bench.path() / "videos" / "密.mp4");
    fs::create_directory_symlink("/etc", bench.path() / "articles");
    Findings findings;
    const auto folder = Folder::scan(bench.path(), findings);
    REQUIRE(folder);
    CHECK_FALSE(folder->has("videos/密.mp4"));
    sort_by_place(findings);
    CHECK(AuthorFolder::described(findings) ==
          support::Lines{"SYMBOLIC_LINK articles articles", "SYMBOLIC_LINK videos/密.mp4 密.mp4"});
}

TEST_CASE("what systems and office programs leave behind is passed over") {
    const AuthorFolder bench;
    for (const auto* name : {".DS_Store", "videos/Thumbs.db", "quizzes/~$小测.csv", "desktop.ini"})
        bench.write(name, "x");
    CHECK(bench.faults().empty());
}

TEST_CASE("files that nobody uses are named, files about the folder are not") {
    const AuthorFolder bench;
    bench.write("videos/草稿.doc", "x");
    bench.write("README.md", "x");
    bench.write("videos/README.txt", "x");
    bench.write("old/deep/file.txt", "x");
    CHECK(bench.faults() == support::Lines{"UNUSED_FILE old/deep/ old/deep/",
                                           "UNUSED_FILE videos/草稿.doc videos/草稿.doc"});
}

TEST_CASE("a file name that is not UTF-8 is named by its folder") {
    const AuthorFolder bench;
    const fs::path bad{bench.path() / "videos" / "\xC2\xA9\xB6\x31.mp4"};
    REQUIRE(base::write_file_atomic(bad, "x"));
    CHECK(bench.faults() == support::Lines{"BAD_FILE_NAME videos/ videos/"});
}

TEST_CASE("a sheet in GB18030 is read and a warning asks to look at its words") {
    const AuthorFolder bench;
    bench.write("campaigns.toml", "# \xB7\xA8\n"); // 法
    CHECK(bench.faults() == support::Lines{"ENCODING_GUESSED campaigns.toml campaigns.toml"});
    bench.write("campaigns.toml", "a\0b"sv);
    CHECK(bench.faults() == support::Lines{"NOT_TEXT campaigns.toml campaigns.toml"});
}

TEST_CASE("a file too large to be text is unreadable") {
    const AuthorFolder bench;
    bench.write("campaigns.toml", std::string((16u << 20) + 1, '#'));
    CHECK(bench.faults() == support::Lines{"UNREADABLE campaigns.toml campaigns.toml"});
}

TEST_CASE("extensions are taken from the last part of a name, in lower case") {
    CHECK(extension_of("videos/A.B/漏.MP4") == ".mp4");
    CHECK(extension_of("videos.d/漏").empty());
    CHECK(without_extension("videos/01. 漏.mp4") == "videos/01. 漏");
}

TEST_CASE("a folder that is not there is not found") {
    Findings findings;
    const auto folder = Folder::scan("/nonexistent/folder", findings);
    REQUIRE_FALSE(folder);
    CHECK(folder.error().code == Code::NOT_FOUND);
}
