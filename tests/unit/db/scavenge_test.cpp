#include "content/db/scavenge.h"

#include "content/base/file.h"
#include "content/db/database.h"
#include "tests/support/faults.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <set>

using namespace pufa;
using namespace pufa::db;

namespace {

constexpr size_t k_page = 4096;
constexpr int k_words = 300;
constexpr size_t k_long_text = 30'000;
constexpr int64_t k_long_row = 9999; // whose text a lost page of its chain changes

std::string name_of(int64_t number) {
    return "word-" + std::to_string(number);
}

/// Tables of both kinds, each over several pages, with a row that needs a chain of them.
struct Written {
    base::TemporaryFolder folder;
    std::filesystem::path file{folder.path() / "words.db"};
    std::string long_text;
    std::string bytes;

    Written() {
        for (size_t i = 0; i < k_long_text; ++i)
            long_text += static_cast<char>('a' + i % 26);
        {
            auto database = Database::open(file, Open::create);
            REQUIRE(database);
            REQUIRE(database->execute(
                "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT, size INTEGER) STRICT;"
                "CREATE TABLE named (name TEXT PRIMARY KEY, number INTEGER, none TEXT) STRICT,"
                " WITHOUT ROWID;"));
            const auto fill = [&]() -> Result<void> {
                PUFA_TRY(auto word, database->prepare("INSERT INTO word VALUES (?, ?, ?)"));
                PUFA_TRY(auto named, database->prepare("INSERT INTO named VALUES (?, ?, NULL)"));
                for (int64_t i = 1; i <= k_words; ++i) {
                    PUFA_CHECK(word.bind(1, i).bind(2, name_of(i)).bind(3, size_of(i)).run());
                    PUFA_CHECK(named.bind(1, name_of(i)).bind(2, size_of(i)).run());
                }
                PUFA_CHECK(word.bind(1, k_long_row).bind(2, long_text).bind(3, 1).run());
                return named.bind(1, long_text).bind(2, k_long_row).run();
            };
            REQUIRE(database->transaction(fill));
        }
        bytes = *base::read_file(file);
        REQUIRE(bytes.size() > 10 * k_page);
    }

    /// Numbers of every width that SQLite has.
    static int64_t size_of(int64_t number) {
        const int64_t sizes[] = {0,
                                 1,
                                 -2,
                                 300,
                                 -70'000,
                                 5'000'000,
                                 int64_t{1} << 40,
                                 std::numeric_limits<int64_t>::min(),
                                 std::numeric_limits<int64_t>::max()};
        return sizes[static_cast<size_t>(number) % std::size(sizes)];
    }
};

struct Found {
    std::map<int64_t, std::vector<Value>> words;
    std::map<std::string, int64_t> named;
};

Found found_in(const std::filesystem::path& file) {
    Found found;
    REQUIRE(scavenge(file, [&](const FoundRow& row) {
        const auto& values = row.values;
        if (values.size() != 3) return;
        if (row.rowid) {
            found.words[*row.rowid] = values;
        } else if (std::holds_alternative<std::string>(values[0]) &&
                   std::holds_alternative<int64_t>(values[1])) {
            CHECK(std::holds_alternative<std::monostate>(values[2]));
            found.named[std::get<std::string>(values[0])] = std::get<int64_t>(values[1]);
        }
    }));
    return found;
}

} // namespace

TEST_CASE("every row of a sound file is found, short or long, as SQLite wrote it") {
    const Written written;
    const auto found = found_in(written.file);
    CHECK(found.words.size() == k_words + 1);
    CHECK(found.named.size() == k_words + 1);
    for (int64_t i = 1; i <= k_words; ++i) {
        CAPTURE(i);
        REQUIRE(found.words.contains(i));
        // The column that is the rowid stands in it alone.
        CHECK((found.words.at(i) == std::vector<Value>{{}, name_of(i), Written::size_of(i)}));
        REQUIRE(found.named.contains(name_of(i)));
        CHECK(found.named.at(name_of(i)) == Written::size_of(i));
    }
    REQUIRE(found.words.contains(k_long_row));
    CHECK(std::get<std::string>(found.words.at(k_long_row)[1]) == written.long_text);
    CHECK(found.named.at(written.long_text) == k_long_row);
}

TEST_CASE(
    "a page of noise costs what stood on it, also the first one, without which SQLite stops") {
    const Written written;
    const auto whole = found_in(written.file);
    size_t lost_somewhere = 0;
    for (size_t page = 0; page < written.bytes.size() / k_page; ++page) {
        CAPTURE(page);
        auto broken = written.bytes;
        std::fill_n(broken.begin() + static_cast<std::ptrdiff_t>(page * k_page), k_page, '\xa5');
        REQUIRE(base::write_file_atomic(written.file, broken));
        const auto found = found_in(written.file);
        const auto lost =
            whole.words.size() - found.words.size() + whole.named.size() - found.named.size();
        CHECK(lost < (whole.words.size() + whole.named.size()) / 2);
        lost_somewhere += lost;
        if (page == 0) {
            CHECK(lost == 0);
            CHECK_FALSE(Database::open(written.file, Open::read_only));
        }
        for (const auto& [id, values] : found.words)
            if (id != k_long_row) CHECK(values == whole.words.at(id));
    }
    // Each row stands on one page, a long one on several.
    CHECK(lost_somewhere > whole.words.size() + whole.named.size());
}

TEST_CASE("whatever bytes change, it ends and gives no row that does not fit its record") {
    const Written written;
    std::mt19937 random{31};
    size_t differed = 0;
    const auto whole = found_in(written.file);
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        auto broken = written.bytes;
        for (int i = 0; i < 200; ++i)
            broken[random() % broken.size()] = static_cast<char>(random());
        broken.resize(broken.size() - random() % (2 * k_page));
        REQUIRE(base::write_file_atomic(written.file, broken));
        size_t longest = 0;
        size_t rows = 0;
        REQUIRE(scavenge(written.file, [&](const FoundRow& row) {
            ++rows;
            for (const auto& value : row.values)
                if (const auto* text = std::get_if<std::string>(&value))
                    longest = std::max(longest, text->size());
        }));
        CHECK(longest <= 256u << 10);
        differed += rows != whole.words.size() + whole.named.size();
    }
    CHECK(differed > 100);
}

TEST_CASE("a chain of pages that runs in a circle ends") {
    const Written written;
    auto broken = written.bytes;
    // An overflow page of the long word: its text goes on right behind the number of the next page.
    const auto at = broken.find(written.long_text.substr(k_long_text / 2, 2000));
    REQUIRE(at != std::string::npos);
    const auto page = at / k_page;
    for (size_t i = 0; i < 4; ++i)
        broken[page * k_page + i] = static_cast<char>((page + 1) >> (8 * (3 - i)));
    REQUIRE(base::write_file_atomic(written.file, broken));
    size_t changed = 0;
    REQUIRE(scavenge(written.file, [&](const FoundRow& row) {
        for (const auto& value : row.values)
            if (const auto* text = std::get_if<std::string>(&value))
                changed += text->size() == k_long_text && *text != written.long_text;
    }));
    CHECK(changed == 1);
}

TEST_CASE("a file that is not there is an error, an empty one and one of noise have no rows") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "x.db";
    CHECK_FALSE(scavenge(file, [](const FoundRow&) {}));
    for (const auto& bytes : {std::string{}, std::string(99, 'x'), std::string(8192, '\xa5')}) {
        REQUIRE(base::write_file_atomic(file, bytes));
        size_t rows = 0;
        REQUIRE(scavenge(file, [&](const FoundRow&) { ++rows; }));
        CHECK(rows == 0);
    }
}
