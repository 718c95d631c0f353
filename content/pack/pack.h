#pragma once
// A pack file as a whole: opened and judged in the order head → signature → JSON → layout →
// members, and written.

#include "content/base/file.h"
#include "content/pack/manifest.h"
#include "content/pack/seal.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

/// A pack whose head, signature, manifest and layout hold; its members are not hashed yet.
struct OpenPack {
    base::UniqueFd fd;
    std::string where;
    Manifest manifest;
    PublicKey signer;
    uint64_t size = 0;
    std::vector<uint64_t> offsets; ///< of each manifest.members entry, in bytes from the start
    std::string manifest_sha256;   ///< of the raw pack.json: the identity of this version
};

/// `now` decides EXPIRED and NOT_YET; features that this player lacks are NEEDS_NEWER_PLAYER.
[[nodiscard]] Result<OpenPack> open_pack(const std::filesystem::path& file, const Trust& trust,
                                         WallTime now);

using Progress = std::function<void(uint64_t done_bytes, uint64_t total_bytes)>;

/// Reads every member and compares its hash: DAMAGED_MEMBER names the first that differs.
[[nodiscard]] Result<void> verify_members(const OpenPack& pack, const Progress& progress);

/// A member's source when a pack is written.
struct MemberSource {
    std::string path;           ///< in the archive
    std::filesystem::path file; ///< on disk; read twice (hash, copy) and compared
    /// Made by the builder instead of read from `file`, which then only says where it comes from.
    std::optional<std::string> bytes{};
};

/// Fills manifest.members from the sources (sorted by path), signs and writes `output` atomically.
[[nodiscard]] Result<void> write_pack(Manifest manifest, const std::vector<MemberSource>& sources,
                                      const SecretKey& key, const std::filesystem::path& output,
                                      const Progress& progress);

} // namespace pufa::pack
