#pragma once
// Signatures in minisign's own formats, checkable with the stock tool (prehashed "ED", BLAKE2b).
// Source: https://jedisct1.github.io/minisign/ ; comments are fixed strings.

#include "content/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pufa::pack {

using KeyId = std::array<uint8_t, 8>;

struct PublicKey {
    KeyId id{};
    std::array<uint8_t, 32> key{};
    std::string name; ///< the file's stem, for "signed by"
};

/// Wiped when destroyed.
struct SecretKey {
    KeyId id{};
    std::array<uint8_t, 64> key{};
    SecretKey() = default;
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;
    ~SecretKey();
};

struct KeyPair {
    PublicKey open;
    SecretKey secret;
};

[[nodiscard]] KeyPair make_key_pair(std::string name);
/// The id as minisign prints it, but always 16 upper-case hex digits.
[[nodiscard]] std::string id_text(const KeyId& id);
[[nodiscard]] inline std::string id_text(const PublicKey& key) {
    return id_text(key.id);
}
[[nodiscard]] std::optional<KeyId> parse_id_text(std::string_view text);
/// The second line of a .pub file: "Ed", id and key in base64.
[[nodiscard]] std::string key_line(const PublicKey& key);
[[nodiscard]] std::optional<PublicKey> parse_key_line(std::string_view line);
/// The .pub and .key texts as minisign reads them; an empty passphrase leaves the key unencrypted
/// (minisign -W). `full` uses minisign's own scrypt limits (1 GiB, some seconds), halved as long as
/// the memory is lacking; `quick` uses scrypt's least ones and is for tests.
enum class KeyCost { full, quick };
[[nodiscard]] std::string public_key_text(const PublicKey& key);
[[nodiscard]] Result<std::string> secret_key_text(const KeyPair& pair, std::string_view passphrase,
                                                  KeyCost cost = KeyCost::full);
[[nodiscard]] Result<PublicKey> parse_public_key(std::string_view text, const std::string& where);
/// BAD_KEY or WRONG_PASSPHRASE.
[[nodiscard]] Result<SecretKey> parse_secret_key(std::string_view text, std::string_view passphrase,
                                                 const std::string& where);

/// True if the text of a .key file asks for a passphrase.
[[nodiscard]] bool is_encrypted_key(std::string_view text);

/// What a signature is for: its comments say so, and a signature for one is none for the other.
enum class Sealed { manifest, statement, ticket };

/// The bytes of a signature file.
[[nodiscard]] std::string sign(std::string_view message, const SecretKey& key,
                               Sealed what = Sealed::manifest);

/// A signature file as read; nothing is judged yet.
struct Signature {
    KeyId signer{};
    std::array<uint8_t, 64> over_message{};
    std::array<uint8_t, 64> over_comment{};
};
/// BAD_SIGNATURE for any spelling but the one that sign() gives.
[[nodiscard]] Result<Signature> parse_signature(std::string_view text, Sealed what,
                                                const std::string& where);
/// True if this key made this signature over this message.
[[nodiscard]] bool is_signed_by(const PublicKey& key, std::string_view message,
                                const Signature& signature, Sealed what);

} // namespace pufa::pack
