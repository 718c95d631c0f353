#include "content/author/maps.h"

#include "content/author/map_features.h"
#include "content/author/mesh.h"
#include "content/author/place_words.h"
#include "content/author/toml_file.h"
#include "content/author/words.h"
#include "content/place/datum.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <array>
#include <cctype>

namespace pufa::author {

namespace {

constexpr const char* k_folder = "maps";
constexpr std::string_view k_schematic = "schematic";

/// MBTiles are a SQLite database.
bool is_sqlite(const std::filesystem::path& file) {
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    std::array<std::byte, 16> head{};
    const auto fd = base::open_file(file, O_RDONLY);
    if (!fd || !base::read_exact(fd->get(), 0, head, file.string())) return false;
    return std::string_view{reinterpret_cast<const char*>(head.data()), head.size()} == magic;
}

/// "审图号：粤S（2024）001号" without its first words.
std::string approval_number(std::string words) {
    for (const std::string_view prefix : {"审图号", "審圖號", "：", ":"}) {
        if (words.starts_with(prefix)) words = trim(std::string_view{words}.substr(prefix.size()));
    }
    return words;
}

/// Whose map it is, the year in brackets, a number and 号: GS（2019）1822号, 粤S（2024）001号.
bool looks_approved(std::string_view words) {
    const auto folded = fold(words);
    const auto open = folded.find('('), close = folded.find(')');
    return folded.find('s') < open && open < close && close != std::string::npos &&
           close - open == 5 && folded.ends_with("号");
}

/// What GEOS found in WGS-84, as the author's own file has it.
model::GeoPoint in_datum(model::GeoPoint wgs84, model::Datum datum) {
    switch (datum) {
    case model::Datum::wgs84:
        return wgs84;
    case model::Datum::gcj02:
        return place::gcj02_of(wgs84);
    case model::Datum::bd09:
        return place::bd09_of(place::gcj02_of(wgs84));
    }
    return wgs84;
}

class MapsReader {
  public:
    explicit MapsReader(Draft& draft)
        : m_draft(draft) {}

    Maps run() {
        for (const auto& name : m_draft.folder.list(k_folder, {".toml"}))
            read_side_file(name);
        for (const auto& name : m_draft.folder.list(k_folder, {".geojson", ".json"})) {
            if (m_draft.folder.used(name)) continue;
            m_draft.folder.use(name);
            found(Fault::MAP_NOT_DESCRIBED, {name, 0, 0}, name);
        }
        for (const auto& name : m_draft.folder.list(k_folder, {".mbtiles"})) {
            m_draft.folder.use(name);
            const bool whole = is_sqlite(m_draft.folder.path(name));
            found(whole ? Fault::MBTILES_UNSUPPORTED : Fault::MBTILES_BROKEN, {name, 0, 0}, name);
        }
        return std::move(m_maps);
    }

  private:
    void read_side_file(const std::string& name) {
        const auto shapes = m_draft.folder.beside(name, {".geojson", ".json"});
        // Tiles have a finding of their own.
        if (!shapes && !m_draft.folder.beside(name, {".mbtiles"}))
            found(Fault::MAP_MISSING, {name, 0, 0}, name);
        std::string part;
        MapDraft map;
        if (shapes) m_draft.folder.use(*shapes);
        const bool read = read_toml(m_draft, name, [&](TomlReader& toml) {
            part = toml.text("id", Need::required);
            read_facts(toml, map.map, part);
        });
        if (!read || !shapes) return;
        if (const auto features = read_geojson(m_draft, *shapes)) {
            read_map_features(*features, map, m_draft.findings);
            keep(std::move(map), part, *shapes);
        }
    }

    void read_facts(TomlReader& toml, model::BaseMap& map, const std::string& part) {
        map.id = m_draft.ids.add(part, toml.place("id")).value_or(model::ItemId{});
        map.title = toml.localized("title", Need::required);
        toml.localized("note", Need::optional);
        const auto datum = toml.text("datum", Need::required);
        map.datum = parse_datum(datum).value_or(model::Datum::wgs84);
        if (!datum.empty() && !parse_datum(datum))
            found(Fault::UNKNOWN_DATUM, toml.place("datum"), datum);
        map.approval = approval_number(toml.text("approval", Need::optional));
        if (map.approval.empty())
            found(Fault::MAP_WITHOUT_APPROVAL, toml.place("approval"), part);
        else if (map.approval != k_schematic && !looks_approved(map.approval))
            found(Fault::ODD_APPROVAL, toml.place("approval"), map.approval);
    }

    void keep(MapDraft draft, const std::string& part, const std::string& file) {
        auto& map = draft.map;
        if (draft.shapes.shapes.empty()) found(Fault::MAP_EMPTY, {file, 0, 0}, file);
        for (const auto& town : map.towns) {
            m_maps.towns.add(town, map.datum);
            m_maps.area.add(place::to_wgs84(town.label, map.datum));
        }
        std::vector<std::string> codes;
        for (const auto& district : map.districts) {
            m_maps.area.add(place::to_wgs84(district.least, map.datum));
            m_maps.area.add(place::to_wgs84(district.most, map.datum));
            codes.push_back(district.code);
        }
        const auto mesh = make_mesh(draft.shapes, codes);
        for (const auto& fault : mesh.faults)
            found(Fault::RING_CROSSES, fault.place, fault.name.empty() ? "land" : fault.name,
                  show(in_datum(fault.at, map.datum)));
        map.mesh = fmt::format("maps/{}.mesh", part);
        m_maps.meshes.push_back(
            {map.mesh, m_draft.folder.path(file), place::write_base_mesh(mesh.mesh)});
        m_maps.maps.push_back(std::move(map));
    }

    void found(Fault fault, Place place, std::string subject, std::string detail = {}) {
        m_draft.findings.push_back(
            {fault, std::move(place), std::move(subject), std::move(detail)});
    }

    Draft& m_draft;
    Maps m_maps;
};

} // namespace

Maps read_maps(Draft& draft) {
    return MapsReader{draft}.run();
}

} // namespace pufa::author
