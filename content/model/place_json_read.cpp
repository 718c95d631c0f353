// The other half of place_json.h: JSON → items.

#include "content/model/place_json.h"

#include <algorithm>

namespace pufa::model {

namespace {

constexpr size_t k_most = 10000;
constexpr size_t k_most_things = 50; // to bring, of facts, of languages
constexpr size_t k_most_options = 8;

/// Six or nine digits of the National Bureau of Statistics.
std::string code(JsonReader& in, const char* field, size_t digits) {
    auto words = in.text(field);
    if (words.size() != digits ||
        !std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; }))
        in.fail(field, fmt::format("is not {} digits", digits));
    return words;
}

GeoPoint point(JsonReader& in, const char* field) {
    GeoPoint at;
    in.object(field, true, [&](JsonReader& inner) {
        at = {inner.number("lon", -180, 180), inner.number("lat", -85, 85)};
    });
    return at;
}

/// Texts without a name of their own.
std::vector<LocalizedText> texts(JsonReader& in, const char* field, size_t least, size_t most) {
    std::vector<LocalizedText> result;
    in.objects(field, most, [&](JsonReader& inner) {
        LocalizedText text;
        for (const auto language : k_languages)
            text[language] = inner.text(std::string{tag(language)}.c_str(), false);
        if (text.empty()) inner.fail(field, "holds something without words");
        result.push_back(std::move(text));
    });
    if (result.size() < least) in.fail(field, fmt::format("are fewer than {}", least));
    return result;
}

Place read_place(JsonReader& in) {
    Place place;
    place.id = in.own_id();
    place.kind = in.one_of("place", k_place_kinds);
    place.name = in.localized("name");
    place.where = in.localized("where", false);
    place.town = code(in, "town", 9);
    if (in.find("at", false)) {
        place.at = point(in, "at");
        place.datum = in.one_of("datum", k_datums);
    }
    place.phone = in.text("phone", false);
    place.hours = in.text("hours", false);
    place.languages = in.texts("languages", k_most_things);
    place.step_free = in.flag("step_free");
    place.overseas = in.flag("overseas");
    place.disputes = in.ids("disputes", k_most_things);
    place.bring = texts(in, "bring", 0, k_most_things);
    place.agency = in.text("agency");
    return place;
}

Dispute read_dispute(JsonReader& in) {
    Dispute dispute;
    dispute.id = in.own_id();
    dispute.title = in.localized("title");
    dispute.note = in.localized("note", false);
    dispute.advice = in.localized("advice", false);
    dispute.picture = in.text("picture", false);
    for (const auto& word : in.texts("first", k_place_kinds.size())) {
        const auto known = std::find_if(k_place_kinds.begin(), k_place_kinds.end(),
                                        [&](const auto& entry) { return entry.second == word; });
        if (known == k_place_kinds.end())
            in.fail("first", fmt::format("\"{}\" is none that this player knows", word));
        else
            dispute.first.push_back(known->first);
    }
    if (dispute.first.empty()) in.fail("first", "names no kind of place");
    in.objects("facts", k_most_things, [&](JsonReader& inner) {
        LegalFact fact{inner.localized("text"), {}};
        inner.object("citation", true,
                     [&](JsonReader& citation) { fact.citation = citation.citation(); });
        dispute.facts.push_back(std::move(fact));
    });
    dispute.bring = texts(in, "bring", 0, k_most_things);
    dispute.words = in.texts("words", k_most);
    return dispute;
}

HolidayCalendar read_holidays(JsonReader& in) {
    HolidayCalendar calendar;
    calendar.id = in.own_id();
    in.objects("days", k_most, [&](JsonReader& inner) {
        Holiday holiday{inner.date("from"), inner.date("to"), inner.localized("title"),
                        inner.flag("closed")};
        if (holiday.to < holiday.from) inner.fail("to", "is before from");
        calendar.days.push_back(std::move(holiday));
    });
    return calendar;
}

BaseMap read_base_map(JsonReader& in) {
    BaseMap map;
    map.id = in.own_id();
    map.title = in.localized("title");
    map.datum = in.one_of("datum", k_datums);
    map.approval = in.text("approval");
    map.mesh = in.text("mesh");
    in.objects("districts", k_most, [&](JsonReader& inner) {
        map.districts.push_back({code(inner, "code", 6), inner.localized("name"),
                                 point(inner, "label"), point(inner, "least"),
                                 point(inner, "most")});
    });
    in.objects("towns", k_most, [&](JsonReader& inner) {
        map.towns.push_back(
            {code(inner, "code", 9), inner.localized("name"), point(inner, "label")});
    });
    return map;
}

/// First and last day.
void read_span(JsonReader& in, base::Date& from, base::Date& to) {
    from = in.date("from");
    to = in.date("to");
    if (to < from) in.fail("to", "is before from");
}

Poll read_poll(JsonReader& in) {
    Poll poll;
    poll.id = in.own_id();
    poll.title = in.localized("title");
    poll.options = texts(in, "options", 2, k_most_options);
    read_span(in, poll.from, poll.to);
    poll.agency = in.text("agency");
    return poll;
}

Consultation read_consultation(JsonReader& in) {
    Consultation consultation;
    consultation.id = in.own_id();
    consultation.title = in.localized("title");
    consultation.summary = in.localized("summary", false);
    in.objects("questions", k_most_things, [&](JsonReader& inner) {
        consultation.questions.push_back(
            {inner.localized("text"), texts(inner, "options", 2, k_most_options)});
    });
    if (consultation.questions.empty()) in.fail("questions", "are none");
    read_span(in, consultation.from, consultation.to);
    consultation.agency = in.text("agency");
    return consultation;
}

} // namespace

std::optional<Item> read_place_item(std::string_view kind, JsonReader& in) {
    if (kind == "place") return read_place(in);
    if (kind == "dispute") return read_dispute(in);
    if (kind == "holidays") return read_holidays(in);
    if (kind == "base-map") return read_base_map(in);
    if (kind == "poll") return read_poll(in);
    if (kind == "consultation") return read_consultation(in);
    return std::nullopt;
}

} // namespace pufa::model
