#pragma once
// The small author's folder with what a city's packs hold: two kinds of dispute, holidays, a map of
// one district with two towns, two places and a third in GeoJSON, a poll, a consultation. Tests
// break it one place at a time.

#include "tests/support/author_folder.h"

namespace pufa::support {

inline constexpr std::string_view k_city_finder = R"~([[dispute]]
id = "wills-dispute"
title = { zh-Hans = "遗嘱", en = "Wills" }
note = "怎样立"
advice = "可以先找人民调解"
picture = "finder/wills.png"
icon = "home"
first = ["mediation", "公证"]
facts = ["change"]
bring = ["card", "will"]
words = ["遗嘱", "继承"]
[[dispute]]
id = "noise"
title = "噪音"
first = ["mediation"]
[[fact]]
id = "change"
text = "遗嘱可以变更"
law = "《民法典》第一千一百四十二条"
[[bring]]
id = "card"
text = { zh-Hans = "身份证", en = "Identity card" }
[[bring]]
id = "will"
text = "遗嘱"
)~";
inline constexpr std::string_view k_city_holidays = R"~([[holiday]]
from = 2027-01-01
to = 2027-01-03
title = { zh-Hans = "元旦", en = "New Year" }
closed = true
[[holiday]]
from = 2027-01-09
to = 2027-01-09
title = "调休上班"
closed = false
)~";
inline constexpr std::string_view k_city_poll = R"~(id = "next-lecture"
title = { zh-Hans = "您最想听哪一讲？", en = "Which lecture next?" }
from = 2026-11-01
to = 2026-12-31
[[option]]
id = "wills"
text = { zh-Hans = "遗嘱", en = "Wills" }
[[option]]
text = "劳动"
)~";
inline constexpr std::string_view k_city_consultation = R"~(id = "draft-rule"
title = "征求意见"
summary = "一份示例草案"
from = 2026-11-01
to = 2026-12-31
[[question]]
id = "agree"
text = "您赞成吗？"
options = [{ zh-Hans = "赞成", en = "Yes" }, "不赞成"]
)~";

inline constexpr std::string_view k_city_map_toml = R"~(id = "map"
title = "示意图"
datum = "WGS-84"
approval = "schematic"
)~";
inline constexpr std::string_view k_city_map = R"~({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"kind": "district", "code": "440703", "name": "蓬江区", "name_en": "Pengjiang", "label": [113.05, 22.65]},
 "geometry": {"type": "Polygon", "coordinates": [[[113, 22.5], [113.2, 22.5], [113.2, 22.8], [113, 22.8], [113, 22.5]]]}},
{"type": "Feature", "properties": {"kind": "land"},
 "geometry": {"type": "Polygon", "coordinates": [[[112.9, 22.4], [113.3, 22.4], [113.3, 22.9], [112.9, 22.9], [112.9, 22.4]]]}},
{"type": "Feature", "properties": {"kind": "river"},
 "geometry": {"type": "LineString", "coordinates": [[113, 22.6], [113.1, 22.62]]}},
{"type": "Feature", "properties": {"kind": "town", "code": "440703002", "name": "白沙街道", "name_en": "Baisha"},
 "geometry": {"type": "Point", "coordinates": [113.07, 22.59]}},
{"type": "Feature", "properties": {"kind": "town", "code": "440703005", "name": "潮连街道", "name_hant": "潮連街道"},
 "geometry": {"type": "Point", "coordinates": [113.11, 22.63]}}
]}
)~";
inline constexpr std::string_view k_city_places_toml = "datum = \"WGS-84\"\n";
inline constexpr std::string_view k_city_places_header =
    "编号,名称,名称@en,类别,镇街,位置,经度,纬度,电话,开放时间,语言,无障碍,涉侨,纠纷,要带\n";
inline constexpr std::string_view k_city_places =
    "office,白沙司法所,Baisha Justice Office,司法所,白沙街道,一楼,113.0712,22.5901,12348,"
    "\"Mo-Fr 08:30-12:00,14:30-17:30; PH off\",普通话;粤语,是,否,wills-dispute;noise,card\n"
    "notary,潮连公证处,,公证,440703005,,,,,,,,是,wills-dispute,card;will\n";
inline constexpr std::string_view k_city_sites =
    R"~({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": "park", "name": "宪法公园", "name@en": "Park", "kind": "legal_site", "town": 440703005, "hours": "24/7", "languages": ["cmn", "yue"], "step_free": true},
 "geometry": {"type": "Point", "coordinates": [113.112, 22.6232, 4]}}
]}
)~";

class CityFolder : public AuthorFolder {
  public:
    CityFolder() {
        write("finder.toml", k_city_finder);
        write("finder/wills.png", std::string{k_png_head} + "drawn");
        write("holidays.toml", k_city_holidays);
        write("maps/示意.toml", k_city_map_toml);
        write("maps/示意.geojson", k_city_map);
        write("places/市区.toml", k_city_places_toml);
        places(k_city_places);
        write("places/阵地.toml", k_city_places_toml);
        write("places/阵地.geojson", k_city_sites);
        write("polls/下一讲.toml", k_city_poll);
        write("consultations/草案.toml", k_city_consultation);
    }
    /// The sheet of places with these rows.
    void places(std::string_view rows) const {
        write("places/市区.csv", std::string{k_city_places_header} + std::string{rows});
    }
    /// The first cell of the first place that reads `from` becomes `to`.
    void place_cell(std::string_view from, std::string_view to) const {
        change("places/市区.csv", "," + std::string{from} + ",", "," + std::string{to} + ",");
    }
};

} // namespace pufa::support
