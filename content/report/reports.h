#pragma once
// The reports of pufa-admin as the staff desk reads them. Each function takes the JSON that the
// command of its name prints with --json; BAD_SOURCE if that is something else. What is missing is
// empty: a newer desk may read an older program's report.

#include "content/base/result.h"
#include "content/model/text.h"
#include "content/report/line.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::report {

// ---- plan ----

struct PlannedPack {
    std::string file;
    enum class Action {
        install,
        update,
        reactivate,
        already_active,
        refused
    } action = Action::refused;
    std::optional<Fault> refusal{}; ///< then nothing else need be known
    std::string id{};
    model::LocalizedText title{};
    int64_t sequence = 0;
    std::optional<int64_t> from_sequence{}; ///< the one that is active now
    std::string signer{};
    uint64_t size = 0;       ///< bytes
    std::string not_after{}; ///< "2027-06-30"; may be empty
    bool demo = false;
    size_t added = 0, changed = 0;
    std::vector<model::LocalizedText> removed{}; ///< titles of what will be gone
    size_t unmet = 0;                            ///< packs that it needs and that are not there
    bool operator==(const PlannedPack&) const = default;

    /// Installing it would change something.
    [[nodiscard]] bool wanted() const {
        return action == Action::install || action == Action::update ||
               action == Action::reactivate;
    }
};
struct Plan {
    std::vector<PlannedPack> packs;
    uint64_t free_before = 0, free_after = 0, missing = 0; ///< bytes
};
[[nodiscard]] Result<Plan> parse_plan(std::string_view json);

// ---- install ----

struct InstalledPack {
    std::string file;
    std::string outcome{}; ///< "installed", "updated", "already_active"; empty: refused
    std::string id{};
    int64_t sequence = 0;
    std::optional<Fault> refusal{};
};
[[nodiscard]] Result<std::vector<InstalledPack>> parse_install(std::string_view json);

// ---- list ----

struct PackVersion {
    std::string id, title, signer;
    int64_t sequence = 0;
    bool active = false;
    bool demo = false;
    uint64_t size = 0; ///< bytes
};
[[nodiscard]] Result<std::vector<PackVersion>> parse_list(std::string_view json);

// ---- expiring ----

/// An item that visitors do not see any more, or soon will not.
struct EndingItem {
    std::string title, day; ///< "2026-12-31"
    std::string sentence;   ///< why
    bool withheld = false;  ///< already
};
[[nodiscard]] Result<std::vector<EndingItem>> parse_expiring(std::string_view json);

// ---- doctor ----

struct HealthLine {
    enum class Health { ok, look, wrong } health = Health::wrong;
    std::string check;    ///< "disk"
    std::string sentence; ///< what is so and what to do
};
[[nodiscard]] Result<std::vector<HealthLine>> parse_doctor(std::string_view json);

// ---- stick show, stick carry, stick verify ----

struct OnStick {
    std::string folder;
    bool writable = false;
    uint64_t free = 0; ///< bytes
    std::vector<std::string> packs;
    struct Source {
        std::string folder, id, title;
    };
    std::vector<Source> sources;
    std::vector<std::string> keys, statements;
    size_t left_out = 0; ///< names that were not looked at
};
[[nodiscard]] Result<OnStick> parse_stick(std::string_view json);

struct Carried {
    std::string folder;
    size_t files = 0;
    bool verified = false;
};
[[nodiscard]] Result<Carried> parse_carried(std::string_view json);

// ---- stick build ----

struct Built {
    std::string pack; ///< empty: the folder has faults
    struct Finding {
        std::string where;         ///< "quizzes/wills.csv:3"
        model::LocalizedText what; ///< what is wrong, and what to do
        bool fault = false;        ///< else a warning
    };
    std::vector<Finding> findings;
};
[[nodiscard]] Result<Built> parse_build(std::string_view json);

// ---- stats show ----

struct Counts {
    int64_t visits = 0, reached = 0, engaged = 0, watched_whole = 0, answered = 0,
            first_answers = 0, right_at_first = 0, looked_up_service = 0;
    bool operator==(const Counts&) const = default;
};
struct Figures {
    std::string kiosk_id, kiosk_name;
    std::string exported_until; ///< "2026-11-02"; empty: never exported
    struct Day {
        std::string day;
        Counts counts;
    };
    std::vector<Day> days;      ///< ascending
    std::vector<int64_t> hours; ///< engaged, by local hour
    Counts total, since_export;
    struct Named {
        std::string title;
        int64_t count = 0; ///< engaged; of places: looked up
    };
    std::vector<Named> items, agencies, audiences, languages, places;
    struct Hard {
        std::string title;
        int64_t answers = 0, right = 0;
    };
    std::vector<Hard> hardest;
    int64_t unattended = 0, attract = 0, staff = 0, suspect_clock = 0;
    struct Gap {
        std::string day, why;
    };
    std::vector<Gap> gaps;
    std::vector<std::string> damaged;
    struct Definition {
        std::string name, definition;
    };
    std::vector<Definition> definitions;
};
[[nodiscard]] Result<Figures> parse_figures(std::string_view json);

} // namespace pufa::report
