#pragma once
// What counters and the words of the files are called for people, in one language. Words of a file
// come through as they are where this program has no name for them.

#include "content/model/text.h"
#include "content/tally/day_file.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::tally {

/// "reached"; the number itself for a counter of a later program.
[[nodiscard]] std::string counter_key(int counter);

class Words {
  public:
    explicit Words(model::Language language);

    [[nodiscard]] model::Language in() const { return m_language; }
    [[nodiscard]] std::string counter_name(int counter) const;
    [[nodiscard]] std::string counter_definition(int counter) const;
    [[nodiscard]] std::string language(const std::string& key) const;
    [[nodiscard]] std::string sound(const std::string& key) const;
    [[nodiscard]] std::string origin(const std::string& key) const;
    [[nodiscard]] std::string clock(const std::string& key) const;
    /// Of audience_of.
    [[nodiscard]] std::string audience(const std::string& key) const;
    /// "the file was damaged; …", with the minutes where it was not the whole day.
    [[nodiscard]] std::string gap(const Gap& gap) const;
    /// "15:00-16:00"
    [[nodiscard]] static std::string hour(int hour);
    /// "B"; "AC" for a set; "" for none.
    [[nodiscard]] static std::string option(int option);

  private:
    void add(std::string_view group, std::string_view key);
    [[nodiscard]] std::string of(std::string_view group, const std::string& key) const;

    model::Language m_language;
    std::map<std::string, std::string> m_names;
};

} // namespace pufa::tally
