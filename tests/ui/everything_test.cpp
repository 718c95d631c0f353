// Every page, in every language, text size and place on every panel: all of it can be touched and
// read.
#include "tests/shots/panel.h"
#include "tests/support/gallery_pages.h"
#include "tests/support/page_faults.h"
#include "tests/support/translated_pages.h"

#include <map>

using namespace pufa;
using namespace pufa::support;

namespace {

/// By kind: "portrait large en quiz-long: ...".
using Found = std::map<FaultKind, std::vector<std::string>>;

void look_at_gallery(PageReader& reader, const shots::Panel& panel, ui::TextSize size,
                     const ui::Layout& layout, Found& found) {
    for (const auto& [name, part] : k_gallery_pages) {
        reader.show([part = part](ui::Ui& ui) { draw_gallery_part(ui, part); }, layout,
                    {.text = size, .reach = panel.reach});
        std::vector<PageFault> faults;
        find_touch_faults(reader, layout, faults);
        for (const auto& fault : faults)
            found[fault.kind].push_back(fmt::format("{} {} {}: {}: {}", panel.name,
                                                    shots::word(size), name, word(fault.kind),
                                                    fault.what));
    }
}

Found look_everywhere() {
    Found found;
    for (const auto& panel : shots::k_panels) {
        PageReader reader;
        for (const auto size : shots::k_sizes) {
            const auto layout = shots::layout_of(panel, size);
            for (const auto language : model::k_languages) {
                const OwnWords own{language};
                const ui::Look look{.language = language, .text = size, .reach = panel.reach};
                for (const auto& named : all_pages(language)) {
                    reader.show(named, layout, look);
                    std::vector<PageFault> faults;
                    find_reading_faults(reader, named, layout, own, faults);
                    find_touch_faults(reader, layout, faults);
                    find_missing_ways(reader, named.page, faults);
                    find_missing_mark(reader, named.page, layout, language, faults);
                    for (const auto& fault : faults)
                        found[fault.kind].push_back(fmt::format(
                            "{} {} {} {}: {}: {}", panel.name, shots::word(size),
                            model::tag(language), named.name, word(fault.kind), fault.what));
                }
            }
            look_at_gallery(reader, panel, size, layout, found);
        }
    }
    return found;
}

void expect_none(FaultKind kind) {
    static const Found found = look_everywhere();
    const auto at = found.find(kind);
    if (at == found.end()) return;
    for (const auto& fault : at->second)
        FAIL_CHECK(fault);
}

} // namespace

TEST_CASE("everywhere: no glyph is missing") {
    expect_none(FaultKind::missing_glyph);
}
TEST_CASE("everywhere: the kiosk's own words are never cut short") {
    expect_none(FaultKind::cut_words);
}
TEST_CASE("everywhere: words stay within their box and the canvas") {
    expect_none(FaultKind::words_beyond);
}
TEST_CASE("everywhere: no words lie over others") {
    expect_none(FaultKind::words_over_words);
}
TEST_CASE("everywhere: targets are as large as a finger asks") {
    expect_none(FaultKind::small_target);
}
TEST_CASE("everywhere: targets are on the canvas") {
    expect_none(FaultKind::target_off_canvas);
}
TEST_CASE("everywhere: targets do not overlap") {
    expect_none(FaultKind::targets_overlap);
}
TEST_CASE("everywhere: targets are 4 mm apart") {
    expect_none(FaultKind::targets_close);
}
TEST_CASE("everywhere: no target is there twice") {
    expect_none(FaultKind::same_target_twice);
}
TEST_CASE("everywhere: home is near") {
    expect_none(FaultKind::no_way_home);
}
TEST_CASE("everywhere: help is near") {
    expect_none(FaultKind::no_way_to_help);
}
TEST_CASE("everywhere: what a machine made is marked, on its picture") {
    expect_none(FaultKind::no_ai_mark);
}
