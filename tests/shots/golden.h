#pragma once
// Pictures of the screens as they were last approved (tests/golden/*.png), small, and how one of
// now is held against them.

#include "content/base/result.h"
#include "kiosk/platform/window.h"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace pufa::shots {

/// Levels of 255, over blocks of pixels: what another version of the font or of the rasteriser
/// does to the edges of glyphs is evened out, what moves or changes its colour is not.
struct Apart {
    double mean = 0;
    double most = 0;
    bool same_size = true;
    [[nodiscard]] bool alike() const { return same_size && mean <= 1 && most <= 24; }
};
[[nodiscard]] Apart compare(const platform::Image& one, const platform::Image& other);

[[nodiscard]] Result<platform::Image> read_png(const std::filesystem::path& file);

/// A golden page as it is now: its name ("home.landscape.zh-Hans.normal.light"), its picture in
/// full, and how many times smaller the approved one is.
struct Drawn {
    std::string name;
    platform::Image picture;
    int shrink = 1;
};
[[nodiscard]] Result<void> draw_goldens(platform::DrawnBy drawn_by,
                                        const std::function<Result<void>(Drawn drawn)>& take);

/// Levels of 255, pixel by pixel.
[[nodiscard]] Apart compare_exactly(const platform::Image& one, const platform::Image& other);

/// Makes what the screens are now the approved pictures; how many.
[[nodiscard]] Result<int> accept_goldens(const std::filesystem::path& folder);

} // namespace pufa::shots
