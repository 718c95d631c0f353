// Every page of the desk on every panel that stands before staff, in every language: all of it can
// be touched and read.
#include "tests/shots/panel.h"
#include "tests/support/desk_pages.h"
#include "tests/support/page_faults.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the desk: nothing is cut, hidden, too small or too near, on any panel") {
    for (const auto& panel : shots::k_panels) {
        if (panel.reach != ui::Reach::whole) continue; // the desk takes the whole screen
        PageReader reader;
        const auto layout = shots::layout_of(panel, ui::TextSize::normal);
        for (const auto language : model::k_languages) {
            const OwnWords own{language};
            const ui::Look look{.language = language};
            for (const auto& named : desk_pages(language)) {
                reader.show(named, layout, look);
                std::vector<PageFault> faults;
                find_reading_faults(reader, named, layout, own, faults);
                find_touch_faults(reader, layout, faults);
                for (const auto& fault : faults)
                    FAIL_CHECK(fmt::format("{} {} {}: {}: {}", panel.name, model::tag(language),
                                           named.name, word(fault.kind), fault.what));
            }
        }
    }
}

TEST_CASE("every page of the desk leads out of it") {
    PageReader reader;
    const auto layout = shots::layout_of(shots::k_panels[0], ui::TextSize::normal);
    for (const auto& named : desk_pages(model::Language::zh_hans)) {
        reader.show(named, layout, {});
        const auto has = [&](const char* id) { return reader.ui.targets().find(id) != nullptr; };
        // Time leads out of these.
        const bool whole_panel = std::holds_alternative<CleaningModel>(named.page) ||
                                 std::holds_alternative<ColorModel>(named.page) ||
                                 std::holds_alternative<WipeModel>(named.page);
        CHECK_MESSAGE((whole_panel || has("staff.leave") || has("staff.no") || has("pin.leave") ||
                       has("pin.skip")),
                      named.name);
    }
}
