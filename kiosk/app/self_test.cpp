#include "kiosk/app/self_test.h"

#include "content/base/file.h"
#include "content/base/process.h"
#include "kiosk/app/failure.h"
#include "kiosk/app/self_test_tour.h"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

namespace pufa::app {
namespace {

/// Where the tour's statistics go: never to those of the kiosk.
struct TallyPlace {
    base::TemporaryFolder state; ///< what pufa-admin is shown as the state folder
    std::filesystem::path tally;
    std::vector<judge::Row> before; ///< of earlier tours
};

Result<void> prepare_tally(const Options& options, TallyPlace& place) {
    place.tally = options.tally.empty() ? place.state.path() / "tally" : options.tally;
    PUFA_CHECK(base::make_folders(place.tally));
    PUFA_TRY(place.before, judge::read_rows(place.tally));
    if (options.tally.empty()) return {};
    std::error_code failed;
    std::filesystem::create_directory_symlink(std::filesystem::absolute(place.tally),
                                              place.state.path() / "tally", failed);
    if (failed) return base::from_errno(failed.value(), place.tally.string());
    return {};
}

struct Walked {
    std::vector<judge::ExpectedRow> expected;
    judge::Visit visit;
};

/// The kiosk lives only here: when it is gone its files are closed.
Result<Walked> walk(const Options& options, const Ground& ground, const TallyPlace& place,
                    Report& report) {
    PUFA_TRY(auto parts, assemble(options, ground, window_of(options, ground)));
    parts.tally_folder = place.tally;
    const auto clock = parts.clock;
    Kiosk kiosk(std::move(parts));
    Visitor visitor(kiosk, report, options.shots);
    Walked walked;
    walked.visit.language = model::tag(ground.language);
    walked.visit.from = clock.wall(clock.steady());
    walked.expected = walk_tour(visitor, base::to_local(walked.visit.from).date);
    PUFA_CHECK(kiosk.tally().flush());
    walked.visit.to = clock.wall(clock.steady());
    return walked;
}

void judge_tally(const TallyPlace& place, const Walked& walked, Report& report) {
    const auto rows = judge::read_rows(place.tally);
    if (!rows) {
        report.add({"tally_rows", false, rows.error().where + ": " + rows.error().detail});
        return;
    }
    report.add(judge::rows(walked.expected, judge::new_rows(place.before, *rows), walked.visit));
    const auto admin = base::program_folder() / "pufa-admin";
    const auto exported = base::run(
        admin, {"stats", "export", "--format", "csv", "--state", place.state.path().string()});
    if (!exported)
        report.add({"tally_export", false, admin.string() + ": " + exported.error().detail});
    else if (exported->exit_code != 0)
        report.add({"tally_export", false, fmt::format("exit code {}", exported->exit_code)});
    else
        report.add(judge::csv(exported->output, *rows));
}

Result<Report> self_test(const Options& options, const Ground& ground) {
    Report report;
    TallyPlace place;
    if (!options.shots.empty()) PUFA_CHECK(base::make_folders(options.shots));
    PUFA_CHECK(prepare_tally(options, place));
    PUFA_TRY(const auto walked, walk(options, ground, place, report));
    judge_tally(place, walked, report);
    return report;
}

} // namespace

int run_self_test(const Options& options, const Ground& ground) {
    const auto report = self_test(options, ground);
    if (!report) return end_with(ground.language, report.error());
    fmt::print("{}", options.output == Output::json ? to_json(*report, ground.language)
                                                    : to_text(*report, ground.language));
    if (report->held()) return 0;
    std::string which;
    for (const auto& check : report->checks)
        if (!check.held) which += (which.empty() ? "" : ", ") + check.name;
    return end_with(ground.language,
                    {Code::TOUR_FAILED, which,
                     fmt::format("{} / {}", report->failed(), report->checks.size())});
}

} // namespace pufa::app
