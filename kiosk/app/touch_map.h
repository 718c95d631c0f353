#pragma once
// For tests with real events: a file that says where the presented frame can be touched, so that a
// test with a real mouse finds "watch.play" without knowing the layout. UI thread.

#include "kiosk/ui/layout.h"
#include "kiosk/ui/touch.h"

#include <filesystem>
#include <string>
#include <utility>

namespace pufa::app {

/// One line per enabled target that is within reach: `id x y`, its middle in pixels of the window.
[[nodiscard]] std::string touch_map(const ui::TargetRecord& seen, const ui::Layout& layout);

class TouchMap {
  public:
    /// With an empty path nothing is ever written.
    explicit TouchMap(std::filesystem::path file)
        : m_file(std::move(file)) {}
    /// Replaces the file as a whole, if anything in it is different; trouble is logged.
    void show(const ui::TargetRecord& seen, const ui::Layout& layout);

  private:
    std::filesystem::path m_file;
    std::string m_shown;
};

} // namespace pufa::app
