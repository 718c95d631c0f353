#pragma once
// A page without a window: show it, tap a target by its id, get the intent.

#include "kiosk/screens/screens.h"
#include "tests/support/sample_pages.h"
#include "tests/support/ui_fixture.h"

#include <string_view>

namespace pufa::support {

class ScreenFixture : public UiFixture {
  public:
    using UiFixture::UiFixture;

    /// One frame of the page; what a touch made since the last frame meant.
    Intent show(const Page& page, const Overlay& overlay = {}) {
        Intent intent;
        (void)frame([&](ui::Ui& context) { intent = screens::draw(context, page, overlay); });
        return intent;
    }
    /// A finger taps the target of that id; what it meant.
    Intent touch(const Page& page, std::string_view id, const Overlay& overlay = {}) {
        (void)show(page, overlay);
        tap(id);
        return show(page, overlay);
    }
    [[nodiscard]] bool has(std::string_view id) const { return ui.targets().find(id) != nullptr; }
    [[nodiscard]] bool enabled(std::string_view id) const {
        const auto* target = ui.targets().find(id);
        return target && target->enabled;
    }
};

/// The intent of that kind; fails the test if it is another.
template <class Wanted>
const Wanted& as(const Intent& intent) {
    REQUIRE(std::holds_alternative<Wanted>(intent));
    return std::get<Wanted>(intent);
}
inline bool is_nothing(const Intent& intent) {
    return std::holds_alternative<std::monostate>(intent);
}

} // namespace pufa::support
