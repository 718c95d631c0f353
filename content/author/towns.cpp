#include "content/author/towns.h"

#include "content/author/words.h"
#include "content/place/datum.h"

#include <algorithm>

namespace pufa::author {

bool is_code(std::string_view word, size_t digits) {
    return word.size() == digits &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void Towns::add(const model::Town& town, model::Datum datum) {
    const KnownTown known{town.code, place::to_wgs84(town.label, datum)};
    if (!m_by_code.emplace(town.code, known).second) return;
    for (const auto& name : town.name.words) {
        auto& codes = m_by_name[fold(name)];
        // Simplified and traditional names are often the same.
        if (!name.empty() && std::find(codes.begin(), codes.end(), town.code) == codes.end())
            codes.push_back(town.code);
    }
}

std::vector<KnownTown> Towns::find(std::string_view word) const {
    const auto folded = fold(word);
    if (const auto known = m_by_code.find(folded); known != m_by_code.end()) return {known->second};
    std::vector<KnownTown> towns;
    if (const auto named = m_by_name.find(folded); named != m_by_name.end()) {
        for (const auto& code : named->second)
            towns.push_back(m_by_code.at(code));
    }
    std::sort(towns.begin(), towns.end(),
              [](const auto& a, const auto& b) { return a.code < b.code; });
    return towns;
}

} // namespace pufa::author
