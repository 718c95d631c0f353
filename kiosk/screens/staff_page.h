#pragma once
// The staff desk as its flow hands it to the screen: a list of plain blocks in one or two columns
// of cards, every word of it ready. What a button does is a value beside it, so that the flow alone
// knows what each page offers.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::screens {

/// The pages of the desk, in the order of its rail.
enum class StaffPart { stick, packs, figures, calendar, settings, check };

/// What a touch on the desk asks for; `subject` and `value` as said.
enum class StaffVerb {
    // ---- anywhere ----
    leave,           ///< back to the visitors
    clean,           ///< the screen may be wiped
    forgot_pin,      ///< how to come by a new one; value: -1 back to the keys
    look_for_ticket, ///< on the stick that is in
    yes,             ///< to the question that is open
    no,
    // ---- the stick ----
    choose_stick, ///< subject: its id
    install,      ///< all that the plan would install
    cancel,       ///< what is being installed
    undo,         ///< what was installed last
    carry,        ///< statistics onto the stick
    round,        ///< 巡检: install, carry, check, release
    release,      ///< the stick may be pulled out
    build_source, ///< subject: an author's folder on the stick
    // ---- packs ----
    open_pack,    ///< subject: pack id; "" closes it
    show_items,   ///< of the open pack; value: page of the list
    open_item,    ///< subject: item id; "" closes it
    preview_item, ///< subject: item id
    switch_item,  ///< subject: item id; value: 1 on, 0 off
    roll_back,    ///< subject: pack id
    remove,       ///< subject: pack id
    // ---- dates ----
    preview_day, ///< subject: 2026-12-04
    // ---- settings ----
    set_language,   ///< subject: a tag
    set_volume_cap, ///< value: 1 to 5
    set_quiet,      ///< value: a step of the list of hours
    set_night,      ///< value: a step of the list of hours
    set_rotation,   ///< value: degrees
    set_place,      ///< subject: a place's id; "" none
    open_places,    ///< value: page of the list; -1 closes it
    calibrate,      ///< value: 1 begins, 0 gives up
    card_wider,     ///< value: steps; negative is narrower
    card_fits,      ///< the outline is as large as the card
    change_pin,
    restart, ///< the kiosk's program
    // ---- check ----
    check_again,
    forget_aside, ///< offer again what was set aside
    // ---- the clock ----
    open_clock,   ///< value: 1 opens its page, 0 closes it
    clock_year,   ///< value: steps of what is to be set; all of these go around
    clock_month,  ///< value: steps
    clock_day,    ///< value: steps
    clock_hour,   ///< value: steps
    clock_minute, ///< value: steps
    clock_set,    ///< to what was chosen
    clock_right,  ///< what it says is right
    // ---- the check that needs a person ----
    hands_begin,  ///< subject: "sound", "picture" or "touch"
    hands_answer, ///< subject: the same; value: 1 all is well, 0 not
};

struct StaffGo {
    StaffPart part;
};
struct StaffAct {
    StaffVerb verb;
    std::string subject{};
    int64_t value = 0;
    bool operator==(const StaffAct&) const = default;
};
/// '0' to '9', '\b' or '\n'.
struct StaffKey {
    char key;
};
/// The first start: a PIN is set later.
struct StaffSkip {};
using StaffIntent = std::variant<StaffGo, StaffAct, StaffKey, StaffSkip>;

// ---- blocks ----

enum class StaffTone { plain, good, warn, bad };

struct StaffHeading {
    std::string words;
};
struct StaffWords {
    std::string words;
    StaffTone tone = StaffTone::plain;
};
/// A line of a list: a sign of its tone, a title with a note beneath, and what it comes to.
struct StaffRow {
    std::string id; ///< of its touch target; used if there is an act
    std::string title, note, trail;
    StaffTone tone = StaffTone::plain;
    std::optional<StaffAct> act{};
};
struct StaffButton {
    std::string id, label;
    StaffAct act;
    enum class Look { quiet, primary, current } look = Look::quiet;
    bool enabled = true;
};
/// Side by side where there is room, else one above the other.
struct StaffButtons {
    std::vector<StaffButton> buttons;
};
struct StaffProgress {
    float done = 0; ///< 0 to 1
    std::string words, left;
};
struct StaffNumbers {
    struct One {
        std::string value, label;
    };
    std::vector<One> all;
};
/// A chart of bars, at most some forty of them.
struct StaffBars {
    struct One {
        float value = 0;   ///< >= 0
        std::string label; ///< beneath; may be empty
        bool quiet = false;
    };
    std::vector<One> all;
    std::string words; ///< what is charted
};
/// Named bars that lie: a list with lengths.
struct StaffShares {
    struct One {
        std::string label, value;
        float share = 0; ///< 0 to 1
    };
    std::vector<One> all;
};
struct StaffSwitch {
    std::string id, label;
    bool on = false;
    StaffAct act;
};
/// A value with a button to each side.
struct StaffStepper {
    std::string id, label, value;
    StaffAct less, more;
    bool can_less = true, can_more = true;
};
/// The outline of a bank card (ISO/IEC 7810 ID-1, 85.60 mm by 53.98 mm) on a panel of that size.
struct StaffCardOutline {
    float panel_diagonal_mm = 0;
};
using StaffBlock =
    std::variant<StaffHeading, StaffWords, StaffRow, StaffButtons, StaffProgress, StaffNumbers,
                 StaffBars, StaffShares, StaffSwitch, StaffStepper, StaffCardOutline>;
struct StaffCard {
    std::vector<StaffBlock> blocks;
};

// ---- pages ----

/// A question over the desk: nothing is done before it is answered.
struct StaffQuestion {
    std::string title, words, yes, no;
    bool grave = false; ///< something will be gone
};

struct StaffModel {
    StaffPart part = StaffPart::stick;
    std::string title, note;
    std::vector<StaffCard> main,
        side;              ///< beside each other on a wide screen, else one below the other
    std::string leaves_in; ///< "2:41"
    std::optional<StaffQuestion> question{};
    std::string toast{}; ///< a sentence about what was just done; may be empty
    StaffTone toast_tone = StaffTone::good;
};

/// The large keys before the desk.
struct PinModel {
    std::string title, note;
    StaffTone tone = StaffTone::plain; ///< of the note
    int typed = 0;
    bool asks = true;     ///< false: there is nothing to be entered, and there are no keys
    bool can_type = true; ///< false while one is judged, or the wait runs
    bool can_enter = false;
    bool can_skip = false;   ///< the first start
    bool can_forget = false; ///< there is a way to a new PIN
    bool can_leave = true;
};

/// A forgotten PIN: the code that a ticket is to be signed for, and looking for it on a stick.
struct TicketModel {
    std::string title;
    std::string code;               ///< "4821 9037 5568"; empty while it is being made
    std::vector<std::string> steps; ///< what is to be done, in order
    std::string note;               ///< how it stands
    StaffTone tone = StaffTone::plain;
    bool can_look = false;
};

/// Touches do nothing; the screen may be wiped.
struct CleaningModel {
    int seconds_left = 0;
};

/// The whole panel in one colour, so that stains and stripes show; a touch anywhere goes on.
struct ColorModel {
    enum class Shade { red, green, blue, white, black } shade = Shade::red;
};

/// Targets over the whole panel, to be wiped over.
struct WipeModel {
    int columns = 0, rows = 0;
    std::vector<bool> touched; ///< row by row from the upper left corner
    int seconds_left = 0;
};

} // namespace pufa::screens
