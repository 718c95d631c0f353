#pragma once
// An author's folder, read and checked as a whole: what pack::write_pack needs, or every fault.
// The same folder gives the same manifest and so, signed with the same key, the same bytes.

#include "content/author/finding.h"
#include "content/media/study.h"
#include "content/pack/pack.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace pufa::author {

class Glyphs;

/// Finds out what a film is; by the decoder, or a stand-in in tests.
using Probe = std::function<Result<media::Facts>(const std::filesystem::path& film)>;
[[nodiscard]] Probe decoder_probe();
/// Reads a film from end to end.
using Study = std::function<Result<media::FilmStudy>(const std::filesystem::path& film,
                                                     const media::StudyProgress& progress)>;
/// One picture of a film, scaled down to `side` at most.
using Picture =
    std::function<Result<media::Still>(const std::filesystem::path& film, Micros at, int side)>;

/// How films are looked at.
struct Looks {
    Probe probe;     ///< used without a study
    Study study;     ///< empty: a quick look, so no loudness, small pictures or advice
    Picture picture; ///< of posters that nobody made; may be empty
};
[[nodiscard]] Looks decoder_looks();

/// The film that is being looked at.
struct FilmProgress {
    std::string film;  ///< its file in the folder
    size_t number = 0; ///< from 1
    size_t count = 0;
    int percent = 0;
};

struct ReadOptions {
    Looks looks;
    std::function<void(const FilmProgress&)> progress; ///< may be empty
    /// What is said about the pack as a whole; nothing without.
    const Glyphs* glyphs = nullptr;        ///< what the kiosk can draw
    std::optional<WallTime> now;           ///< VALID_UNTIL_PAST
    std::vector<model::LawStatus> changed; ///< ARTICLE_CHANGED, besides the folder's own list
};

struct Reading {
    pack::Manifest manifest;                 ///< members are write_pack's to fill
    std::vector<pack::MemberSource> sources; ///< videos/<id>.mp4, posters/<id>.png, …
    Findings findings;                       ///< by file and line

    /// No finding is an error: the pack may be written.
    [[nodiscard]] bool sound() const { return !has_errors(findings); }
};

/// What a folder says is in `findings`; an Error is what kept it from being read: NOT_FOUND,
/// NO_DECODER, errno errors.
[[nodiscard]] Result<Reading> read_folder(const std::filesystem::path& folder,
                                          const ReadOptions& options);
/// With a quick look at films.
[[nodiscard]] Result<Reading> read_folder(const std::filesystem::path& folder, const Probe& probe);

} // namespace pufa::author
