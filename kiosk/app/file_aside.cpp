#include "kiosk/app/file_aside.h"

#include "content/base/file.h"

#include <utility>

namespace pufa::app {

FileAside::FileAside(std::filesystem::path file)
    : m_file(std::move(file)) {}

FileAside::~FileAside() {
    if (m_writing.valid()) static_cast<void>(m_writing.get());
    if (m_next && !m_file.empty()) static_cast<void>(base::write_file_atomic(m_file, *m_next));
}

void FileAside::write(std::string text, SteadyTime now) {
    m_next = std::move(text);
    if (!m_writing.valid()) begin(now);
}

void FileAside::begin(SteadyTime now) {
    m_looked = now;
    m_writing = std::async(std::launch::async,
                           [file = m_file, text = *std::exchange(m_next, std::nullopt)] {
                               if (file.empty()) return Result<void>{};
                               return base::write_file_atomic(file, text);
                           });
}

std::optional<Result<void>> FileAside::poll(SteadyTime now) {
    m_looked = now;
    if (!m_writing.valid() ||
        m_writing.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return std::nullopt;
    auto done = m_writing.get();
    if (m_next) begin(now);
    return done;
}

std::optional<SteadyTime> FileAside::next_due() const {
    if (!m_writing.valid()) return std::nullopt;
    return m_looked + k_while_writing;
}

} // namespace pufa::app
