// A kiosk with very many items: its packs are made and installed by the real writer and store.

#include "content/catalog/snapshot.h"
#include "content/pack/store.h"
#include "tests/bench/kiosk_bench.h"
#include "tests/bench/pack_bench.h"
#include "tests/bench/packs.h"
#include "tests/support/fixture_items.h"

#include <fmt/format.h>

#include <array>

namespace pufa::bench {

namespace {

constexpr int k_films_of_100 = 5;
constexpr int k_rounds = 5;

pack::Manifest manifest_of(int number, int items) {
    auto manifest = support::fixture_manifest();
    manifest.id = {fmt::format("test-press/many{}", number)};
    manifest.items.clear();
    model::Quiz quiz;
    quiz.id = {fmt::format("{}/quiz", manifest.id.value)};
    quiz.title = model::in_hans("继承小测");
    for (int i = 0; i + 1 < items; ++i) {
        if (i % 100 < k_films_of_100) {
            auto video = support::fixture_video();
            video.id = {fmt::format("{}/film{}", manifest.id.value, i)};
            manifest.items.emplace_back(std::move(video));
            continue;
        }
        auto question = support::fixture_question("", model::QuestionKind::single);
        question.id = {fmt::format("{}/q{}", manifest.id.value, i)};
        quiz.questions.push_back(question.id);
        manifest.items.emplace_back(std::move(question));
    }
    manifest.items.emplace_back(std::move(quiz));
    return manifest;
}

Result<void> install_many(const base::StatePaths& paths, const std::filesystem::path& folder,
                          int packs, int items) {
    PUFA_CHECK(base::make_folders(paths.root));
    // Where the kiosk of the bench looks for it.
    PUFA_CHECK(base::write_file_atomic(folder / "kiosk.toml", ""));
    if (packs == 0) return {};
    const auto keys = pack::make_key_pair("test-press");
    const pack::Trust trust{{keys.open}};
    PUFA_TRY(const auto lock, pack::StateLock::take(paths));
    PUFA_TRY(auto store, pack::Store::open(paths, lock));
    const auto file = folder / "one.pufa";
    for (int i = 0; i < packs; ++i) {
        PUFA_CHECK(pack::write_pack(manifest_of(i, items),
                                    {{"videos/wills.mp4", "-", "a film, as words"},
                                     {"videos/wills.png", "-", "a poster, as words"}},
                                    keys.secret, file, {}));
        PUFA_CHECK(store.install(file, trust, *base::parse_iso(k_bench_day), {}));
    }
    return {};
}

} // namespace

Result<void> measure_many(const PackBenchPlace& place, int packs, int items,
                          std::vector<Row>& rows) {
    struct Kiosk {
        std::string name;
        int packs;
        std::filesystem::path state{};
        std::vector<double> start{}, load{};
        double memory_mib = 0;
    };
    std::array kiosks{Kiosk{"kiosk without a pack", 0},
                      Kiosk{fmt::format("kiosk with one pack of {} items", items), 1},
                      Kiosk{fmt::format("kiosk with {} packs of {} items", packs, items), packs}};
    for (auto& kiosk : kiosks) {
        kiosk.state = place.folder / fmt::format("kiosk{}", kiosk.packs);
        PUFA_CHECK(install_many({kiosk.state}, place.folder, kiosk.packs, items));
    }
    for (int round = 0; round < k_rounds; ++round)
        for (auto& kiosk : kiosks) {
            PUFA_TRY(const auto started, time_start({"kiosk", kiosk.state.string()}));
            kiosk.start.push_back(started.milliseconds);
            kiosk.memory_mib = std::max(kiosk.memory_mib, started.peak_mib);
            const auto began = base::steady_now();
            PUFA_CHECK(catalog::load({kiosk.state}));
            kiosk.load.push_back(
                std::chrono::duration<double, std::milli>(base::steady_now() - began).count());
        }
    for (const auto& kiosk : kiosks) {
        const auto* who = kiosk.packs == 0 ? "floor" : "ours";
        rows.push_back(
            {kiosk.name, who, "start to first picture, median", quantile(kiosk.start, 0.5), "ms"});
        rows.push_back(
            {kiosk.name, who, "loading the catalogue, median", quantile(kiosk.load, 0.5), "ms"});
        rows.push_back({kiosk.name, who, "memory, most", kiosk.memory_mib, "MiB"});
    }
    return {};
}

} // namespace pufa::bench
