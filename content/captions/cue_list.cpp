#include "content/captions/cue_list.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pufa::captions {

void CueList::add(Cue cue, int line) {
    if (m_full) return;
    if (cue.text.size() > k_most_cue_bytes) return complain(Fault::too_long, line);
    if (m_parsed.cues.size() == k_most_cues) {
        m_full = true;
        return complain(Fault::too_many, line);
    }
    m_parsed.cues.push_back(std::move(cue));
    m_parsed.lines.push_back(line);
}

Parsed CueList::take() {
    std::vector<size_t> order(m_parsed.cues.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        return m_parsed.cues[a].from < m_parsed.cues[b].from;
    });
    Parsed sorted{m_parsed.format, {}, {}, std::move(m_parsed.complaints)};
    for (const auto at : order) {
        sorted.cues.push_back(std::move(m_parsed.cues[at]));
        sorted.lines.push_back(m_parsed.lines[at]);
    }
    return sorted;
}

} // namespace pufa::captions
