#pragma once
// What a pack holds about places where a person can help, as plain structs.

#include "content/base/clock.h"
#include "content/model/citation.h"
#include "content/model/ids.h"
#include "content/model/text.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::model {

/// What the numbers of a position refer to. GCJ-02 and BD-09 are the shifted ones of Chinese maps.
enum class Datum { wgs84, gcj02, bd09 };
inline constexpr std::array<std::pair<Datum, std::string_view>, 3> k_datums{
    {{Datum::wgs84, "WGS-84"}, {Datum::gcj02, "GCJ-02"}, {Datum::bd09, "BD-09"}}};

/// Degrees, in the datum that stands beside it.
struct GeoPoint {
    double lon = 0;
    double lat = 0;
    bool operator==(const GeoPoint&) const = default;
};

enum class PlaceKind {
    mediation,           ///< 人民调解委员会
    justice_office,      ///< 司法所
    service_station,     ///< 公共法律服务站
    legal_aid,           ///< 法律援助
    notary,              ///< 公证
    arbitration,         ///< 仲裁
    overseas_mediation,  ///< 涉侨调解室
    legislative_contact, ///< 立法联系点
    legal_site,          ///< 法治阵地
};
inline constexpr std::array<std::pair<PlaceKind, std::string_view>, 9> k_place_kinds{
    {{PlaceKind::mediation, "mediation"},
     {PlaceKind::justice_office, "justice_office"},
     {PlaceKind::service_station, "service_station"},
     {PlaceKind::legal_aid, "legal_aid"},
     {PlaceKind::notary, "notary"},
     {PlaceKind::arbitration, "arbitration"},
     {PlaceKind::overseas_mediation, "overseas_mediation"},
     {PlaceKind::legislative_contact, "legislative_contact"},
     {PlaceKind::legal_site, "legal_site"}}};

/// A place that can help. Not a person: what it says of itself is public.
struct Place {
    ItemId id;
    PlaceKind kind = PlaceKind::mediation;
    LocalizedText name;
    LocalizedText where;        ///< 司法所一楼3号窗; may be empty
    std::string town;           ///< nine digits of the National Bureau of Statistics; the
                                ///< first six are the district
    std::optional<GeoPoint> at; ///< none: it stands in the list, not on the map
    Datum datum = Datum::wgs84; ///< of `at`
    std::string phone;          ///< may be empty
    std::string hours;          ///< OSM opening_hours, the subset of place/hours.h; or empty
    /// Spoken there: "cmn", "yue", "en", … (ISO 639-3 or -1; "yue-x-taishan" where that has none).
    std::vector<std::string> languages;
    bool step_free = false;
    bool overseas = false;            ///< serves people with family or property abroad (涉侨)
    std::vector<ItemId> disputes;     ///< that it can help with; of the same pack
    std::vector<LocalizedText> bring; ///< what to bring, one thing each
    std::string agency;
    std::string initials{};                ///< of the name's pinyin; may be empty
    std::optional<WallTime> valid_until{}; ///< from this moment on it is not shown
    bool operator==(const Place&) const = default;

    [[nodiscard]] std::string_view district() const { return std::string_view{town}.substr(0, 6); }
};

/// What the law promises whoever comes (不收任何费用), and where it says so.
struct LegalFact {
    LocalizedText text;
    Citation citation;
    bool operator==(const LegalFact&) const = default;
};

/// 您遇到什么事？ One kind of it.
struct Dispute {
    ItemId id;
    LocalizedText title; ///< 楼上漏水、噪音
    LocalizedText note;
    LocalizedText advice;         ///< 可以先找人民调解
    std::string picture;          ///< member path; may be empty
    std::vector<PlaceKind> first; ///< kinds of place in the order to try them; not empty
    std::vector<LegalFact> facts;
    std::vector<LocalizedText> bring;
    std::vector<std::string> words; ///< what people call it
    std::string initials{};
    std::optional<WallTime> valid_until{};
    bool operator==(const Dispute&) const = default;
};

struct Holiday {
    base::Date from;
    base::Date to; ///< inclusive
    LocalizedText title;
    bool closed = true; ///< false: a weekend day on which offices work
    bool operator==(const Holiday&) const = default;
};
struct HolidayCalendar {
    ItemId id;
    std::vector<Holiday> days;
    bool operator==(const HolidayCalendar&) const = default;
};

struct District {
    std::string code; ///< six digits
    LocalizedText name;
    GeoPoint label; ///< where its name stands
    GeoPoint least; ///< south-west corner of its bounds
    GeoPoint most;  ///< north-east corner
    bool operator==(const District&) const = default;
};
struct Town {
    std::string code; ///< nine digits, the first six being the district's
    LocalizedText name;
    GeoPoint label;
    bool operator==(const Town&) const = default;
};

/// What the places stand on: districts, coast and rivers, drawn from a member of triangles.
struct BaseMap {
    ItemId id;
    LocalizedText title;
    Datum datum = Datum::wgs84; ///< of all positions here; the mesh is always WGS-84
    /// 审图号 (the approval number of a map), or "schematic": then every frame says that it is one.
    std::string approval;
    std::string mesh; ///< member path, format in place/base_mesh.h
    std::vector<District> districts;
    std::vector<Town> towns;
    bool operator==(const BaseMap&) const = default;
};

} // namespace pufa::model
