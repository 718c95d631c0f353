#include "content/tally/jsonl.h"

#include "content/strings/strings.h"
#include "content/tally/counter.h"
#include "content/tally/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace pufa::tally {

namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json definitions(model::Language language) {
    const Words words{language};
    auto all = Json::array();
    for (const auto& info : k_counters) {
        const int number = static_cast<int>(info.counter);
        all.push_back({{"number", number},
                       {"key", info.key},
                       {"name", words.counter_name(number)},
                       {"definition", words.counter_definition(number)}});
    }
    return all;
}

} // namespace

std::string header_line(const ExportHeader& header, model::Language language) {
    auto days = Json::array();
    int64_t rows = 0;
    for (const auto& day : header.days) {
        days.push_back({{"day", base::to_string(day.day)},
                        {"hash", day.hash},
                        {"sealed", day.sealed},
                        {"file_sha256", day.file_sha256},
                        {"rows", day.rows},
                        {"count", day.count}});
        rows += day.rows;
    }
    auto gaps = Json::array();
    for (const auto& gap : header.gaps)
        gaps.push_back({{"day", base::to_string(gap.day)},
                        {"why", gap.why},
                        {"from_minute", gap.from_minute},
                        {"until_minute", gap.until_minute}});
    return line_of(
        {{"format", k_jsonl_format},
         {"kiosk",
          {{"id", header.kiosk.id}, {"name", header.kiosk.name}, {"was", header.kiosk.was}}},
         {"made", base::to_iso(std::chrono::floor<std::chrono::minutes>(header.kiosk.made))},
         {"program", header.program},
         {"utc_offset_minutes", base::k_china_offset.count()},
         {"language", model::tag(language)},
         {"rows", rows},
         {"days", std::move(days)},
         {"gaps", std::move(gaps)},
         {"damaged", header.damaged},
         {"set_aside", header.set_aside},
         {"definitions", definitions(language)}});
}

std::string row_line(const base::Date& day, const RollUpRow& row) {
    return line_of({{"day", base::to_string(day)},
                    {"hour", row.hour},
                    {"counter", row.counter},
                    {"item", row.item},
                    {"version", row.item_version},
                    {"option", row.option},
                    {"language", row.language},
                    {"sound", row.sound},
                    {"origin", row.origin},
                    {"clock", row.clock},
                    {"count", row.count}});
}

} // namespace pufa::tally
