#include "kiosk/app/touch_map.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <fmt/format.h>

namespace pufa::app {

std::string touch_map(const ui::TargetRecord& seen, const ui::Layout& layout) {
    std::string lines;
    for (const auto& target : seen.all()) {
        if (!target.enabled || !seen.find(target.id)) continue;
        const auto middle = layout.to_pixels(target.rect.center());
        lines += fmt::format("{} {:.0f} {:.0f}\n", target.id, middle.x, middle.y);
    }
    return lines;
}

void TouchMap::show(const ui::TargetRecord& seen, const ui::Layout& layout) {
    if (m_file.empty()) return;
    auto map = touch_map(seen, layout);
    if (map == m_shown) return;
    m_shown = std::move(map);
    if (const auto written = base::write_file_atomic(m_file, m_shown); !written)
        base::log_warning("the touch map cannot be written: {}", written.error().detail);
}

} // namespace pufa::app
