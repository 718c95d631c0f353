#include "kiosk/raster/kernels.h"

#ifdef __SSE2__

#include <cstring>
#include <emmintrin.h>

namespace pufa::raster {
namespace {

// Eight 16-bit numbers are the four channels of two pixels. Each loop does four pixels a step and
// leaves the rest, up to three, to the plain table.

__m128i load(const void* from) {
    return _mm_loadu_si128(static_cast<const __m128i*>(from));
}
void store(void* to, __m128i value) {
    _mm_storeu_si128(static_cast<__m128i*>(to), value);
}
__m128i words(uint32_t value) {
    return _mm_set1_epi16(static_cast<short>(value));
}
__m128i low(__m128i bytes) {
    return _mm_unpacklo_epi8(bytes, _mm_setzero_si128());
}
__m128i high(__m128i bytes) {
    return _mm_unpackhi_epi8(bytes, _mm_setzero_si128());
}
/// over_255 of each, 128 having been added.
__m128i over_255_biased(__m128i x) {
    return _mm_srli_epi16(_mm_add_epi16(x, _mm_srli_epi16(x, 8)), 8);
}
/// above · alpha + below · (255 − alpha), over 255.
__m128i blend_words(__m128i above, __m128i below, __m128i alpha) {
    const auto rest = _mm_sub_epi16(words(255), alpha);
    const auto sum = _mm_add_epi16(_mm_mullo_epi16(above, alpha), _mm_mullo_epi16(below, rest));
    return over_255_biased(_mm_add_epi16(sum, words(128)));
}
__m128i opaque(__m128i pixels) {
    return _mm_or_si128(pixels, _mm_set1_epi32(static_cast<int>(k_unused_byte)));
}

void fill(Pixel* to, size_t count, Pixel pixel) {
    const auto four = _mm_set1_epi32(static_cast<int>(pixel));
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        store(to + i, four);
        store(to + i + 4, four);
    }
    for (; i < count; ++i)
        to[i] = pixel;
}

void blend(Pixel* to, size_t count, Pixel color, uint32_t alpha) {
    const auto above = low(_mm_set1_epi32(static_cast<int>(color | k_unused_byte)));
    const auto weighed = _mm_add_epi16(_mm_mullo_epi16(above, words(alpha)), words(128));
    const auto rest = words(255 - alpha);
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const auto under = load(to + i);
        const auto a = _mm_add_epi16(_mm_mullo_epi16(low(under), rest), weighed);
        const auto b = _mm_add_epi16(_mm_mullo_epi16(high(under), rest), weighed);
        store(to + i, _mm_packus_epi16(over_255_biased(a), over_255_biased(b)));
    }
    plain_kernels().blend(to + i, count - i, color, alpha);
}

void blend_mask(Pixel* to, const uint8_t* mask, size_t count, Pixel color, uint32_t alpha) {
    const auto solid = _mm_set1_epi32(static_cast<int>(color | k_unused_byte));
    const auto above = low(solid);
    const auto factor = words(alpha);
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        uint32_t four = 0;
        std::memcpy(&four, mask + i, sizeof four);
        if (four == 0) continue;
        if (four == 0xffffffff && alpha == 255) {
            store(to + i, solid);
            continue;
        }
        auto covers = low(_mm_cvtsi32_si128(static_cast<int>(four)));
        covers = over_255_biased(_mm_add_epi16(_mm_mullo_epi16(covers, factor), words(128)));
        covers = _mm_unpacklo_epi16(covers, covers); // m0 m0 m1 m1 m2 m2 m3 m3
        const auto under = load(to + i);
        const auto a = blend_words(above, low(under), _mm_unpacklo_epi32(covers, covers));
        const auto b = blend_words(above, high(under), _mm_unpackhi_epi32(covers, covers));
        store(to + i, opaque(_mm_packus_epi16(a, b)));
    }
    plain_kernels().blend_mask(to + i, mask + i, count - i, color, alpha);
}

/// The fourth of each four words, in all four places.
__m128i alphas(__m128i two_pixels) {
    constexpr int k_last = 0xff;
    return _mm_shufflehi_epi16(_mm_shufflelo_epi16(two_pixels, k_last), k_last);
}

void blend_picture(Pixel* to, const Pixel* from, size_t count, uint32_t alpha) {
    const auto factor = words(alpha);
    const auto covers = [&](__m128i two) {
        return over_255_biased(_mm_add_epi16(_mm_mullo_epi16(alphas(two), factor), words(128)));
    };
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        const auto under = load(to + i);
        const auto above = load(from + i);
        const auto a = low(above);
        const auto b = high(above);
        store(to + i, opaque(_mm_packus_epi16(blend_words(a, low(under), covers(a)),
                                              blend_words(b, high(under), covers(b)))));
    }
    plain_kernels().blend_picture(to + i, from + i, count - i, alpha);
}

/// a · (256 − weight) + b · weight of bytes, over 256.
__m128i mix_bytes(__m128i a, __m128i b, __m128i weight) {
    const auto rest = _mm_sub_epi16(words(256), weight);
    const auto part = [&](__m128i of_a, __m128i of_b) {
        const auto sum = _mm_add_epi16(_mm_mullo_epi16(of_a, rest), _mm_mullo_epi16(of_b, weight));
        return _mm_srli_epi16(_mm_add_epi16(sum, words(128)), 8);
    };
    return _mm_packus_epi16(part(low(a), low(b)), part(high(a), high(b)));
}

void mix_pixels(Pixel* to, const Pixel* a, const Pixel* b, size_t count, uint32_t weight) {
    size_t i = 0;
    for (; i + 4 <= count; i += 4)
        store(to + i, mix_bytes(load(a + i), load(b + i), words(weight)));
    plain_kernels().mix_pixels(to + i, a + i, b + i, count - i, weight);
}

void mix_masks(uint8_t* to, const uint8_t* a, const uint8_t* b, size_t count, uint32_t weight) {
    size_t i = 0;
    for (; i + 16 <= count; i += 16)
        store(to + i, mix_bytes(load(a + i), load(b + i), words(weight)));
    plain_kernels().mix_masks(to + i, a + i, b + i, count - i, weight);
}

} // namespace

const Kernels& kernels() {
    static constexpr Kernels k_table{"SSE2",        fill,       blend,    blend_mask,
                                     blend_picture, mix_pixels, mix_masks};
    return k_table;
}

} // namespace pufa::raster

#else

namespace pufa::raster {

const Kernels& kernels() {
    return plain_kernels();
}

} // namespace pufa::raster

#endif
