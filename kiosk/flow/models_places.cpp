// Places that can help → what the screens draw.

#include "kiosk/flow/place_words.h"
#include "kiosk/flow/view.h"

#include "content/campaign/programme.h"
#include "content/place/finder.h"
#include "content/place/share.h"

#include <algorithm>

namespace pufa::flow {

namespace {

using screens::PlaceRow;

std::vector<model::Holiday> holidays(const catalog::Snapshot& snapshot) {
    std::vector<model::Holiday> days;
    for (const auto& calendar : snapshot.holidays)
        days.insert(days.end(), calendar.days.begin(), calendar.days.end());
    return days;
}

place::Query query_of(const State& state, const Now& now, const PlacesPlace& place,
                      std::span<const model::Holiday> days) {
    const auto* dispute = place.dispute ? state.snapshot->dispute(*place.dispute) : nullptr;
    auto query = dispute ? place::query_for(*dispute) : place::Query{};
    query.open_now = place.filters.open_now;
    query.step_free = place.filters.step_free;
    query.overseas = place.filters.overseas;
    if (place.filters.cantonese) query.language = "yue";
    if (!place.district.empty()) query.district = place.district;
    query.here = state.settings.position;
    // Of a clock that nobody can believe no door may be said to be open.
    if (const auto local = base::to_local(now.wall); campaign::is_plausible(local.date))
        query.now = local;
    query.holidays = days;
    return query;
}

PlaceRow row_of(View& view, const model::Place& place, const place::HoursState& hours,
                std::optional<double> distance_m) {
    PlaceRow row;
    row.id = place.id;
    row.kind = place.kind;
    row.name = in_language(view, place.name);
    row.note = joined({in_language(view, place.where), languages_words(view, place.languages),
                       place.step_free ? tr(view, "flow.places.step_free") : std::string{}});
    using K = place::HoursState::Kind;
    row.open = hours.kind == K::open     ? PlaceRow::Open::open
               : hours.kind == K::closed ? PlaceRow::Open::closed
                                         : PlaceRow::Open::unknown;
    row.hours = hours_words(view, hours, base::to_local(view.now.wall).date);
    if (distance_m) row.distance = distance_words(view, *distance_m);
    return row;
}

screens::PlaceCard card_of(View& view, const model::Place& place, const PlaceRow& row) {
    screens::PlaceCard card;
    card.row = row;
    card.kind = kind_words(view, place.kind);
    if (const auto hours = place::parse_hours(place.hours))
        card.week = week_lines(view, place::week(*hours, base::to_local(view.now.wall).date.month));
    for (const auto& thing : place.bring)
        card.bring.push_back(in_language(view, thing));
    card.phone = place.phone;
    card.step_free = place.step_free;
    card.overseas = place.overseas;
    std::string note;
    for (const auto& line : card.week)
        note += (note.empty() ? "" : "\n") + line.label + " " + line.words;
    card.vcard =
        place::vcard({.name = row.name, .phone = place.phone, .note = note, .at = place.at});
    if (place.at) card.geo = place::geo_uri(*place.at);
    return card;
}

/// The first that can be drawn.
std::shared_ptr<const map::BaseMap> base_map_of(const catalog::Snapshot& snapshot) {
    for (const auto& about : snapshot.base_maps) {
        if (const auto mesh = snapshot.meshes.find(about.id); mesh != snapshot.meshes.end())
            return std::make_shared<const map::BaseMap>(about, mesh->second);
    }
    return nullptr;
}

/// A filter or the hour may have taken away what was chosen, and with it what lies over the page.
/// Then it is the first, which is what most people want.
void keep_choice(PlacesPlace& place) {
    const auto& found = place.answer->places;
    if (place.chosen && std::find(found.begin(), found.end(), *place.chosen) != found.end()) return;
    using Sheet = screens::PlaceSheet;
    if (place.sheet == Sheet::card || place.sheet == Sheet::take_away) place.sheet = Sheet::none;
    place.chosen = found.empty() ? std::nullopt : std::optional{found.front()};
}

} // namespace

void find_places(State& state, const Now& now, PlacesPlace& place) {
    const auto minute = std::chrono::floor<std::chrono::minutes>(now.wall).time_since_epoch();
    if (place.answer && place.answer->filters == place.filters &&
        place.answer->district == place.district && place.answer->language == state.look.language &&
        place.answer->minute == minute.count()) {
        keep_choice(place);
        return;
    }
    const auto& snapshot = *state.snapshot;
    if (!state.base_map) state.base_map = base_map_of(snapshot);
    const auto days = holidays(snapshot);
    View view{state, now};
    auto rows = std::make_shared<std::vector<PlaceRow>>();
    std::vector<map::Marker> markers;
    PlacesPlace::Answer answer;
    for (const auto& found : snapshot.place_index->find(query_of(state, now, place, days))) {
        const auto& one = snapshot.places[found.place];
        const size_t row = rows->size();
        rows->push_back(row_of(view, one, found.hours, found.distance_m));
        answer.places.push_back(found.place);
        if (one.at)
            // Of an hour that is not known nobody shall think the door closed.
            markers.push_back({*one.at, one.kind, row, rows->back().open != PlaceRow::Open::closed,
                               static_cast<int>(row) + 1});
    }
    answer.rows = std::move(rows);
    if (state.base_map)
        answer.scene = std::make_shared<const map::Scene>(state.base_map, std::move(markers),
                                                          state.settings.position);
    answer.fell_back = view.fell_back;
    answer.filters = place.filters;
    answer.district = place.district;
    answer.language = state.look.language;
    answer.minute = minute.count();
    place.answer = std::move(answer);
    keep_choice(place);
}

screens::Page page_of(View& view, const FinderPlace&) {
    const auto& snapshot = *view.state.snapshot;
    screens::FinderModel model;
    model.header = header(view);
    model.dock = dock(view);
    model.places = static_cast<int>(snapshot.places.size());
    for (const auto& dispute : snapshot.disputes) {
        screens::DisputeCard card{
            dispute.id, in_language(view, dispute.title), in_language(view, dispute.note), {}};
        if (!dispute.picture.empty())
            card.picture.key = dispute.id.pack().value + ":" + dispute.picture;
        model.disputes.push_back(std::move(card));
    }
    return model;
}

screens::Page page_of(View& view, const PlacesPlace& place) {
    PUFA_ASSERT(place.answer.has_value());
    const auto& snapshot = *view.state.snapshot;
    screens::PlacesModel model;
    model.header = header(view);
    model.dock = dock(view);
    if (const auto* dispute = place.dispute ? snapshot.dispute(*place.dispute) : nullptr) {
        model.asked = in_language(view, dispute->title);
        model.advice = in_language(view, dispute->advice);
        model.facts = dispute->facts;
        for (const auto& fact : dispute->facts)
            model.fact_words.push_back(in_language(view, fact.text));
        for (const auto& thing : dispute->bring)
            model.bring.push_back(in_language(view, thing));
    }
    model.filters = place.filters;
    model.district = place.district;
    if (view.state.base_map) {
        for (const auto& district : view.state.base_map->about().districts)
            model.districts.push_back({district.code, in_language(view, district.name)});
    }
    const auto& answer = *place.answer;
    if (answer.fell_back) view.fell_back = true;
    model.rows = answer.rows;
    model.scene = answer.scene;
    model.view = place.view;
    model.sheet = place.sheet;
    model.fact = place.fact;
    if (place.chosen) {
        const auto row = std::find(answer.places.begin(), answer.places.end(), *place.chosen);
        if (row != answer.places.end()) {
            model.chosen = static_cast<size_t>(row - answer.places.begin());
            model.card =
                card_of(view, snapshot.places[*place.chosen], (*answer.rows)[*model.chosen]);
        }
    }
    return model;
}

} // namespace pufa::flow
