#pragma once
// Which articles of law have changed since items were written, as plain structs.

#include "content/base/clock.h"
#include "content/model/ids.h"
#include "content/model/text.h"

#include <string>
#include <vector>

namespace pufa::model {

struct LawChange {
    std::string law;     ///< 中华人民共和国民法典, without 《》
    std::string article; ///< 第一千一百四十二条; empty: the whole law
    base::Date from;     ///< the first day on which the old words no longer hold
    LocalizedText note;  ///< what staff are told; may be empty
    bool operator==(const LawChange&) const = default;
};

/// Questions that quote a changed article as it was before are withheld, whoever published them.
struct LawStatus {
    ItemId id;
    LocalizedText title;
    std::vector<LawChange> changes;
    bool operator==(const LawStatus&) const = default;
};

} // namespace pufa::model
