#include "content/tally/report.h"

#include "content/strings/strings.h"
#include "content/tally/counter.h"
#include "content/tally/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace pufa::tally {

namespace {

constexpr size_t k_everything = SIZE_MAX;
constexpr size_t k_bars = 20; ///< more names than these cannot be read on a chart
constexpr size_t k_days_on_chart = 400;
constexpr int64_t k_least_answers = 5; ///< fewer say nothing of a question

constexpr size_t k_engaged_measure = 2;

/// What a group of items adds up to.
struct Group {
    int64_t items = 0;
    ItemActs acts;
    void add(const ItemActs& other) {
        ++items;
        acts.reached += other.reached;
        acts.engaged += other.engaged;
        acts.watched_whole += other.watched_whole;
        acts.answered += other.answered;
        acts.right_at_first += other.right_at_first;
        acts.opened += other.opened;
    }
};
using Groups = std::vector<std::pair<std::string, Group>>;

class Report {
  public:
    Report(const ReportSource& source, model::Language language)
        : m_source(source)
        , m_language(language)
        , m_words(language) {}

    std::vector<Table> tables() {
        std::vector<Table> all{summary(),          day(),      hour(),  item(),     agency(),
                               campaign(),         audience(), topic(), language(), places(),
                               hardest_questions()};
        if (m_source.kiosks.size() > 1) all.push_back(kiosks());
        all.push_back(definitions());
        all.push_back(provenance());
        return all;
    }

  private:
    [[nodiscard]] Table table(const char* name, const std::vector<const char*>& columns) const {
        Table made;
        made.name = strings::text(m_language, fmt::format("tally.sheet.{}", name));
        for (const auto* column : columns)
            made.header.push_back(column_name(column));
        return made;
    }
    [[nodiscard]] std::string column_name(const char* column) const {
        return strings::text(m_language, fmt::format("tally.report.{}", column));
    }
    void add_measures(Table& to) const {
        for (const auto& measure : k_measures)
            to.header.push_back(
                strings::text(m_language, fmt::format("tally.measure.{}", measure.key)));
    }
    static void add(std::vector<Cell>& row, const Acts& acts) {
        for (const auto& measure : k_measures)
            row.emplace_back(acts.*measure.of);
    }
    [[nodiscard]] const ItemFacts& facts_of(const std::string& item) const {
        static const ItemFacts nothing;
        const auto found = m_source.facts.find(item);
        return found == m_source.facts.end() ? nothing : found->second;
    }

    [[nodiscard]] Table summary() const {
        auto made = table(
            "summary", {"measure", "visitors", "unattended", "attract", "staff", "suspect_clock"});
        for (const auto& info : k_counters) {
            const int number = static_cast<int>(info.counter);
            const auto found = m_source.figures.counters.find(number);
            const auto by = found == m_source.figures.counters.end() ? ByOrigin{} : found->second;
            made.rows.push_back({m_words.counter_name(number), by.visitor, by.unattended,
                                 by.attract, by.staff, by.suspect_clock});
        }
        const auto& total = m_source.figures.total;
        made.rows.push_back({column_name("share_right"),
                             Share{total.right_at_first, total.first_answers}, std::string{},
                             std::string{}, std::string{}, std::string{}});
        made.note = strings::text(m_language, "tally.report.acts-note");
        made.chart = Chart{ChartKind::bar, 0, {1}, k_counters.size()};
        return made;
    }

    [[nodiscard]] Table day() const {
        auto made = table("day", {"day"});
        add_measures(made);
        for (const auto& [date, acts] : m_source.figures.days) {
            std::vector<Cell> row{date};
            add(row, acts);
            made.rows.push_back(std::move(row));
        }
        made.chart = Chart{ChartKind::line, 0, {1, 1 + k_engaged_measure}, k_days_on_chart};
        return made;
    }

    [[nodiscard]] Table hour() const {
        auto made = table("hour", {"hour"});
        add_measures(made);
        int number = 0;
        for (const auto& acts : m_source.figures.hours) {
            std::vector<Cell> row{Words::hour(number++)};
            add(row, acts);
            made.rows.push_back(std::move(row));
        }
        made.chart =
            Chart{ChartKind::column, 0, {1 + k_engaged_measure}, m_source.figures.hours.size()};
        return made;
    }

    [[nodiscard]] Table item() const {
        auto made = table("item", {"title", "id", "agency", "reached", "engaged", "watched_whole",
                                   "answered", "right_at_first"});
        auto items = most(m_source.figures, &ItemActs::engaged, k_everything);
        for (const auto& [id, acts] : m_source.figures.items)
            if (acts.engaged == 0) items.emplace_back(id, acts);
        for (const auto& [id, acts] : items)
            made.rows.push_back({title_of(m_source.facts, id), id, facts_of(id).agency,
                                 acts.reached, acts.engaged, acts.watched_whole, acts.answered,
                                 acts.right_at_first});
        made.chart = Chart{ChartKind::bar, 0, {4}, k_bars};
        return made;
    }

    /// Items by what `names` says of each; most engaged first. An item with several names counts
    /// in each of them.
    Groups grouped(const std::function<std::vector<std::string>(const std::string&)>& names) const {
        std::map<std::string, Group> groups;
        for (const auto& [id, acts] : m_source.figures.items)
            for (const auto& name : names(id))
                groups[name].add(acts);
        Groups sorted(groups.begin(), groups.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& one, const auto& other) {
            return one.second.acts.engaged > other.second.acts.engaged;
        });
        return sorted;
    }

    [[nodiscard]] Table group_table(const char* name, const Groups& groups) const {
        auto made = table(name, {name, "items", "reached", "engaged", "watched_whole", "answered",
                                 "right_at_first"});
        for (const auto& [words, group] : groups)
            made.rows.push_back({words, group.items, group.acts.reached, group.acts.engaged,
                                 group.acts.watched_whole, group.acts.answered,
                                 group.acts.right_at_first});
        made.chart = Chart{ChartKind::bar, 0, {3}, k_bars};
        return made;
    }

    [[nodiscard]] Table agency() const {
        return group_table("agency", grouped([this](const std::string& id) {
                               const auto& named = facts_of(id).agency;
                               return std::vector{
                                   named.empty() ? strings::text(m_language, "tally.show.no-agency")
                                                 : named};
                           }));
    }
    [[nodiscard]] Table campaign() const {
        auto groups = grouped([this](const std::string& id) { return facts_of(id).campaigns; });
        auto made = group_table("campaign", groups);
        made.header.push_back(column_name("opened"));
        for (size_t i = 0; i < groups.size(); ++i)
            made.rows[i].emplace_back(groups[i].second.acts.opened);
        made.note = strings::text(m_language, "tally.report.not-additive");
        return made;
    }
    [[nodiscard]] Table audience() const {
        auto made = group_table("audience", grouped([this](const std::string& id) {
                                    auto names = audience_of(m_source.facts, id);
                                    for (auto& name : names)
                                        name = m_words.audience(name);
                                    return names;
                                }));
        made.note = strings::text(m_language, "tally.report.not-additive");
        return made;
    }
    [[nodiscard]] Table topic() const {
        auto made = group_table(
            "topic", grouped([this](const std::string& id) { return facts_of(id).subjects; }));
        made.note = strings::text(m_language, "tally.report.not-additive");
        return made;
    }

    [[nodiscard]] Table language() const {
        auto made = table("language", {"language"});
        add_measures(made);
        for (const auto& [tag, acts] : m_source.figures.languages) {
            std::vector<Cell> row{m_words.language(tag)};
            add(row, acts);
            made.rows.push_back(std::move(row));
        }
        made.chart = Chart{ChartKind::column, 0, {1 + k_engaged_measure}, k_bars};
        return made;
    }

    [[nodiscard]] Table places() const {
        auto made = table("places", {"place", "id", "looked_up"});
        for (const auto& [id, acts] : most(m_source.figures, &ItemActs::looked_up, k_everything))
            made.rows.push_back({title_of(m_source.facts, id), id, acts.looked_up});
        made.chart = Chart{ChartKind::bar, 0, {2}, k_bars};
        return made;
    }

    [[nodiscard]] Table hardest_questions() const {
        auto made = table("hardest", {"question", "id", "first_answers", "right_at_first", "wrong",
                                      "share_wrong"});
        for (const auto& [id, acts] : hardest(m_source.figures, k_least_answers, k_everything)) {
            const auto wrong = acts.engaged - acts.right_at_first;
            made.rows.push_back({title_of(m_source.facts, id), id, acts.engaged,
                                 acts.right_at_first, wrong, Share{wrong, acts.engaged}});
        }
        made.note = strings::text(m_language, "tally.report.hardest-note",
                                  {{"count", std::to_string(k_least_answers)}});
        made.chart = Chart{ChartKind::bar, 0, {5}, k_bars};
        return made;
    }

    [[nodiscard]] Table kiosks() const {
        auto made = table("kiosks", {"kiosk", "id", "first_day", "last_day", "missing_since"});
        add_measures(made);
        const auto day = [](const std::optional<base::Date>& date) {
            return date ? Cell{*date} : Cell{std::string{}};
        };
        for (const auto& line : m_source.kiosks) {
            std::vector<Cell> row{line.kiosk.name, line.kiosk.id, day(line.first), day(line.last),
                                  day(line.missing_since)};
            const auto found = m_source.figures.kiosks.find(line.kiosk.id);
            add(row, found == m_source.figures.kiosks.end() ? Acts{} : found->second);
            made.rows.push_back(std::move(row));
        }
        made.chart = Chart{ChartKind::bar, 0, {5 + k_engaged_measure}, k_bars};
        return made;
    }

    [[nodiscard]] Table definitions() const {
        auto made = table("definitions", {"measure", "definition"});
        for (const auto& info : k_counters) {
            const int number = static_cast<int>(info.counter);
            made.rows.push_back({m_words.counter_name(number), m_words.counter_definition(number)});
        }
        made.rows.push_back({column_name("audience"),
                             strings::text(m_language, "tally.report.audience-definition")});
        return made;
    }

    [[nodiscard]] Table provenance() const {
        auto made = table("provenance", {"what", "who", "from", "fact"});
        const auto line = [&](const char* what, const std::string& who, Cell when,
                              const std::string& fact) {
            made.rows.push_back({column_name(what), who, std::move(when), fact});
        };
        line("made", "", base::to_local(m_source.made).date, m_source.program);
        for (const auto& kiosk : m_source.kiosks) {
            line("kiosk", kiosk.kiosk.name, Cell{std::string{}}, kiosk.kiosk.id);
            for (const auto& was : kiosk.kiosk.was)
                line("was", kiosk.kiosk.name, Cell{std::string{}}, was);
            if (kiosk.missing_since)
                line("missing_since", kiosk.kiosk.name, *kiosk.missing_since, kiosk.kiosk.id);
        }
        for (const auto& [who, gap] : m_source.gaps)
            line("gap", who, gap.day, m_words.gap(gap));
        for (const auto& name : m_source.damaged)
            line("damaged_file", "", Cell{std::string{}}, name);
        for (const auto& day : m_source.days)
            line(day.sealed ? "sealed_day" : "open_day", "", day.day, day.hash);
        return made;
    }

    const ReportSource& m_source;
    model::Language m_language;
    Words m_words;
};

} // namespace

std::vector<Table> report_tables(const ReportSource& source, model::Language language) {
    return Report{source, language}.tables();
}

} // namespace pufa::tally
