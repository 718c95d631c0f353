// The model of a power cut itself: a wrong one would let everything pass.

#include "tests/faults/power_cut.h"

#include <doctest/doctest.h>

using namespace pufa::faults;

namespace {

constexpr uint64_t k_top = 1;
constexpr uint64_t k_folder = 2;
constexpr uint64_t k_file = 3;
constexpr uint64_t k_new = 4;

bool nothing(Change) {
    return false;
}
bool everything(Change) {
    return true;
}
bool names_only(Change change) {
    return change == Change::name;
}

/// A disk with one folder, and in it one file of "old".
PowerCut disk() {
    return PowerCut{{{"folder", std::nullopt}, {"folder/file", "old"}},
                    {{"", k_top}, {"folder", k_folder}, {"folder/file", k_file}}};
}

Call make(const std::string& path, uint64_t inode) {
    return {.op = Op::create, .path = path, .inode = inode, .made = true};
}
Call put(uint64_t inode, const std::string& bytes, uint64_t offset = 0) {
    return {.op = Op::write, .inode = inode, .offset = offset, .bytes = bytes};
}
Call sync(uint64_t inode) {
    return {.op = Op::sync, .inode = inode};
}
Call move(const std::string& from, const std::string& to) {
    return {.op = Op::rename, .path = from, .other = to};
}

PowerCut after(const std::vector<Call>& calls) {
    auto cut = disk();
    for (const auto& call : calls)
        cut.apply(call);
    return cut;
}

} // namespace

TEST_CASE("what no sync made certain may be gone, or all there") {
    const auto cut = after({make("folder/new", k_new), put(k_new, "bytes"), put(k_file, "NEW!")});
    CHECK(cut.cut(nothing) == Tree{{"folder", std::nullopt}, {"folder/file", "old"}});
    CHECK(cut.cut(everything) ==
          Tree{{"folder", std::nullopt}, {"folder/file", "NEW!"}, {"folder/new", "bytes"}});
    CHECK(cut.uncertain() > 3);
}

TEST_CASE(
    "a file's sync keeps its bytes and not its name, a folder's its names and not the bytes") {
    const std::vector<Call> begun{make("folder/new", k_new), put(k_new, "bytes")};
    auto file = after(begun);
    file.apply(sync(k_new));
    CHECK_FALSE(file.cut(nothing).contains("folder/new"));
    CHECK(file.cut(names_only).at("folder/new") == "bytes");

    auto folder = after(begun);
    folder.apply(sync(k_folder));
    CHECK(folder.cut(nothing).at("folder/new") == "");
    folder.apply(sync(k_new));
    CHECK(folder.cut(nothing).at("folder/new") == "bytes");
    CHECK(folder.uncertain() == 0);
}

TEST_CASE("a folder's sync does not keep the folder itself") {
    auto cut = after({{.op = Op::mkdir, .path = "folder/deep", .inode = k_new},
                      make("folder/deep/file", 9),
                      sync(9),
                      sync(k_new)});
    CHECK_FALSE(cut.cut(nothing).contains("folder/deep"));
    cut.apply(sync(k_folder));
    CHECK(cut.cut(nothing).at("folder/deep/file") == "");
}

TEST_CASE("a write is torn at sectors, and what came later may have come alone") {
    const std::string long_text(1024, 'a');
    const auto cut = after({put(k_file, long_text), put(k_file, std::string(1024, 'b'))});
    size_t asked = 0;
    // Only the second sector of the second write arrives.
    const auto tree =
        cut.cut([&](Change change) { return change == Change::sector && ++asked == 4; });
    CHECK(tree.at("folder/file") == "old" + std::string(509, '\0') + std::string(512, 'b'));
}

TEST_CASE("a size may arrive without its bytes") {
    const auto cut = after({put(k_file, std::string(600, 'n'))});
    CHECK(cut.cut([](Change change) { return change == Change::size; }).at("folder/file") ==
          "old" + std::string(597, '\0'));
    const auto shorter = after({{.op = Op::truncate, .inode = k_file, .offset = 1}});
    CHECK(shorter.cut(everything).at("folder/file") == "o");
    CHECK(shorter.cut(nothing).at("folder/file") == "old");
}

TEST_CASE("a rename within a folder is there or not, never half") {
    const auto cut = after({make("folder/file.new", k_new), put(k_new, "new"), sync(k_new),
                            sync(k_folder), move("folder/file.new", "folder/file")});
    const auto before = cut.cut(nothing);
    CHECK(before.at("folder/file") == "old");
    CHECK(before.at("folder/file.new") == "new");
    for (int first = 0; first < 2; ++first) {
        int asked = 0;
        const auto tree = cut.cut([&](Change) { return asked++ == first; });
        CHECK(tree.contains("folder/file.new") == (tree.at("folder/file") == "old"));
    }
    const auto whole = cut.cut(everything);
    CHECK(whole == Tree{{"folder", std::nullopt}, {"folder/file", "new"}});
}

TEST_CASE("a rename between folders may leave both names, but never none") {
    const auto cut = after({move("folder/file", "moved")});
    CHECK(cut.cut(nothing) == Tree{{"folder", std::nullopt}, {"folder/file", "old"}});
    CHECK(cut.cut(everything) == Tree{{"folder", std::nullopt}, {"moved", "old"}});
    int asked = 0;
    const auto only_put = cut.cut([&](Change) { return asked++ == 0; });
    CHECK(only_put.size() == 3);
    asked = 0;
    const auto only_taken = cut.cut([&](Change) { return asked++ == 1; });
    CHECK(only_taken.contains("folder/file"));
}

TEST_CASE("a folder that is renamed takes along what is in it") {
    auto cut = after({move("folder", "other"), make("other/new", k_new), sync(k_folder)});
    CHECK(cut.cut(nothing) ==
          Tree{{"folder", std::nullopt}, {"folder/file", "old"}, {"folder/new", ""}});
    cut.apply(sync(k_top));
    CHECK(cut.cut(nothing) ==
          Tree{{"other", std::nullopt}, {"other/file", "old"}, {"other/new", ""}});
    cut.apply({.op = Op::unlink, .path = "other/file", .inode = k_file});
    CHECK(cut.cut(everything) == Tree{{"other", std::nullopt}, {"other/new", ""}});
}

TEST_CASE("a removed file may come back, and an inode's number be used again") {
    auto cut = after({{.op = Op::unlink, .path = "folder/file", .inode = k_file},
                      make("folder/other", k_file),
                      put(k_file, "reborn")});
    CHECK(cut.cut(nothing) == Tree{{"folder", std::nullopt}, {"folder/file", "old"}});
    CHECK(cut.cut(everything) == Tree{{"folder", std::nullopt}, {"folder/other", "reborn"}});
    cut.apply(sync(k_folder));
    CHECK(cut.cut(nothing) == Tree{{"folder", std::nullopt}, {"folder/other", ""}});
}

TEST_CASE("a call that failed changed nothing") {
    auto failed = put(k_file, "no");
    failed.result = -5;
    CHECK(after({failed}).cut(everything).at("folder/file") == "old");
}
