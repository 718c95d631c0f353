// Staff have the screen, or look at the visitors' pages; what they set.

#include "kiosk/flow/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::flow {

namespace {

constexpr int k_quiet_volume = 1;

} // namespace

/// The highest step of the volume now.
int Flow::Inner::loudest() const {
    const auto& settings = state.settings;
    const auto local = base::to_local(now.wall);
    constexpr int k_hour = 60;
    const bool quiet = settings.quiet && campaign::is_plausible(local.date) &&
                       campaign::contains(*settings.quiet, local.hour * k_hour + local.minute);
    return quiet ? std::min(k_quiet_volume, settings.volume_cap) : settings.volume_cap;
}

/// A quiet time has begun, or less is allowed.
void Flow::Inner::check_loudness() {
    if (state.volume <= loudest()) return;
    state.volume = loudest();
    if (!state.attract) ask(SetVolume{state.volume});
    changed = true;
}

void Flow::Inner::on(const StaffCame&) {
    state.at_desk = true;
    end_visit();
    if (state.attract) next_clip();
}

void Flow::Inner::on(const StaffLeft&) {
    state.at_desk = false;
    if (state.attract) next_clip();
    turned_page();
}

void Flow::Inner::on(const StaffLooks& looks) {
    state.at_desk = false;
    state.staff_looks = true;
    if (looks.snapshot) swap_snapshot(looks.snapshot);
    idle.touched(now.steady);
    participation.begin_visit(moment());
    wake({});
    turned_page();
    if (!looks.item.value.empty()) open(looks.item);
}

void Flow::Inner::on(const screens::EndPreview&) {
    if (state.staff_looks) end_visit();
}

/// Whatever kind of item it is; nothing if it is not there.
void Flow::Inner::open(const model::ItemId& id) {
    const auto& all = *state.snapshot;
    if (all.video(id)) return start_video(id);
    if (all.quiz(id)) return on(screens::OpenQuiz{id});
    if (all.article(id)) return on(screens::OpenArticle{id});
    if (all.question(id)) {
        (void)start_quiz(std::nullopt, {id}, false);
        return;
    }
    const auto place = std::find_if(all.places.begin(), all.places.end(),
                                    [&](const auto& one) { return one.id == id; });
    if (place != all.places.end()) {
        PlacesPlace card{.dispute = std::nullopt};
        card.sheet = screens::PlaceSheet::card;
        card.chosen = static_cast<size_t>(place - all.places.begin());
        go_to(std::move(card));
        return;
    }
    if (std::any_of(all.campaigns.begin(), all.campaigns.end(),
                    [&](const auto& one) { return one.id == id; }))
        on(screens::OpenCampaign{id});
}

void Flow::Inner::on(const SettingsChanged& event) {
    const auto seed = state.settings.seed;
    const auto language = state.settings.language;
    state.settings = event.settings;
    state.settings.seed = seed;
    // A visitor's own choice stays; whoever chose nothing reads the new first language.
    if (state.look.language == language || !participation.visiting())
        state.look.language = state.settings.language;
    if (!participation.visiting()) state.volume = std::min(state.settings.volume, loudest());
    check_loudness();
    check_night();
    changed = true;
}

} // namespace pufa::flow
