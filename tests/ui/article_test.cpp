#include "kiosk/screens/article_layout.h"
#include "tests/support/all_pages.h"
#include "tests/support/canvases.h"
#include "tests/support/screen_fixture.h"

using namespace pufa;
using namespace pufa::support;

namespace {

/// Pages on until the target is there or the end was reached.
void page_to(ScreenFixture& screen, const ArticleModel& article, std::string_view id) {
    float furthest = -1;
    while (!screen.has(id)) {
        REQUIRE(screen.has("article.more"));
        screen.tap("article.more");
        (void)screen.show(article);
        (void)screen.show(article);
        const float offset = screen.memory.scrolls["article.scroll"].offset;
        REQUIRE(offset > furthest); // from its end the button leads back to the top
        furthest = offset;
    }
}

} // namespace

TEST_CASE("in every layout an article is read to its end by its button, and leads to its videos") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& article : {sample_article(), long_article()}) {
            screen.memory = {};
            (void)screen.show(article);
            check_targets(screen, canvas.layout);
            const auto id = "article.video." + article.related.back().id.value;
            page_to(screen, article, id);
            check_targets(screen, canvas.layout);
            CHECK(as<OpenVideo>(screen.touch(article, id)).id == article.related.back().id);
            (void)as<GoHome>(screen.touch(article, "dock.home"));
            (void)as<GoBack>(screen.touch(article, "dock.back"));
        }
        (void)screen.show(short_article());
        CHECK_FALSE(screen.has("article.more"));
    });
}

TEST_CASE("no line of an article is longer than 34 Han characters") {
    ScreenFixture screen;
    (void)screen.frame([](ui::Ui& context) {
        const auto& words = article_words(context, prose(400));
        const auto& layout = layout_for(context, words, ui::type::body * 34);
        REQUIRE(layout.set.size() == 1);
        for (const auto& line : layout.set.front().words.lines)
            for (const auto& run : line)
                CHECK(run.words.size() <= 34 * 3);
    });
}

TEST_CASE("an article is parsed once, and set once for each width") {
    ScreenFixture screen;
    (void)screen.frame([](ui::Ui& context) {
        const std::string markdown = "先**商量**，再调解。";
        const auto& words = article_words(context, markdown);
        const auto* parsed = words.blocks.data();
        const auto* set = layout_for(context, words, 600).set.data();
        (void)layout_for(context, words, 800);
        CHECK(article_words(context, markdown).blocks.data() == parsed);
        CHECK(layout_for(context, words, 600).set.data() == set);
        CHECK(article_words(context, "别的").blocks.front().words.words == "别的");
    });
}

TEST_CASE("a table too wide for its column is told as a list") {
    ScreenFixture screen;
    const std::string markdown =
        "|事项|一|二|三|四|五|\n|---|---|---|---|---|---|\n|漏水|a|b|c|d|e|\n";
    (void)screen.frame([&](ui::Ui& context) {
        const auto& words = article_words(context, markdown);
        const auto& wide = layout_for(context, words, 1200);
        CHECK(wide.set.front().head > 0);
        CHECK(wide.set.front().cells.size() == 12);
        const auto& narrow = layout_for(context, words, 500);
        CHECK(narrow.set.front().head == 0);
        REQUIRE(narrow.set.front().cells.size() == 6);
        CHECK(narrow.set.front().cells[1].words.lines.front().front().words == "一：a");
    });
}

TEST_CASE("hostile Markdown is drawn and scrolled") {
    const auto many = [](std::string_view words, int times) {
        std::string all;
        for (int i = 0; i < times; ++i)
            all += words;
        return all;
    };
    for (const auto& hostile :
         {many(">", 100'000) + " x", many("- ", 2'000) + "x", many("x", 200'000),
          many("\xFF\xC0", 5'000), std::string(2'000, '\0'),
          many("|a", 300) + "\n" + many("|---", 300) + "\n" + many("|b", 300),
          many("1. 调解\n", 2'000)}) {
        ScreenFixture screen;
        auto article = short_article();
        article.markdown = hostile;
        (void)screen.show(article);
        if (screen.has("article.more")) screen.tap("article.more");
        (void)screen.show(article);
        (void)as<GoHome>(screen.touch(article, "dock.home"));
    }
}
