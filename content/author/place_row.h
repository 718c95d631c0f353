#pragma once
// One place as it was written, whether in a row of a spreadsheet or in a GeoJSON feature, → one
// place. Private to this folder.

#include "content/author/area.h"
#include "content/author/draft.h"
#include "content/author/finder.h"
#include "content/author/sheet.h"
#include "content/author/towns.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::author {

/// The columns of a sheet of places and the properties of a feature; see places.h.
[[nodiscard]] std::vector<Column> place_columns();

struct PlaceRow {
    struct Cell {
        std::string words; ///< trimmed
        Place place;
        std::string title; ///< of its column or property
    };
    std::map<std::string, Cell, std::less<>> cells; ///< by key of place_columns(), "name@en"
    Place place;                                    ///< of the row or feature
    std::optional<model::GeoPoint> at; ///< as written; faults of its numbers are already findings
    Place at_place;
};

struct PlaceContext {
    Draft& draft;
    const Finder& finder;
    const Towns& towns;
    const Area& area;
    model::Datum datum = model::Datum::wgs84; ///< of the file
    std::string agency{};                     ///< of the file
};

/// The same place under two ids would stand twice in every list.
class PlaceNames {
  public:
    /// PLACE_TWICE if a place of this name and town was there before.
    void check(const PlaceRow& row, const model::Place& place, Findings& findings);

  private:
    std::map<std::pair<std::string, std::string>, Place> m_seen; ///< by town and name
};

/// Nothing if the row has no usable id; other faults leave a place that must not be built.
[[nodiscard]] std::optional<model::Place> read_place(const PlaceRow& row, PlaceContext& context);

} // namespace pufa::author
