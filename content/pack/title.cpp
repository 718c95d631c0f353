#include "content/pack/title.h"

#include <nlohmann/json.hpp>

namespace pufa::pack {

std::optional<model::LocalizedText> title_from_json(std::string_view text) {
    const auto json = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (!json.is_object()) return std::nullopt;
    model::LocalizedText title;
    for (const auto language : model::k_languages) {
        const auto words = json.find(model::tag(language));
        if (words != json.end() && words->is_string()) title[language] = words->get<std::string>();
    }
    return title;
}

} // namespace pufa::pack
