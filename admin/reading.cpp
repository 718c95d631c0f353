#include "admin/reading.h"

#include "content/author/glyphs.h"
#include "content/author/law_status.h"
#include "content/pack/pack.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>

namespace pufa::admin {

namespace {

Result<std::vector<model::LawStatus>> read_changes(const std::filesystem::path& file,
                                                   const Context& context) {
    std::vector<model::LawStatus> changes;
    if (file.extension() != ".pufa") {
        PUFA_TRY(auto status, author::read_law_status_file(file));
        changes.push_back(std::move(status));
        return changes;
    }
    PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
    PUFA_TRY(const auto opened, pack::open_pack(file, trust, context.now()));
    for (const auto& item : opened.manifest.items) {
        if (const auto* status = std::get_if<model::LawStatus>(&item)) changes.push_back(*status);
    }
    return changes;
}

} // namespace

void add_reading_options(CLI::App& command, const Context& context, ReadingOptions& options) {
    command.add_flag("--quick", options.quick, context.words("admin.help.pack.quick"));
    command
        .add_option("--law-status", options.law_status, context.words("admin.help.pack.law-status"))
        ->type_name("FILE");
}

Result<author::ReadOptions> read_options(const ReadingOptions& options, const Context& context) {
    static const auto glyphs = author::Glyphs::installed();
    author::ReadOptions how;
    how.looks = author::decoder_looks();
    if (options.quick) how.looks.study = {};
    how.glyphs = &glyphs;
    how.now = context.now();
    if (!options.law_status.empty()) {
        PUFA_TRY(how.changed, read_changes(options.law_status, context));
    }
    if (const auto show = context.steps()) {
        how.progress = [show, language = context.language()](const author::FilmProgress& now) {
            show(strings::text(language, "author.progress.film",
                               {{"number", std::to_string(now.number)},
                                {"count", std::to_string(now.count)},
                                {"film", now.film}}),
                 now.percent);
        };
    }
    return how;
}

} // namespace pufa::admin
