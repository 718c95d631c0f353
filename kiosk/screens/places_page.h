#pragma once
// The part of page.h that finds help: what happened, then who can help, as a list and on the map.

#include "content/model/places.h"
#include "kiosk/screens/page_parts.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pufa::map {
class Scene;
} // namespace pufa::map

namespace pufa::screens {

struct DisputeCard {
    model::ItemId id;
    std::string title;
    std::string note;
    PictureRef picture;
};

/// 您遇到什么事？
struct FinderModel {
    HeaderModel header;
    DockModel dock;
    std::vector<DisputeCard> disputes;
    int places = 0; ///< in all
};

struct PlaceRow {
    model::ItemId id;
    model::PlaceKind kind = model::PlaceKind::mediation;
    std::string name;
    std::string note; ///< 司法所一楼3号窗 · 普通话、粤语
    enum class Open { open, closed, unknown } open = Open::unknown;
    std::string hours;    ///< 正在服务，至 17:30
    std::string distance; ///< 直线约 2.1 公里; empty: not known
};

/// One place, all that is known of it.
struct PlaceCard {
    PlaceRow row;
    std::string kind; ///< 人民调解委员会
    struct Line {
        std::string label; ///< 周一至周五
        std::string words; ///< 8:30–12:00，14:30–17:30
    };
    std::vector<Line> week;
    std::vector<std::string> bring;
    std::string phone; ///< may be empty
    bool step_free = false;
    bool overseas = false;
    std::string vcard; ///< to be taken away as a QR code
    std::string geo;   ///< the same of the position alone; empty: it has none
};

struct PlaceFilters {
    bool open_now = false;
    bool cantonese = false;
    bool step_free = false;
    bool overseas = false;
    bool operator==(const PlaceFilters&) const = default;
};
enum class PlaceFilter { open_now, cantonese, step_free, overseas };

/// What lies over the page of places.
enum class PlaceSheet { none, card, take_away, districts, fact };
/// List and map beside each other, where there is room for both; else the list, until the visitor
/// asks for the map.
enum class PlacesView { both, list, map };

struct PlacesModel {
    HeaderModel header;
    DockModel dock;
    std::string asked;  ///< the kind of dispute; empty: all places
    std::string advice; ///< 可以先找人民调解; may be empty
    std::vector<model::LegalFact> facts;
    std::vector<std::string> fact_words; ///< of `facts`, in the page's language
    PlaceFilters filters;
    struct DistrictChip {
        std::string code;
        std::string name;
    };
    std::vector<DistrictChip> districts;
    std::string district; ///< chosen; empty: all
    /// Open now first, then near; the same in the list and on the map.
    std::shared_ptr<const std::vector<PlaceRow>> rows;
    std::optional<size_t> chosen;   ///< in `rows`
    PlaceCard card;                 ///< of `chosen`
    std::vector<std::string> bring; ///< for this kind of dispute
    PlacesView view = PlacesView::both;
    PlaceSheet sheet = PlaceSheet::none;
    size_t fact = 0;                         ///< shown by PlaceSheet::fact
    std::shared_ptr<const map::Scene> scene; ///< null: no map, the list alone
};

struct OpenFinder {};
/// Without a kind of dispute: every place.
struct OpenPlaces {
    std::optional<model::ItemId> dispute;
};
struct SetPlaceFilter {
    PlaceFilter filter;
    bool on;
};
struct ChooseDistrict {
    std::string code; ///< empty: all
};
struct ChoosePlace {
    size_t row;
};
struct ShowPlacesAs {
    PlacesView view;
};
struct ShowPlaceSheet {
    PlaceSheet sheet;
    size_t fact = 0;
};

} // namespace pufa::screens
