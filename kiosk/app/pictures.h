#pragma once
// Posters as textures: asked for by the frame that needs them at the size it needs, decoded
// elsewhere, uploaded a few at a time, the longest unused ones dropped. One that is too small is
// shown while a sharper one is decoded. A picture that cannot be decoded stays a colour. UI thread.

#include "content/catalog/snapshot.h"
#include "content/media/still_loader.h"
#include "kiosk/ui/textures.h"
#include "kiosk/ui/ui.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pufa::app {

/// Decodes elsewhere (media::StillLoader); a test scripts it.
class StillSource {
  public:
    using Finished = media::StillLoader::Finished;
    virtual ~StillSource() = default;
    /// Returns at once. The picture is scaled down to fit `bounds`, never enlarged.
    virtual void request(const std::string& key, const media::Source& source,
                         ui::PixelSize bounds) = 0;
    /// What has been decoded since the last call.
    [[nodiscard]] virtual std::vector<Finished> poll(SteadyTime now) = 0;
    /// When poll should be called next; nullopt: not before the next request.
    [[nodiscard]] virtual std::optional<SteadyTime> next_due(SteadyTime now) const = 0;
};
[[nodiscard]] std::unique_ptr<StillSource> make_still_source(media::StillLoader::SpawnLink spawn);

class Pictures {
  public:
    struct Limits {
        size_t kept_bytes = 64u << 20;            ///< of textures
        size_t upload_bytes_per_frame = 4u << 20; ///< at least one picture a frame
        int most_pixels = 4 << 20;                ///< of one picture: a quarter of what is kept
    };
    /// Both outlive it.
    Pictures(ui::TextureHost& host, StillSource& source, Limits limits);
    Pictures(ui::TextureHost& host, StillSource& source)
        : Pictures(host, source, Limits{}) {}
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    /// For the drawing of a frame: the sharpest there is now. What is not there, or is too small to
    /// cover so many pixels while its source may be larger, is asked for.
    [[nodiscard]] std::optional<ui::PictureTexture> find(const std::string& key,
                                                         ui::PixelSize covers);
    /// Between frames: requests, uploads, drops. True if a picture came: draw again.
    [[nodiscard]] bool update(const catalog::Snapshot& snapshot, SteadyTime now);
    /// When update should be called next, if anything is awaited.
    [[nodiscard]] std::optional<SteadyTime> next_due(SteadyTime now) const;

  private:
    struct Kept {
        ui::PictureTexture texture;
        /// Takes its place with the next find: the frame on screen still draws the other.
        std::optional<ui::PictureTexture> sharper;
        ui::PixelSize bounds; ///< that the sharpest was asked for with
        uint64_t used = 0;    ///< m_turn of the last find
    };
    struct Asked {
        ui::PixelSize bounds;
        int64_t revision = 0; ///< of the snapshot that the source was taken from
    };
    struct Decoded {
        std::string key;
        media::Still still;
        ui::PixelSize bounds;
    };
    [[nodiscard]] ui::PixelSize bounds_for(double width, double height) const;
    void want(const std::string& key, ui::PixelSize bounds);
    void want_sharper(const std::string& key, const Kept& kept, ui::PixelSize covers);
    void request_wanted(const catalog::Snapshot& snapshot);
    [[nodiscard]] bool take_decoded(SteadyTime now);
    [[nodiscard]] bool upload();
    [[nodiscard]] bool keep(const Decoded& decoded);
    void destroy(const ui::PictureTexture& texture);
    void drop_retired();
    void drop_unused();
    void drop_all();

    ui::TextureHost& m_host;
    StillSource& m_source;
    Limits m_limits;
    uint64_t m_turn = 1; ///< counts updates
    size_t m_kept_bytes = 0;
    std::map<std::string, Kept> m_kept;
    std::vector<ui::PictureTexture> m_retired; ///< a sharper one was drawn in their place
    std::map<std::string, ui::PixelSize> m_wanted;
    std::map<std::string, Asked> m_requested;
    std::set<std::string> m_failed; ///< not tried again until the packs change
    int64_t m_revision = 0;         ///< of the snapshot
    std::vector<Decoded> m_decoded;
};

} // namespace pufa::app
