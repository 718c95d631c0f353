#pragma once
// Which places of an index have a property, so that properties are joined a machine word at a time.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pufa::place {

/// One bit for each place.
class Bits {
  public:
    enum class Start { all, none };
    Bits(size_t count, Start start);

    void set(size_t place) { m_words[place / k_word] |= uint64_t{1} << place % k_word; }
    void clear(size_t place) { m_words[place / k_word] &= ~(uint64_t{1} << place % k_word); }
    [[nodiscard]] bool test(size_t place) const {
        return (m_words[place / k_word] >> place % k_word & 1) != 0;
    }
    [[nodiscard]] size_t count() const;
    /// Clears what `other` does not have; both are of the same index.
    void keep(const Bits& other);
    /// In the order of the places. `visit` may clear the bit that it is shown.
    template <class Visit>
    void each(Visit visit) const {
        for (size_t word = 0; word < m_words.size(); ++word)
            for (uint64_t left = m_words[word]; left != 0; left &= left - 1)
                visit(word * k_word + static_cast<size_t>(std::countr_zero(left)));
    }

  private:
    static constexpr size_t k_word = 64;
    std::vector<uint64_t> m_words;
};

/// The places with one property: bits if many have it, a list if few do. So a thousand properties
/// of one place each cost a thousand numbers, not a thousand rows of bits.
class PlaceSet {
  public:
    PlaceSet()
        : m_bits(0, Bits::Start::none) {}
    /// `places` ascend; `count` is the index's.
    PlaceSet(std::vector<uint32_t> places, size_t count);
    void keep_in(Bits& matching) const;

  private:
    std::vector<uint32_t> m_list;
    Bits m_bits;
    size_t m_count = 0;
    bool m_dense = false;
};

} // namespace pufa::place
