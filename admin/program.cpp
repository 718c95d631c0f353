#include "admin/program.h"

#include "admin/command_table.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <ostream>

namespace pufa::admin {

namespace {

/// The language must be known before the options are, since their help is written in it.
model::Language language_of(const std::vector<std::string>& words) {
    constexpr std::string_view k_option = "--language";
    for (size_t i = 0; i < words.size(); ++i) {
        const std::string_view word{words[i]};
        std::string_view value;
        if (word == k_option && i + 1 < words.size())
            value = words[i + 1];
        else if (word.starts_with(k_option) && word.substr(k_option.size()).starts_with('='))
            value = word.substr(k_option.size() + 1);
        if (const auto language = model::parse_language(value)) return *language;
    }
    return model::Language::zh_hans;
}

void translate_help(CLI::App& app, const Context& context) {
    constexpr std::array<std::pair<const char*, const char*>, 7> k_labels{{
        {"Usage", "admin.help.label.usage"},
        {"OPTIONS", "admin.help.label.options"},
        {"SUBCOMMAND", "admin.help.label.command"},
        {"SUBCOMMANDS", "admin.help.label.command"},
        {"Positionals", "admin.help.label.positionals"},
        {"Excludes", "admin.help.label.excludes"},
        {"REQUIRED", "admin.help.label.required"},
    }};
    for (const auto& [label, key] : k_labels)
        app.get_formatter()->label(label, context.words(key));
    app.option_defaults()->group(context.words("admin.help.label.group"));
}

void add_shared_options(CLI::App& app, Context& context, std::string& language, std::string& now) {
    app.add_option("--state", context.state_option, context.words("admin.help.state"))
        ->type_name("DIR");
    app.add_option("--config", context.config_option, context.words("admin.help.config"))
        ->type_name("FILE");
    app.add_option("--trust", context.trust_option, context.words("admin.help.trust"))
        ->type_name("DIR");
    app.add_option("--language", language, context.words("admin.help.language"))
        ->type_name("zh-Hans|zh-Hant|en")
        ->check([](const std::string& tag) {
            return model::parse_language(tag) ? std::string{} : "no such language: " + tag;
        });
    app.add_option("--channel", context.channel, context.words("admin.help.channel"))
        ->type_name("FD")
        ->check(CLI::Range(3, 1023));
    app.add_flag("--json", context.json, context.words("admin.help.json"));
    app.add_option("--now", now, context.words("admin.help.now"))
        ->type_name("ISO-TIME")
        ->check([&context](const std::string& time) -> std::string {
            const auto parsed = base::parse_iso(time);
            if (!parsed) return "no time like 2026-11-23T15:20:00: " + time;
            context.set_now(*parsed);
            return {};
        });
}

std::string joined(const std::vector<std::string>& words) {
    std::string line{"pufa-admin"};
    for (const auto& word : words)
        line += " " + word;
    return line;
}

} // namespace

int run(const std::vector<std::string>& words, const Surroundings& surroundings) {
    Context context{surroundings, language_of(words)};
    std::string language;
    std::string now;
    CLI::App app{context.words("admin.help.program"), "pufa-admin"};
    translate_help(app, context);
    app.set_help_flag("-h,--help", context.words("admin.help.help"));
    app.set_version_flag("--version", "pufa-admin " PUFA_VERSION,
                         context.words("admin.help.version"));
    app.fallthrough();
    app.require_subcommand(1);
    add_shared_options(app, context, language, now);
    register_commands(app, context);
    app.footer(context.words("admin.help.example") +
               "\n  pufa-admin doctor\n  pufa-admin key new --help");
    try {
        std::vector<std::string> reversed{words.rbegin(), words.rend()}; // as CLI11 takes them
        app.parse(reversed);
    } catch (const CLI::CallForHelp&) {
        context.print(app.help());
    } catch (const CLI::CallForVersion& asked) {
        context.print(std::string{asked.what()} + "\n");
    } catch (const CLI::ParseError& failed) {
        // Parsing stops before --json may have been seen.
        context.json = std::find(words.begin(), words.end(), "--json") != words.end();
        context.fail({Code::BAD_USAGE, joined(words), failed.what()});
    }
    return context.exit_code();
}

} // namespace pufa::admin
