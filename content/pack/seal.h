#pragma once
// Signatures in minisign's own formats, checkable with the stock tool (prehashed "ED", BLAKE2b).
// Source: https://jedisct1.github.io/minisign/ ; comments are fixed strings.

#include "content/base/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::pack {

struct PublicKey {
    std::array<uint8_t, 8> id{};
    std::array<uint8_t, 32> key{};
    std::string name; ///< the file's stem, for "signed by"
};

/// Wiped when destroyed.
struct SecretKey {
    std::array<uint8_t, 8> id{};
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
/// The id as minisign prints it: 16 upper-case hex digits.
[[nodiscard]] std::string id_text(const PublicKey& key);
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

/// The bytes of pack.json.minisig.
[[nodiscard]] std::string sign(std::string_view message, const SecretKey& key);

/// The keys a machine trusts: every *.pub of a folder, by name. Hidden files are not looked at
/// (some systems leave such shadows of each file on a stick).
struct Trust {
    std::vector<PublicKey> keys;
};
/// A missing folder is an empty trust; a file that is no key is BAD_KEY, one that cannot be read is
/// an errno error.
[[nodiscard]] Result<Trust> load_trust(const std::filesystem::path& folder);

/// Returns the key that signed. BAD_SIGNATURE (also for any other spelling of a signature file),
/// UNKNOWN_KEY.
[[nodiscard]] Result<PublicKey> verify(std::string_view message, std::string_view signature,
                                       const Trust& trust, const std::string& where);

} // namespace pufa::pack
