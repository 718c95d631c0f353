#pragma once
// What all packs together say has changed in the law, and which citations that outdates. Made once
// from the law-status items of a snapshot; immutable, may be read by several threads.

#include "content/model/citation.h"
#include "content/model/law_status.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace pufa::law {

/// A change, and which item tells it.
struct Told {
    model::LawChange change;
    model::ItemId by;
};

class Changes {
  public:
    /// Of all packs: whoever told a change, it concerns everybody's items.
    explicit Changes(const std::vector<model::LawStatus>& told);

    [[nodiscard]] bool empty() const { return m_by_law.empty(); }

    /// The earliest change that the citation does not know of, whether it has come or not; null:
    /// none. Its article, or its whole law, changes, and `from` is after the day on which a person
    /// last compared the words (`checked`) and after the day from which the quoted words are in
    /// force: who quotes the new words before they hold is not outdated when they do.
    /// Lives as long as this object.
    [[nodiscard]] const Told* against(const model::Citation& citation) const;
    /// The same, of those that have come: `from` is `today` or before.
    [[nodiscard]] const Told* against(const model::Citation& citation, base::Date today) const;

  private:
    struct Entry {
        std::string article; ///< its key; empty: the whole law
        Told told;
    };
    std::map<std::string, std::vector<Entry>, std::less<>> m_by_law; ///< each by `from`, ascending
};

} // namespace pufa::law
