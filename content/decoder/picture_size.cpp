#include "content/decoder/picture_size.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <string_view>

namespace pufa::decoder {

namespace {

using namespace std::string_view_literals;

constexpr int k_head = 32;
/// Photographs carry a dozen blocks before their frame header.
constexpr int k_most_blocks = 200;

class Header {
  public:
    explicit Header(Range& range)
        : m_range(range) {}

    std::optional<StatedSize> read() {
        if (!at(0, k_head)) return std::nullopt;
        if (has(0, "\x89PNG\r\n\x1a\n"sv) && has(12, "IHDR"sv))
            return StatedSize{be(16, 4), be(20, 4)};
        if (has(0, "\xff\xd8\xff"sv)) return jpeg();
        if (has(0, "RIFF"sv) && has(8, "WEBP"sv)) return webp();
        return std::nullopt;
    }

  private:
    /// Makes `size` bytes from `offset` on the ones that are looked at.
    bool at(int64_t offset, int size) {
        if (m_range.seek(offset, SEEK_SET) < 0) return false;
        int have = 0;
        while (have < size) {
            const int got = m_range.read(m_bytes.data() + have, size - have);
            if (got <= 0) return false;
            have += got;
        }
        return true;
    }
    [[nodiscard]] bool has(size_t offset, std::string_view bytes) const {
        return std::memcmp(m_bytes.data() + offset, bytes.data(), bytes.size()) == 0;
    }
    [[nodiscard]] uint64_t be(size_t offset, size_t size) const {
        uint64_t value = 0;
        for (size_t i = 0; i < size; ++i)
            value = value << 8 | m_bytes[offset + i];
        return value;
    }
    [[nodiscard]] uint64_t le(size_t offset, size_t size) const {
        uint64_t value = 0;
        for (size_t i = size; i-- > 0;)
            value = value << 8 | m_bytes[offset + i];
        return value;
    }

    std::optional<StatedSize> jpeg() {
        int64_t offset = 2;
        for (int block = 0; block < k_most_blocks && at(offset, 9); ++block) {
            const uint8_t marker = m_bytes[1];
            if (m_bytes[0] != 0xff) return std::nullopt;
            // SOF0 to SOF15 without DHT, JPG and DAC.
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
                marker != 0xcc)
                return StatedSize{be(7, 2), be(5, 2)};
            if (marker == 0xff)
                ++offset; // padding
            else
                offset += 2 + static_cast<int64_t>(be(2, 2));
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<StatedSize> webp() const {
        if (has(12, "VP8X"sv)) return StatedSize{le(24, 3) + 1, le(27, 3) + 1};
        if (has(12, "VP8L"sv))
            return StatedSize{(le(21, 4) & 0x3fff) + 1, (le(21, 4) >> 14 & 0x3fff) + 1};
        if (has(12, "VP8 "sv)) return StatedSize{le(26, 2) & 0x3fff, le(28, 2) & 0x3fff};
        return std::nullopt;
    }

    Range& m_range;
    std::array<uint8_t, k_head> m_bytes{};
};

} // namespace

std::optional<StatedSize> stated_size(Range& range) {
    const auto size = Header{range}.read();
    range.seek(0, SEEK_SET);
    return size;
}

} // namespace pufa::decoder
