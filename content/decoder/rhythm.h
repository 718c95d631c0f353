#pragma once
// Whether the pictures of a film come evenly.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace pufa::decoder {

/// More than a twentieth of the steps from one picture to the next (`times_us` in any order) differ
/// from the usual step by more than half of it. A pause here and there is even.
[[nodiscard]] inline bool is_uneven(std::vector<int64_t> times_us) {
    constexpr size_t k_least = 25, k_part = 20;
    if (times_us.size() < k_least) return false;
    std::sort(times_us.begin(), times_us.end());
    std::vector<int64_t> steps;
    steps.reserve(times_us.size());
    for (size_t i = 1; i < times_us.size(); ++i)
        steps.push_back(times_us[i] - times_us[i - 1]);
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    const int64_t usual = *middle;
    const auto odd = std::count_if(steps.begin(), steps.end(), [&](int64_t step) {
        return step * 2 < usual || step * 2 > usual * 3;
    });
    return static_cast<size_t>(odd) * k_part > steps.size();
}

} // namespace pufa::decoder
