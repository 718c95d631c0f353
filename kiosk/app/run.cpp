#include "kiosk/app/run.h"

#include "content/base/log.h"
#include "content/tally/kiosk_id.h"
#include "kiosk/app/assemble.h"
#include "kiosk/app/failure.h"
#include "kiosk/app/gallery.h"
#include "kiosk/app/self_test.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

namespace pufa::app {
namespace {

constexpr std::chrono::seconds k_longest_turn{60};

/// Begins anew with the same arguments, in this process: whoever started it still owns it.
int begin_anew(const std::vector<std::string>& arguments) {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(program.c_str(), pointers.data());
    base::log_error("the program cannot be started again: {}", base::from_errno(errno, {}).detail);
    return base::exit_code(Code::DISK_ERROR);
}

/// True if it is to begin anew.
Result<bool> run_kiosk(const Options& options, const Ground& ground) {
    const auto began = base::steady_now();
    if (base::make_folders(ground.paths.log())) base::log_to_file(ground.paths.log() / "kiosk.log");
    // Made at the first start, so that what is counted from then on is this kiosk's.
    if (const auto id = tally::kiosk_id(ground.paths.root, tally::read_hardware()); !id)
        base::log_warning("this kiosk has no id yet: {} ({})", id.error().where, id.error().detail);
    auto parts = assemble(options, ground, window_of(options, ground));
    if (!parts) return parts.error();
    Kiosk kiosk(std::move(parts).value());
    auto turn = kiosk.turn(std::chrono::milliseconds(0));
    base::log_info(
        "first frame {} ms after the start",
        std::chrono::duration_cast<std::chrono::milliseconds>(base::steady_now() - began).count());
    while (turn == Kiosk::Turn::go_on)
        turn = kiosk.turn(k_longest_turn);
    return turn == Kiosk::Turn::restart;
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
    if (options.task == Task::self_test) return run_self_test(options, *ground);
    const auto restart = run_kiosk(options, *ground);
    if (!restart) return end_with(ground->language, restart.error());
    return *restart ? begin_anew(arguments) : 0;
}

} // namespace pufa::app
