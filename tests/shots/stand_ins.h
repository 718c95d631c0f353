#pragma once
// Pictures where the real kiosk has posters and a film: drawn here, different for each name, so
// that a page looks alive and words over a picture are put to the test.

#include "content/media/link.h"
#include "kiosk/platform/presenter.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pufa::shots {

/// A landscape: sky, sun, hills; its hue comes from the name.
[[nodiscard]] platform::Image draw_poster(std::string_view name, int width, int height);

/// `white` is the hardest ground for the light words of the player.
enum class Film { scene, white };

/// One picture of a film, in the presenter's format; keeps its pixels.
class StillFilm {
  public:
    StillFilm(Film film, int width, int height);
    [[nodiscard]] const media::Picture& picture() const { return m_picture; }

  private:
    std::array<std::vector<uint8_t>, 3> m_planes;
    media::Picture m_picture;
};

} // namespace pufa::shots
