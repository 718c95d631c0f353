#pragma once
// What citizens are asked for their view on, as plain structs.

#include "content/base/clock.h"
#include "content/model/audience.h"
#include "content/model/ids.h"
#include "content/model/text.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::model {

/// One question with answers to choose from; free words are never asked for.
struct Poll {
    ItemId id;
    LocalizedText title;                ///< the question
    std::vector<LocalizedText> options; ///< 2 to 8
    base::Date from;
    base::Date to; ///< inclusive
    std::string agency;
    Audience audience{};
    std::optional<WallTime> valid_until{};
    bool operator==(const Poll&) const = default;
};

struct ConsultationQuestion {
    LocalizedText text;
    std::vector<LocalizedText> options; ///< 2 to 8
    bool operator==(const ConsultationQuestion&) const = default;
};

/// A draft rule on which opinions are gathered (立法意见征集).
struct Consultation {
    ItemId id;
    LocalizedText title;
    LocalizedText summary;
    std::vector<ConsultationQuestion> questions;
    base::Date from;
    base::Date to; ///< inclusive
    std::string agency;
    Audience audience{};
    std::optional<WallTime> valid_until{};
    bool operator==(const Consultation&) const = default;
};

} // namespace pufa::model
