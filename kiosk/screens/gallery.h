#pragma once
// Every piece of the kit in every state, for whoever works on it: pufa-kiosk --gallery.

#include "kiosk/screens/widgets.h"

#include <array>
#include <string>

namespace pufa::screens {

enum class GalleryPart { buttons, marks, cards, controls, sheets };
inline constexpr std::array k_gallery_parts{GalleryPart::buttons, GalleryPart::marks,
                                            GalleryPart::cards, GalleryPart::controls,
                                            GalleryPart::sheets};

/// What is open and what was typed and switched; the pieces change it as they are touched.
struct GalleryState {
    GalleryPart part = GalleryPart::buttons;
    bool switched = true;
    std::string typed;
    Overlay overlay;
};
/// How the look is to change, if it was touched.
[[nodiscard]] Intent draw_gallery(Ui& ui, GalleryState& state);

} // namespace pufa::screens
