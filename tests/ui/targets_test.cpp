// Sizes, gaps and places of all that can be touched, on every sample page.
#include "tests/support/screen_fixture.h"
#include "tests/support/touchable.h"

#include <algorithm>
#include <array>

using namespace pufa;
using namespace pufa::support;

namespace {

struct Panel {
    int width, height;
    float diagonal_mm;
};
constexpr std::array<Panel, 3> k_panels{{{1920, 1080, 546}, {1366, 768, 546}, {1366, 768, 396}}};
template <class Check>
void on_every_page(Check&& check) {
    for (const auto& panel : k_panels) {
        const auto layout = ui::make_layout(panel.width, panel.height, panel.diagonal_mm);
        for (const auto language : model::k_languages) {
            ScreenFixture screen{layout, language};
            for (const auto& named : sample_pages()) {
                screen.memory = {};
                (void)screen.show(named.page, named.overlay);
                CAPTURE(panel.height);
                CAPTURE(panel.diagonal_mm);
                CAPTURE(model::tag(language));
                CAPTURE(named.name);
                check(screen, layout);
            }
        }
    }
}

} // namespace

TEST_CASE("targets are large enough, apart, and on the canvas") {
    on_every_page([](ScreenFixture& screen, const ui::Layout& layout) {
        const auto targets = support::pressable_of(screen.ui.targets());
        for (size_t i = 0; i < targets.size(); ++i) {
            const auto& rect = targets[i].rect;
            const auto& id = targets[i].id;
            CAPTURE(id);
            const float least = std::min(rect.w, rect.h) + k_rounding;
            CHECK(least >= layout.mm(support::least_of(targets[i])));
            CHECK(rect.x >= -k_rounding);
            CHECK(rect.y >= -k_rounding);
            CHECK(rect.right() <= layout.canvas_width + k_rounding);
            CHECK(rect.bottom() <= layout.canvas_height + k_rounding);
            for (size_t other = i + 1; other < targets.size(); ++other) {
                CAPTURE(targets[other].id);
                CHECK(space_between(rect, targets[other].rect) + k_rounding >= layout.mm(4));
            }
        }
    });
}

TEST_CASE("no page has the same target twice") {
    on_every_page([](ScreenFixture& screen, const ui::Layout&) {
        auto all = screen.ui.targets().all();
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        const auto twice = std::adjacent_find(
            all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id == b.id; });
        CHECK_MESSAGE(twice == all.end(), (twice == all.end() ? "" : twice->id));
    });
}

TEST_CASE("help and home are within one touch on every page that has a way") {
    on_every_page([](ScreenFixture& screen, const ui::Layout&) {
        const auto targets = support::pressable_of(screen.ui.targets());
        // The built-in page is the first one and is help itself.
        if (targets.empty() || screen.has("fault.more")) return;
        const auto leads_on = [&](std::initializer_list<std::string_view> ids) {
            return std::any_of(ids.begin(), ids.end(),
                               [&](std::string_view id) { return screen.has(id); });
        };
        CHECK(leads_on({"dock.help", "watch.help", "watch.show", "help.close", "idle.stay",
                        "quiz.article.close"}));
        CHECK(leads_on({"dock.home", "watch.home", "watch.show", "help.close", "idle.stay",
                        "quiz.article.close"}));
    });
}
