#include "content/author/pack_toml.h"

#include "content/author/audiences.h"
#include "content/pack/sites.h"

namespace pufa::author {

namespace {

std::vector<model::Language> read_languages(TomlReader& toml) {
    std::vector<model::Language> languages;
    for (const auto& word : toml.texts("languages")) {
        if (const auto language = model::parse_language(word))
            languages.push_back(*language);
        else
            toml.found(Fault::UNKNOWN_LANGUAGE, "languages", word);
    }
    if (languages.empty()) languages.push_back(model::Language::zh_hans);
    return languages;
}

model::PackId read_id(TomlReader& toml) {
    const auto word = toml.text("id", Need::required);
    const auto id = model::parse_pack_id(word);
    if (!id && !word.empty()) toml.found(Fault::BAD_ID, "id", word);
    // A stand-in lets the rest of the folder be checked.
    return id.value_or(model::PackId{"unnamed/unnamed"});
}

/// For which machines it is, and on which packs it builds.
void read_surroundings(TomlReader& toml, pack::Manifest& manifest) {
    for (auto& site : toml.texts("sites")) {
        if (pack::is_site_pattern(site))
            manifest.sites.push_back(std::move(site));
        else
            toml.found(Fault::BAD_ID, "sites", site);
    }
    for (auto& entry : toml.tables("requires")) {
        const auto word = entry.text("pack", Need::required);
        const auto id = model::parse_pack_id(word);
        if (!id && !word.empty()) entry.found(Fault::BAD_ID, "pack", word);
        const auto sequence = entry.integer("sequence", Need::optional).value_or(1);
        if (sequence < 1) entry.found(Fault::WANTS_NUMBER, "sequence");
        if (id && sequence >= 1) manifest.needs.push_back({*id, sequence});
        entry.finish();
    }
}

} // namespace

PackFacts read_pack_toml(TomlReader& toml, Findings& findings) {
    PackFacts facts;
    auto& manifest = facts.manifest;
    manifest.id = read_id(toml);
    manifest.title = toml.localized("title", Need::required);
    manifest.sequence = toml.integer("sequence", Need::required).value_or(1);
    if (manifest.sequence < 1) toml.found(Fault::WANTS_NUMBER, "sequence");
    manifest.created = toml.time("created", Need::required).value_or(base::WallTime{});
    manifest.languages = read_languages(toml);
    manifest.agencies = toml.texts("agencies");
    if (manifest.agencies.empty()) toml.found(Fault::MISSING_KEY, "agencies");
    manifest.not_before = toml.date("not_before", Need::optional);
    manifest.not_after = toml.date("not_after", Need::optional);
    if (manifest.not_before && manifest.not_after && *manifest.not_before > *manifest.not_after)
        toml.found(Fault::DATES_CROSSED, "not_after");
    manifest.demo = toml.flag("demo").value_or(false);
    facts.audience = read_audience(toml, {}, findings);
    read_surroundings(toml, manifest);
    if (auto laws = toml.table("laws")) {
        facts.laws_checked = laws->date("checked", Need::required);
        laws->finish();
    }
    return facts;
}

} // namespace pufa::author
