#pragma once
// Pictures graded for other screens than ours, one after the other: scaled and brought to ten bits,
// then through the table of their grade, which is made when the grade changes.

#include "content/decoder/failure.h"
#include "content/decoder/tone_table.h"

namespace pufa::decoder {

struct Size {
    uint32_t width = 0;
    uint32_t height = 0;
    bool operator==(const Size&) const = default;
};

class ToneMapper {
  public:
    /// `to`: yuv420p of `size`, BT.709, limited range.
    [[nodiscard]] Trouble map(const AVFrame& frame, const Grade& grade, const Size& size,
                              uint8_t* const* to, const int* strides);

  private:
    [[nodiscard]] Trouble to_ten_bits(const AVFrame& frame, const Grade& grade, const Size& size);

    Grade m_grade;
    std::optional<ToneTable> m_table;
    Scaler m_scaler;
    Frame m_ten_bits;
};

} // namespace pufa::decoder
