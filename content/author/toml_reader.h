#pragma once
// A TOML table read key by key: values are checked, faults are collected with line and column, and
// keys that nobody asked for are named at the end. Private to this folder.

#include "content/author/finding.h"
#include "content/base/clock.h"
#include "content/model/items.h"

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

enum class Need { optional, required };

/// The table of a file; BAD_TOML is added if it cannot be parsed.
[[nodiscard]] std::optional<toml::table> parse_toml(std::string_view text, const std::string& file,
                                                    Findings& findings);

class TomlReader {
  public:
    /// `name` is put before keys in findings ("video.").
    TomlReader(const toml::table& table, std::string file, Findings& findings,
               std::string name = {});

    [[nodiscard]] bool has(std::string_view key) const { return m_table.contains(key); }
    std::string text(std::string_view key, Need need);
    /// A string is zh-Hans; a table names languages. zh-Hans is required where there are words.
    model::LocalizedText localized(std::string_view key, Need need);
    /// A list of such texts; zh-Hans is required in each.
    std::vector<model::LocalizedText> localized_list(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::optional<int64_t> integer(std::string_view key, Need need);
    /// A TOML date or "2026-11-23".
    std::optional<base::Date> date(std::string_view key, Need need);
    /// A TOML date-time or "2026-11-23T12:00:00+08:00"; without offset it is China's time.
    std::optional<base::WallTime> time(std::string_view key, Need need);
    /// An end of validity: a date (through that day in China: the midnight after it) or a moment.
    std::optional<base::WallTime> until(std::string_view key);
    /// "12-04"
    std::optional<model::MonthDay> month_day(std::string_view key, Need need);
    /// "1:02:03", "0:30", "12.5" (seconds) or a number of seconds.
    std::optional<Micros> clock(std::string_view key, Need need);
    /// A list of texts; one text is a list of one.
    std::vector<std::string> texts(std::string_view key);
    /// [[key]] tables; none if absent.
    std::vector<TomlReader> tables(std::string_view key);
    /// [key]; nullopt if absent.
    std::optional<TomlReader> table(std::string_view key);

    /// UNKNOWN_KEY for each key that was not asked for.
    void finish();

    /// Where the key stands, or the table if it is absent.
    [[nodiscard]] Place place(std::string_view key) const;
    [[nodiscard]] Place place() const;
    void found(Fault fault, std::string_view key, std::string detail = {});
    [[nodiscard]] const std::string& file() const { return m_file; }

  private:
    const toml::node* ask(std::string_view key, Need need);
    /// The languages of a table in this file.
    model::LocalizedText localized_table(const toml::table& table, std::string name);
    [[nodiscard]] std::string full(std::string_view key) const;

    const toml::table& m_table;
    std::string m_file;
    Findings& m_findings;
    std::string m_name;
    std::set<std::string, std::less<>> m_asked;
};

} // namespace pufa::author
