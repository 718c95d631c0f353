#include "kiosk/removable/mounted.h"

#include "content/base/file.h"
#include "kiosk/removable/label.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>

namespace pufa::removable {

namespace {

using State = Stick::State;

constexpr uint64_t k_sector = 512; // of /sys/…/size, whatever the device's own is

std::optional<uint64_t> number_in(const std::filesystem::path& file) {
    const auto text = base::read_file(file);
    if (!text) return std::nullopt;
    uint64_t number = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    return read.ec == std::errc{} ? std::optional{number} : std::nullopt;
}

/// What sysfs says of a device, or of the disk that it is a partition of. nullopt: it knows
/// neither.
std::optional<bool> is_removable(const std::filesystem::path& device) {
    for (const auto& folder : {device, device / ".."}) {
        const auto removable = number_in(folder / "removable");
        if (!removable) continue;
        // Disks in USB cases call themselves fixed.
        std::error_code error;
        const auto place = std::filesystem::canonical(device, error);
        return *removable != 0 || (!error && place.native().find("/usb") != std::string::npos);
    }
    return std::nullopt;
}

} // namespace

bool MountedSticks::is_stick(const Mount& mount) const {
    const auto& folders = m_options.media_folders;
    const bool below = std::any_of(folders.begin(), folders.end(), [&](const auto& folder) {
        const auto relative = mount.folder.lexically_relative(folder);
        return !relative.empty() && relative != "." && *relative.begin() != "..";
    });
    // A file system without a disk (fuse, a network) is no stick.
    return below && mount.source.starts_with("/dev/") &&
           is_removable(m_options.sys_block / mount.device).value_or(true);
}

MountedSticks::Tracked MountedSticks::track(const Mount& mount) {
    Tracked tracked;
    tracked.mount = mount;
    auto& stick = tracked.stick;
    stick.id = mount.source + "#" + std::to_string(++m_came);
    stick.label = linked_label(m_options.by_label, mount.source);
    if (stick.label.empty()) stick.label = clean_label(mount.folder.filename().native());
    if (mount.file_system != "fuseblk") stick.file_system = mount.file_system;
    stick.size_bytes =
        number_in(m_options.sys_block / mount.device / "size").value_or(0) * k_sector;
    return tracked;
}

void MountedSticks::look() {
    const auto mounts = read_mountinfo(m_options.mountinfo);
    if (!mounts) return;
    std::vector<Mount> there;
    std::copy_if(mounts->begin(), mounts->end(), std::back_inserter(there),
                 [&](const Mount& mount) { return is_stick(mount); });
    std::erase_if(m_tracked, [&](const Tracked& tracked) {
        return std::find(there.begin(), there.end(), tracked.mount) == there.end();
    });
    for (const auto& mount : there) {
        const bool known =
            std::any_of(m_tracked.begin(), m_tracked.end(),
                        [&](const Tracked& tracked) { return tracked.mount == mount; });
        if (!known) m_tracked.push_back(track(mount));
    }
}

std::vector<Stick> MountedSticks::sticks() const {
    std::vector<Stick> all;
    for (const auto& tracked : m_tracked)
        all.push_back(tracked.stick);
    return all;
}

MountedSticks::Tracked* MountedSticks::find(const std::string& id) {
    const auto found = std::find_if(m_tracked.begin(), m_tracked.end(),
                                    [&](const Tracked& it) { return it.stick.id == id; });
    return found == m_tracked.end() ? nullptr : &*found;
}

void MountedSticks::open(const std::string& id, Access access) {
    auto* tracked = find(id);
    if (!tracked) return;
    auto& stick = tracked->stick;
    stick.folder.clear();
    stick.trouble.reset();
    if (access == Access::write && tracked->mount.read_only) {
        stick.state = State::failed;
        stick.trouble = Error{Code::READ_ONLY, stick.label, "it was mounted read-only"};
        return;
    }
    stick.state = access == Access::write ? State::writable : State::readable;
    stick.folder = tracked->mount.folder;
}

void MountedSticks::release(const std::string& id) {
    auto* tracked = find(id);
    if (!tracked) return;
    auto& stick = tracked->stick;
    stick.folder.clear();
    stick.trouble.reset();
    const auto failed = [&](int error) {
        stick.state = State::failed;
        stick.trouble = base::from_errno(error, stick.label);
        if (error == EBUSY) stick.trouble->code = Code::STICK_IN_USE;
    };
    {
        const auto folder = base::open_file(tracked->mount.folder, O_RDONLY | O_DIRECTORY);
        if (folder && ::syncfs(folder->get()) != 0) return failed(errno);
    }
    // Most often only root may; then it was written out, and that has to do.
    if (::umount2(tracked->mount.folder.c_str(), UMOUNT_NOFOLLOW) != 0 && errno == EBUSY)
        return failed(errno);
    stick.state = State::released;
}

} // namespace pufa::removable
