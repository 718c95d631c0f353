// What is written on the pages: all of it is there, whole, apart and on the canvas.
#include "content/strings/strings.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/ui.h"
#include "tests/support/canvases.h"
#include "tests/support/spied_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

using namespace pufa;
using namespace pufa::support;

namespace {

std::unique_ptr<ui::Text> open_text(CountingTextures& textures) {
    auto files = ui::find_fonts();
    REQUIRE(files.ok());
    auto opened = ui::Text::open(*files, textures);
    REQUIRE(opened.ok());
    return std::move(opened).value();
}

struct Reader {
    CountingTextures textures;
    SpiedText text{open_text(textures)};
    ui::UiMemory memory;
    ui::Ui ui{text, memory, [](const std::string&, ui::PixelSize) { return std::nullopt; }};

    void show(const NamedPage& named, const ui::Layout& layout, model::Language language) {
        memory = {};
        text.forget();
        ui.begin(layout, {.language = language}, {}, SteadyTime{});
        (void)screens::draw(ui, named.page, named.overlay);
        (void)ui.end();
    }
    [[nodiscard]] bool scrolls_down() const {
        const auto& all = ui.targets().all();
        return std::any_of(all.begin(), all.end(), [](const auto& target) {
            return target.kind == ui::Target::Kind::scroll_y;
        });
    }
};

std::vector<ui::Layout> panels() {
    return {ui::make_layout(1920, 1080), ui::make_layout(1366, 768),
            ui::make_layout(1366, 768, 396)};
}

bool is_long(const NamedPage& named) {
    return named.name.find("long") != std::string::npos;
}

template <class Check>
void read_every_page(Check&& check) {
    Reader reader;
    for (const auto& layout : panels()) {
        for (const auto language : model::k_languages) {
            for (const auto& named : sample_pages()) {
                CAPTURE(layout.pixel_height);
                CAPTURE(layout.canvas_height);
                CAPTURE(model::tag(language));
                CAPTURE(named.name);
                reader.show(named, layout, language);
                check(reader, named, layout, language);
            }
        }
    }
}

/// Two boxes that share more than a sliver.
bool collide(const ui::Rect& a, const ui::Rect& b) {
    const ui::Rect shared = a.intersected(b);
    return shared.w > 2 && shared.h > 4;
}

} // namespace

TEST_CASE("no glyph of any page is missing from the fonts") {
    read_every_page([](Reader& reader, const NamedPage&, const ui::Layout&, model::Language) {
        CHECK(reader.text.take_missing() == 0);
    });
}

TEST_CASE("the kiosk's own words are never cut short") {
    read_every_page(
        [](Reader& reader, const NamedPage&, const ui::Layout&, model::Language language) {
            std::set<std::string> own;
            for (const auto key : strings::keys(language))
                if (key.substr(0, 8) == "screens.") own.insert(strings::text(language, key));
            for (const auto& words : reader.text.clamped)
                CHECK_MESSAGE(own.count(words) == 0, words);
        });
}

TEST_CASE("titles and options of a usual pack are never cut short") {
    read_every_page(
        [](Reader& reader, const NamedPage& named, const ui::Layout& layout, model::Language) {
            if (is_long(named) || layout.canvas_height < 1000) return;
            for (const auto& words : reader.text.clamped)
                FAIL_CHECK(words);
        });
}

TEST_CASE("no words lie over others") {
    read_every_page([](Reader& reader, const NamedPage& named, const ui::Layout&, model::Language) {
        // Under a sheet the page shows through, and what scrolls out of sight is clipped.
        const bool covered = named.overlay.index() != 0 || named.name.find("article") == 5;
        if (covered || reader.scrolls_down()) return;
        const auto& drawn = reader.text.drawn;
        for (size_t i = 0; i < drawn.size(); ++i)
            for (size_t j = i + 1; j < drawn.size(); ++j)
                CHECK_MESSAGE(!collide(drawn[i].box, drawn[j].box),
                              drawn[i].words << " | " << drawn[j].words);
    });
}

TEST_CASE("no words leave the canvas but on the shelf that goes on beyond the edge") {
    read_every_page(
        [](Reader& reader, const NamedPage& named, const ui::Layout& layout, model::Language) {
            const bool shelf = std::holds_alternative<HomeModel>(named.page);
            if (reader.scrolls_down()) return;
            for (const auto& drawn : reader.text.drawn) {
                const auto& box = drawn.box;
                CAPTURE(drawn.words);
                CHECK(box.y >= layout.screen().y);
                CHECK(box.bottom() <= layout.canvas_height);
                CHECK(box.x >= 0);
                if (!shelf) CHECK(box.right() <= layout.canvas_width);
            }
        });
}

TEST_CASE("lengths are told as people tell them") {
    CHECK(duration_words(std::chrono::seconds{0}) == "0:00");
    CHECK(duration_words(std::chrono::milliseconds{62'999}) == "1:02");
    CHECK(duration_words(std::chrono::seconds{3725}) == "1:02:05");
    CHECK(duration_words(std::chrono::seconds{-3}) == "0:00");
}

TEST_CASE("the clock and the day are told in the page's language") {
    Reader reader;
    const auto layout = ui::make_layout(1920, 1080);
    const base::LocalTime time{{2026, 11, 3}, 9, 5, 0, 1};
    CHECK(clock_words(time) == "09:05");
    reader.show({"home", sample_home(), {}}, layout, model::Language::zh_hans);
    CHECK(day_words(reader.ui, time) == "11月3日 星期二");
    CHECK(date_words(reader.ui, time.date) == "2026年11月3日");
    reader.show({"home", sample_home(), {}}, layout, model::Language::en);
    CHECK(day_words(reader.ui, time) == "Tuesday, 3 November");
    CHECK(date_words(reader.ui, time.date) == "3 November 2026");
}

TEST_CASE("two lines are parted where a phrase ends, if both halves then fit") {
    Reader reader;
    const auto parted = [&](std::string_view words, float ems) {
        const ui::TextStyle style{ui::Face::sans, 40, ui::Color::ink, 1.25f, 1};
        reader.ui.begin(ui::make_layout(1920, 1080), {}, {}, SteadyTime{});
        auto lines = in_phrases(reader.ui, style, 40 * ems, words);
        (void)reader.ui.end();
        return lines;
    };
    const std::string whole = "老人立了两份遗嘱，以哪一份为准？";
    CHECK(parted(whole, 12) == "老人立了两份遗嘱，\n以哪一份为准？");
    SUBCASE("one line stays one") {
        CHECK(parted(whole, 17) == whole);
    }
    SUBCASE("three lines are left to the line breaker") {
        CHECK(parted(whole, 7) == whole);
    }
    SUBCASE("a half that does not fit leaves the words as they are") {
        const std::string early = "老人，立了两份遗嘱以哪一份为准？";
        CHECK(parted(early, 11) == early);
    }
    SUBCASE("a mark at the very end parts nothing") {
        const std::string one = "老人立了两份遗嘱以哪一份为准，";
        CHECK(parted(one, 12) == one);
    }
}

TEST_CASE("two lines of English are as long as words allow, and Chinese is not torn for it") {
    Reader reader;
    const auto layout = ui::make_layout(1920, 1080);
    const ui::TextStyle style{ui::Face::sans, 40, ui::Color::ink, 1.25f, 1};
    const auto parted = [&](std::string_view words, model::Language language) {
        reader.ui.begin(layout, {.language = language}, {}, SteadyTime{});
        const float width = reader.ui.text_width(style, words) * 0.8f;
        auto lines = in_phrases(reader.ui, style, width, words);
        (void)reader.ui.end();
        return lines;
    };
    CHECK(parted("Marriage and family in the Civil Code", model::Language::en) ==
          "Marriage and family\nin the Civil Code");
    const std::string chinese = "人民调解委员会调解民间纠纷不收取任何费用";
    CHECK(parted(chinese, model::Language::zh_hans) == chinese);
}

TEST_CASE("the words of true and false are never torn") {
    Reader reader;
    auto quiz = true_false_quiz();
    quiz.options.at(0).text = "Correctly stated";
    quiz.options.at(1).text = "Misunderstanding";
    for (const auto& [width, height, mm] : {std::tuple{1366, 768, 396.f}, {1080, 1920, 546.f}})
        for (const auto size : {ui::TextSize::normal, ui::TextSize::large}) {
            reader.show({"quiz", quiz, {}}, ui::make_layout(width, height, mm, size),
                        model::Language::en);
            for (const auto& option : quiz.options)
                CHECK(std::any_of(reader.text.drawn.begin(), reader.text.drawn.end(),
                                  [&](const auto& drawn) { return drawn.words == option.text; }));
        }
}

TEST_CASE("two lines without a pause are as long as each other") {
    Reader reader;
    const ui::TextStyle style{ui::Face::sans, 40, ui::Color::ink, 1.25f, 1};
    const auto lengths = [&](std::string_view words, float ems) {
        reader.ui.begin(ui::make_layout(1920, 1080), {}, {}, SteadyTime{});
        const auto out = balanced(reader.ui, style, 40 * ems, words);
        CHECK(out.width <= 40 * ems);
        std::vector<float> widths;
        for (const auto& line : reader.ui.paragraph(style, out.width, out.words).lines)
            widths.push_back(line.width / 40);
        (void)reader.ui.end();
        return widths;
    };
    const auto even = lengths("调解协议经法院确认后可以申请强制执行维护权益", 20);
    REQUIRE(even.size() == 2);
    CHECK(even[0] - even[1] <= 1.01f);
    CHECK(lengths("调解协议经法院确认", 20).size() == 1);
    CHECK(lengths("老人立了两份遗嘱，以哪一份为准？", 12).front() ==
          doctest::Approx(9).epsilon(0.01));
    CHECK(lengths("一二三四五六\n七", 20).front() == doctest::Approx(6).epsilon(0.01));
}

TEST_CASE("a sentence is said only when it is true") {
    Reader reader;
    const auto layout = ui::make_layout(1920, 1080);
    const auto says = [&](std::string_view key) {
        const auto& words = strings::text(model::Language::zh_hans, key);
        return std::any_of(reader.text.drawn.begin(), reader.text.drawn.end(),
                           [&](const auto& drawn) { return drawn.words == words; });
    };
    const auto show = [&](const Page& page) {
        reader.show({"", page, {}}, layout, model::Language::zh_hans);
    };
    SUBCASE("thanks, when the participation is recorded") {
        show(sample_result());
        CHECK(says("screens.result.thanks"));
        show(lone_result());
        CHECK_FALSE(says("screens.result.thanks"));
    }
    SUBCASE("sample content, when a demo pack is installed") {
        show(sample_home());
        CHECK(says("screens.demo"));
        show(quiet_home());
        CHECK_FALSE(says("screens.demo"));
    }
    SUBCASE(
        "not fully translated, when something on the page is not, however little room there is") {
        for (const auto& canvas : all_canvases()) {
            CAPTURE(canvas.name);
            reader.show({"", full_home(), {}}, canvas.layout, model::Language::zh_hans);
            CHECK(says("screens.untranslated"));
            CHECK(says("screens.demo"));
        }
        show(sample_home());
        CHECK_FALSE(says("screens.untranslated"));
    }
    SUBCASE("made by AI, over every state of such a video") {
        using enum WatchModel::State;
        for (const auto state : {opening, playing, paused, ended}) {
            show(sample_watch(state));
            CHECK(says("screens.ai_generated"));
        }
        show(hidden_watch());
        CHECK(says("screens.ai_generated"));
        auto filmed = sample_watch();
        filmed.ai_generated = false;
        show(filmed);
        CHECK_FALSE(says("screens.ai_generated"));
    }
    SUBCASE("not available, when a video failed") {
        show(sample_watch(WatchModel::State::failed));
        CHECK(says("screens.watch.failed"));
        show(sample_watch(WatchModel::State::ended));
        CHECK_FALSE(says("screens.watch.failed"));
    }
}

TEST_CASE("the fault page and the help sheet name 12348") {
    Reader reader;
    const auto layout = ui::make_layout(1920, 1080);
    for (const auto& named :
         {NamedPage{"fault", sample_fault(), {}}, NamedPage{"help", sample_watch(), HelpModel{}}}) {
        reader.show(named, layout, model::Language::zh_hans);
        const bool said = std::any_of(reader.text.drawn.begin(), reader.text.drawn.end(),
                                      [](const auto& drawn) { return drawn.words == "12348"; });
        CHECK_MESSAGE(said, named.name);
    }
}
