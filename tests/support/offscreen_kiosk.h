#pragma once
// The real kiosk on an offscreen screen, without a decoder, over a store that a test sets; its time
// is the machine's, and can be made to jump.

#include "content/base/file.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/player/silent_sink.h"
#include "tests/support/sample_snapshot.h"

#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace pufa::test {

class NoStills final : public app::StillSource {
  public:
    void request(const std::string&, const media::Source&, ui::PixelSize) override {}
    std::vector<Finished> poll(SteadyTime) override { return {}; }
    std::optional<SteadyTime> next_due(SteadyTime) const override { return std::nullopt; }
};

struct Machine {
    static constexpr int k_width = 960, k_height = 540;
    base::TemporaryFolder folder;
    std::shared_ptr<const catalog::Snapshot> stored = std::make_shared<catalog::Snapshot>();
    std::unique_ptr<app::Kiosk> kiosk;
    std::optional<app::StaffRoom::Doors> staff{}; ///< taken at the start; none: there is no desk
    tally::RecorderOptions recorder{};
    base::Micros skipped{0}; ///< how far its time is ahead of the machine's

    void start(const std::filesystem::path& tally = {}) {
        auto fonts = ui::find_fonts();
        REQUIRE(fonts.ok());
        auto window =
            platform::Window::open({.offscreen = true, .width = k_width, .height = k_height});
        REQUIRE(window.ok());
        app::Parts parts;
        parts.window = std::move(window).value();
        auto text = ui::Text::open(*fonts, parts.window->presenter());
        REQUIRE(text.ok());
        parts.text = std::move(text).value();
        parts.sink = player::make_silent_sink();
        parts.stills = std::make_unique<NoStills>();
        parts.spawn_decoder = []() -> Result<std::unique_ptr<media::Link>> {
            return Error{Code::NO_DECODER, "none", "a test"};
        };
        parts.store = {[this]() -> Result<int64_t> { return stored->revision; },
                       [this]() -> app::CatalogueWatch::Loaded { return stored; }};
        parts.recorder = recorder;
        parts.tally_folder = tally.empty() ? folder.path() / "tally" : tally;
        parts.clock = app::MachineClock(base::parse_iso("2026-11-23T15:20:00"),
                                        [this] { return base::steady_now() + skipped; });
        parts.staff = std::move(staff);
        kiosk = std::make_unique<app::Kiosk>(std::move(parts));
    }
    uint64_t presented() const { return kiosk->window().presenter().presented(); }
    void turns(int count) {
        for (int i = 0; i < count; ++i)
            REQUIRE(kiosk->turn(std::chrono::milliseconds(1)) == app::Kiosk::Turn::go_on);
    }
    bool come_to(const std::function<bool()>& is) {
        const auto until = base::steady_now() + std::chrono::seconds(60); // against hanging
        while (!is()) {
            if (base::steady_now() > until) return false;
            turns(1);
        }
        return true;
    }
    void tap(const char* id) {
        const auto* target = kiosk->stage().seen().find(id);
        REQUIRE(target);
        const auto at = kiosk->stage().layout().to_pixels(target->rect.center());
        finger(ui::PointerInput::Kind::down, at);
        finger(ui::PointerInput::Kind::up, at);
    }
    /// At a place of the page, pixels.
    void finger(ui::PointerInput::Kind kind, ui::Point at) {
        kiosk->window().inject(kind, 1, at);
        turns(1);
    }
    void wake() {
        REQUIRE(come_to([&] { return sees("attract.wake"); }));
        tap("attract.wake");
        REQUIRE(come_to([&] { return sees("home.door.help"); }));
    }
    bool sees(const char* id) const { return kiosk->stage().seen().find(id) != nullptr; }
    /// Until nothing has been presented for a while.
    void settle() {
        for (auto seen = presented() + 1; seen != presented();) {
            seen = presented();
            turns(60);
        }
    }
    platform::Image look() const {
        return kiosk->window().presenter().read_back({0, 0, k_width, k_height});
    }
};

} // namespace pufa::test
