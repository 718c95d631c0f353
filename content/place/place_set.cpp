#include "content/place/place_set.h"

#include <utility>

namespace pufa::place {

Bits::Bits(size_t count, Start start)
    : m_words((count + k_word - 1) / k_word, start == Start::all ? ~uint64_t{0} : 0) {
    if (start == Start::all && count % k_word != 0)
        m_words.back() = (uint64_t{1} << count % k_word) - 1;
}

size_t Bits::count() const {
    size_t sum = 0;
    for (const auto word : m_words)
        sum += static_cast<size_t>(std::popcount(word));
    return sum;
}

void Bits::keep(const Bits& other) {
    for (size_t word = 0; word < m_words.size(); ++word)
        m_words[word] &= other.m_words[word];
}

PlaceSet::PlaceSet(std::vector<uint32_t> places, size_t count)
    : m_list(std::move(places))
    , m_bits(0, Bits::Start::none)
    , m_count(count) {
    constexpr size_t k_bits_of_an_entry = 32;
    m_dense = m_list.size() * k_bits_of_an_entry >= count;
    if (!m_dense) {
        m_list.shrink_to_fit();
        return;
    }
    m_bits = Bits{count, Bits::Start::none};
    for (const auto place : m_list)
        m_bits.set(place);
    m_list = {};
}

void PlaceSet::keep_in(Bits& matching) const {
    if (m_dense) {
        matching.keep(m_bits);
        return;
    }
    Bits kept{m_count, Bits::Start::none};
    for (const auto place : m_list)
        if (matching.test(place)) kept.set(place);
    matching = std::move(kept);
}

} // namespace pufa::place
