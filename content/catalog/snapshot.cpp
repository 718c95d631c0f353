#include "content/catalog/snapshot.h"

#include "content/base/file.h"
#include "content/base/log.h"
#include "content/catalog/shelf.h"
#include "content/pack/clock_floor.h"
#include "content/pack/scrub.h"
#include "content/pack/store.h"
#include "content/pack/store_sql.h"
#include "content/place/datum.h"

#include <fcntl.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace pufa::catalog {

namespace {

namespace sql = pack::sql;

void put(Snapshot& snapshot, model::Item&& item) {
    struct Shelver {
        Snapshot& to;
        void operator()(model::Video&& video) const { to.videos.push_back(std::move(video)); }
        void operator()(model::Question&& question) const {
            to.questions.push_back(std::move(question));
        }
        void operator()(model::Quiz&& quiz) const { to.quizzes.push_back(std::move(quiz)); }
        void operator()(model::Campaign&& campaign) const {
            to.campaigns.push_back(std::move(campaign));
        }
        void operator()(model::Article&& article) const {
            to.articles.push_back(std::move(article));
        }
        void operator()(model::Place&& place) const {
            if (place.at) place.at = place::to_wgs84(*place.at, place.datum);
            place.datum = model::Datum::wgs84;
            to.places.push_back(std::move(place));
        }
        void operator()(model::Dispute&& dispute) const {
            to.disputes.push_back(std::move(dispute));
        }
        void operator()(model::HolidayCalendar&& days) const {
            to.holidays.push_back(std::move(days));
        }
        void operator()(model::BaseMap&& map) const { to.base_maps.push_back(std::move(map)); }
        void operator()(model::Poll&& poll) const { to.polls.push_back(std::move(poll)); }
        void operator()(model::Consultation&& consultation) const {
            to.consultations.push_back(std::move(consultation));
        }
        void operator()(model::LawStatus&& status) const {
            to.law_status.push_back(std::move(status));
        }
    };
    std::visit(Shelver{snapshot}, std::move(item));
}

Result<int64_t> read_revision(db::Database& database) {
    PUFA_TRY(auto rows, database.prepare(sql::k_revision));
    PUFA_TRY(const bool row, rows.step());
    return row ? rows.integer(0) : 0;
}

Result<WallTime> read_clock_floor(db::Database& database) {
    PUFA_TRY(auto rows, database.prepare(sql::k_floor));
    PUFA_TRY(const bool row, rows.step());
    return pack::clock_floor(row ? base::parse_iso(rows.text(0)) : std::nullopt);
}

Result<void> read_all(db::Database& database, const base::StatePaths& paths, Snapshot& snapshot) {
    PUFA_TRY(snapshot.revision, read_revision(database));
    PUFA_TRY(snapshot.clock_floor, read_clock_floor(database));
    PUFA_TRY(auto shelves, read_shelves(database, paths));
    for (auto& shelf : shelves) {
        if (shelf.fault) {
            base::log_error("pack {} is left out: {}", shelf.facts.id.value, *shelf.fault);
            continue;
        }
        snapshot.packs.push_back(std::move(shelf.facts));
        for (auto& item : shelf.items)
            put(snapshot, std::move(item));
        for (auto& [key, location] : shelf.members)
            snapshot.members.emplace(std::move(key), std::move(location));
    }
    return {};
}

template <class Items, class Id>
auto find(const Items& items, const Id& id) {
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

const MediaLocation* find_member(const Snapshot& snapshot, const model::ItemId& item,
                                 const std::string& path) {
    const auto found = snapshot.members.find(member_key(item.pack(), path));
    return path.empty() || found == snapshot.members.end() ? nullptr : &found->second;
}

} // namespace

const model::Video* Snapshot::video(const model::ItemId& id) const {
    return find(videos, id);
}

const model::Question* Snapshot::question(const model::ItemId& id) const {
    return find(questions, id);
}

const model::Quiz* Snapshot::quiz(const model::ItemId& id) const {
    return find(quizzes, id);
}

const model::Article* Snapshot::article(const model::ItemId& id) const {
    return find(articles, id);
}

const model::Place* Snapshot::place(const model::ItemId& id) const {
    return find(places, id);
}

const model::Dispute* Snapshot::dispute(const model::ItemId& id) const {
    return find(disputes, id);
}

const PackFacts* Snapshot::pack(const model::PackId& id) const {
    return find(packs, id);
}

const MediaLocation* Snapshot::media(const model::Video& video) const {
    return find_member(*this, video.id, video.media);
}

const MediaLocation* Snapshot::poster(const model::Video& video) const {
    return find_member(*this, video.id, video.poster);
}

const MediaLocation* Snapshot::captions(const model::Video& video,
                                        const model::CaptionFile& file) const {
    return find_member(*this, video.id, file.member);
}

const MediaLocation* Snapshot::mesh(const model::BaseMap& map) const {
    return find_member(*this, map.id, map.mesh);
}

/// Read here, off the UI's way: the first map after the tap is there at once.
static void read_meshes(Snapshot& snapshot) {
    constexpr uint64_t k_largest = 64ull << 20;
    for (const auto& map : snapshot.base_maps) {
        const auto* member = snapshot.mesh(map);
        if (!member || member->length > k_largest) {
            base::log_error("the mesh of {} is missing or too large", map.id.value);
            continue;
        }
        const auto read = [&]() -> Result<place::BaseMesh> {
            PUFA_TRY(const auto file, base::open_file(member->file, O_RDONLY));
            std::vector<std::byte> bytes(member->length);
            PUFA_CHECK(base::read_exact(file.get(), member->offset, bytes, member->file.string()));
            return place::read_base_mesh(bytes, map.id.value);
        };
        if (auto mesh = read())
            snapshot.meshes.emplace(
                map.id, std::make_shared<const place::BaseMesh>(std::move(mesh).value()));
        else
            base::log_error("the mesh of {}: {}", map.id.value, mesh.error().detail);
    }
}

Result<std::shared_ptr<const Snapshot>> load(const base::StatePaths& paths) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->clock_floor = pack::clock_floor(std::nullopt);
    PUFA_TRY(auto database, pack::open_store_for_reading(paths));
    if (database) {
        // One reading transaction, so that all rows are of one revision.
        PUFA_CHECK(database->execute("BEGIN"));
        PUFA_CHECK(read_all(*database, paths, *snapshot));
        PUFA_CHECK(database->execute("COMMIT"));
    }
    snapshot->place_index = std::make_shared<const place::Index>(snapshot->places);
    read_meshes(*snapshot);
    return std::shared_ptr<const Snapshot>{std::move(snapshot)};
}

Result<std::optional<WallTime>> last_scrub(const base::StatePaths& paths) {
    return pack::last_scrub(paths);
}

Result<int64_t> current_revision(const base::StatePaths& paths) {
    PUFA_TRY(auto database, pack::open_store_for_reading(paths));
    if (!database) return 0;
    return read_revision(*database);
}

} // namespace pufa::catalog
