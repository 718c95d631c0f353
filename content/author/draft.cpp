#include "content/author/draft.h"

#include <algorithm>

namespace pufa::author {

std::optional<model::ItemId> ItemIds::add(const std::string& part, const Place& place) {
    if (part.empty()) return std::nullopt;
    if (!model::is_id_part(part)) {
        m_findings.push_back({Fault::BAD_ID, place, part, {}});
        return std::nullopt;
    }
    const model::ItemId id{m_pack.value + "/" + part};
    const auto [known, added] = m_known.emplace(id, place);
    if (!added) {
        m_findings.push_back({Fault::DUPLICATE_ID, place, part, where(known->second)});
        return std::nullopt;
    }
    return id;
}

std::optional<model::ItemId> ItemIds::find(const std::string& word, const Place& place) {
    const bool full = word.find('/') != std::string::npos;
    const model::ItemId id{full ? word : m_pack.value + "/" + word};
    if (!m_known.contains(id)) {
        m_findings.push_back({Fault::DANGLING, place, word, {}});
        return std::nullopt;
    }
    return id;
}

std::optional<model::ItemId> ItemIds::refer(const std::string& word, const Place& place) {
    const bool full = word.find('/') != std::string::npos;
    auto id = model::parse_item_id(full ? word : m_pack.value + "/" + word);
    if (!id)
        m_findings.push_back({Fault::BAD_ID, place, word, {}});
    else if (id->pack() == m_pack)
        m_referred.push_back({*id, word, place});
    return id;
}

std::optional<Place> ItemIds::place_of(const std::string& part) const {
    const auto known = m_known.find(model::ItemId{m_pack.value + "/" + part});
    if (known == m_known.end()) return std::nullopt;
    return known->second;
}

void ItemIds::report_dangling() {
    for (const auto& [to, word, place] : m_referred) {
        if (!m_known.contains(to)) m_findings.push_back({Fault::DANGLING, place, word, {}});
    }
    m_referred.clear();
}

std::string Draft::agency(const std::string& named, const std::string& fallback,
                          const Place& place) {
    auto chosen = named.empty() ? fallback : named;
    if (agencies.empty()) return chosen;
    if (chosen.empty() && agencies.size() == 1) chosen = agencies.front();
    if (chosen.empty())
        findings.push_back({Fault::MISSING_KEY, place, "agency", {}});
    else if (std::find(agencies.begin(), agencies.end(), chosen) == agencies.end())
        findings.push_back({Fault::UNKNOWN_AGENCY, place, chosen, {}});
    return chosen;
}

} // namespace pufa::author
