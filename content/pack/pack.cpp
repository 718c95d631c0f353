#include "content/pack/pack.h"

#include "content/base/cancel.h"
#include "content/base/hash.h"
#include "content/pack/pack_parts.h"
#include "content/pack/sites.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace pufa::pack {

namespace {

constexpr size_t k_buffer_bytes = 1u << 20;

/// Local dates: a pack is valid for whole days, as people write them.
Result<void> check_dates(const Manifest& manifest, WallTime now, const std::string& where) {
    const auto today = base::to_local(now).date;
    if (manifest.not_before && today < *manifest.not_before)
        return Error{Code::NOT_YET, where,
                     fmt::format("valid from {}, today is {}",
                                 base::to_string(*manifest.not_before), base::to_string(today))};
    if (manifest.not_after && today > *manifest.not_after)
        return Error{Code::EXPIRED, where,
                     fmt::format("valid until {}, today is {}",
                                 base::to_string(*manifest.not_after), base::to_string(today))};
    return {};
}

Result<void> check_site(const Manifest& manifest, const std::optional<std::string>& site,
                        const std::string& where) {
    if (manifest.sites.empty() || !site || is_meant_for(manifest.sites, *site)) return {};
    return Error{Code::WRONG_SITE, where,
                 fmt::format("for {}, this machine is {}", fmt::join(manifest.sites, ", "),
                             site->empty() ? "without a name" : *site)};
}

/// A pack on its way: its head is read and nothing of it is believed.
struct Opened {
    OpenPack pack;
    Head head;
};

Result<Opened> open_head(const std::filesystem::path& file, Signed signed_pack) {
    Opened opened;
    opened.pack.where = file.string();
    // Not blocking: a FIFO or a device in the place of a pack must not hang the program.
    PUFA_TRY(opened.pack.fd, base::open_file(file, O_RDONLY | O_NONBLOCK));
    PUFA_TRY(opened.head, read_head(opened.pack.fd.get(), opened.pack.where, signed_pack));
    return opened;
}

/// Manifest, rules and layout, once the head is believed.
Result<void> read_rest(Opened& opened) {
    auto& pack = opened.pack;
    pack.manifest_sha256 = base::sha256(opened.head.manifest);
    PUFA_TRY(pack.manifest, parse_manifest(opened.head.manifest, pack.where));
    const auto faults = check_manifest(pack.manifest, pack.where);
    if (!faults.empty()) return faults.front();

    const auto entries =
        entries_of(opened.head.manifest, opened.head.signature, pack.manifest.members);
    PUFA_CHECK(check_layout(pack.fd.get(), entries, pack.where));
    pack.offsets = layout(entries);
    pack.size = pack.offsets.back();
    pack.offsets.pop_back();
    pack.offsets.erase(pack.offsets.begin(),
                       pack.offsets.begin() + (opened.head.signature ? 2 : 1));
    pack.manifest_text = std::move(opened.head.manifest);
    return {};
}

} // namespace

std::vector<Entry> entries_of(const std::string& manifest,
                              const std::optional<std::string>& signature,
                              const std::vector<Member>& members) {
    const auto entry = [](std::string_view name, const std::string& bytes) {
        return Entry{std::string{name}, static_cast<uint32_t>(bytes.size()),
                     base::crc32(base::as_bytes(bytes))};
    };
    std::vector<Entry> entries{entry(k_manifest_name, manifest)};
    if (signature) entries.push_back(entry(k_signature_name, *signature));
    for (const auto& member : members)
        entries.push_back({member.path, static_cast<uint32_t>(member.size), member.crc});
    return entries;
}

Result<OpenPack> open_pack(const std::filesystem::path& file, const Trust& trust, WallTime now) {
    PUFA_TRY(auto opened, open_head(file, Signed::required));
    auto& pack = opened.pack;
    PUFA_TRY(pack.signer, verify(opened.head.manifest, *opened.head.signature, trust, pack.where));
    PUFA_CHECK(check_expiry(pack.signer, now, pack.where));
    PUFA_CHECK(read_rest(opened));
    PUFA_CHECK(check_publisher(pack.signer, pack.manifest.id, pack.where));
    PUFA_CHECK(check_site(pack.manifest, trust.site, pack.where));
    PUFA_CHECK(check_dates(pack.manifest, now, pack.where));
    return std::move(pack);
}

Result<OpenPack> open_installed(const std::filesystem::path& file,
                                const std::string& manifest_sha256) {
    PUFA_TRY(auto opened, open_head(file, Signed::required));
    auto& pack = opened.pack;
    if (base::sha256(opened.head.manifest) != manifest_sha256)
        return Error{Code::DAMAGED_MEMBER, pack.where, std::string{k_manifest_name}};
    PUFA_TRY(const auto signature,
             parse_signature(*opened.head.signature, Sealed::manifest, pack.where));
    pack.signer.id = signature.signer;
    PUFA_CHECK(read_rest(opened));
    return std::move(pack);
}

Result<OpenPack> open_for_signing(const std::filesystem::path& file) {
    PUFA_TRY(auto opened, open_head(file, Signed::optional));
    PUFA_CHECK(read_rest(opened));
    return std::move(opened.pack);
}

Error damaged_member(const Member& member, const std::string& where) {
    return {Code::DAMAGED_MEMBER, where, member.path};
}

Result<void> verify_members(const OpenPack& pack, const Progress& progress) {
    uint64_t total = 0;
    for (const auto& member : pack.manifest.members)
        total += member.size;
    uint64_t done = 0;
    std::vector<std::byte> buffer(k_buffer_bytes);
    for (size_t i = 0; i < pack.manifest.members.size(); ++i) {
        const auto& member = pack.manifest.members[i];
        base::Sha256 hash;
        for (uint64_t at = 0; at < member.size;) {
            PUFA_CHECK(base::check_cancelled(pack.where));
            const auto part = std::span{buffer}.first(
                static_cast<size_t>(std::min<uint64_t>(buffer.size(), member.size - at)));
            PUFA_CHECK(base::read_exact(pack.fd.get(), pack.offsets[i] + at, part, pack.where));
            hash.update(part);
            at += part.size();
            done += part.size();
            if (progress) progress(done, total);
        }
        if (hash.finish() != member.sha256) return damaged_member(member, pack.where);
    }
    return {};
}

} // namespace pufa::pack
