#pragma once
// kiosk.toml: what staff decide about one machine. Every key may be missing; a key that is not
// known is a fault, since it is most likely a misspelt one.

#include "content/base/result.h"
#include "content/campaign/programme.h"
#include "content/model/places.h"
#include "content/model/text.h"
#include "kiosk/platform/window.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pufa::app {

struct Config {
    std::string place; ///< place = "江门市公共法律服务中心"; in the header
    /// site = "pengjiang-01": what packs for some machines only call this one. Read by pufa-admin.
    std::string site;
    model::Language language = model::Language::zh_hans; ///< language = "zh-Hans"
    int volume = 3;              ///< volume = 0 to 5; at the start of each visit
    std::filesystem::path state; ///< state = "/var/lib/pufa"; empty: the default folder
    /// night = "22:00-07:00": no films run then while nobody is there.
    std::optional<campaign::DailySpan> night;
    /// position = [113.08, 22.58]: degrees east and north, WGS-84, where this kiosk stands; without
    /// it no distances are told.
    std::optional<model::GeoPoint> position;
    float panel_diagonal_mm = 546; ///< panel_diagonal_mm = 150 to 3000; 21.5 inch is 546
    /// keep_statistics_days = 31 to 36500: whole days before that go once they were carried away;
    /// 0, or without it: all stay.
    int keep_statistics_days = 0;
    bool scrub = true; ///< scrub = false: the installed packs are not read again
    /// presenter = "auto", "gl" or "soft": what draws; auto takes what costs less here.
    platform::DrawnBy presenter = platform::DrawnBy::automatic;
    int rotation = 0; ///< rotation = 0, 90, 180 or 270: the page on the panel, degrees clockwise
    bool operator==(const Config&) const = default;
};

/// BAD_CONFIG with "line N: …".
[[nodiscard]] Result<Config> parse_config(std::string_view toml, const std::string& where);

/// The defaults if `file` is not there, unless somebody asked for just that file (`asked`).
enum class Missing { is_default, is_error };
[[nodiscard]] Result<Config> load_config(const std::filesystem::path& file, Missing missing);

/// "auto", "gl" or "soft".
[[nodiscard]] std::optional<platform::DrawnBy> parse_presenter(std::string_view word);
/// The page on the panel, degrees clockwise.
[[nodiscard]] constexpr bool is_rotation(int64_t degrees) {
    return degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270;
}

} // namespace pufa::app
