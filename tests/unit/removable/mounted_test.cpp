// Without udisks2: mounts of the kernel's own, in a namespace of the test's own.

#include "bus_bench.h"
#include "tests/support/mounts.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace pufa;
using namespace pufa::removable;
using State = Stick::State;

namespace {

/// A folder in place of /media, where the test mounts; and sysfs and udev's links beside it.
class Media {
  public:
    Media() {
        for (const auto* name : {"media", "sys", "by-label"})
            std::filesystem::create_directory(m_folder.path() / name);
    }
    ~Media() {
        for (const auto& mounted : m_mounted)
            ::umount2(mounted.c_str(), MNT_DETACH);
    }
    Media(const Media&) = delete;
    Media& operator=(const Media&) = delete;

    std::filesystem::path mount(const std::string& name, const std::string& device,
                                unsigned long flags = 0) {
        const auto folder = path("media") / name;
        std::filesystem::create_directories(folder);
        REQUIRE(::mount(device.c_str(), folder.c_str(), "tmpfs", flags, "size=1m") == 0);
        m_mounted.push_back(folder);
        return folder;
    }
    void unmount(const std::filesystem::path& folder) {
        REQUIRE(::umount2(folder.c_str(), MNT_DETACH) == 0);
    }
    /// What sysfs says of the device that is mounted there.
    void tell(const std::filesystem::path& folder, const std::string& removable) {
        struct stat info {};
        REQUIRE(::stat(folder.c_str(), &info) == 0);
        const auto device = path("sys") / (std::to_string(major(info.st_dev)) + ":" +
                                           std::to_string(minor(info.st_dev)));
        std::filesystem::create_directories(device);
        REQUIRE(base::write_file_atomic(device / "removable", removable + "\n"));
        REQUIRE(base::write_file_atomic(device / "size", "2048\n"));
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return m_folder.path() / name;
    }
    [[nodiscard]] WatchOptions options() const {
        WatchOptions options;
        options.bus = "unix:path=" + path("no-bus").string();
        options.sys_block = path("sys");
        options.by_label = path("by-label");
        options.media_folders = {path("media")};
        return options;
    }

  private:
    support::SmallDisk m_namespace{1 << 20}; ///< its mounts are nobody else's
    base::TemporaryFolder m_folder;
    std::vector<std::filesystem::path> m_mounted;
};

} // namespace

TEST_CASE("without udisks2 what others mount is seen as it comes and goes") {
    Media media;
    Watched sticks{media.options()};
    CHECK(sticks->present().empty());
    const auto folder = media.mount("普法 盘", "/dev/sdy1");
    const auto seen = sticks.wait_for_count(1).front();
    CHECK(seen.label == "普法 盘");
    CHECK(seen.state == State::seen);
    CHECK(seen.folder.empty());
    sticks->open(seen.id, Access::read);
    CHECK(sticks.wait_for_state(seen.id, State::readable).folder == folder);
    sticks->open(seen.id, Access::write);
    CHECK(sticks.wait_for_state(seen.id, State::writable).folder == folder);
    media.unmount(folder);
    static_cast<void>(sticks.wait_for_count(0));
    media.mount("b", "/dev/sdy1");
    CHECK(sticks.wait_for_count(1).front().id != seen.id);
}

TEST_CASE("without udisks2 a stick that was mounted read-only cannot be written") {
    Media media;
    const auto folder = media.mount("a", "/dev/sdy1", MS_RDONLY);
    Watched sticks{media.options()};
    const auto id = sticks.wait_for_count(1).front().id;
    sticks->open(id, Access::write);
    const auto failed = sticks.wait_for_state(id, State::failed);
    REQUIRE(failed.trouble);
    CHECK(failed.trouble->code == Code::READ_ONLY);
    sticks->open(id, Access::read);
    CHECK(sticks.wait_for_state(id, State::readable).folder == folder);
}

TEST_CASE("without udisks2 letting go writes out and unmounts, unless somebody is in there") {
    Media media;
    const auto folder = media.mount("a", "/dev/sdy1");
    Watched sticks{media.options()};
    const auto id = sticks.wait_for_count(1).front().id;
    {
        const auto held = base::open_file(folder / "held", O_WRONLY | O_CREAT);
        REQUIRE(held);
        sticks->release(id);
        const auto failed = sticks.wait_for_state(id, State::failed);
        REQUIRE(failed.trouble);
        CHECK(failed.trouble->code == Code::STICK_IN_USE);
    }
    sticks->release(id);
    static_cast<void>(sticks.wait_for_count(0));
}

TEST_CASE("fixed disks, file systems without a disk and other folders are no sticks") {
    Media media;
    const auto fixed = media.mount("fixed", "/dev/sda7");
    media.tell(fixed, "0");
    media.mount("network", "//server/share");
    const auto stick = media.mount("stick", "/dev/sdy1");
    media.tell(stick, "1");
    std::filesystem::create_symlink("../../sdy1", media.path("by-label") / "LABEL");
    Watched sticks{media.options()};
    const auto present = sticks.wait_for_count(1);
    CHECK(present.front().label == "LABEL");
    CHECK(present.front().size_bytes == 1 << 20);
}
