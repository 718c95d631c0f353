#include "content/checkup/hands.h"

#include "content/base/file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace pufa::checkup {

namespace {

using Json = nlohmann::ordered_json;

constexpr uint64_t k_largest_file = 64 * 1024;
constexpr int k_most_cells = 64; ///< in a row or a column

constexpr std::array<std::string_view, 3> k_answers{"passed", "failed", "unanswered"};

std::string_view word(Answer answer) {
    return k_answers[static_cast<size_t>(answer)];
}

std::optional<Answer> parse_answer(std::string_view text) {
    const auto at = std::find(k_answers.begin(), k_answers.end(), text);
    if (at == k_answers.end()) return std::nullopt;
    return static_cast<Answer>(at - k_answers.begin());
}

std::string text_of(const Json& json, const char* key) {
    const auto at = json.find(key);
    return at != json.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

std::optional<Found> found_of(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    const auto when = base::parse_iso(text_of(json, "when"));
    const auto answer = parse_answer(text_of(json, "answer"));
    if (!when || !answer) return std::nullopt;
    return Found{*when, *answer};
}

/// Rows of "1" and "0", all of one length.
std::optional<Grid> grid_of(const Json& json) {
    if (!json.is_array() || json.empty() || json.size() > k_most_cells) return std::nullopt;
    Grid grid;
    grid.rows = static_cast<int>(json.size());
    for (const auto& row : json) {
        if (!row.is_string()) return std::nullopt;
        const auto cells = row.get<std::string>();
        if (cells.empty() || cells.size() > k_most_cells) return std::nullopt;
        if (grid.columns == 0) grid.columns = static_cast<int>(cells.size());
        if (static_cast<int>(cells.size()) != grid.columns) return std::nullopt;
        for (const char cell : cells) {
            if (cell != '0' && cell != '1') return std::nullopt;
            grid.touched.push_back(cell == '1');
        }
    }
    return grid;
}

Json json_of(const Grid& grid) {
    auto rows = Json::array();
    for (int row = 0; row < grid.rows; ++row) {
        std::string cells;
        for (int column = 0; column < grid.columns; ++column)
            cells += grid.touched[static_cast<size_t>(row * grid.columns + column)] ? '1' : '0';
        rows.push_back(std::move(cells));
    }
    return rows;
}

/// "2026-11-29 15:20", the time in China.
std::string moment(WallTime when) {
    const auto local = base::to_local(when);
    char clock[16] = {};
    std::snprintf(clock, sizeof clock, " %02d:%02d", local.hour, local.minute);
    return base::to_string(local.date) + clock;
}

std::string joined(const std::vector<int>& numbers) {
    std::string all;
    for (const int number : numbers)
        all += (all.empty() ? "" : ", ") + std::to_string(number);
    return all;
}

/// Which of the failed touch's sentences: whole rows and columns say where the fault is.
void tell_grid(const std::optional<Grid>& grid, Line& line) {
    if (!grid) return;
    const auto rows = grid->dead_rows(), columns = grid->dead_columns();
    line.words.emplace_back("rows", joined(rows));
    line.words.emplace_back("columns", joined(columns));
    line.words.emplace_back("count", std::to_string(grid->missing()));
    line.check += !rows.empty() && !columns.empty() ? "-both"
                  : !rows.empty()                   ? "-rows"
                  : !columns.empty()                ? "-columns"
                                                    : "-cells";
}

} // namespace

std::string_view name(Part part) {
    constexpr std::array<std::string_view, 3> k_names{"sound", "picture", "touch"};
    return k_names[static_cast<size_t>(part)];
}

std::optional<Part> parse_part(std::string_view text) {
    for (const auto part : k_parts)
        if (name(part) == text) return part;
    return std::nullopt;
}

Grid Grid::of(int columns, int rows) {
    return {columns, rows, std::vector<bool>(static_cast<size_t>(columns * rows))};
}

std::vector<int> Grid::dead_rows() const {
    std::vector<int> dead;
    for (int row = 0; row < rows; ++row) {
        const auto from = touched.begin() + row * columns;
        if (std::none_of(from, from + columns, [](bool one) { return one; }))
            dead.push_back(row + 1);
    }
    return dead;
}

std::vector<int> Grid::dead_columns() const {
    std::vector<int> dead;
    for (int column = 0; column < columns; ++column) {
        bool any = false;
        for (int row = 0; row < rows; ++row)
            any = any || touched[static_cast<size_t>(row * columns + column)];
        if (!any) dead.push_back(column + 1);
    }
    return dead;
}

int Grid::missing() const {
    return static_cast<int>(std::count(touched.begin(), touched.end(), false));
}

std::filesystem::path hands_file(const std::filesystem::path& state) {
    return state / "check.json";
}

Result<Hands> load_hands(const std::filesystem::path& file) {
    const auto text = base::read_file(file, k_largest_file);
    if (!text) {
        if (text.error().code == Code::NOT_FOUND) return Hands{};
        return text.error();
    }
    const auto json = Json::parse(*text, nullptr, false);
    if (!json.is_object()) return Error{Code::BAD_SOURCE, file.string(), "no results of a check"};
    Hands hands;
    for (const auto part : k_parts)
        if (const auto at = json.find(std::string{name(part)}); at != json.end())
            hands.of(part) = found_of(*at);
    const auto sound = json.value("sound", Json{});
    hands.no_device = sound.is_object() && sound.value("no_device", Json{}) == true;
    const auto touch = json.value("touch", Json{});
    if (touch.is_object()) hands.grid = grid_of(touch.value("grid", Json{}));
    return hands;
}

std::string to_json(const Hands& hands) {
    Json json{{"format", 1}};
    for (const auto part : k_parts) {
        const auto& found = hands.of(part);
        if (!found) continue;
        Json one{{"when", base::to_iso(found->when)}, {"answer", word(found->answer)}};
        if (part == Part::sound && hands.no_device) one["no_device"] = true;
        if (part == Part::touch && hands.grid) one["grid"] = json_of(*hands.grid);
        json[std::string{name(part)}] = std::move(one);
    }
    return json.dump(2) + "\n";
}

std::optional<Line> line_of(const Hands& hands, Part part) {
    const auto& found = hands.of(part);
    if (!found) return std::nullopt;
    Line line;
    line.check = std::string{k_line_prefix} + std::string{name(part)} + "-" +
                 std::string{word(found->answer)};
    line.words.emplace_back("when", moment(found->when));
    switch (found->answer) {
    case Answer::passed:
        line.health = Line::Health::ok;
        break;
    case Answer::unanswered:
        line.health = Line::Health::look;
        break;
    case Answer::failed:
        line.health = Line::Health::wrong;
        if (part == Part::sound && hands.no_device) line.check += "-device";
        if (part == Part::touch) tell_grid(hands.grid, line);
        break;
    }
    return line;
}

std::vector<Line> lines_of(const Hands& hands) {
    std::vector<Line> lines;
    for (const auto part : k_parts)
        if (auto line = line_of(hands, part)) lines.push_back(*std::move(line));
    if (lines.empty()) lines.push_back({Line::Health::ok, "hands-never"});
    return lines;
}

} // namespace pufa::checkup
