#pragma once
// places/: where a person can help. Each sheet (.csv) or GeoJSON file of Points has a side file of
// the same name: datum = "WGS-84" (required), agency. Private to this folder.
//
// Columns, in brackets as GeoJSON's properties are called: 编号 (id), 名称 (name), 类别 (kind),
// 镇街 (town: nine digits or a name) are required; 位置 (where), 经度 (lon), 纬度 (lat), 电话
// (phone), 开放时间 (hours, place/hours.h), 语言 (languages), 无障碍 (step_free), 涉侨 (overseas),
// 纠纷 (disputes) and 要带 (bring), both ids of finder.toml, 机构 (agency). Lists are parted by
// ';', translations stand under "名称@en".

#include "content/author/area.h"
#include "content/author/draft.h"
#include "content/author/finder.h"
#include "content/author/towns.h"

#include <vector>

namespace pufa::author {

/// By file name, in the order of each file.
[[nodiscard]] std::vector<model::Place> read_places(Draft& draft, const Finder& finder,
                                                    const Towns& towns, const Area& area);

} // namespace pufa::author
