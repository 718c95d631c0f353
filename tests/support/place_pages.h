#pragma once
// The pages that find help, with models in hand: usual, longest, emptiest.

#include "kiosk/map/scene.h"
#include "tests/support/sample_city.h"
#include "tests/support/sample_pages.h"

#include <array>
#include <memory>

namespace pufa::support {

inline FinderModel sample_finder() {
    FinderModel model;
    model.header = sample_header();
    model.dock = sample_dock();
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> disputes{
        {{"邻里纠纷", "楼上漏水、噪音、占道"},
         {"婚姻家庭", "离婚、抚养、分家"},
         {"家庭暴力", "打骂、威胁、不让出门"},
         {"赡养老人", "子女不管、轮流照看"},
         {"继承遗嘱", "立遗嘱、分遗产"},
         {"拖欠工资", "欠薪、加班、辞退"},
         {"工伤", "上班受伤、认定和赔偿"},
         {"借钱不还", "借条、担保、利息"},
         {"消费维权", "假货、退款、预付卡"},
         {"物业小区", "物业费、停车、电梯"},
         {"土地房屋", "宅基地、承包地、边界"},
         {"海外房产", "华侨房产、委托、公证"}}};
    for (size_t i = 0; i < disputes.size(); ++i) {
        DisputeCard card{{"jiangmen/demo/dispute-" + std::to_string(i)},
                         std::string{disputes[i].first},
                         std::string{disputes[i].second},
                         {}};
        if (i % 3 != 2) card.picture.key = "jiangmen/demo:finder-" + std::to_string(i);
        model.disputes.push_back(std::move(card));
    }
    model.places = 226;
    return model;
}

inline FinderModel long_finder() {
    FinderModel model = sample_finder();
    for (auto& dispute : model.disputes) {
        dispute.title = prose(30);
        dispute.note = prose(60);
    }
    model.places = 50000;
    return model;
}

inline PlaceRow sample_row(size_t number) {
    using Open = PlaceRow::Open;
    constexpr std::array<std::string_view, 4> names{
        "白沙街道人民调解委员会（示例）", "环市街道司法所（示例）", "棠下镇人民调解委员会（示例）",
        "蓬江区公共法律服务站（示例）"};
    constexpr std::array<std::string_view, 3> notes{"司法所一楼3号窗 · 普通话、粤语",
                                                    "普通话、粤语 · 无障碍", "普通话、粤语"};
    PlaceRow row;
    row.id = {"jiangmen/demo/place-" + std::to_string(number)};
    row.kind = model::k_place_kinds[number % model::k_place_kinds.size()].first;
    row.name = names[number % names.size()];
    row.note = notes[number % notes.size()];
    row.open = number < 3 ? Open::open : number == 5 ? Open::unknown : Open::closed;
    row.hours = row.open == Open::open     ? "正在服务，至 17:30"
                : row.open == Open::closed ? "已下班，明天 9:00 开门"
                                           : "开放时间请先问 12348";
    if (number != 6) row.distance = "直线约 2.1 公里";
    return row;
}

inline PlacesModel sample_places() {
    PlacesModel model;
    model.header = sample_header();
    model.dock = sample_dock();
    model.asked = "邻里纠纷";
    model.advice = "可以先找人民调解";
    model.fact_words = {"不收任何费用", "30日内可司法确认"};
    model.facts = {{model::in_hans(model.fact_words[0]), sample_citation()},
                   {model::in_hans(model.fact_words[1]), sample_citation()}};
    constexpr std::array<std::string_view, 7> districts{"蓬江区", "江海区", "新会区", "台山市",
                                                        "开平市", "鹤山市", "恩平市"};
    for (size_t i = 0; i < districts.size(); ++i)
        model.districts.push_back({std::to_string(440703 + i), std::string{districts[i]}});
    auto rows = std::make_shared<std::vector<PlaceRow>>();
    for (size_t i = 0; i < 12; ++i)
        rows->push_back(sample_row(i));
    model.rows = rows;
    model.chosen = 0;
    model.card.row = rows->front();
    model.card.kind = "人民调解委员会";
    model.card.week = {{"周一至周五", "8:30–12:00，14:30–17:30"},
                       {"周六", "9:00–12:00"},
                       {"周日和节假日", "休息"}};
    model.card.bring = {"身份证", "能说明事情的材料：照片、记录、发票"};
    model.card.phone = "12348";
    model.card.step_free = true;
    model.card.overseas = true;
    model.card.vcard = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:白沙街道人民调解委员会（示例）\r\n"
                       "TEL:12348\r\nEND:VCARD\r\n";
    model.card.geo = "geo:22.590000,113.070000";
    return model;
}

/// The same beside a map: two districts, and a marker for each row.
inline PlacesModel mapped_places() {
    PlacesModel model = sample_places();
    const auto city = test::sample_city();
    const auto& about = city->base_maps.front();
    std::vector<map::Marker> markers;
    for (size_t row = 0; row < model.rows->size(); ++row) {
        const auto step = static_cast<double>(row);
        markers.push_back({{113.02 + 0.017 * step, 22.55 + 0.011 * step},
                           model.rows->at(row).kind,
                           row,
                           model.rows->at(row).open == PlaceRow::Open::open,
                           static_cast<int>(row) + 1});
    }
    model.scene = std::make_shared<const map::Scene>(
        std::make_shared<const map::BaseMap>(about, city->meshes.at(about.id)), std::move(markers),
        model::GeoPoint{113.1, 22.58});
    return model;
}

inline PlacesModel map_alone() {
    PlacesModel model = mapped_places();
    model.view = PlacesView::map;
    return model;
}

inline PlacesModel with_sheet(PlacesModel model, PlaceSheet sheet) {
    model.sheet = sheet;
    return model;
}

inline PlacesModel long_places() {
    PlacesModel model = sample_places();
    model.asked = prose(20);
    model.advice = prose(40);
    auto rows = std::make_shared<std::vector<PlaceRow>>();
    for (size_t i = 0; i < 40; ++i) {
        auto row = sample_row(i);
        row.name = prose(40);
        row.note = prose(60);
        row.hours = prose(24);
        rows->push_back(std::move(row));
    }
    model.rows = rows;
    model.card.row = rows->front();
    model.card.kind = prose(20);
    model.card.bring.assign(12, prose(40));
    return model;
}

inline PlacesModel no_places() {
    PlacesModel model = sample_places();
    model.asked.clear();
    model.advice.clear();
    model.facts.clear();
    model.fact_words.clear();
    model.filters = {true, true, true, true};
    model.district = "440705";
    model.rows = std::make_shared<std::vector<PlaceRow>>();
    model.chosen.reset();
    return model;
}

inline std::vector<NamedPage> place_pages() {
    return {{"finder", sample_finder(), {}},
            {"finder-long", long_finder(), {}},
            {"places", sample_places(), {}},
            {"places-map", mapped_places(), {}},
            {"places-map-alone", map_alone(), {}},
            {"places-long", long_places(), {}},
            {"places-none", no_places(), {}},
            {"places-card", with_sheet(sample_places(), PlaceSheet::card), {}},
            {"places-card-long", with_sheet(long_places(), PlaceSheet::card), {}},
            {"places-take", with_sheet(sample_places(), PlaceSheet::take_away), {}},
            {"places-districts", with_sheet(sample_places(), PlaceSheet::districts), {}},
            {"places-fact", with_sheet(sample_places(), PlaceSheet::fact), {}}};
}

} // namespace pufa::support
