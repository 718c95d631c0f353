#pragma once
// The staff desk without a window: events in, effects out, time as an argument. It never reads a
// file, a stick or a clock; what it knows of packs, sticks and figures, pufa-admin told it. One
// thread (the UI's).

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/campaign/clock_doubt.h"
#include "content/checkup/hands.h"
#include "content/model/ids.h"
#include "content/model/places.h"
#include "content/model/text.h"
#include "content/settings/settings.h"
#include "kiosk/removable/sticks.h"
#include "kiosk/screens/staff_page.h"
#include "kiosk/staff/job.h"
#include "kiosk/system_clock/setter.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::staff {

using settings::Settings;

// ---- events ----

/// The way in was held.
struct Opened {};
/// The kiosk starts, and there is no PIN yet that anybody could enter.
struct FirstStart {};
struct Touched {};
struct Tick {};
struct SticksSeen {
    std::vector<removable::Stick> sticks;
};
/// The answer to JudgePin.
struct PinJudged {
    bool right = false;
    int wait_seconds = 0;         ///< until the next try is heard
    std::optional<Error> error{}; ///< the PIN cannot be read
};
/// The answer to KeepPin.
struct PinKept {
    std::optional<Error> error{};
};
/// The answer to AskResetCode.
struct ResetCode {
    std::string code; ///< digits
    std::optional<Error> error{};
};
/// Which way the way in leads; sent with Opened and whenever it changed.
struct PinFacts {
    bool set = false;     ///< there is one
    bool may_set = false; ///< there is none, and the screen may set one
    int wait_seconds = 0; ///< until a try is heard
    std::optional<Error> error{};
};
/// A place where this kiosk may stand.
struct KnownPlace {
    std::string id, title;
    std::optional<model::GeoPoint> position{};
};
struct PlacesKnown {
    std::vector<KnownPlace> places;
};
/// Something of an installed pack that visitors can open.
struct KnownItem {
    enum class Kind { film, quiz, article, campaign, place, question };
    model::ItemId id;
    Kind kind = Kind::film;
    model::LocalizedText title;
};
/// In the order in which they are listed.
struct ItemsKnown {
    std::vector<KnownItem> items;
};
/// Whoever looked at the visitors' pages came back, or walked away.
struct PreviewEnded {
    enum class How { came_back, forgotten } how = How::came_back;
};
/// The answer to ApplySettings.
struct SettingsKept {
    std::optional<Error> error{};
};
/// With what the clock can be compared; sent whenever it changed.
struct ClockFacts {
    campaign::ClockKnown known;
};
/// The answer to SetClock.
struct ClockAnswered {
    system_clock::Answer answer;
};
/// What the check that needs a person found before; once, at the start.
struct HandsKnown {
    checkup::Hands hands;
};
/// The answer to KeepHands.
struct HandsKept {
    std::optional<Error> error{};
};
/// The answer to PlayTone where there is no sound device.
struct ToneImpossible {};
/// A finger on a page of the check that fills the panel: where, from the upper left corner, 0 to 1.
struct Swept {
    float x = 0, y = 0;
    enum class Kind { touched, moved } kind = Kind::moved;
};
/// How the panel stands; before the first Swept.
struct PanelStands {
    enum class Shape { landscape, portrait } shape = Shape::landscape;
};
using Event =
    std::variant<screens::StaffIntent, Opened, FirstStart, Touched, Tick, SticksSeen, PinJudged,
                 PinKept, ResetCode, PinFacts, PlacesKnown, ItemsKnown, PreviewEnded, SettingsKept,
                 JobProgress, JobEnded, ClockFacts, ClockAnswered, HandsKnown, HandsKept,
                 ToneImpossible, Swept, PanelStands>;

// ---- effects ----

struct RunAdmin {
    Job job;
    std::vector<std::string> arguments;
};
struct CancelAdmin {
    Job job;
};
struct OpenStick {
    std::string id;
    removable::Access access = removable::Access::read;
};
struct ReleaseStick {
    std::string id;
};
/// Aside, since it is dear; PinJudged follows.
struct JudgePin {
    std::string pin;
};
struct KeepPin {
    std::string pin;
};
/// What a ticket is to be signed for.
struct AskResetCode {};
/// The desk was opened: no visitor is there any more. Entries are logged.
struct DeskOpened {};
/// Back to the visitors.
struct DeskClosed {};
/// The page changed: scroll, press and tween memory starts afresh.
struct PageTurned {};
struct ApplySettings {
    Settings settings;
};
/// The visitors' pages as they would be on that day; counted as staff's. PreviewEnded follows.
struct PreviewDay {
    base::Date day;
};
/// The same, today, with this item open, whether or not it is switched off.
struct PreviewItem {
    model::ItemId item;
    model::LocalizedText title;
};
/// Everything that was set aside may be offered again.
struct ForgetAside {};
struct RestartKiosk {};
/// The machine's clock; ClockAnswered follows.
struct SetClock {
    WallTime from, to;
};
/// It was set.
struct ClockWasSet {
    WallTime to;
};
/// Staff say that the clock is right, or have set it: what it says is compared with later.
struct KeepClockSeen {
    WallTime seen;
};
/// One from the left, one from the right, at this step of the volume, 1 to 5.
struct PlayTone {
    int volume = 5;
};
/// HandsKept follows.
struct KeepHands {
    checkup::Hands hands;
};
using Effect = std::variant<RunAdmin, CancelAdmin, OpenStick, ReleaseStick, JudgePin, KeepPin,
                            AskResetCode, DeskOpened, DeskClosed, PageTurned, ApplySettings,
                            PreviewDay, PreviewItem, ForgetAside, RestartKiosk, SetClock,
                            ClockWasSet, KeepClockSeen, PlayTone, KeepHands>;

struct Now {
    SteadyTime steady;
    WallTime wall;
};

using Page =
    std::variant<std::monostate, screens::PinModel, screens::TicketModel, screens::StaffModel,
                 screens::CleaningModel, screens::ColorModel, screens::WipeModel>;

class Desk {
  public:
    static constexpr std::chrono::minutes k_idle{3};
    static constexpr std::chrono::seconds k_pin_idle{45};
    static constexpr std::chrono::seconds k_cleaning{30};
    static constexpr std::chrono::seconds k_wiping{20};
    static constexpr std::chrono::seconds k_looking{30}; ///< at one colour, without a touch

    Desk(Settings settings, Now now);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    [[nodiscard]] std::vector<Effect> update(const Event& event, Now now);

    /// Nothing while the visitors have the screen.
    [[nodiscard]] const Page& page() const;
    [[nodiscard]] bool open() const { return page().index() != 0; }
    [[nodiscard]] model::Language language() const;
    [[nodiscard]] const Settings& settings() const;
    /// A stick is in, the desk is closed, and whoever put it in shall know that only staff use it.
    [[nodiscard]] bool tells_of_stick(SteadyTime now) const;
    /// Raised whenever page() changed.
    [[nodiscard]] uint64_t revision() const;
    /// When a Tick is due at the latest; SteadyTime::max() if never.
    [[nodiscard]] SteadyTime next_tick() const;

    struct Inner; ///< for the files of this folder

  private:
    std::unique_ptr<Inner> m;
};

} // namespace pufa::staff
