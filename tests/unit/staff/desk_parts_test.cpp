#include "tests/support/desk_reports.h"
#include "tests/support/scripted_desk.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::support;
using namespace std::chrono_literals;
using screens::StaffPart;
using screens::StaffVerb;
using staff::Job;
using Arguments = std::vector<std::string>;

TEST_CASE("a pack is taken back or removed after a question, and not before its answer") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::packs);
    desk.report(Job::list, list_report());
    REQUIRE(desk.offers("packs.open.jiangmen-sfj/constitution"));
    desk.touch(*desk.offers("packs.open.jiangmen-sfj/constitution"));
    REQUIRE(desk.offers("packs.rollback"));
    desk.touch(*desk.offers("packs.rollback"));
    REQUIRE(desk.page()->question);
    CHECK(desk.run(Job::roll_back) == nullptr);
    desk.act(StaffVerb::no);
    CHECK_FALSE(desk.page()->question);
    CHECK(desk.run(Job::roll_back) == nullptr);
    desk.touch(*desk.offers("packs.remove"));
    CHECK(desk.page()->question->grave);
    desk.act(StaffVerb::yes);
    CHECK(desk.run(Job::remove)->arguments == Arguments{"remove", "jiangmen-sfj/constitution"});
    desk.report(Job::remove, "{}");
    CHECK(desk.words().find("已移除") != std::string::npos);
}

TEST_CASE("a pack with no version before cannot go back") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::packs);
    desk.report(Job::list, list_report());
    desk.act(StaffVerb::open_pack, "demo/wills");
    CHECK_FALSE(desk.offers("packs.rollback"));
    CHECK(desk.offers("packs.remove"));
}

TEST_CASE("what is withheld and what soon ends stands beside the packs, with its reason") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::packs);
    REQUIRE(desk.run(Job::expiring));
    desk.report(Job::expiring, expiring_report());
    const auto words = desk.words();
    CHECK(words.find("去年的普法海报 | 已过有效期。 | 已停用") != std::string::npos);
    CHECK(words.find("2026-12-01") != std::string::npos);
    desk.report(Job::expiring, R"({"withheld": [], "soon": []})");
    CHECK(desk.words().find("两周内没有") != std::string::npos);
}

TEST_CASE("figures are told with their definitions, and what is counted apart") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::figures);
    desk.report(Job::figures, figures_report());
    const auto words = desk.words();
    for (const auto* told : {"18,214", "12,840", "76%", "9,040", "高空抛物", "江门市司法局",
                             "青少年 410", "70%", "观看满 15 秒", "2026-11-09"})
        CHECK_MESSAGE(words.find(told) != std::string::npos, told);
}

TEST_CASE("settings are applied at once, within their bounds") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::settings);
    REQUIRE(desk.offers("settings.cap.less"));
    desk.touch(*desk.offers("settings.cap.less"));
    CHECK(desk.last<staff::ApplySettings>()->settings.volume_cap == 4);
    CHECK_FALSE(desk.offers("settings.quiet.less"));
    desk.touch(*desk.offers("settings.quiet.more"));
    CHECK(desk.last<staff::ApplySettings>()->settings.quiet == campaign::DailySpan{720, 840});
    desk.touch(*desk.offers("settings.night.more"));
    CHECK(desk.last<staff::ApplySettings>()->settings.night);
    desk.touch(*desk.offers("settings.rotation.90"));
    CHECK(desk.last<staff::ApplySettings>()->settings.rotation == 90);
    desk.touch(*desk.offers("settings.language.en"));
    CHECK(desk.last<staff::ApplySettings>()->settings.language == model::Language::en);
    CHECK(desk.words().find("Settings") != std::string::npos); // the desk speaks it too
    for (int i = 0; i < 9; ++i)
        desk.act(StaffVerb::set_volume_cap, {}, 0);
    CHECK(desk.desk->settings().volume_cap == 1);
}

TEST_CASE("this kiosk is named by choosing the place where it stands") {
    ScriptedDesk desk;
    staff::PlacesKnown known;
    for (int i = 0; i < 30; ++i)
        known.places.push_back({"p" + std::to_string(i), "地点" + std::to_string(i),
                                model::GeoPoint{113 + i * 0.01, 22.5}});
    desk.send(known);
    desk.enter();
    desk.go(StaffPart::settings);
    desk.touch(*desk.offers("settings.place"));
    CHECK(desk.offers("settings.place.p0"));
    CHECK_FALSE(desk.offers("settings.place.p12"));
    CHECK_FALSE(desk.offers("settings.places.before"));
    desk.touch(*desk.offers("settings.places.after"));
    desk.touch(*desk.offers("settings.place.p12"));
    const auto& settings = desk.last<staff::ApplySettings>()->settings;
    CHECK(settings.place == "地点12");
    CHECK(settings.position->lon == doctest::Approx(113.12));
}

TEST_CASE("the panel is measured with a card, and nothing is set before it fits") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::settings);
    desk.touch(*desk.offers("settings.calibrate"));
    for (int i = 0; i < 5; ++i)
        desk.touch(*desk.offers("settings.card.more")); // a larger outline: a smaller panel
    CHECK(desk.count<staff::ApplySettings>() == 0);
    desk.touch(*desk.offers("settings.card.fits"));
    CHECK(desk.last<staff::ApplySettings>()->settings.panel_diagonal_mm == 546 - 5 * 4);
}

TEST_CASE("a day is previewed on the visitors' side") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::calendar);
    REQUIRE(desk.offers("calendar.2026-12-04"));
    CHECK(desk.offers("calendar.2027-03-08")); // this year's is over
    desk.touch(*desk.offers("calendar.2026-12-04"));
    CHECK(desk.last<staff::PreviewDay>()->day == base::Date{2026, 12, 4});
    CHECK_FALSE(desk.desk->open());
}

TEST_CASE("the check puts what is wrong first and can be made again") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::check);
    desk.report(Job::check, doctor_report(), 3);
    const auto words = desk.words();
    CHECK(words.find("时钟") < words.find("暂停播放"));
    CHECK(words.find("暂停播放") < words.find("磁盘"));
    const auto runs = desk.count<staff::RunAdmin>();
    desk.touch(*desk.offers("check.again"));
    CHECK(desk.count<staff::RunAdmin>() == runs + 1);
    desk.touch(*desk.offers("check.forget"));
    CHECK(desk.count<staff::ForgetAside>() == 1);
}

TEST_CASE("while the screen is wiped nothing is offered, then the desk is back") {
    ScriptedDesk desk;
    desk.enter();
    desk.act(StaffVerb::clean);
    CHECK(std::holds_alternative<screens::CleaningModel>(desk.desk->page()));
    desk.pass(15s);
    CHECK(std::get<screens::CleaningModel>(desk.desk->page()).seconds_left == 15);
    desk.pass(16s);
    CHECK(desk.page());
}

TEST_CASE("the desk closes after three minutes without a touch, and every touch counts") {
    ScriptedDesk desk;
    desk.enter();
    desk.pass(170s);
    CHECK(desk.page()->leaves_in == "0:10");
    desk.send(staff::Touched{});
    desk.pass(170s);
    CHECK(desk.page());
    desk.pass(11s);
    CHECK_FALSE(desk.desk->open());
}

TEST_CASE("a restart is asked about first") {
    ScriptedDesk desk;
    desk.enter();
    desk.go(StaffPart::settings);
    desk.touch(*desk.offers("settings.restart"));
    CHECK(desk.count<staff::RestartKiosk>() == 0);
    desk.act(StaffVerb::yes);
    CHECK(desk.count<staff::RestartKiosk>() == 1);
}

TEST_CASE("nothing of the desk is heard while it is closed") {
    ScriptedDesk desk;
    for (const auto verb : {StaffVerb::install, StaffVerb::round, StaffVerb::remove,
                            StaffVerb::set_volume_cap, StaffVerb::change_pin, StaffVerb::restart,
                            StaffVerb::preview_day, StaffVerb::clean, StaffVerb::check_again})
        desk.act(verb, "2026-12-04", 1);
    desk.go(StaffPart::packs);
    desk.type("280614\n");
    CHECK(desk.asked.empty());
    CHECK_FALSE(desk.desk->open());
}
