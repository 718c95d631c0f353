#include "content/author/law_status.h"

#include "content/author/text_file.h"
#include "content/author/toml_file.h"
#include "content/author/words.h"

#include <algorithm>

namespace pufa::author {

namespace {

constexpr std::string_view k_file = "law-status.toml";

model::LawChange read_change(TomlReader& toml) {
    model::LawChange change;
    change.law = replaced(replaced(toml.text("law", Need::required), "《", ""), "》", "");
    change.article = toml.text("article", Need::optional);
    change.from = toml.date("from", Need::required).value_or(base::Date{});
    change.note = toml.localized("note", Need::optional);
    toml.finish();
    return change;
}

/// Without its id.
model::LawStatus read_words(TomlReader& toml) {
    model::LawStatus status;
    status.title = toml.localized("title", Need::required);
    for (auto& table : toml.tables("change"))
        status.changes.push_back(read_change(table));
    if (status.changes.empty() && !toml.has("change")) toml.found(Fault::MISSING_KEY, "change");
    return status;
}

} // namespace

std::optional<model::LawStatus> read_law_status(Draft& draft) {
    std::optional<model::LawStatus> status;
    read_toml(draft, std::string{k_file}, [&](TomlReader& toml) {
        const auto id = draft.ids.add(toml.text("id", Need::required), toml.place("id"));
        status = read_words(toml);
        status->id = id.value_or(model::ItemId{});
    });
    return status;
}

Result<model::LawStatus> read_law_status_file(const std::filesystem::path& file) {
    PUFA_TRY(const auto text, read_text(file, k_most_text));
    const auto name = file.filename().string();
    Findings findings;
    model::LawStatus status;
    if (const auto table = parse_toml(text.text, name, findings)) {
        TomlReader toml{*table, name, findings};
        toml.text("id", Need::required);
        status = read_words(toml);
        toml.finish();
    }
    const auto wrong = std::find_if(findings.begin(), findings.end(), [](const auto& finding) {
        return severity(finding.fault) == Severity::error;
    });
    if (wrong == findings.end()) return status;
    return Error{Code::BAD_SOURCE, file.string(),
                 where(wrong->place) + ": " + what(model::Language::en, *wrong)};
}

} // namespace pufa::author
