#pragma once
// What the catalogue says of the items that were counted: properties that a report groups by.

#include <map>
#include <string>
#include <vector>

namespace pufa::tally {

struct ItemFacts {
    std::string title;
    std::string agency;                  ///< 谁执法谁普法; may be empty
    std::vector<std::string> subjects;   ///< topics and tags; an item may have several
    std::vector<std::string> campaigns;  ///< titles of those that show it; may be several
    std::vector<std::string> audience{}; ///< words of model::k_audiences; empty: everybody
    bool operator==(const ItemFacts&) const = default;
};

/// By item id; an item whose pack is gone is not there.
using FactsByItem = std::map<std::string, ItemFacts>;

/// The title, or the id of an item that nothing is known of.
[[nodiscard]] inline const std::string& title_of(const FactsByItem& facts,
                                                 const std::string& item) {
    const auto found = facts.find(item);
    return found == facts.end() || found->second.title.empty() ? item : found->second.title;
}

/// For whom an item is, by words of model::k_audiences: "general" if it is for everybody, "unknown"
/// if nothing is known of it.
[[nodiscard]] inline std::vector<std::string> audience_of(const FactsByItem& facts,
                                                          const std::string& item) {
    const auto found = facts.find(item);
    if (found == facts.end()) return {"unknown"};
    return found->second.audience.empty() ? std::vector<std::string>{"general"}
                                          : found->second.audience;
}

} // namespace pufa::tally
