#include "tests/hostile/mutation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>

namespace pufa::hostile {

namespace {

/// Headers and indices stand here, at both ends.
constexpr size_t k_ends = 1024;

class Damage {
  public:
    Damage(const std::vector<Clip>& clips, uint64_t seed)
        : m_clips(clips)
        , m_random(seed) {
        const Clip& clip = m_clips[below(m_clips.size())];
        m_mutant.clip = clip.name;
        m_mutant.bytes = clip.bytes;
    }

    Mutant make() {
        for (size_t left = 1 + below(3); left > 0 && m_mutant.bytes.size() > 16; --left)
            once();
        return std::move(m_mutant);
    }

  private:
    /// std::uniform_int_distribution is not the same everywhere.
    size_t below(size_t bound) { return static_cast<size_t>(m_random() % bound); }
    char any_byte() { return static_cast<char>(m_random() & 0xff); }

    struct Stretch {
        size_t at;
        size_t size;
    };
    Stretch any_stretch() {
        const size_t size = m_mutant.bytes.size();
        const size_t at = below(size);
        return {at, std::min(1 + below(1 + size / 8), size - at)};
    }
    /// Everywhere alike, or near one of the ends.
    size_t any_place() {
        const size_t size = m_mutant.bytes.size();
        const size_t end = std::min(k_ends, size);
        switch (below(3)) {
        case 0:
            return below(end);
        case 1:
            return size - 1 - below(end);
        default:
            return below(size);
        }
    }
    void say(const std::string& words) {
        m_mutant.how += (m_mutant.how.empty() ? "" : ", ") + words;
    }

    void once() {
        std::string& bytes = m_mutant.bytes;
        switch (below(8)) {
        case 0:
        case 1: {
            const size_t flips = 1 + below(64);
            for (size_t i = 0; i < flips; ++i)
                bytes[any_place()] ^= static_cast<char>(1 << below(8));
            return say("flip " + std::to_string(flips) + " bits");
        }
        case 2:
            bytes.resize(1 + below(bytes.size() - 1));
            return say("truncate");
        case 3: {
            const auto [at, size] = any_stretch();
            std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size, '\0');
            return say("zeros");
        }
        case 4: {
            const auto [at, size] = any_stretch();
            std::generate_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size,
                            [this] { return any_byte(); });
            return say("noise");
        }
        case 5: {
            const auto [at, size] = any_stretch();
            bytes.insert(below(bytes.size()), bytes.substr(at, size));
            return say("a stretch twice");
        }
        case 6:
            return splice();
        default:
            return lie();
        }
    }
    /// A stretch of another clip in place of one of ours.
    void splice() {
        const std::string& other = m_clips[below(m_clips.size())].bytes;
        const auto [at, size] = any_stretch();
        m_mutant.bytes.replace(at, size, other.substr(below(other.size()), size));
        say("splice");
    }
    /// Sizes, counts and times at their limits.
    void lie() {
        constexpr std::array<uint32_t, 6> values{0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0xffff};
        const size_t place = std::min(any_place(), m_mutant.bytes.size() - 4);
        const uint32_t value = values[below(values.size())];
        for (size_t i = 0; i < 4; ++i)
            m_mutant.bytes[place + i] = static_cast<char>(value >> (24 - 8 * i) & 0xff);
        say("lie");
    }

    const std::vector<Clip>& m_clips;
    std::mt19937_64 m_random;
    Mutant m_mutant;
};

} // namespace

Mutant mutate(const std::vector<Clip>& clips, uint64_t seed) {
    return Damage{clips, seed}.make();
}

} // namespace pufa::hostile
