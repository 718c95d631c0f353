#include "content/author/map_features.h"

#include "content/author/area.h"
#include "content/author/place_words.h"
#include "content/author/towns.h"
#include "content/place/datum.h"

#include <algorithm>
#include <set>

namespace pufa::author {

namespace {

using nlohmann::json;

constexpr size_t k_district_digits = 6, k_town_digits = 9;
constexpr size_t k_least_ring = 4;

/// Twice the area, positive if counter-clockwise.
double turn(const Ring& ring) {
    double sum = 0;
    for (size_t i = 0; i + 1 < ring.size(); ++i)
        sum += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
    return sum;
}

class FeaturesReader {
  public:
    FeaturesReader(MapDraft& draft, Findings& findings)
        : m_draft(draft)
        , m_findings(findings) {}

    void run(const std::vector<GeoFeature>& features) {
        for (const auto& feature : features)
            read(feature);
        check_towns();
    }

  private:
    void read(const GeoFeature& feature) {
        const auto kind = feature.text("kind");
        m_place = feature.place;
        m_name = feature.text("name");
        if (m_name.empty()) m_name = kind;
        if (kind == "district" || kind == "district-schematic")
            read_district(feature);
        else if (kind == "land")
            keep_shape(Shape::Kind::land, {}, read_polygons(feature));
        else if (kind == "river")
            read_river(feature);
        else if (kind == "town" || kind == "town-approx")
            read_town(feature);
        else
            found(Fault::UNKNOWN_MAP_KIND, kind);
    }

    void read_district(const GeoFeature& feature) {
        model::District district;
        district.code = read_code(feature, k_district_digits);
        district.name = read_name(feature);
        auto polygons = read_polygons(feature);
        if (polygons.empty()) return;
        district.least = district.most = polygons.front().outer.front();
        for (const auto& polygon : polygons) {
            for (const auto point : polygon.outer) {
                district.least = {std::min(district.least.lon, point.lon),
                                  std::min(district.least.lat, point.lat)};
                district.most = {std::max(district.most.lon, point.lon),
                                 std::max(district.most.lat, point.lat)};
            }
        }
        district.label = read_label(feature, {(district.least.lon + district.most.lon) / 2,
                                              (district.least.lat + district.most.lat) / 2});
        keep_shape(Shape::Kind::district, district.code, std::move(polygons));
        m_draft.map.districts.push_back(std::move(district));
    }

    void read_town(const GeoFeature& feature) {
        model::Town town;
        town.code = read_code(feature, k_town_digits);
        town.name = read_name(feature);
        const auto* coordinates = coordinates_of(feature, {"Point"});
        if (!coordinates) return;
        const auto at = read_position(*coordinates);
        if (!at) return found(Fault::BAD_COORDINATES, m_name);
        if (!checked(std::vector{*at})) return;
        town.label = *at;
        m_town_places.push_back(m_place);
        m_draft.map.towns.push_back(std::move(town));
    }

    void read_river(const GeoFeature& feature) {
        const auto* coordinates = coordinates_of(feature, {"LineString", "MultiLineString"});
        if (!coordinates) return;
        for (const auto* line : parts_of(feature, *coordinates)) {
            auto points = read_positions(*line);
            if (!points || points->size() < 2) return found(Fault::BAD_COORDINATES, m_name);
            if (!checked(*points)) return;
            convert(*points);
            m_draft.shapes.rivers.push_back(*std::move(points));
        }
    }

    std::string read_code(const GeoFeature& feature, size_t digits) {
        auto code = feature.text("code");
        if (!is_code(code, digits))
            found(Fault::BAD_CODE, code, std::to_string(digits));
        else if (!m_codes.insert(code).second)
            found(Fault::CODE_TWICE, code);
        return code;
    }

    model::LocalizedText read_name(const GeoFeature& feature) {
        const auto either = [&](const char* first, const char* second) {
            auto words = feature.text(first);
            return words.empty() ? feature.text(second) : words;
        };
        model::LocalizedText name;
        name[model::Language::zh_hans] = feature.text("name");
        name[model::Language::zh_hant] = either("name_hant", "name@zh-Hant");
        name[model::Language::en] = either("name_en", "name@en");
        if (!name.has(model::Language::zh_hans)) found(Fault::MISSING_KEY, "name");
        return name;
    }

    model::GeoPoint read_label(const GeoFeature& feature, model::GeoPoint otherwise) {
        const auto parts = parted(feature.text("label"));
        if (parts.empty()) return otherwise;
        const auto lon = parse_degrees(parts.front());
        const auto lat = parse_degrees(parts.back());
        if (parts.size() != 2 || !lon || !lat) {
            found(Fault::BAD_COORDINATES, "label");
            return otherwise;
        }
        const model::GeoPoint label{lon.value_or(0), lat.value_or(0)};
        return checked(std::vector{label}) ? label : otherwise;
    }

    /// In the file's datum; rings as map_shapes.h promises.
    std::vector<MapPolygon> read_polygons(const GeoFeature& feature) {
        std::vector<MapPolygon> polygons;
        const auto* coordinates = coordinates_of(feature, {"Polygon", "MultiPolygon"});
        if (!coordinates) return polygons;
        for (const auto* part : parts_of(feature, *coordinates)) {
            const auto& rings = *part;
            if (!rings.is_array() || rings.empty()) {
                found(Fault::BAD_COORDINATES, m_name);
                continue;
            }
            MapPolygon polygon;
            for (size_t i = 0; i < rings.size(); ++i) {
                auto ring = read_ring(rings[i], i == 0);
                if (ring.empty()) break; // a finding says why; no pack is built
                if (i == 0)
                    polygon.outer = std::move(ring);
                else
                    polygon.holes.push_back(std::move(ring));
            }
            if (!polygon.outer.empty()) polygons.push_back(std::move(polygon));
        }
        return polygons;
    }

    /// Empty if it is none.
    Ring read_ring(const json& positions, bool outer) {
        auto ring = read_positions(positions);
        if (!ring)
            found(Fault::BAD_COORDINATES, m_name);
        else if (ring->size() < k_least_ring)
            found(Fault::RING_TOO_SHORT, m_name, std::to_string(ring->size()));
        else if (ring->front() != ring->back())
            found(Fault::RING_NOT_CLOSED, m_name, show(ring->front()));
        else if (checked(*ring)) {
            // Programs do not agree on the order; nobody need know.
            if ((turn(*ring) > 0) != outer) std::reverse(ring->begin(), ring->end());
            return *std::move(ring);
        }
        return {};
    }

    /// "coordinates" of a geometry of one of these types.
    const json* coordinates_of(const GeoFeature& feature, const std::vector<std::string>& types) {
        const auto type = feature.geometry_type();
        const bool there = feature.geometry.is_object() && feature.geometry.contains("coordinates");
        if (type.empty() || (!there && type != "GeometryCollection")) {
            found(Fault::COORDINATES_MISSING, m_name);
            return nullptr;
        }
        if (std::find(types.begin(), types.end(), type) == types.end()) {
            found(Fault::GEOMETRY_TYPE, type, types.front());
            return nullptr;
        }
        return &feature.geometry["coordinates"];
    }

    /// Of a Multi… geometry its parts, of any other its only one; none, with a finding, if a
    /// Multi… holds none.
    std::vector<const json*> parts_of(const GeoFeature& feature, const json& coordinates) {
        if (!feature.geometry_type().starts_with("Multi")) return {&coordinates};
        std::vector<const json*> parts;
        for (const auto& part : coordinates)
            parts.push_back(&part);
        if (parts.empty()) found(Fault::BAD_COORDINATES, m_name);
        return parts;
    }

    /// False, with a finding, at the first point that cannot be meant.
    bool checked(const std::vector<model::GeoPoint>& points) {
        for (const auto point : points) {
            switch (Area{}.fit(point)) {
            case Area::Fit::swapped:
                found(Fault::LON_LAT_SWAPPED, m_name, show(point));
                return false;
            case Area::Fit::impossible:
                found(Fault::IMPOSSIBLE_POSITION, show(point));
                return false;
            case Area::Fit::inside:
            case Area::Fit::outside:
                break; // a map may go beyond the border
            }
        }
        return true;
    }

    void convert(std::vector<model::GeoPoint>& points) const {
        for (auto& point : points)
            point = place::to_wgs84(point, m_draft.map.datum);
    }

    void keep_shape(Shape::Kind kind, const std::string& code, std::vector<MapPolygon> polygons) {
        if (polygons.empty()) return;
        for (auto& polygon : polygons) {
            convert(polygon.outer);
            for (auto& hole : polygon.holes)
                convert(hole);
        }
        const auto name = kind == Shape::Kind::district ? m_name : std::string{};
        m_draft.shapes.shapes.push_back({kind, code, name, std::move(polygons), m_place});
    }

    void check_towns() {
        if (m_draft.map.districts.empty()) return;
        std::set<std::string_view> districts;
        for (const auto& district : m_draft.map.districts)
            districts.insert(district.code);
        for (size_t i = 0; i < m_draft.map.towns.size(); ++i) {
            const auto& town = m_draft.map.towns[i];
            const auto code = std::string_view{town.code}.substr(0, k_district_digits);
            if (districts.contains(code) || !is_code(town.code, k_town_digits)) continue;
            m_findings.push_back({Fault::TOWN_WITHOUT_DISTRICT, m_town_places[i],
                                  town.name.in(model::Language::zh_hans), std::string{code}});
        }
    }

    void found(Fault fault, std::string subject, std::string detail = {}) {
        m_findings.push_back({fault, m_place, std::move(subject), std::move(detail)});
    }

    MapDraft& m_draft;
    Findings& m_findings;
    Place m_place;      ///< of the feature being read
    std::string m_name; ///< or its kind if it has none
    std::set<std::string> m_codes;
    std::vector<Place> m_town_places; ///< as map.towns
};

} // namespace

void read_map_features(const std::vector<GeoFeature>& features, MapDraft& draft,
                       Findings& findings) {
    FeaturesReader{draft, findings}.run(features);
}

} // namespace pufa::author
