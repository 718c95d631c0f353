#pragma once
// What Flow keeps to itself: the state, and one handler per event and intent. The handlers are in
// flow.cpp (events, time), going.cpp (from page to page, the look), watching.cpp, answering.cpp,
// reading.cpp, finding.cpp, expiring.cpp, attract.cpp and staff.cpp. Only for the .cpp files of
// this folder.

#include "kiosk/flow/flow.h"
#include "kiosk/flow/idle.h"
#include "kiosk/flow/models.h"
#include "kiosk/flow/participation.h"
#include "kiosk/flow/state.h"

#include <memory>
#include <optional>
#include <random>
#include <vector>

namespace pufa::flow {

/// The controls of the player go after so long without a touch.
inline constexpr std::chrono::seconds k_controls_shown{4};
/// The seek bar moves in these steps; finer ones would draw the page again for nothing seen.
inline constexpr Micros k_position_step{250'000};
/// The player is sent to where a sliding finger is this often; it shows a picture at once.
inline constexpr std::chrono::milliseconds k_preview_every{120};
/// The next episode begins so long after the end, if nobody touches the screen; only once.
inline constexpr std::chrono::seconds k_next_begins{10};
/// Of each video the attract page shows its beginning.
inline constexpr std::chrono::seconds k_clip{20};

struct Flow::Inner {
    State state;
    IdleClock idle;
    Participation participation;
    std::mt19937_64 shuffles;
    std::shared_ptr<const catalog::Snapshot> waiting; ///< taken up when nobody is there
    screens::Page page;
    screens::Overlay overlay;
    std::optional<screens::GoneModel> gone; ///< to be told as soon as nothing else lies over it
    uint64_t revision = 0;
    bool changed = true;
    std::vector<Effect> effects;
    Now now;

    Inner(Settings settings, std::shared_ptr<const catalog::Snapshot> snapshot, const Now& at);

    // ---- helpers of all handlers ----

    template <class P>
    P* here() {
        return std::get_if<P>(&state.here());
    }
    template <class E>
    void ask(E effect) {
        effects.emplace_back(std::move(effect));
    }
    [[nodiscard]] Activity activity() const;
    [[nodiscard]] Participation::Moment moment(const model::ItemId& item = {}) const;
    void leave_watch();
    void turned_page();
    void go_to(Place place);
    void replace_by(Place place);
    void go_home();
    void end_visit();
    void take_up_snapshot();

    // ---- attract.cpp ----
    void fall_asleep();
    void next_clip();
    void check_night();
    void wake(std::optional<model::Language> language);
    void on_clip(const PlayerUpdate& update);
    void on(const screens::Wake& asked);

    // ---- expiring.cpp ----
    void on(const ItemsGone& event);
    void swap_snapshot(std::shared_ptr<const catalog::Snapshot> snapshot);
    void tell_gone();

    // ---- staff.cpp ----
    [[nodiscard]] int loudest() const;
    void check_loudness();
    void on(const StaffCame&);
    void on(const StaffLeft&);
    void on(const StaffLooks& looks);
    void on(const SettingsChanged& event);
    void on(const screens::EndPreview&);
    void open(const model::ItemId& id);
    void on(const screens::StaffIntent&) {} ///< the desk's own

    // ---- going.cpp ----
    void on(const std::monostate&) {}
    void on(const screens::GoBack&);
    void on(const screens::GoHome&);
    void on(const screens::OpenHelp& asked);
    void on(const screens::CloseOverlay&);
    void on(const screens::ChangeVolume& asked);
    void on(const screens::OpenLanguages&);
    void on(const screens::ChooseLanguage& asked);
    void on(const screens::ChooseTextSize& asked);
    void on(const screens::ChooseTheme& asked);
    void on(const screens::ChooseReach& asked);
    void on(const screens::OpenVideos&);
    void on(const screens::OpenQuizzes&);
    void on(const screens::OpenCampaign& asked);

    // ---- watching.cpp ----
    enum class Begun { by_touch, by_itself };
    void start_video(const model::ItemId& id, Begun begun = Begun::by_touch);
    void seek(Micros target);
    void end_slide();
    void choose_sound(WatchPlace& watch, size_t track);
    void check_sound(WatchPlace& watch);
    void check_episode();
    void show_controls();
    void on(const screens::OpenVideo& asked) { start_video(asked.id); }
    void on(const screens::TogglePlay&);
    void on(const screens::SeekTo& asked);
    void on(const screens::PreviewAt& asked);
    void on(const screens::ChoosePace& asked);
    void on(const screens::ChooseSound& asked);
    void on(const screens::SkipBy& asked);
    void on(const screens::ShowControls&) { show_controls(); }
    void on(const screens::ShowCaptions& asked);
    void on(const PlayerUpdate& update);

    // ---- answering.cpp ----
    [[nodiscard]] bool start_quiz(std::optional<model::ItemId> quiz,
                                  const std::vector<model::ItemId>& ids, bool replace);
    void submit_answer(QuizPlace& place);
    void on(const screens::OpenQuiz& asked);
    void on(const screens::AnswerDaily& asked);
    void on(const screens::ChooseOption& asked);
    void on(const screens::SubmitAnswer&);
    void on(const screens::NextQuestion&);
    void on(const screens::ShowArticle& asked);
    void on(const screens::RepeatQuiz&);

    // ---- reading.cpp ----
    /// Time passes before an article that nothing covers.
    void read_on(const Now& before);
    [[nodiscard]] std::optional<SteadyTime> reading_due() const;
    void on(const screens::OpenArticles&);
    void on(const screens::OpenArticle& asked);

    // ---- finding.cpp ----
    void on(const screens::OpenFinder&);
    void on(const screens::OpenPlaces& asked);
    void on(const screens::SetPlaceFilter& asked);
    void on(const screens::ChooseDistrict& asked);
    void on(const screens::ChoosePlace& asked);
    void on(const screens::ShowPlacesAs& asked);
    void on(const screens::ShowPlaceSheet& asked);

    // ---- flow.cpp ----
    void on(const screens::Intent& intent);
    void on(const Touched&);
    void on(const Lifted&);
    void on(const Tick&) {}
    void on(const CatalogChanged& event);
    void on(const SetAside& event);
    void on(const CatalogFailed& event);
    void on(const CaptionsRead& event);
    void on(const Recorded& event);
    void check_idle();
    void check_page_time(const Now& before);
    void count_effects();
    void rebuild();
};

} // namespace pufa::flow
