// The part of the one-minute check that needs a person: a tone to be heard, colours to be looked
// at, a panel to be wiped over.

#include "kiosk/staff/inner.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pufa::staff {

namespace {

using checkup::Answer;
using checkup::Part;
using Shade = screens::ColorModel::Shade;

constexpr std::array k_shades{Shade::red, Shade::green, Shade::blue, Shade::white, Shade::black};
/// Targets along the long and the short side.
constexpr int k_long = 6, k_short = 4;

/// Where in `count` equal parts a place between 0 and 1 lies.
int part_at(float place, int count) {
    return std::clamp(static_cast<int>(place * static_cast<float>(count)), 0, count - 1);
}

} // namespace

void Desk::Inner::on(const HandsKnown& known) {
    hands.found = known.hands;
    changed = true;
}

void Desk::Inner::on(const PanelStands& stands) {
    hands.shape = stands.shape;
}

bool Desk::Inner::act_on_hands(const screens::StaffAct& act) {
    using Verb = screens::StaffVerb;
    if (act.verb != Verb::hands_begin && act.verb != Verb::hands_answer) return false;
    const auto which = checkup::parse_part(act.subject);
    if (!which) return true;
    if (act.verb == Verb::hands_begin)
        begin_hands(*which);
    else if (hands.running == which && hands.asking)
        end_hands(act.value == 1 ? Answer::passed : Answer::failed);
    return true;
}

void Desk::Inner::begin_hands(Part which) {
    // The same once more is no answer to the first time; another part leaves it unanswered.
    if (hands.running != which) abandon_hands();
    hands.running = which;
    hands.asking = false;
    switch (which) {
    case Part::sound:
        hands.asking = true;
        ask(PlayTone{settings.volume_cap});
        return;
    case Part::picture:
        hands.shade = 0;
        hands.until = now.steady + k_looking;
        break;
    case Part::touch:
        hands.grid = hands.shape == PanelStands::Shape::portrait
                         ? checkup::Grid::of(k_short, k_long)
                         : checkup::Grid::of(k_long, k_short);
        hands.until = now.steady + k_wiping;
        break;
    }
    mode = Mode::checking;
    ask(PageTurned{});
}

void Desk::Inner::on(const ToneImpossible&) {
    if (hands.running != Part::sound) return;
    hands.found.no_device = true;
    end_hands(Answer::failed);
}

void Desk::Inner::end_hands(Answer answer) {
    const auto which = std::exchange(hands.running, std::nullopt);
    if (!which) return;
    hands.asking = false;
    hands.found.of(*which) = checkup::Found{now.wall, answer};
    if (*which == Part::sound && answer != Answer::failed) hands.found.no_device = false;
    if (*which == Part::touch) {
        hands.found.grid.reset();
        if (answer == Answer::failed) hands.found.grid = hands.grid;
    }
    changed = true;
    ask(KeepHands{hands.found});
}

void Desk::Inner::abandon_hands() {
    if (hands.running) end_hands(Answer::unanswered);
}

void Desk::Inner::on(const HandsKept& kept) {
    if (kept.error) tell(screens::StaffTone::bad, tr("staff.check.not_kept"));
}

void Desk::Inner::on(const Swept& swept) {
    if (mode != Mode::checking || !hands.running) return;
    touched = now.steady;
    changed = true;
    if (*hands.running == Part::picture) {
        if (swept.kind != Swept::Kind::touched) return;
        hands.until = now.steady + k_looking;
        if (++hands.shade < static_cast<int>(k_shades.size())) return;
        hands.asking = true;
        mode = Mode::desk;
        ask(PageTurned{});
        return;
    }
    const int column = part_at(swept.x, hands.grid.columns);
    const int row = part_at(swept.y, hands.grid.rows);
    hands.grid.touched[static_cast<size_t>(row * hands.grid.columns + column)] = true;
    if (hands.grid.missing() == 0) end_wiping();
}

void Desk::Inner::end_wiping() {
    const auto missing = static_cast<size_t>(hands.grid.missing());
    mode = Mode::desk;
    touched = now.steady;
    ask(PageTurned{});
    // Where no finger was at all nothing is known of the panel.
    end_hands(missing == 0                           ? Answer::passed
              : missing == hands.grid.touched.size() ? Answer::unanswered
                                                     : Answer::failed);
}

void Desk::Inner::check_hands_time() {
    changed = true;
    if (now.steady < hands.until) return;
    if (hands.running == Part::touch) return end_wiping();
    mode = Mode::desk;
    touched = now.steady;
    ask(PageTurned{});
    abandon_hands();
}

Page Desk::Inner::hands_page() const {
    if (hands.running == Part::picture)
        return screens::ColorModel{k_shades[static_cast<size_t>(hands.shade)]};
    const auto left = std::chrono::ceil<std::chrono::seconds>(hands.until - now.steady);
    return screens::WipeModel{hands.grid.columns, hands.grid.rows, hands.grid.touched,
                              static_cast<int>(left.count())};
}

} // namespace pufa::staff
