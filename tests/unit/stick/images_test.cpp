// Images of sticks as mkfs makes them: exFAT by exfat-fuse, NTFS by ntfs-3g, FAT32 filled by mtools
// and read by fusefat (no file system in user space writes FAT properly). Where nothing can be
// mounted by FUSE a case says so and ends.

#include "content/base/file.h"
#include "content/stick/new_folder.h"
#include "content/stick/survey.h"
#include "tests/support/stick_image.h"

#include <doctest/doctest.h>

using namespace pufa;
using support::in_shell;
using support::StickImage;

namespace {

/// Everything that a stick is for: seen, written, read back after it was mounted anew.
void use(StickImage& image) {
    if (!image.mount()) return;
    const auto pufa = image.folder() / "PUFA";
    std::filesystem::create_directory(pufa);
    REQUIRE(base::write_file_atomic(image.folder() / "autorun.inf", "[autorun]\nopen=x.exe\n"));
    const base::TemporaryFolder here;
    REQUIRE(base::write_file_atomic(here.path() / "x", std::string((1u << 20) + 7, 'x')));
    const auto pack = stick::copy_to_stick(here.path() / "x", pufa / "大讲堂-3.pufa");
    INFO((pack ? "" : pack.error().where + pack.error().detail));
    REQUIRE(pack);
    std::filesystem::create_directory(pufa / "遗嘱");
    REQUIRE(base::write_file_atomic(pufa / "遗嘱/pack.toml", "id = \"a/b\"\n"));

    std::vector<std::filesystem::path> carried;
    for (int i = 0; i < 2; ++i) {
        auto made = stick::NewFolder::begin(pufa / "带走" / "甲司法所", "2026-11-29_1309");
        REQUIRE(made);
        REQUIRE(made->add("stats.csv", "\xEF\xBB\xBF日期,次数\n"));
        const auto done = made->finish();
        INFO((done ? "" : done.error().where + done.error().detail));
        REQUIRE(done);
        carried.push_back(done->folder);
    }
    CHECK(carried[1].filename() == "2026-11-29_1309-2");
    image.unmount();
    REQUIRE(image.mount());
    const auto found = stick::survey(image.folder());
    REQUIRE(found);
    REQUIRE(found->packs.size() == 1);
    CHECK(found->packs.front().filename() == "大讲堂-3.pufa");
    CHECK(found->sources == std::vector{pufa / "遗嘱"});
    CHECK(found->left_out == 0);
    for (const auto& folder : carried) {
        const auto verified = stick::verify_folder(folder);
        REQUIRE(verified);
        CHECK(*verified == 1);
    }
    const auto room = stick::room_on(image.folder());
    REQUIRE(room);
    CHECK(room->writable);
    CHECK(room->free_bytes > (32u << 20));
    // Read-only, as it is shown to staff.
    image.unmount();
    REQUIRE(image.mount("-o ro"));
    CHECK_FALSE(stick::room_on(image.folder())->writable);
    CHECK(stick::survey(image.folder())->packs.size() == 1);
    const auto refused = stick::NewFolder::begin(pufa / "带走" / "乙", "x");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::READ_ONLY);
    // Full: nothing is left of what did not fit.
    image.unmount();
    REQUIRE(image.mount());
    REQUIRE(base::write_file_atomic(here.path() / "y", std::string(70u << 20, 'y')));
    const auto full = stick::copy_to_stick(here.path() / "y", pufa / "y.pufa");
    REQUIRE_FALSE(full);
    CHECK(full.error().code == Code::NO_SPACE);
    CHECK_FALSE(std::filesystem::exists(pufa / "y.pufa.part"));
}

} // namespace

TEST_CASE("an exFAT stick is seen, written, read back, read-only and full") {
    StickImage image{"mkfs.exfat -L 普法盘", "mount.exfat-fuse"};
    use(image);
}

TEST_CASE("an ext4 stick is seen, written, read back, read-only and full") {
    StickImage image{"mkfs.ext4 -q -F -L PUFA", "mount"};
    use(image);
}

TEST_CASE("an NTFS stick is seen, written, read back, read-only and full") {
    StickImage image{"mkntfs -q -F -L 普法盘", "ntfs-3g"};
    use(image);
}

TEST_CASE("a FAT32 stick with Chinese names is seen") {
    StickImage image{"mkfs.fat -F 32 -n KIOSK", "fusefat"};
    const base::TemporaryFolder here;
    for (const auto* name : {"大讲堂.pufa", "pack.toml", "link.pufa"})
        REQUIRE(base::write_file_atomic(here.path() / name, "x"));
    const auto in = "-i " + image.file() + " ";
    REQUIRE(in_shell("mmd " + in + "::/PUFA ::/PUFA/遗嘱 ::/photos") == 0);
    REQUIRE(in_shell("cd " + here.path().string() + " && mcopy " + in +
                     "大讲堂.pufa ::/PUFA/ && mcopy " + in + "pack.toml ::/PUFA/遗嘱/ && mcopy " +
                     in + "link.pufa ::/") == 0);
    if (!image.mount("-o ro")) return;
    const auto found = stick::survey(image.folder());
    REQUIRE(found);
    REQUIRE(found->packs.size() == 2);
    CHECK(found->packs[0] == image.folder() / "PUFA/大讲堂.pufa");
    CHECK(found->packs[1] == image.folder() / "link.pufa");
    CHECK(found->sources == std::vector{image.folder() / "PUFA/遗嘱"});
    CHECK(found->left_out == 0);
}

TEST_CASE("what is carried away has names that FAT takes, and comes back from it byte by byte") {
    const base::TemporaryFolder here;
    auto made = stick::NewFolder::begin(here.path() / "PUFA/带走/蓬江区公共法律服务中心",
                                        "2026-11-29_1309");
    REQUIRE(made);
    REQUIRE(made->add("stats.csv", "日期"));
    REQUIRE(made->add("health.json", "{}"));
    REQUIRE(made->finish());
    const auto image = (here.path() / "image").string();
    const auto back = here.path() / "back";
    std::filesystem::create_directory(back);
    REQUIRE(in_shell("truncate -s 64M " + image + " && mkfs.fat -F 32 " + image) == 0);
    REQUIRE(in_shell("mcopy -s -i " + image + " " + (here.path() / "PUFA").string() +
                     " ::/ && mcopy -s -i " + image + " ::/PUFA " + back.string()) == 0);
    const auto verified =
        stick::verify_folder(back / "PUFA/带走/蓬江区公共法律服务中心/2026-11-29_1309");
    REQUIRE(verified);
    CHECK(*verified == 2);
}
