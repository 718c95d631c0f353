#pragma once
// The active packs as one immutable snapshot. Made off the UI's way, shared by pointer, replaced
// whole; nothing in it changes after it is made.

#include "content/base/paths.h"
#include "content/base/result.h"
#include "content/model/items.h"
#include "content/place/base_mesh.h"
#include "content/place/index.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace pufa::catalog {

/// Where the bytes of a member are: media play in place from the installed pack.
struct MediaLocation {
    std::filesystem::path file;
    uint64_t offset = 0;
    uint64_t length = 0;
    bool operator==(const MediaLocation&) const = default;
};

struct PackFacts {
    model::PackId id;
    model::LocalizedText title;
    int64_t sequence = 0;
    bool demo = false;
};

struct Snapshot {
    int64_t revision = 0; ///< store.db's own counter, raised by every change; 0: nothing installed
    WallTime clock_floor{}; ///< now it cannot be earlier (pack/clock_floor.h)
    std::vector<PackFacts> packs;
    std::vector<model::Video> videos; ///< in the order of their packs and of each pack's author
    std::vector<model::Question> questions;
    std::vector<model::Quiz> quizzes;
    std::vector<model::Campaign> campaigns;
    std::vector<model::Article> articles;
    std::vector<model::Place> places; ///< their positions in WGS-84
    std::vector<model::Dispute> disputes;
    std::vector<model::HolidayCalendar> holidays;
    std::vector<model::BaseMap> base_maps;
    std::vector<model::Poll> polls;
    std::vector<model::Consultation> consultations;
    std::vector<model::LawStatus> law_status; ///< of all packs, whoever published them
    /// Of `places`, in their order; never null in a loaded snapshot.
    std::shared_ptr<const place::Index> place_index;
    /// By the base map's id; a mesh that cannot be read is left out and logged.
    std::map<model::ItemId, std::shared_ptr<const place::BaseMesh>> meshes;
    std::map<std::string, MediaLocation> members; ///< by "publisher/pack:member path"

    [[nodiscard]] const model::Video* video(const model::ItemId& id) const;
    [[nodiscard]] const model::Question* question(const model::ItemId& id) const;
    [[nodiscard]] const model::Quiz* quiz(const model::ItemId& id) const;
    [[nodiscard]] const model::Article* article(const model::ItemId& id) const;
    [[nodiscard]] const model::Place* place(const model::ItemId& id) const;
    [[nodiscard]] const model::Dispute* dispute(const model::ItemId& id) const;
    [[nodiscard]] const PackFacts* pack(const model::PackId& id) const;
    [[nodiscard]] const MediaLocation* media(const model::Video& video) const;
    [[nodiscard]] const MediaLocation* poster(const model::Video& video) const;
    [[nodiscard]] const MediaLocation* captions(const model::Video& video,
                                                const model::CaptionFile& file) const;
    /// The triangles of a base map.
    [[nodiscard]] const MediaLocation* mesh(const model::BaseMap& map) const;
    /// There is nothing that a visitor could open.
    [[nodiscard]] bool empty() const {
        return videos.empty() && quizzes.empty() && articles.empty() && places.empty();
    }
};

/// A missing store.db is an empty snapshot; a damaged one is DAMAGED_DATABASE. A pack whose file is
/// gone or whose rows do not parse is left out and logged.
[[nodiscard]] Result<std::shared_ptr<const Snapshot>> load(const base::StatePaths& paths);
/// When all that is installed was last read through and found as it was, or marked; nothing if
/// never.
[[nodiscard]] Result<std::optional<WallTime>> last_scrub(const base::StatePaths& paths);
/// The revision in store.db now: cheap, for noticing a change. 0 if there is none.
[[nodiscard]] Result<int64_t> current_revision(const base::StatePaths& paths);

} // namespace pufa::catalog
