#include "kiosk/app/assemble.h"

#include "content/base/log.h"
#include "content/checkup/clock_seen.h"
#include "content/checkup/hands.h"
#include "content/settings/settings.h"
#include "kiosk/platform/sound_device.h"
#include "kiosk/platform/turn.h"
#include "kiosk/removable/sticks.h"
#include "kiosk/system_clock/setter.h"

#include <random>

namespace pufa::app {
namespace {

/// Of the self-test, whose judges know where things are on it.
constexpr int k_page_width = 1920;
constexpr int k_page_height = 1080;

/// Twelve pictures ahead, so that a processor that is busy elsewhere for a moment is not seen; one
/// on screen and one being written. Memory only as they are used.
constexpr int k_pictures = 14;

std::unique_ptr<player::AudioSink> open_sound(Task task) {
    auto device = platform::open_sound_device();
    if (device) return std::move(device).value();
    base::log_warning("{} {} ({})", base::name(device.error().code), device.error().where,
                      device.error().detail);
    // The self-test still exercises the device's thread.
    if (task == Task::self_test)
        if (auto dummy = platform::open_sound_device(platform::SoundDriver::none))
            return std::move(dummy).value();
    return platform::await_sound_device();
}

uint64_t random_seed() {
    std::random_device device;
    return (uint64_t{device()} << 32) | device();
}

flow::Settings flow_settings(const Ground& ground) {
    flow::Settings settings;
    settings.language = ground.settings.language;
    settings.place = ground.settings.place;
    settings.volume = ground.config.volume;
    settings.volume_cap = ground.settings.volume_cap;
    settings.quiet = ground.settings.quiet;
    settings.night = ground.settings.night;
    settings.position = ground.settings.position;
    settings.seed = random_seed();
    return settings;
}

StaffRoom::Doors staff_doors(const Options& options, const Ground& ground,
                             platform::Window& window) {
    StaffRoom::Doors doors;
    doors.config_folder = ground.config_folder;
    doors.settings_file = settings::file_in(ground.paths.root);
    doors.admin = base::program_folder() / "pufa-admin";
    doors.admin_arguments = {"--state", ground.paths.root.string()};
    if (!options.config.empty())
        doors.admin_arguments.insert(doors.admin_arguments.end(),
                                     {"--config", options.config.string()});
    removable::WatchOptions watch;
    watch.wake = [&window] { window.wake(); };
    doors.sticks = removable::watch_sticks(std::move(watch));
    doors.settings = ground.settings;
    doors.clock_file = checkup::clock_file(ground.paths.root);
    doors.hands_file = checkup::hands_file(ground.paths.root);
    // With --now the kiosk's clock is not the machine's, and the machine's is nobody's to set.
    if (!options.now) {
        system_clock::SetterOptions setter;
        setter.wake = [&window] { window.wake(); };
        doors.clock = system_clock::open_setter(std::move(setter));
    }
    return doors;
}

/// What kiosk.toml says, where staff have said nothing.
staff::Settings otherwise(const Config& config, model::Language language) {
    staff::Settings settings;
    settings.language = language;
    settings.night = config.night;
    settings.rotation = config.rotation;
    settings.panel_diagonal_mm = config.panel_diagonal_mm;
    settings.place = config.place;
    settings.position = config.position;
    return settings;
}

} // namespace

Result<Ground> prepare(const Options& options) {
    const bool asked = !options.config.empty();
    const auto file = asked ? options.config : base::config_folder() / "kiosk.toml";
    PUFA_TRY(auto config, load_config(file, asked ? Missing::is_error : Missing::is_default));
    const auto state = options.state.empty() ? config.state : options.state;
    const auto language = options.language.value_or(config.language);
    const auto paths = base::state_paths(state);
    auto settings = otherwise(config, language);
    // The self-test looks at what is installed, not at what one machine's staff like.
    if (options.task == Task::kiosk)
        settings = settings::load(settings::file_in(paths.root), settings);
    if (options.language) settings.language = *options.language;
    const auto folder = asked && file.has_parent_path() ? file.parent_path()
                        : asked                         ? std::filesystem::path{"."}
                                                        : base::config_folder();
    return Ground{std::move(config), paths, language, std::move(settings), folder};
}

platform::WindowOptions window_of(const Options& options, const Ground& ground) {
    platform::WindowOptions window;
    window.drawn_by = options.presenter.value_or(ground.config.presenter);
    window.rotation = options.rotation.value_or(ground.settings.rotation);
    if (options.task == Task::self_test) {
        window.offscreen = true;
        const auto panel = platform::turned({k_page_width, k_page_height}, window.rotation);
        window.width = panel.width;
        window.height = panel.height;
    } else if (options.windowed) {
        window.fullscreen = false;
        window.width = options.windowed->width;
        window.height = options.windowed->height;
    }
    return window;
}

Result<Parts> assemble(const Options& options, const Ground& ground,
                       const platform::WindowOptions& window) {
    Parts parts;
    parts.store = begun(store_of(ground.paths));
    PUFA_TRY(const auto fonts, ui::find_fonts());
    PUFA_TRY(parts.window, platform::Window::open(window));
    PUFA_TRY(parts.text, ui::Text::open(fonts, parts.window->presenter()));
    parts.sink = open_sound(options.task);
    parts.stills = make_still_source([] { return media::Link::spawn({}); });
    parts.spawn_decoder = [] { return media::Link::spawn({{}, k_pictures}); };
    if (options.task == Task::kiosk && ground.config.scrub)
        parts.scrub = scrub_of(ground.paths.root, options.config);
    parts.tally_folder = ground.paths.tally();
    // The self-test looks at a kiosk as it is and leaves it so.
    if (options.task == Task::kiosk) {
        parts.kiosk_db = ground.paths.kiosk_db();
        parts.recorder.keep_days = ground.config.keep_statistics_days;
    }
    parts.clock = MachineClock(options.now);
    parts.settings = flow_settings(ground);
    parts.panel_diagonal_mm = ground.settings.panel_diagonal_mm;
    parts.switched_off = ground.settings.switched_off;
    if (options.task == Task::kiosk) parts.staff = staff_doors(options, ground, *parts.window);
    parts.touch_map = options.touch_map;
    return parts;
}

} // namespace pufa::app
