#pragma once
// What staff decide at the desk about one kiosk. kiosk.toml says what holds before anybody does;
// what is set here is kept in <state>/settings.json and goes before it. The kiosk writes it;
// pufa-admin reads it.

#include "content/base/result.h"
#include "content/campaign/programme.h"
#include "content/model/ids.h"
#include "content/model/places.h"
#include "content/model/text.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace pufa::settings {

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
    /// Items that visitors do not see, whichever version of their pack is active.
    std::set<model::ItemId> switched_off{};
    bool operator==(const Settings&) const = default;
};

/// More would be a pack to be removed.
inline constexpr size_t k_most_switched_off = 2000;

/// Below the state folder.
[[nodiscard]] std::filesystem::path file_in(const std::filesystem::path& state_folder);
/// `otherwise` where nothing is kept, and for each value that is missing or impossible.
[[nodiscard]] Settings load(const std::filesystem::path& file, const Settings& otherwise);
/// What the file holds.
[[nodiscard]] std::string text_of(const Settings& settings);
/// Durable when it returns, so not on a thread that draws. Errno errors.
[[nodiscard]] Result<void> save(const std::filesystem::path& file, const Settings& settings);

} // namespace pufa::settings
