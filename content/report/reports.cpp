#include "content/report/reports.h"

#include "content/report/json.h"

namespace pufa::report {

namespace {

PlannedPack::Action action_of(const std::string& name) {
    using Action = PlannedPack::Action;
    if (name == "install") return Action::install;
    if (name == "update") return Action::update;
    if (name == "reactivate") return Action::reactivate;
    if (name == "already_active") return Action::already_active;
    return Action::refused;
}

PlannedPack planned(const Json& json) {
    PlannedPack pack{.file = text(json, "file"), .action = action_of(text(json, "action"))};
    if (const auto& error = part(json, "error"); error.is_object()) pack.refusal = fault_of(error);
    const auto& manifest = part(json, "pack");
    pack.id = text(manifest, "id");
    pack.title = localized(part(manifest, "title"));
    pack.sequence = number<int64_t>(manifest, "sequence");
    pack.not_after = text(manifest, "not_after");
    pack.demo = flag(manifest, "demo");
    pack.signer = text(json, "signer");
    pack.size = number<uint64_t>(json, "size");
    if (json.contains("from_sequence") && json["from_sequence"].is_number_integer())
        pack.from_sequence = number<int64_t>(json, "from_sequence");
    pack.added = part(json, "added").size();
    pack.changed = part(json, "changed").size();
    for (const auto& item : part(json, "removed"))
        pack.removed.push_back(localized(part(item, "title")));
    for (const auto& unmet : part(json, "unmet"))
        if (unmet.is_object()) ++pack.unmet;
    return pack;
}

} // namespace

Result<Plan> parse_plan(std::string_view json) {
    PUFA_TRY(const auto whole, parse_object(json));
    Plan plan;
    for (const auto& file : part(whole, "files"))
        plan.packs.push_back(planned(file));
    plan.free_before = number<uint64_t>(whole, "free_before");
    plan.free_after = number<uint64_t>(whole, "free_after");
    plan.missing = number<uint64_t>(whole, "missing");
    return plan;
}

Result<std::vector<InstalledPack>> parse_install(std::string_view json) {
    PUFA_TRY(const auto whole, parse_object(json));
    std::vector<InstalledPack> all;
    for (const auto& file : part(whole, "files")) {
        InstalledPack pack{text(file, "file"), text(file, "outcome"), text(file, "id"),
                           number<int64_t>(file, "sequence")};
        if (const auto& error = part(file, "error"); error.is_object())
            pack.refusal = fault_of(error);
        all.push_back(std::move(pack));
    }
    return all;
}

Result<std::vector<PackVersion>> parse_list(std::string_view json) {
    PUFA_TRY(const auto whole, parse_object(json));
    std::vector<PackVersion> all;
    for (const auto& pack : part(whole, "packs"))
        all.push_back({text(pack, "id"), text(pack, "title"), text(pack, "signer"),
                       number<int64_t>(pack, "sequence"), flag(pack, "active"), flag(pack, "demo"),
                       number<uint64_t>(pack, "size")});
    return all;
}

Result<std::vector<EndingItem>> parse_expiring(std::string_view json) {
    constexpr size_t k_day = 10; // of 2026-12-31T00:00:00Z
    PUFA_TRY(const auto whole, parse_object(json));
    std::vector<EndingItem> all;
    for (const auto* list : {"withheld", "soon"})
        for (const auto& item : part(whole, list))
            all.push_back({text(item, "title"), text(item, "when").substr(0, k_day),
                           text(item, "sentence"), list == std::string_view{"withheld"}});
    return all;
}

Result<std::vector<HealthLine>> parse_doctor(std::string_view json) {
    using Health = HealthLine::Health;
    PUFA_TRY(const auto whole, parse_object(json));
    std::vector<HealthLine> all;
    for (const auto& line : part(whole, "lines")) {
        const auto health = text(line, "health");
        all.push_back({health == "ok"     ? Health::ok
                       : health == "look" ? Health::look
                                          : Health::wrong,
                       text(line, "check"), text(line, "sentence")});
    }
    return all;
}

Result<OnStick> parse_stick(std::string_view json) {
    PUFA_TRY(const auto whole, parse_object(json));
    OnStick stick;
    stick.folder = text(whole, "folder");
    stick.writable = flag(whole, "writable");
    stick.free = number<uint64_t>(whole, "free");
    stick.packs = texts(whole, "packs");
    for (const auto& source : part(whole, "sources"))
        stick.sources.push_back(
            {text(source, "folder"), text(source, "id"), text(source, "title")});
    stick.keys = texts(whole, "keys");
    stick.statements = texts(whole, "statements");
    stick.left_out = number<size_t>(whole, "left_out");
    return stick;
}

Result<Built> parse_build(std::string_view json) {
    PUFA_TRY(const auto whole, parse_object(json));
    Built built{text(whole, "pack"), {}};
    for (const auto& finding : part(whole, "findings")) {
        auto where = text(finding, "file");
        if (const auto line = number<int>(finding, "line"); line > 0)
            where += ":" + std::to_string(line);
        auto what = localized(part(finding, "what"));
        const auto to_do = localized(part(finding, "what_to_do"));
        for (const auto language : model::k_languages)
            if (!to_do.words[static_cast<size_t>(language)].empty())
                what[language] += " " + to_do.words[static_cast<size_t>(language)];
        built.findings.push_back(
            {std::move(where), std::move(what), text(finding, "severity") == "error"});
    }
    return built;
}

Result<Carried> parse_carried(std::string_view json) {
    PUFA_TRY(const auto whole, parse_object(json));
    const auto& files = part(whole, "files");
    const auto count = files.empty() ? number<size_t>(whole, "files") : files.size();
    return Carried{text(whole, "folder"), count, flag(whole, "verified")};
}

} // namespace pufa::report
