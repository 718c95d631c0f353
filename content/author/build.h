#pragma once
// An author's folder, read and checked as a whole: what pack::write_pack needs, or every fault.
// The same folder gives the same manifest and so, signed with the same key, the same bytes.

#include "content/author/finding.h"
#include "content/media/link.h"
#include "content/pack/pack.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace pufa::author {

/// Finds out what a film is; by the decoder, or a stand-in in tests.
using Probe = std::function<Result<media::Facts>(const std::filesystem::path& film)>;
[[nodiscard]] Probe decoder_probe();

struct Reading {
    pack::Manifest manifest;                 ///< members are write_pack's to fill
    std::vector<pack::MemberSource> sources; ///< videos/<id>.mp4, posters/<id>.png, …
    Findings findings;                       ///< by file and line

    /// No finding is an error: the pack may be written.
    [[nodiscard]] bool sound() const { return !has_errors(findings); }
};

/// What a folder says is in `findings`; an Error is what kept it from being read: NOT_FOUND,
/// NO_DECODER, errno errors.
[[nodiscard]] Result<Reading> read_folder(const std::filesystem::path& folder, const Probe& probe);

} // namespace pufa::author
