#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;

namespace {

model::Article article(const std::string& name, const std::string& topic) {
    model::Article made;
    made.id = item(name);
    made.title = model::in_hans("文章 " + name);
    made.title[model::Language::en] = "Guide " + name;
    made.note = model::in_hans("一句话");
    made.markdown = model::in_hans("# 第一步");
    made.citation = model::Citation{"中华人民共和国人民调解法", "第四条", "不收取任何费用。",
                                    base::Date{2011, 1, 1}, base::Date{2025, 4, 19}};
    made.topics = {topic};
    return made;
}

/// The sample with this many articles; the first shares a topic with video "two".
std::shared_ptr<catalog::Snapshot> with_articles(int count) {
    auto snapshot = test::sample_snapshot();
    for (int i = 0; i < count; ++i)
        snapshot->articles.push_back(article("a" + std::to_string(i), i == 0 ? "调解" : "援助"));
    snapshot->videos[1].topics = {"漏水", "调解"};
    snapshot->campaigns[0].items.push_back(item("a0"));
    return snapshot;
}

} // namespace

TEST_CASE("the home page has a door to articles only where there are some") {
    CHECK_FALSE(Visitor{}.page<HomeModel>().has_articles);
    CHECK(Visitor{with_articles(1)}.page<HomeModel>().has_articles);
}

TEST_CASE("one article opens at once, several stand on a shelf") {
    Visitor one{with_articles(1)};
    one.touch(OpenArticles{});
    CHECK(one.page<ArticleModel>().title == "文章 a0");
    one.touch(GoBack{});
    CHECK(one.at<HomeModel>());

    Visitor several{with_articles(2)};
    several.touch(OpenArticles{});
    const auto& shelf = several.page<ShelfModel>();
    CHECK_FALSE(shelf.title.empty());
    REQUIRE(shelf.articles.size() == 2);
    CHECK(shelf.articles[1].title == "文章 a1");
    CHECK(shelf.articles[1].note == "一句话");
    several.touch(OpenArticle{item("a1")});
    CHECK(several.page<ArticleModel>().title == "文章 a1");
    several.touch(GoBack{});
    CHECK(several.at<ShelfModel>());
}

TEST_CASE("without articles nothing opens, nor does one that is gone") {
    Visitor visitor;
    visitor.touch(OpenArticles{});
    visitor.touch(OpenArticle{item("a0")});
    CHECK(visitor.at<HomeModel>());
    CHECK(visitor.counted(tally::Counter::reached) == 0);
}

TEST_CASE("an article shows its words, its law and the videos of its topics") {
    Visitor visitor{with_articles(2)};
    visitor.touch(OpenArticle{item("a0")});
    const auto& page = visitor.page<ArticleModel>();
    CHECK(page.note == "一句话");
    CHECK(page.markdown == "# 第一步");
    REQUIRE(page.citation);
    CHECK(page.citation->article == "第四条");
    REQUIRE(page.related.size() == 1);
    CHECK(page.related[0].id == item("two"));
    visitor.touch(OpenVideo{item("two")});
    visitor.touch(GoBack{});
    CHECK(visitor.at<ArticleModel>());
    visitor.touch(GoBack{});
    visitor.touch(OpenArticle{item("a1")});
    CHECK(visitor.page<ArticleModel>().related.empty());
}

TEST_CASE("a video that failed to play is not offered beside an article") {
    Visitor visitor{with_articles(1)};
    visitor.touch(OpenVideo{item("two")});
    visitor.player(flow::PlayerUpdate::State::failed);
    visitor.touch(GoBack{});
    visitor.touch(OpenArticle{item("a0")});
    CHECK(visitor.page<ArticleModel>().related.empty());
}

TEST_CASE("the language switch keeps the article and says that its words have stayed Chinese") {
    Visitor visitor{with_articles(1)};
    visitor.touch(OpenArticle{item("a0")});
    CHECK_FALSE(visitor.page<ArticleModel>().header.fallback);
    visitor.touch(ChooseLanguage{model::Language::en});
    CHECK(visitor.page<ArticleModel>().title == "Guide a0");
    CHECK(visitor.page<ArticleModel>().markdown == "# 第一步");
    CHECK(visitor.page<ArticleModel>().header.fallback);
}

TEST_CASE("a campaign's shelf holds its articles") {
    Visitor visitor{with_articles(2)};
    visitor.touch(OpenCampaign{item("constitution")});
    const auto& shelf = visitor.page<ShelfModel>();
    REQUIRE(shelf.articles.size() == 1);
    CHECK(shelf.articles[0].id == item("a0"));
}

TEST_CASE("an opened article is reached, and engaged once after 15 seconds before the visitor") {
    Visitor visitor{with_articles(1)};
    visitor.touch(OpenArticle{item("a0")});
    CHECK(visitor.counted(tally::Counter::reached, "demo/sample/a0") == 1);
    visitor.wait(14s);
    CHECK(visitor.counted(tally::Counter::engaged) == 0);
    visitor.wait(1s);
    CHECK(visitor.counted(tally::Counter::engaged, "demo/sample/a0") == 1);
    CHECK(visitor.events.back().item_version == 7);
    visitor.touch(GoBack{});
    visitor.touch(OpenArticle{item("a0")});
    visitor.wait(20s);
    CHECK(visitor.counted(tally::Counter::reached, "demo/sample/a0") == 2);
    CHECK(visitor.counted(tally::Counter::engaged) == 1);
}

TEST_CASE("what is covered by the help sheet is not read") {
    Visitor visitor{with_articles(1)};
    visitor.touch(OpenArticle{item("a0")});
    visitor.wait(10s);
    visitor.touch(OpenHelp{});
    visitor.wait(30s);
    visitor.touch(CloseOverlay{});
    visitor.wait(4s);
    CHECK(visitor.counted(tally::Counter::engaged) == 0);
    visitor.wait(1s);
    CHECK(visitor.counted(tally::Counter::engaged) == 1);
}

TEST_CASE("an article leaves 120 seconds for reading and then asks") {
    Visitor visitor{with_articles(1)};
    visitor.touch(OpenArticle{item("a0")});
    visitor.wait(119s);
    CHECK_FALSE(visitor.over<IdleModel>());
    visitor.wait(1s);
    CHECK(visitor.over<IdleModel>());
    visitor.wait(20s);
    CHECK(visitor.at<AttractModel>());
}
