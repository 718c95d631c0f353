#include "content/pack/archive.h"

#include "content/base/file.h"
#include "content/base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace pufa::pack {

namespace {

constexpr uint32_t k_local_signature = 0x04034b50;
constexpr uint32_t k_central_signature = 0x02014b50;
constexpr uint32_t k_end_signature = 0x06054b50;
constexpr size_t k_local_fixed = 30; // bytes of a local header before its name

constexpr uint16_t k_version_needed = 20;
constexpr uint16_t k_version_made_by = (3u << 8) | 20; // Unix, so that unzip gives the mode below
constexpr uint32_t k_attributes = 0100644u << 16;
constexpr uint16_t k_flags = 1u << 11; // names are UTF-8
constexpr uint16_t k_stored = 0;
constexpr uint16_t k_time = 0;             // a fixed moment, so that the same content
constexpr uint16_t k_date = (1u << 5) | 1; // gives the same bytes: 1980-01-01 00:00
constexpr size_t k_max_path = 200;
constexpr size_t k_directory_chunk = 1u << 20; // bytes compared at a time

void put16(std::string& to, uint16_t value) {
    to.push_back(static_cast<char>(value & 0xff));
    to.push_back(static_cast<char>(value >> 8));
}

void put32(std::string& to, uint32_t value) {
    put16(to, static_cast<uint16_t>(value & 0xffff));
    put16(to, static_cast<uint16_t>(value >> 16));
}

uint32_t get32(std::string_view from, size_t at) {
    uint32_t value = 0;
    for (size_t i = 4; i-- > 0;)
        value = (value << 8) | static_cast<unsigned char>(from[at + i]);
    return value;
}

/// The fields that the local and the central header share, from "version needed" on.
void put_shared(std::string& to, const Entry& entry) {
    put16(to, k_version_needed);
    put16(to, k_flags);
    put16(to, k_stored);
    put16(to, k_time);
    put16(to, k_date);
    put32(to, entry.crc);
    put32(to, entry.size); // compressed: the same, as nothing is
    put32(to, entry.size);
    put16(to, static_cast<uint16_t>(entry.name.size()));
    put16(to, 0); // extra field
}

Error not_canonical(const std::string& where, std::string detail) {
    return {Code::NOT_CANONICAL, where, std::move(detail)};
}

/// A copy cut short is what a pulled stick leaves: its sentence says to copy again.
Error cut_short(const std::string& where, uint64_t size, uint64_t wanted) {
    return {Code::DAMAGED_MEMBER, where,
            fmt::format("the file ends after {} of {} bytes", size, wanted)};
}

Result<std::string> read_range(int fd, uint64_t offset, uint64_t size, uint64_t file_size,
                               const std::string& where) {
    if (offset + size > file_size) return cut_short(where, file_size, offset + size);
    std::string bytes(size, '\0');
    PUFA_CHECK(base::read_exact(fd, offset, std::as_writable_bytes(std::span{bytes}), where));
    return bytes;
}

struct HeadMember {
    std::string bytes;
    uint64_t end = 0; ///< offset behind it
};

/// One of the first two members: its header may differ from the regenerated one in size and CRC
/// only. The CRC is compared by check_layout, after the signature has spoken.
Result<HeadMember> read_head_member(int fd, uint64_t at, std::string_view name, uint64_t limit,
                                    uint64_t file_size, const std::string& where) {
    const auto header_size = k_local_fixed + name.size();
    PUFA_TRY(const auto header, read_range(fd, at, header_size, file_size, where));
    const Entry stated{std::string{name}, get32(header, 22), get32(header, 14)};
    if (header != local_header(stated))
        return not_canonical(where, fmt::format("the header of {}", name));
    if (stated.size > limit)
        return Error{Code::TOO_LARGE, where,
                     fmt::format("{} has {} bytes, at most {}", name, stated.size, limit)};
    PUFA_TRY(auto bytes, read_range(fd, at + header_size, stated.size, file_size, where));
    return HeadMember{std::move(bytes), at + header_size + stated.size};
}

/// True if a local header stands at `at` but for another member, or the members have ended there.
Result<bool> is_unsigned(int fd, uint64_t at, uint64_t file_size, const std::string& where) {
    const auto whole = k_local_fixed + k_signature_name.size();
    const auto there = std::min<uint64_t>(whole, file_size - at);
    PUFA_TRY(const auto bytes, read_range(fd, at, there, file_size, where));
    if (bytes.size() < 4) return false;
    const auto signature = get32(bytes, 0);
    if (signature == k_central_signature || signature == k_end_signature) return true;
    return signature == k_local_signature && bytes.size() == whole &&
           std::string_view{bytes}.substr(k_local_fixed) != k_signature_name;
}

Result<void> check_bytes(int fd, uint64_t at, std::string_view wanted, const std::string& what,
                         const std::string& where) {
    std::string bytes(std::min(wanted.size(), k_directory_chunk), '\0');
    for (size_t done = 0; done < wanted.size(); done += bytes.size()) {
        bytes.resize(std::min(bytes.size(), wanted.size() - done));
        PUFA_CHECK(
            base::read_exact(fd, at + done, std::as_writable_bytes(std::span{bytes}), where));
        const auto part = wanted.substr(done, bytes.size());
        if (bytes == part) continue;
        const auto differs = std::mismatch(part.begin(), part.end(), bytes.begin());
        const auto place = at + done + static_cast<uint64_t>(differs.first - part.begin());
        return not_canonical(where, fmt::format("{}, byte {}", what, place));
    }
    return {};
}

/// Neither a control character nor one that FAT and NTFS keep for themselves.
bool is_path_character(char32_t code_point) {
    if (code_point < 0x20 || (code_point >= 0x7f && code_point < 0xa0)) return false;
    return code_point > 0x7f || std::string_view{"<>:\"|?*\\"}.find(
                                    static_cast<char>(code_point)) == std::string_view::npos;
}

/// CON, NUL.txt, com1.mp4: on Windows they are devices, whatever their case and extension.
bool is_device_name(std::string_view part) {
    std::string stem{part.substr(0, part.find('.'))};
    while (stem.ends_with(' '))
        stem.pop_back();
    for (auto& c : stem) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    for (const std::string_view name : {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}) {
        if (stem == name) return true;
    }
    if (!stem.starts_with("COM") && !stem.starts_with("LPT")) return false;
    const auto number = std::string_view{stem}.substr(3);
    // The superscripts count as digits there.
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\u00b9" ||
           number == "\u00b2" || number == "\u00b3";
}

} // namespace

std::string local_header(const Entry& entry) {
    std::string header;
    put32(header, k_local_signature);
    put_shared(header, entry);
    return header + entry.name;
}

std::string central_directory(const std::vector<Entry>& entries) {
    PUFA_ASSERT(entries.size() <= k_max_members + 2);
    std::string directory;
    uint64_t offset = 0;
    for (const auto& entry : entries) {
        put32(directory, k_central_signature);
        put16(directory, k_version_made_by);
        put_shared(directory, entry);
        put16(directory, 0); // comment
        put16(directory, 0); // disk
        put16(directory, 0); // internal attributes
        put32(directory, k_attributes);
        put32(directory, static_cast<uint32_t>(offset));
        directory += entry.name;
        offset += k_local_fixed + entry.name.size() + entry.size;
    }
    const auto size = directory.size();
    put32(directory, k_end_signature);
    put16(directory, 0); // this disk
    put16(directory, 0); // disk of the directory
    put16(directory, static_cast<uint16_t>(entries.size()));
    put16(directory, static_cast<uint16_t>(entries.size()));
    put32(directory, static_cast<uint32_t>(size));
    put32(directory, static_cast<uint32_t>(offset));
    put16(directory, 0); // comment
    return directory;
}

std::vector<uint64_t> layout(const std::vector<Entry>& entries) {
    constexpr uint64_t k_central_fixed = 46;
    constexpr uint64_t k_end = 22;
    std::vector<uint64_t> places;
    uint64_t offset = 0;
    uint64_t directory = k_end;
    for (const auto& entry : entries) {
        offset += k_local_fixed + entry.name.size();
        places.push_back(offset);
        offset += entry.size;
        directory += k_central_fixed + entry.name.size();
    }
    places.push_back(offset + directory);
    return places;
}

bool is_member_path(std::string_view path) {
    if (path.empty() || path.size() > k_max_path) return false;
    for (auto rest = path; !rest.empty();) {
        const auto code_point = base::take_code_point(rest);
        if (!code_point || !is_path_character(*code_point)) return false;
    }
    for (size_t at = 0; at <= path.size();) {
        const auto slash = std::min(path.find('/', at), path.size());
        const auto part = path.substr(at, slash - at);
        if (part.empty() || part.ends_with('.') || part.ends_with(' ') || is_device_name(part))
            return false;
        at = slash + 1;
    }
    return true;
}

Result<Head> read_head(int fd, const std::string& where, Signed signed_pack) {
    PUFA_TRY(const auto size, base::file_size(fd, where));
    if (size > k_max_archive)
        return Error{Code::TOO_LARGE, where,
                     fmt::format("{} bytes, at most {}", size, k_max_archive)};
    const auto first = k_local_fixed + k_manifest_name.size();
    if (size < first) return Error{Code::NOT_A_PACK, where, fmt::format("{} bytes", size)};
    PUFA_TRY(const auto header, read_range(fd, 0, first, size, where));
    if (get32(header, 0) != k_local_signature)
        return Error{Code::NOT_A_PACK, where, "not a ZIP file"};
    if (std::string_view{header}.substr(k_local_fixed) != k_manifest_name)
        return Error{Code::NOT_A_PACK, where, "its first member is not pack.json"};

    PUFA_TRY(auto manifest, read_head_member(fd, 0, k_manifest_name, k_max_manifest, size, where));
    PUFA_TRY(const bool unsigned_pack, is_unsigned(fd, manifest.end, size, where));
    if (unsigned_pack && signed_pack == Signed::optional)
        return Head{std::move(manifest.bytes), std::nullopt};
    if (unsigned_pack) return Error{Code::UNSIGNED, where, "its second member is no signature"};
    PUFA_TRY(auto signature,
             read_head_member(fd, manifest.end, k_signature_name, k_max_signature, size, where));
    return Head{std::move(manifest.bytes), std::move(signature.bytes)};
}

Result<void> check_layout(int fd, const std::vector<Entry>& entries, const std::string& where) {
    PUFA_TRY(const auto size, base::file_size(fd, where));
    const auto places = layout(entries);
    if (size < places.back()) return cut_short(where, size, places.back());
    if (size > places.back())
        return not_canonical(
            where, fmt::format("{} bytes where the manifest demands {}", size, places.back()));
    for (size_t i = 0; i < entries.size(); ++i) {
        const auto header = local_header(entries[i]);
        PUFA_CHECK(check_bytes(fd, places[i] - header.size(), header,
                               "the header of " + entries[i].name, where));
    }
    const auto directory = central_directory(entries);
    return check_bytes(fd, size - directory.size(), directory, "the central directory", where);
}

} // namespace pufa::pack
