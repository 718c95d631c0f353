#include "content/pack/archive.h"
#include "content/pack/manifest.h"
#include "tests/support/fixture_pack.h"
#include "tests/support/sample_items.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>

using namespace pufa;
using namespace pufa::pack;

namespace {

constexpr size_t k_video = 0;
constexpr size_t k_single = 1;
constexpr size_t k_true_false = 2;
constexpr size_t k_quiz = 3;
constexpr size_t k_campaign = 4;

Manifest sound() {
    auto manifest = support::fixture_manifest();
    manifest.members = {{"videos/wills.mp4", 123, 0x0badcafe, std::string(64, 'a')},
                        {"videos/wills.png", 7, 0, std::string(64, '0')}};
    return manifest;
}

template <class T>
T& item(Manifest& manifest, size_t place) {
    return std::get<T>(manifest.items[place]);
}

/// The codes that are found after one change.
std::vector<Code> found_after(const std::function<void(Manifest&)>& change) {
    auto manifest = sound();
    change(manifest);
    std::vector<Code> codes;
    for (const auto& error : check_manifest(manifest, "pack")) {
        CHECK(error.where == "pack");
        CHECK_FALSE(error.detail.empty());
        codes.push_back(error.code);
    }
    return codes;
}

using Codes = std::vector<Code>;

} // namespace

TEST_CASE("the fixture breaks no rule") {
    CHECK(check_manifest(sound(), "pack").empty());
}

TEST_CASE("an id outside of the pack, or one that stands twice, is BAD_MANIFEST") {
    CHECK(found_after([](auto& m) { m.id = {"test-press/other"}; }).size() ==
          support::fixture_manifest().items.size());
    CHECK(found_after([](auto& m) {
              item<model::Campaign>(m, k_campaign).id = {"other/fixture/constitution-day"};
          }) == Codes{Code::BAD_MANIFEST});
    CHECK(found_after([](auto& m) { m.items.push_back(m.items[k_video]); }) ==
          Codes{Code::BAD_MANIFEST});
    CHECK(found_after([](auto& m) {
              // Ids are one space, whatever the kind.
              item<model::Campaign>(m, k_campaign).id = support::fixture_item("quiz");
          }) == Codes{Code::BAD_MANIFEST});
}

TEST_CASE("a reference to what is not in the pack is DANGLING_REFERENCE") {
    const Codes dangling{Code::DANGLING_REFERENCE};
    CHECK(found_after([](auto& m) { item<model::Video>(m, k_video).media = "videos/gone.mp4"; }) ==
          dangling);
    CHECK(found_after([](auto& m) { item<model::Video>(m, k_video).media.clear(); }) == dangling);
    CHECK(found_after([](auto& m) { item<model::Video>(m, k_video).poster = "gone.png"; }) ==
          dangling);
    CHECK(found_after([](auto& m) { item<model::Video>(m, k_video).poster.clear(); }).empty());
    CHECK(found_after([](auto& m) {
              item<model::Quiz>(m, k_quiz).questions.push_back(support::fixture_item("gone"));
          }) == dangling);
    CHECK(found_after([](auto& m) {
              item<model::Quiz>(m, k_quiz).questions.push_back(support::fixture_item("wills"));
          }) == dangling);
    CHECK(found_after([](auto& m) {
              item<model::Campaign>(m, k_campaign).items.push_back(support::fixture_item("gone"));
          }) == dangling);
    CHECK(found_after([](auto& m) {
              item<model::Video>(m, k_video).quiz = support::fixture_item("gone");
          }) == dangling);
    CHECK(found_after([](auto& m) { m.members.clear(); }) ==
          Codes{Code::DANGLING_REFERENCE, Code::DANGLING_REFERENCE});
}

TEST_CASE("what a campaign or a video names in another pack need not be there") {
    CHECK(found_after([](auto& m) {
              item<model::Campaign>(m, k_campaign).items.push_back({"test-press/other/film"});
              item<model::Video>(m, k_video).quiz = model::ItemId{"test-press/other/quiz"};
          }).empty());
}

TEST_CASE("a place helps with disputes of its pack, and a pack has one datum") {
    const auto with = [](auto change) {
        return found_after([&](auto& m) {
            auto place = test::full_place();
            place.id = support::fixture_item("place");
            place.disputes.clear();
            auto map = test::full_base_map();
            map.id = support::fixture_item("map");
            map.mesh = "videos/wills.png"; // any member does here
            map.datum = place.datum;
            change(m, place, map);
            m.items.emplace_back(place);
            m.items.emplace_back(map);
        });
    };
    CHECK(with([](auto&, auto&, auto&) {}).empty());
    CHECK(with([](auto&, auto& place, auto&) {
              place.disputes = {support::fixture_item("quiz")};
          }) == Codes{Code::DANGLING_REFERENCE});
    CHECK(with([](auto&, auto& place, auto&) { place.disputes = {{"test-press/other/leak"}}; }) ==
          Codes{Code::DANGLING_REFERENCE});
    CHECK(with([](auto&, auto&, auto& map) { map.datum = model::Datum::bd09; }) ==
          Codes{Code::MIXED_DATUM});
    CHECK(with([](auto&, auto&, auto& map) { map.approval.clear(); }) ==
          Codes{Code::MAP_WITHOUT_APPROVAL});
    CHECK(with([](auto&, auto&, auto& map) { map.mesh = "gone.mesh"; }) ==
          Codes{Code::DANGLING_REFERENCE});
}

TEST_CASE("captions are members of the pack, one a language") {
    using model::Language;
    const auto with = [](std::vector<model::CaptionFile> captions) {
        return found_after([&](auto& m) { item<model::Video>(m, k_video).captions = captions; });
    };
    // Any member does: what is in it the kiosk finds out.
    CHECK(with({{Language::zh_hans, "videos/wills.png"}, {Language::en, "videos/wills.png"}})
              .empty());
    CHECK(with({{Language::en, "gone.vtt"}}) == Codes{Code::DANGLING_REFERENCE});
    CHECK(with({{Language::en, "videos/wills.png"}, {Language::en, "videos/wills.png"}}) ==
          Codes{Code::BAD_MANIFEST});
}

TEST_CASE("a question's picture is a member of the pack and is put into words") {
    const auto with = [](const std::string& member, const std::string& words) {
        return found_after([&](auto& m) {
            auto& question = item<model::Question>(m, k_single);
            question.picture = member;
            question.picture_words = model::in_hans(words);
        });
    };
    CHECK(with("videos/wills.png", "一张图").empty());
    CHECK(with("gone.png", "一张图") == Codes{Code::DANGLING_REFERENCE});
    CHECK(with("videos/wills.png", "") == Codes{Code::BAD_MANIFEST});
}

TEST_CASE("an article has words, and a campaign may hold it") {
    CHECK(found_after([](auto& m) {
              m.items.emplace_back(support::fixture_article());
              item<model::Campaign>(m, k_campaign).items.push_back(support::fixture_item("guide"));
          }).empty());
    CHECK(found_after([](auto& m) {
              auto article = support::fixture_article();
              article.markdown = {};
              m.items.emplace_back(article);
          }) == Codes{Code::BAD_MANIFEST});
}

TEST_CASE("an AI-generated video without reviewer and date is AI_MARK_MISSING") {
    const auto mark = [](bool reviewer, bool date) {
        return found_after([&](auto& m) {
            auto& video = item<model::Video>(m, k_video);
            video.ai_generated = true;
            if (reviewer) video.reviewed_by = "张审核";
            if (date) video.reviewed_on = base::Date{2026, 11, 1};
        });
    };
    CHECK(mark(true, true).empty());
    CHECK(mark(false, true) == Codes{Code::AI_MARK_MISSING});
    CHECK(mark(true, false) == Codes{Code::AI_MARK_MISSING});
    CHECK(mark(false, false) == Codes{Code::AI_MARK_MISSING});
}

TEST_CASE("single and true-false have one right answer, multiple has at least one") {
    const auto with = [](size_t place, model::QuestionKind kind, bool first, bool second) {
        return found_after([&](auto& m) {
            auto& question = item<model::Question>(m, place);
            question.kind = kind;
            question.options[0].right = first;
            question.options[1].right = second;
        });
    };
    const Codes bad{Code::BAD_MANIFEST};
    for (const auto kind : {model::QuestionKind::single, model::QuestionKind::true_false}) {
        CHECK(with(k_single, kind, true, true) == bad);
        CHECK(with(k_single, kind, false, false) == bad);
        CHECK(with(k_single, kind, false, true).empty());
    }
    CHECK(with(k_single, model::QuestionKind::multiple, true, true).empty());
    CHECK(with(k_single, model::QuestionKind::multiple, false, false) == bad);
    CHECK(found_after([](auto& m) {
              auto& question = item<model::Question>(m, k_true_false);
              question.options.push_back(question.options[1]);
          }) == bad);
}

TEST_CASE("a quiz without questions is BAD_MANIFEST") {
    CHECK(found_after([](auto& m) { item<model::Quiz>(m, k_quiz).questions.clear(); }) ==
          Codes{Code::BAD_MANIFEST});
}

TEST_CASE("member paths are valid, sorted, unique and not those of the head") {
    const auto with = [](std::vector<std::string> paths) {
        return found_after([&](auto& m) {
            for (const auto& path : paths)
                m.members.push_back({path, 1, 0, std::string(64, '0')});
        });
    };
    const Codes bad{Code::BAD_MANIFEST};
    CHECK(with({"videos/z"}).empty());
    CHECK(with({"videos/wills.png"}) == bad);
    CHECK(with({"videos/a"}) == bad);
    CHECK(with({"videos/z/../y"}) == bad);
    CHECK(with({"z\\y"}) == bad);
    CHECK(found_after([](auto& m) {
              m.members.insert(m.members.begin(), {"pack.json", 1, 0, std::string(64, '0')});
          }) == bad);
    CHECK(
        found_after([](auto& m) {
            m.members.insert(m.members.begin(), {"pack.json.minisig", 1, 0, std::string(64, '0')});
        }) == bad);
}

TEST_CASE("members that do not fit 4 GiB, or are too many, are TOO_LARGE") {
    CHECK(found_after([](auto& m) {
              m.members[0].size = k_max_archive;
              m.members[1].size = k_max_archive;
          }) == Codes{Code::TOO_LARGE});
    CHECK(found_after([](auto& m) {
              for (size_t i = 0; i <= k_max_members; ++i)
                  m.members.push_back({"z" + std::to_string(1'000'000 + i), 0, 0, {}});
          }) == Codes{Code::TOO_LARGE});
}

TEST_CASE("a pack dated more than ten years after this program was built is BAD_MANIFEST") {
    const auto created = [](WallTime when) {
        return found_after([&](auto& m) { m.created = when; });
    };
    const auto now = base::wall_now();
    CHECK(created(now + std::chrono::years{9}).empty());
    CHECK(created(now + std::chrono::years{10} + std::chrono::days{3}) ==
          Codes{Code::BAD_MANIFEST});
    CHECK(created(*base::parse_iso("9999-12-31T00:00:00Z")) == Codes{Code::BAD_MANIFEST});
    CHECK(created(*base::parse_iso("1999-12-31T00:00:00Z")).empty());
}

TEST_CASE("a validity that ends before it begins is BAD_MANIFEST") {
    CHECK(found_after([](auto& m) {
              m.not_before = base::Date{2026, 12, 5};
              m.not_after = base::Date{2026, 12, 4};
          }) == Codes{Code::BAD_MANIFEST});
}

TEST_CASE("all findings are returned, not only the first") {
    CHECK(found_after([](auto& m) {
              m.sequence = 0;
              item<model::Video>(m, k_video).media = "gone";
              item<model::Quiz>(m, k_quiz).questions.clear();
          }) == Codes{Code::BAD_MANIFEST, Code::DANGLING_REFERENCE, Code::BAD_MANIFEST});
}

TEST_CASE("two paths that are one name on some systems are BAD_MANIFEST") {
    const auto with = [](const std::string& one, const std::string& other) {
        return found_after([&](Manifest& manifest) {
            manifest.members.insert(manifest.members.begin(), {one, 1, 0, std::string(64, 'a')});
            manifest.members.insert(manifest.members.begin() + 1,
                                    {other, 1, 0, std::string(64, 'a')});
        });
    };
    CHECK(with("A.mp4", "B.mp4").empty());
    CHECK(with("A.mp4", "a.mp4") == std::vector{Code::BAD_MANIFEST});
    CHECK(with("Cafe\u0301.mp4", "Caf\u00e9.mp4") == std::vector{Code::BAD_MANIFEST});
    CHECK(with("STRASSE", "stra\u00dfe") == std::vector{Code::BAD_MANIFEST});
    CHECK(with("A/x", "a/x") == std::vector{Code::BAD_MANIFEST});
}

TEST_CASE("members at the bounds of number and size are taken, one past them is TOO_LARGE") {
    const auto many = [](size_t count) {
        return found_after([&](Manifest& manifest) {
            for (size_t i = manifest.members.size(); i < count; ++i)
                manifest.members.push_back({fmt::format("x/{:08}", i), 0, 0, std::string(64, 'a')});
        });
    };
    CHECK(many(k_max_members).empty());
    CHECK(many(k_max_members + 1) == std::vector{Code::TOO_LARGE});
    const auto large = [](uint64_t size) {
        return found_after([&](Manifest& manifest) {
            manifest.members[0].size = size - manifest.members[1].size;
        });
    };
    CHECK(large(k_max_archive).empty());
    CHECK(large(k_max_archive + 1) == std::vector{Code::TOO_LARGE});
    CHECK(large(~uint64_t{0}) == std::vector{Code::TOO_LARGE});
}
