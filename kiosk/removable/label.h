#pragma once
// Labels of file systems as people may see them. Windows writes a FAT label in the machine's own
// code page, which in China is GBK; udisks2 hands on only what is UTF-8.

#include <filesystem>
#include <string>
#include <string_view>

namespace pufa::removable {

/// Sound UTF-8 without control, bidirectional and line-separating characters, without blanks at the
/// ends, at most 64 characters. Bytes that are no UTF-8 are read as GB18030; what is neither gives
/// an empty label.
[[nodiscard]] std::string clean_label(std::string_view bytes);

/// Undoes udev's "\x20" in names below /dev/disk.
[[nodiscard]] std::string undo_udev_escapes(std::string_view name);

/// The label of a device by the links of udev ("/dev/disk/by-label"), cleaned: they hold its bytes
/// even where they are no UTF-8. Empty if no link leads to `device` ("/dev/sdb1").
[[nodiscard]] std::string linked_label(const std::filesystem::path& by_label,
                                       const std::filesystem::path& device);

} // namespace pufa::removable
