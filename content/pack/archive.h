#pragma once
// The archive of which there is only one reading: a ZIP whose whole layout follows from the member
// list. Every member is stored; names are UTF-8; there is no extra field, comment, descriptor,
// encryption, gap, duplicate or ZIP64. The reader regenerates every header and compares bytes.
// Source: PKWARE APPNOTE 6.3.9, sections 4.3.7, 4.3.12, 4.3.16.

#include "content/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::pack {

inline constexpr std::string_view k_manifest_name = "pack.json";
inline constexpr std::string_view k_signature_name = "pack.json.minisig";
/// Fits a FAT32 stick and needs no ZIP64.
inline constexpr uint64_t k_max_archive = (4ull << 30) - 1;
inline constexpr uint64_t k_max_manifest = 16ull << 20;
inline constexpr uint64_t k_max_signature = 1024;
inline constexpr size_t k_max_members = 60000; // below ZIP's 65,535 in all

/// What a ZIP header needs to know of a member.
struct Entry {
    std::string name;
    uint32_t size = 0;
    uint32_t crc = 0;
};

[[nodiscard]] std::string local_header(const Entry& entry);
/// The central directory and its end record, for entries in order of their place.
[[nodiscard]] std::string central_directory(const std::vector<Entry>& entries);
/// Where the bytes of each entry begin, and the size of the whole archive as last element.
[[nodiscard]] std::vector<uint64_t> layout(const std::vector<Entry>& entries);
/// A relative path of plain names that every system can unpack: no empty, "." or ".." part, no
/// character that FAT or NTFS lacks, no part that ends with a dot or a blank or is a device's name
/// on Windows, valid UTF-8, at most 200 bytes.
[[nodiscard]] bool is_member_path(std::string_view path);

/// The first two members as read from the fixed place, before anything is trusted.
struct Head {
    std::string manifest;                 ///< raw bytes of pack.json
    std::optional<std::string> signature; ///< raw bytes of pack.json.minisig; none: unsigned
};
enum class Signed { required, optional };

/// UNSIGNED, NOT_A_PACK, NOT_CANONICAL, TOO_LARGE or an errno error. Reads two headers and the two
/// members, nothing else. `where` names the file in errors.
[[nodiscard]] Result<Head> read_head(int fd, const std::string& where,
                                     Signed signed_pack = Signed::required);

/// Holds all headers and the size of the file against what `entries` (the two first ones included)
/// demand. NOT_CANONICAL names the first difference.
[[nodiscard]] Result<void> check_layout(int fd, const std::vector<Entry>& entries,
                                        const std::string& where);

} // namespace pufa::pack
