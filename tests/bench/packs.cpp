#include "tests/bench/packs.h"

#include "content/pack/store.h"
#include "kiosk/platform/window.h"
#include "tests/shots/stand_ins.h"
#include "tests/support/fixture_items.h"

#include <fmt/format.h>

#include <vector>

namespace pufa::bench {

namespace {

constexpr int k_films = 6, k_questions = 20, k_quizzes = 2, k_articles = 3;
constexpr int k_poster_width = 1280, k_poster_height = 720;

Result<std::vector<pack::MemberSource>> write_sources(const std::filesystem::path& folder) {
    PUFA_CHECK(base::make_folders(folder / "videos"));
    std::vector<pack::MemberSource> sources;
    for (int i = 0; i < k_films; ++i) {
        const auto film = fmt::format("videos/{}.mp4", i);
        const auto poster = fmt::format("videos/{}.png", i);
        PUFA_CHECK(base::write_file_atomic(folder / film, "a film, as words " + film));
        PUFA_CHECK(platform::write_png(shots::draw_poster(poster, k_poster_width, k_poster_height),
                                       folder / poster));
        sources.push_back({film, folder / film});
        sources.push_back({poster, folder / poster});
    }
    return sources;
}

void add_films(pack::Manifest& manifest) {
    for (int i = 0; i < k_films; ++i) {
        auto video = support::fixture_video();
        video.id = {fmt::format("{}/film{}", manifest.id.value, i)};
        video.media = fmt::format("videos/{}.mp4", i);
        video.poster = fmt::format("videos/{}.png", i);
        manifest.items.emplace_back(std::move(video));
    }
}

void add_quizzes(pack::Manifest& manifest) {
    std::vector<model::Quiz> quizzes(k_quizzes);
    for (int i = 0; i < k_quizzes; ++i) {
        auto& quiz = quizzes[static_cast<size_t>(i)];
        quiz.id = {fmt::format("{}/quiz{}", manifest.id.value, i)};
        quiz.title = model::in_hans("继承小测");
    }
    for (int i = 0; i < k_questions; ++i) {
        auto question = support::fixture_question("", model::QuestionKind::single);
        question.id = {fmt::format("{}/q{}", manifest.id.value, i)};
        quizzes[static_cast<size_t>(i % k_quizzes)].questions.push_back(question.id);
        manifest.items.emplace_back(std::move(question));
    }
    for (auto& quiz : quizzes)
        manifest.items.emplace_back(std::move(quiz));
}

void add_articles(pack::Manifest& manifest) {
    for (int i = 0; i < k_articles; ++i) {
        auto article = support::fixture_article();
        article.id = {fmt::format("{}/guide{}", manifest.id.value, i)};
        manifest.items.emplace_back(std::move(article));
    }
}

pack::Manifest manifest_of(int number) {
    auto manifest = support::fixture_manifest();
    manifest.id = {fmt::format("test-press/pack{}", number)};
    manifest.items.clear();
    add_films(manifest);
    add_quizzes(manifest);
    add_articles(manifest);
    manifest.features_required = pack::features_of(manifest.items);
    return manifest;
}

} // namespace

Result<void> install_packs(const base::StatePaths& paths, const std::filesystem::path& sources,
                           int count) {
    PUFA_CHECK(base::make_folders(paths.root));
    if (count == 0) return {};
    PUFA_TRY(const auto members, write_sources(sources));
    const auto keys = pack::make_key_pair("test-press");
    const pack::Trust trust{{keys.open}};
    PUFA_TRY(const auto lock, pack::StateLock::take(paths));
    PUFA_TRY(auto store, pack::Store::open(paths, lock));
    for (int i = 0; i < count; ++i) {
        const auto file = sources / fmt::format("{}.pufa", i);
        PUFA_CHECK(pack::write_pack(manifest_of(i), members, keys.secret, file, {}));
        PUFA_CHECK(store.install(file, trust, *base::parse_iso(k_bench_day), {}));
    }
    return {};
}

} // namespace pufa::bench
