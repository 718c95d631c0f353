#include "admin/doctor_facts.h"

#include "content/base/exists.h"
#include "content/base/file.h"
#include "content/catalog/freshness.h"
#include "content/catalog/snapshot.h"
#include "content/checkup/clock_seen.h"
#include "content/pack/leftovers.h"
#include "content/pack/pack.h"
#include "content/pack/scrub.h"
#include "content/pack/store.h"
#include "content/settings/settings.h"
#include "content/tally/day_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

namespace pufa::admin {

namespace {

using std::filesystem::path;

constexpr std::chrono::days k_ahead{14};
/// Loading the decoder's libraries from a slow disk takes a second or two.
constexpr std::chrono::seconds k_greeting{20};

bool may_write(const path& folder) {
    return ::faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

std::vector<path> entries_of(const path& folder) {
    std::vector<path> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator each{folder, error}, end; !error && each != end;
         each.increment(error))
        entries.push_back(each->path());
    return entries;
}

void look_at_state(DoctorFacts& facts) {
    std::error_code error;
    const auto& root = facts.paths.root;
    facts.state_there = std::filesystem::is_directory(root, error);
    facts.state_writable = facts.state_there && may_write(root);
    facts.reserve_bytes = pack::k_reserve_bytes;
    if (const auto free = base::free_space(root)) facts.free_bytes = *free;
    const auto lock = base::open_file(facts.paths.lock(), O_RDONLY);
    facts.lock_held = lock && ::flock(lock->get(), LOCK_EX | LOCK_NB) != 0;
    facts.set_aside = static_cast<int>(entries_of(root / "set-aside").size());
    for (const auto& entry : entries_of(root)) {
        const auto name = entry.filename().string();
        if (name.starts_with("store.db.damaged-") && !name.ends_with("-journal"))
            ++facts.damaged_databases;
    }
    for (const auto& entry : entries_of(facts.paths.log())) {
        const auto size = std::filesystem::file_size(entry, error);
        if (!error) facts.log_bytes += size;
    }
}

void look_at_packs(DoctorFacts& facts) {
    std::set<path> named;
    std::map<model::PackId, int64_t> active;
    for (const auto& pack : facts.packs) {
        named.insert(pack.file.lexically_relative(facts.paths.root));
        if (!pack.active) {
            facts.kept_bytes += pack.size;
            continue;
        }
        active[pack.id] = pack.sequence;
        std::error_code error;
        const auto size = std::filesystem::file_size(pack.file, error);
        if (error || size != pack.size) facts.files_missing.push_back(pack.id.value);
    }
    for (const auto& file : pack::pack_files(facts.paths))
        if (!named.contains(file)) ++facts.leftovers;
    for (const auto& pack : facts.packs) {
        if (!pack.active) continue;
        const auto opened = pack::open_installed(pack.file, pack.manifest_sha256);
        if (!opened) continue; // files_missing or the scrub says so
        for (const auto& need : opened->manifest.needs) {
            const auto found = active.find(need.id);
            if (found == active.end() || found->second < need.sequence)
                facts.unmet.push_back({pack.id, need});
        }
    }
}

/// A file that is damaged names nobody; the kiosk makes it anew.
void look_at_aside(DoctorFacts& facts, const catalog::Snapshot& snapshot) {
    auto records = aside::read_records(facts.paths.kiosk_db());
    if (!records) {
        facts.kiosk_db_error = records.error();
        return;
    }
    for (auto& record : *records) {
        const auto* pack = snapshot.pack(record.item.pack());
        if (!record.set_aside() || pack == nullptr || pack->sequence != record.version) continue;
        const auto* video = snapshot.video(record.item);
        facts.items_aside.push_back(
            {record.item.value,
             video != nullptr ? video->title.in(model::Language::zh_hans) : record.item.value,
             std::move(record)});
    }
}

void look_at_items(DoctorFacts& facts) {
    auto snapshot = catalog::load(facts.paths);
    if (!snapshot) return; // the database's error says so
    look_at_aside(facts, **snapshot);
    const auto set = settings::load(settings::file_in(facts.paths.root), {});
    const catalog::Freshness freshness{*std::move(snapshot), set.switched_off};
    const auto report = freshness.report(facts.now, k_ahead);
    facts.items_ending = report.soon.size();
    facts.items_withheld = report.withheld.size();
    facts.items_off = report.off.size();
}

/// quick_check, which also reads every page.
std::optional<Error> check_database(const base::StatePaths& paths) {
    auto database = pack::open_store_for_reading(paths);
    if (!database) return database.error();
    if (!*database) return std::nullopt;
    const auto checked = (*database)->check();
    return checked ? std::nullopt : std::optional{checked.error()};
}

void look_at_store(DoctorFacts& facts) {
    facts.leftovers = static_cast<int>(entries_of(facts.paths.incoming()).size());
    const auto there = base::exists(facts.paths.store_db());
    if (!there) {
        facts.database_error = there.error();
        return;
    }
    facts.database_lost = !*there && !pack::pack_files(facts.paths).empty();
    if (facts.database_lost) return;
    facts.database_error = check_database(facts.paths);
    if (facts.database_error) return;
    auto packs = pack::list_installed(facts.paths);
    if (!packs) {
        facts.database_error = packs.error();
        return;
    }
    facts.packs = *std::move(packs);
    look_at_packs(facts);
    look_at_items(facts);
    if (const auto last = pack::last_scrub(facts.paths)) facts.last_scrub = *last;
}

void look_at_checkup(DoctorFacts& facts) {
    facts.clock_seen = checkup::load_clock_seen(checkup::clock_file(facts.paths.root));
    auto hands = checkup::load_hands(checkup::hands_file(facts.paths.root));
    facts.hands = hands ? std::optional{*std::move(hands)} : std::nullopt;
}

void look_at_trust(DoctorFacts& facts) {
    std::vector<pack::SealedStatement> statements;
    const auto judge = pack::judge_of(facts.paths, {}, facts.now);
    if (judge) statements = judge->statements;
    facts.clock_floor = judge ? judge->now : facts.now;
    facts.trust = pack::trust_findings(facts.trust_folder, statements, facts.now);
}

void look_at_programs(DoctorFacts& facts) {
    for (const auto* name : {"pufa-decoder", "pufa-kiosk"})
        if (::access((base::program_folder() / name).c_str(), X_OK) != 0)
            facts.programs_missing.emplace_back(name);
    const auto greeting = media::greet({}, k_greeting);
    if (greeting)
        facts.decoder = *greeting;
    else if (greeting.error().code != Code::NO_DECODER) // programs_missing says so
        facts.decoder_error = greeting.error();
    // As the kiosk looks for them.
    path noto = "/usr/share/fonts/opentype/noto";
    path icons = "/usr/share/fonts/truetype/material-design-icons-iconfont";
    if (const char* folder = std::getenv("PUFA_FONT_DIR"); folder && *folder) noto = icons = folder;
    for (const auto& file : {noto / "NotoSansCJK-Regular.ttc", noto / "NotoSansCJK-Bold.ttc",
                             noto / "NotoSerifCJK-Bold.ttc", icons / "MaterialIcons-Regular.ttf"})
        if (::access(file.c_str(), R_OK) != 0) facts.fonts_missing.push_back(file.string());
}

void look_at_tally(DoctorFacts& facts) {
    const auto folder = facts.paths.tally();
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) return;
    facts.tally_writable = may_write(folder);
    if (const auto days = tally::list_days(folder)) facts.tally_set_aside = days->set_aside.size();
    const auto today = tally::day_file(folder, base::to_local(facts.now).date);
    if (!std::filesystem::exists(today, error)) return;
    auto database = db::Database::open(today, db::Open::read_only);
    if (!database) {
        facts.tally_error = database.error();
        return;
    }
    if (const auto checked = database->check(); !checked) facts.tally_error = checked.error();
}

} // namespace

DoctorFacts gather_facts(const base::StatePaths& paths, const path& trust_folder,
                         std::optional<Error> config_error, WallTime now) {
    DoctorFacts facts;
    facts.paths = paths;
    facts.now = now;
    facts.trust_folder = trust_folder;
    facts.config_error = std::move(config_error);
    look_at_state(facts);
    if (facts.state_there) {
        look_at_store(facts);
        look_at_tally(facts);
        look_at_checkup(facts);
    }
    look_at_trust(facts);
    look_at_programs(facts);
    return facts;
}

} // namespace pufa::admin
