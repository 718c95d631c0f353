#pragma once
// Which places can help, in the order in which a person should try them. Immutable, made once for a
// list of places, and may be read by several threads. It keeps no reference to the list: answers
// name places by their index in it. A question costs by its answer: properties are bits, hours are
// judged once for all places that share them, and near places are found without far ones.

#include "content/place/hours.h"
#include "content/place/place_set.h"
#include "content/place/point_tree.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pufa::place {

/// What a place must have; what is not set asks for nothing.
struct Query {
    std::optional<model::ItemId> dispute; ///< the place names it as one that it can help with
    std::vector<model::PlaceKind> first;  ///< the order to try kinds in; see Index::find
    std::optional<model::PlaceKind> kind;
    bool open_now = false; ///< asks for nothing if `now` is not known
    bool step_free = false;
    bool overseas = false;
    std::optional<std::string> language; ///< as in model::Place: "yue"
    std::optional<std::string> district; ///< six digits
    std::optional<std::string> town;     ///< nine digits
    std::optional<model::GeoPoint> here; ///< WGS-84
    std::optional<base::LocalTime> now;  ///< none: the clock is not plausible
    std::span<const model::Holiday> holidays;
    size_t most = SIZE_MAX; ///< answers wanted at most; a few cost less than all
};

struct Answer {
    size_t place = 0; ///< index into the list that the index was made from
    HoursState hours;
    std::optional<double> distance_m; ///< from `here`, along the earth
};

struct Near {
    size_t place = 0;
    double distance_m = 0;
};

class Index {
  public:
    /// Positions in another datum are converted. Hours that cannot be parsed are none: the state
    /// of such a place is unknown, the place stays.
    explicit Index(const std::vector<model::Place>& places);

    /// How far apart two places may be for the kind to decide which stands first.
    static constexpr double k_band_m = 1000;

    /// First what is open, then what may be open (state unknown), then what is closed. Within each:
    /// places with a position before places without; by distance in steps of k_band_m; within a
    /// step by the kind's place in `first`, kinds that are not in it last; then by distance.
    /// Without `here`, and among places without position, by kind. What is equal stays in the
    /// list's order.
    [[nodiscard]] std::vector<Answer> find(const Query& query) const;
    /// The same places in the list's order, whatever `most` says: for markers.
    [[nodiscard]] std::vector<size_t> matching(const Query& query) const;
    [[nodiscard]] size_t count(const Query& query) const;

    /// Those with a position nearest to it, nearest first.
    [[nodiscard]] std::vector<Near> near(model::GeoPoint point, size_t most) const;

    /// Null: none, or none that can be parsed. Lives as long as the index.
    [[nodiscard]] const Hours* hours(size_t place) const;
    [[nodiscard]] size_t size() const { return m_hours_of.size(); }

  private:
    using Key = std::map<std::string, PlaceSet, std::less<>>;
    struct Judged;  // the state of each of m_hours
    struct Ranked;  // a place with what decides its order
    struct Ranking; // how a query orders

    [[nodiscard]] Judged judge(const Query& query) const;
    [[nodiscard]] Bits matches(const Query& query, const Judged& judged) const;
    [[nodiscard]] std::optional<std::vector<Ranked>>
    rank_near(const Ranking& ranking, const Bits& matching, size_t most) const;
    [[nodiscard]] std::vector<Ranked> rank_all(const Ranking& ranking, const Bits& matching) const;

    std::vector<std::optional<Hours>> m_hours; ///< each once; the first stands for none
    std::vector<uint32_t> m_hours_of;          ///< place → m_hours
    std::vector<model::PlaceKind> m_kind_of;
    PointTree m_points;
    std::array<PlaceSet, model::k_place_kinds.size()> m_kinds;
    PlaceSet m_step_free, m_overseas;
    Key m_disputes, m_languages, m_districts, m_towns;
};

} // namespace pufa::place
