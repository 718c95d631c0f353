#include "content/author/finder.h"

#include "content/author/listed.h"
#include "content/author/place_words.h"
#include "content/author/toml_file.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::author {

namespace {

constexpr const char* k_file = "finder.toml";

class FinderReader {
  public:
    FinderReader(Draft& draft, const Laws& laws)
        : m_draft(draft)
        , m_laws(laws) {}

    Finder run() {
        read_toml(m_draft, k_file, [this](TomlReader& toml) {
            for (auto& table : toml.tables("fact"))
                read_fact(table);
            for (auto& table : toml.tables("bring"))
                read_thing(table);
            for (auto& table : toml.tables("dispute"))
                read_dispute(table);
        });
        return std::move(m_finder);
    }

  private:
    /// Facts and things are no items: their ids are only for this folder.
    template <class Map, class Value>
    void keep(TomlReader& toml, Map& map, Value value) {
        const auto id = toml.text("id", Need::required);
        if (id.empty()) return;
        if (!model::is_id_part(id))
            found(Fault::BAD_ID, toml.place("id"), id);
        else if (!map.emplace(id, std::move(value)).second)
            found(Fault::DUPLICATE_ID, toml.place("id"), id, k_file);
    }

    void read_fact(TomlReader& toml) {
        model::LegalFact fact;
        fact.text = toml.localized("text", Need::required);
        const auto words = toml.text("law", Need::required);
        const auto cited = parse_citation(words);
        const auto* article = cited ? m_laws.find(cited->law, cited->article) : nullptr;
        if (article)
            fact.citation = *article;
        else if (!words.empty())
            found(cited ? Fault::UNKNOWN_CITATION : Fault::BAD_CITATION, toml.place("law"), words);
        keep(toml, m_facts, std::move(fact));
        toml.finish();
    }

    void read_thing(TomlReader& toml) {
        keep(toml, m_finder.bring, toml.localized("text", Need::required));
        toml.finish();
    }

    void read_dispute(TomlReader& toml) {
        model::Dispute dispute;
        const auto part = toml.text("id", Need::required);
        const auto id = m_draft.ids.add(part, toml.place("id"));
        dispute.title = toml.localized("title", Need::required);
        dispute.note = toml.localized("note", Need::optional);
        dispute.advice = toml.localized("advice", Need::optional);
        toml.text("icon", Need::optional); // a word for whoever draws the picture
        const auto picture = toml.text("picture", Need::optional);
        dispute.first = read_first(toml);
        dispute.facts = resolve(m_facts, toml, "facts", "fact");
        dispute.bring = resolve(m_finder.bring, toml, "bring", "bring");
        dispute.words = toml.texts("words");
        dispute.valid_until = toml.until("valid_until");
        if (id) {
            dispute.id = *id;
            dispute.picture = take_picture(picture, part, toml.place("picture"));
            m_finder.dispute_ids.emplace(part, *id);
        }
        toml.finish();
        m_finder.disputes.push_back(std::move(dispute));
    }

    template <class Known>
    std::vector<typename Known::mapped_type> resolve(const Known& known, TomlReader& toml,
                                                     const char* key, const char* table) {
        const auto words = toml.texts(key);
        return look_up_all(known, words, table, toml.place(key), m_draft.findings);
    }

    std::vector<model::PlaceKind> read_first(TomlReader& toml) {
        std::vector<model::PlaceKind> first;
        const auto words = toml.texts("first");
        if (words.empty()) toml.found(Fault::MISSING_KEY, "first");
        for (const auto& word : words) {
            const auto kind = parse_place_kind(word);
            if (!kind)
                found(Fault::UNKNOWN_PLACE_KIND, toml.place("first"), word);
            else if (std::find(first.begin(), first.end(), *kind) != first.end())
                found(Fault::LISTED_TWICE, toml.place("first"), word);
            else
                first.push_back(*kind);
        }
        return first;
    }

    /// Named from the folder's root; it gets the dispute's name in the pack.
    std::string take_picture(const std::string& file, const std::string& part, const Place& place) {
        if (file.empty()) return {};
        if (!m_draft.folder.has(file)) {
            found(Fault::FINDER_PICTURE_MISSING, place, file);
            return {};
        }
        m_draft.folder.use(file);
        auto member = fmt::format("finder/{}{}", part, extension_of(file));
        m_finder.pictures.push_back({file, member});
        return member;
    }

    void found(Fault fault, Place place, std::string subject, std::string detail = {}) {
        m_draft.findings.push_back(
            {fault, std::move(place), std::move(subject), std::move(detail)});
    }

    Draft& m_draft;
    const Laws& m_laws;
    Finder m_finder;
    std::map<std::string, model::LegalFact, std::less<>> m_facts;
};

} // namespace

Finder read_finder(Draft& draft, const Laws& laws) {
    return FinderReader{draft, laws}.run();
}

} // namespace pufa::author
