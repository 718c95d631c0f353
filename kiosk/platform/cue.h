#pragma once
// The sounds that the kiosk makes itself, as samples at media::k_sound_rate. Pure.

#include <vector>

namespace pufa::platform {

/// A soft tick for each second of a countdown: a sine that swells for a few milliseconds and dies
/// away within a tenth of a second. Begins and ends at zero; never louder than half of full scale.
[[nodiscard]] std::vector<float> make_tick();

/// A tone from the left, a rest, a higher one from the right: interleaved stereo, less than two
/// seconds. Each begins and ends at zero; never louder than half of full scale.
[[nodiscard]] std::vector<float> make_chime();

} // namespace pufa::platform
