#include "content/pack/archive.h"

#include "content/base/file.h"
#include "content/base/hash.h"

#include <doctest/doctest.h>
#include <fcntl.h>

using namespace pufa;
using namespace std::literals;
using namespace pufa::pack;

namespace {

Entry entry(std::string name, std::string_view bytes) {
    return {std::move(name), static_cast<uint32_t>(bytes.size()),
            base::crc32(base::as_bytes(bytes))};
}

/// A file in a folder of its own, open for reading.
struct OpenFile {
    base::TemporaryFolder folder;
    base::UniqueFd fd;

    explicit OpenFile(std::string_view bytes) {
        const auto path = folder.path() / "file";
        REQUIRE(base::write_file_atomic(path, bytes));
        auto opened = base::open_file(path, O_RDONLY);
        REQUIRE(opened);
        fd = std::move(opened).value();
    }
};

Code head_refused(std::string_view bytes) {
    const OpenFile file{bytes};
    const auto head = read_head(file.fd.get(), "file");
    REQUIRE_FALSE(head);
    return head.error().code;
}

} // namespace

TEST_CASE("a local header has the bytes of APPNOTE 4.3.7") {
    const std::string expected{"PK\3\4"               // signature
                               "\x14\0"               // version needed 2.0
                               "\0\x08"               // names are UTF-8
                               "\0\0"                 // stored
                               "\0\0\x21\0"           // 1980-01-01 00:00
                               "\x26\x39\xf4\xcb"     // the CRC of "123456789"
                               "\x09\0\0\0\x09\0\0\0" // both sizes
                               "\x05\0\0\0"           // length of the name, no extra field
                               "a.bin",
                               35};
    CHECK(local_header(entry("a.bin", "123456789")) == expected);
}

TEST_CASE("the layout says where the bytes of each entry begin and where the archive ends") {
    const std::vector<Entry> entries{entry("a", "xyz"), entry("bb", ""), entry("ccc", "1")};
    const auto places = layout(entries);
    CHECK(places == std::vector<uint64_t>{31, 66, 99, 100 + 3 * 46 + 6 + 22});
    CHECK(central_directory(entries).size() == 3 * 46 + 6 + 22);
}

TEST_CASE("member paths are relative, plain and valid UTF-8") {
    for (const std::string path : {"a", "videos/法治.mp4", "a/b/c.d", "a b", "...a", "a..b/c", " a",
                                   "console", "com", "COM10", "nul-1.txt", "a.con", "lpt.9"}) {
        INFO(path);
        CHECK(is_member_path(path));
    }
    CHECK(is_member_path(std::string(200, 'a')));
    for (const auto& path :
         {std::string{}, std::string{"/a"}, std::string{"a/"}, std::string{"a//b"},
          std::string{"."}, std::string{"../a"}, std::string{"a/../b"}, std::string{"a/."},
          std::string{"a\\b"}, std::string{"a\nb"}, "a\0b"s, std::string{"a\x7f"},
          std::string{"a\xc2\x85"}, std::string{"a\xff"}, std::string{"\xc0\xaf"},
          std::string(201, 'a')}) {
        INFO(path);
        CHECK_FALSE(is_member_path(path));
    }
}

TEST_CASE("a path that Windows cannot unpack is none") {
    for (const std::string path :
         {"...",       "a.",      "a ",        "dir./a",   "dir /a", "CON",         "con",
          "Con.txt",   "nul.mp4", "a/aux/b",   "prn .txt", "COM1",   "com9.tar.gz", "lpt0",
          "COM\u00b9", "conin$",  "CONOUT$.x", "a<b",      "a>b",    "a:b",         "C:a",
          "a\"b",      "a|b",     "a?b",       "a*b"}) {
        INFO(path);
        CHECK_FALSE(is_member_path(path));
    }
}

TEST_CASE("the head is read from its fixed place") {
    const std::string manifest = "{}";
    const std::string signature = "signed";
    const OpenFile file{local_header(entry("pack.json", manifest)) + manifest +
                        local_header(entry("pack.json.minisig", signature)) + signature};
    const auto head = read_head(file.fd.get(), "file");
    REQUIRE(head);
    CHECK(head->manifest == manifest);
    CHECK(head->signature == signature);
}

TEST_CASE("a head that claims too much is TOO_LARGE before it is read") {
    const Entry large{"pack.json", static_cast<uint32_t>(k_max_manifest + 1), 0};
    CHECK(head_refused(local_header(large)) == Code::TOO_LARGE);
    const std::string manifest = "{}";
    const Entry long_signature{"pack.json.minisig", k_max_signature + 1, 0};
    CHECK(head_refused(local_header(entry("pack.json", manifest)) + manifest +
                       local_header(long_signature)) == Code::TOO_LARGE);
}

TEST_CASE("an archive of 4 GiB is TOO_LARGE, and is not read") {
    const base::TemporaryFolder folder;
    const auto path = folder.path() / "sparse";
    REQUIRE(base::write_file_atomic(path, "PK"));
    std::filesystem::resize_file(path, k_max_archive + 1);
    const auto fd = base::open_file(path, O_RDONLY);
    REQUIRE(fd);
    CHECK(read_head(fd->get(), "sparse").error().code == Code::TOO_LARGE);
}

TEST_CASE("what is no archive of ours is NOT_A_PACK") {
    CHECK(head_refused("") == Code::NOT_A_PACK);
    CHECK(head_refused("PK") == Code::NOT_A_PACK);
    CHECK(head_refused(std::string(1000, 'x')) == Code::NOT_A_PACK);
    CHECK(head_refused(local_header(entry("mimetype", "x")) + "x" + std::string(100, ' ')) ==
          Code::NOT_A_PACK);
}

TEST_CASE("the first difference from the demanded layout is named") {
    const std::vector<Entry> entries{entry("pack.json", "{}"), entry("pack.json.minisig", "s"),
                                     entry("a", "bytes")};
    const std::string archive = local_header(entries[0]) + "{}" + local_header(entries[1]) + "s" +
                                local_header(entries[2]) + "bytes" + central_directory(entries);
    CHECK(check_layout(OpenFile{archive}.fd.get(), entries, "file"));
    auto other = archive;
    other[layout(entries)[2] - 1] = 'b'; // the name of the third member
    const auto renamed = check_layout(OpenFile{other}.fd.get(), entries, "file");
    REQUIRE_FALSE(renamed);
    CHECK(renamed.error().code == Code::NOT_CANONICAL);
    CHECK(renamed.error().detail ==
          "the header of a, byte " + std::to_string(layout(entries)[2] - 1));
    other = archive;
    other.back() = 'c'; // length of the comment
    const auto commented = check_layout(OpenFile{other}.fd.get(), entries, "file");
    REQUIRE_FALSE(commented);
    CHECK(commented.error().detail ==
          "the central directory, byte " + std::to_string(archive.size() - 1));
}
