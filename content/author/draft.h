#pragma once
// What the readers of an author's folder share while it is read.

#include "content/author/finding.h"
#include "content/author/folder.h"
#include "content/model/ids.h"
#include "content/model/items.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// The ids of a pack's items. Authors write the last part; the pack's own id stands before it.
class ItemIds {
  public:
    ItemIds(model::PackId pack, Findings& findings)
        : m_pack(std::move(pack))
        , m_findings(findings) {}

    /// The full id; BAD_ID or DUPLICATE_ID are added. An empty `part` gives nothing and says
    /// nothing: whoever wanted it has said so.
    std::optional<model::ItemId> add(const std::string& part, const Place& place);
    /// "ten" or "publisher/pack/ten" → the full id, DANGLING if no item of this pack has it so far.
    std::optional<model::ItemId> find(const std::string& word, const Place& place);
    /// The same for a target that may be read later, or lie in another pack (which need not be
    /// installed). BAD_ID.
    std::optional<model::ItemId> refer(const std::string& word, const Place& place);
    /// Where the item with this last part of an id was written; nullopt if there is none so far.
    [[nodiscard]] std::optional<Place> place_of(const std::string& part) const;
    /// Where each item stands.
    [[nodiscard]] const std::map<model::ItemId, Place>& places() const { return m_known; }
    /// When all is read: DANGLING for each `refer` into this pack that nothing answers.
    void report_dangling();

  private:
    model::PackId m_pack;
    Findings& m_findings;
    std::map<model::ItemId, Place> m_known;
    struct Reference {
        model::ItemId to;
        std::string word; ///< as the author wrote it
        Place place;
    };
    std::vector<Reference> m_referred; ///< into this pack
};

struct Draft {
    Folder& folder;
    Findings& findings;
    ItemIds& ids;
    const std::vector<std::string>& agencies;
    model::Audience audience{}; ///< of items that do not name one: the pack's

    /// `named`, else `fallback`, else the pack's only agency. UNKNOWN_AGENCY; MISSING_KEY if there
    /// are several and none is named. Not judged if the pack has none: that is a finding already,
    /// or a file is read alone.
    std::string agency(const std::string& named, const std::string& fallback, const Place& place);
};

} // namespace pufa::author
