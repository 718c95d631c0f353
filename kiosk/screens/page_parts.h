#pragma once
// What the models of all pages share.

#include "content/base/clock.h"

#include <string>

namespace pufa::screens {

/// Names a picture that the app loads through the picture decoder ("publisher/pack:member").
struct PictureRef {
    std::string key; ///< empty: none, the card shows its kind's colour and icon
    bool operator==(const PictureRef&) const = default;
};

/// The line at the top of every light page.
struct HeaderModel {
    std::string place; ///< 江门市公共法律服务中心; from the configuration, may be empty
    base::LocalTime time;
    bool demo = false; ///< "示例内容" is shown
    /// Something on this page is not in the visitor's language, and is shown in another: the page
    /// says so.
    bool fallback = false;
    bool operator==(const HeaderModel&) const = default;
};

/// The dock at the bottom of every light page.
struct DockModel {
    bool can_go_back = false;
    bool at_home = false;
    int volume = 3; ///< 0 to 5
    bool operator==(const DockModel&) const = default;
};

} // namespace pufa::screens
