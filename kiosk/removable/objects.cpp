#include "kiosk/removable/objects.h"

#include <algorithm>
#include <set>

namespace pufa::removable {

namespace {

template <class T>
T property(const Interfaces& object, const std::string& interface, const std::string& name) {
    const auto properties = object.find(interface);
    if (properties == object.end()) return T{};
    const auto value = properties->second.find(name);
    if (value == properties->second.end()) return T{};
    const auto* held = std::get_if<T>(&value->second);
    return held ? *held : T{};
}

std::string block_text(const Interfaces& object, const std::string& name) {
    return property<std::string>(object, "Block", name);
}

bool is_pluggable(const Interfaces& drive) {
    if (property<bool>(drive, "Drive", "Removable") ||
        property<bool>(drive, "Drive", "MediaRemovable"))
        return true;
    const auto bus = property<std::string>(drive, "Drive", "ConnectionBus");
    return bus == "usb" || bus == "sdio" || bus == "ieee1394";
}

bool is_below(const std::filesystem::path& path, const std::filesystem::path& folder) {
    const auto [end, ignored] =
        std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return end == folder.end();
}

/// The machine itself lives on this, or somebody has put it to a use of his own.
bool is_of_the_machine(const Interfaces& block,
                       const std::vector<std::filesystem::path>& media_folders) {
    if (property<bool>(block, "Block", "HintSystem") ||
        property<bool>(block, "Swapspace", "Active"))
        return true;
    const auto mounts = property<std::vector<std::string>>(block, "Filesystem", "MountPoints");
    return std::any_of(mounts.begin(), mounts.end(), [&](const std::string& mount) {
        return std::none_of(media_folders.begin(), media_folders.end(),
                            [&](const auto& folder) { return is_below(mount, folder); });
    });
}

Volume volume_of(const std::string& path, const Interfaces& block) {
    Volume volume;
    volume.path = path;
    volume.drive = block_text(block, "Drive");
    volume.device = block_text(block, "Device");
    volume.label = block_text(block, "IdLabel");
    volume.file_system = block_text(block, "IdType");
    volume.size_bytes = property<uint64_t>(block, "Block", "Size");
    volume.read_only = property<bool>(block, "Block", "ReadOnly");
    volume.has_file_system = block.contains("Filesystem");
    volume.mounted_at = property<std::vector<std::string>>(block, "Filesystem", "MountPoints");
    return volume;
}

/// Drives that can be pulled out and are not the machine's.
std::set<std::string> drives_of_sticks(const Objects& objects,
                                       const std::vector<std::filesystem::path>& media_folders) {
    std::set<std::string> drives;
    for (const auto& [path, object] : objects) {
        if (object.contains("Drive") && is_pluggable(object)) drives.insert(path);
    }
    for (const auto& [path, object] : objects) {
        if (object.contains("Block") && is_of_the_machine(object, media_folders))
            drives.erase(block_text(object, "Drive"));
    }
    return drives;
}

} // namespace

std::vector<Volume> find_volumes(const Objects& objects,
                                 const std::vector<std::filesystem::path>& media_folders) {
    const auto drives = drives_of_sticks(objects, media_folders);
    std::vector<Volume> volumes;
    std::vector<Volume> bare; ///< without a file system; the whole comes before its partitions
    std::set<std::string> drives_with;
    for (const auto& [path, object] : objects) {
        if (!object.contains("Block") || property<bool>(object, "Block", "HintIgnore")) continue;
        auto volume = volume_of(path, object);
        if (!drives.contains(volume.drive) || volume.size_bytes == 0) continue;
        if (volume.has_file_system) {
            drives_with.insert(volume.drive);
            volumes.push_back(std::move(volume));
        } else {
            bare.push_back(std::move(volume));
        }
    }
    for (auto& volume : bare) {
        if (drives_with.insert(volume.drive).second) volumes.push_back(std::move(volume));
    }
    return volumes;
}

bool can_switch_off(const Objects& objects, const std::string& drive) {
    const auto found = objects.find(drive);
    return found != objects.end() && property<bool>(found->second, "Drive", "CanPowerOff");
}

} // namespace pufa::removable
