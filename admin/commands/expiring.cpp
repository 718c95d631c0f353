#include "admin/commands/expiring.h"

#include "admin/command_table.h"
#include "content/settings/settings.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

constexpr int k_most_days = 3650;

/// 2026-12-01 00:00, in China's time.
std::string time_words(WallTime when) {
    const auto local = base::to_local(when);
    return fmt::format("{} {:02}:{:02}", base::to_string(local.date), local.hour, local.minute);
}

std::string_view word(catalog::Why why) {
    switch (why) {
    case catalog::Why::expired:
        return "expired";
    case catalog::Why::law_changed:
        return "law-changed";
    case catalog::Why::no_question_left:
        return "no-question-left";
    case catalog::Why::switched_off:
        return "switched-off";
    }
    return "";
}

std::string why_words(model::Language in, const catalog::Ending& ending) {
    if (ending.why == catalog::Why::switched_off)
        return strings::text(in, "admin.expiring.switched_off");
    if (ending.why == catalog::Why::expired) return strings::text(in, "admin.expiring.expired");
    if (!ending.change) return strings::text(in, "admin.expiring.no_question_left");
    const auto& change = ending.change->change;
    auto words = strings::text(
        in, ending.fact ? "admin.expiring.fact_changed" : "admin.expiring.law_changed",
        {{"law", change.law}, {"article", change.article}, {"pack", ending.change->by.value}});
    const auto& note = change.note.in(in);
    if (!note.empty()) words += strings::text(in, "admin.expiring.note", {{"note", note}});
    return words;
}

std::string line(model::Language in, const catalog::Ending& ending) {
    return strings::text(in, "admin.expiring.item",
                         {{"when", time_words(ending.when)},
                          {"title", ending.title.in(in)},
                          {"id", ending.id.value},
                          {"why", why_words(in, ending)}}) +
           "\n";
}

nlohmann::ordered_json to_json(const catalog::Ending& ending, model::Language language) {
    nlohmann::ordered_json json{{"id", ending.id.value}, {"title", ending.title.in(language)},
                                {"when", nullptr},       {"why", word(ending.why)},
                                {"fact", ending.fact},   {"sentence", why_words(language, ending)}};
    if (ending.why != catalog::Why::switched_off) json["when"] = base::to_iso(ending.when);
    if (ending.change) {
        const auto& change = ending.change->change;
        json["law"] = change.law;
        json["article"] = change.article;
        json["from"] = base::to_string(change.from);
        json["note"] = change.note.in(language);
        json["told_by"] = ending.change->by.value;
    }
    return json;
}

} // namespace

Result<ExpiringReport> list_expiring(const base::StatePaths& paths, WallTime now, int days,
                                     model::Language language) {
    PUFA_TRY(auto snapshot, catalog::load(paths));
    const auto set = settings::load(settings::file_in(paths.root), {});
    const catalog::Freshness freshness{std::move(snapshot), set.switched_off};
    return ExpiringReport{freshness.report(now, std::chrono::days{days}), days, now, language};
}

std::string ExpiringReport::text(model::Language in) const {
    std::string lines;
    if (!found.clock_believed)
        lines += strings::text(in, "admin.expiring.clock", {{"now", time_words(now)}}) + "\n";
    const auto list = [&](const std::vector<catalog::Ending>& endings, const std::string& head) {
        if (endings.empty()) return;
        lines += head + "\n";
        for (const auto& ending : endings)
            lines += line(in, ending);
    };
    const strings::Argument ahead{"days", std::to_string(days)};
    list(found.withheld, strings::text(in, "admin.expiring.withheld"));
    list(found.soon, strings::text(in, "admin.expiring.soon", {ahead}));
    for (const auto& item : found.off)
        lines += strings::text(in, "admin.expiring.off",
                               {{"title", item.title.in(in)}, {"id", item.id.value}}) +
                 "\n";
    if (found.withheld.empty() && found.soon.empty() && found.clock_believed)
        lines += strings::text(in, "admin.expiring.none", {ahead}) + "\n";
    return lines;
}

nlohmann::ordered_json ExpiringReport::json() const {
    const auto list = [&](const std::vector<catalog::Ending>& endings) {
        auto array = nlohmann::ordered_json::array();
        for (const auto& ending : endings)
            array.push_back(to_json(ending, language));
        return array;
    };
    return {{"now", base::to_iso(now)},
            {"days", days},
            {"clock_believed", found.clock_believed},
            {"withheld", list(found.withheld)},
            {"soon", list(found.soon)},
            {"off", list(found.off)}};
}

void register_expiring(CLI::App& app, Context& context) {
    auto days = std::make_shared<int>(static_cast<int>(catalog::k_warned_ahead.count()));
    auto& command = add_command(app, context, "expiring", "admin.help.expiring",
                                "pufa-admin expiring --days 30");
    command.add_option("--days", *days, context.words("admin.help.expiring.days"))
        ->type_name("N")
        ->check(CLI::Range(0, k_most_days));
    command.callback([days, &context] {
        const auto run = [&]() -> Result<ExpiringReport> {
            PUFA_TRY(const auto paths, context.state());
            return list_expiring(paths, context.now(), *days, context.language());
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
