#include "kiosk/screens/rich_text.h"
#include "tests/support/ui_fixture.h"

#include <algorithm>

using namespace pufa;
using namespace pufa::support;
using namespace pufa::screens;

namespace {

std::string joined(const std::vector<RichRun>& line) {
    std::string words;
    for (const auto& run : line)
        words += run.words;
    return words;
}

} // namespace

TEST_CASE("two asterisks on each side make words strong") {
    const auto rich = with_strong("以**最后的遗嘱**为准，**不**再");
    CHECK(rich.words == "以最后的遗嘱为准，不再");
    REQUIRE(rich.strong.size() == 2);
    CHECK(rich.words.substr(rich.strong[0].from, rich.strong[0].to - rich.strong[0].from) ==
          "最后的遗嘱");
    CHECK(rich.words.substr(rich.strong[1].from, rich.strong[1].to - rich.strong[1].from) == "不");
}

TEST_CASE("asterisks without a partner stay as they are") {
    CHECK(with_strong("2**3").words == "2**3");
    CHECK(with_strong("****").words == "****");
    CHECK(with_strong("a**b\nc**d").words == "a**b\nc**d");
    CHECK(with_strong("").words.empty());
    CHECK(with_strong("a**b\nc**d").strong.empty());
    const auto late = with_strong("a**\n**b**");
    CHECK(late.words == "a**\nb");
    CHECK(late.strong == std::vector<RichWords::Range>{{4, 5}});
}

TEST_CASE("lines hold all words, and none is wider than was asked") {
    UiFixture fixture;
    const std::string marked =
        "The **people's mediation committee** takes no fee whatever, and "
        "**either side may refuse** to take part.\n\n"
        "立有数份遗嘱，内容相抵触的，以**最后的遗嘱**为准。公证遗嘱**不再有优先**效力。";
    (void)fixture.frame([&](ui::Ui& context) {
        const ui::TextStyle style{ui::Face::sans, 28, ui::Color::ink, 1.45f, 1};
        const ui::TextStyle strong{ui::Face::sans_bold, 28, ui::Color::ink, 1.45f, 1};
        const auto words = with_strong(marked);
        for (const float width : {200.f, 420.f, 700.f}) {
            const auto layout = lay_out(context, style, width, words);
            std::string all;
            for (const auto& line : layout.lines) {
                all += joined(line);
                if (line.empty()) continue;
                const auto& last = line.back();
                const float end =
                    last.x + context.text_width(last.strong ? strong : style, last.words);
                CHECK(end <= width + 1.5f);
            }
            const auto bare = [](std::string text) {
                std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
                return text;
            };
            CHECK(bare(all) == bare(words.words));
            CHECK(layout.height() ==
                  doctest::Approx(static_cast<float>(layout.lines.size()) * 28 * 1.45f));
        }
    });
}

TEST_CASE("a kept layout follows its words and its width") {
    UiFixture fixture;
    (void)fixture.frame([&](ui::Ui& context) {
        const ui::TextStyle style{ui::Face::sans, 28, ui::Color::ink, 1.45f, 1};
        CHECK(kept_layout(context, "one", style, 600, "先**保留证据**").lines.size() == 1);
        CHECK(kept_layout(context, "one", style, 100, "先**保留证据**").lines.size() == 2);
        const auto& other = kept_layout(context, "one", style, 600, "再找调解员");
        CHECK(joined(other.lines.front()) == "再找调解员");
        CHECK_FALSE(other.lines.front().front().strong);
    });
}
