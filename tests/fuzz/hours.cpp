// Hours, written in plain rules, are the same hours; and they change when they say that they will.

#include "content/place/hours.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/hours_text.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto hours = place::parse_hours(text);
    if (!hours) {
        PUFA_ASSERT(hours.error().code == Code::BAD_SOURCE && !hours.error().detail.empty());
        return 0;
    }
    const auto plain = fuzz::hours_text(*hours);
    const auto again = place::parse_hours(plain);
    PUFA_ASSERT(plain.size() > 255 || (again && *again == *hours));
    const auto day = static_cast<int>(text.size() % 28) + 1;
    const base::LocalTime now{{2026, 1 + day % 12, day}, day % 24, 30, 0, 0};
    const auto state = place::state_at(*hours, now, {});
    if (!state.until) return 0;
    const auto& [date, minute] = *state.until;
    PUFA_ASSERT((place::Moment{now.date, now.hour * 60 + 30}) < *state.until);
    const base::LocalTime then{date, minute / 60, minute % 60, 0, 0};
    PUFA_ASSERT(place::state_at(*hours, then, {}).kind != state.kind);
    return 0;
}
