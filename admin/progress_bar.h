#pragma once
// One line of a terminal that fills up. Drawn again only when its percentage changes.

#include <cstdint>
#include <iosfwd>
#include <string>

namespace pufa::admin {

class ProgressBar {
  public:
    ProgressBar(std::ostream& terminal, std::string what);
    /// Clears the line.
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(uint64_t done_bytes, uint64_t total_bytes);

  private:
    std::ostream& m_terminal;
    std::string m_what;
    int m_percent = -1;
};

} // namespace pufa::admin
