#include "content/pack/seal.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <span>
#include <vector>

namespace pufa::pack {

namespace {

constexpr std::string_view k_untrusted_prefix = "untrusted comment: ";
constexpr std::string_view k_trusted_prefix = "trusted comment: ";
// One spelling: a signature file with other words is refused, so that nothing unsigned can vary.
// Untrusted and trusted comment are the same words.
constexpr std::string_view comment_of(Sealed what) {
    switch (what) {
    case Sealed::manifest:
        return "pufa pack manifest";
    case Sealed::statement:
        return "pufa statement of keys";
    case Sealed::ticket:
        return "pufa ticket to set a PIN";
    }
    return {};
}

constexpr std::string_view k_legacy_or_key = "Ed"; // key files; a signature would not be prehashed
constexpr std::string_view k_prehashed = "ED";
constexpr std::string_view k_scrypt = "Sc";
constexpr std::string_view k_no_kdf{"\0\0", 2};
constexpr std::string_view k_blake2b = "B2";
constexpr size_t k_hash_size = 64;

// What stock minisign never exceeds; a key file that asks for more is not believed.
constexpr uint64_t k_most_operations = crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE;
constexpr uint64_t k_most_memory = crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE;

using Bytes = std::vector<uint8_t>;
using Span = std::span<const uint8_t>;

/// Wiped when it goes: holds secrets on their way.
struct SecretBytes {
    Bytes bytes;
    explicit SecretBytes(size_t size)
        : bytes(size) {}
    explicit SecretBytes(Bytes taken)
        : bytes(std::move(taken)) {}
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes() { sodium_memzero(bytes.data(), bytes.size()); }
};

void start_sodium() {
    static const int started = sodium_init();
    PUFA_ASSERT(started >= 0);
}

const uint8_t* raw(std::string_view text) {
    return static_cast<const uint8_t*>(static_cast<const void*>(text.data()));
}

void append(Bytes& to, std::string_view text) {
    to.insert(to.end(), text.begin(), text.end());
}

void append(Bytes& to, Span bytes) {
    to.insert(to.end(), bytes.begin(), bytes.end());
}

void append64(Bytes& to, uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8)
        to.push_back(static_cast<uint8_t>(value >> shift));
}

uint64_t get64(Span from) {
    uint64_t value = 0;
    for (size_t i = 8; i-- > 0;)
        value = (value << 8) | from[i];
    return value;
}

bool begins(Span bytes, std::string_view text) {
    return bytes.size() >= text.size() && std::equal(text.begin(), text.end(), bytes.begin());
}

std::string base64(Span bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the terminator
    return text;
}

std::optional<Bytes> from_base64(std::string_view text, size_t size) {
    Bytes bytes(size);
    size_t got = 0;
    const int code = sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(),
                                       nullptr, &got, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (code != 0 || got != size) return std::nullopt;
    return bytes;
}

std::array<uint8_t, k_hash_size> blake2b(std::string_view message) {
    std::array<uint8_t, k_hash_size> hash{};
    crypto_generichash(hash.data(), hash.size(), raw(message), message.size(), nullptr, 0);
    return hash;
}

/// Takes a line off the front, without its end ("\n" or "\r\n").
std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The second line of a key file: a comment, base64, nothing more.
std::optional<Bytes> key_bytes(std::string_view text, size_t size) {
    if (!take_line(text).starts_with(k_untrusted_prefix)) return std::nullopt;
    auto bytes = from_base64(take_line(text), size);
    if (text.find_first_not_of("\r\n") != std::string_view::npos) return std::nullopt;
    return bytes;
}

std::array<uint8_t, 32> key_checksum(Span id, Span key) {
    Bytes summed;
    append(summed, k_legacy_or_key);
    append(summed, id);
    SecretBytes message{std::move(summed)};
    append(message.bytes, key);
    std::array<uint8_t, 32> sum{};
    crypto_generichash(sum.data(), sum.size(), message.bytes.data(), message.bytes.size(), nullptr,
                       0);
    return sum;
}

// ---- the secret key file: fields in minisign's order ----
constexpr size_t k_at_kdf = 2;
constexpr size_t k_at_sum = 4;
constexpr size_t k_at_salt = 6;
constexpr size_t k_at_operations = 38;
constexpr size_t k_at_memory = 46;
constexpr size_t k_at_secret = 54;
constexpr size_t k_secret_size = 8 + 64 + 32; // id, key, checksum
constexpr size_t k_secret_file_size = k_at_secret + k_secret_size;

/// XORs the secret part with the scrypt stream of the passphrase; false if memory is lacking.
bool apply_scrypt(std::span<uint8_t> secret, std::string_view passphrase, const uint8_t* salt,
                  uint64_t operations, uint64_t memory) {
    SecretBytes stream{secret.size()};
    if (crypto_pwhash_scryptsalsa208sha256(stream.bytes.data(), stream.bytes.size(),
                                           passphrase.data(), passphrase.size(), salt, operations,
                                           static_cast<size_t>(memory)) != 0)
        return false;
    for (size_t i = 0; i < secret.size(); ++i)
        secret[i] ^= stream.bytes[i];
    return true;
}

std::string signature_text(Span signature, Span global, Sealed what) {
    return fmt::format("{}{}\n{}\n{}{}\n{}\n", k_untrusted_prefix, comment_of(what),
                       base64(signature), k_trusted_prefix, comment_of(what), base64(global));
}

/// The second signature covers the first one and the trusted comment.
Bytes globally_signed(Span signature, Sealed what) {
    Bytes message{signature.begin(), signature.end()};
    append(message, comment_of(what));
    return message;
}

} // namespace

SecretKey::~SecretKey() {
    sodium_memzero(key.data(), key.size());
}

KeyPair make_key_pair(std::string name) {
    start_sodium();
    KeyPair pair;
    randombytes_buf(pair.open.id.data(), pair.open.id.size());
    pair.secret.id = pair.open.id;
    crypto_sign_keypair(pair.open.key.data(), pair.secret.key.data());
    pair.open.name = std::move(name);
    return pair;
}

/// minisign takes the id for one little-endian number.
std::string id_text(const KeyId& id) {
    return fmt::format("{:016X}", get64(id));
}

std::optional<KeyId> parse_id_text(std::string_view text) {
    uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    KeyId id;
    for (auto& byte : id) {
        byte = static_cast<uint8_t>(value);
        value >>= 8;
    }
    if (id_text(id) != text) return std::nullopt; // one spelling
    return id;
}

std::string key_line(const PublicKey& key) {
    Bytes bytes;
    append(bytes, k_legacy_or_key);
    append(bytes, Span{key.id});
    append(bytes, Span{key.key});
    return base64(bytes);
}

std::optional<PublicKey> parse_key_line(std::string_view line) {
    start_sodium();
    const auto bytes = from_base64(line, 2 + 8 + 32);
    if (!bytes || !begins(*bytes, k_legacy_or_key)) return std::nullopt;
    PublicKey key;
    std::copy_n(bytes->begin() + 2, key.id.size(), key.id.begin());
    std::copy_n(bytes->begin() + 10, key.key.size(), key.key.begin());
    return key;
}

std::string public_key_text(const PublicKey& key) {
    // As minisign writes it: without leading zeros.
    return fmt::format("{}minisign public key {:X}\n{}\n", k_untrusted_prefix, get64(key.id),
                       key_line(key));
}

Result<std::string> secret_key_text(const KeyPair& pair, std::string_view passphrase,
                                    KeyCost cost) {
    start_sodium();
    const bool encrypted = !passphrase.empty();
    std::array<uint8_t, 32> salt{};
    uint64_t operations = 0;
    uint64_t memory = 0;
    if (encrypted) {
        randombytes_buf(salt.data(), salt.size());
        const bool quick = cost == KeyCost::quick;
        operations = quick ? crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_MIN : k_most_operations;
        memory = quick ? crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_MIN : k_most_memory;
    }
    SecretBytes secret{Bytes{}};
    secret.bytes.reserve(k_secret_size);
    append(secret.bytes, Span{pair.secret.id});
    append(secret.bytes, Span{pair.secret.key});
    std::array<uint8_t, 32> sum{}; // stock minisign leaves that of an unencrypted key zero
    if (encrypted) sum = key_checksum(pair.secret.id, pair.secret.key);
    append(secret.bytes, Span{sum});

    // On a machine short of memory the limits are halved until they fit, as minisign does.
    while (encrypted && !apply_scrypt(secret.bytes, passphrase, salt.data(), operations, memory)) {
        operations /= 2;
        memory /= 2;
        if (operations < crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_MIN)
            return Error{Code::BAD_KEY, pair.open.name, "too little memory to encrypt the key"};
    }
    SecretBytes file{Bytes{}};
    file.bytes.reserve(k_secret_file_size);
    append(file.bytes, k_legacy_or_key);
    append(file.bytes, encrypted ? k_scrypt : k_no_kdf);
    append(file.bytes, k_blake2b);
    append(file.bytes, Span{salt});
    append64(file.bytes, operations);
    append64(file.bytes, memory);
    append(file.bytes, Span{secret.bytes});
    return fmt::format("{}minisign encrypted secret key\n{}\n", k_untrusted_prefix,
                       base64(file.bytes));
}

Result<PublicKey> parse_public_key(std::string_view text, const std::string& where) {
    start_sodium();
    const bool commented = take_line(text).starts_with(k_untrusted_prefix);
    auto key = parse_key_line(take_line(text));
    if (!commented || !key || text.find_first_not_of("\r\n") != std::string_view::npos)
        return Error{Code::BAD_KEY, where, "not a minisign public key"};
    key->name = std::filesystem::path{where}.stem().string();
    return *std::move(key);
}

Result<SecretKey> parse_secret_key(std::string_view text, std::string_view passphrase,
                                   const std::string& where) {
    start_sodium();
    auto decoded = key_bytes(text, k_secret_file_size);
    if (!decoded) return Error{Code::BAD_KEY, where, "not a minisign secret key"};
    SecretBytes file{std::move(*decoded)};
    const Span bytes{file.bytes};
    const bool encrypted = begins(bytes.subspan(k_at_kdf), k_scrypt);
    if (!begins(bytes, k_legacy_or_key) || !begins(bytes.subspan(k_at_sum), k_blake2b) ||
        (!encrypted && !begins(bytes.subspan(k_at_kdf), k_no_kdf)))
        return Error{Code::BAD_KEY, where, "a kind of secret key this program does not know"};

    const std::span<uint8_t> secret{file.bytes.data() + k_at_secret, k_secret_size};
    if (encrypted) {
        const auto operations = get64(bytes.subspan(k_at_operations));
        const auto memory = get64(bytes.subspan(k_at_memory));
        if (operations > k_most_operations || memory > k_most_memory)
            return Error{Code::BAD_KEY, where, "its passphrase limits are out of bounds"};
        if (!apply_scrypt(secret, passphrase, &file.bytes[k_at_salt], operations, memory))
            return Error{Code::BAD_KEY, where, "too little memory to open the key"};
    }
    const auto id = secret.subspan(0, 8);
    const auto key = secret.subspan(8, 64);
    const auto sum = secret.subspan(72, 32);
    const auto expected = key_checksum(id, key);
    if (encrypted && !std::equal(sum.begin(), sum.end(), expected.begin()))
        return Error{Code::WRONG_PASSPHRASE, where,
                     passphrase.empty() ? "none given" : "it does not open the key"};
    // The key's second half is the public key; a damaged unencrypted file shows here.
    std::array<uint8_t, 32> open{};
    SecretKey derived;
    crypto_sign_seed_keypair(open.data(), derived.key.data(), key.data());
    if (!std::equal(key.begin(), key.end(), derived.key.begin()))
        return Error{Code::BAD_KEY, where, "the key is damaged"};
    std::copy(id.begin(), id.end(), derived.id.begin());
    return derived;
}

bool is_encrypted_key(std::string_view text) {
    const auto bytes = key_bytes(text, k_secret_file_size);
    return bytes && begins(Span{*bytes}.subspan(k_at_kdf), k_scrypt);
}

std::string sign(std::string_view message, const SecretKey& key, Sealed what) {
    start_sodium();
    const auto hash = blake2b(message);
    Bytes signature(64);
    crypto_sign_detached(signature.data(), nullptr, hash.data(), hash.size(), key.key.data());
    const auto covered = globally_signed(signature, what);
    Bytes global(64);
    crypto_sign_detached(global.data(), nullptr, covered.data(), covered.size(), key.key.data());
    Bytes line;
    append(line, k_prehashed);
    append(line, Span{key.id});
    append(line, Span{signature});
    return signature_text(line, global, what);
}

Result<Signature> parse_signature(std::string_view text, Sealed what, const std::string& where) {
    start_sodium();
    auto rest = text;
    take_line(rest);
    const auto line = from_base64(take_line(rest), 2 + 8 + 64);
    take_line(rest);
    const auto global = from_base64(take_line(rest), 64);
    if (!line || !global || !begins(*line, k_prehashed) ||
        text != signature_text(*line, *global, what))
        return Error{Code::BAD_SIGNATURE, where, "not the one spelling of a signature"};
    Signature signature;
    std::copy_n(line->begin() + 2, signature.signer.size(), signature.signer.begin());
    std::copy_n(line->begin() + 10, signature.over_message.size(), signature.over_message.begin());
    std::copy_n(global->begin(), signature.over_comment.size(), signature.over_comment.begin());
    return signature;
}

bool is_signed_by(const PublicKey& key, std::string_view message, const Signature& signature,
                  Sealed what) {
    start_sodium();
    if (key.id != signature.signer) return false;
    const auto hash = blake2b(message);
    const auto covered = globally_signed(signature.over_message, what);
    return crypto_sign_verify_detached(signature.over_message.data(), hash.data(), hash.size(),
                                       key.key.data()) == 0 &&
           crypto_sign_verify_detached(signature.over_comment.data(), covered.data(),
                                       covered.size(), key.key.data()) == 0;
}

} // namespace pufa::pack
