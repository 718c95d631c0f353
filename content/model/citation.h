#pragma once
// Where a statement of law comes from.

#include "content/base/clock.h"

#include <string>

namespace pufa::model {

/// The words are quoted, never retold.
struct Citation {
    std::string law;     ///< 中华人民共和国民法典, without 《》
    std::string article; ///< 第一千一百四十二条
    std::string words;   ///< the article's text; '\n' parts paragraphs
    base::Date in_force; ///< of this version
    base::Date checked;  ///< when a person last compared it
    bool operator==(const Citation&) const = default;
};

} // namespace pufa::model
