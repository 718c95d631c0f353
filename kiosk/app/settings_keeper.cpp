#include "kiosk/app/settings_keeper.h"

#include "content/base/log.h"

#include <utility>

namespace pufa::app {

SettingsKeeper::~SettingsKeeper() {
    if (m_writing.valid()) m_writing.wait();
    if (m_next) write(*std::exchange(m_next, std::nullopt)); // its future waits when it goes
}

void SettingsKeeper::write(settings::Settings settings) {
    m_writing =
        std::async(std::launch::async,
                   [file = m_file, settings = std::move(settings)]() -> std::optional<Error> {
                       const auto kept = settings::save(file, settings);
                       if (kept) return std::nullopt;
                       base::log_warning("staff: settings cannot be kept: {} ({})",
                                         kept.error().where, kept.error().detail);
                       return kept.error();
                   });
}

void SettingsKeeper::keep(const settings::Settings& settings, SteadyTime now) {
    m_looked = now;
    if (m_writing.valid())
        m_next = settings;
    else
        write(settings);
}

std::optional<SettingsKeeper::Kept> SettingsKeeper::poll(SteadyTime now) {
    m_looked = now;
    if (!m_writing.valid() ||
        m_writing.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return std::nullopt;
    auto error = m_writing.get();
    if (m_next) {
        write(*std::exchange(m_next, std::nullopt));
        if (!error) return std::nullopt;
    }
    return Kept{std::move(error)};
}

std::optional<SteadyTime> SettingsKeeper::next_due() const {
    if (!m_writing.valid()) return std::nullopt;
    return m_looked + k_while_writing;
}

} // namespace pufa::app
