#pragma once
// The one way to the screen, onto a target that persists between frames. UI thread only.

#include "content/base/result.h"
#include "content/media/link.h"
#include "kiosk/ui/damage.h"
#include "kiosk/ui/textures.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct ImDrawData;

namespace pufa::platform {

/// Lies under the draw lists.
struct VideoLayer {
    const media::Picture* picture = nullptr;
    uint64_t serial = 0; ///< a new number means new pixels to upload
    ui::PixelRect place; ///< the picture is fitted into it, black bars around
    int rotation = 0;    ///< degrees clockwise
};

/// RGBA rows from the top, no padding.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<uint8_t> rgba;
};

class Presenter : public ui::TextureHost {
  public:
    /// Draws what lies within `damage` and shows the target. Empty damage shows nothing.
    virtual void present(ImDrawData& draw_data, const std::optional<VideoLayer>& video,
                         std::span<const ui::PixelRect> damage) = 0;
    /// A new size of the page, an empty (paper) target: all of it is damage.
    [[nodiscard]] virtual Result<void> resize(int width, int height) = 0;
    /// Whole pages take it so long that nothing should slide: measured on its first ones.
    [[nodiscard]] virtual bool slow() const = 0;
    /// What is on the target now.
    [[nodiscard]] virtual Image read_back(const ui::PixelRect& part) const = 0;
    [[nodiscard]] virtual media::PixelFormat video_format() const = 0;
    /// Frames presented since the start.
    [[nodiscard]] virtual uint64_t presented() const = 0;
};

} // namespace pufa::platform
