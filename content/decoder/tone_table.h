#pragma once
// How a graded picture is seen on an ordinary screen: from PQ or HLG, or from wide primaries, to
// SDR of BT.709, as one table over (Y', Cb, Cr) made once for a grade and looked up per pixel.
// Formulas: PQ, HLG and its OOTF (1,000 cd/m²) ITU-R BT.2100-2 tables 4 and 5; BT.2020 to BT.709
// ITU-R BT.2087; display gamma 2.4 BT.1886; the curve is J. Hable's (Uncharted 2), on the largest
// of the three components, 100 cd/m² as 1, as FFmpeg's
//   zscale=t=linear:npl=100,format=gbrpf32,zscale=p=bt709,tonemap=hable:desat=0,
//   zscale=t=bt709:m=bt709:r=limited
// has it. Of colours that BT.709 has (beyond them zscale differs with the processor it runs on) the
// mean difference from that chain, over the components of RGB as shown, is under 2 of
// 255 for PQ and under 4 for HLG, whose OOTF zscale takes component by component and BT.2100 on the
// brightness of all three; for gray it is under 0.2 (tests/unit/decoder/tone_table_test.cpp).

#include "content/decoder/av.h"
#include "content/media/wire.h"

#include <array>
#include <cstdint>
#include <vector>

namespace pufa::decoder {

enum class Transfer { sdr, pq, hlg };
enum class Primaries { bt709, bt2020, p3_d65 };

/// What the numbers of a picture mean.
struct Grade {
    Transfer transfer = Transfer::sdr;
    Primaries primaries = Primaries::bt709;
    media::ColorMatrix matrix = media::ColorMatrix::bt709;
    media::ColorRange range = media::ColorRange::limited;
    /// The brightest that was graded for, in 100 cd/m²; of PQ and HLG.
    float peak = 10;

    bool operator==(const Grade&) const = default;
    /// An ordinary screen shows it as it is.
    [[nodiscard]] bool plain() const {
        return transfer == Transfer::sdr && primaries == Primaries::bt709;
    }
};

/// Matrix and range as given; the rest as the frame is marked.
[[nodiscard]] Grade grade_of(const AVFrame& frame, media::ColorMatrix matrix,
                             media::ColorRange range);

class ToneTable {
  public:
    explicit ToneTable(const Grade& grade);

    /// `from`: yuv420p10 of the grade. `to`: yuv420p of the same size, limited range.
    void map(const AVFrame& from, uint8_t* const* to, const int* strides) const;

  private:
    /// Y', Cb, Cr and nothing, as 8-bit codes in steps of 1/256.
    using Entry = std::array<uint16_t, 4>;
    struct Corners;
    struct Pair;
    [[nodiscard]] Corners corners_of(uint32_t cb, uint32_t cr) const;

    std::vector<Entry> m_entries; ///< [cb][cr][y]
};

} // namespace pufa::decoder
