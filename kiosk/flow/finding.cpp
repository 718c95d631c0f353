// Finding help: what happened, then which places can help with it.

#include "kiosk/flow/inner.h"

#include "content/place/index.h"

namespace pufa::flow {

void Flow::Inner::on(const screens::OpenFinder&) {
    if (state.snapshot->places.empty()) return;
    // Without kinds of dispute there is nothing to choose from.
    if (state.snapshot->disputes.empty())
        on(screens::OpenPlaces{});
    else
        go_to(FinderPlace{});
}

void Flow::Inner::on(const screens::OpenPlaces& asked) {
    if (state.snapshot->places.empty()) return;
    if (asked.dispute && !state.snapshot->dispute(*asked.dispute)) return;
    participation.looked_up_service(moment());
    participation.used_finder(asked.dispute.value_or(model::ItemId{}),
                              moment(asked.dispute.value_or(model::ItemId{})));
    if (asked.dispute) participation.reached(*asked.dispute, moment(*asked.dispute));
    // From the page itself: the same page with another question. What else was asked stays.
    if (const auto* places = here<PlacesPlace>())
        replace_by(PlacesPlace{.dispute = asked.dispute,
                               .filters = places->filters,
                               .district = places->district,
                               .view = places->view});
    else
        go_to(PlacesPlace{.dispute = asked.dispute});
}

void Flow::Inner::on(const screens::SetPlaceFilter& asked) {
    auto* places = here<PlacesPlace>();
    if (!places) return;
    switch (asked.filter) {
    case screens::PlaceFilter::open_now:
        places->filters.open_now = asked.on;
        break;
    case screens::PlaceFilter::cantonese:
        places->filters.cantonese = asked.on;
        break;
    case screens::PlaceFilter::step_free:
        places->filters.step_free = asked.on;
        break;
    case screens::PlaceFilter::overseas:
        places->filters.overseas = asked.on;
        break;
    }
    places->chosen.reset();
    changed = true;
}

void Flow::Inner::on(const screens::ChooseDistrict& asked) {
    auto* places = here<PlacesPlace>();
    if (!places) return;
    places->district = asked.code;
    places->sheet = screens::PlaceSheet::none;
    places->chosen.reset();
    changed = true;
}

void Flow::Inner::on(const screens::ChoosePlace& asked) {
    auto* places = here<PlacesPlace>();
    if (!places || !places->answer || asked.row >= places->answer->places.size()) return;
    places->chosen = places->answer->places[asked.row];
    changed = true;
}

void Flow::Inner::on(const screens::ShowPlacesAs& asked) {
    auto* places = here<PlacesPlace>();
    if (!places) return;
    places->view = asked.view;
    changed = true;
}

void Flow::Inner::on(const screens::ShowPlaceSheet& asked) {
    auto* places = here<PlacesPlace>();
    if (!places) return;
    using Sheet = screens::PlaceSheet;
    const bool of_one = asked.sheet == Sheet::card || asked.sheet == Sheet::take_away;
    if (of_one && !places->chosen) return;
    if (asked.sheet == Sheet::card) {
        const auto& id = state.snapshot->places[*places->chosen].id;
        participation.reached(id, moment(id));
        participation.looked_up_place(id, moment(id));
    }
    places->sheet = asked.sheet;
    places->fact = asked.fact;
    changed = true;
}

} // namespace pufa::flow
