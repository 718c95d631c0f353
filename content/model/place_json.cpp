#include "content/model/place_json.h"
#include "content/model/json_writing.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace pufa::model {

namespace {

using Json = nlohmann::ordered_json;

template <class Table, class Value>
std::string word_of(const Table& table, Value value) {
    for (const auto& [entry, word] : table) {
        if (entry == value) return std::string{word};
    }
    return {};
}

Json write(GeoPoint point) {
    return {{"lon", point.lon}, {"lat", point.lat}};
}

Json write(const std::vector<LocalizedText>& texts) {
    auto array = Json::array();
    for (const auto& text : texts)
        array.push_back(to_json(text));
    return array;
}

Json write(const LegalFact& fact) {
    return {{"text", to_json(fact.text)}, {"citation", model::write(fact.citation)}};
}

Json write(const Holiday& holiday) {
    Json json;
    json["from"] = base::to_string(holiday.from);
    json["to"] = base::to_string(holiday.to);
    put(json, "title", holiday.title);
    json["closed"] = holiday.closed;
    return json;
}

Json write(const District& district) {
    Json json;
    json["code"] = district.code;
    put(json, "name", district.name);
    json["label"] = write(district.label);
    json["least"] = write(district.least);
    json["most"] = write(district.most);
    return json;
}

Json write(const Town& town) {
    Json json;
    json["code"] = town.code;
    put(json, "name", town.name);
    json["label"] = write(town.label);
    return json;
}

template <class Entries>
Json write_each(const Entries& entries) {
    auto array = Json::array();
    for (const auto& entry : entries)
        array.push_back(write(entry));
    return array;
}

} // namespace

Json write_place_item(const Place& place) {
    Json json;
    json["kind"] = "place";
    json["id"] = place.id.value;
    json["place"] = word_of(k_place_kinds, place.kind);
    put(json, "name", place.name);
    put(json, "where", place.where);
    put(json, "town", place.town);
    if (place.at) {
        json["at"] = write(*place.at);
        json["datum"] = word_of(k_datums, place.datum);
    }
    put(json, "phone", place.phone);
    put(json, "hours", place.hours);
    json["languages"] = text_list(place.languages);
    json["step_free"] = place.step_free;
    json["overseas"] = place.overseas;
    json["disputes"] = model::write(place.disputes);
    json["bring"] = write(place.bring);
    json["agency"] = place.agency;
    return json;
}

Json write_place_item(const Dispute& dispute) {
    Json json;
    json["kind"] = "dispute";
    json["id"] = dispute.id.value;
    put(json, "title", dispute.title);
    put(json, "note", dispute.note);
    put(json, "advice", dispute.advice);
    put(json, "picture", dispute.picture);
    auto first = Json::array();
    for (const auto kind : dispute.first)
        first.push_back(word_of(k_place_kinds, kind));
    json["first"] = std::move(first);
    json["facts"] = write_each(dispute.facts);
    json["bring"] = write(dispute.bring);
    json["words"] = text_list(dispute.words);
    return json;
}

Json write_place_item(const HolidayCalendar& calendar) {
    return {{"kind", "holidays"}, {"id", calendar.id.value}, {"days", write_each(calendar.days)}};
}

Json write_place_item(const BaseMap& map) {
    Json json;
    json["kind"] = "base-map";
    json["id"] = map.id.value;
    put(json, "title", map.title);
    json["datum"] = word_of(k_datums, map.datum);
    json["approval"] = map.approval;
    json["mesh"] = map.mesh;
    json["districts"] = write_each(map.districts);
    json["towns"] = write_each(map.towns);
    return json;
}

Json write_place_item(const Poll& poll) {
    Json json;
    json["kind"] = "poll";
    json["id"] = poll.id.value;
    put(json, "title", poll.title);
    json["options"] = write(poll.options);
    json["from"] = base::to_string(poll.from);
    json["to"] = base::to_string(poll.to);
    json["agency"] = poll.agency;
    return json;
}

Json write_place_item(const Consultation& consultation) {
    Json json;
    json["kind"] = "consultation";
    json["id"] = consultation.id.value;
    put(json, "title", consultation.title);
    put(json, "summary", consultation.summary);
    auto questions = Json::array();
    for (const auto& question : consultation.questions)
        questions.push_back(
            {{"text", to_json(question.text)}, {"options", write(question.options)}});
    json["questions"] = std::move(questions);
    json["from"] = base::to_string(consultation.from);
    json["to"] = base::to_string(consultation.to);
    json["agency"] = consultation.agency;
    return json;
}

} // namespace pufa::model
