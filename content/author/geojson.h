#pragma once
// GeoJSON files (RFC 7946) as authors export them: a FeatureCollection, one Feature or a geometry
// alone, bounded before anything is kept of it, each feature with the line on which it begins.
// Private to this folder.

#include "content/author/draft.h"
#include "content/model/places.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// A geometry that no Feature holds says nothing of a place, and may be a drawing in a plane.
enum class Held { in_feature, alone };

struct GeoFeature {
    nlohmann::json properties = nlohmann::json::object(); ///< empty where the file says null
    nlohmann::json geometry;                              ///< null: it has no position
    Place place;
    std::string id{}; ///< the Feature's own, a number as words; "" if it has none
    Held held = Held::in_feature;

    /// Trimmed; numbers and flags as words, lists parted by ';'. "" if there is none.
    [[nodiscard]] std::string text(const std::string& property) const;
    /// "Polygon"; "" if the geometry is null.
    [[nodiscard]] std::string geometry_type() const;
};

/// The features that are such; nothing if the text is no GeoJSON. Reads at most two million points
/// and twelve levels. Adds GEOJSON_… to the findings; `name` is the file's. Ids, boxes and members
/// are judged, geometries are not.
[[nodiscard]] std::optional<std::vector<GeoFeature>>
parse_geojson(std::string_view text, const std::string& name, Findings& findings);
/// The same for a file of at most 64 MiB.
[[nodiscard]] std::optional<std::vector<GeoFeature>> read_geojson(Draft& draft,
                                                                  const std::string& name);

/// What is wrong with "bbox" and "crs" of an object, and which members it must not have since they
/// would make another one of it (RFC 7946, section 7.1).
void check_members(const nlohmann::json& object, const std::vector<const char*>& forbidden,
                   const Place& place, Findings& findings);

/// [lon, lat] or [lon, lat, height], finite, neither beyond ±180 (they may still be swapped:
/// area.h); more numbers are passed over (RFC 7946, section 3.1.1). Nullopt for anything else.
[[nodiscard]] std::optional<model::GeoPoint> read_position(const nlohmann::json& position);
/// A list of positions; nullopt if one is bad or `positions` is no list.
[[nodiscard]] std::optional<std::vector<model::GeoPoint>>
read_positions(const nlohmann::json& positions);

} // namespace pufa::author
