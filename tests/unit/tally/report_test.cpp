#include "content/tally/report.h"

#include "content/tally/counter.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::tally;

namespace {

/// Four items, of which nothing is known of the last.
ReportSource four_items() {
    ReportSource source;
    const auto add = [&](const char* id, int64_t engaged) {
        ItemActs acts;
        acts.engaged = engaged;
        source.figures.items[id] = acts;
    };
    add("p/k/both", 5);
    add("p/k/women", 3);
    add("p/k/all", 20);
    add("p/k/gone", 1);
    source.facts["p/k/both"] = {"甲", "局", {"遗嘱"}, {}, {"elderly", "women"}};
    source.facts["p/k/women"] = {"乙", "局", {}, {}, {"women", "gardeners"}};
    source.facts["p/k/all"] = {"丙", "局", {"遗嘱"}, {}, {}};
    return source;
}

/// Column 0 and "engaged" of a sheet.
std::vector<std::pair<std::string, int64_t>> engaged_in(const std::vector<Table>& tables,
                                                        const std::string& name) {
    const auto found = std::find_if(tables.begin(), tables.end(),
                                    [&](const auto& table) { return table.name == name; });
    REQUIRE(found != tables.end());
    std::vector<std::pair<std::string, int64_t>> rows;
    for (const auto& row : found->rows)
        rows.emplace_back(std::get<std::string>(row.at(0)), std::get<int64_t>(row.at(3)));
    return rows;
}

using Rows = std::vector<std::pair<std::string, int64_t>>;

} // namespace

TEST_CASE("an item counts for each of its audiences; for none it is for everybody") {
    const auto source = four_items();
    CHECK(engaged_in(report_tables(source, model::Language::zh_hans), "按普法对象") ==
          Rows{{"不限", 20},
               {"妇女", 8},
               {"老年人", 5},
               {"gardeners", 3},
               {"不明（内容包已不在）", 1}});
    CHECK(engaged_in(report_tables(source, model::Language::en), "By audience").front() ==
          std::pair<std::string, int64_t>{"Everybody", 20});
}

TEST_CASE("topics have a sheet of their own, and both say that their rows are not additive") {
    const auto tables = report_tables(four_items(), model::Language::zh_hant);
    CHECK(engaged_in(tables, "按主題") == Rows{{"遗嘱", 25}});
    int noted = 0;
    for (const auto& table : tables)
        noted += table.note.starts_with("各行不能相加");
    CHECK(noted == 3); // campaigns as well
}

TEST_CASE("the definitions say that an audience is the item's and no visitor's") {
    for (const auto language : model::k_languages) {
        const auto tables = report_tables(four_items(), language);
        const auto definitions = *(tables.end() - 2);
        REQUIRE(definitions.rows.size() == k_counters.size() + 1);
        const auto words = std::get<std::string>(definitions.rows.back().at(1));
        CHECK(words.size() > 60);
        CHECK(definitions.rows.back().at(0) ==
              Cell{std::string{language == model::Language::en        ? "Audience"
                               : language == model::Language::zh_hans ? "普法对象"
                                                                      : "普法對象"}});
    }
}
