#include "admin/commands/stick_show.h"

#include "admin/command_table.h"
#include "admin/wording.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

using Json = nlohmann::ordered_json;

Json paths_json(const std::vector<std::filesystem::path>& paths) {
    auto list = Json::array();
    for (const auto& path : paths)
        list.push_back(path.string());
    return list;
}

std::string lines_of(const std::vector<std::filesystem::path>& paths, model::Language language,
                     std::string_view key) {
    std::string lines;
    for (const auto& path : paths)
        lines += strings::text(language, key, {{"file", path.string()}}) + "\n";
    return lines;
}

} // namespace

Result<StickShowReport> show_stick(const std::filesystem::path& folder, model::Language language) {
    StickShowReport report;
    report.folder = folder;
    report.language = language;
    PUFA_TRY(report.room, stick::room_on(folder));
    PUFA_TRY(report.survey, stick::survey(folder));
    for (const auto& source : report.survey.sources)
        report.sources.push_back({source, author::source_name(source)});
    return report;
}

std::string StickShowReport::text(model::Language words) const {
    auto lines =
        strings::text(words, room.writable ? "admin.stick.show.room" : "admin.stick.show.protected",
                      {{"folder", folder.string()}, {"free", size_words(room.free_bytes)}}) +
        "\n";
    lines += lines_of(survey.packs, words, "admin.stick.show.pack");
    for (const auto& source : sources)
        lines += strings::text(words, "admin.stick.show.source",
                               {{"title", source.name.title.in(words)},
                                {"id", source.name.id},
                                {"folder", source.folder.string()}}) +
                 "\n";
    lines += lines_of(survey.keys, words, "admin.stick.show.key");
    lines += lines_of(survey.statements, words, "admin.stick.show.statement");
    if (survey.packs.empty() && sources.empty())
        lines += strings::text(words, "admin.stick.show.nothing") + "\n";
    if (survey.left_out > 0)
        lines += strings::text(words, "admin.stick.show.left-out",
                               {{"count", std::to_string(survey.left_out)}}) +
                 "\n";
    return lines;
}

Json StickShowReport::json() const {
    auto list = Json::array();
    for (const auto& source : sources)
        list.push_back({{"folder", source.folder.string()},
                        {"id", source.name.id},
                        {"title", source.name.title.in(language)}});
    return {{"folder", folder.string()},
            {"writable", room.writable},
            {"free", room.free_bytes},
            {"packs", paths_json(survey.packs)},
            {"sources", std::move(list)},
            {"keys", paths_json(survey.keys)},
            {"statements", paths_json(survey.statements)},
            {"left_out", survey.left_out}};
}

void register_stick_show(CLI::App& stick, Context& context) {
    auto folder = std::make_shared<std::filesystem::path>();
    auto& command = add_command(stick, context, "show", "admin.help.stick.show",
                                "pufa-admin stick show /media/stick");
    command.add_option("DIR", *folder, context.words("admin.help.stick.folder"))
        ->type_name("")
        ->required();
    command.callback(
        [folder, &context] { context.finish(show_stick(*folder, context.language())); });
}

} // namespace pufa::admin
