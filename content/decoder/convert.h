#pragma once
// From a decoded frame to a slot: yuv420p for film, RGBA for stills; copied where the layout
// already fits, else scaled. Never enlarges. HDR and wide colours come out as SDR of BT.709.

#include "content/decoder/av.h"
#include "content/decoder/failure.h"
#include "content/decoder/orientation.h"
#include "content/decoder/tone.h"
#include "content/media/wire.h"

namespace pufa::decoder {

/// The largest size of the same shape within the bounds, at most the given one; at least 1 × 1.
[[nodiscard]] Size fit(double width, double height, const Size& bounds);

/// Quarter turns clockwise that the presenter gives a film which is to be seen so. A mirrored one
/// is turned by the converter top for bottom, which costs nothing, and by the presenter the rest.
[[nodiscard]] int presented_turns(const Orientation& orientation);

class Converter {
  public:
    Converter(media::PixelFormat format, Size bounds)
        : m_format(format)
        , m_bounds(bounds) {}

    /// From the container; stills may carry a mark of their own, which goes before.
    void orient(const Orientation& orientation) { m_orientation = orientation; }
    /// Photographs and drawings without a mark of their colours are of BT.601, whatever their size.
    void picture_file() { m_picture_file = true; }
    /// Stills of a film: its pixels are made square, as the film's are.
    void square_pixels() { m_square = true; }
    /// Film: pixels made square, not turned (the presenter turns). Stills: turned as marked.
    [[nodiscard]] Size size_of(const AVFrame& frame) const;
    /// Whether the frame's own pixels are what is shown: fills format, colour and size of `facts`.
    [[nodiscard]] bool keeps(const AVFrame& frame, media::Frame& facts) const;
    /// Fills the slot and the format, colour, size and planes of `facts`.
    [[nodiscard]] Trouble write(const AVFrame& frame, std::byte* slot, uint64_t slot_bytes,
                                media::Frame& facts);

  private:
    [[nodiscard]] Trouble write_planes(const AVFrame& frame, const Size& size,
                                       uint8_t* const* planes, const int* strides,
                                       const media::Frame& facts);
    [[nodiscard]] Trouble scale(const AVFrame& frame, const Size& size, uint8_t* const* planes,
                                const int* strides, const media::Frame& facts);
    [[nodiscard]] Trouble write_turned(const AVFrame& frame, const Orientation& orientation,
                                       const Size& size, uint8_t* to, uint32_t stride,
                                       const media::Frame& facts);
    [[nodiscard]] Trouble write_toned(const AVFrame& frame, const Grade& grade, std::byte* slot,
                                      uint64_t slot_bytes, media::Frame& facts);

    [[nodiscard]] Grade describe(const AVFrame& frame, const Size& size, media::Frame& facts) const;
    [[nodiscard]] Orientation orientation_for(const AVFrame& frame) const;
    [[nodiscard]] media::ColorMatrix matrix_of(const AVFrame& frame) const;

    media::PixelFormat m_format;
    Size m_bounds;
    Orientation m_orientation;
    bool m_square = false;
    bool m_picture_file = false;
    ToneMapper m_tone;
    Scaler m_scaler;
};

} // namespace pufa::decoder
