#pragma once
// What the writers of items have in common: empty words are left out. Private to this folder.

#include "content/model/item_json.h"
#include "content/model/items.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace pufa::model {

inline nlohmann::ordered_json text_list(const std::vector<std::string>& list) {
    auto array = nlohmann::ordered_json::array();
    for (const auto& entry : list)
        array.push_back(entry);
    return array;
}

inline void put(nlohmann::ordered_json& to, const char* field, const LocalizedText& text) {
    if (!text.empty()) to[field] = to_json(text);
}

inline void put(nlohmann::ordered_json& to, const char* field, const std::string& text) {
    if (!text.empty()) to[field] = text;
}

inline nlohmann::ordered_json write(const Citation& citation) {
    nlohmann::ordered_json json;
    json["law"] = citation.law;
    json["article"] = citation.article;
    json["words"] = citation.words;
    json["in_force"] = base::to_string(citation.in_force);
    json["checked"] = base::to_string(citation.checked);
    return json;
}

inline nlohmann::ordered_json write(const std::vector<ItemId>& ids) {
    auto array = nlohmann::ordered_json::array();
    for (const auto& id : ids)
        array.push_back(id.value);
    return array;
}

} // namespace pufa::model
