#pragma once
// The parts of the gallery by name, for those who look at every page.

#include "kiosk/screens/gallery.h"

#include <array>
#include <string_view>
#include <utility>

namespace pufa::support {

inline constexpr std::array<std::pair<std::string_view, screens::GalleryPart>,
                            screens::k_gallery_parts.size()>
    k_gallery_pages{{{"gallery-buttons", screens::GalleryPart::buttons},
                     {"gallery-marks", screens::GalleryPart::marks},
                     {"gallery-cards", screens::GalleryPart::cards},
                     {"gallery-controls", screens::GalleryPart::controls},
                     {"gallery-sheets", screens::GalleryPart::sheets}}};

inline void draw_gallery_part(ui::Ui& ui, screens::GalleryPart part) {
    screens::GalleryState state;
    state.part = part;
    state.typed = "RMTJ";
    (void)screens::draw_gallery(ui, state);
}

} // namespace pufa::support
