#include "content/base/hash.h"

#include "content/base/result.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <array>

namespace pufa::base {

struct Sha256::Context {
    EVP_MD_CTX* evp = EVP_MD_CTX_new();
    Context() {
        PUFA_ASSERT(evp != nullptr);
        PUFA_ASSERT(EVP_DigestInit_ex(evp, EVP_sha256(), nullptr) == 1);
    }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { EVP_MD_CTX_free(evp); }
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> bytes) {
    PUFA_ASSERT(EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size()) == 1);
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    PUFA_ASSERT(EVP_DigestFinal_ex(m_context->evp, digest.data(), &size) == 1);
    constexpr std::string_view k_hex = "0123456789abcdef";
    std::string text;
    text.reserve(size * 2);
    for (unsigned i = 0; i < size; ++i) {
        text += k_hex[digest[i] >> 4];
        text += k_hex[digest[i] & 15];
    }
    return text;
}

std::string sha256(std::string_view text) {
    Sha256 hash;
    hash.update(std::as_bytes(std::span{text.data(), text.size()}));
    return hash.finish();
}

uint32_t crc32(std::span<const std::byte> bytes, uint32_t crc) {
    return static_cast<uint32_t>(
        ::crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

} // namespace pufa::base
