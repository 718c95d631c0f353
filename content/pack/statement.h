#pragma once
// Signed statements about keys: how a machine learns of new keys, and of those that are trusted no
// more, without anybody who touches its trust folder. Two files, checkable with stock minisign:
//
//   NAME.keys.json           the one spelling that write_statement() gives
//   NAME.keys.json.minisig   its signature (seal.h, Sealed::statement)
//
// {"kind": "pufa-keys", "issuer_sequence": 3, "issued": "2026-11-24T02:00:00Z",
//  "add":    [{"key": "<second line of a .pub>", "name": "…", "publishers": ["…"],
//              "not_after": "2027-12-31"}],
//  "revoke": [{"key": "<16 hex digits>", "reason": "retired" | "compromised", "note": "…"}]}
//
// A key without a limit of publishers may add and revoke whatever it likes. A publisher's key may
// only replace itself: add one key that may do no more than it may, and retire itself.
// What counts is the folder's keys with all statements in the order in which they came; they are
// kept raw with their signatures and judged anew whenever they are read, so that whoever writes to
// the database cannot add a key.

#include "content/pack/trust.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::pack {

inline constexpr uint64_t k_max_statement = 64 * 1024;
inline constexpr size_t k_max_statement_keys = 100; ///< of `add` and of `revoke`

struct AddedKey {
    PublicKey key; ///< with its name
    std::optional<std::vector<std::string>> publishers{};
    std::optional<base::Date> not_after{};
};

struct Statement {
    int64_t issuer_sequence = 1; ///< grows with every statement of one key
    WallTime issued{};           ///< whole seconds
    std::vector<AddedKey> add{};
    std::vector<RevokedKey> revoke{};
};

/// Its one spelling, with a line end.
[[nodiscard]] std::string write_statement(const Statement& statement);
/// BAD_STATEMENT for whatever write_statement would not have written.
[[nodiscard]] Result<Statement> parse_statement(std::string_view json, const std::string& where);

/// A statement with its signature, as it came.
struct SealedStatement {
    std::string json;
    std::string signature;
    bool operator==(const SealedStatement&) const = default;
};
/// Reads NAME.keys.json and the signature beside it: BAD_STATEMENT if that is missing, errno
/// errors.
[[nodiscard]] Result<SealedStatement> read_statement_files(const std::filesystem::path& file);

/// The trust of a machine, and how it came about.
struct EffectiveTrust {
    Trust trust;
    std::vector<Error> refused; ///< of `taken`: the database was changed by somebody else
    /// Highest issuer_sequence seen, by key, and the statement that had it.
    struct Seen {
        KeyId issuer{};
        int64_t sequence = 0;
        SealedStatement statement;
    };
    std::vector<Seen> seen;
};

/// Pure. `folder` has no revoked keys of its own.
[[nodiscard]] EffectiveTrust effective_trust(const Trust& folder,
                                             const std::vector<SealedStatement>& taken);

struct JudgedStatement {
    Statement statement;
    TrustedKey issuer;
    bool known = false; ///< it was taken before
};
/// May `offered` be taken after those in `taken`? BAD_STATEMENT, UNKNOWN_KEY, BAD_SIGNATURE,
/// REVOKED_KEY, EXPIRED_KEY, ROLLBACK.
[[nodiscard]] Result<JudgedStatement> judge_statement(const Trust& folder,
                                                      const std::vector<SealedStatement>& taken,
                                                      const SealedStatement& offered, WallTime now,
                                                      const std::string& where);

// ---- what staff are told ----

struct TrustFinding {
    enum class Kind {
        no_key,            ///< nothing can be installed
        unreadable,        ///< a file of the trust folder is no key; `error` says why
        revoked_in_folder, ///< its .pub should be deleted
        expired,
        expires_soon, ///< within k_expiry_notice_days
        bad_statement ///< one in store.db does not hold; `error` says why
    };
    Kind kind = Kind::no_key;
    std::string where; ///< the file, or the folder
    std::string key;   ///< name and id; may be empty
    std::optional<base::Date> not_after{};
    std::optional<Error> error{};
};
inline constexpr int k_expiry_notice_days = 30;

/// What is wrong with this folder and these statements, worst first; never fails.
[[nodiscard]] std::vector<TrustFinding> trust_findings(const std::filesystem::path& folder,
                                                       const std::vector<SealedStatement>& taken,
                                                       WallTime now);

} // namespace pufa::pack
