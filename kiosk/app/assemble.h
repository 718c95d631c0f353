#pragma once
// From options and configuration to the parts of a kiosk.

#include "kiosk/app/config.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/options.h"

namespace pufa::app {

struct Ground {
    Config config;
    base::StatePaths paths;
    model::Language language; ///< of what is said on stderr
    staff::Settings settings; ///< of staff, or of the configuration where they said nothing
    std::filesystem::path config_folder; ///< of kiosk.toml
};
/// BAD_CONFIG, or why a file that was asked for cannot be read.
[[nodiscard]] Result<Ground> prepare(const Options& options);

/// Fullscreen, in a window, or (the self-test) offscreen with a page of 1920 × 1080.
[[nodiscard]] platform::WindowOptions window_of(const Options& options, const Ground& ground);

/// NO_FONT, NO_DISPLAY. No sound device is logged, and the kiosk is silent.
[[nodiscard]] Result<Parts> assemble(const Options& options, const Ground& ground,
                                     const platform::WindowOptions& window);

} // namespace pufa::app
