#pragma once
// A text line by line, whatever ends them: LF, CR LF or CR. Private to this folder.

#include <optional>
#include <string_view>

namespace pufa::captions {

class LineReader {
  public:
    explicit LineReader(std::string_view text)
        : m_rest(text) {}

    /// Without its end; nothing after the last.
    std::optional<std::string_view> next() {
        if (m_rest.empty()) return std::nullopt;
        ++m_number;
        const auto end = m_rest.find_first_of("\r\n");
        const auto line = m_rest.substr(0, end);
        if (end == std::string_view::npos)
            m_rest = {};
        else
            m_rest.remove_prefix(m_rest.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
        return line;
    }
    /// Of the line that came last, from 1.
    [[nodiscard]] int number() const { return m_number; }

  private:
    std::string_view m_rest;
    int m_number = 0;
};

} // namespace pufa::captions
