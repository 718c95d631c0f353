#include "admin/commands/doctor.h"

#include "admin/command_table.h"
#include "admin/kiosk_config.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace pufa::admin {

namespace {

std::string_view name(Health health) {
    switch (health) {
    case Health::ok:
        return "ok";
    case Health::look:
        return "look";
    case Health::wrong:
        return "wrong";
    }
    return "wrong";
}

std::string sentence(model::Language language, const DoctorLine& line) {
    std::string text = strings::text(language, "doctor." + line.check);
    for (const auto& [word, value] : line.words) {
        const auto marker = "{" + word + "}";
        for (size_t at = 0; (at = text.find(marker, at)) != std::string::npos; at += value.size())
            text.replace(at, marker.size(), value);
    }
    return text;
}

} // namespace

std::string DoctorReport::text(model::Language words) const {
    std::string all;
    for (const auto& line : lines) {
        const auto key = "admin.doctor." + std::string{name(line.health)};
        all += strings::text(words, key) + "  " + sentence(words, line) + "\n";
    }
    const auto bad = std::count_if(lines.begin(), lines.end(), [](const DoctorLine& line) {
        return line.health != Health::ok;
    });
    if (bad == 0) return all + strings::text(words, "admin.doctor.good") + "\n";
    return all + strings::text(words, "admin.doctor.count", {{"count", std::to_string(bad)}}) +
           "\n";
}

nlohmann::ordered_json DoctorReport::json() const {
    auto list = nlohmann::ordered_json::array();
    for (const auto& line : lines) {
        nlohmann::ordered_json entry{{"health", name(line.health)}, {"check", line.check}};
        for (const auto& [word, value] : line.words)
            entry["words"][word] = value;
        entry["sentence"] = sentence(language, line);
        list.push_back(std::move(entry));
    }
    return {{"good", exit_code() == 0}, {"lines", std::move(list)}};
}

int DoctorReport::exit_code() const {
    const auto any = [&](Health health) {
        return std::any_of(lines.begin(), lines.end(),
                           [&](const DoctorLine& line) { return line.health == health; });
    };
    return any(Health::wrong) ? 3 : any(Health::look) ? 1 : 0;
}

DoctorReport examine(const Context& context) {
    // A configuration that cannot be read is a finding, and the state is then the default one.
    auto paths = context.state();
    std::optional<Error> config_error;
    if (!paths) config_error = paths.error();
    const auto state = paths ? *paths : base::state_paths();
    return {judge_facts(gather_facts(state, context.trust_folder(), std::move(config_error),
                                     context.now())),
            context.language()};
}

void register_doctor(CLI::App& app, Context& context) {
    auto& command =
        add_command(app, context, "doctor", "admin.help.doctor", "pufa-admin doctor --json");
    command.callback([&context] { context.finish(Result<DoctorReport>{examine(context)}); });
}

} // namespace pufa::admin
