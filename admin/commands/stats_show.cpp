#include "admin/commands/stats_show.h"

#include "admin/command_table.h"
#include "admin/item_facts.h"
#include "admin/stats_source.h"
#include "content/catalog/snapshot.h"
#include "content/strings/strings.h"
#include "content/tally/counter.h"
#include "content/tally/export.h"
#include "content/tally/words.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>

namespace pufa::admin {

namespace {

using Json = nlohmann::ordered_json;
using tally::Acts;
using tally::ItemActs;
using tally::k_measures;

constexpr size_t k_most_items = 20;
constexpr size_t k_most_hard = 10;
constexpr size_t k_most_places = 10;
constexpr int64_t k_least_answers = 5;
constexpr size_t k_everything = SIZE_MAX;

void put(Json& json, const Acts& acts) {
    for (const auto& measure : k_measures)
        json[measure.key] = acts.*measure.of;
}

Json json_of(const Acts& acts) {
    Json json;
    put(json, acts);
    return json;
}

/// Without questions, which have their own list.
std::vector<std::pair<std::string, ItemActs>> top_items(const tally::Figures& figures) {
    auto items = tally::most(figures, &ItemActs::engaged, k_everything);
    std::erase_if(items, [](const auto& item) { return item.second.is_question; });
    if (items.size() > k_most_items) items.resize(k_most_items);
    return items;
}

using Shares = std::vector<std::pair<std::string, int64_t>>;

/// How much was engaged of items by what `names(item)` says of each, the most first.
template <class Names>
Shares shares_by(const tally::Figures& figures, const Names& names) {
    std::map<std::string, int64_t> sums;
    for (const auto& [item, acts] : figures.items) {
        if (acts.engaged == 0) continue;
        for (const auto& name : names(item))
            sums[name] += acts.engaged;
    }
    Shares shares(sums.begin(), sums.end());
    std::stable_sort(shares.begin(), shares.end(),
                     [](const auto& one, const auto& other) { return one.second > other.second; });
    return shares;
}

/// "" is the items of none.
Shares by_agency(const StatsShowReport& report) {
    return shares_by(report.figures, [&](const std::string& item) {
        const auto found = report.facts.find(item);
        return std::vector{found == report.facts.end() ? std::string{} : found->second.agency};
    });
}

/// An item for several counts in each of them.
Shares by_audience(const StatsShowReport& report) {
    return shares_by(report.figures, [&](const std::string& item) {
        return tally::audience_of(report.facts, item);
    });
}

/// What names each number in the summary for people.
std::string measure_name(model::Language words, const std::string& key) {
    return strings::text(words, fmt::format("tally.measure.{}", key));
}

} // namespace

Result<StatsShowReport> show_stats(const base::StatePaths& paths, model::Language language,
                                   WallTime now, const tally::Span& span,
                                   const std::string& kiosk_name) {
    StatsShowReport report;
    report.language = language;
    auto kiosk = this_kiosk(paths, kiosk_name);
    // Who this is need not be known for counting; a disk that cannot be written is told elsewhere.
    if (kiosk)
        report.kiosk = *std::move(kiosk);
    else
        report.kiosk.name = kiosk_name;
    report.exported_until = tally::exported_until(paths.tally());
    PUFA_TRY(auto summary, tally::Summary::refresh(paths.tally(), now));
    PUFA_TRY(report.figures, tally::gather(summary.ledger(), span));
    report.gaps = summary.gaps(span);
    report.damaged = summary.damaged();
    report.damaged.insert(report.damaged.end(), summary.set_aside().begin(),
                          summary.set_aside().end());
    const auto snapshot = catalog::load(paths);
    if (snapshot)
        report.facts = item_facts(**snapshot, language);
    else
        report.no_titles = snapshot.error();
    return report;
}

std::string StatsShowReport::text(model::Language words) const {
    std::string lines = kiosk.name;
    if (!kiosk.name.empty()) lines += " ";
    lines += kiosk.id + "\n";
    for (const auto& measure : k_measures)
        lines +=
            strings::text(words, "tally.show.line",
                          {{"name", measure_name(words, measure.key)},
                           {"count", std::to_string(figures.total.*measure.of)},
                           {"new", std::to_string(figures.since(exported_until).*measure.of)}}) +
            "\n";
    lines += exported_until ? strings::text(words, "tally.export.marked",
                                            {{"day", base::to_string(*exported_until)}})
                            : strings::text(words, "tally.show.never-exported");
    lines += "\n";
    for (const auto& [item, acts] : top_items(figures))
        lines += strings::text(words, "tally.show.item",
                               {{"title", tally::title_of(facts, item)},
                                {"engaged", std::to_string(acts.engaged)},
                                {"reached", std::to_string(acts.reached)}}) +
                 "\n";
    const tally::Words named{words};
    for (const auto& gap : gaps)
        lines += strings::text(words, "tally.export.gap",
                               {{"day", base::to_string(gap.day)}, {"why", named.gap(gap)}}) +
                 "\n";
    return lines;
}

namespace {

Json items_json(const StatsShowReport& report) {
    auto list = Json::array();
    for (const auto& [item, acts] : top_items(report.figures))
        list.push_back({{"id", item},
                        {"title", tally::title_of(report.facts, item)},
                        {"reached", acts.reached},
                        {"engaged", acts.engaged},
                        {"watched_whole", acts.watched_whole}});
    return list;
}

Json hardest_json(const StatsShowReport& report) {
    auto list = Json::array();
    for (const auto& [item, acts] : tally::hardest(report.figures, k_least_answers, k_most_hard))
        list.push_back({{"id", item},
                        {"title", tally::title_of(report.facts, item)},
                        {"answers", acts.engaged},
                        {"right", acts.right_at_first}});
    return list;
}

Json places_json(const StatsShowReport& report) {
    auto list = Json::array();
    for (const auto& [item, acts] :
         tally::most(report.figures, &ItemActs::looked_up, k_most_places))
        list.push_back({{"id", item},
                        {"title", tally::title_of(report.facts, item)},
                        {"looked_up", acts.looked_up}});
    return list;
}

Json definitions_json(const tally::Words& words) {
    auto list = Json::array();
    for (const auto& info : tally::k_counters) {
        const int number = static_cast<int>(info.counter);
        list.push_back({{"key", info.key},
                        {"name", words.counter_name(number)},
                        {"definition", words.counter_definition(number)}});
    }
    return list;
}

} // namespace

Json StatsShowReport::json() const {
    const tally::Words words{language};
    Json json;
    json["kiosk"] = {{"id", kiosk.id}, {"name", kiosk.name}};
    json["exported_until"] = exported_until ? Json(base::to_string(*exported_until)) : Json{};
    json["days"] = Json::array();
    for (const auto& [day, acts] : figures.days) {
        Json one{{"day", base::to_string(day)}};
        put(one, acts);
        json["days"].push_back(std::move(one));
    }
    json["hours"] = Json::array();
    for (const auto& acts : figures.hours)
        json["hours"].push_back(acts.engaged);
    json["total"] = json_of(figures.total);
    json["since_export"] = json_of(figures.since(exported_until));
    json["items"] = items_json(*this);
    json["hardest"] = hardest_json(*this);
    json["agencies"] = Json::array();
    for (const auto& [name, engaged] : by_agency(*this))
        json["agencies"].push_back(
            {{"name", name.empty() ? strings::text(language, "tally.show.no-agency") : name},
             {"engaged", engaged}});
    json["audiences"] = Json::array();
    for (const auto& [key, engaged] : by_audience(*this))
        json["audiences"].push_back(
            {{"audience", key}, {"name", words.audience(key)}, {"engaged", engaged}});
    json["languages"] = Json::array();
    for (const auto& [tag, acts] : figures.languages)
        json["languages"].push_back({{"language", tag}, {"engaged", acts.engaged}});
    json["places"] = places_json(*this);
    json["other"] = {{"unattended", figures.all.unattended},
                     {"attract", figures.all.attract},
                     {"staff", figures.all.staff},
                     {"suspect_clock", figures.all.suspect_clock}};
    json["gaps"] = Json::array();
    for (const auto& gap : gaps)
        json["gaps"].push_back({{"day", base::to_string(gap.day)}, {"why", words.gap(gap)}});
    json["damaged"] = damaged;
    json["definitions"] = definitions_json(words);
    return json;
}

/// Damaged days are told within the report.
std::vector<Error> StatsShowReport::faults() const {
    return no_titles ? std::vector{*no_titles} : std::vector<Error>{};
}

void register_stats_show(CLI::App& stats, Context& context) {
    auto options = std::make_shared<SpanOptions>();
    auto& command = add_command(stats, context, "show", "admin.help.stats.show",
                                "pufa-admin stats show --from 2026-11-01");
    add_span_options(command, context, *options);
    command.callback([options, &context] {
        const auto run = [&]() -> Result<StatsShowReport> {
            PUFA_TRY(const auto paths, context.state());
            return show_stats(paths, context.language(), context.now(), options->span(),
                              kiosk_name(context));
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
