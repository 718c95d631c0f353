#pragma once
// A pack file as a whole: opened and judged in the order head → signature → JSON → layout →
// members, and written.

#include "content/base/file.h"
#include "content/pack/manifest.h"
#include "content/pack/trust.h"

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
    TrustedKey signer;
    uint64_t size = 0;
    std::vector<uint64_t> offsets; ///< of each manifest.members entry, in bytes from the start
    std::string manifest_text;     ///< the raw pack.json
    std::string manifest_sha256;   ///< of it: the identity of this version
};

/// `now` decides EXPIRED, NOT_YET and EXPIRED_KEY, trust.site WRONG_SITE; features that this player
/// lacks are NEEDS_NEWER_PLAYER.
[[nodiscard]] Result<OpenPack> open_pack(const std::filesystem::path& file, const Trust& trust,
                                         WallTime now);
/// One that was installed: its pack.json must be the one that was, whatever has become of its key,
/// its days and this machine since (DAMAGED_MEMBER).
[[nodiscard]] Result<OpenPack> open_installed(const std::filesystem::path& file,
                                              const std::string& manifest_sha256);
/// One that is to be signed: a signature is neither demanded nor judged. `signer` is empty.
[[nodiscard]] Result<OpenPack> open_for_signing(const std::filesystem::path& file);

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
/// Without a key the pack has no signature member: UNSIGNED wherever it is offered.
[[nodiscard]] Result<void> write_pack(Manifest manifest, const std::vector<MemberSource>& sources,
                                      const std::optional<SecretKey>& key,
                                      const std::filesystem::path& output,
                                      const Progress& progress);

/// Signs what open_for_signing gave, in place of any signature it had: the same bytes as if
/// write_pack had had the key. Each member is hashed on its way (DAMAGED_MEMBER); `output` may be
/// the file itself and is replaced whole.
[[nodiscard]] Result<void> sign_pack(const OpenPack& pack, const SecretKey& key,
                                     const std::filesystem::path& output, const Progress& progress);

} // namespace pufa::pack
