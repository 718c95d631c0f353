#include "kiosk/app/kiosk.h"

#include "content/base/file.h"
#include "content/base/log.h"
#include "kiosk/app/self_test_judges.h"
#include "kiosk/player/silent_sink.h"
#include "tests/support/sample_snapshot.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;
using std::chrono::milliseconds;

namespace {

class NoStills final : public StillSource {
  public:
    void request(const std::string&, const media::Source&) override {}
    std::vector<Finished> poll(SteadyTime) override { return {}; }
    std::optional<SteadyTime> next_due(SteadyTime) const override { return std::nullopt; }
};

/// The real kiosk on an offscreen screen, without a decoder, over a store that a test sets.
struct Machine {
    base::TemporaryFolder folder;
    std::shared_ptr<const catalog::Snapshot> stored = std::make_shared<catalog::Snapshot>();
    std::unique_ptr<Kiosk> kiosk;

    void start(const std::filesystem::path& tally = {}) {
        auto fonts = ui::find_fonts();
        REQUIRE(fonts.ok());
        auto window = platform::Window::open({.offscreen = true, .width = 960, .height = 540});
        REQUIRE(window.ok());
        Parts parts;
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
                       [this]() -> CatalogueWatch::Loaded { return stored; }};
        parts.tally_folder = tally.empty() ? folder.path() / "tally" : tally;
        parts.clock = MachineClock(base::parse_iso("2026-11-23T15:20:00"));
        kiosk = std::make_unique<Kiosk>(std::move(parts));
    }
    uint64_t presented() const { return kiosk->window().presenter().presented(); }
    void turns(int count) {
        for (int i = 0; i < count; ++i)
            REQUIRE(kiosk->turn(milliseconds(1)) == Kiosk::Turn::go_on);
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
        kiosk->window().inject(ui::PointerInput::Kind::down, 1, at);
        turns(1);
        kiosk->window().inject(ui::PointerInput::Kind::up, 1, at);
        turns(1);
    }
    void wake() {
        REQUIRE(come_to([&] { return sees("attract.wake"); }));
        tap("attract.wake");
        REQUIRE(come_to([&] { return sees("home.door.help"); }));
    }
    bool sees(const char* id) const { return kiosk->stage().seen().find(id) != nullptr; }
    platform::Image look() const { return kiosk->window().presenter().read_back({0, 0, 960, 540}); }
};

} // namespace

TEST_CASE("a still page is presented once and not again") {
    Machine machine;
    machine.stored = test::sample_snapshot();
    machine.start();
    machine.wake();
    machine.turns(3);
    const auto first = machine.presented();
    CHECK(first >= 1);
    machine.turns(200);
    CHECK(machine.presented() == first);
}

TEST_CASE("a tap leads to another page, whose targets are then the ones that can be touched") {
    Machine machine;
    machine.stored = test::sample_snapshot();
    machine.start();
    machine.wake();
    machine.tap("home.door.help");
    CHECK(machine.come_to([&] { return machine.sees("help.close"); }));
    CHECK_FALSE(machine.sees("home.door.help"));
    machine.tap("help.close");
    CHECK(machine.come_to([&] { return machine.sees("home.door.help"); }));
    REQUIRE(machine.kiosk->tally().flush().ok());
    CHECK(machine.kiosk->tally().durable() == 2); // the visit and the hotline
}

TEST_CASE("with nothing installed the built-in page is shown, never black") {
    Machine machine;
    machine.start();
    machine.turns(3);
    const auto image = machine.look();
    CHECK(judge::share_of(image, {0, 0, 960, 540}, ui::Color::river_dark) > 0.2);
    CHECK(judge::share_of(image, {0, 0, 960, 540}, ui::Color::paper) > 0.1);
}

TEST_CASE("content that is installed while it runs is taken up") {
    Machine machine;
    machine.start();
    machine.turns(3);
    CHECK_FALSE(machine.sees("home.door.videos"));
    machine.stored = test::sample_snapshot();
    CHECK(machine.come_to([&] { return machine.sees("attract.wake"); }));
    machine.wake();
    CHECK(machine.sees("home.door.videos"));
}

TEST_CASE("where participation cannot be written the kiosk still shows and is touched") {
    static_cast<void>(base::take_logged_warnings());
    Machine machine;
    machine.stored = test::sample_snapshot();
    const auto file = machine.folder.path() / "a-file";
    REQUIRE(base::write_file_atomic(file, "not a folder").ok());
    machine.start(file / "tally");
    machine.wake();
    machine.tap("home.door.help");
    CHECK(machine.come_to([&] { return machine.sees("help.close"); }));
    CHECK(machine.kiosk->tally().trouble());
    int told = 0;
    for (const auto& line : base::take_logged_warnings())
        told += line.find("participation") != std::string::npos;
    CHECK(told == 1);
}
