#pragma once
// Every page of the desk in one language, made by the desk itself.

#include "tests/support/desk_reports.h"
#include "tests/support/sample_pages.h"
#include "tests/support/scripted_desk.h"

namespace pufa::support {

class DeskPages {
  public:
    explicit DeskPages(model::Language language)
        : m_language(language) {}

    [[nodiscard]] std::vector<NamedPage> all() {
        pin_pages();
        stick_pages();
        part_pages();
        clock_pages();
        check_pages();
        m_pages.push_back({"staff-cleaning", screens::CleaningModel{27}, {}});
        return std::move(m_pages);
    }

  private:
    using State = removable::Stick::State;
    void take(const char* name, const ScriptedDesk& desk) {
        if (const auto* page = desk.page()) m_pages.push_back({name, *page, {}});
        if (const auto* ticket = desk.ticket()) m_pages.push_back({name, *ticket, {}});
        if (const auto* keys = desk.keys()) m_pages.push_back({name, *keys, {}});
    }
    [[nodiscard]] ScriptedDesk entered() const {
        ScriptedDesk desk{m_language};
        desk.enter();
        desk.report(staff::Job::figures, figures_report());
        desk.report(staff::Job::check, doctor_report(), 3);
        return desk;
    }
    [[nodiscard]] ScriptedDesk with_stick() const {
        auto desk = entered();
        desk.plug_in("s1", "普法资料");
        desk.stick_is(State::readable);
        desk.report(staff::Job::look, stick_report());
        desk.report(staff::Job::plan, plan_report(), 1);
        return desk;
    }
    void pin_pages() {
        ScriptedDesk desk{m_language};
        desk.send(staff::Opened{});
        desk.type("2806");
        take("staff-pin", desk);
        desk.type("14\n");
        desk.send(staff::PinJudged{.right = false, .wait_seconds = 57});
        take("staff-pin-wait", desk);
        ScriptedDesk first{m_language};
        first.send(staff::PinFacts{.may_set = true});
        first.send(staff::FirstStart{});
        take("staff-pin-first", first);
        first.type("280614\n");
        take("staff-pin-repeat", first);
        ScriptedDesk none{m_language};
        none.send(staff::PinFacts{});
        none.send(staff::Opened{});
        take("staff-pin-none", none);
        none.act(screens::StaffVerb::forgot_pin);
        none.send(staff::ResetCode{"482190375568"});
        take("staff-ticket", none);
        none.plug_in("s1", "普法资料");
        none.stick_is(State::readable);
        none.act(screens::StaffVerb::look_for_ticket);
        const Error fault{Code::OTHER_TICKET, "PUFA/hall-2.pin.json", "1111 2222 3333"};
        none.fail(staff::Job::ticket, "OTHER_TICKET", strings::sentence(m_language, fault), 1);
        take("staff-ticket-bad", none);
    }
    void stick_pages() {
        auto none = entered();
        take("staff-stick-none", none);
        auto desk = with_stick();
        take("staff-stick", desk);
        desk.act(screens::StaffVerb::install);
        desk.now += std::chrono::seconds{20};
        desk.progress(staff::Job::install, 1'100'000'000, 1'800'000'000);
        take("staff-stick-installing", desk);
        desk.report(staff::Job::install, install_report());
        desk.report(staff::Job::plan, plan_report(), 1);
        take("staff-stick-installed", desk);
        auto round = with_stick();
        round.act(screens::StaffVerb::round);
        round.report(staff::Job::install, install_report());
        round.stick_is(State::writable);
        take("staff-stick-round", round);
        round.report(staff::Job::carry, R"({"folder": "PUFA/x", "files": [], "verified": true})");
        round.stick_is(State::readable);
        round.report(staff::Job::verify, R"({"folder": "PUFA/x", "files": 5, "verified": true})");
        round.stick_is(State::released);
        take("staff-stick-done", round);
        auto pulled = with_stick();
        pulled.act(screens::StaffVerb::round);
        pulled.pull_out();
        take("staff-stick-pulled", pulled);
        auto author = entered();
        author.plug_in("s1", "");
        author.plug_in("s2", "普法资料");
        author.stick_is(State::readable);
        author.report(staff::Job::look, author_stick_report());
        take("staff-stick-author", author);
    }
    void part_pages() {
        auto desk = entered();
        desk.go(screens::StaffPart::packs);
        desk.report(staff::Job::list, list_report());
        desk.report(staff::Job::expiring, expiring_report());
        take("staff-packs", desk);
        using Kind = staff::KnownItem::Kind;
        staff::ItemsKnown known_items;
        const auto add = [&](const char* id, Kind kind, const char* title) {
            known_items.items.push_back(
                {{std::string{"jiangmen-sfj/constitution/"} + id}, kind, model::in_hans(title)});
        };
        add("film-1", Kind::film, "宪法与我们的一生");
        add("quiz-1", Kind::quiz, "宪法日答题");
        add("guide-1", Kind::article, "国家机构一览");
        add("week", Kind::campaign, "宪法宣传周");
        for (int i = 1; i <= 14; ++i)
            add(("q-" + std::to_string(i)).c_str(), Kind::question,
                "中华人民共和国的一切权力属于谁？由谁行使国家权力？");
        desk.send(known_items);
        desk.act(screens::StaffVerb::open_pack, "jiangmen-sfj/constitution");
        desk.act(screens::StaffVerb::switch_item, "jiangmen-sfj/constitution/guide-1");
        take("staff-pack", desk);
        desk.act(screens::StaffVerb::open_item, "jiangmen-sfj/constitution/film-1");
        take("staff-item", desk);
        desk.act(screens::StaffVerb::open_item, "jiangmen-sfj/constitution/guide-1");
        take("staff-item-off", desk);
        desk.act(screens::StaffVerb::open_item);
        desk.act(screens::StaffVerb::remove, "jiangmen-sfj/constitution");
        take("staff-pack-ask", desk);
        desk.act(screens::StaffVerb::no);
        desk.go(screens::StaffPart::figures);
        take("staff-figures", desk);
        desk.go(screens::StaffPart::calendar);
        take("staff-calendar", desk);
        desk.go(screens::StaffPart::settings);
        take("staff-settings", desk);
        desk.act(screens::StaffVerb::calibrate, {}, 1);
        take("staff-card", desk);
        staff::PlacesKnown known;
        for (int i = 0; i < 14; ++i)
            known.places.push_back({"p" + std::to_string(i), "环市街道司法所（示例）", {}});
        desk.send(known);
        desk.act(screens::StaffVerb::calibrate);
        desk.act(screens::StaffVerb::open_places, {}, 0);
        take("staff-places", desk);
        desk.go(screens::StaffPart::check);
        desk.report(staff::Job::check, doctor_report(), 3);
        take("staff-check", desk);
    }

    void clock_pages() {
        const auto at = [](const char* iso) { return *base::parse_iso(iso); };
        auto desk = entered();
        desk.send(staff::ClockFacts{
            {at("2026-01-01T00:00:00"), at("2026-05-20T00:00:00"), at("2026-06-01T00:00:00")}});
        desk.go(screens::StaffPart::settings);
        take("staff-settings-clock", desk);
        desk.act(screens::StaffVerb::open_clock, {}, 1);
        take("staff-clock-doubt", desk);
        desk.act(screens::StaffVerb::clock_set);
        take("staff-clock-ask", desk);
        desk.act(screens::StaffVerb::yes);
        desk.send(staff::ClockAnswered{{system_clock::Outcome::not_allowed, {}}});
        take("staff-clock-failed", desk);
        desk.act(screens::StaffVerb::clock_set);
        desk.act(screens::StaffVerb::yes);
        desk.send(staff::ClockAnswered{{system_clock::Outcome::set, {}}});
        take("staff-clock-set", desk);
        auto wrong = entered();
        wrong.send(staff::ClockFacts{{at("2026-11-25T00:00:00"), at("2026-11-26T00:00:00"), {}}});
        wrong.act(screens::StaffVerb::open_clock, {}, 1);
        wrong.act(screens::StaffVerb::clock_year, {}, -3);
        wrong.act(screens::StaffVerb::clock_set);
        take("staff-clock-refused", wrong);
    }
    void check_pages() {
        auto desk = entered();
        desk.go(screens::StaffPart::check);
        desk.report(staff::Job::check, doctor_report(), 3);
        desk.act(screens::StaffVerb::hands_begin, "sound");
        take("staff-check-sound", desk);
        desk.act(screens::StaffVerb::hands_answer, "sound", 0);
        desk.act(screens::StaffVerb::hands_begin, "touch");
        desk.send(staff::Swept{0.1f, 0.1f});
        desk.pass(std::chrono::seconds{8});
        m_pages.push_back(
            {"staff-check-wipe", std::get<screens::WipeModel>(desk.desk->page()), {}});
        desk.pass(std::chrono::seconds{13});
        desk.act(screens::StaffVerb::hands_begin, "picture");
        m_pages.push_back(
            {"staff-check-color", std::get<screens::ColorModel>(desk.desk->page()), {}});
        for (int i = 0; i < 5; ++i)
            desk.send(staff::Swept{0.5f, 0.5f, staff::Swept::Kind::touched});
        take("staff-check-picture", desk);
        desk.act(screens::StaffVerb::hands_answer, "picture", 0);
        desk.send(staff::HandsKept{Error{Code::READ_ONLY, {}, {}}});
        take("staff-check-failed", desk);
    }

    model::Language m_language;
    std::vector<NamedPage> m_pages;
};

[[nodiscard]] inline std::vector<NamedPage> desk_pages(model::Language language) {
    return DeskPages{language}.all();
}

} // namespace pufa::support
