#pragma once
// The fields of one JSON object of a manifest. Private to this folder.

#include "content/base/error.h"
#include "content/model/items.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::model {

/// Reads the fields of one object and keeps the first fault.
class JsonReader {
  public:
    using Json = nlohmann::ordered_json;

    JsonReader(const Json& json, std::string where)
        : m_json(json)
        , m_where(std::move(where)) {
        if (!json.is_object()) fail("", "is not an object");
    }

    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

    void fail(std::string_view field, std::string_view what) {
        if (!m_fault)
            m_fault = Error{Code::BAD_MANIFEST, m_where, fmt::format("{} {}", field, what)};
    }
    void take_over(const JsonReader& inner) {
        if (!m_fault) m_fault = inner.m_fault;
    }

    const Json* find(const char* field, bool required) {
        if (!m_json.is_object()) return nullptr;
        const auto found = m_json.find(field);
        if (found == m_json.end()) {
            if (required) fail(field, "is missing");
            return nullptr;
        }
        return &*found;
    }

    std::string text(const char* field, bool required = true) {
        const auto* value = find(field, required);
        if (!value) return {};
        if (!value->is_string()) {
            fail(field, "is not text");
            return {};
        }
        return value->get<std::string>();
    }

    bool flag(const char* field, bool required = true) {
        const auto* value = find(field, required);
        if (!value) return false;
        if (!value->is_boolean()) {
            fail(field, "is not true or false");
            return false;
        }
        return value->get<bool>();
    }

    int64_t integer(const char* field, int64_t least, int64_t most) {
        const auto* value = find(field, true);
        if (!value) return least;
        if (!value->is_number_integer() || value->get<int64_t>() < least ||
            value->get<int64_t>() > most) {
            fail(field, fmt::format("is not a whole number from {} to {}", least, most));
            return least;
        }
        return value->get<int64_t>();
    }

    double number(const char* field, double least, double most) {
        const auto* value = find(field, true);
        if (!value) return least;
        if (!value->is_number() ||
            !(value->get<double>() >= least && value->get<double>() <= most)) {
            fail(field, fmt::format("is not a number from {} to {}", least, most));
            return least;
        }
        return value->get<double>();
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
        const auto* value = find(field, required);
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
        const auto* value = find(field, required);
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
        const auto* value = find(field, true);
        if (!value) return;
        if (!value->is_array() || value->size() > most) {
            fail(field, fmt::format("is not a list of at most {}", most));
            return;
        }
        for (const auto& element : *value)
            each(element);
    }

    std::vector<std::string> texts(const char* field, size_t most) {
        std::vector<std::string> result;
        list(field, most, [&](const Json& element) {
            if (element.is_string())
                result.push_back(element.get<std::string>());
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
    const Json& m_json;
    std::string m_where;
    std::optional<Error> m_fault;
};

} // namespace pufa::model
