#include "content/law/changes.h"

#include "content/law/spelling.h"

#include <algorithm>

namespace pufa::law {

Changes::Changes(const std::vector<model::LawStatus>& told) {
    for (const auto& status : told)
        for (const auto& change : status.changes)
            m_by_law[law_key(change.law)].push_back(
                {article_key(change.article), {change, status.id}});
    for (auto& [law, entries] : m_by_law)
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return a.told.change.from < b.told.change.from;
        });
}

const Told* Changes::against(const model::Citation& citation) const {
    if (empty()) return nullptr;
    const auto law = m_by_law.find(law_key(citation.law));
    if (law == m_by_law.end()) return nullptr;
    const auto article = article_key(citation.article);
    const auto known = std::max(citation.checked, citation.in_force);
    for (const auto& entry : law->second) {
        // A citation without an article rests on the whole law.
        const bool concerns = entry.article.empty() || article.empty() || entry.article == article;
        if (concerns && entry.told.change.from > known) return &entry.told;
    }
    return nullptr;
}

const Told* Changes::against(const model::Citation& citation, base::Date today) const {
    const auto* told = against(citation);
    return told && told->change.from <= today ? told : nullptr;
}

} // namespace pufa::law
