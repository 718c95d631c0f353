#pragma once
// What Desk keeps to itself. The handlers are in desk.cpp (time, going), desk_pin.cpp,
// desk_ticket.cpp, desk_stick.cpp, desk_items.cpp, desk_parts.cpp, desk_clock.cpp and
// desk_check.cpp; what pages say is in
// models.cpp and the files beside it. Only for the .cpp files of this folder.

#include "content/report/reports.h"
#include "content/strings/strings.h"
#include "kiosk/staff/desk.h"

#include <deque>

namespace pufa::staff {

/// Between the two entries of a new PIN, and before the first.
enum class Keys { enter, choose, repeat, ticket };

/// A ticket is looked for.
struct TicketState {
    std::string code;                   ///< digits; empty while it is being made
    std::string stick{};                ///< id of the one that is looked at; empty: none
    bool reading = false;               ///< pufa-admin does
    std::optional<report::Fault> fault; ///< of the last look
    std::optional<Error> trouble;       ///< of the stick, or of making the code
};

struct PinState {
    Keys keys = Keys::enter;
    TicketState ticket;
    PinFacts facts;
    std::string typed;
    std::string chosen;   ///< the first entry of a new one
    bool judging = false; ///< or being kept
    bool first_start = false;
    bool changing = false; ///< from the settings: then back to them
    SteadyTime wait_until{};
    std::string note{}; ///< key of the words that say what was wrong; empty: nothing
};

/// One stick that is worked with.
struct StickState {
    std::string id; ///< empty: none
    std::optional<report::OnStick> content;
    std::optional<report::Plan> plan;
    std::optional<report::Fault> fault; ///< of looking or planning
    bool looking = false;               ///< pufa-admin looks at this one
    bool planning = false;              ///< ... or plans what is on it
    bool opened = false;                ///< it was asked to open
};

/// 巡检: one tap, one stick, one step after the other.
enum class RoundStep {
    none,
    installing,
    opening,
    carrying,
    reopening,
    verifying,
    releasing,
    done,
    failed
};

struct Import {
    bool running = false;
    bool cancelled = false;
    size_t count = 0; ///< packs to be installed
    size_t index = 0; ///< the one that is being copied, from 0
    std::vector<uint64_t> sizes;
    std::vector<std::string> titles;
    uint64_t bytes = 0; ///< of the current one
    SteadyTime began{};
    std::vector<report::InstalledPack> results;
    std::optional<report::Fault> fault;
    /// What installing changed, newest first: pack, and whether an older version can come back.
    struct Undo {
        std::string id;
        bool updated = false;
    };
    std::deque<Undo> undo;
};

/// The words of a question, by their keys; `grave`: something will be gone.
struct Asking {
    std::string_view title, note, yes;
    bool grave = false;
};

/// The page of the clock, and what is known of it.
struct ClockState {
    campaign::ClockKnown known;
    bool open = false;
    bool setting = false;       ///< ClockAnswered is awaited
    base::LocalTime chosen{};   ///< to be set; whole minutes
    std::string_view trouble{}; ///< key of why it was not set; empty: nothing
    WallTime asked_for{};       ///< while `setting`
};

/// The check that needs a person.
struct HandsState {
    checkup::Hands found;
    std::optional<checkup::Part> running; ///< full-screen, or its question is open
    bool asking = false;                  ///< its question is on the check's page
    int shade = 0;                        ///< of the picture
    checkup::Grid grid;                   ///< of the touch
    SteadyTime until{};
    PanelStands::Shape shape = PanelStands::Shape::landscape;
};

struct Desk::Inner {
    /// `looking`: at the visitors' pages, and will come back; `checking`: on a page of the check
    /// that fills the panel.
    enum class Mode { closed, pin, desk, cleaning, looking, checking } mode = Mode::closed;
    screens::StaffPart part = screens::StaffPart::stick;
    Settings settings;
    Now now;
    SteadyTime touched{};
    SteadyTime cleaning_until{};
    std::vector<Effect> effects;
    Page page;
    uint64_t revision = 0;
    bool changed = true;

    PinState pin;
    std::vector<removable::Stick> sticks;
    SteadyTime stick_came{};
    StickState stick;
    Import import;
    RoundStep round = RoundStep::none;
    std::string round_fault;
    std::string carried_folder; ///< as last written
    bool carry_only = false;    ///< the steps of a round without its install and release

    std::optional<std::vector<report::PackVersion>> packs;
    std::optional<std::vector<report::EndingItem>> ending;
    std::string open_pack;
    std::vector<KnownItem> items;
    int items_page = 0;
    std::string open_item; ///< of open_pack; empty: none
    std::optional<report::Figures> figures;
    std::optional<std::vector<report::HealthLine>> health;
    std::optional<report::Fault> part_fault; ///< why the open part has nothing to show
    std::vector<KnownPlace> places;
    int places_page = -1;                         ///< -1: the list is not open
    std::optional<float> calibrating;             ///< the panel's diagonal that is tried, mm
    std::string building;                         ///< the author's folder that is being built
    std::vector<report::Built::Finding> findings; ///< of the folder that was built last
    report::Progress progress;                    ///< of building or undoing

    ClockState clock;
    HandsState hands;

    struct Question {
        screens::StaffAct act; ///< done at yes
        screens::StaffQuestion words;
    };
    std::optional<Question> question;
    std::string toast;
    screens::StaffTone toast_tone = screens::StaffTone::good;
    SteadyTime toast_until{};

    Inner(Settings settings_, Now now_);

    template <class E>
    void ask(E effect) {
        effects.emplace_back(std::move(effect));
    }
    [[nodiscard]] std::string tr(std::string_view key) const;
    [[nodiscard]] std::string tr(std::string_view key,
                                 std::initializer_list<strings::Argument> with) const;
    void run(Job job, std::vector<std::string> arguments);
    void tell(screens::StaffTone tone, std::string words);
    [[nodiscard]] std::string words_of(const report::Fault& fault) const;
    /// Nothing may be pulled out, and nothing else be begun.
    [[nodiscard]] bool busy() const;

    // ---- desk.cpp ----
    void on(const screens::StaffIntent& intent);
    void on(const screens::StaffGo& go);
    void on(const screens::StaffAct& act);
    void act_on_stick(const screens::StaffAct& act);
    void act_on_packs(const screens::StaffAct& act);
    void act_on_settings(const screens::StaffAct& act);
    void on(const Opened&);
    void on(const Touched&);
    void on(const Tick&) {}
    void on(const PlacesKnown& known);
    void on(const JobProgress& progress_);
    void on(const JobEnded& ended);
    void enter();
    void leave();
    void close_pages();
    void look_at(screens::StaffPart which);
    void check_time();
    void rebuild();

    // ---- desk_pin.cpp ----
    void on(const screens::StaffKey& key);
    void on(const screens::StaffSkip&);
    void on(const FirstStart&);
    void on(const PinFacts& facts);
    void on(const PinJudged& judged);
    void on(const PinKept& kept);
    void on(const ResetCode& made);
    void forgot_pin(bool forgotten);
    void look_for_ticket();
    void follow_ticket();
    void ticket_ended(const JobEnded& ended);
    void enter_key();
    void show_pin(Keys keys);

    // ---- desk_stick.cpp ----
    void on(const SticksSeen& seen);
    [[nodiscard]] const removable::Stick* the_stick() const;
    void choose_stick(const std::string& id);
    void follow_stick();
    void stick_ended(const JobEnded& ended);
    void looked(const JobEnded& ended);
    void planned(const JobEnded& ended);
    void plan_packs();
    void install_all();
    void installed(const JobEnded& ended);
    void import_progress(const report::Progress& said);
    void undo_next();
    void begin_round(bool with_install);
    void next_step();
    void fail_round(std::string words);
    [[nodiscard]] std::vector<const report::PlannedPack*> wanted() const;

    // ---- desk_items.cpp ----
    void on(const ItemsKnown& known);
    void on(const PreviewEnded& ended);
    [[nodiscard]] const KnownItem* known_item(const std::string& id) const;
    void act_on_items(const screens::StaffAct& act);
    void look(Effect at);

    // ---- desk_parts.cpp ----
    void on(const SettingsKept& kept);
    void part_ended(const JobEnded& ended);
    void change(const Settings& to);
    void confirm(screens::StaffAct act, const Asking& keys);

    // ---- desk_clock.cpp ----
    void on(const ClockFacts& facts);
    void on(const ClockAnswered& answered);
    /// False: no verb of the clock's.
    bool act_on_clock(const screens::StaffAct& act);
    void open_clock();
    void step_clock(screens::StaffVerb verb, int64_t by);
    void set_clock(const screens::StaffAct& act);
    [[nodiscard]] campaign::ClockDoubt clock_doubt() const;
    /// Why the clock cannot be set to what was chosen; empty: it can.
    [[nodiscard]] std::string clock_refusal() const;

    // ---- desk_check.cpp ----
    void on(const HandsKnown& known);
    void on(const HandsKept& kept);
    void on(const ToneImpossible&);
    void on(const Swept& swept);
    void on(const PanelStands& stands);
    bool act_on_hands(const screens::StaffAct& act);
    void begin_hands(checkup::Part part);
    void end_hands(checkup::Answer answer);
    /// Nobody is there any more, or they went elsewhere: what was begun was not answered.
    void abandon_hands();
    void end_wiping();
    void check_hands_time();
    [[nodiscard]] Page hands_page() const;
};

// ---- hours that can be chosen at a touch ----

enum class SpanList { quiet, night };
/// Where in its list of hours a span stands; 0 is none, and what the list does not have.
[[nodiscard]] int step_of(const std::optional<campaign::DailySpan>& span, SpanList list);
[[nodiscard]] int last_step(SpanList list);

// ---- models ----

[[nodiscard]] screens::PinModel pin_model(const Desk::Inner& desk);
[[nodiscard]] screens::TicketModel ticket_model(const Desk::Inner& desk);
[[nodiscard]] screens::StaffModel staff_model(const Desk::Inner& desk);
void stick_page(const Desk::Inner& desk, screens::StaffModel& model);
void packs_page(const Desk::Inner& desk, screens::StaffModel& model);
/// What is in the open pack, below its versions.
void items_card(const Desk::Inner& desk, screens::StaffModel& model);
/// Instead of them, while an item is open.
void item_page(const Desk::Inner& desk, screens::StaffModel& model);
void figures_page(const Desk::Inner& desk, screens::StaffModel& model);
void calendar_page(const Desk::Inner& desk, screens::StaffModel& model);
void settings_page(const Desk::Inner& desk, screens::StaffModel& model);
void check_page(const Desk::Inner& desk, screens::StaffModel& model);
void clock_page(const Desk::Inner& desk, screens::StaffModel& model);
/// What the clock says and whether that can be; a button leads to its page.
[[nodiscard]] screens::StaffCard clock_card(const Desk::Inner& desk);
[[nodiscard]] screens::StaffRow clock_row(const Desk::Inner& desk);
/// 2026-11-29 15:20
[[nodiscard]] std::string moment_words(const base::LocalTime& at);
/// "1.8 GB": powers of 1000, as sticks are sold.
[[nodiscard]] std::string size_words(uint64_t bytes);
/// 1,284
[[nodiscard]] std::string number_words(int64_t number);

} // namespace pufa::staff
