#include "kiosk/app/pictures.h"

#include "content/base/log.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pufa::app {
namespace {

/// Of the longer side; the decoder's own bound, and what every GL keeps in one texture.
constexpr double k_longest = media::k_max_dimension;
/// Enlarged by less than this nobody sees a difference.
constexpr double k_unseen = 1.02;

/// Sizes go up in steps, so that a card a little wider on the next page is the same picture.
double step_up(double length) {
    const double step = length <= 512 ? 64 : length <= 1024 ? 128 : 256;
    return std::max(step, std::ceil(length / step) * step);
}

bool within(ui::PixelSize a, ui::PixelSize b) {
    return a.width <= b.width && a.height <= b.height;
}

int64_t area(ui::PixelSize size) {
    return int64_t{size.width} * size.height;
}

size_t bytes_of(const ui::PictureTexture& texture) {
    return static_cast<size_t>(texture.width) * static_cast<size_t>(texture.height) * 4;
}

class ByDecoder final : public StillSource {
  public:
    explicit ByDecoder(media::StillLoader::SpawnLink spawn)
        : m_loader(std::move(spawn)) {}
    void request(const std::string& key, const media::Source& source,
                 ui::PixelSize bounds) override {
        m_loader.request(key, source, bounds.width, bounds.height);
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

void Pictures::destroy(const ui::PictureTexture& texture) {
    m_host.destroy(texture.texture);
    m_kept_bytes -= bytes_of(texture);
}

void Pictures::drop_all() {
    drop_retired();
    for (const auto& [key, kept] : m_kept) {
        destroy(kept.texture);
        if (kept.sharper) destroy(*kept.sharper);
    }
    m_kept.clear();
}

void Pictures::drop_retired() {
    for (const auto& texture : std::exchange(m_retired, {}))
        destroy(texture);
}

std::optional<ui::PictureTexture> Pictures::find(const std::string& key, ui::PixelSize covers) {
    if (key.empty()) return std::nullopt;
    const auto found = m_kept.find(key);
    if (found == m_kept.end()) {
        want(key, bounds_for(covers.width, covers.height));
        return std::nullopt;
    }
    auto& kept = found->second;
    kept.used = m_turn;
    if (kept.sharper) {
        m_retired.push_back(kept.texture);
        kept.texture = *std::exchange(kept.sharper, std::nullopt);
    }
    want_sharper(key, kept, covers);
    return kept.texture;
}

/// Steps up from what is needed; a picture larger than one may be keeps its shape.
ui::PixelSize Pictures::bounds_for(double width, double height) const {
    const double w = step_up(width);
    const double h = step_up(height);
    const double share =
        std::min({1.0, k_longest / std::max(w, h), std::sqrt(m_limits.most_pixels / (w * h))});
    return {std::max(1, static_cast<int>(w * share)), std::max(1, static_cast<int>(h * share))};
}

void Pictures::want(const std::string& key, ui::PixelSize bounds) {
    const auto [wanted, fresh] = m_wanted.try_emplace(key, bounds);
    if (fresh) return;
    // Drawn twice in a frame: the larger.
    if (area(wanted->second) < area(bounds)) wanted->second = bounds;
}

void Pictures::want_sharper(const std::string& key, const Kept& kept, ui::PixelSize covers) {
    const auto& has = kept.texture;
    // Smaller than it was allowed to be, it is as large as its source.
    if (has.width < kept.bounds.width && has.height < kept.bounds.height) return;
    const double width = has.width;
    const double height = has.height;
    const double by = std::max(covers.width / width, covers.height / height);
    if (by <= k_unseen) return;
    const auto bounds = bounds_for(width * by, height * by);
    if (!within(bounds, kept.bounds)) want(key, bounds);
}

bool Pictures::update(const catalog::Snapshot& snapshot, SteadyTime now) {
    ++m_turn;
    drop_retired();
    const bool other_packs = std::exchange(m_revision, snapshot.revision) != snapshot.revision;
    if (other_packs) { // the same path may now be another picture
        drop_all();
        m_failed.clear();
        m_decoded.clear();
    }
    request_wanted(snapshot);
    const bool outdated = take_decoded(now);
    const bool came = upload();
    drop_unused();
    return came || outdated || other_packs;
}

/// True if some came of packs that are no more; who draws them asks again.
bool Pictures::take_decoded(SteadyTime now) {
    bool outdated = false;
    for (auto& finished : m_source.poll(now)) {
        const auto asked = m_requested.find(finished.key);
        if (asked == m_requested.end()) continue;
        const auto [bounds, revision] = asked->second;
        m_requested.erase(asked);
        if (revision != m_revision) {
            outdated = true;
        } else if (finished.still) {
            m_decoded.push_back({std::move(finished.key), *std::move(finished.still), bounds});
        } else {
            const auto& error = finished.still.error();
            base::log_warning("picture {}: {} ({})", finished.key, base::name(error.code),
                              error.detail);
            m_failed.insert(std::move(finished.key));
        }
    }
    return outdated;
}

std::optional<SteadyTime> Pictures::next_due(SteadyTime now) const {
    if (!m_decoded.empty() || !m_wanted.empty()) return now;
    return m_source.next_due(now);
}

void Pictures::request_wanted(const catalog::Snapshot& snapshot) {
    for (const auto& [key, bounds] : std::exchange(m_wanted, {})) {
        if (m_requested.contains(key) || m_failed.contains(key) ||
            std::any_of(m_decoded.begin(), m_decoded.end(),
                        [&, wanted = &key](const auto& decoded) { return decoded.key == *wanted; }))
            continue;
        const auto member = snapshot.members.find(key);
        if (member == snapshot.members.end()) continue;
        const auto& [file, offset, length] = member->second;
        m_requested[key] = {bounds, m_revision};
        m_source.request(key, {file, offset, length}, bounds);
    }
}

bool Pictures::upload() {
    size_t uploaded = 0;
    bool came = false;
    auto next = m_decoded.begin();
    for (; next != m_decoded.end(); ++next) {
        const size_t bytes = next->still.rgba.size();
        if (uploaded > 0 && uploaded + bytes > m_limits.upload_bytes_per_frame) break;
        if (!keep(*next)) continue;
        uploaded += bytes;
        came = true;
    }
    m_decoded.erase(m_decoded.begin(), next);
    return came;
}

/// False if what is there is as large.
bool Pictures::keep(const Decoded& decoded) {
    const auto& still = decoded.still;
    const auto found = m_kept.find(decoded.key);
    if (found != m_kept.end()) {
        found->second.bounds = decoded.bounds;
        const auto& has = found->second.texture;
        if (still.width <= has.width && still.height <= has.height) return false;
    }
    const ui::PictureTexture texture{m_host.create(still.width, still.height, still.rgba),
                                     still.width, still.height};
    m_kept_bytes += bytes_of(texture);
    if (found == m_kept.end()) {
        m_kept[decoded.key] = {texture, std::nullopt, decoded.bounds, m_turn};
        return true;
    }
    auto& sharper = found->second.sharper;
    if (sharper) destroy(*sharper);
    sharper = texture;
    return true;
}

/// What the last frame drew stays, however large.
void Pictures::drop_unused() {
    while (m_kept_bytes > m_limits.kept_bytes) {
        const auto oldest =
            std::min_element(m_kept.begin(), m_kept.end(), [](const auto& a, const auto& b) {
                return a.second.used < b.second.used;
            });
        if (oldest == m_kept.end() || oldest->second.used + 1 >= m_turn) return;
        destroy(oldest->second.texture);
        if (oldest->second.sharper) destroy(*oldest->second.sharper);
        m_kept.erase(oldest);
    }
}

} // namespace pufa::app
