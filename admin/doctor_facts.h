#pragma once
// What doctor looks at. Gathering changes nothing and never fails: what cannot be read is a fact
// too. The judgement is doctor_judge.h.

#include "content/aside/records.h"
#include "content/base/clock.h"
#include "content/base/error.h"
#include "content/base/paths.h"
#include "content/checkup/hands.h"
#include "content/media/link.h"
#include "content/pack/manifest.h"
#include "content/pack/statement.h"
#include "content/pack/store_read.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pufa::admin {

struct DoctorFacts {
    base::StatePaths paths;
    WallTime now{};

    bool state_there = false;
    bool state_writable = false;
    std::optional<Error> config_error;

    uint64_t free_bytes = 0;
    uint64_t reserve_bytes = 0;
    uint64_t kept_bytes = 0; ///< of versions that are kept for going back

    bool lock_held = false; ///< an import or a scrub is at work
    std::optional<Error> database_error;
    bool database_lost = false; ///< none, and packs are there

    int leftovers = 0;         ///< in incoming/, and files in packs/ that no row names
    int set_aside = 0;         ///< files in set-aside/
    int damaged_databases = 0; ///< kept copies

    std::vector<pack::InstalledPack> packs;
    std::vector<std::string> files_missing; ///< of active packs: gone, or of another size
    std::optional<WallTime> last_scrub;
    struct Unmet {
        model::PackId pack;
        pack::NeededPack need;
    };
    std::vector<Unmet> unmet;
    size_t items_ending = 0;   ///< within 14 days
    size_t items_withheld = 0; ///< now
    size_t items_off = 0;      ///< by staff's own hand

    std::filesystem::path trust_folder;
    std::vector<pack::TrustFinding> trust;

    WallTime clock_floor{};             ///< no true clock is before it
    std::optional<WallTime> clock_seen; ///< when the kiosk last ran, by its own clock
    /// What people found at the one-minute check; nullopt: it cannot be read.
    std::optional<checkup::Hands> hands = checkup::Hands{};

    /// Of the active version of its pack; the kiosk does not offer it (content/aside).
    struct AsideItem {
        std::string id;
        std::string title; ///< zh-Hans; the id if the pack cannot be read
        aside::Record record;
    };
    std::vector<AsideItem> items_aside;
    std::optional<Error> kiosk_db_error;

    std::optional<media::Greeting> decoder; ///< how a decoder that was started is jailed
    std::optional<Error> decoder_error;
    std::vector<std::string> programs_missing; ///< that stand beside pufa-admin
    std::vector<std::string> fonts_missing;

    bool tally_writable = true; ///< or not there yet
    std::optional<Error> tally_error;
    size_t tally_set_aside = 0;
    uint64_t log_bytes = 0;
};

[[nodiscard]] DoctorFacts gather_facts(const base::StatePaths& paths,
                                       const std::filesystem::path& trust_folder,
                                       std::optional<Error> config_error, WallTime now);

} // namespace pufa::admin
