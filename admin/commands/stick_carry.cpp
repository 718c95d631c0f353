#include "admin/commands/stick_carry.h"

#include "admin/carried_health.h"
#include "admin/command_table.h"
#include "admin/commands/doctor.h"
#include "admin/commands/stats_export.h"
#include "admin/commands/stats_report.h"
#include "admin/stats_source.h"
#include "admin/wording.h"
#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/stick/names.h"
#include "content/stick/survey.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

/// What the files are made from.
struct Matter {
    base::StatePaths paths;
    model::Language language;
    WallTime now;
    std::string kiosk_name;
    DoctorReport health;
    tally::Summary summary;     ///< all tables are of one moment
    std::vector<Error> lacks{}; ///< added to by whoever makes a file
};

Result<std::string> exported(Matter& matter, StatsFormat format) {
    StatsExportOrder order;
    order.format = format;
    order.kiosk_name = matter.kiosk_name;
    PUFA_TRY(auto report,
             export_stats(matter.summary, matter.paths, matter.language, matter.now, order));
    // Both tables are of the same days: what is wrong with them is said once.
    if (format == StatsFormat::csv)
        for (auto& fault : report.faults())
            matter.lacks.push_back(std::move(fault));
    return std::move(report.table);
}

Result<std::string> stats_csv(Matter& matter) {
    return exported(matter, StatsFormat::csv);
}

Result<std::string> stats_jsonl(Matter& matter) {
    return exported(matter, StatsFormat::jsonl);
}

/// Its library writes to a file: one of the kiosk's own disk, which then goes.
Result<std::string> report_xlsx(Matter& matter) {
    const base::TemporaryFolder folder;
    StatsReportOrder order;
    order.file = folder.path() / "report.xlsx";
    order.kiosk_name = matter.kiosk_name;
    PUFA_TRY(const auto made,
             report_stats(matter.summary, matter.paths, matter.language, matter.now, order));
    return base::read_file(made.file);
}

Result<std::string> health_text(Matter& matter) {
    return matter.health.text(matter.language);
}

Result<std::string> health_json(Matter& matter) {
    return matter.health.json().dump(2, ' ', false,
                                     nlohmann::ordered_json::error_handler_t::replace) +
           "\n";
}

/// Everything that is carried away: another file is another line.
struct CarriedFile {
    const char* name;
    Result<std::string> (*make)(Matter& matter);
};
constexpr CarriedFile k_carried[] = {
    {"stats.csv", stats_csv},    {"stats.jsonl", stats_jsonl}, {"report.xlsx", report_xlsx},
    {"health.txt", health_text}, {"health.json", health_json},
};

/// "2026-11-29_1309", the time in China.
std::string stamp(WallTime now) {
    const auto local = base::to_local(now);
    return fmt::format("{}_{:02}{:02}", base::to_string(local.date), local.hour, local.minute);
}

} // namespace

std::string kiosk_folder_name(const KioskConfig& config, const std::string& name) {
    if (!name.empty()) return stick::safe_name(name);
    if (!config.site.empty()) return stick::safe_name(config.site);
    // Machines that nobody has named yet do not share a folder. The number itself stays here.
    const auto machine = base::read_file("/etc/machine-id", 4096);
    constexpr size_t k_digits = 8;
    return "kiosk-" + base::sha256("pufa carry " + (machine ? *machine : "")).substr(0, k_digits);
}

Result<StickCarryReport> carry(const std::filesystem::path& stick, const Context& context) {
    PUFA_TRY(const auto config, context.kiosk_config());
    PUFA_TRY(const auto paths, context.state());
    // A folder that is not there is no stick; it is not made.
    PUFA_TRY(const auto room, stick::room_on(stick));
    if (!room.writable) return Error{Code::READ_ONLY, stick.string(), "the stick"};
    const MachineFolders folders{paths.root, context.config_folder(), context.trust_folder()};
    PUFA_TRY(auto summary, tally::Summary::refresh(paths.tally(), context.now()));
    Matter matter{paths,
                  context.language(),
                  context.now(),
                  kiosk_name(context),
                  for_carrying(examine(context), folders),
                  std::move(summary)};
    const auto parent =
        stick / stick::k_folder / k_carried_folder / kiosk_folder_name(config, matter.kiosk_name);
    PUFA_TRY(auto folder, stick::NewFolder::begin(parent, stamp(context.now())));
    for (const auto& file : k_carried) {
        PUFA_TRY(const auto bytes, file.make(matter));
        PUFA_CHECK(folder.add(file.name, bytes));
    }
    PUFA_TRY(auto finished, folder.finish());
    PUFA_CHECK(mark_exported(matter.summary, paths, context.now()));
    return StickCarryReport{std::move(finished), std::move(matter.lacks), context.language()};
}

std::string StickCarryReport::text(model::Language words) const {
    std::string lines;
    for (const auto& lack : lacks)
        lines += strings::named_sentence(words, lack) + "\n";
    for (const auto& file : carried.files)
        lines += "  " + file.path.filename().string() + "  " + size_words(file.bytes) + "\n";
    return strings::text(words, "admin.stick.carried",
                         {{"folder", carried.folder.string()},
                          {"count", std::to_string(carried.files.size())}}) +
           "\n" + lines;
}

nlohmann::ordered_json StickCarryReport::json() const {
    auto list = nlohmann::ordered_json::array();
    for (const auto& file : carried.files)
        list.push_back(
            {{"path", file.path.string()}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    nlohmann::ordered_json report{
        {"folder", carried.folder.string()}, {"files", std::move(list)}, {"verified", true}};
    for (const auto& lack : lacks)
        report["errors"].push_back(to_json(lack, language));
    return report;
}

void register_stick_carry(CLI::App& stick, Context& context) {
    auto folder = std::make_shared<std::filesystem::path>();
    auto& command = add_command(stick, context, "carry", "admin.help.stick.carry",
                                "pufa-admin stick carry /media/stick");
    command.add_option("DIR", *folder, context.words("admin.help.stick.folder"))
        ->type_name("")
        ->required();
    command.callback([folder, &context] { context.finish(carry(*folder, context)); });
}

} // namespace pufa::admin
