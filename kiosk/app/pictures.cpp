#include "kiosk/app/pictures.h"

#include "content/base/log.h"

#include <algorithm>
#include <utility>

namespace pufa::app {
namespace {

/// Twice a card on the canvas: sharp on a panel of 4K as well.
constexpr int k_most_width = 816;
constexpr int k_most_height = 460;

class ByDecoder final : public StillSource {
  public:
    explicit ByDecoder(media::StillLoader::SpawnLink spawn)
        : m_loader(std::move(spawn)) {}
    void request(const std::string& key, const media::Source& source) override {
        m_loader.request(key, source, k_most_width, k_most_height);
    }
    std::vector<Finished> poll(SteadyTime now) override { return m_loader.poll(now); }
    std::optional<SteadyTime> next_due(SteadyTime now) const override {
        return m_loader.next_due(now);
    }

  private:
    media::StillLoader m_loader;
};

} // namespace

std::unique_ptr<StillSource> make_still_source(media::StillLoader::SpawnLink spawn) {
    return std::make_unique<ByDecoder>(std::move(spawn));
}

Pictures::Pictures(ui::TextureHost& host, StillSource& source, Limits limits)
    : m_host(host)
    , m_source(source)
    , m_limits(limits) {}

Pictures::~Pictures() {
    drop_all();
}

void Pictures::drop_all() {
    for (const auto& [key, kept] : m_kept)
        m_host.destroy(kept.texture.texture);
    m_kept.clear();
    m_kept_bytes = 0;
}

std::optional<ui::PictureTexture> Pictures::find(const std::string& key) {
    if (key.empty()) return std::nullopt;
    if (const auto found = m_kept.find(key); found != m_kept.end()) {
        found->second.used = m_turn;
        return found->second.texture;
    }
    m_wanted.insert(key);
    return std::nullopt;
}

bool Pictures::update(const catalog::Snapshot& snapshot, SteadyTime now) {
    ++m_turn;
    const bool other_packs = std::exchange(m_revision, snapshot.revision) != snapshot.revision;
    if (other_packs) { // the same path may now be another picture
        drop_all();
        m_failed.clear();
    }
    request_wanted(snapshot);
    for (auto& decoded : m_source.poll(now)) {
        m_requested.erase(decoded.key);
        if (!decoded.still) {
            base::log_warning("picture {}: {} ({})", decoded.key,
                              base::name(decoded.still.error().code), decoded.still.error().detail);
            m_failed.insert(decoded.key);
            continue;
        }
        m_decoded.push_back(std::move(decoded));
    }
    const bool came = upload();
    drop_unused();
    return came || other_packs;
}

std::optional<SteadyTime> Pictures::next_due(SteadyTime now) const {
    if (!m_decoded.empty() || !m_wanted.empty()) return now;
    return m_source.next_due(now);
}

void Pictures::request_wanted(const catalog::Snapshot& snapshot) {
    for (const auto& key : std::exchange(m_wanted, {})) {
        if (m_requested.contains(key) || m_failed.contains(key) ||
            std::any_of(m_decoded.begin(), m_decoded.end(),
                        [&](const auto& decoded) { return decoded.key == key; }))
            continue;
        const auto member = snapshot.members.find(key);
        if (member == snapshot.members.end()) continue;
        const auto& [file, offset, length] = member->second;
        m_requested.insert(key);
        m_source.request(key, {file, offset, length});
    }
}

bool Pictures::upload() {
    size_t uploaded = 0;
    auto next = m_decoded.begin();
    for (; next != m_decoded.end(); ++next) {
        const auto& still = *next->still;
        if (uploaded > 0 && uploaded + still.rgba.size() > m_limits.upload_bytes_per_frame) break;
        uploaded += still.rgba.size();
        m_kept_bytes += still.rgba.size();
        m_kept[next->key] = {
            {m_host.create(still.width, still.height, still.rgba), still.width, still.height},
            still.rgba.size(),
            m_turn};
    }
    m_decoded.erase(m_decoded.begin(), next);
    return uploaded > 0;
}

/// What the last frame drew stays, however large.
void Pictures::drop_unused() {
    while (m_kept_bytes > m_limits.kept_bytes) {
        const auto oldest =
            std::min_element(m_kept.begin(), m_kept.end(), [](const auto& a, const auto& b) {
                return a.second.used < b.second.used;
            });
        if (oldest == m_kept.end() || oldest->second.used + 1 >= m_turn) return;
        m_host.destroy(oldest->second.texture.texture);
        m_kept_bytes -= oldest->second.bytes;
        m_kept.erase(oldest);
    }
}

} // namespace pufa::app
