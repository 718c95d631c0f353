#include "content/pack/item_title.h"

namespace pufa::pack {

model::LocalizedText title_of(const model::Item& item) {
    return std::visit(
        [](const auto& held) -> model::LocalizedText {
            if constexpr (requires { held.title; })
                return held.title;
            else if constexpr (requires { held.stem; })
                return held.stem;
            else if constexpr (requires { held.name; })
                return held.name;
            else
                return {};
        },
        item);
}

} // namespace pufa::pack
