#include "kiosk/app/run.h"

#include "content/base/log.h"
#include "kiosk/app/assemble.h"
#include "kiosk/app/failure.h"
#include "kiosk/app/gallery.h"
#include "kiosk/app/self_test.h"

#include <fmt/format.h>

namespace pufa::app {
namespace {

constexpr std::chrono::seconds k_longest_turn{60};

int run_kiosk(const Options& options, const Ground& ground) {
    const auto began = base::steady_now();
    if (base::make_folders(ground.paths.log())) base::log_to_file(ground.paths.log() / "kiosk.log");
    auto parts = assemble(options, ground, window_of(options, ground.config));
    if (!parts) return end_with(ground.language, parts.error());
    Kiosk kiosk(std::move(parts).value());
    if (kiosk.turn(std::chrono::milliseconds(0)) == Kiosk::Turn::quit) return 0;
    base::log_info(
        "first frame {} ms after the start",
        std::chrono::duration_cast<std::chrono::milliseconds>(base::steady_now() - began).count());
    while (kiosk.turn(k_longest_turn) == Kiosk::Turn::go_on) {
    }
    return 0;
}

} // namespace

int run(const std::vector<std::string>& arguments) {
    const auto language = language_of_environment();
    const auto parsed = parse_options(arguments, language);
    if (const auto* help = std::get_if<HelpAsked>(&parsed)) {
        fmt::print("{}", help->text);
        return 0;
    }
    if (const auto* error = std::get_if<Error>(&parsed)) return end_with(language, *error);
    const auto& options = std::get<Options>(parsed);
    const auto ground = prepare(options);
    if (!ground) return end_with(options.language.value_or(language), ground.error());
    if (options.task == Task::gallery) return run_gallery(options, *ground);
    return options.task == Task::self_test ? run_self_test(options, *ground)
                                           : run_kiosk(options, *ground);
}

} // namespace pufa::app
