// Sizes, gaps and places of all that can be touched, on every sample page.
#include "tests/support/screen_fixture.h"

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
constexpr float k_rounding = 0.6f; // canvas units

bool starts_with(const std::string& id, std::string_view prefix) {
    return id.compare(0, prefix.size(), prefix) == 0;
}

/// A card that a scroll area cuts may show a part only, but never less than a finger needs.
bool may_be_cut(const std::string& id) {
    return starts_with(id, "home.card.") || starts_with(id, "shelf.") ||
           starts_with(id, "quiz.option.");
}

bool is_primary(const std::string& id) {
    constexpr std::array<std::string_view, 9> ids{
        "watch.play",   "watch.again", "quiz.submit", "quiz.next", "quiz.article.close",
        "result.again", "result.home", "help.close",  "idle.stay"};
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

float space_between(const ui::Rect& a, const ui::Rect& b) {
    const float dx = std::max(a.x - b.right(), b.x - a.right());
    const float dy = std::max(a.y - b.bottom(), b.y - a.bottom());
    return std::max(dx, dy);
}

std::vector<ui::Target> touchable(const ui::TargetRecord& record) {
    std::vector<ui::Target> reachable;
    for (const auto& target : record.all()) {
        const bool pressed =
            target.kind == ui::Target::Kind::tap || target.kind == ui::Target::Kind::slider;
        if (pressed && record.find(target.id) == &target) reachable.push_back(target);
    }
    return reachable;
}

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
        const auto targets = touchable(screen.ui.targets());
        for (size_t i = 0; i < targets.size(); ++i) {
            const auto& rect = targets[i].rect;
            const auto& id = targets[i].id;
            CAPTURE(id);
            const float least = std::min(rect.w, rect.h) + k_rounding;
            CHECK(least >= layout.mm(may_be_cut(id) ? 12 : is_primary(id) ? 20 : 16));
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
        const auto targets = touchable(screen.ui.targets());
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
