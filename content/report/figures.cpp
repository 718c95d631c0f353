#include "content/report/json.h"
#include "content/report/reports.h"

namespace pufa::report {

namespace {

Counts counts_of(const Json& json) {
    const auto of = [&](const char* key) { return number<int64_t>(json, key); };
    return {of("visits"),   of("reached"),       of("engaged"),        of("watched_whole"),
            of("answered"), of("first_answers"), of("right_at_first"), of("looked_up_service")};
}

std::vector<Figures::Named> named(const Json& json, const char* list, const char* name,
                                  const char* count) {
    std::vector<Figures::Named> all;
    for (const auto& one : part(json, list)) {
        auto title = text(one, name);
        if (title.empty()) title = text(one, "id");
        all.push_back({std::move(title), number<int64_t>(one, count)});
    }
    return all;
}

} // namespace

Result<Figures> parse_figures(std::string_view json) {
    PUFA_TRY(const auto whole, parse_object(json));
    Figures figures;
    figures.kiosk_id = text(part(whole, "kiosk"), "id");
    figures.kiosk_name = text(part(whole, "kiosk"), "name");
    figures.exported_until = text(whole, "exported_until");
    for (const auto& day : part(whole, "days"))
        figures.days.push_back({text(day, "day"), counts_of(day)});
    for (const auto& hour : part(whole, "hours"))
        if (hour.is_number_integer()) figures.hours.push_back(hour.get<int64_t>());
    figures.total = counts_of(part(whole, "total"));
    figures.since_export = counts_of(part(whole, "since_export"));
    figures.items = named(whole, "items", "title", "engaged");
    figures.agencies = named(whole, "agencies", "name", "engaged");
    figures.audiences = named(whole, "audiences", "name", "engaged");
    figures.languages = named(whole, "languages", "language", "engaged");
    figures.places = named(whole, "places", "title", "looked_up");
    for (const auto& one : part(whole, "hardest"))
        figures.hardest.push_back(
            {text(one, "title"), number<int64_t>(one, "answers"), number<int64_t>(one, "right")});
    const auto& other = part(whole, "other");
    figures.unattended = number<int64_t>(other, "unattended");
    figures.attract = number<int64_t>(other, "attract");
    figures.staff = number<int64_t>(other, "staff");
    figures.suspect_clock = number<int64_t>(other, "suspect_clock");
    for (const auto& gap : part(whole, "gaps"))
        figures.gaps.push_back({text(gap, "day"), text(gap, "why")});
    figures.damaged = texts(whole, "damaged");
    for (const auto& one : part(whole, "definitions"))
        figures.definitions.push_back({text(one, "name"), text(one, "definition")});
    return figures;
}

} // namespace pufa::report
