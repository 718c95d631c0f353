#pragma once
// Whom a machine trusts, and for what. Keys are files of a folder that belongs to root:
//
//   NAME.pub    a public key of minisign
//   NAME.toml   optional limits of that key:
//       publishers = ["jiangmen-sifa"]   may sign packs of these only, and no statements but one
//                                        that replaces itself; absent: every pack, every statement
//       not_after = 2027-12-31           last local day on which it may bring something new
//       note = "…"                       for people
//
// Signed statements (statement.h) add to these keys and revoke them.

#include "content/base/clock.h"
#include "content/model/ids.h"
#include "content/pack/seal.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

struct TrustedKey : PublicKey {
    TrustedKey() = default;
    /// A key without limits.
    TrustedKey(PublicKey open)
        : PublicKey(std::move(open)) {}

    std::optional<std::vector<std::string>> publishers; ///< none: every one, and statements
    std::optional<base::Date> not_after;                ///< the last local day
    std::string note;
    std::string from;             ///< the file, or "statement 3 of <key>"
    std::optional<KeyId> adopted; ///< the key whose statement added it; none: the trust folder

    [[nodiscard]] bool may_sign_for(std::string_view publisher) const;
};

/// Retired: nothing new comes from this key, what is installed stays. Compromised: that goes too.
enum class Reason { retired, compromised };
struct RevokedKey {
    KeyId id{};
    Reason reason = Reason::retired;
    std::string note;
    /// Not named itself: a key that was compromised had added it. May be added again.
    bool inherited = false;
};

/// What a machine accepts, and from whom.
struct Trust {
    std::vector<TrustedKey> keys{};
    std::vector<RevokedKey> revoked{}; ///< never among `keys`
    /// The name of this machine, for packs that are meant for some only: "" has none and takes none
    /// of those. nullopt: nobody asks (whoever judges a pack for other machines).
    std::optional<std::string> site{};

    [[nodiscard]] const RevokedKey* find_revoked(const KeyId& id) const;
};

/// The .pub files of the folder, by name; none if there is no such folder. Hidden files are not
/// looked at (some systems leave such shadows of each file on a stick).
[[nodiscard]] Result<std::vector<std::filesystem::path>>
trust_files(const std::filesystem::path& folder);
/// A .pub file and the .toml beside it. BAD_KEY (of the .toml: with the line) or an errno error.
[[nodiscard]] Result<TrustedKey> read_trusted_key(const std::filesystem::path& pub_file);
/// All of them; the first that cannot be used is the error. A missing folder is an empty trust.
[[nodiscard]] Result<Trust> load_trust(const std::filesystem::path& folder);

/// Returns the key that signed. BAD_SIGNATURE (also for any other spelling of a signature file),
/// UNKNOWN_KEY, REVOKED_KEY.
[[nodiscard]] Result<TrustedKey> verify(std::string_view message, std::string_view signature,
                                        const Trust& trust, const std::string& where,
                                        Sealed what = Sealed::manifest);
/// EXPIRED_KEY after the key's last day.
[[nodiscard]] Result<void> check_expiry(const TrustedKey& key, WallTime now,
                                        const std::string& where);
/// WRONG_PUBLISHER.
[[nodiscard]] Result<void> check_publisher(const TrustedKey& key, const model::PackId& pack,
                                           const std::string& where);

} // namespace pufa::pack
