#include "content/checkup/hands.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::checkup;
using Health = Line::Health;

namespace {

const WallTime k_when = *base::parse_iso("2026-11-29T15:20:00");

Grid all_but(int columns, int rows, const std::vector<std::pair<int, int>>& missing) {
    auto grid = Grid::of(columns, rows);
    grid.touched.assign(grid.touched.size(), true);
    for (const auto& [column, row] : missing)
        grid.touched[static_cast<size_t>(row * columns + column)] = false;
    return grid;
}

Hands with(Part part, Answer answer) {
    Hands hands;
    hands.of(part) = Found{k_when, answer};
    return hands;
}

std::string word_of(const Line& line, const std::string& name) {
    for (const auto& [key, value] : line.words)
        if (key == name) return value;
    return "?";
}

} // namespace

TEST_CASE("what was found is read back as it was kept") {
    const base::TemporaryFolder folder;
    const auto file = hands_file(folder.path());
    CHECK(*load_hands(file) == Hands{});
    Hands hands = with(Part::sound, Answer::failed);
    hands.no_device = true;
    hands.of(Part::picture) = Found{k_when + std::chrono::minutes{1}, Answer::passed};
    hands.of(Part::touch) = Found{k_when + std::chrono::minutes{2}, Answer::failed};
    hands.grid = all_but(6, 4, {{0, 0}, {5, 3}});
    REQUIRE(base::write_file_atomic(file, to_json(hands)));
    CHECK(*load_hands(file) == hands);
}

TEST_CASE("a file of something else costs what it says and nothing more") {
    const base::TemporaryFolder folder;
    const auto file = hands_file(folder.path());
    REQUIRE(base::write_file_atomic(file, "no json"));
    CHECK(load_hands(file).error().code == Code::BAD_SOURCE);
    for (const auto* other : {R"({"sound": 7, "touch": [1]})", R"({"sound": {"answer": "passed"}})",
                              R"({"sound": {"when": "2026-11-29T07:20:00Z", "answer": "loud"}})",
                              R"({"touch": {"when": 1, "answer": "failed", "grid": ["10", "1"]}})",
                              R"({"touch": {"grid": ["1x"]}})", R"({"touch": {"grid": []}})"}) {
        CAPTURE(other);
        REQUIRE(base::write_file_atomic(file, other));
        CHECK(*load_hands(file) == Hands{});
    }
}

TEST_CASE("a grid tells whole rows and columns that never answered") {
    auto grid = Grid::of(3, 2);
    CHECK(grid.missing() == 6);
    CHECK(grid.dead_rows() == std::vector{1, 2});
    CHECK(grid.dead_columns() == std::vector{1, 2, 3});
    grid = all_but(3, 2, {{0, 1}, {1, 1}, {2, 1}});
    CHECK(grid.dead_rows() == std::vector{2});
    CHECK(grid.dead_columns().empty());
    grid = all_but(3, 2, {{2, 0}, {2, 1}, {0, 0}});
    CHECK(grid.dead_rows().empty());
    CHECK(grid.dead_columns() == std::vector{3});
    CHECK(grid.missing() == 3);
    CHECK(all_but(3, 2, {}).missing() == 0);
}

TEST_CASE("each result has its line: green, yellow where nobody answered, red with what to do") {
    CHECK(lines_of({}).front().check == "hands-never");
    CHECK(lines_of({}).front().health == Health::ok);
    for (const auto part : k_parts) {
        const auto prefix = "hands-" + std::string{name(part)};
        CHECK(line_of(with(part, Answer::passed), part)->check == prefix + "-passed");
        CHECK(line_of(with(part, Answer::passed), part)->health == Health::ok);
        CHECK(line_of(with(part, Answer::unanswered), part)->check == prefix + "-unanswered");
        CHECK(line_of(with(part, Answer::unanswered), part)->health == Health::look);
        const auto failed = line_of(with(part, Answer::failed), part);
        CHECK(failed->check == prefix + "-failed");
        CHECK(failed->health == Health::wrong);
        CHECK(word_of(*failed, "when") == "2026-11-29 15:20");
        CHECK(parse_part(name(part)) == part);
    }
    CHECK_FALSE(parse_part("smell"));
}

TEST_CASE("a machine without a sound device and a panel with dead places are told apart") {
    auto sound = with(Part::sound, Answer::failed);
    sound.no_device = true;
    CHECK(line_of(sound, Part::sound)->check == "hands-sound-failed-device");
    auto touch = with(Part::touch, Answer::failed);
    touch.grid = all_but(3, 2, {{0, 1}, {1, 1}, {2, 1}});
    CHECK(line_of(touch, Part::touch)->check == "hands-touch-failed-rows");
    CHECK(word_of(*line_of(touch, Part::touch), "rows") == "2");
    touch.grid = all_but(3, 2, {{1, 0}, {1, 1}, {2, 0}, {2, 1}});
    CHECK(line_of(touch, Part::touch)->check == "hands-touch-failed-columns");
    CHECK(word_of(*line_of(touch, Part::touch), "columns") == "2, 3");
    touch.grid = all_but(3, 2, {{0, 0}, {1, 0}, {2, 0}, {0, 1}});
    CHECK(line_of(touch, Part::touch)->check == "hands-touch-failed-both");
    touch.grid = all_but(3, 2, {{1, 1}});
    CHECK(line_of(touch, Part::touch)->check == "hands-touch-failed-cells");
    CHECK(word_of(*line_of(touch, Part::touch), "count") == "1");
}
