#include "content/aside/records.h"

#include "content/base/file.h"
#include "content/base/log.h"
#include "content/db/database.h"
#include "tests/support/faults.h"

#include <doctest/doctest.h>

using namespace pufa;
using aside::read_records;
using aside::Record;
using aside::write_records;

namespace {

const WallTime k_now = *base::parse_iso("2026-11-23T15:20:00");

std::vector<Record> two() {
    return {{model::ItemId{"city/wills/a"}, 3, 2, "DECODER_DIED", "it was silent for 5 s", k_now,
             k_now + std::chrono::hours{2}},
            {model::ItemId{"city/wills/b"}, 1, 1, "UNPLAYABLE", "damaged", k_now, k_now}};
}

} // namespace

TEST_CASE("what was written is read back, and the next list takes its place") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.db";
    CHECK(read_records(file)->empty());
    REQUIRE(write_records(file, two()));
    CHECK(*read_records(file) == two());
    CHECK(two()[0].set_aside());
    CHECK_FALSE(two()[1].set_aside());
    REQUIRE(write_records(file, {}));
    CHECK(read_records(file)->empty());
}

TEST_CASE("a damaged file is an error to read, is kept at the next writing and made anew") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.db";
    REQUIRE(write_records(file, two()));
    // The first page's tree is where the table is found.
    for (uint64_t at = 100; at < 140; ++at)
        support::flip_bit(file, at, 3);
    REQUIRE_FALSE(read_records(file));
    CHECK(read_records(file).error().code == Code::DAMAGED_DATABASE);
    REQUIRE(write_records(file, two()));
    CHECK(*read_records(file) == two());
    CHECK(std::filesystem::exists(folder.path() / "kiosk.db.damaged"));
    CHECK(base::take_logged_warnings().size() == 1);
    REQUIRE(base::write_file_atomic(file, "no database at all"));
    CHECK(read_records(file).error().code == Code::DAMAGED_DATABASE);
    REQUIRE(write_records(file, two()));
    CHECK(*read_records(file) == two());
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("a file of a newer program is left alone") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.db";
    REQUIRE(write_records(file, two()));
    {
        auto newer = db::Database::open(file, db::Open::read_write);
        REQUIRE(newer);
        REQUIRE(newer->execute("PRAGMA user_version = 99"));
    }
    CHECK(read_records(file).error().code == Code::NEWER_DATABASE);
    const auto written = write_records(file, {});
    REQUIRE_FALSE(written);
    CHECK(written.error().code == Code::NEWER_DATABASE);
}

TEST_CASE("a full disk changes nothing") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.db";
    REQUIRE(write_records(file, two()));
    auto many = two();
    for (int i = 0; i < 2000; ++i)
        many.push_back({model::ItemId{"city/wills/n" + std::to_string(i)}, 1, 1, "UNPLAYABLE",
                        std::string(100, 'x'), k_now, k_now});
    {
        const support::FileSizeLimit limit{32u << 10};
        const auto written = write_records(file, many);
        REQUIRE_FALSE(written);
        CHECK(written.error().code == Code::NO_SPACE);
        CHECK(support::FileSizeLimit::fired());
    }
    CHECK(*read_records(file) == two());
}

TEST_CASE("where no file can be made the error says so") {
    const base::TemporaryFolder folder;
    const auto written = write_records(folder.path() / "none" / "kiosk.db", two());
    REQUIRE_FALSE(written);
    CHECK(base::blame(written.error().code) != base::Blame::usage);
}
