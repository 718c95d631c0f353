#include "content/tally/jsonl.h"

#include "content/tally/export.h"
#include "tests/support/faults.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

const base::Date k_next{2026, 11, 24};
const Provenance k_of{{"0123456789abcdef", "示例中心", {"fedcba9876543210"}, at(20, 15)}, "1.2.3"};

/// Two days of answers and visits, as a file.
class Exporting {
  public:
    Exporting() {
        {
            const auto recorder = open(m_folder.path() / "tally");
            for (int i = 0; i < 40; ++i)
                recorder->record(answer(at(9 + i % 3, i), i % 4));
            Event visit;
            visit.when = base::start_of(k_next);
            visit.clock = Clock::suspect;
            recorder->record(visit);
        }
        m_text = exported();
    }

    [[nodiscard]] std::string exported() const {
        auto summary = Summary::refresh(m_folder.path() / "tally", at(20));
        REQUIRE(summary);
        std::string text;
        REQUIRE(
            export_jsonl(*summary, {}, model::Language::zh_hans, k_of, [&](std::string_view piece) {
                text += piece;
                return Result<void>{};
            }));
        return text;
    }
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::filesystem::path tally() const { return m_folder.path() / "tally"; }
    [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "stats.jsonl"; }

    /// The text as a city reads it.
    struct Seen {
        ExportHeader header;
        std::vector<std::pair<DayRecord, std::vector<RollUpRow>>> days;
    };
    [[nodiscard]] Result<Seen> read(const std::string& text) const {
        REQUIRE(base::write_file_atomic(file(), text));
        Seen seen;
        const auto done = read_export(
            file(), {[&](const ExportHeader& header) {
                         seen.header = header;
                         return Result<void>{};
                     },
                     [&](const DayRecord& day, std::span<const RollUpRow> rows) {
                         seen.days.emplace_back(day, std::vector(rows.begin(), rows.end()));
                         return Result<void>{};
                     }});
        if (!done) return done.error();
        return seen;
    }
    /// Why it is refused; "" if it is not.
    [[nodiscard]] std::string refusal(const std::string& text) const {
        const auto seen = read(text);
        if (seen) return {};
        CHECK(seen.error().code == Code::BAD_EXPORT);
        CHECK(seen.error().where == file().string());
        return seen.error().detail;
    }

  private:
    base::TemporaryFolder m_folder;
    std::string m_text;
};

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("what is written is read back, day by day") {
    const Exporting exporting;
    const auto seen = exporting.read(exporting.text());
    REQUIRE(seen);
    CHECK(seen->header.kiosk == k_of.kiosk);
    CHECK(seen->header.program == "1.2.3");
    REQUIRE(seen->days.size() == 2);
    CHECK(seen->days[0].first.day == k_day);
    CHECK(seen->days[0].first.count == 40);
    CHECK(seen->days[0].second == roll_up(exporting.tally()));
    CHECK(seen->days[1].first.day == k_next);
    CHECK(seen->days[1].second == roll_up(exporting.tally(), k_next));
    CHECK(exporting.exported() == exporting.text());
}

TEST_CASE("the header says whose it is, what is missing and what each counter means") {
    const Exporting exporting;
    const auto header =
        nlohmann::json::parse(exporting.text().substr(0, exporting.text().find('\n')));
    CHECK(header["format"] == "pufa-stats-1");
    CHECK(header["kiosk"]["name"] == "示例中心");
    CHECK(header["made"] == "2026-11-23T12:15:00Z");
    CHECK(header["rows"] == std::count(exporting.text().begin(), exporting.text().end(), '\n') - 1);
    CHECK(header["days"][0]["day"] == "2026-11-23");
    CHECK(header["gaps"].empty());
    CHECK(header["definitions"].size() == k_counters.size());
    CHECK(header["definitions"][0]["name"] == "触达");
}

TEST_CASE("nothing but counts leaves: no session, run, ticket or time of an event") {
    const Exporting exporting;
    for (const auto& event : events(exporting.tally())) {
        CHECK(exporting.text().find(std::to_string(event.session)) == std::string::npos);
        CHECK(exporting.text().find(std::to_string(event.run)) == std::string::npos);
        CHECK(exporting.text().find(std::to_string(event.at_ms)) == std::string::npos);
    }
    for (const auto* word : {"session", "ticket", "\"run\"", "at_ms"})
        CHECK(exporting.text().find(word) == std::string::npos);
}

TEST_CASE("an export that was cut, lengthened or changed is refused with its line") {
    const Exporting exporting;
    const auto& text = exporting.text();
    const auto first = text.find('\n') + 1;
    const auto second = text.find('\n', first) + 1;
    CHECK(exporting.refusal("").starts_with("line 1: not the header"));
    CHECK(exporting.refusal("[1]\n").starts_with("line 1: not the header"));
    CHECK(exporting.refusal(text.substr(0, first)).ends_with("the file ends too early"));
    CHECK(exporting.refusal(text.substr(0, text.size() - 1)).ends_with("the file ends within it"));
    CHECK(exporting.refusal(text + "{}\n").ends_with("more than the header says"));
    // Any byte of any row: the hash of the day, or the form of the line.
    int refused = 0;
    for (size_t at = first; at + 1 < text.size(); at += 7) {
        auto other = text;
        other[at] = static_cast<char>(other[at] ^ 1);
        CAPTURE(at);
        CHECK_FALSE(exporting.refusal(other).empty());
        ++refused;
    }
    CHECK(refused > 300);
    const auto row = text.substr(first, second - first);
    CHECK(exporting.refusal(text.substr(0, second) + row + text.substr(second))
              .starts_with("line 3: not in the order of rows"));
}

TEST_CASE("numbers, names and days that no kiosk writes are refused") {
    const Exporting exporting;
    const auto& text = exporting.text();
    const auto changed = [&](const std::string& from, const std::string& to) {
        return exporting.refusal(with(text, from, to));
    };
    CHECK(changed("pufa-stats-1", "pufa-stats-2") == "line 1: format");
    CHECK(changed("0123456789abcdef", "../../../etc/pass") == "line 1: kiosk.id");
    CHECK(changed("fedcba9876543210", "") == "line 1: kiosk.was");
    CHECK(changed("示例中心", "a\\nb") == "line 1: kiosk.name");
    CHECK(changed("2026-11-23T12:15:00Z", "yesterday") == "line 1: made");
    CHECK(changed("\"day\":\"2026-11-24\"", "\"day\":\"2026-11-23\"") == "line 1: days.day");
    CHECK(changed("\"day\":\"2026-11-24\"", "\"day\":\"2026-02-30\"") == "line 1: days.day");
    CHECK(changed("\"sealed\":false", "\"sealed\":0") == "line 1: days.sealed");
    CHECK(changed("\"hour\":9", "\"hour\":24") == "line 2: hour");
    CHECK(changed("\"hour\":9", "\"hour\":9.5") == "line 2: hour");
    CHECK(changed("\"option\":0", "\"option\":99999999999") == "line 2: option");
    CHECK(changed("\"item\":\"gd", "\"item\":7,\"x\":\"gd") == "line 2: item");
    CHECK(changed("{\"day\":\"2026-11-23\",\"hour\"", "[{\"day\":\"2026-11-23\",\"hour\"") ==
          "line 2: not an object");
    const std::string deep(100'000, '[');
    CHECK(exporting.refusal(deep + "\n").starts_with("line 1: "));
    CHECK(exporting.refusal("{\"format\":" + deep + "\n").starts_with("line 1: "));
    CHECK(exporting.refusal(std::string(size_t{17} << 20, 'x')) == "line 1: too long");
    CHECK(changed("示例中心", "\xff\xfe").starts_with("line 1: "));
}

TEST_CASE("a day comes with its own gaps, those of days without a file with the header only") {
    const Exporting exporting;
    const auto gap = [](const char* day) {
        return nlohmann::json{
            {"day", day}, {"why", "damaged"}, {"from_minute", 540}, {"until_minute", 550}};
    };
    const auto gaps = nlohmann::json::array(
        {gap("2026-11-20"), gap("2026-11-24"), gap("2026-11-24"), gap("2026-11-25")});
    const auto seen =
        exporting.read(with(exporting.text(), "\"gaps\":[]", "\"gaps\":" + gaps.dump()));
    REQUIRE(seen);
    CHECK(seen->header.gaps.size() == 4);
    CHECK(seen->days[0].first.gaps.empty());
    const Gap damaged{k_next, "damaged", 540, 550};
    CHECK(seen->days[1].first.gaps == std::vector{damaged, damaged});
}

TEST_CASE("a line that would take hundreds of times its size in memory is refused before that") {
    const Exporting exporting;
    const std::string_view too_much = "line 1: too deep or too many values";
    const auto size = size_t{12} << 20;
    CHECK(exporting.refusal(std::string(size, '[') + "\n") == too_much);
    std::string many = "{\"days\":[";
    while (many.size() < size)
        many += "[],";
    CHECK(exporting.refusal(many + "[]]}\n") == too_much);
    // In a text they are only letters.
    const auto lengthened = with(exporting.text(), "\"format\"",
                                 "\"later\":\"\\\"" + std::string(size_t{1} << 20, '[') +
                                     std::string(size_t{3} << 20, ',') + "\",\"format\"");
    CHECK(exporting.read(lengthened));
}

TEST_CASE("a folder, a pipe and nothing are refused at once") {
    const Exporting exporting;
    const base::TemporaryFolder folder;
    const ExportReader nobody{
        [](const ExportHeader&) { return Result<void>{}; },
        [](const DayRecord&, std::span<const RollUpRow>) { return Result<void>{}; }};
    CHECK_FALSE(read_export(folder.path(), nobody));
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const auto refused = read_export(pipe, nobody);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::BAD_EXPORT);
    CHECK(read_export(folder.path() / "none", nobody).error().code == Code::NOT_FOUND);
}
