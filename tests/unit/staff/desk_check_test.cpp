#include "tests/support/desk_reports.h"
#include "tests/support/scripted_desk.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::support;
using namespace std::chrono_literals;
using checkup::Answer;
using checkup::Part;
using screens::StaffPart;
using screens::StaffVerb;
using Shade = screens::ColorModel::Shade;

namespace {

ScriptedDesk at_check() {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::check);
    desk.report(staff::Job::check, doctor_report(), 3);
    return desk;
}

void press(ScriptedDesk& desk, const char* id) {
    REQUIRE(desk.offers(id));
    desk.touch(*desk.offers(id));
}

bool says(const ScriptedDesk& desk, std::string_view words) {
    return desk.words().find(words) != std::string::npos;
}

void sweep(ScriptedDesk& desk, float x, float y,
           staff::Swept::Kind kind = staff::Swept::Kind::moved) {
    desk.send(staff::Swept{x, y, kind});
}
void touch_anywhere(ScriptedDesk& desk) {
    sweep(desk, 0.5f, 0.5f, staff::Swept::Kind::touched);
}
/// All targets of the rows and columns, but those of one row.
void wipe(ScriptedDesk& desk, int columns, int rows, int without_row = -1) {
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns && row != without_row; ++column)
            sweep(desk, (static_cast<float>(column) + 0.5f) / static_cast<float>(columns),
                  (static_cast<float>(row) + 0.5f) / static_cast<float>(rows));
}

const checkup::Hands& kept(const ScriptedDesk& desk) {
    const auto* keep = desk.last<staff::KeepHands>();
    REQUIRE(keep);
    return keep->hands;
}

template <class Model>
const Model* shows(const ScriptedDesk& desk) {
    return std::get_if<Model>(&desk.desk->page());
}

} // namespace

TEST_CASE("the tone is as loud as visitors may have it, and what was heard is kept with its time") {
    auto desk = at_check();
    desk.go(StaffPart::settings);
    desk.act(StaffVerb::set_volume_cap, {}, 3);
    desk.go(StaffPart::check);
    CHECK(says(desk, "还没有查过"));
    press(desk, "check.sound");
    REQUIRE(desk.count<staff::PlayTone>() == 1);
    CHECK(desk.last<staff::PlayTone>()->volume == 3);
    CHECK(says(desk, "都听到了吗"));
    press(desk, "check.sound.again");
    CHECK(desk.count<staff::PlayTone>() == 2);
    CHECK(desk.count<staff::KeepHands>() == 0); // once more is no answer
    SUBCASE("heard") {
        press(desk, "check.sound.yes");
        CHECK(kept(desk).of(Part::sound)->answer == Answer::passed);
        CHECK(kept(desk).of(Part::sound)->when == *base::parse_iso("2026-11-23T15:20:00"));
        CHECK(says(desk, "通过 2026-11-23 15:20"));
    }
    SUBCASE("not heard: it says what to do") {
        press(desk, "check.sound.no");
        CHECK(kept(desk).of(Part::sound)->answer == Answer::failed);
        CHECK(says(desk, "请检查喇叭的连线"));
        CHECK(says(desk, "不通过 2026-11-23 15:20"));
    }
    SUBCASE("nobody answers, and goes elsewhere") {
        desk.go(StaffPart::stick);
        CHECK(kept(desk).of(Part::sound)->answer == Answer::unanswered);
    }
    SUBCASE("nobody answers, and goes away") {
        desk.pass(181s);
        CHECK_FALSE(desk.desk->open());
        CHECK(kept(desk).of(Part::sound)->answer == Answer::unanswered);
    }
    SUBCASE("there is no device to play it") {
        desk.send(staff::ToneImpossible{});
        CHECK(kept(desk).of(Part::sound)->answer == Answer::failed);
        CHECK(kept(desk).no_device);
        CHECK(says(desk, "没有找到声音设备"));
        press(desk, "check.sound");
        press(desk, "check.sound.yes");
        CHECK_FALSE(kept(desk).no_device);
    }
    CHECK_FALSE(desk.offers("check.sound.yes"));
    const auto answers = desk.count<staff::KeepHands>();
    desk.act(StaffVerb::hands_answer, "sound", 1); // to no question
    CHECK(desk.count<staff::KeepHands>() == answers);
}

TEST_CASE("five colours fill the panel one after the other, then it is asked what was seen") {
    auto desk = at_check();
    press(desk, "check.picture");
    for (const auto shade : {Shade::red, Shade::green, Shade::blue, Shade::white, Shade::black}) {
        const auto* page = shows<screens::ColorModel>(desk);
        REQUIRE(page);
        CHECK(page->shade == shade);
        sweep(desk, 0.2f, 0.2f); // a finger that only moves goes on to nothing
        CHECK(shows<screens::ColorModel>(desk)->shade == shade);
        touch_anywhere(desk);
    }
    REQUIRE(desk.page());
    CHECK(says(desk, "有没有看到斑点"));
    SUBCASE("clean") {
        press(desk, "check.picture.yes");
        CHECK(kept(desk).of(Part::picture)->answer == Answer::passed);
    }
    SUBCASE("stained") {
        press(desk, "check.picture.no");
        CHECK(kept(desk).of(Part::picture)->answer == Answer::failed);
        CHECK(says(desk, "请报修显示屏"));
    }
}

TEST_CASE("a colour that nobody touches gives way to the desk") {
    auto desk = at_check();
    press(desk, "check.picture");
    desk.pass(20s);
    touch_anywhere(desk);
    desk.pass(29s);
    CHECK(shows<screens::ColorModel>(desk));
    desk.pass(2s);
    REQUIRE(desk.page());
    CHECK(kept(desk).of(Part::picture)->answer == Answer::unanswered);
    CHECK(says(desk, "没有回答"));
}

TEST_CASE("a panel that answers everywhere has passed at once") {
    for (const bool portrait : {false, true}) {
        auto desk = at_check();
        if (portrait) desk.send(staff::PanelStands{staff::PanelStands::Shape::portrait});
        press(desk, "check.touch");
        const auto* page = shows<screens::WipeModel>(desk);
        REQUIRE(page);
        CHECK(page->columns == (portrait ? 4 : 6));
        CHECK(page->rows == (portrait ? 6 : 4));
        CHECK(page->seconds_left == 20);
        sweep(desk, 0, 0);
        sweep(desk, 1, 1); // the very edges belong to the last ones
        CHECK(shows<screens::WipeModel>(desk)->touched.front());
        CHECK(shows<screens::WipeModel>(desk)->touched.back());
        wipe(desk, portrait ? 4 : 6, portrait ? 6 : 4);
        REQUIRE(desk.page());
        CHECK(kept(desk).of(Part::touch)->answer == Answer::passed);
        CHECK_FALSE(kept(desk).grid);
    }
}

TEST_CASE("after twenty seconds it says which rows never answered") {
    auto desk = at_check();
    press(desk, "check.touch");
    wipe(desk, 6, 4, 2);
    desk.pass(19s);
    CHECK(shows<screens::WipeModel>(desk)->seconds_left == 1);
    desk.pass(2s);
    REQUIRE(desk.page());
    CHECK(kept(desk).of(Part::touch)->answer == Answer::failed);
    CHECK(kept(desk).grid->dead_rows() == std::vector{3});
    CHECK(says(desk, "从上往下第 3 行没有反应"));
    // Mended: the grid of before is gone.
    press(desk, "check.touch");
    wipe(desk, 6, 4);
    CHECK_FALSE(kept(desk).grid);
}

TEST_CASE("a panel that nobody wiped is not called broken") {
    auto desk = at_check();
    press(desk, "check.touch");
    desk.pass(21s);
    CHECK(kept(desk).of(Part::touch)->answer == Answer::unanswered);
    CHECK_FALSE(kept(desk).grid);
}

TEST_CASE("what was found before stands there, with the machine's own lines and not twice") {
    auto desk = at_check();
    checkup::Hands hands;
    hands.of(Part::sound) = checkup::Found{*base::parse_iso("2026-11-02T09:30:00"), Answer::failed};
    desk.send(staff::HandsKnown{hands});
    desk.report(staff::Job::check, R"({"good": false, "lines": [
        {"health": "wrong", "check": "hands-sound-failed", "sentence": "没有听到声音（doctor）"},
        {"health": "look", "check": "aside", "sentence": "一个视频停用"}]})",
                3);
    CHECK(says(desk, "不通过 2026-11-02 09:30"));
    CHECK_FALSE(says(desk, "（doctor）"));
    CHECK(says(desk, "一个视频停用"));
    CHECK(says(desk, "有 2 处要看一看"));
}

TEST_CASE("a result that cannot be kept is said") {
    auto desk = at_check();
    press(desk, "check.sound");
    press(desk, "check.sound.yes");
    desk.send(staff::HandsKept{});
    CHECK(desk.page()->toast.empty());
    desk.send(staff::HandsKept{Error{Code::READ_ONLY, "check.json", {}}});
    CHECK(says(desk, "没能存下来"));
}
