#include "content/author/review.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using author::Fault;
using model::Language;
using support::AuthorFolder;
using support::Lines;

namespace {

const Lines k_nothing;

model::ItemId id(const std::string& part) {
    return {"press/pack/" + part};
}

model::LocalizedText words(const std::string& hans, const std::string& hant = {},
                           const std::string& en = {}) {
    return {{hans, hant, en}};
}

/// A film, an article that rests on the law, and where they stand.
struct Desk {
    Desk() {
        manifest.languages = {Language::zh_hans, Language::zh_hant, Language::en};
        model::Video video;
        video.id = id("film");
        video.title = words("漏水", "漏水", "A leak");
        model::Article article;
        article.id = id("will");
        article.title = words("立遗嘱", "立遺囑", "A will");
        article.markdown = words("甲", "甲", "A");
        article.citation = model::Citation{"中华人民共和国民法典",
                                           "第一千一百四十二条",
                                           "遗嘱人可以撤回。",
                                           {2021, 1, 1},
                                           {2026, 11, 1}};
        manifest.items = {video, article};
        places[id("film")] = {"videos/漏水.toml", 1, 6};
        places[id("will")] = {"articles/遗嘱.toml", 1, 6};
    }
    model::Video& film() { return std::get<model::Video>(manifest.items[0]); }
    model::Article& article() { return std::get<model::Article>(manifest.items[1]); }

    template <class Review>
    Lines told(Review review) const {
        author::Findings findings;
        review(findings);
        Lines lines = AuthorFolder::described(findings);
        for (size_t i = 0; i < lines.size(); ++i)
            lines[i] += " | " + findings[i].detail;
        return lines;
    }
    [[nodiscard]] Lines languages() const {
        return told([&](auto& findings) { review_languages(manifest, places, findings); });
    }
    [[nodiscard]] Lines characters() const {
        static const auto glyphs = author::Glyphs::installed();
        return told([&](auto& findings) {
            review_characters(manifest, sources, places, glyphs, findings);
        });
    }
    [[nodiscard]] Lines laws(const model::LawChange& change) const {
        const law::Changes changes{{model::LawStatus{id("status"), words("变动"), {change}}}};
        return told([&](auto& findings) { review_laws(manifest, places, changes, findings); });
    }
    [[nodiscard]] Lines validity(const char* now) const {
        return told([&](auto& findings) {
            review_validity(manifest, places, *base::parse_iso(now), findings);
        });
    }

    pack::Manifest manifest;
    std::vector<pack::MemberSource> sources;
    author::ItemPlaces places;
};

} // namespace

TEST_CASE("an item that lacks words in a language of the pack is told once, with all of them") {
    Desk desk;
    CHECK(desk.languages() == k_nothing);
    desk.film().summary = words("楼上漏水怎么办");
    desk.film().chapters.push_back({Micros{0}, words("开始", "開始")});
    desk.article().markdown[Language::en].clear();
    CHECK(desk.languages() == Lines{"MISSING_IN_LANGUAGE videos/漏水.toml:1:6 漏水 | zh-Hant, en",
                                    "MISSING_IN_LANGUAGE articles/遗嘱.toml:1:6 立遗嘱 | en"});
    desk.manifest.languages = {Language::zh_hans};
    CHECK(desk.languages() == k_nothing);
}

TEST_CASE("captions in one language are missing in the others, captions in none are not") {
    Desk desk;
    desk.film().captions.push_back({Language::zh_hans, "captions/film.zh-Hans.vtt"});
    desk.film().captions.push_back({Language::en, "captions/film.en.vtt"});
    CHECK(desk.languages() == Lines{"MISSING_IN_LANGUAGE videos/漏水.toml:1:6 漏水 | zh-Hant"});
}

TEST_CASE("characters that no font of the kiosk has are named, wherever in the item they stand") {
    Desk desk;
    CHECK(desk.characters() == k_nothing);
    desk.film().title[Language::en] = "A leak 😀 \xF0\x93\x80\x80";
    desk.article().citation->words += "💡";
    CHECK(desk.characters() == Lines{"CANNOT_BE_DRAWN videos/漏水.toml:1:6 漏水 | U+13000, U+1F600",
                                     "CANNOT_BE_DRAWN articles/遗嘱.toml:1:6 立遗嘱 | U+1F4A1"});
    Desk spoken;
    spoken.film().captions.push_back({Language::zh_hans, "captions/film.vtt"});
    spoken.sources.push_back({"captions/film.vtt", "x", "WEBVTT\n\n00:00.000 --> 00:01.000\n🎵\n"});
    CHECK(spoken.characters() == Lines{"CANNOT_BE_DRAWN videos/漏水.toml:1:6 漏水 | U+1F3B5"});
}

TEST_CASE("many such characters are named as far as a sentence goes") {
    Desk desk;
    for (int i = 0; i < 20; ++i)
        desk.film().title[Language::zh_hans] +=
            std::string{"\xF0\x9F\x98"} + static_cast<char>(0x80 + i);
    const auto told = desk.characters();
    REQUIRE(told.size() == 1);
    CHECK(told[0].ends_with("U+1F60B, …"));
}

TEST_CASE("what rests on an article that changed after it was checked is told") {
    const Desk desk;
    const model::LawChange later{"民法典", "1142", {2027, 1, 1}, {}};
    const Lines told{"ARTICLE_CHANGED articles/遗嘱.toml:1:6 立遗嘱 | "
                     "《中华人民共和国民法典》第一千一百四十二条"};
    CHECK(desk.laws(later) == told);
    CHECK(desk.laws({"民法典", "", {2027, 1, 1}, {}}) == told); // the whole law
    CHECK(desk.laws({"民法典", "1143", {2027, 1, 1}, {}}) == k_nothing);
    CHECK(desk.laws({"刑法", "", {2027, 1, 1}, {}}) == k_nothing);
    CHECK(desk.laws({"民法典", "1142", {2026, 10, 1}, {}}) == k_nothing); // checked since
}

TEST_CASE("what has ended is told with its last day or moment") {
    Desk desk;
    desk.film().valid_until = base::parse_iso("2027-01-01T00:00:00+08:00");
    desk.article().valid_until = base::parse_iso("2026-06-30T18:30:00+08:00");
    CHECK(desk.validity("2026-06-30T18:29:00+08:00") == k_nothing);
    CHECK(desk.validity("2026-06-30T18:30:00+08:00") ==
          Lines{"VALID_UNTIL_PAST articles/遗嘱.toml:1:6 立遗嘱 | 2026-06-30 18:30"});
    CHECK(desk.validity("2027-01-01T00:00:00+08:00").at(0) ==
          "VALID_UNTIL_PAST videos/漏水.toml:1:6 漏水 | 2026-12-31");
}

TEST_CASE("without the kiosk's fonts that is said once, as a note") {
    const Desk desk;
    const auto none = author::Glyphs::none();
    const auto told = desk.told(
        [&](auto& findings) { review_characters(desk.manifest, {}, desk.places, none, findings); });
    CHECK(told == Lines{"NO_FONTS pack.toml fonts-noto-cjk | "});
    CHECK(author::severity(Fault::NO_FONTS) == author::Severity::note);
}
