#pragma once
// One file of an author, read alone: what it says and what is wrong with it, without the folder it
// will lie in. Questions (.csv, .xlsx, .gift, .aiken, .txt), places (.csv with their columns,
// .geojson or .json of Points), maps (.geojson or .json of anything else) and captions (.vtt,
// .srt, .ass, .ssa). Laws are judged if a laws.csv lies beside the file or above it; towns,
// agencies, disputes and what to bring are not. Points are judged as places if one says 类别 or
// 镇街, else as GeoJSON only.

#include "content/author/finding.h"
#include "content/captions/captions.h"
#include "content/model/items.h"

#include "content/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pufa::author {

enum class LoneKind { unknown, questions, places, map, captions };

struct LoneQuestion {
    int line = 0;
    std::string title; ///< that GIFT gives it; may be empty
    model::Question question;
    std::vector<std::optional<double>> weights; ///< of its options, in percent, where GIFT has one
};

struct LonePlace {
    int line = 0;
    std::string id;                    ///< as written; may be empty
    std::string name;                  ///< may be empty
    std::string geometry;              ///< "Point", "Polygon"; "" if there is none
    std::optional<model::GeoPoint> at; ///< as written, of a Point
};

struct LoneFile {
    std::string file; ///< its name, without its folder
    LoneKind kind = LoneKind::unknown;
    std::vector<LoneQuestion> questions; ///< the sound ones
    std::vector<LonePlace> places;
    std::vector<captions::Cue> cues;
    Findings findings; ///< by line

    /// Of questions, places or cues.
    [[nodiscard]] size_t count() const { return questions.size() + places.size() + cues.size(); }
};

/// NOT_FOUND, errno errors. What is wrong in the file is a finding; FILE_KIND_UNKNOWN for a kind
/// that cannot be read alone.
[[nodiscard]] Result<LoneFile> read_lone_file(const std::filesystem::path& path);

} // namespace pufa::author
