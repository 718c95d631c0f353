#include "kiosk/app/options.h"

#include "content/strings/strings.h"
#include "kiosk/app/config.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstdlib>

namespace pufa::app {
namespace {

constexpr int k_smallest_side = 320;
constexpr int k_largest_side = 16384;

std::optional<Size> parse_size(std::string_view text) {
    Size size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != 'x') return std::nullopt;
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    if (height.ec != std::errc{} || height.ptr != end) return std::nullopt;
    const auto sane = [](int side) { return side >= k_smallest_side && side <= k_largest_side; };
    if (!sane(size.width) || !sane(size.height)) return std::nullopt;
    return size;
}

std::optional<int> parse_rotation(std::string_view text) {
    int degrees = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, degrees);
    if (read.ec != std::errc{} || read.ptr != end || !is_rotation(degrees)) return std::nullopt;
    return degrees;
}

/// What the command line says, before its words are understood.
struct Words {
    std::string state, config, windowed, now, language, presenter, rotate, touch_map, shots, tally;
    bool self_test = false;
    bool gallery = false;
    bool json = false;
};

std::optional<Error> understand(const Words& words, Options& options) {
    const auto bad = [](std::string option, const std::string& value) {
        return Error{Code::BAD_USAGE, std::move(option), value};
    };
    options.state = words.state;
    options.config = words.config;
    options.touch_map = words.touch_map;
    options.shots = words.shots;
    options.tally = words.tally;
    options.task = words.self_test ? Task::self_test : Task::kiosk;
    if (words.gallery) options.task = Task::gallery;
    options.output = words.json ? Output::json : Output::text;
    if (!words.windowed.empty() && !(options.windowed = parse_size(words.windowed)))
        return bad("--windowed", words.windowed);
    if (!words.now.empty() && !(options.now = base::parse_iso(words.now)))
        return bad("--now", words.now);
    if (!words.language.empty() && !(options.language = model::parse_language(words.language)))
        return bad("--language", words.language);
    if (!words.presenter.empty() && !(options.presenter = parse_presenter(words.presenter)))
        return bad("--presenter", words.presenter);
    if (!words.rotate.empty() && !(options.rotation = parse_rotation(words.rotate)))
        return bad("--rotate", words.rotate);
    return std::nullopt;
}

} // namespace

std::variant<Options, HelpAsked, Error> parse_options(const std::vector<std::string>& arguments,
                                                      model::Language language) {
    const auto tr = [language](std::string_view key) { return strings::text(language, key); };
    Words words;
    CLI::App app{tr("app.help.about"), "pufa-kiosk"};
    app.footer(tr("app.help.example"));
    app.set_help_flag("-h,--help", tr("app.help.help"));
    app.add_option("--state", words.state, tr("app.help.state"))->type_name("DIR");
    app.add_option("--config", words.config, tr("app.help.config"))->type_name("FILE");
    app.add_option("--windowed", words.windowed, tr("app.help.windowed"))->type_name("WxH");
    app.add_option("--now", words.now, tr("app.help.now"))->type_name("ISO-TIME");
    app.add_option("--language", words.language, tr("app.help.language"))
        ->type_name("zh-Hans|zh-Hant|en");
    app.add_option("--presenter", words.presenter, tr("app.help.presenter"))
        ->type_name("auto|gl|soft");
    app.add_option("--rotate", words.rotate, tr("app.help.rotate"))->type_name("0|90|180|270");
    app.add_option("--touch-map", words.touch_map, tr("app.help.touch_map"))->type_name("FILE");
    auto* self_test = app.add_flag("--self-test", words.self_test, tr("app.help.self_test"));
    app.add_flag("--gallery", words.gallery, tr("app.help.gallery"))->excludes(self_test);
    app.add_option("--shots", words.shots, tr("app.help.shots"))
        ->type_name("DIR")
        ->needs(self_test);
    app.add_flag("--json", words.json, tr("app.help.json"))->needs(self_test);
    app.add_option("--tally", words.tally, tr("app.help.tally"))
        ->type_name("DIR")
        ->needs(self_test);
    try {
        // CLI11 takes the arguments from the last to the first.
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        return HelpAsked{app.help()};
    } catch (const CLI::ParseError& failed) {
        return Error{Code::BAD_USAGE, "pufa-kiosk", failed.what()};
    }
    Options options;
    if (auto error = understand(words, options)) return *error;
    return options;
}

model::Language language_of_environment() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (!value || !*value) continue;
        const std::string_view locale = value;
        if (locale.starts_with("zh_TW") || locale.starts_with("zh_HK") ||
            locale.starts_with("zh_MO") || locale.starts_with("zh_Hant"))
            return model::Language::zh_hant;
        if (locale.starts_with("en")) return model::Language::en;
        break;
    }
    return model::Language::zh_hans;
}

} // namespace pufa::app
