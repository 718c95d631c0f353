#include "admin/commands/pack_show.h"

#include "admin/command_table.h"
#include "admin/machine_trust.h"
#include "admin/wording.h"
#include "content/strings/strings.h"
#include "content/tally/words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

/// The words for a kind of item and the item's own, as one line of the list.
struct ItemLine {
    model::Language language;

    std::string operator()(const model::Video& video) const {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(video.duration);
        return strings::text(language, "admin.show.video",
                             {{"title", video.title.in(language)},
                              {"seconds", std::to_string(seconds.count())},
                              {"agency", video.agency}});
    }
    std::string operator()(const model::Question& question) const {
        const auto title = question.stem.in(language);
        if (!question.citation)
            return strings::text(language, "admin.show.question-bare", {{"title", title}});
        return strings::text(language, "admin.show.question",
                             {{"title", title},
                              {"law", question.citation->law},
                              {"article", question.citation->article}});
    }
    std::string operator()(const model::Quiz& quiz) const {
        return strings::text(
            language, "admin.show.quiz",
            {{"title", quiz.title.in(language)}, {"count", std::to_string(quiz.questions.size())}});
    }
    std::string operator()(const model::Campaign& campaign) const {
        return strings::text(language, "admin.show.campaign",
                             {{"title", campaign.title.in(language)},
                              {"month", std::to_string(campaign.day.month)},
                              {"day", std::to_string(campaign.day.day)}});
    }
    std::string operator()(const model::Article& article) const {
        return strings::text(language, "admin.show.article",
                             {{"title", article.title.in(language)}, {"agency", article.agency}});
    }
    std::string operator()(const model::Place& place) const {
        return strings::text(language, "admin.show.place", {{"title", place.name.in(language)}});
    }
    std::string operator()(const model::Dispute& dispute) const {
        return strings::text(language, "admin.show.dispute",
                             {{"title", dispute.title.in(language)}});
    }
    std::string operator()(const model::HolidayCalendar& calendar) const {
        return strings::text(language, "admin.show.holidays",
                             {{"count", std::to_string(calendar.days.size())}});
    }
    std::string operator()(const model::BaseMap& map) const {
        return strings::text(language, "admin.show.base-map",
                             {{"title", map.title.in(language)}, {"approval", map.approval}});
    }
    std::string operator()(const model::Poll& poll) const {
        return strings::text(language, "admin.show.poll",
                             {{"title", poll.title.in(language)}, {"agency", poll.agency}});
    }
    std::string operator()(const model::Consultation& consultation) const {
        return strings::text(
            language, "admin.show.consultation",
            {{"title", consultation.title.in(language)}, {"agency", consultation.agency}});
    }
    std::string operator()(const model::LawStatus& status) const {
        return strings::text(language, "admin.show.law-status",
                             {{"title", status.title.in(language)},
                              {"count", std::to_string(status.changes.size())}});
    }
};

std::string validity(const pack::Manifest& manifest, model::Language language) {
    const auto day = [&](const std::optional<base::Date>& date) {
        return date ? base::to_string(*date) : strings::text(language, "admin.show.open-end");
    };
    return strings::text(language, "admin.show.valid",
                         {{"from", day(manifest.not_before)}, {"until", day(manifest.not_after)}});
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words)
        line += (line.empty() ? "" : ", ") + word;
    return line;
}

/// The item's line, with for whom it is if it says so.
std::string item_line(const model::Item& item, model::Language language) {
    auto line = std::visit(ItemLine{language}, item);
    const tally::Words words{language};
    std::vector<std::string> names;
    for (const auto& key : model::audience_of(item))
        names.push_back(words.audience(key));
    if (names.empty()) return line;
    return strings::text(language, "admin.show.audience",
                         {{"item", std::move(line)}, {"audience", joined(names)}});
}

} // namespace

Result<ShowReport> show_pack(const std::filesystem::path& file, const pack::Trust& trust,
                             WallTime now) {
    PUFA_TRY(auto opened, pack::open_pack(file, trust, now));
    return ShowReport{std::move(opened.manifest), opened.signer.name, opened.size};
}

std::string ShowReport::text(model::Language language) const {
    std::string lines = manifest.title.in(language) + "\n";
    const auto line = [&](std::string_view key, std::initializer_list<strings::Argument> words) {
        lines += "  " + strings::text(language, key, words) + "\n";
    };
    line("admin.show.version",
         {{"id", manifest.id.value}, {"sequence", std::to_string(manifest.sequence)}});
    line("admin.show.signed", {{"signer", signer}, {"created", base::to_iso(manifest.created)}});
    if (manifest.not_before || manifest.not_after)
        lines += "  " + validity(manifest, language) + "\n";
    line("admin.show.agencies", {{"agencies", joined(manifest.agencies)}});
    if (manifest.demo) line("admin.show.demo", {});
    line("admin.show.members",
         {{"count", std::to_string(manifest.members.size())}, {"size", size_words(size)}});
    for (const auto& member : manifest.members)
        lines += "    " + member.path + "  " + size_words(member.size) + "\n";
    line("admin.show.items", {{"count", std::to_string(manifest.items.size())}});
    for (const auto& item : manifest.items)
        lines += "    " + model::id_of(item).value + "  " + item_line(item, language) + "\n";
    return lines;
}

nlohmann::ordered_json ShowReport::json() const {
    // The manifest in its one spelling, and what is not in it.
    auto json = nlohmann::ordered_json::parse(pack::write_manifest(manifest));
    return {{"signer", signer}, {"size", size}, {"manifest", std::move(json)}};
}

void register_pack_show(CLI::App& pack, Context& context) {
    auto file = std::make_shared<std::filesystem::path>();
    auto& command = add_command(pack, context, "show", "admin.help.pack.show",
                                "pufa-admin pack show /media/stick/wills-3.pufa");
    command.add_option("FILE", *file, context.words("admin.help.pack.file"))
        ->type_name("")
        ->required();
    command.callback([file, &context] {
        const auto run = [&]() -> Result<ShowReport> {
            PUFA_TRY(const auto judge, judge_here(context));
            return show_pack(*file, judge.trust, judge.now);
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
