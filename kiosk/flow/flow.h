#pragma once
// The whole kiosk without a window: events in, effects out, time as an argument. Never sees imgui,
// SDL, the player's or the database's insides. One thread (the UI's).

#include "content/base/clock.h"
#include "content/campaign/programme.h"
#include "content/captions/captions.h"
#include "content/catalog/snapshot.h"
#include "content/model/look.h"
#include "content/model/stated.h"
#include "content/tally/recorder.h"
#include "kiosk/screens/page.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace pufa::flow {

struct Settings {
    model::Language language = model::Language::zh_hans;
    std::string place;
    int volume = 3;
    int volume_cap = 5; ///< 1 to 5: no visitor makes it louder
    /// Then the volume is 1 at most.
    std::optional<campaign::DailySpan> quiet{};
    /// No films run while nobody is there at night.
    std::optional<campaign::DailySpan> night{};
    std::optional<model::GeoPoint> position{}; ///< where this kiosk stands, WGS-84
    uint64_t seed = 1; ///< of sessions and shuffles; random in a kiosk, fixed in a test
};

// ---- events ----

struct Touched {}; ///< any finger or button went down: the visitor is there
struct Lifted {};  ///< it went up again; what it tapped has been sent before
struct Tick {};
/// What the player is doing; sent whenever it changed.
struct PlayerUpdate {
    enum class State { idle, opening, playing, paused, ended, failed } state = State::idle;
    Micros position{0};
    Micros duration{0};
    bool presented = false; ///< a picture of `position` was presented since the last update
    float shape = 0;        ///< width by height as it is seen, turned as its file says; 0: unknown
    /// A track of sound, in the file's own words; both may be empty.
    struct Sound {
        std::string language; ///< BCP 47 or ISO 639-2
        std::string title;
        bool operator==(const Sound&) const = default;
    };
    std::vector<Sound> sounds{};
    size_t sound_track = 0; ///< the one chosen
    int pace_percent = 100; ///< the one chosen
    bool operator==(const PlayerUpdate&) const = default;
};
/// A new snapshot is there; taken up when nobody is using the kiosk, at once if nothing is shown.
struct CatalogChanged {
    std::shared_ptr<const catalog::Snapshot> snapshot;
};
/// Items that were there may no longer be shown: taken up at once, under a visit as well, and with
/// it whatever was waiting. Who looks at one of them is led home and told; everything else stays.
/// What is counted already stays counted.
struct ItemsGone {
    std::shared_ptr<const catalog::Snapshot> snapshot; ///< of the shown revision or a newer one
};
/// Items that failed too often to be offered, all of them: until the next of these they are shown
/// as unavailable and left out of what runs by itself. Unlike what failed once, a new snapshot or
/// the end of a visit does not bring them back.
struct SetAside {
    std::set<model::ItemId> items;
};
/// store.db cannot be read: the built-in page says so.
struct CatalogFailed {
    Error error;
};
struct CaptionTrack {
    model::Language language = model::Language::zh_hans;
    std::vector<captions::Cue> cues; ///< by their beginning
};
/// What could be read of the captions that a PlayVideo named.
struct CaptionsRead {
    model::ItemId video;
    std::vector<CaptionTrack> tracks;
};
/// All events up to this ticket are durable.
struct Recorded {
    tally::Ticket ticket;
};
/// Staff are at their desk, which has the screen: whoever was there has gone, and nothing plays.
struct StaffCame {};
/// Back to where nobody is.
struct StaffLeft {};
/// Staff look at the visitors' pages (as they would be on some day, which is the caller's wall
/// time): until the end of that visit, or EndPreview, all that happens is counted as staff's.
struct StaffLooks {
    /// What they look at, until the next CatalogChanged; null: what visitors see.
    std::shared_ptr<const catalog::Snapshot> snapshot{};
    model::ItemId item{}; ///< open at once; empty: home
};
struct SettingsChanged {
    Settings settings;
};
using Event = std::variant<StaffCame, StaffLeft, StaffLooks, SettingsChanged, screens::Intent,
                           Touched, Lifted, Tick, PlayerUpdate, CatalogChanged, ItemsGone, SetAside,
                           CatalogFailed, CaptionsRead, Recorded>;

// ---- effects ----

struct CaptionLocation {
    model::Language language = model::Language::zh_hans;
    catalog::MediaLocation file;
};
struct PlayVideo {
    model::ItemId id;
    catalog::MediaLocation media;
    std::vector<CaptionLocation> captions{}; ///< to be read aside; CaptionsRead follows
    float gain = 1;                          ///< linear, towards the loudness that all have
    std::string sound_language{}; ///< BCP 47: the track to begin with; "": the file's own choice
    std::optional<model::Stated> stated{}; ///< of the film: opening need not probe
};
struct PausePlayer {};
struct ResumePlayer {};
struct SeekPlayer {
    Micros target;
};
/// 75, 100, 125, 150 or 200; each PlayVideo begins at 100.
struct SetPace {
    int percent;
};
struct ChooseSound {
    size_t track; ///< of PlayerUpdate::sounds
};
struct StopPlayer {};
struct SetVolume {
    int volume; ///< 0 to 5
};
/// One more second of the idle countdown is over: a tick, as loud as the volume.
struct TickAloud {};
/// Record this. The n-th Count of a Flow is ticket n of its Recorder, so Recorded can be matched.
struct Count {
    tally::Event event;
};
/// A new page: scroll, press and tween memory starts afresh.
struct PageChanged {};
/// The visit is over: every trace of it in the UI goes.
struct VisitEnded {};
/// Staff have seen what they wanted: the wall tells its own time again.
struct StaffLooked {};
using Effect =
    std::variant<PlayVideo, PausePlayer, ResumePlayer, SeekPlayer, SetPace, ChooseSound, StopPlayer,
                 SetVolume, TickAloud, Count, PageChanged, VisitEnded, StaffLooked>;

/// `now` for intervals, `wall` for what is on today and for the events' time.
struct Now {
    SteadyTime steady;
    WallTime wall;
};

class Flow {
  public:
    Flow(Settings settings, std::shared_ptr<const catalog::Snapshot> snapshot, Now now);
    ~Flow();
    Flow(const Flow&) = delete;
    Flow& operator=(const Flow&) = delete;

    [[nodiscard]] std::vector<Effect> update(const Event& event, Now now);

    [[nodiscard]] const screens::Page& page() const;
    [[nodiscard]] const screens::Overlay& overlay() const;
    /// How both are to be drawn.
    [[nodiscard]] const model::Look& look() const;
    /// Raised whenever page(), overlay() or look() changed: draw again.
    [[nodiscard]] uint64_t revision() const;
    /// When a Tick is due at the latest.
    [[nodiscard]] SteadyTime next_tick() const;

  private:
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace pufa::flow
