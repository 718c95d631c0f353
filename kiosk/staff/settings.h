#pragma once
// What staff decide at the desk about one kiosk. kiosk.toml says what holds before anybody does;
// what is set here is kept in <state>/settings.json and goes before it.

#include "content/base/result.h"
#include "content/campaign/programme.h"
#include "content/model/places.h"
#include "content/model/text.h"

#include <filesystem>
#include <optional>
#include <string>

namespace pufa::staff {

struct Settings {
    model::Language language = model::Language::zh_hans; ///< of a visit's beginning
    int volume_cap = 5;                                  ///< 1 to 5
    std::optional<campaign::DailySpan> quiet{};          ///< then the volume is 1 at most
    std::optional<campaign::DailySpan> night{};          ///< then nothing runs by itself
    int rotation = 0;                                    ///< degrees; from the next start on
    float panel_diagonal_mm = 546;
    std::string place{};    ///< in the header
    std::string place_id{}; ///< of the installed place it was taken from; may be empty
    std::optional<model::GeoPoint> position{}; ///< WGS-84
    bool operator==(const Settings&) const = default;
};

/// `otherwise` where nothing is kept, and for each value that is missing or impossible.
[[nodiscard]] Settings load_settings(const std::filesystem::path& file, const Settings& otherwise);
[[nodiscard]] Result<void> save_settings(const std::filesystem::path& file,
                                         const Settings& settings);

} // namespace pufa::staff
