#include "content/author/places.h"

#include "content/author/place_files.h"
#include "content/author/place_words.h"
#include "content/author/toml_file.h"

namespace pufa::author {

namespace {

constexpr const char* k_folder = "places";

class PlacesReader {
  public:
    PlacesReader(Draft& draft, const Finder& finder, const Towns& towns, const Area& area)
        : m_draft(draft)
        , m_finder(finder)
        , m_towns(towns)
        , m_area(area) {}

    std::vector<model::Place> run() {
        for (const auto& name : m_draft.folder.list(k_folder, {".csv", ".geojson", ".json"}))
            read_file(name);
        for (const auto& name : m_draft.folder.list(k_folder, {".toml"})) {
            if (m_draft.folder.used(name)) continue;
            m_draft.folder.use(name);
            found(Fault::PLACES_MISSING, {name, 0, 0}, name);
        }
        return std::move(m_places);
    }

  private:
    void read_file(const std::string& name) {
        PlaceContext context{m_draft, m_finder, m_towns, m_area};
        if (const auto side = m_draft.folder.beside(name, {".toml"}))
            read_toml(m_draft, *side, [&](TomlReader& toml) { read_side(toml, context); });
        else
            found(Fault::PLACES_NOT_DESCRIBED, {name, 0, 0}, name);
        const bool sheet = extension_of(name) == ".csv";
        for (const auto& row :
             sheet ? read_place_sheet(m_draft, name) : read_place_features(m_draft, name)) {
            auto place = author::read_place(row, context);
            if (!place) continue;
            m_names.check(row, *place, m_draft.findings);
            m_places.push_back(*std::move(place));
        }
    }

    void read_side(TomlReader& toml, PlaceContext& context) {
        const auto word = toml.text("datum", Need::required);
        const auto datum = parse_datum(word);
        context.datum = datum.value_or(model::Datum::wgs84);
        if (!word.empty() && !datum) found(Fault::UNKNOWN_DATUM, toml.place("datum"), word);
        context.agency = toml.text("agency", Need::optional);
    }

    void found(Fault fault, Place place, std::string subject, std::string detail = {}) {
        m_draft.findings.push_back(
            {fault, std::move(place), std::move(subject), std::move(detail)});
    }

    Draft& m_draft;
    const Finder& m_finder;
    const Towns& m_towns;
    const Area& m_area;
    std::vector<model::Place> m_places;
    PlaceNames m_names;
};

} // namespace

std::vector<model::Place> read_places(Draft& draft, const Finder& finder, const Towns& towns,
                                      const Area& area) {
    return PlacesReader{draft, finder, towns, area}.run();
}

} // namespace pufa::author
