// The desk beside the visitors' side: who has the screen, and what one tells the other.

#include "content/catalog/built.h"
#include "content/strings/strings.h"
#include "kiosk/app/cases.h"
#include "kiosk/app/kiosk.h"

#include <utility>

namespace pufa::app {

uint64_t Kiosk::revision() const {
    return m_flow.revision() + (m_staff ? m_staff->desk().revision() : 0);
}

void Kiosk::look_at_staff(const flow::Now& at) {
    m_staff->update({at.steady, at.wall});
    for (const auto& request : m_staff->take_requests())
        carry_out(request, at);
    if (std::exchange(m_told_of_stick, banner().has_value()) != m_told_of_stick) m_stage.refresh();
}

void Kiosk::hear(const screens::Intent& intent) {
    const auto* asked = std::get_if<screens::StaffIntent>(&intent);
    const bool comes_back = std::holds_alternative<screens::EndPreview>(intent);
    if (!m_staff || (!asked && !comes_back)) {
        send(intent);
        return;
    }
    const auto at = now();
    const auto event = asked ? staff::Event{*asked} : staff::Event{staff::PreviewEnded{}};
    m_staff->send(event, {at.steady, at.wall});
    for (const auto& request : m_staff->take_requests())
        carry_out(request, at);
}

void Kiosk::carry_out(const StaffRoom::Request& request, const flow::Now& at) {
    std::visit(Cases{[&](const staff::DeskOpened&) {
                         send(flow::StaffCame{});
                         tell_content();
                         m_stage.page_changed();
                     },
                     [&](const staff::DeskClosed&) {
                         send(flow::StaffLeft{});
                         m_stage.page_changed();
                     },
                     [&](const staff::PageTurned&) { m_stage.page_changed(); },
                     [&](const staff::ApplySettings& apply) {
                         const auto& to = apply.settings;
                         m_settings.language = to.language;
                         m_settings.volume_cap = to.volume_cap;
                         m_settings.quiet = to.quiet;
                         m_settings.night = to.night;
                         m_settings.place = to.place;
                         m_settings.position = to.position;
                         m_stage.set_panel(to.panel_diagonal_mm);
                         m_watch.switch_off(to.switched_off);
                         send(flow::SettingsChanged{m_settings});
                     },
                     [&](const staff::PreviewDay& preview) {
                         m_preview_day = base::to_string(preview.day);
                         const auto today = base::to_local(at.wall).date;
                         m_preview = std::chrono::days{base::days_between(today, preview.day)};
                         look_at_pages(m_watch.at(at.wall + m_preview), {});
                     },
                     [&](const staff::PreviewItem& preview) {
                         m_preview_item = preview.title;
                         look_at_pages(m_watch.all(), preview.item);
                     },
                     [&](const staff::ForgetAside&) { m_set_aside.forget(); },
                     [&](const staff::RestartKiosk&) { m_restart = true; },
                     [&](const staff::ClockWasSet& set) { clock_was_set(set.to); },
                     [&](const staff::PlayTone& tone) {
                         if (m_playback.sink().listening())
                             m_playback.chime(tone.volume);
                         else
                             m_staff->send(staff::ToneImpossible{}, {at.steady, at.wall});
                     }},
               request);
}

/// The visitors' side with `snapshot` instead of what they see, and that item open.
void Kiosk::look_at_pages(std::shared_ptr<const catalog::Snapshot> snapshot,
                          const model::ItemId& open) {
    if (snapshot) m_snapshot = std::move(snapshot);
    m_stage.page_changed();
    m_stage.exposed();
    send(flow::StaffLooks{m_snapshot, open});
}

void Kiosk::end_preview() {
    m_preview = std::chrono::milliseconds{0};
    m_preview_day.clear();
    m_preview_item.reset();
    const auto at = now();
    if (auto shown = m_watch.at(at.wall); shown && shown != m_snapshot) {
        m_snapshot = std::move(shown);
        m_stage.exposed();
        send(flow::CatalogChanged{m_snapshot});
    }
    if (m_staff)
        m_staff->send(staff::PreviewEnded{staff::PreviewEnded::How::forgotten},
                      {at.steady, at.wall});
}

/// What of the installed content the desk speaks of, while it is open.
void Kiosk::tell_content() {
    if (!m_staff || !m_staff->desk().open()) return;
    const auto all = m_watch.all();
    if (!all) return;
    const auto at = now();
    const auto language = m_staff->desk().language();
    staff::PlacesKnown places;
    for (const auto& place : all->places)
        places.places.push_back({place.id.value, place.name.in(language), place.at});
    m_staff->send(places, {at.steady, at.wall});
    using Kind = staff::KnownItem::Kind;
    staff::ItemsKnown known;
    for (const auto& film : all->videos)
        known.items.push_back({film.id, Kind::film, film.title});
    for (const auto& quiz : all->quizzes)
        known.items.push_back({quiz.id, Kind::quiz, quiz.title});
    for (const auto& article : all->articles)
        known.items.push_back({article.id, Kind::article, article.title});
    for (const auto& campaign : all->campaigns)
        known.items.push_back({campaign.id, Kind::campaign, campaign.title});
    for (const auto& place : all->places)
        known.items.push_back({place.id, Kind::place, place.name});
    for (const auto& question : all->questions)
        known.items.push_back({question.id, Kind::question, question.stem});
    m_staff->send(known, {at.steady, at.wall});
}

/// Who may be believed and what is on today is asked of the clock each time; what was decided by
/// the old one is decided anew at once.
void Kiosk::clock_was_set(WallTime to) {
    m_clock.was_set(to);
    m_tally.clock_was_set();
    send(flow::Tick{});
}

void Kiosk::tell_clock() {
    if (!m_staff) return;
    const auto at = now();
    m_staff->clock_floor_is(catalog::built(), m_snapshot->clock_floor, {at.steady, at.wall});
}

std::optional<screens::Banner> Kiosk::banner() const {
    if (!m_staff || m_staff->desk().open()) return std::nullopt;
    const auto language = m_flow.look().language;
    if (m_preview_item)
        return screens::Banner{strings::text(language, "staff.preview.item",
                                             {{"title", m_preview_item->in(language)}}),
                               true};
    if (!m_preview_day.empty())
        return screens::Banner{
            strings::text(language, "staff.preview.words", {{"day", m_preview_day}}), true};
    if (m_staff->desk().tells_of_stick(m_clock.steady()))
        return screens::Banner{strings::text(language, "staff.stick.visitors"), false};
    return std::nullopt;
}

} // namespace pufa::app
