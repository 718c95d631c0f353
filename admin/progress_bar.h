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
    /// Another thing that is done now, and how far it is.
    void show(const std::string& what, int percent);

  private:
    /// With what stands behind the bar; nothing if neither name nor percentage is another.
    void draw(const std::string& what, int percent, const std::string& behind);

    std::ostream& m_terminal;
    std::string m_what;
    int m_percent = -1;
};

} // namespace pufa::admin
