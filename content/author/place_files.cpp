#include "content/author/place_files.h"

#include "content/author/geojson.h"
#include "content/author/words.h"

#include <fmt/format.h>

#include <set>

namespace pufa::author {

namespace {

/// A column in a language: "name", "name@en".
struct Key {
    std::string key;
    model::Language language = model::Language::zh_hans;
    const Column* column = nullptr;
};

std::vector<Key> keys_of(const std::vector<Column>& columns) {
    std::vector<Key> keys;
    for (const auto& column : columns) {
        keys.push_back({column.key, model::Language::zh_hans, &column});
        if (column.translation == Translation::none) continue;
        for (const auto language : {model::Language::zh_hant, model::Language::en})
            keys.push_back(
                {fmt::format("{}@{}", column.key, model::tag(language)), language, &column});
    }
    return keys;
}

class SheetReader {
  public:
    SheetReader(Draft& draft, const Sheet& sheet)
        : m_draft(draft)
        , m_sheet(sheet)
        , m_columns(place_columns())
        , m_keys(keys_of(m_columns)) {}

    std::vector<PlaceRow> run() {
        std::vector<PlaceRow> rows;
        for (const auto& row : m_sheet.rows())
            rows.push_back(read(row));
        return rows;
    }

  private:
    PlaceRow read(const CsvRow& row) {
        PlaceRow read;
        read.place = m_sheet.place(row, {});
        for (const auto& key : m_keys)
            read.cells[key.key] = {m_sheet.cell(row, key.key), m_sheet.place(row, key.key),
                                   m_sheet.title(key.column->key)};
        read.at_place = read.cells["lon"].place;
        read.at = position(read.cells["lon"], read.cells["lat"]);
        return read;
    }

    std::optional<model::GeoPoint> position(const PlaceRow::Cell& lon, const PlaceRow::Cell& lat) {
        if (lon.words.empty() && lat.words.empty()) return std::nullopt;
        if (lon.words.empty() || lat.words.empty()) {
            const auto& missing = lon.words.empty() ? lon : lat;
            m_draft.findings.push_back({Fault::HALF_POSITION, missing.place, missing.title, {}});
            return std::nullopt;
        }
        const auto x = number(lon), y = number(lat);
        if (!x || !y) return std::nullopt;
        return model::GeoPoint{*x, *y};
    }

    std::optional<double> number(const PlaceRow::Cell& cell) {
        const auto value = parse_degrees(cell.words);
        if (!value)
            m_draft.findings.push_back({Fault::NOT_A_NUMBER, cell.place, cell.words, cell.title});
        return value;
    }

    Draft& m_draft;
    const Sheet& m_sheet;
    std::vector<Column> m_columns;
    std::vector<Key> m_keys;
};

class FeaturesReader {
  public:
    explicit FeaturesReader(Draft& draft)
        : m_draft(draft)
        , m_columns(place_columns())
        , m_keys(keys_of(m_columns)) {}

    PlaceRow read(const GeoFeature& feature) {
        PlaceRow row;
        row.place = feature.place;
        row.at_place = feature.place;
        std::set<std::string> known;
        for (const auto& key : m_keys) {
            const auto property = property_of(feature, key);
            known.insert(property);
            row.cells[key.key] = {feature.text(property), feature.place, property};
        }
        if (auto& id = row.cells["id"].words; id.empty()) id = feature.id;
        name_unknown(feature, known);
        row.at = position(feature, row.cells["name"].words);
        return row;
    }

  private:
    /// The name under which the feature has it, else the column's English one.
    static std::string property_of(const GeoFeature& feature, const Key& key) {
        std::string suffix;
        if (key.language != model::Language::zh_hans)
            suffix = fmt::format("@{}", model::tag(key.language));
        for (const auto name : key.column->names) {
            auto property = std::string{name} + suffix;
            if (feature.properties.contains(property)) return property;
        }
        const bool position = key.key == "lon" || key.key == "lat";
        return std::string{position ? key.column->key : key.column->names.back()} + suffix;
    }

    /// Once a file for each name: a program's own properties stand in every feature.
    void name_unknown(const GeoFeature& feature, const std::set<std::string>& known) {
        for (const auto& [name, value] : feature.properties.items()) {
            if (!known.contains(name) && m_unknown.insert(name).second)
                m_draft.findings.push_back({Fault::UNKNOWN_KEY, feature.place, name, {}});
        }
    }

    std::optional<model::GeoPoint> position(const GeoFeature& feature, const std::string& name) {
        const auto& geometry = feature.geometry;
        if (geometry.is_null()) return std::nullopt;
        const auto type = feature.geometry_type();
        const auto found = [&](Fault fault, const std::string& subject, const char* detail) {
            m_draft.findings.push_back({fault, feature.place, subject, detail});
            return std::nullopt;
        };
        if (!type.empty() && type != "Point") return found(Fault::GEOMETRY_TYPE, type, "Point");
        if (type.empty() || !geometry.contains("coordinates"))
            return found(Fault::COORDINATES_MISSING, name, "");
        const auto at = read_position(geometry["coordinates"]);
        if (!at) return found(Fault::BAD_COORDINATES, name, "");
        return at;
    }

    Draft& m_draft;
    std::vector<Column> m_columns;
    std::vector<Key> m_keys;
    std::set<std::string> m_unknown;
};

} // namespace

std::vector<PlaceRow> read_place_sheet(Draft& draft, const std::string& name) {
    const auto text = draft.folder.text(name, draft.findings);
    if (!text) return {};
    const Sheet sheet{*text, name, place_columns(), draft.findings};
    if (!sheet.usable()) return {};
    if (sheet.rows().empty())
        draft.findings.push_back({Fault::EMPTY_SHEET, {name, 0, 0}, name, {}});
    return SheetReader{draft, sheet}.run();
}

std::vector<PlaceRow> read_place_features(Draft& draft, const std::string& name) {
    std::vector<PlaceRow> rows;
    const auto features = read_geojson(draft, name);
    if (!features) return rows;
    FeaturesReader reader{draft};
    for (const auto& feature : *features)
        rows.push_back(reader.read(feature));
    return rows;
}

} // namespace pufa::author
