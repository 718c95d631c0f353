#include "tests/support/author_folder.h"

using namespace pufa;
using model::Language;
using support::AuthorFolder;
using support::items_of;
using support::Lines;

namespace {

/// The small folder with one article in three languages.
class ArticleFolder : public AuthorFolder {
  public:
    ArticleFolder() {
        write("articles/撤回遗嘱.toml",
              "id = \"undo\"\ntitle = { zh-Hans = \"撤回遗嘱\", en = \"Undoing a will\" }\n"
              "note = \"可以改\"\ntopics = [\"继承\"]\nlaw = \"《民法典》第一千一百四十二条\"\n");
        write("articles/撤回遗嘱.md", "# 可以撤回\r\n\r\n写下来。\r\n");
        write("articles/撤回遗嘱.zh-Hant.md", "# 可以撤回\n");
        write("articles/撤回遗嘱.en.md", "# It can be undone\n");
    }
    [[nodiscard]] std::vector<model::Article> articles() const {
        return items_of<model::Article>(read().manifest);
    }
};

} // namespace

TEST_CASE("a text, its translations and its side file become one article") {
    const ArticleFolder bench;
    CHECK(bench.faults().empty());
    const auto articles = bench.articles();
    REQUIRE(articles.size() == 1);
    const auto& article = articles[0];
    CHECK(article.id.value == "test-press/small/undo");
    CHECK(article.title.in(Language::en) == "Undoing a will");
    CHECK(article.note == model::in_hans("可以改"));
    CHECK(article.markdown.in(Language::zh_hans) == "# 可以撤回\n\n写下来。");
    CHECK(article.markdown.in(Language::zh_hant) == "# 可以撤回");
    CHECK(article.markdown.in(Language::en) == "# It can be undone");
    CHECK(article.topics == std::vector<std::string>{"继承"});
    CHECK(article.agency == "测试司法局");
    REQUIRE(article.citation);
    CHECK(article.citation->article == "第一千一百四十二条");
    CHECK(article.citation->checked == base::Date{2026, 11, 1});
}

TEST_CASE("simplified Chinese may be tagged as the other languages are") {
    const ArticleFolder bench;
    std::filesystem::rename(bench.path() / "articles/撤回遗嘱.md",
                            bench.path() / "articles/撤回遗嘱.zh-Hans.md");
    CHECK(bench.faults().empty());
    CHECK(bench.articles()[0].markdown.has(Language::zh_hans));
}

TEST_CASE("articles are in the order of pack.toml first and of their names after it") {
    const ArticleFolder bench;
    bench.write("articles/z.md", "后写的。");
    bench.write("pack.toml", std::string{support::k_author_pack_toml} +
                                 "[[article]]\nfile = \"z.md\"\nid = \"first\"\ntitle = \"先\"\n");
    CHECK(bench.faults().empty());
    const auto articles = bench.articles();
    REQUIRE(articles.size() == 2);
    CHECK(articles[0].id.value == "test-press/small/first");
    CHECK(articles[1].id.value == "test-press/small/undo");
}

TEST_CASE("an article may be held by a campaign") {
    const ArticleFolder bench;
    bench.change("campaigns.toml", "\"quiz\"", "\"quiz\", \"undo\"");
    CHECK(bench.faults().empty());
    const auto campaigns = items_of<model::Campaign>(bench.read().manifest);
    CHECK(campaigns[0].items.back().value == "test-press/small/undo");
}

TEST_CASE("a text without description and a description without text are both named") {
    const ArticleFolder bench;
    std::filesystem::rename(bench.path() / "articles/撤回遗嘱.md",
                            bench.path() / "articles/撤回.md");
    CHECK(bench.faults() ==
          Lines{"ARTICLE_NOT_DESCRIBED articles/撤回.md articles/撤回.md",
                "ARTICLE_MISSING articles/撤回遗嘱.toml:1 articles/撤回遗嘱.toml"});
}

TEST_CASE("a translation into a language that no kiosk speaks is not described by anything") {
    const ArticleFolder bench;
    bench.write("articles/撤回遗嘱.fr.md", "# Annuler");
    CHECK(bench.faults() ==
          Lines{"ARTICLE_NOT_DESCRIBED articles/撤回遗嘱.fr.md articles/撤回遗嘱.fr.md"});
}

TEST_CASE("an article that is empty or longer than 64 KB is named with its file") {
    const ArticleFolder bench;
    bench.write("articles/撤回遗嘱.en.md", " \r\n\r\n");
    bench.write("articles/撤回遗嘱.zh-Hant.md", std::string(65537, 'x'));
    CHECK(bench.faults() ==
          Lines{"ARTICLE_EMPTY articles/撤回遗嘱.en.md articles/撤回遗嘱.en.md",
                "ARTICLE_TOO_LONG articles/撤回遗嘱.zh-Hant.md articles/撤回遗嘱.zh-Hant.md"});
    bench.write("articles/撤回遗嘱.en.md", "x");
    bench.write("articles/撤回遗嘱.zh-Hant.md", std::string(65536, 'x'));
    CHECK(bench.faults().empty());
}

TEST_CASE("the law that an article cites must be one that laws.csv holds") {
    const ArticleFolder bench;
    bench.change("articles/撤回遗嘱.toml", "《民法典》第一千一百四十二条", "民法典 1143");
    CHECK(bench.faults() == Lines{"UNKNOWN_CITATION articles/撤回遗嘱.toml:5:7 民法典 1143"});
    bench.change("articles/撤回遗嘱.toml", "民法典 1143", "看法条");
    CHECK(bench.faults() == Lines{"BAD_CITATION articles/撤回遗嘱.toml:5:7 看法条"});
}

TEST_CASE("a side file that cannot be read blames itself, not the text beside it") {
    const ArticleFolder bench;
    bench.write("articles/撤回遗嘱.toml", "id = \n");
    const auto faults = bench.faults();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].starts_with("BAD_TOML articles/撤回遗嘱.toml:1"));
}
