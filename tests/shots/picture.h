#pragma once
// What a contact sheet needs of pictures.

#include "kiosk/platform/presenter.h"

#include <vector>

namespace pufa::shots {

/// Each pixel of the outcome is the mean of `times` × `times` pixels; what is left over is cut.
[[nodiscard]] platform::Image shrunk(const platform::Image& image, int times);

struct Labelled {
    platform::Image label;
    platform::Image picture; ///< as wide as the label
};
/// Pictures of one size in rows of `columns`, each under its label.
[[nodiscard]] platform::Image contact_sheet(const std::vector<Labelled>& pictures, int columns);

} // namespace pufa::shots
