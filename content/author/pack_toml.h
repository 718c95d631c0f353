#pragma once
// pack.toml: what the pack is. Private to this folder.
//
//   id = "publisher/pack"      title            sequence = 1
//   created = 2026-11-23T12:00:00+08:00          required, so that one folder gives the same bytes
//   languages = ["zh-Hans"]    agencies = ["…"]  demo = false
//   not_before, not_after      dates             [laws] checked = 2026-11-23
//   audience = ["青少年"]      of the items that name none; absent: everybody
//   sites = ["pengjiang-*"]    for these machines only (`site` of kiosk.toml); absent: for all
//   [[requires]] pack = "publisher/pack", sequence = 3     builds on that pack
//   [[video]] and [[quiz]]     as in the side files of videos/ and quizzes/, with file = "…"

#include "content/author/toml_reader.h"
#include "content/pack/manifest.h"

namespace pufa::author {

struct PackFacts {
    pack::Manifest manifest;  ///< without members and items
    model::Audience audience; ///< for items that name none
    /// [laws] checked; required once there is a laws.csv.
    std::optional<base::Date> laws_checked;
};

/// Leaves [[video]] and [[quiz]] to their readers.
[[nodiscard]] PackFacts read_pack_toml(TomlReader& toml, Findings& findings);

} // namespace pufa::author
