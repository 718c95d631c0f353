#include "admin/progress_bar.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

namespace pufa::admin {

namespace {

constexpr int k_width = 30;

std::string mebibytes(uint64_t bytes) {
    return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1 << 20));
}

} // namespace

ProgressBar::ProgressBar(std::ostream& terminal, std::string what)
    : m_terminal(terminal)
    , m_what(std::move(what)) {}

ProgressBar::~ProgressBar() {
    if (m_percent >= 0) m_terminal << "\r\033[K" << std::flush;
}

void ProgressBar::show(uint64_t done_bytes, uint64_t total_bytes) {
    const int percent =
        total_bytes == 0
            ? 100
            : static_cast<int>(std::min<uint64_t>(done_bytes * 100 / total_bytes, 100));
    draw(m_what, percent, fmt::format("{} / {}", mebibytes(done_bytes), mebibytes(total_bytes)));
}

void ProgressBar::show(const std::string& what, int percent) {
    draw(what, std::clamp(percent, 0, 100), {});
}

void ProgressBar::draw(const std::string& what, int percent, const std::string& behind) {
    if (percent == m_percent && what == m_what) return;
    m_percent = percent;
    m_what = what;
    const auto filled = static_cast<size_t>(percent * k_width / 100);
    const auto bar = std::string(filled, '#') + std::string(k_width - filled, '.');
    m_terminal << fmt::format("\r\033[K{} [{}] {:3d} %{}{}", what, bar, percent,
                              behind.empty() ? "" : "  ", behind)
               << std::flush;
}

} // namespace pufa::admin
