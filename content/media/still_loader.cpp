#include "content/media/still_loader.h"

#include "content/media/still.h"

#include <algorithm>

namespace pufa::media {

namespace {

using namespace std::chrono_literals;

constexpr Micros k_keep_child = 30s;
constexpr Micros k_look_again = 10ms;

} // namespace

StillLoader::StillLoader(SpawnLink spawn)
    : m_spawn(std::move(spawn)) {}

StillLoader::StillLoader(const LinkOptions& options)
    : m_spawn([options] { return Link::spawn(options); }) {}

void StillLoader::request(std::string key, Source source, int max_width, int max_height) {
    const bool waits = std::any_of(m_waiting.begin(), m_waiting.end(),
                                   [&](const Request& request) { return request.key == key; });
    if (waits) return;
    if (m_current && m_current->key == key) {
        m_unwanted = false;
        return;
    }
    m_waiting.push_back({std::move(key), std::move(source), max_width, max_height, {}});
}

void StillLoader::forget(const std::string& key) {
    std::erase_if(m_waiting, [&](const Request& request) { return request.key == key; });
    if (m_current && m_current->key == key) m_unwanted = true;
}

std::vector<StillLoader::Finished> StillLoader::poll(SteadyTime now) {
    std::vector<Finished> finished;
    take_reports(now, finished);
    begin_next(now, finished);
    if (!busy() && now - m_last_use > k_keep_child) m_link.reset();
    return finished;
}

std::optional<SteadyTime> StillLoader::next_due(SteadyTime now) const {
    if (busy()) return now + k_look_again;
    if (m_link) return m_last_use + k_keep_child + k_look_again;
    return std::nullopt;
}

void StillLoader::begin_next(SteadyTime now, std::vector<Finished>& finished) {
    while (!m_current && !m_waiting.empty()) {
        m_current = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_unwanted = false;
        m_child_watch.begin(now);
        if (!m_link) {
            auto spawned = m_spawn();
            if (!spawned) {
                finish(spawned.error(), finished);
                continue;
            }
            m_link = std::move(spawned).value();
        }
        const auto opened = m_link->open(m_current->source, Purpose::picture, m_current->max_width,
                                         m_current->max_height);
        if (!opened) finish(opened.error(), finished);
    }
}

void StillLoader::take_reports(SteadyTime now, std::vector<Finished>& finished) {
    if (!m_link) return;
    for (auto& report : m_link->poll()) {
        ++m_reports;
        if (const auto* failed = std::get_if<HasFailed>(&report)) {
            const bool dead = failed->error.code == Code::DECODER_DIED;
            if (m_current) finish(failed->error, finished);
            if (dead) {
                m_link.reset();
                return;
            }
        } else if (auto* has = std::get_if<HasPicture>(&report)) {
            if (m_current) m_current->still = copy_still(has->picture);
        } else if (std::holds_alternative<HasEnded>(report) && m_current && m_current->still) {
            finish(std::move(*m_current->still), finished);
        }
    }
    if (!m_current) return;
    m_last_use = now;
    const auto verdict = m_child_watch.look(now, true, m_link->heartbeats(), m_reports);
    if (verdict == Watch::Verdict::well) return;
    m_link.reset();
    finish(Error{Code::UNPLAYABLE, m_current->source.file.string(), std::string{sentence(verdict)}},
           finished);
}

void StillLoader::finish(Result<Still> still, std::vector<Finished>& finished) {
    if (!m_unwanted) finished.push_back({std::move(m_current->key), std::move(still)});
    m_current.reset();
}

} // namespace pufa::media
