#include "kiosk/flow/place_words.h"

#include "content/strings/strings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace pufa::flow {

namespace {

std::string filled(View& view, std::string_view key,
                   std::initializer_list<strings::Argument> with) {
    return strings::text(view.language(), key, with);
}

std::string clock(int minute) {
    constexpr int k_hour = 60, k_day = 24;
    return fmt::format("{}:{:02}", minute / k_hour % k_day, minute % k_hour);
}

std::string span_words(const place::Span& span) {
    // Midnight at the end of a day is 24:00, as on any shop's door.
    constexpr int k_midnight = 24 * 60;
    return clock(span.from) + "–" + (span.to == k_midnight ? "24:00" : clock(span.to));
}

std::string spans_words(View& view, const std::vector<place::Span>& spans) {
    if (spans.empty()) return tr(view, "flow.places.rest");
    std::string words;
    for (const auto& span : spans)
        words += (words.empty() ? "" : tr(view, "flow.places.comma")) + span_words(span);
    return words;
}

const std::string& day_name(View& view, size_t weekday) {
    static constexpr std::array<std::string_view, 7> keys{
        "flow.places.day.0", "flow.places.day.1", "flow.places.day.2", "flow.places.day.3",
        "flow.places.day.4", "flow.places.day.5", "flow.places.day.6"};
    return tr(view, keys[weekday]);
}

std::string opens_words(View& view, const place::Moment& next, const base::Date& today) {
    const auto time = clock(next.minute);
    const int days = base::days_between(today, next.date);
    if (days == 0) return filled(view, "flow.places.opens_today", {{"time", time}});
    if (days == 1) return filled(view, "flow.places.opens_tomorrow", {{"time", time}});
    constexpr int k_week = 7;
    if (days < k_week)
        return filled(view, "flow.places.opens_weekday",
                      {{"day", day_name(view, static_cast<size_t>(place::weekday_of(next.date)))},
                       {"time", time}});
    return filled(view, "flow.places.opens_date",
                  {{"month", std::to_string(next.date.month)},
                   {"day", std::to_string(next.date.day)},
                   {"time", time}});
}

} // namespace

std::string hours_words(View& view, const place::HoursState& hours, const base::Date& today) {
    using K = place::HoursState::Kind;
    switch (hours.kind) {
    case K::open:
        // An hour without a day is taken for the next one; what shuts days from now is open today.
        return hours.until && base::days_between(today, hours.until->date) < 2
                   ? filled(view, "flow.places.open_until",
                            {{"time",
                              hours.until->minute == 0 ? "24:00" : clock(hours.until->minute)}})
                   : tr(view, "flow.places.open_always");
    case K::closed:
        return hours.until ? opens_words(view, *hours.until, today)
                           : tr(view, "flow.places.closed");
    case K::unknown:
        return tr(view, "flow.places.hours_unknown");
    }
    return {};
}

std::vector<screens::PlaceCard::Line> week_lines(View& view, const place::Week& week) {
    std::vector<screens::PlaceCard::Line> lines;
    for (size_t day = 0; day < week.days.size();) {
        size_t last = day;
        while (last + 1 < week.days.size() && week.days[last + 1] == week.days[day])
            ++last;
        const auto& first = day_name(view, day);
        const auto label = last == day ? first
                                       : filled(view, "flow.places.days",
                                                {{"from", first}, {"to", day_name(view, last)}});
        lines.push_back({label, spans_words(view, week.days[day])});
        day = last + 1;
    }
    lines.push_back({tr(view, "flow.places.holidays"), spans_words(view, week.public_holidays)});
    return lines;
}

std::string distance_words(View& view, double metres) {
    constexpr double k_step = 50, k_kilometre = 1000;
    if (metres < k_kilometre - k_step / 2) {
        const auto rounded = std::max(k_step, std::round(metres / k_step) * k_step);
        return filled(view, "flow.places.metres", {{"m", fmt::format("{:.0f}", rounded)}});
    }
    return filled(view, "flow.places.kilometres",
                  {{"km", fmt::format("{:.1f}", metres / k_kilometre)}});
}

std::string kind_words(View& view, model::PlaceKind kind) {
    using K = model::PlaceKind;
    switch (kind) {
    case K::mediation:
        return tr(view, "flow.places.kind.mediation");
    case K::justice_office:
        return tr(view, "flow.places.kind.justice_office");
    case K::service_station:
        return tr(view, "flow.places.kind.service_station");
    case K::legal_aid:
        return tr(view, "flow.places.kind.legal_aid");
    case K::notary:
        return tr(view, "flow.places.kind.notary");
    case K::arbitration:
        return tr(view, "flow.places.kind.arbitration");
    case K::overseas_mediation:
        return tr(view, "flow.places.kind.overseas_mediation");
    case K::legislative_contact:
        return tr(view, "flow.places.kind.legislative_contact");
    case K::legal_site:
        return tr(view, "flow.places.kind.legal_site");
    }
    return {};
}

std::string languages_words(View& view, const std::vector<std::string>& codes) {
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"cmn", "flow.places.language.cmn"},
        {"yue", "flow.places.language.yue"},
        {"yue-x-taishan", "flow.places.language.taishan"},
        {"hak", "flow.places.language.hak"},
        {"nan", "flow.places.language.nan"},
        {"nan-x-teochew", "flow.places.language.teochew"},
        {"csl", "flow.places.language.sign"},
        {"en", "flow.places.language.en"},
        {"es", "flow.places.language.es"},
        {"fr", "flow.places.language.fr"},
        {"id", "flow.places.language.id"},
        {"ja", "flow.places.language.ja"},
        {"ms", "flow.places.language.ms"},
        {"pt", "flow.places.language.pt"},
        {"th", "flow.places.language.th"},
        {"vi", "flow.places.language.vi"}};
    std::string words;
    for (const auto& code : codes) {
        const auto name = std::find_if(std::begin(names), std::end(names),
                                       [&](const auto& entry) { return entry.first == code; });
        if (name == std::end(names)) continue;
        words += (words.empty() ? "" : tr(view, "flow.places.and")) + tr(view, name->second);
    }
    return words;
}

} // namespace pufa::flow
