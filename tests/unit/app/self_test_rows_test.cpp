#include "kiosk/app/self_test_rows.h"

#include "content/base/file.h"
#include "content/tally/export.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;
using namespace pufa::app::judge;
using tally::Counter;

namespace {

constexpr int64_t k_session = 42;

Row row(Counter counter, std::string item, int64_t option = -1) {
    Row made;
    made.counter = static_cast<int64_t>(counter);
    made.item_version = item.empty() ? 0 : 3;
    made.item = std::move(item);
    made.option = option;
    made.session = k_session;
    made.at_ms = 5000;
    made.language = "zh-Hans";
    made.sound = "none";
    made.origin = "visitor";
    return made;
}

const Visit k_visit{WallTime(std::chrono::seconds(4)), WallTime(std::chrono::seconds(6)),
                    "zh-Hans"};

struct Case {
    std::vector<ExpectedRow> expected{{Counter::visit, "", {-1}, 0},
                                      {Counter::reached, "p/k/q", {-1}, 3},
                                      {Counter::answered, "p/k/q", {0, 2, 3}, 3}};
    std::vector<Row> found{row(Counter::visit, ""), row(Counter::reached, "p/k/q"),
                           row(Counter::answered, "p/k/q", 2)};
    [[nodiscard]] Check judged() const { return rows(expected, found, k_visit); }
};

} // namespace

TEST_CASE("exactly the rows of the visit hold, in any order") {
    Case visit;
    CHECK(visit.judged().held);
    std::swap(visit.found[0], visit.found[2]);
    CHECK(visit.judged().held);
}

TEST_CASE("a missing row is named") {
    Case visit;
    visit.found.erase(visit.found.begin() + 1);
    CHECK_FALSE(visit.judged().held);
    CHECK(visit.judged().figures == "missing: 1 p/k/q@3 -1");
}

TEST_CASE("an extra row and a row twice are named") {
    Case visit;
    visit.found.push_back(row(Counter::finished_quiz, "p/k/z"));
    CHECK_FALSE(visit.judged().held);
    CHECK(visit.judged().figures == "extra: 6 p/k/z@3 -1");
    visit.found.back() = visit.found[1];
    CHECK_FALSE(visit.judged().held);
}

TEST_CASE("another option, version or item is not the expected row") {
    for (int what = 0; what < 3; ++what) {
        Case visit;
        if (what == 0) visit.found[2].option = 1;
        if (what == 1) visit.found[2].item_version = 4;
        if (what == 2) visit.found[2].item = "p/k/r";
        CAPTURE(what);
        CHECK_FALSE(visit.judged().held);
    }
}

TEST_CASE("rows of another session, origin, language or time do not hold") {
    for (int what = 0; what < 5; ++what) {
        Case visit;
        auto& odd = visit.found[1];
        if (what == 0) odd.session = 43;
        if (what == 1) odd.origin = "unattended";
        if (what == 2) odd.language = "en";
        if (what == 3) odd.at_ms = 6001;
        if (what == 4) odd.at_ms = 3999;
        CAPTURE(what);
        CHECK_FALSE(visit.judged().held);
    }
}

TEST_CASE("rows of earlier runs are not of this visit") {
    auto earlier = row(Counter::visit, "");
    earlier.run = 1;
    auto later = row(Counter::reached, "p/k/q");
    later.run = 2;
    const auto fresh = new_rows({earlier}, {earlier, later});
    REQUIRE(fresh.size() == 1);
    CHECK(fresh[0].run == 2);
    CHECK(new_rows({}, {earlier, later}).size() == 2);
}

TEST_CASE("expecting nothing proves nothing") {
    CHECK_FALSE(rows({}, {}, k_visit).held);
}

TEST_CASE("what a recorder wrote is read back and exported rows add up") {
    const base::TemporaryFolder folder;
    const auto now = *base::parse_iso("2026-11-23T10:00:00");
    {
        auto recorder = tally::Recorder::open(folder.path(), now);
        REQUIRE(recorder.ok());
        tally::Event event;
        event.when = now;
        event.session = 7;
        (*recorder)->record(event);
        event.counter = Counter::answered;
        event.item = "p/k/q";
        event.item_version = 3;
        event.option = 2;
        (*recorder)->record(event);
        event.when = now + std::chrono::hours(24);
        (*recorder)->record(event);
        REQUIRE((*recorder)->flush().ok());
    }
    const auto found = read_rows(folder.path());
    REQUIRE(found.ok());
    REQUIRE(found->size() == 3);
    CHECK((*found)[0].counter == static_cast<int64_t>(Counter::visit));
    CHECK((*found)[0].session == 7);
    CHECK((*found)[1].item == "p/k/q");
    CHECK((*found)[1].option == 2);
    CHECK((*found)[2].at_ms == (now + std::chrono::hours(24)).time_since_epoch().count());

    auto summary = tally::Summary::refresh(folder.path(), now);
    REQUIRE(summary.ok());
    std::string text;
    REQUIRE(tally::export_csv(
                *summary, {}, model::Language::zh_hans,
                [](const std::string&) { return std::string("=“a”, \"b\""); },
                [&text](std::string_view piece) {
                    text += piece;
                    return Result<void>{};
                })
                .ok());
    CHECK(read_rows(folder.path())->size() == 3); // the summary beside them is no day
    CHECK(csv(text, *found).held);

    CHECK_FALSE(csv(text.substr(3), *found).held);                  // no byte order mark
    CHECK_FALSE(csv(text.substr(0, text.size() - 2), *found).held); // the last line has no end
    auto fewer = *found;
    fewer.pop_back();
    CHECK_FALSE(csv(text, fewer).held);
    auto others = *found;
    others[1].item = "p/k/r";
    CHECK_FALSE(csv(text, others).held);
}

TEST_CASE("a folder without a day has no rows, a missing one is an error") {
    const base::TemporaryFolder folder;
    const auto none = read_rows(folder.path());
    REQUIRE(none.ok());
    CHECK(none->empty());
    CHECK_FALSE(read_rows(folder.path() / "gone").ok());
}
