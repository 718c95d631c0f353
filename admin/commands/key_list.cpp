#include "admin/commands/key_list.h"

#include "admin/command_table.h"
#include "admin/commands/key_state.h"
#include "admin/machine_trust.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pufa::admin {

namespace {

using Kind = pack::TrustFinding::Kind;

std::string_view name(Kind kind) {
    switch (kind) {
    case Kind::no_key:
        return "no_key";
    case Kind::unreadable:
        return "unreadable";
    case Kind::revoked_in_folder:
        return "revoked_in_folder";
    case Kind::expired:
        return "expired";
    case Kind::expires_soon:
        return "expires_soon";
    case Kind::bad_statement:
        return "bad_statement";
    }
    return "no_key";
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words)
        line += (line.empty() ? "" : ", ") + word;
    return line;
}

/// The folder is read file by file: one that is no key must not hide the others.
Result<KeyListReport> run(const Context& context) {
    PUFA_TRY(const auto paths, context.state());
    PUFA_TRY(const auto kept, pack::judge_of(paths, {}, context.now()));
    KeyListReport report;
    report.findings = pack::trust_findings(context.trust_folder(), kept.statements, kept.now);
    pack::Trust folder;
    const auto files = pack::trust_files(context.trust_folder());
    for (const auto& file : files ? *files : std::vector<std::filesystem::path>{}) {
        if (auto key = pack::read_trusted_key(file)) folder.keys.push_back(std::move(*key));
    }
    report.trust = pack::effective_trust(folder, kept.statements).trust;
    return report;
}

} // namespace

std::string sentence(const pack::TrustFinding& finding, model::Language language) {
    switch (finding.kind) {
    case Kind::no_key:
        return strings::text(language, "trust.no-key", {{"where", finding.where}});
    case Kind::unreadable:
    case Kind::bad_statement:
        return finding.error ? strings::named_sentence(language, *finding.error) : finding.where;
    case Kind::revoked_in_folder:
        return strings::text(language, "trust.revoked-in-folder",
                             {{"where", finding.where}, {"key", finding.key}});
    case Kind::expired:
    case Kind::expires_soon:
        break;
    }
    return strings::text(
        language, finding.kind == Kind::expired ? "trust.expired" : "trust.expires-soon",
        {{"key", finding.key},
         {"date", finding.not_after ? base::to_string(*finding.not_after) : std::string{}}});
}

std::string KeyListReport::text(model::Language language) const {
    std::string lines;
    for (const auto& key : trust.keys) {
        lines +=
            strings::text(
                language, "admin.key.line",
                {{"name", key.name},
                 {"id", pack::id_text(key)},
                 {"publishers", key.publishers ? joined(*key.publishers)
                                               : strings::text(language, "admin.key.everything")},
                 {"until", key.not_after ? base::to_string(*key.not_after)
                                         : strings::text(language, "admin.key.no-end")},
                 {"from", key.from}}) +
            "\n";
    }
    for (const auto& revoked : trust.revoked)
        lines += line_of(revoked, language) + "\n";
    for (const auto& finding : findings)
        lines += sentence(finding, language) + "\n";
    return lines;
}

nlohmann::ordered_json KeyListReport::json() const {
    auto keys = nlohmann::ordered_json::array();
    for (const auto& key : trust.keys) {
        nlohmann::ordered_json entry{{"name", key.name}, {"id", pack::id_text(key)}};
        if (key.publishers) entry["publishers"] = *key.publishers;
        if (key.not_after) entry["not_after"] = base::to_string(*key.not_after);
        if (!key.note.empty()) entry["note"] = key.note;
        entry["from"] = key.from;
        keys.push_back(std::move(entry));
    }
    auto revoked = nlohmann::ordered_json::array();
    for (const auto& entry : trust.revoked)
        revoked.push_back(
            {{"id", pack::id_text(entry.id)},
             {"reason", entry.reason == pack::Reason::retired ? "retired" : "compromised"},
             {"note", entry.note}});
    auto found = nlohmann::ordered_json::array();
    for (const auto& finding : findings)
        found.push_back(
            {{"kind", name(finding.kind)}, {"where", finding.where}, {"key", finding.key}});
    return {
        {"keys", std::move(keys)}, {"revoked", std::move(revoked)}, {"findings", std::move(found)}};
}

void register_key_list(CLI::App& key, Context& context) {
    auto& command =
        add_command(key, context, "list", "admin.help.key.list", "pufa-admin key list --json");
    command.callback([&context] { context.finish(run(context)); });
}

} // namespace pufa::admin
