// The desk beside the visitors' side: who has the screen, and what one tells the other.

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
    if (!asked) {
        send(intent);
        return;
    }
    if (!m_staff) return;
    const auto at = now();
    m_staff->send(*asked, {at.steady, at.wall});
    for (const auto& request : m_staff->take_requests())
        carry_out(request, at);
}

void Kiosk::carry_out(const StaffRoom::Request& request, const flow::Now& at) {
    std::visit(Cases{[&](const staff::DeskOpened&) {
                         send(flow::StaffCame{});
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
                         send(flow::SettingsChanged{m_settings});
                     },
                     [&](const staff::PreviewDay& preview) {
                         m_preview_day = base::to_string(preview.day);
                         const auto today = base::to_local(at.wall).date;
                         m_preview = std::chrono::days{base::days_between(today, preview.day)};
                         m_stage.page_changed();
                         send(flow::StaffLooks{});
                     },
                     [&](const staff::ForgetAside&) { m_set_aside.forget(); },
                     [&](const staff::RestartKiosk&) { m_restart = true; }},
               request);
}

void Kiosk::tell_places() {
    if (!m_staff) return;
    staff::PlacesKnown known;
    for (const auto& place : m_snapshot->places)
        known.places.push_back(
            {place.id.value, place.name.in(m_staff->desk().language()), place.at});
    const auto at = now();
    m_staff->send(known, {at.steady, at.wall});
}

std::optional<screens::Banner> Kiosk::banner() const {
    if (!m_staff || m_staff->desk().open()) return std::nullopt;
    const auto language = m_flow.look().language;
    if (!m_preview_day.empty())
        return screens::Banner{
            strings::text(language, "staff.preview.words", {{"day", m_preview_day}}), true};
    if (m_staff->desk().tells_of_stick(m_clock.steady()))
        return screens::Banner{strings::text(language, "staff.stick.visitors"), false};
    return std::nullopt;
}

} // namespace pufa::app
