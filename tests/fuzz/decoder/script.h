#pragma once
// A conversation as bytes: each step is a letter and the bytes that say how. What is read beyond
// the end is zero. A capital letter is something the kiosk does, a small one something its peer
// does.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace pufa::fuzz {

class Script {
  public:
    explicit Script(std::string_view bytes)
        : m_left(bytes) {}

    /// Long conversations cost time and show nothing that a short one does not.
    [[nodiscard]] bool over() const { return m_left.empty() || m_steps >= k_most_steps; }
    /// The letter of the next step; what is no letter becomes one or '\0', which is no step.
    char step() {
        ++m_steps;
        const auto letter = static_cast<char>((byte() & 0x3f) + '@');
        return is_letter(letter) ? letter : '\0';
    }
    /// Of the next step, which is not taken.
    [[nodiscard]] bool kiosk_is_next() const {
        return !over() && (static_cast<unsigned char>(m_left.front()) & 0x20) == 0;
    }

    uint8_t byte() {
        if (m_left.empty()) return 0;
        const auto first = static_cast<uint8_t>(m_left.front());
        m_left.remove_prefix(1);
        return first;
    }
    uint16_t word() {
        const unsigned low = byte();
        return static_cast<uint16_t>(low | unsigned{byte()} << 8);
    }
    /// From `least` to `most`.
    int between(int least, int most) { return least + byte() % (most - least + 1); }
    bool yes() { return (byte() & 1) != 0; }
    std::string_view bytes(size_t most) {
        const auto taken = m_left.substr(0, most);
        m_left.remove_prefix(taken.size());
        return taken;
    }
    /// Of those that sizes and times break on.
    uint64_t extreme() {
        constexpr uint64_t k_most = std::numeric_limits<uint64_t>::max();
        constexpr uint64_t k_values[] = {0,
                                         1,
                                         k_most,
                                         k_most >> 1,
                                         (k_most >> 1) + 1,
                                         uint64_t{1} << 31,
                                         (uint64_t{1} << 31) - 1,
                                         uint64_t{1} << 32,
                                         (uint64_t{1} << 32) - 1,
                                         uint64_t{1} << 48,
                                         (uint64_t{1} << 48) - 1,
                                         uint64_t{1} << 16,
                                         (uint64_t{1} << 16) - 1,
                                         0x7ff8'0000'0000'0000,  // not a number
                                         0x7ff0'0000'0000'0000,  // infinite
                                         0x8080'8080'8080'8080}; // no UTF-8
        return k_values[byte() % std::size(k_values)];
    }

  private:
    static constexpr int k_most_steps = 160;
    static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

    std::string_view m_left;
    int m_steps = 0;
};

} // namespace pufa::fuzz
