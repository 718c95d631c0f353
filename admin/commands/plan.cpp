#include "admin/commands/plan.h"

#include "admin/command_table.h"
#include "admin/wording.h"
#include "content/model/item_json.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

using Json = nlohmann::ordered_json;
using pack::PlannedAction;
using pack::PlannedFile;

std::string_view name(PlannedAction action) {
    switch (action) {
    case PlannedAction::install:
        return "install";
    case PlannedAction::update:
        return "update";
    case PlannedAction::reactivate:
        return "reactivate";
    case PlannedAction::already_active:
        return "already_active";
    case PlannedAction::refused:
        return "refused";
    }
    return "refused";
}

std::string headline(const PlannedFile& file, model::Language language) {
    const auto key = "admin.plan." + std::string{name(file.action)};
    if (file.refusal)
        return strings::text(language, key,
                             {{"sentence", strings::named_sentence(language, *file.refusal)}});
    return strings::text(language, key,
                         {{"title", file.manifest->title.in(language)},
                          {"id", file.manifest->id.value},
                          {"sequence", std::to_string(file.manifest->sequence)},
                          {"from", std::to_string(file.from_sequence.value_or(0))},
                          {"signer", file.signer},
                          {"size", size_words(file.size)}});
}

std::string details(const PlannedFile& file, model::Language language) {
    std::string lines;
    const auto line = [&](std::string_view key, std::initializer_list<strings::Argument> words) {
        lines += "  " + strings::text(language, key, words) + "\n";
    };
    if (file.action != PlannedAction::already_active)
        line("admin.plan.items", {{"added", std::to_string(file.added.size())},
                                  {"changed", std::to_string(file.changed.size())},
                                  {"removed", std::to_string(file.removed.size())}});
    for (const auto& item : file.removed)
        line("admin.plan.off", {{"title", item.title.in(language)}, {"id", item.id.value}});
    if (file.manifest->not_after)
        line("admin.plan.valid-until", {{"day", base::to_string(*file.manifest->not_after)}});
    if (file.manifest->demo) line("admin.plan.demo", {});
    for (const auto& unmet : file.unmet)
        line("admin.plan.unmet",
             {{"id", unmet.pack.id.value}, {"sequence", std::to_string(unmet.pack.sequence)}});
    return lines;
}

Json items_json(const std::vector<pack::PlannedItem>& items) {
    auto list = Json::array();
    for (const auto& item : items)
        list.push_back({{"id", item.id.value}, {"title", model::to_json(item.title)}});
    return list;
}

Json manifest_json(const pack::Manifest& manifest) {
    const auto day = [](const std::optional<base::Date>& date) {
        return date ? Json(base::to_string(*date)) : Json(nullptr);
    };
    return {{"id", manifest.id.value},
            {"title", model::to_json(manifest.title)},
            {"sequence", manifest.sequence},
            {"created", base::to_iso(manifest.created)},
            {"not_before", day(manifest.not_before)},
            {"not_after", day(manifest.not_after)},
            {"agencies", manifest.agencies},
            {"demo", manifest.demo},
            {"items", manifest.items.size()},
            {"members", manifest.members.size()}};
}

Json file_json(const PlannedFile& file, model::Language language) {
    Json json{{"file", file.file.string()}, {"action", name(file.action)}};
    if (file.refusal) json["error"] = to_json(*file.refusal, language);
    if (!file.manifest) return json;
    json["pack"] = manifest_json(*file.manifest);
    json["signer"] = file.signer;
    json["signer_key"] = file.signer_key;
    json["size"] = file.size;
    json["bytes_to_copy"] = file.bytes_to_copy;
    json["from_sequence"] = file.from_sequence ? Json(*file.from_sequence) : Json(nullptr);
    json["added"] = items_json(file.added);
    json["changed"] = items_json(file.changed);
    json["removed"] = items_json(file.removed);
    json["unmet"] = Json::array();
    for (const auto& unmet : file.unmet)
        json["unmet"].push_back(
            {{"id", unmet.pack.id.value},
             {"sequence", unmet.pack.sequence},
             {"installed", unmet.installed ? Json(*unmet.installed) : Json(nullptr)}});
    return json;
}

} // namespace

std::string PlanReport::text(model::Language words) const {
    std::string lines;
    for (const auto& file : plan.files) {
        lines += headline(file, words) + "\n";
        if (!file.refusal) lines += details(file, words);
    }
    lines += strings::text(words, "admin.plan.space",
                           {{"before", size_words(plan.free_before)},
                            {"after", size_words(plan.free_after)},
                            {"reserve", size_words(plan.reserve)}}) +
             "\n";
    if (plan.missing == 0) return lines;
    lines +=
        strings::text(words, "admin.plan.missing", {{"missing", size_words(plan.missing)}}) + "\n";
    for (const auto& kept : plan.prunable)
        lines += "  " +
                 strings::text(words, "admin.plan.prune",
                               {{"id", kept.id.value},
                                {"sequence", std::to_string(kept.sequence)},
                                {"size", size_words(kept.size)}}) +
                 "\n";
    return lines;
}

Json PlanReport::json() const {
    auto files = Json::array();
    for (const auto& file : plan.files)
        files.push_back(file_json(file, language));
    auto prunable = Json::array();
    for (const auto& kept : plan.prunable)
        prunable.push_back(
            {{"id", kept.id.value}, {"sequence", kept.sequence}, {"size", kept.size}});
    return {{"files", std::move(files)},     {"free_before", plan.free_before},
            {"free_after", plan.free_after}, {"reserve", plan.reserve},
            {"missing", plan.missing},       {"prunable", std::move(prunable)}};
}

int PlanReport::exit_code() const {
    return plan.has_refusals() ? 1 : 0;
}

void register_plan(CLI::App& app, Context& context) {
    auto files = std::make_shared<std::vector<std::filesystem::path>>();
    auto& command =
        add_command(app, context, "plan", "admin.help.plan", "pufa-admin plan /media/stick/*.pufa");
    command.add_option("FILE", *files, context.words("admin.help.install.files"))
        ->type_name("")
        ->required();
    command.callback([files, &context] {
        const auto run = [&]() -> Result<PlanReport> {
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
            PUFA_TRY(auto plan, pack::make_plan(*files, paths, trust, context.now()));
            return PlanReport{std::move(plan), context.language()};
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
