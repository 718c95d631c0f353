#include "content/tally/export.h"

#include "content/base/log.h"
#include "content/strings/strings.h"
#include "content/tally/counter.h"
#include "content/tally/csv.h"
#include "content/tally/day_file.h"
#include "content/tally/recorder.h"
#include "content/tally/segment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace pufa::tally {

namespace {

constexpr std::array k_columns{"date",   "hour",     "counter", "title",  "item",  "version",
                               "option", "language", "sound",   "origin", "count", "definition"};

constexpr int k_option_letters = 26;

const CounterInfo* counter_of(int number) {
    const auto* const found =
        std::find_if(k_counters.begin(), k_counters.end(), [number](const CounterInfo& info) {
            return static_cast<int>(info.counter) == number;
        });
    return found == k_counters.end() ? nullptr : found;
}

/// "B"; "AC" for a set; "" for none.
std::string letters(int option) {
    if (option < 0) return {};
    if (option < k_option_letters) return std::string(1, static_cast<char>('A' + option));
    if (option < k_option_set) return std::to_string(option);
    std::string chosen;
    for (int bits = option - k_option_set, letter = 'A'; bits != 0; bits >>= 1, ++letter)
        if (bits & 1) chosen += static_cast<char>(letter);
    return chosen;
}

/// Words of a file come through as they are where this program has no name for them.
class Words {
  public:
    Words(model::Language language, const TitleOf& title_of)
        : m_language(language)
        , m_title_of(title_of) {
        for (const auto known : model::k_languages)
            add("tally.language.", model::tag(known));
        for (const auto known : k_sound_languages)
            add("tally.sound.", key_of(known));
        for (const auto known :
             {Origin::visitor, Origin::unattended, Origin::attract, Origin::staff})
            add("tally.origin.", key_of(known));
    }

    [[nodiscard]] std::string of(std::string_view group, const std::string& key) const {
        const auto found = m_names.find(std::string{group} + key);
        return found == m_names.end() ? key : found->second;
    }
    [[nodiscard]] std::string name(int counter) const {
        const auto* info = counter_of(counter);
        return info ? strings::text(m_language, fmt::format("counter.{}.name", info->key))
                    : std::to_string(counter);
    }
    [[nodiscard]] std::string definition(int counter) const {
        const auto* info = counter_of(counter);
        return info ? strings::text(m_language, fmt::format("counter.{}.definition", info->key))
                    : std::string{};
    }
    [[nodiscard]] std::string title(const std::string& item) {
        if (item.empty()) return {};
        const auto found = m_titles.find(item);
        if (found != m_titles.end()) return found->second;
        return m_titles.emplace(item, m_title_of(item)).first->second;
    }
    [[nodiscard]] std::vector<std::string> header() const {
        std::vector<std::string> cells;
        cells.reserve(k_columns.size());
        for (const auto* column : k_columns)
            cells.push_back(strings::text(m_language, fmt::format("tally.column.{}", column)));
        return cells;
    }

  private:
    void add(std::string_view group, std::string_view key) {
        auto full = std::string{group} + std::string{key};
        m_names.emplace(full, strings::text(m_language, full));
    }

    model::Language m_language;
    const TitleOf& m_title_of;
    std::map<std::string, std::string> m_names;
    std::map<std::string, std::string> m_titles;
};

void append_rows(std::string& csv, Words& words, const base::Date& day,
                 std::span<const RollUpRow> rows) {
    for (const auto& row : rows) {
        const std::array<std::string, k_columns.size()> cells{
            base::to_string(day),
            fmt::format("{:02}:00-{:02}:00", row.hour, row.hour + 1),
            words.name(row.counter),
            words.title(row.item),
            row.item,
            row.item.empty() ? std::string{} : std::to_string(row.item_version),
            letters(row.option),
            words.of("tally.language.", row.language),
            words.of("tally.sound.", row.sound),
            words.of("tally.origin.", row.origin),
            std::to_string(row.count),
            words.definition(row.counter)};
        append_record(csv, cells);
    }
}

} // namespace

Result<CsvExport> export_csv(const std::filesystem::path& tally_folder, model::Language language,
                             const TitleOf& title_of) {
    PUFA_TRY(const auto files, list_days(tally_folder));
    CsvExport made;
    made.set_aside = files.set_aside;
    Words words{language, title_of};
    made.text = k_byte_order_mark;
    append_record(made.text, words.header());
    for (const auto& day : files.days) {
        const auto rows = read_roll_up(tally_folder, day);
        if (!rows && rows.error().code == Code::DAMAGED_DATABASE) {
            base::log_warning("tally: {} is left out of the export: {}", rows.error().where,
                              rows.error().detail);
            made.damaged.push_back(day_file(tally_folder, day).filename().string());
            continue;
        }
        if (!rows) return rows.error();
        append_rows(made.text, words, day, *rows);
        made.rows += static_cast<int>(rows->size());
    }
    return made;
}

} // namespace pufa::tally
