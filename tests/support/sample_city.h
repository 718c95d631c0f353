#pragma once
// A small city for the flow: two kinds of dispute, four places, holidays and a base map.

#include "content/place/index.h"
#include "tests/support/sample_snapshot.h"

#include <memory>

namespace pufa::test {

inline model::Place sample_place(const std::string& name, model::PlaceKind kind, double lon,
                                 const std::string& hours) {
    model::Place place;
    place.id = item(name);
    place.kind = kind;
    place.name = model::in_hans("地点 " + name);
    place.name[model::Language::en] = "Place " + name;
    place.town = "440703002";
    place.at = model::GeoPoint{lon, 22.59};
    place.hours = hours;
    place.languages = {"cmn"};
    place.disputes = {item("leak")};
    return place;
}

/// One land area and the edge of one district, in one tile.
inline place::BaseMesh sample_mesh() {
    place::BaseMesh mesh;
    mesh.bounds = {{0.812, 0.434}, {0.816, 0.438}};
    place::MeshTile tile;
    tile.areas.push_back({1, {{0, 0}, {60000, 0}, {0, 60000}}, {0, 1, 2}});
    tile.lines.push_back({place::Stroke::border, {{0, 0}, {60000, 0}, {0, 60000}}});
    mesh.levels.push_back({0, 1, 1, {tile}});
    return mesh;
}

/// "near" is open on working days until 17:30, "far" (Cantonese, step-free) too, "late" only in the
/// evening; "lost" has no position and helps with unpaid wages alone.
inline std::shared_ptr<catalog::Snapshot> sample_city() {
    using K = model::PlaceKind;
    auto snapshot = sample_snapshot();
    snapshot->places = {sample_place("far", K::justice_office, 113.30, "Mo-Fr 08:30-17:30"),
                        sample_place("late", K::mediation, 113.08, "Mo-Fr 19:00-21:00"),
                        sample_place("near", K::mediation, 113.09, "Mo-Fr 08:30-17:30"),
                        sample_place("lost", K::arbitration, 0, "Mo-Fr 08:30-17:30")};
    snapshot->places[0].languages = {"cmn", "yue"};
    snapshot->places[0].step_free = true;
    snapshot->places[0].overseas = true;
    snapshot->places[2].bring = {model::in_hans("身份证")};
    snapshot->places[2].phone = "12348";
    snapshot->places[3].at.reset();
    snapshot->places[3].town = "440704001";
    snapshot->places[3].disputes = {item("wages")};
    model::Dispute leak;
    leak.id = item("leak");
    leak.title = model::in_hans("邻里纠纷");
    leak.advice = model::in_hans("可以先找人民调解");
    leak.first = {K::mediation, K::justice_office};
    leak.bring = {model::in_hans("照片")};
    leak.facts = {{model::in_hans("不收任何费用"), *snapshot->questions[0].citation}};
    model::Dispute wages = leak;
    wages.id = item("wages");
    wages.title = model::in_hans("拖欠工资");
    wages.first = {K::arbitration};
    snapshot->disputes = {leak, wages};
    model::HolidayCalendar holidays;
    holidays.id = item("holidays");
    holidays.days = {{{2027, 1, 1}, {2027, 1, 1}, model::in_hans("元旦"), true}};
    snapshot->holidays = {holidays};
    model::BaseMap map;
    map.id = item("map");
    map.title = model::in_hans("示意图");
    map.approval = "schematic";
    map.mesh = "maps/map.mesh";
    map.districts = {
        {"440703", model::in_hans("蓬江区"), {113.1, 22.6}, {113, 22.5}, {113.2, 22.7}},
        {"440704", model::in_hans("江海区"), {113.2, 22.5}, {113.1, 22.4}, {113.3, 22.6}}};
    snapshot->base_maps = {map};
    snapshot->meshes[map.id] = std::make_shared<const place::BaseMesh>(sample_mesh());
    snapshot->place_index = std::make_shared<const place::Index>(snapshot->places);
    return snapshot;
}

} // namespace pufa::test
