#include "tests/support/desk_reports.h"
#include "tests/support/scripted_desk.h"

#include <doctest/doctest.h>

using namespace pufa;
using support::ScriptedDesk;
using Verb = screens::StaffVerb;
using Kind = staff::KnownItem::Kind;
using namespace std::chrono_literals;

namespace {

constexpr const char* k_pack = "jiangmen-sfj/constitution";
const std::string k_film = "jiangmen-sfj/constitution/film-1";

/// The pack is open at the desk, with a film, 20 questions, and something of another pack.
ScriptedDesk at_pack() {
    ScriptedDesk desk;
    desk.enter();
    staff::ItemsKnown known;
    known.items.push_back({{k_film}, Kind::film, model::in_hans("宪法与我们的一生")});
    known.items.push_back({{"other/pack/film-1"}, Kind::film, model::in_hans("别的包里的")});
    for (int i = 1; i <= 20; ++i)
        known.items.push_back({{std::string{k_pack} + "/q-" + std::to_string(i)},
                               Kind::question,
                               model::in_hans("第" + std::to_string(i) + "题")});
    desk.send(known);
    desk.go(screens::StaffPart::packs);
    desk.report(staff::Job::list, support::list_report());
    desk.act(Verb::open_pack, k_pack);
    return desk;
}

} // namespace

TEST_CASE("an open pack lists what is in it, page by page, and nothing of another") {
    auto desk = at_pack();
    CHECK(desk.words().find("宪法与我们的一生") != std::string::npos);
    CHECK(desk.words().find("第11题") != std::string::npos);
    CHECK(desk.words().find("第12题") == std::string::npos);
    CHECK(desk.words().find("别的包里的") == std::string::npos);
    CHECK_FALSE(desk.offers("items.before"));
    const auto next = desk.offers("items.after");
    REQUIRE(next);
    desk.touch(*next);
    CHECK(desk.words().find("第20题") != std::string::npos);
    CHECK(desk.offers("items.before"));
    CHECK_FALSE(desk.offers("items.after"));
    desk.act(Verb::show_items, {}, 99); // what nobody offers
    CHECK(desk.page());
}

TEST_CASE("an item is switched off and on again, and settings carry it") {
    auto desk = at_pack();
    const auto row = desk.offers("items." + k_film);
    REQUIRE(row);
    desk.touch(*row);
    const auto off = desk.offers("item.shown");
    REQUIRE(off);
    desk.touch(*off);
    REQUIRE(desk.last<staff::ApplySettings>());
    CHECK(desk.last<staff::ApplySettings>()->settings.switched_off ==
          std::set<model::ItemId>{{k_film}});
    desk.act(Verb::open_item);
    CHECK(desk.words().find("已关闭 1 项") != std::string::npos);
    desk.act(Verb::open_item, k_film);
    const auto on = desk.offers("item.shown");
    REQUIRE(on);
    CHECK(*on != *off);
    desk.touch(*on);
    CHECK(desk.last<staff::ApplySettings>()->settings.switched_off.empty());
}

TEST_CASE("what the desk does not know cannot be switched off, nor more than are kept") {
    auto desk = at_pack();
    desk.act(Verb::switch_item, "nobody/knows/it");
    CHECK(desk.count<staff::ApplySettings>() == 0);
    staff::ItemsKnown many;
    for (size_t i = 0; i <= settings::k_most_switched_off; ++i)
        many.items.push_back({{std::string{k_pack} + "/" + std::to_string(i)}, Kind::film, {}});
    desk.send(many);
    for (const auto& item : many.items)
        desk.act(Verb::switch_item, item.id.value);
    CHECK(desk.last<staff::ApplySettings>()->settings.switched_off.size() ==
          settings::k_most_switched_off);
    CHECK(desk.page()->toast_tone == screens::StaffTone::bad);
}

TEST_CASE("an item is looked at on the visitors' side, and the desk waits where it was") {
    auto desk = at_pack();
    desk.act(Verb::open_item, k_film);
    const auto look = desk.offers("item.preview");
    REQUIRE(look);
    desk.touch(*look);
    REQUIRE(desk.last<staff::PreviewItem>());
    CHECK(desk.last<staff::PreviewItem>()->item.value == k_film);
    CHECK_FALSE(desk.desk->open());
    CHECK(desk.count<staff::DeskClosed>() == 0);
    desk.act(Verb::remove, k_pack, 1); // the desk is not there to be touched
    CHECK_FALSE(desk.run(staff::Job::remove));
    desk.pass(10min); // how long somebody looks is for the visit to say
    CHECK_FALSE(desk.desk->open());
    desk.send(staff::PreviewEnded{});
    REQUIRE(desk.page());
    CHECK(desk.offers("item.preview"));
    desk.pass(170s);
    CHECK(desk.desk->open());
}

TEST_CASE("whoever walks away from a preview leaves no open desk") {
    auto desk = at_pack();
    desk.act(Verb::preview_item, k_film);
    desk.send(staff::PreviewEnded{staff::PreviewEnded::How::forgotten});
    CHECK_FALSE(desk.desk->open());
    CHECK(desk.count<staff::DeskClosed>() == 1);
    desk.send(staff::Opened{});
    CHECK(desk.keys()); // the PIN again
    // What ends after the desk is there again closes nothing.
    desk.send(staff::PreviewEnded{staff::PreviewEnded::How::forgotten});
    CHECK(desk.keys());
}

TEST_CASE("holding the way in comes back from a preview as well") {
    auto desk = at_pack();
    desk.act(Verb::preview_item, k_film);
    desk.send(staff::Opened{});
    CHECK(desk.page());
}

TEST_CASE("an item that went with its pack says so") {
    auto desk = at_pack();
    desk.act(Verb::open_item, k_film);
    desk.send(staff::ItemsKnown{});
    CHECK_FALSE(desk.offers("item.preview"));
    CHECK(desk.offers("item.close"));
}
