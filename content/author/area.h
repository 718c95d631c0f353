#pragma once
// Numbers that may be a position, and whether it can be meant. Private to this folder.

#include "content/model/places.h"

#include <optional>
#include <string>
#include <string_view>

namespace pufa::author {

/// "112.79140", also in full width; nullopt for anything else, nan and inf included.
[[nodiscard]] std::optional<double> parse_degrees(std::string_view word);
/// "112.79140, 22.24063": for findings.
[[nodiscard]] std::string show(model::GeoPoint point);

/// Where the positions of a folder may lie: around what was added, or in China if nothing was.
class Area {
  public:
    enum class Fit {
        inside,
        swapped,    ///< not inside, but it would be if longitude and latitude changed places
        impossible, ///< beyond ±180, ±85
        outside,
    };

    /// WGS-84.
    void add(model::GeoPoint point);
    [[nodiscard]] Fit fit(model::GeoPoint point) const;

  private:
    [[nodiscard]] bool inside(model::GeoPoint point) const;

    std::optional<model::GeoPoint> m_least, m_most; ///< both or none
};

} // namespace pufa::author
