#pragma once
// The fields of one JSON object of a manifest. Private to this folder.

#include "content/base/error.h"
#include "content/model/items.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::model {

/// Reads the fields of one object and keeps the first fault. What it reads lives in a parser of
/// simdjson and is gone with that parser's next text.
class JsonReader {
  public:
    using Json = simdjson::dom::element;

    JsonReader(const Json& json, std::string where)
        : m_where(std::move(where)) {
        simdjson::dom::object object;
        if (json.get(object) == simdjson::SUCCESS)
            m_object = object;
        else
            fail("", "is not an object");
    }

    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

    void fail(std::string_view field, std::string_view what) {
        refuse(Code::BAD_MANIFEST, fmt::format("{} {}", field, what));
    }
    void refuse(Code code, std::string detail) {
        if (!m_fault) m_fault = Error{code, m_where, std::move(detail)};
    }
    void take_over(const JsonReader& inner) {
        if (!m_fault) m_fault = inner.m_fault;
    }

    std::optional<Json> find(const char* field, bool required) {
        if (!m_object) return std::nullopt;
        Json found;
        if (m_object->at_key(field).get(found) == simdjson::SUCCESS) return found;
        if (required) fail(field, "is missing");
        return std::nullopt;
    }

    std::string text(const char* field, bool required = true) {
        const auto value = find(field, required);
        if (!value) return {};
        std::string_view words;
        if (value->get(words) != simdjson::SUCCESS) fail(field, "is not text");
        return std::string{words};
    }

    bool flag(const char* field, bool required = true) {
        const auto value = find(field, required);
        if (!value) return false;
        bool yes = false;
        if (value->get(yes) != simdjson::SUCCESS) fail(field, "is not true or false");
        return yes;
    }

    int64_t integer(const char* field, int64_t least, int64_t most) {
        const auto value = find(field, true);
        if (!value) return least;
        int64_t number = 0;
        if (value->get(number) == simdjson::SUCCESS && number >= least && number <= most)
            return number;
        fail(field, fmt::format("is not a whole number from {} to {}", least, most));
        return least;
    }

    double number(const char* field, double least, double most) {
        const auto value = find(field, true);
        if (!value) return least;
        double number = 0;
        if (value->get(number) == simdjson::SUCCESS && number >= least && number <= most)
            return number;
        fail(field, fmt::format("is not a number from {} to {}", least, most));
        return least;
    }

    /// Calls each(reader) for every object of an array; their faults become this one's.
    template <class Each>
    void objects(const char* field, size_t most, Each each) {
        list(field, most, [&](const Json& element) {
            JsonReader inner{element, m_where};
            each(inner);
            take_over(inner);
        });
    }

    /// An object; `read(reader)` is called if it is there.
    template <class Read>
    void object(const char* field, bool required, Read read) {
        const auto value = find(field, required);
        if (!value) return;
        JsonReader inner{*value, m_where};
        read(inner);
        take_over(inner);
    }

    /// One of the words of a table of (value, word).
    template <class Table>
    auto one_of(const char* field, const Table& table) {
        const auto word = text(field);
        for (const auto& [value, name] : table) {
            if (name == word) return value;
        }
        fail(field, fmt::format("\"{}\" is none that this player knows", word));
        return table.front().first;
    }

    Citation citation() {
        Citation cited;
        cited.law = text("law");
        cited.article = text("article");
        cited.words = text("words");
        cited.in_force = date("in_force");
        cited.checked = date("checked");
        return cited;
    }

    base::Date date(const char* field) {
        const auto parsed = base::parse_date(text(field));
        if (!parsed) fail(field, "is not a date like 2026-11-23");
        return parsed.value_or(base::Date{});
    }

    WallTime moment(const char* field) {
        const auto parsed = base::parse_iso(text(field));
        if (!parsed) fail(field, "is not a moment like 2026-11-23T15:20:00Z");
        return parsed.value_or(WallTime{});
    }

    MonthDay month_day(const char* field) {
        // 2000 is a leap year, so that 02-29 may be named.
        const auto parsed = base::parse_date("2000-" + text(field));
        if (!parsed) fail(field, "is not a day like 12-04");
        return parsed ? MonthDay{parsed->month, parsed->day} : MonthDay{};
    }

    LocalizedText localized(const char* field, bool required = true) {
        LocalizedText result;
        const auto value = find(field, required);
        if (!value) return result;
        JsonReader inner{*value, m_where};
        for (const auto language : k_languages)
            result[language] = inner.text(std::string{tag(language)}.c_str(), false);
        take_over(inner);
        if (required && result.empty()) fail(field, "has no words");
        return result;
    }

    /// Calls each(element) for every element of an array.
    template <class Each>
    void list(const char* field, size_t most, Each each) {
        const auto value = find(field, true);
        if (!value) return;
        simdjson::dom::array elements;
        if (value->get(elements) != simdjson::SUCCESS || elements.size() > most) {
            fail(field, fmt::format("is not a list of at most {}", most));
            return;
        }
        for (const Json element : elements)
            each(element);
    }

    std::vector<std::string> texts(const char* field, size_t most) {
        std::vector<std::string> result;
        list(field, most, [&](const Json& element) {
            std::string_view words;
            if (element.get(words) == simdjson::SUCCESS)
                result.emplace_back(words);
            else
                fail(field, "holds something that is not text");
        });
        return result;
    }

    std::vector<ItemId> ids(const char* field, size_t most) {
        std::vector<ItemId> result;
        for (const auto& word : texts(field, most)) {
            if (auto id = parse_item_id(word))
                result.push_back(*id);
            else
                fail(field, "holds a bad id");
        }
        return result;
    }

    ItemId id(const char* field = "id") {
        auto parsed = parse_item_id(text(field));
        if (!parsed) {
            fail(field, "is not publisher/pack/item");
            return {};
        }
        return *parsed;
    }

    /// The item's own id, which faults after it name.
    ItemId own_id() {
        auto own = id();
        m_where += " " + own.value;
        return own;
    }

    [[nodiscard]] const std::string& where() const { return m_where; }

  private:
    std::optional<simdjson::dom::object> m_object; ///< none: it is not an object
    std::string m_where;
    std::optional<Error> m_fault;
};

} // namespace pufa::model
