#pragma once
// Reading JSON that may lack anything. Only for the .cpp files of this folder.

#include "content/base/result.h"
#include "content/model/text.h"
#include "content/report/line.h"

#include <nlohmann/json.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::report {

using Json = nlohmann::json;

/// Discarded, or no object: BAD_SOURCE.
[[nodiscard]] inline Result<Json> parse_object(std::string_view text) {
    auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object())
        return Error{Code::BAD_SOURCE, "pufa-admin", "its answer is no JSON object"};
    return json;
}

/// The member if it is an object or array, else an empty array.
[[nodiscard]] inline const Json& part(const Json& json, const char* key) {
    static const Json none = Json::array();
    if (!json.is_object()) return none;
    const auto at = json.find(key);
    return at != json.end() && at->is_structured() ? *at : none;
}

[[nodiscard]] inline std::string text(const Json& json, const char* key) {
    if (!json.is_object()) return {};
    const auto at = json.find(key);
    return at != json.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

template <std::integral T>
[[nodiscard]] T number(const Json& json, const char* key) {
    if (!json.is_object()) return 0;
    const auto at = json.find(key);
    return at != json.end() && at->is_number_integer() ? at->get<T>() : T{0};
}

[[nodiscard]] inline bool flag(const Json& json, const char* key) {
    if (!json.is_object()) return false;
    const auto at = json.find(key);
    return at != json.end() && at->is_boolean() && at->get<bool>();
}

[[nodiscard]] inline std::vector<std::string> texts(const Json& json, const char* key) {
    std::vector<std::string> all;
    for (const auto& one : part(json, key))
        if (one.is_string()) all.push_back(one.get<std::string>());
    return all;
}

[[nodiscard]] inline model::LocalizedText localized(const Json& json) {
    model::LocalizedText words;
    for (const auto language : model::k_languages)
        words[language] = text(json, std::string{model::tag(language)}.c_str());
    return words;
}

[[nodiscard]] inline Fault fault_of(const Json& json) {
    return {text(json, "code"), text(json, "where"), text(json, "sentence")};
}

} // namespace pufa::report
