#include "content/strings/strings.h"
#include "tests/support/canvases.h"
#include "tests/support/page_reader.h"

using namespace pufa;
using namespace pufa::support;

TEST_CASE("help and the idle question close") {
    ScreenFixture screen;
    (void)as<CloseOverlay>(screen.touch(sample_home(), "help.close", HelpModel{}));
    (void)as<CloseOverlay>(screen.touch(sample_quiz(), "idle.stay", IdleModel{7}));
}

TEST_CASE("what is over says so, where the visitor is now, and closes") {
    {
        ScreenFixture screen;
        (void)as<CloseOverlay>(screen.touch(sample_home(), "gone.close", GoneModel{}));
    }
    PageReader reader;
    const auto says = [&](GoneModel::Left left, std::string_view key) {
        reader.show({"gone", sample_home(), GoneModel{left}}, ui::make_layout(1920, 1080),
                    model::Language::zh_hans);
        const auto& words = strings::text(model::Language::zh_hans, key);
        const auto shown = reader.on_top();
        return std::any_of(shown.begin(), shown.end(),
                           [&](const auto& one) { return one.words == words; });
    };
    CHECK(says(GoneModel::Left::home, "screens.gone.title"));
    CHECK(says(GoneModel::Left::home, "screens.gone.home"));
    CHECK_FALSE(says(GoneModel::Left::home, "screens.gone.page"));
    CHECK(says(GoneModel::Left::page, "screens.gone.page"));
}

TEST_CASE("help begins with what was asked for: a person at the desk, or the telephone") {
    PageReader reader;
    const auto top_of = [&](HelpPart part, std::string_view key) {
        reader.show({"help", sample_home(), HelpModel{part}}, ui::make_layout(1920, 1080),
                    model::Language::zh_hans);
        const auto& words = strings::text(model::Language::zh_hans, key);
        for (const auto& one : reader.on_top())
            if (one.words == words) return one.box.y;
        FAIL(words);
        return 0.f;
    };
    CHECK(top_of(HelpPart::desk, "screens.help.desk") < top_of(HelpPart::desk, "screens.help.law"));
    CHECK(top_of(HelpPart::desk, "screens.home.large.help") > 0);
    CHECK(top_of(HelpPart::phone, "screens.help.law") <
          top_of(HelpPart::phone, "screens.help.desk"));
    CHECK(top_of(HelpPart::phone, "screens.home.large.call") > 0);
    CHECK(top_of(HelpPart::any, "screens.help.title") > 0);
}

TEST_CASE("an overlay hides every target of the page beneath, wherever it is touched") {
    ScreenFixture screen;
    for (const auto& named : sample_pages()) {
        CAPTURE(named.name);
        screen.memory = {};
        (void)screen.show(named.page);
        const auto beneath = screen.ui.targets().all();
        for (const Overlay& overlay : {Overlay{HelpModel{}}, Overlay{IdleModel{9}}}) {
            (void)screen.show(named.page, overlay);
            for (const auto& target : beneath) {
                CAPTURE(target.id);
                CHECK_FALSE(screen.has(target.id));
                screen.tap_at(target.rect.center());
                const auto intent = screen.show(named.page, overlay);
                CHECK((is_nothing(intent) || std::holds_alternative<CloseOverlay>(intent)));
            }
        }
    }
}

TEST_CASE("a tap that was under way when an overlay came does not act on the page") {
    ScreenFixture screen;
    (void)screen.show(sample_home());
    screen.tap("home.door.videos");
    CHECK(is_nothing(screen.show(sample_home(), IdleModel{20})));
}

TEST_CASE("the language sheet offers each language by its own name, and closes") {
    ScreenFixture screen;
    for (const auto language : model::k_languages) {
        const std::string id = "language." + std::string{model::tag(language)};
        CHECK(as<ChooseLanguage>(screen.touch(sample_home(), id, LanguageModel{})).language ==
              language);
    }
    (void)as<CloseOverlay>(screen.touch(sample_home(), "language.close", LanguageModel{}));
}

TEST_CASE("the language sheet switches text size, contrast and reach, there and back") {
    ScreenFixture screen;
    const auto touch = [&](std::string_view id) {
        return screen.touch(sample_home(), id, LanguageModel{});
    };
    CHECK(as<ChooseTextSize>(touch("language.text")).size == ui::TextSize::large);
    CHECK(as<ChooseTheme>(touch("language.contrast")).theme == ui::Theme::high_contrast);
    CHECK(as<ChooseReach>(touch("language.reach")).reach == ui::Reach::lower);
    screen.look.text = ui::TextSize::large;
    screen.look.theme = ui::Theme::high_contrast;
    screen.look.reach = ui::Reach::lower;
    CHECK(as<ChooseTextSize>(touch("language.text")).size == ui::TextSize::normal);
    CHECK(as<ChooseTheme>(touch("language.contrast")).theme == ui::Theme::light);
    CHECK(as<ChooseReach>(touch("language.reach")).reach == ui::Reach::whole);
}

TEST_CASE("on every canvas all that can be touched on a sheet is large enough, apart and on it") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const Overlay& overlay : {Overlay{LanguageModel{}}, Overlay{HelpModel{}},
                                       Overlay{IdleModel{17}}, Overlay{GoneModel{}}}) {
            (void)screen.show(sample_home(), overlay);
            check_targets(screen, canvas.layout);
            CHECK_FALSE(pressable(screen).empty());
        }
    });
}

TEST_CASE("on a tall screen a sheet is touched in its lower part") {
    const auto layout = ui::make_layout(1080, 1920);
    ScreenFixture screen{layout};
    for (const Overlay& overlay : {Overlay{LanguageModel{}}, Overlay{HelpModel{}},
                                   Overlay{IdleModel{17}}, Overlay{GoneModel{}}}) {
        (void)screen.show(sample_home(), overlay);
        for (const auto& target : pressable(screen))
            CHECK(target.rect.y >= layout.canvas_height * 0.4f);
    }
}
