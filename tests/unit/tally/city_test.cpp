#include "content/tally/city.h"

#include "content/tally/export.h"
#include "content/tally/figures.h"
#include "content/tally/jsonl.h"
#include "tests/support/faults.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

const base::Date k_next{2026, 11, 24};
constexpr auto k_first_kiosk = "00000000000000a1";
constexpr auto k_second_kiosk = "00000000000000b2";

struct DayOf {
    base::Date day = k_day;
    int64_t count = 1;
    bool sealed = false;
};

/// An export as a kiosk writes it, of days with one row each.
std::filesystem::path exported(const base::TemporaryFolder& folder, const std::string& kiosk,
                               const std::vector<DayOf>& days, WallTime made = at(20),
                               std::vector<std::string> was = {}) {
    ExportHeader header;
    header.kiosk = {kiosk, "示例" + kiosk.substr(14), std::move(was), made};
    std::string rows;
    for (const auto& of : days) {
        const RollUpRow row{9,         2,      "a/b/film", 1,      -1,
                            "zh-Hans", "none", "visitor",  "sure", of.count};
        header.days.push_back({.day = of.day,
                               .hash = day_hash(std::vector{row}),
                               .sealed = of.sealed,
                               .rows = 1,
                               .count = of.count});
        rows += row_line(of.day, row);
    }
    static int number = 0;
    const auto file = folder.path() / (std::to_string(++number) + ".jsonl");
    REQUIRE(base::write_file_atomic(file, header_line(header, model::Language::zh_hans) + rows));
    return file;
}

class City {
  public:
    City() { reopen(); }
    void reopen() {
        m_ledger.reset();
        auto opened = Ledger::open(file());
        REQUIRE(opened);
        m_ledger.emplace(std::move(opened).value());
    }
    Merged merge(const std::filesystem::path& of) {
        const auto merged = merge_export(*m_ledger, of);
        REQUIRE(merged);
        return *merged;
    }
    [[nodiscard]] int64_t engaged() {
        const auto figures = gather(*m_ledger, {});
        REQUIRE(figures);
        return figures->total.engaged;
    }
    [[nodiscard]] Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] const base::TemporaryFolder& folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "city.db"; }

  private:
    base::TemporaryFolder m_folder;
    std::optional<Ledger> m_ledger;
};

} // namespace

TEST_CASE("exports of several kiosks add up, and merging them again changes nothing") {
    City city;
    const auto one = exported(city.folder(), k_first_kiosk, {{k_day, 3}, {k_next, 4}});
    const auto two = exported(city.folder(), k_second_kiosk, {{k_day, 10}});
    CHECK(city.merge(one).days_new == 2);
    CHECK(city.merge(two).days_new == 1);
    CHECK(city.engaged() == 17);
    city.reopen();
    const auto again = city.merge(one);
    CHECK(again.days_same == 2);
    CHECK(again.days_new + again.days_replaced + again.days_older == 0);
    CHECK(city.engaged() == 17);
}

TEST_CASE("a newer export of a day that went on replaces it, an older one does not") {
    City city;
    const auto morning = exported(city.folder(), k_first_kiosk, {{k_day, 3}}, at(10));
    const auto evening = exported(city.folder(), k_first_kiosk, {{k_day, 8}}, at(20));
    city.merge(morning);
    CHECK(city.merge(evening).days_replaced == 1);
    CHECK(city.engaged() == 8);
    CHECK(city.merge(morning).days_older == 1);
    CHECK(city.engaged() == 8);
}

TEST_CASE("a sealed day stands against every open one, whatever the clocks say") {
    City city;
    city.merge(exported(city.folder(), k_first_kiosk, {{k_day, 3}}, at(23)));
    const auto sealed = exported(city.folder(), k_first_kiosk, {{k_day, 5, true}}, at(1));
    CHECK(city.merge(sealed).days_replaced == 1);
    CHECK(city.engaged() == 5);
    CHECK(city.merge(exported(city.folder(), k_first_kiosk, {{k_day, 9}}, at(23, 30))).days_older ==
          1);
    CHECK(city.engaged() == 5);
    // Sealed with what was there already: it is sealed from now on.
    city.merge(exported(city.folder(), k_second_kiosk, {{k_day, 2}}));
    CHECK(city.merge(exported(city.folder(), k_second_kiosk, {{k_day, 2, true}})).days_replaced ==
          1);
    CHECK(city.ledger().days(k_second_kiosk)->front().sealed);
}

TEST_CASE("an export that turns out damaged at its end leaves the city as it was") {
    City city;
    city.merge(exported(city.folder(), k_first_kiosk, {{k_day, 3}}));
    const auto before = *base::read_file(city.file());
    const auto bad = exported(city.folder(), k_first_kiosk, {{k_day, 8}, {k_next, 4}}, at(22));
    auto text = *base::read_file(bad);
    text[text.rfind("\"count\":4") + 8] = '5';
    REQUIRE(base::write_file_atomic(bad, text));
    const auto refused = merge_export(city.ledger(), bad);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::BAD_EXPORT);
    CHECK(refused.error().where == bad.string());
    CHECK(city.engaged() == 3);
    CHECK(*base::read_file(city.file()) == before);
    CHECK(city.ledger().kiosks()->front().made == at(20));
}

TEST_CASE("a database of something else is refused and stays as it is") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "store.db";
    {
        auto other = db::Database::open(file, db::Open::create);
        REQUIRE(other);
        REQUIRE(other->execute("CREATE TABLE kiosk (x)"));
    }
    const auto before = *base::read_file(file);
    const auto refused = Ledger::open(file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::DAMAGED_DATABASE);
    CHECK(*base::read_file(file) == before);
}

TEST_CASE("kiosks without newer days are missing since the day after their last") {
    City city;
    city.merge(exported(city.folder(), k_first_kiosk, {{k_day, 1}}));
    city.merge(exported(city.folder(), k_second_kiosk, {{k_day, 1}, {{2026, 11, 26}, 1}}));
    auto lines = kiosk_lines(city.ledger());
    REQUIRE(lines);
    REQUIRE(lines->size() == 2);
    CHECK((*lines)[0].missing_since == k_next);
    CHECK((*lines)[1].first == k_day);
    CHECK_FALSE((*lines)[1].missing_since);

    // Its disk went on in another machine.
    city.merge(exported(city.folder(), "00000000000000c3", {{{2026, 11, 26}, 1}}, at(21),
                        {k_first_kiosk}));
    lines = kiosk_lines(city.ledger());
    CHECK_FALSE((*lines)[0].missing_since);
}
