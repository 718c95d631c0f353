#include "kiosk/removable/label.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::removable;

TEST_CASE("a label is shown as it was written, in UTF-8 or as Windows in China writes it") {
    CHECK(clean_label("巡检U盘") == "巡检U盘");
    CHECK(clean_label("\xD1\xB2\xBC\xEC\x55\xC5\xCC") == "巡检U盘"); // GBK
    CHECK(clean_label("KINGSTON") == "KINGSTON");
    CHECK(clean_label("") == "");
    CHECK(clean_label("\xFF\xFF\xFF") == ""); // neither
}

TEST_CASE("what would break a line or turn it round is no part of a label") {
    CHECK(clean_label("a\nb\tc\x7F") == "abc");
    CHECK(clean_label("\u202Egnp.exe\u202C") == "gnp.exe");
    CHECK(clean_label("\u2066x\u2069\u200B\uFEFF") == "x");
    CHECK(clean_label("  two  words ") == "two  words");
    CHECK(clean_label("   ") == "");
    std::string nul{"ab"};
    nul += '\0';
    CHECK(clean_label(nul) == "ab");
}

TEST_CASE("a label has at most 64 characters") {
    std::string longer;
    std::string kept;
    for (int i = 0; i < 70; ++i) {
        longer += "普";
        if (i < 64) kept += "普";
    }
    CHECK(clean_label(longer) == kept);
}

TEST_CASE("names of udev are read back") {
    CHECK(undo_udev_escapes(R"(NEW\x20VOLUME)") == "NEW VOLUME");
    CHECK(undo_udev_escapes(R"(\xc6\xd5)") == "\xC6\xD5");
    CHECK(undo_udev_escapes(R"(a\x2)") == R"(a\x2)");
    CHECK(undo_udev_escapes(R"(a\xzz)") == R"(a\xzz)");
    CHECK(undo_udev_escapes("") == "");
}

TEST_CASE("only a link to this very device names it") {
    const base::TemporaryFolder folder;
    std::filesystem::create_symlink("../../sdb1", folder.path() / R"(\xc6\xd5\xb7\xa8\x20U)");
    std::filesystem::create_symlink("../../sdb11", folder.path() / "other");
    REQUIRE(base::write_file_atomic(folder.path() / "sdc1", "no link"));
    CHECK(linked_label(folder.path(), "/dev/sdb1") == "普法 U");
    CHECK(linked_label(folder.path(), "/dev/sdb11") == "other");
    CHECK(linked_label(folder.path(), "/dev/sdc1").empty());
    CHECK(linked_label(folder.path() / "none", "/dev/sdb1").empty());
}
