#include "content/catalog/snapshot.h"

#include "content/base/log.h"
#include "content/db/database.h"
#include "content/pack/clock_floor.h"
#include "content/pack/store.h"
#include "content/place/datum.h"
#include "tests/support/faults.h"
#include "tests/support/fixture_pack.h"
#include "tests/support/sample_city.h"
#include "tests/support/sample_items.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::catalog;
using support::fixture_item;
using support::PackBench;

namespace {

void install(const base::StatePaths& paths, const std::filesystem::path& file,
             const pack::Trust& trust) {
    const auto lock = pack::StateLock::take(paths);
    REQUIRE(lock);
    auto store = pack::Store::open(paths, *lock);
    REQUIRE(store);
    REQUIRE(store->install(file, trust, support::k_fixture_now, {}));
}

/// The fixture under another pack id, so that two packs can be installed.
pack::Manifest second_manifest() {
    auto manifest = support::fixture_manifest();
    manifest.id = {"test-press/second"};
    auto video = support::fixture_video();
    video.id = {"test-press/second/wills"};
    video.title = model::in_hans("第二个");
    manifest.items = {video};
    return manifest;
}

void change(const base::StatePaths& paths, std::string_view sql) {
    auto database = db::Database::open(paths.store_db(), db::Open::read_write);
    REQUIRE(database);
    REQUIRE(database->execute(sql));
}

std::shared_ptr<const Snapshot> must_load(const base::StatePaths& paths) {
    const auto loaded = load(paths);
    if (!loaded) FAIL(loaded.error().detail);
    return *loaded;
}

} // namespace

TEST_CASE("with nothing installed the snapshot is empty and its revision 0") {
    const base::TemporaryFolder folder;
    const base::StatePaths paths{folder.path() / "none"};
    const auto snapshot = must_load(paths);
    CHECK(snapshot->empty());
    CHECK(snapshot->revision == 0);
    CHECK(*current_revision(paths) == 0);
    CHECK_FALSE(std::filesystem::exists(paths.root));
}

TEST_CASE("a snapshot knows before what moment it cannot be") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    CHECK(must_load(paths)->clock_floor == pack::build_time());
    auto manifest = support::fixture_manifest();
    manifest.created = pack::build_time() + std::chrono::days{100};
    install(paths, bench.build(manifest), bench.trust());
    CHECK(must_load(paths)->clock_floor == manifest.created);
}

TEST_CASE("a snapshot holds what was packed, item by item") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    auto manifest = support::fixture_manifest();
    manifest.items.emplace_back(support::fixture_article());
    install(paths, bench.build(manifest), bench.trust());
    const auto snapshot = must_load(paths);
    CHECK(snapshot->revision == 1);
    CHECK(*current_revision(paths) == 1);
    REQUIRE(snapshot->video(fixture_item("wills")));
    CHECK(*snapshot->video(fixture_item("wills")) == std::get<model::Video>(manifest.items[0]));
    REQUIRE(snapshot->question(fixture_item("q2")));
    CHECK(*snapshot->question(fixture_item("q2")) == std::get<model::Question>(manifest.items[2]));
    REQUIRE(snapshot->quiz(fixture_item("quiz")));
    CHECK(snapshot->quiz(fixture_item("quiz"))->questions.size() == 2);
    REQUIRE(snapshot->campaigns.size() == 1);
    CHECK(snapshot->campaigns.front() == std::get<model::Campaign>(manifest.items[4]));
    REQUIRE(snapshot->article(fixture_item("guide")));
    CHECK(*snapshot->article(fixture_item("guide")) == support::fixture_article());
    CHECK_FALSE(snapshot->article(fixture_item("wills")));
    REQUIRE(snapshot->pack(manifest.id));
    CHECK(snapshot->pack(manifest.id)->demo);
    CHECK(snapshot->pack(manifest.id)->title == manifest.title);
    CHECK_FALSE(snapshot->video(fixture_item("q1")));
    CHECK_FALSE(snapshot->question(fixture_item("gone")));
}

TEST_CASE("a pack of nothing but articles is not an empty kiosk") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    auto manifest = support::fixture_manifest();
    manifest.items = {support::fixture_article()};
    install(paths, bench.build(manifest), bench.trust());
    CHECK_FALSE(must_load(paths)->empty());
}

TEST_CASE(
    "the location of a film and of its poster is where their bytes are in the installed file") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    install(paths, bench.build(), bench.trust());
    const auto snapshot = must_load(paths);
    const auto* video = snapshot->video(fixture_item("wills"));
    REQUIRE(video);
    for (const auto& [location, begin] :
         {std::pair{snapshot->media(*video), "the film, as words"},
          std::pair{snapshot->poster(*video), "the poster, as words"}}) {
        REQUIRE(location);
        const auto bytes = *base::read_file(location->file);
        CHECK(bytes.substr(location->offset, location->length).starts_with(begin));
    }
    auto without = *video;
    without.poster.clear();
    CHECK_FALSE(snapshot->poster(without));
}

TEST_CASE("captions are found where their bytes are in the installed file") {
    PackBench bench;
    bench.source("captions/wills.en.vtt", "WEBVTT\n");
    const base::StatePaths paths{bench.folder() / "state"};
    auto manifest = support::fixture_manifest();
    const model::CaptionFile english{model::Language::en, "captions/wills.en.vtt"};
    std::get<model::Video>(manifest.items[0]).captions = {english};
    install(paths, bench.build(manifest), bench.trust());
    const auto snapshot = must_load(paths);
    const auto* video = snapshot->video(fixture_item("wills"));
    REQUIRE(video);
    CHECK(video->captions == std::vector<model::CaptionFile>{english});
    const auto* location = snapshot->captions(*video, english);
    REQUIRE(location);
    CHECK(base::read_file(location->file)->substr(location->offset, location->length) ==
          "WEBVTT\n");
    CHECK_FALSE(snapshot->captions(*video, {model::Language::en, "captions/gone.vtt"}));
}

TEST_CASE("packs stand in the order of their first installation, whatever is updated later") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    install(paths, bench.build(), bench.trust());
    install(paths, bench.build(second_manifest()), bench.trust());
    install(paths, bench.build(2), bench.trust());
    const auto snapshot = must_load(paths);
    CHECK(snapshot->revision == 3);
    REQUIRE(snapshot->packs.size() == 2);
    CHECK(snapshot->packs[0].sequence == 2);
    REQUIRE(snapshot->videos.size() == 2);
    CHECK(snapshot->videos[0].id == fixture_item("wills"));
    CHECK(snapshot->videos[1].id.value == "test-press/second/wills");
    CHECK(snapshot->media(snapshot->videos[1])->file != snapshot->media(snapshot->videos[0])->file);
}

TEST_CASE("a pack whose file is gone or cut short is left out and logged, the others are shown") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    install(paths, bench.build(), bench.trust());
    install(paths, bench.build(second_manifest()), bench.trust());
    const auto file = paths.packs() / "test-press" / "second" / "1.pufa";
    support::truncate_to(file, 100);
    (void)base::take_logged_warnings();
    CHECK(must_load(paths)->packs.size() == 1);
    CHECK(base::take_logged_warnings().size() == 1);
    std::filesystem::remove(file);
    const auto snapshot = must_load(paths);
    CHECK(snapshot->packs.size() == 1);
    CHECK(snapshot->videos.size() == 1);
    CHECK(snapshot->quizzes.size() == 1);
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("a pack whose rows do not parse is left out whole and logged") {
    const PackBench bench;
    for (const std::string fault :
         {"UPDATE item SET body = '[[' WHERE place = 1",
          "UPDATE item SET body = json_remove(body, '$.stem') WHERE place = 1",
          "UPDATE item SET id = 'test-press/fixture/other' WHERE place = 1",
          "UPDATE member SET offset = 99999999", "UPDATE member SET size = -1",
          "UPDATE version SET title = 'x'"}) {
        INFO(fault);
        const base::StatePaths paths{bench.folder() /
                                     std::to_string(std::hash<std::string>{}(fault))};
        install(paths, bench.build(), bench.trust());
        install(paths, bench.build(second_manifest()), bench.trust());
        change(paths, fault + (fault.find("WHERE") == std::string::npos ? " WHERE " : " AND ") +
                          "pack = 'test-press/fixture'");
        (void)base::take_logged_warnings();
        const auto snapshot = must_load(paths);
        CHECK(base::take_logged_warnings().size() == 1);
        REQUIRE(snapshot->packs.size() == 1);
        CHECK(snapshot->packs.front().id.value == "test-press/second");
        CHECK(snapshot->questions.empty());
        CHECK(snapshot->members.size() == 2);
    }
}

TEST_CASE("a damaged store.db is DAMAGED_DATABASE") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    install(paths, bench.build(), bench.trust());
    support::flip_bit(paths.store_db(), 3);
    const auto damaged = load(paths);
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == Code::DAMAGED_DATABASE);
    CHECK(current_revision(paths).error().code == Code::DAMAGED_DATABASE);
}

TEST_CASE("a snapshot does not change when the store does") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    install(paths, bench.build(), bench.trust());
    const auto before = must_load(paths);
    install(paths, bench.build(2), bench.trust());
    CHECK(before->packs.front().sequence == 1);
    CHECK(*current_revision(paths) == 2);
    // The film that is playing goes on: the previous file stays.
    CHECK(std::filesystem::exists(before->media(before->videos.front())->file));
}

TEST_CASE("a reader takes no lock from a writer") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    install(paths, bench.build(), bench.trust());
    const auto lock = pack::StateLock::take(paths);
    REQUIRE(lock);
    CHECK(must_load(paths)->packs.size() == 1);
}

namespace {

/// The fixture with a place in GCJ-02 that helps with a kind of dispute, on a map of `mesh`.
std::shared_ptr<const Snapshot> loaded_city(std::string_view mesh) {
    PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    bench.source("maps/map.mesh", mesh);
    auto manifest = support::fixture_manifest();
    auto dispute = test::full_dispute();
    dispute.id = fixture_item("leak");
    dispute.picture.clear();
    auto place = test::full_place();
    place.id = fixture_item("place");
    place.disputes = {dispute.id};
    auto map = test::full_base_map();
    map.id = fixture_item("map");
    map.datum = place.datum;
    manifest.items.emplace_back(dispute);
    manifest.items.emplace_back(place);
    manifest.items.emplace_back(map);
    manifest.features_required = pack::features_of(manifest.items);
    install(paths, bench.build(manifest), bench.trust());
    return must_load(paths);
}

} // namespace

TEST_CASE("places come in WGS-84 with their index, and the map with its triangles") {
    const auto snapshot = loaded_city(place::write_base_mesh(test::sample_mesh()));
    REQUIRE(snapshot->places.size() == 1);
    const auto& there = snapshot->places.front();
    CHECK(there.datum == model::Datum::wgs84);
    const auto authored = test::full_place();
    CHECK(place::distance_m(*there.at, place::to_wgs84(*authored.at, authored.datum)) < 0.1);
    CHECK(place::distance_m(*there.at, *authored.at) > 300);
    REQUIRE(snapshot->place_index);
    place::Query query;
    query.dispute = fixture_item("leak");
    CHECK(snapshot->place_index->count(query) == 1);
    REQUIRE(snapshot->dispute(fixture_item("leak")));
    REQUIRE(snapshot->meshes.contains(fixture_item("map")));
    CHECK(*snapshot->meshes.at(fixture_item("map")) == test::sample_mesh());
}

TEST_CASE("a map whose triangles are damaged is left out, its places stay") {
    auto bytes = place::write_base_mesh(test::sample_mesh());
    bytes.resize(bytes.size() / 2);
    const auto snapshot = loaded_city(bytes);
    CHECK(snapshot->places.size() == 1);
    CHECK(snapshot->base_maps.size() == 1);
    CHECK(snapshot->meshes.empty());
}
