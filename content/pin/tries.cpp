#include "content/pin/tries.h"

#include "content/base/file.h"
#include "content/pin/pin.h"

#include <algorithm>
#include <charconv>

namespace pufa::pin {

namespace {

constexpr int k_most = 1000; ///< more are not told apart
constexpr uint64_t k_largest_file = 64;

std::filesystem::path tries_file(const std::filesystem::path& config_folder) {
    return staff_folder(config_folder) / "wrong-tries";
}

} // namespace

Tries::Tries(int wrong, SteadyTime now)
    : m_wrong(std::clamp(wrong, 0, k_most))
    , m_since(now) {}

std::chrono::seconds Tries::wait() const {
    if (m_wrong < k_free) return std::chrono::seconds{0};
    auto span = k_first_wait;
    for (int extra = m_wrong - k_free; extra > 0 && span < k_longest_wait; --extra)
        span *= 2;
    return std::min(span, k_longest_wait);
}

int Tries::seconds_left(SteadyTime now) const {
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_since + wait() - now);
    return std::max(0, static_cast<int>(left.count()));
}

void Tries::begin(SteadyTime now) {
    m_wrong = std::min(m_wrong + 1, k_most);
    m_since = now;
}

int load_tries(const std::filesystem::path& config_folder) {
    const auto text = base::read_file(tries_file(config_folder), k_largest_file);
    if (!text) return text.error().code == Code::NOT_FOUND ? 0 : Tries::k_free;
    int wrong = 0;
    const auto* end = text->data() + text->size();
    const auto read = std::from_chars(text->data(), end, wrong);
    const bool whole = read.ec == std::errc{} && std::string_view(read.ptr, end) == "\n";
    return whole && wrong >= 0 ? std::min(wrong, k_most) : Tries::k_free;
}

Result<void> save_tries(const std::filesystem::path& config_folder, int wrong) {
    return base::write_file_atomic(tries_file(config_folder), std::to_string(wrong) + "\n");
}

} // namespace pufa::pin
