#include "content/author/polls.h"

#include "content/author/audiences.h"
#include "content/author/listed.h"
#include "content/author/toml_file.h"

#include <set>

namespace pufa::author {

namespace {

constexpr size_t k_least_options = 2, k_most_options = 8;

void check_options(TomlReader& toml, const char* key, size_t count) {
    if (count < k_least_options || count > k_most_options)
        toml.found(Fault::OPTION_COUNT, key, std::to_string(count));
}

/// Ids inside one file.
class PartNames {
  public:
    void add(TomlReader& toml) {
        const auto id = toml.text("id", Need::optional);
        if (id.empty()) return;
        if (!model::is_id_part(id))
            toml.found(Fault::BAD_ID, "id", id);
        else if (!m_seen.insert(id).second)
            toml.found(Fault::LISTED_TWICE, "id", id);
    }

  private:
    std::set<std::string> m_seen;
};

/// What a poll and a consultation have in common.
template <class Item>
void read_frame(Draft& draft, TomlReader& toml, Item& item) {
    const auto id = draft.ids.add(toml.text("id", Need::required), toml.place("id"));
    item.id = id.value_or(model::ItemId{});
    item.title = toml.localized("title", Need::required);
    const auto from = toml.date("from", Need::required);
    const auto to = toml.date("to", Need::required);
    item.from = from.value_or(base::Date{});
    item.to = to.value_or(item.from);
    if (from && to && *to < *from) toml.found(Fault::SPAN_CROSSED, "to");
    item.valid_until = toml.until("valid_until");
    item.agency = draft.agency(toml.text("agency", Need::optional), {}, toml.place("agency"));
    item.audience = read_audience(toml, draft.audience, draft.findings);
}

model::Poll read_poll(Draft& draft, TomlReader& toml) {
    model::Poll poll;
    read_frame(draft, toml, poll);
    PartNames names;
    for (auto& table : toml.tables("option")) {
        names.add(table);
        poll.options.push_back(table.localized("text", Need::required));
        table.finish();
    }
    check_options(toml, "option", poll.options.size());
    return poll;
}

model::ConsultationQuestion read_question(TomlReader& toml, PartNames& names) {
    model::ConsultationQuestion question;
    names.add(toml);
    question.text = toml.localized("text", Need::required);
    question.options = toml.localized_list("options");
    check_options(toml, "options", question.options.size());
    toml.finish();
    return question;
}

model::Consultation read_consultation(Draft& draft, TomlReader& toml) {
    model::Consultation consultation;
    read_frame(draft, toml, consultation);
    consultation.summary = toml.localized("summary", Need::optional);
    PartNames names;
    for (auto& table : toml.tables("question"))
        consultation.questions.push_back(read_question(table, names));
    const auto count = consultation.questions.size();
    if (count == 0) toml.found(Fault::MISSING_KEY, "question");
    if (count > k_most_listed)
        toml.found(Fault::LIST_TOO_LONG, "question", std::to_string(k_most_listed));
    return consultation;
}

/// One item from each .toml of a folder.
template <class Item>
std::vector<Item> read_all(Draft& draft, std::string_view folder,
                           Item (*read)(Draft& draft, TomlReader& toml)) {
    std::vector<Item> items;
    for (const auto& name : draft.folder.list(folder, {".toml"}))
        read_toml(draft, name, [&](TomlReader& toml) { items.push_back(read(draft, toml)); });
    return items;
}

} // namespace

std::vector<model::Poll> read_polls(Draft& draft) {
    return read_all(draft, "polls", read_poll);
}

std::vector<model::Consultation> read_consultations(Draft& draft) {
    return read_all(draft, "consultations", read_consultation);
}

} // namespace pufa::author
