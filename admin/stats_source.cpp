#include "admin/stats_source.h"

#include "content/base/clock.h"
#include "content/base/utf8.h"
#include "content/settings/settings.h"
#include "content/tally/kiosk_id.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace pufa::admin {

namespace {

constexpr size_t k_longest_name = 120; // bytes; some 40 Chinese characters

/// One line that fits a heading; what kiosk.toml says may be anything.
std::string one_line(std::string name) {
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    if (name.size() <= k_longest_name) return name;
    size_t end = k_longest_name;
    // Not within a character: those that follow its first byte are 10xxxxxx.
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0u) == 0x80u)
        --end;
    return name.substr(0, end);
}

std::string wrong_day(const std::string& day) {
    return base::parse_date(day) ? std::string{} : "no such day: " + day;
}

} // namespace

Result<void> may_write(const std::filesystem::path& file, Existing existing) {
    std::error_code error;
    const auto there = std::filesystem::symlink_status(file, error);
    if (there.type() == std::filesystem::file_type::not_found) return {};
    if (there.type() == std::filesystem::file_type::directory)
        return Error{Code::ALREADY_EXISTS, file.string(), "a folder"};
    if (there.type() == std::filesystem::file_type::none)
        return base::from_errno(error.value(), file.string());
    if (existing == Existing::refuse)
        return Error{Code::ALREADY_EXISTS, file.string(), "without --force"};
    return {};
}

Result<tally::KioskRecord> this_kiosk(const base::StatePaths& paths, const std::string& name) {
    PUFA_TRY(auto id, tally::kiosk_id(paths.root, tally::read_hardware()));
    return tally::KioskRecord{std::move(id.id), one_line(name), std::move(id.was), {}};
}

std::string kiosk_name(const Context& context) {
    settings::Settings otherwise;
    if (auto config = context.kiosk_config()) otherwise.place = std::move(config->place);
    // What staff chose at the desk goes before the configuration.
    const auto paths = context.state();
    return paths ? settings::load(settings::file_in(paths->root), otherwise).place
                 : otherwise.place;
}

tally::Span SpanOptions::span() const {
    return {base::parse_date(from), base::parse_date(to)};
}

void add_span_options(CLI::App& command, const Context& context, SpanOptions& options) {
    command.add_option("--from", options.from, context.words("admin.help.stats.from"))
        ->type_name("DAY")
        ->check(wrong_day);
    command.add_option("--to", options.to, context.words("admin.help.stats.to"))
        ->type_name("DAY")
        ->check(wrong_day);
}

} // namespace pufa::admin
