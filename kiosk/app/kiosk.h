#pragma once
// The composition of the running kiosk and its loop, one turn at a time: window events → touches →
// draw → intent → flow → effects. UI thread.

#include "content/base/paths.h"
#include "content/base/result.h"
#include "kiosk/app/caption_reader.h"
#include "kiosk/app/catalogue_watch.h"
#include "kiosk/app/machine_clock.h"
#include "kiosk/app/pictures.h"
#include "kiosk/app/playback.h"
#include "kiosk/app/scrubber.h"
#include "kiosk/app/set_aside.h"
#include "kiosk/app/staff_room.h"
#include "kiosk/app/stage.h"
#include "kiosk/app/tally_keeper.h"
#include "kiosk/app/touch_map.h"
#include "kiosk/flow/flow.h"
#include "kiosk/platform/window.h"
#include "kiosk/player/player.h"

#include <chrono>
#include <memory>
#include <optional>
#include <set>

namespace pufa::app {

/// What a kiosk is made of; the self-test puts in an offscreen window and a folder of its own.
struct Parts {
    std::unique_ptr<platform::Window> window;
    std::unique_ptr<ui::Text> text;
    std::unique_ptr<player::AudioSink> sink;
    std::unique_ptr<StillSource> stills;
    player::SpawnLink spawn_decoder;
    CatalogueWatch::Store store;
    std::optional<Scrubber::Doors> scrub{}; ///< none: nobody scrubs
    std::filesystem::path tally_folder;
    tally::RecorderOptions recorder{};
    std::filesystem::path kiosk_db; ///< empty: what is set aside is forgotten with the kiosk
    MachineClock clock;
    flow::Settings settings;
    float panel_diagonal_mm = 546;
    std::optional<StaffRoom::Doors> staff{}; ///< none: there is no desk
    std::set<model::ItemId> switched_off{};  ///< by staff
    std::filesystem::path touch_map;         ///< written after each frame for tests; empty: never
};

class Kiosk {
  public:
    explicit Kiosk(Parts parts);
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    enum class Turn { go_on, quit, restart };
    /// Waits for something to happen, at most `at_most`, and deals with all of it.
    [[nodiscard]] Turn turn(std::chrono::milliseconds at_most);

    // ---- what came out of it, for the self-test ----
    [[nodiscard]] platform::Window& window() { return *m_window; }
    [[nodiscard]] const Stage& stage() const { return m_stage; }
    [[nodiscard]] const player::AudioSink& sink() const { return m_playback.sink(); }
    [[nodiscard]] TallyKeeper& tally() { return m_tally; }
    /// The content that is shown.
    [[nodiscard]] const catalog::Snapshot& snapshot() const { return *m_snapshot; }

  private:
    [[nodiscard]] flow::Now now() const;
    [[nodiscard]] std::chrono::milliseconds time_until_due(SteadyTime now) const;
    [[nodiscard]] Turn handle(const platform::WindowEvent& event);
    void handle_pointer(const platform::PointerEvent& event);
    void touch(const platform::PointerEvent& event);
    void send(const flow::Event& event);
    void apply(const flow::Effect& effect, SteadyTime now);
    void look_around();
    void look_at_staff(const flow::Now& at);
    void carry_out(const StaffRoom::Request& request, const flow::Now& at);
    void tell_content();
    void look_at_pages(std::shared_ptr<const catalog::Snapshot> snapshot,
                       const model::ItemId& open);
    void end_preview();
    void tell_clock();
    void clock_was_set(WallTime to);
    void hear(const screens::Intent& intent);
    [[nodiscard]] std::optional<screens::Banner> banner() const;
    [[nodiscard]] uint64_t revision() const;
    void catalogue_failed(const Error& error, SteadyTime now);
    void look_at_player(const flow::Now& at);
    void draw();
    [[nodiscard]] bool frame_due(SteadyTime now) const;
    [[nodiscard]] Playing playing() const;

    // The order is the order of making; the window goes last.
    MachineClock m_clock;
    std::unique_ptr<platform::Window> m_window;
    std::unique_ptr<StillSource> m_stills;
    Pictures m_pictures;
    Stage m_stage;
    Playback m_playback;
    CaptionReader m_captions;
    SetAside m_set_aside;
    TallyKeeper m_tally;
    CatalogueWatch m_watch;
    Scrubber m_scrubber;
    std::shared_ptr<const catalog::Snapshot> m_snapshot;
    std::chrono::milliseconds m_preview{0}; ///< how far the pages' wall time is ahead for staff
    std::string m_preview_day{};
    std::optional<model::LocalizedText> m_preview_item{}; ///< title of what staff look at
    flow::Flow m_flow;
    flow::Settings m_settings; ///< as the flow has them
    std::unique_ptr<StaffRoom> m_staff;
    bool m_told_of_stick = false; ///< the banner of the last frame
    bool m_restart = false;
    TouchMap m_touch_map;
    tally::Ticket m_told_durable = 0;
    uint64_t m_drawn_revision = 0;
    SteadyTime m_drawn_at{};
    bool m_left_out = false; ///< the last frame was not painted
};

} // namespace pufa::app
