#pragma once
// SHA-256 by libcrypto (it uses the processor's instructions) and the ZIP CRC-32 by zlib.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace pufa::base {

class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void update(std::span<const std::byte> bytes);
    /// Lower-case hex, 64 characters, as sha256sum prints. Once only.
    [[nodiscard]] std::string finish();

  private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

[[nodiscard]] std::string sha256(std::string_view text);

/// Continues from `crc`; start with 0. The polynomial of ZIP (APPNOTE 4.4.7).
[[nodiscard]] uint32_t crc32(std::span<const std::byte> bytes, uint32_t crc = 0);

} // namespace pufa::base
