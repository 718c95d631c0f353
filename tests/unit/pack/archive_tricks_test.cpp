// What hostile archives do so that two readers see two contents: each is refused by the layout.

#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/pack/archive.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <algorithm>
#include <functional>

using namespace pufa;
using namespace pufa::pack;

namespace {

constexpr size_t k_local = 30, k_central = 46, k_end = 22; // bytes before names

/// Three members as they must lie, open to being bent.
struct Archive {
    std::vector<std::string> words{"{}", "signature", "film film film"};
    std::vector<Entry> entries;
    std::string members, directory;

    Archive() {
        const char* const names[] = {"pack.json", "pack.json.minisig", "a.mp4"};
        for (size_t i = 0; i < words.size(); ++i) {
            const auto crc = base::crc32(base::as_bytes(words[i]));
            entries.push_back({names[i], static_cast<uint32_t>(words[i].size()), crc});
            members += local_header(entries[i]) + words[i];
        }
        directory = central_directory(entries);
    }
    [[nodiscard]] std::string bytes() const { return members + directory; }
    [[nodiscard]] std::string end() const { return directory.substr(directory.size() - k_end); }
    [[nodiscard]] size_t third() const { // its local header
        return members.size() - words[2].size() - entries[2].name.size() - k_local;
    }
    [[nodiscard]] size_t third_central() const { // within `directory`
        return directory.size() - k_end - entries[2].name.size() - k_central;
    }
};

bool accepted(const std::string& bytes, const std::vector<Entry>& entries) {
    const base::TemporaryFolder folder;
    const auto path = folder.path() / "pack";
    REQUIRE(base::write_file_atomic(path, bytes));
    const auto fd = base::open_file(path, O_RDONLY);
    REQUIRE(fd);
    return read_head(fd->get(), "pack").ok() && check_layout(fd->get(), entries, "pack").ok();
}

using Bend = std::function<void(Archive&)>;
const std::pair<const char*, Bend> k_tricks[] = {
    {"bytes before the archive (self-extracting)",
     [](Archive& a) { a.members.insert(0, "MZ\x90 run me"); }},
    {"bytes behind it", [](Archive& a) { a.directory += "x"; }},
    {"a gap between members", [](Archive& a) { a.members.insert(a.third(), "hidden"); }},
    {"a gap before the directory", [](Archive& a) { a.members += "hidden"; }},
    {"a comment", [](Archive& a) { a.directory[a.directory.size() - 2] = 1, a.directory += "c"; }},
    {"a second end record in the comment",
     [](Archive& a) { a.directory[a.directory.size() - 2] = k_end, a.directory += a.end(); }},
    {"a second directory in front", [](Archive& a) { a.directory.insert(0, a.directory); }},
    {"a second whole archive behind it",
     [](Archive& a) { a.directory += std::string{a.members + a.directory}; }},
    {"an extra field",
     [](Archive& a) {
         a.members[a.third() + 28] = 4, a.members.insert(a.third() + 35, "\1\0\0\0", 4);
     }},
    {"a name from an extra field (Info-ZIP Unicode path)",
     [](Archive& a) {
         a.members[a.third() + 28] = 10;
         a.members.insert(a.third() + 35, "up\6\0\1xxxxb", 10);
     }},
    {"a data descriptor", [](Archive& a) { a.members[a.third() + 6] |= 8, a.members += "PK\7\b"; }},
    {"encryption", [](Archive& a) { a.members[a.third() + 6] |= 1; }},
    {"a member that is deflated", [](Archive& a) { a.members[a.third() + 8] = 8; }},
    {"names that are not UTF-8", [](Archive& a) { a.members[a.third() + 7] = 0; }},
    {"another name in the directory",
     [](Archive& a) { a.directory[a.third_central() + k_central] = 'b'; }},
    {"another name in the local header", [](Archive& a) { a.members[a.third() + k_local] = 'b'; }},
    {"another size in the directory", [](Archive& a) { ++a.directory[a.third_central() + 24]; }},
    {"another size in the local header", [](Archive& a) { --a.members[a.third() + 22]; }},
    {"a compressed size of its own", [](Archive& a) { --a.members[a.third() + 18]; }},
    {"another CRC in the directory", [](Archive& a) { ++a.directory[a.third_central() + 16]; }},
    {"two entries of one place (overlapping bomb)",
     [](Archive& a) {
         for (size_t i = 42; i < 46; ++i)
             a.directory[a.third_central() + i] = 0;
     }},
    {"a symbolic link",
     [](Archive& a) { a.directory[a.third_central() + 41] = static_cast<char>(0xA1); }},
    {"a folder", [](Archive& a) { a.directory[a.third_central() + 38] = 0x10; }},
    {"a comment of a member", [](Archive& a) { a.directory[a.third_central() + 32] = 1; }},
    {"several disks", [](Archive& a) { a.directory[a.directory.size() - k_end + 4] = 1; }},
    {"fewer entries than there are",
     [](Archive& a) {
         a.directory[a.directory.size() - k_end + 8] = 2;
         a.directory[a.directory.size() - k_end + 10] = 2;
     }},
    {"a directory elsewhere", [](Archive& a) { ++a.directory[a.directory.size() - k_end + 16]; }},
    {"ZIP64",
     [](Archive& a) {
         a.directory.insert(a.directory.size() - k_end, "PK\6\7" + std::string(16, '\0'));
     }},
    {"ZIP64 sizes",
     [](Archive& a) {
         for (const size_t at : {18, 22})
             a.members.replace(a.third() + at, 4, "\xff\xff\xff\xff");
     }},
    {"a member more than the manifest says",
     [](Archive& a) {
         a.entries.push_back({"b.mp4", 0, 0});
         a.members += local_header(a.entries.back());
         a.directory = central_directory(a.entries);
         a.entries.pop_back();
     }},
    {"a member of one name twice",
     [](Archive& a) {
         auto twice = a.entries;
         twice.push_back(a.entries[2]);
         a.members += local_header(a.entries[2]) + a.words[2];
         a.directory = central_directory(twice);
     }},
    {"no directory", [](Archive& a) { a.directory = a.end(); }},
    {"no end record", [](Archive& a) { a.directory.resize(a.directory.size() - k_end); }},
};

} // namespace

TEST_CASE("an archive as it must lie is accepted") {
    const Archive plain;
    CHECK(accepted(plain.bytes(), plain.entries));
}

TEST_CASE("every known trick of a ZIP with two readings is refused") {
    const auto plain = Archive{}.bytes();
    for (const auto& trick : k_tricks) {
        CAPTURE(trick.first);
        Archive bent;
        trick.second(bent);
        REQUIRE(bent.bytes() != plain);
        CHECK_FALSE(accepted(bent.bytes(), bent.entries));
    }
}
