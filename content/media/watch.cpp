#include "content/media/watch.h"

#include <algorithm>

namespace pufa::media {

Watch::Verdict Watch::look(SteadyTime now, bool owes, uint64_t heartbeats, uint64_t fruits) {
    const auto held_up = std::max(now - m_looked_at - k_longest_look, base::Micros{0});
    m_looked_at = now;
    m_sign_at += held_up;
    m_fruit_at += held_up;
    const bool fruit = fruits != m_fruits;
    const bool sign = fruit || heartbeats != m_heartbeats;
    m_fruits = fruits;
    m_heartbeats = heartbeats;
    if (!owes || fruit) m_fruit_at = now;
    if (!owes || sign) m_sign_at = now;
    if (now - m_sign_at >= k_silence) return Verdict::silent;
    if (now - m_fruit_at >= k_fruitless) return Verdict::fruitless;
    return Verdict::well;
}

std::string_view sentence(Watch::Verdict verdict) {
    return verdict == Watch::Verdict::silent ? "it was silent for 5 s"
                                             : "nothing came of 10 s of work";
}

} // namespace pufa::media
