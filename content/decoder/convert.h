#pragma once
// From a decoded frame to a slot: yuv420p for film, RGBA for stills; copied where the layout
// already fits, else scaled. Never enlarges.

#include "content/decoder/av.h"
#include "content/decoder/failure.h"
#include "content/media/wire.h"

namespace pufa::decoder {

struct Size {
    uint32_t width = 0;
    uint32_t height = 0;
    bool operator==(const Size&) const = default;
};

/// The largest size of the same shape within the bounds, at most the given one; at least 1 × 1.
[[nodiscard]] Size fit(double width, double height, const Size& bounds);

/// Clockwise quarter turns of a display matrix, 0..3; anything but a quarter turn is 0.
[[nodiscard]] int quarter_turns(const int32_t* matrix);

class Converter {
  public:
    Converter(media::PixelFormat format, Size bounds)
        : m_format(format)
        , m_bounds(bounds) {}

    /// Clockwise, from the container; for stills that carry no mark of their own.
    void turn_by(int quarter_turns) { m_turns = quarter_turns; }
    /// Stills of a film: its pixels are made square, as the film's are.
    void square_pixels() { m_square = true; }
    /// Film: pixels made square, not turned (the presenter turns). Stills: turned as marked.
    [[nodiscard]] Size size_of(const AVFrame& frame) const;
    /// Fills the slot and the format, colour, size and planes of `facts`.
    [[nodiscard]] Trouble write(const AVFrame& frame, std::byte* slot, uint64_t slot_bytes,
                                media::Frame& facts);

  private:
    [[nodiscard]] Trouble scale(const AVFrame& frame, const Size& size, uint8_t* const* planes,
                                const int* strides, const media::Frame& facts);
    [[nodiscard]] Trouble write_turned(const AVFrame& frame, int turns, const Size& size,
                                       uint8_t* to, uint32_t stride, const media::Frame& facts);

    [[nodiscard]] int turns_of(const AVFrame& frame) const;

    media::PixelFormat m_format;
    Size m_bounds;
    int m_turns = 0;
    bool m_square = false;
    Scaler m_scaler;
};

} // namespace pufa::decoder
