#pragma once
// What the places stand on: the names and the mesh of one base map, and what of it a view shows.
// Immutable once made; any thread may read it.

#include "content/model/places.h"
#include "content/place/base_mesh.h"
#include "kiosk/map/mercator.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace pufa::map {

class BaseMap {
  public:
    /// `mesh` is shared with the snapshot that it came with; never null.
    BaseMap(model::BaseMap about, std::shared_ptr<const place::BaseMesh> mesh);
    BaseMap(const BaseMap&) = delete;
    BaseMap& operator=(const BaseMap&) = delete;

    [[nodiscard]] const model::BaseMap& about() const { return m_about; }
    [[nodiscard]] const place::BaseMesh& mesh() const { return *m_mesh; }
    [[nodiscard]] bool schematic() const { return m_about.approval == "schematic"; }
    /// Around all districts; the mesh's where there are none.
    [[nodiscard]] const MercatorBox& bounds() const { return m_bounds; }
    [[nodiscard]] std::optional<MercatorBox> bounds_of(std::string_view district_code) const;

    struct Name {
        MercatorPoint at;
        const model::LocalizedText* words;
    };
    /// In the order of the base map.
    [[nodiscard]] const std::vector<Name>& districts() const { return m_districts; }
    [[nodiscard]] std::vector<Name> towns_in(const MercatorBox& seen) const;

    struct Piece {
        const place::MeshTile* tile;
        MercatorBox box;
    };
    /// The tiles that `seen` meets, of the coarsest level that errs by less than a unit of the
    /// canvas; `scale` is canvas units per Mercator unit.
    [[nodiscard]] std::vector<Piece> pieces(const MercatorBox& seen, double scale) const;

  private:
    model::BaseMap m_about;
    std::shared_ptr<const place::BaseMesh> m_mesh;
    MercatorBox m_bounds;
    std::vector<MercatorBox> m_district_bounds;
    std::vector<Name> m_districts;
    std::vector<Name> m_towns; ///< by x
};

} // namespace pufa::map
