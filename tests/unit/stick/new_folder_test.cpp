#include "content/stick/new_folder.h"

#include "content/base/cancel.h"
#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/base/process.h"
#include "tests/support/faults.h"
#include "tests/support/mounts.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <set>

using namespace pufa;
using namespace pufa::stick;

namespace {

std::string tree(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        names.insert(entry.path().lexically_relative(folder).string());
    std::string all;
    for (const auto& name : names)
        all += name + " ";
    return all;
}

Result<NewFolder::Finished> carry(const std::filesystem::path& parent, std::string_view text) {
    PUFA_TRY(auto folder, NewFolder::begin(parent, "day"));
    PUFA_CHECK(folder.add("a.csv", text));
    PUFA_CHECK(folder.add("b.txt", "words"));
    return folder.finish();
}

} // namespace

TEST_CASE("a folder is there whole, with sums that sha256sum checks") {
    const base::TemporaryFolder stick;
    const auto done = carry(stick.path() / "PUFA/带走/甲", "1,2\n");
    REQUIRE(done);
    CHECK(done->folder == stick.path() / "PUFA/带走/甲/day");
    REQUIRE(done->files.size() == 3);
    CHECK(done->files[0].path == done->folder / "a.csv");
    CHECK(done->files[0].bytes == 4);
    CHECK(done->files[0].sha256 == base::sha256("1,2\n"));
    CHECK(tree(done->folder) == "SHA256SUMS a.csv b.txt ");
    const auto checked = base::run("/bin/sh", {"-c", "cd '" + done->folder.string() +
                                                         "' && sha256sum --strict -c SHA256SUMS"});
    REQUIRE(checked);
    CHECK(checked->exit_code == 0);
    const auto verified = verify_folder(done->folder);
    REQUIRE(verified);
    CHECK(*verified == 2);
}

TEST_CASE("a name that is taken, by a folder or a file, gets a number") {
    const base::TemporaryFolder stick;
    REQUIRE(carry(stick.path(), "first"));
    REQUIRE(base::write_file_atomic(stick.path() / "day-2", "somebody's"));
    const auto third = carry(stick.path(), "third");
    REQUIRE(third);
    CHECK(third->folder == stick.path() / "day-3");
    CHECK(*base::read_file(stick.path() / "day/a.csv") == "first");
    CHECK(*base::read_file(stick.path() / "day-2") == "somebody's");
}

TEST_CASE("a folder that is not finished leaves nothing, and one of a killed program is swept") {
    const base::TemporaryFolder stick;
    std::filesystem::create_directory(stick.path() / "old.part");
    REQUIRE(base::write_file_atomic(stick.path() / "old.part/half", "x"));
    {
        auto folder = NewFolder::begin(stick.path(), "day");
        REQUIRE(folder);
        CHECK(tree(stick.path()) == "day.part ");
        REQUIRE(folder->add("a", "x"));
    }
    CHECK(tree(stick.path()).empty());
}

TEST_CASE("a full stick is told before anything is half written, and nothing is left") {
    const support::SmallDisk stick{64 << 10};
    const auto refused = carry(stick.path() / "PUFA", std::string(200 << 10, 'x'));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::NO_SPACE);
    CHECK(tree(stick.path()) == "PUFA ");
    // A write that fails half-way, whatever statvfs has promised.
    const support::FileSizeLimit full{100};
    const auto cut = carry(stick.path() / "PUFA", std::string(1000, 'x'));
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == Code::NO_SPACE);
    CHECK(support::FileSizeLimit::fired());
    CHECK(tree(stick.path()) == "PUFA ");
}

TEST_CASE("a stick that is mounted read-only is told by name") {
    support::SmallDisk stick{64 << 10};
    stick.make_read_only();
    const auto refused = carry(stick.path() / "PUFA", "x");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::READ_ONLY);
}

TEST_CASE("a byte that changed, a file that is gone and a list that is none are found") {
    const base::TemporaryFolder stick;
    const auto done = carry(stick.path(), "numbers");
    REQUIRE(done);
    const auto folder = done->folder;
    SUBCASE("a byte") {
        support::flip_bit(folder / "a.csv", 3, 1);
        const auto found = verify_folder(folder);
        REQUIRE_FALSE(found);
        CHECK(found.error().code == Code::NOT_READ_BACK);
        CHECK(found.error().where == (folder / "a.csv").string());
    }
    SUBCASE("a file") {
        std::filesystem::remove(folder / "b.txt");
        CHECK(verify_folder(folder).error().code == Code::NOT_FOUND);
    }
    SUBCASE("a link in its place") {
        std::filesystem::rename(folder / "b.txt", folder / "c.txt");
        std::filesystem::create_symlink("c.txt", folder / "b.txt");
        CHECK_FALSE(verify_folder(folder));
    }
    SUBCASE("no list") {
        for (const auto* list : {"", "x", "\n", "0123  a.csv\n"}) {
            REQUIRE(base::write_file_atomic(folder / k_sums, list));
            CHECK(verify_folder(folder).error().code == Code::BAD_SOURCE);
        }
    }
    SUBCASE("a list that leads out") {
        const auto hash = base::sha256("x");
        for (const auto* name : {"../x", "/etc/passwd", "..", "sub/x"}) {
            REQUIRE(base::write_file_atomic(folder / k_sums, hash + "  " + name + "\n"));
            CHECK(verify_folder(folder).error().code == Code::BAD_SOURCE);
        }
    }
}

TEST_CASE("a file is copied whole and never over another") {
    const base::TemporaryFolder here;
    const base::TemporaryFolder stick;
    const auto source = here.path() / "x.pufa";
    const auto target = stick.path() / "PUFA/x.pufa";
    const std::string bytes((3u << 20) + 17, 'p');
    REQUIRE(base::write_file_atomic(source, bytes));
    const auto copied = copy_to_stick(source, target);
    REQUIRE(copied);
    CHECK(copied->sha256 == base::sha256(bytes));
    CHECK(*base::read_file(target) == bytes);
    CHECK(tree(stick.path()) == "PUFA PUFA/x.pufa ");
    // The same once more is no error; anything else is.
    CHECK(copy_to_stick(source, target));
    REQUIRE(base::write_file_atomic(source, "another"));
    const auto refused = copy_to_stick(source, target);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::ALREADY_EXISTS);
    CHECK(*base::read_file(target) == bytes);
    std::filesystem::create_symlink("/etc/passwd", stick.path() / "link.pufa");
    CHECK(copy_to_stick(source, stick.path() / "link.pufa").error().code == Code::ALREADY_EXISTS);
    REQUIRE(base::write_file_atomic(source, ""));
    CHECK(copy_to_stick(source, stick.path() / "empty.pufa"));
}

TEST_CASE("a copy that is given up leaves nothing") {
    const base::TemporaryFolder here;
    const base::TemporaryFolder stick;
    REQUIRE(base::write_file_atomic(here.path() / "x", std::string(3u << 20, 'x')));
    base::ask_to_cancel();
    const auto refused = copy_to_stick(here.path() / "x", stick.path() / "x");
    base::forget_cancelling();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::CANCELLED);
    CHECK(tree(stick.path()).empty());
}

TEST_CASE("a copy for which there is no room leaves nothing") {
    const support::SmallDisk stick{64 << 10};
    const base::TemporaryFolder here;
    REQUIRE(base::write_file_atomic(here.path() / "x", std::string(200 << 10, 'x')));
    const auto refused = copy_to_stick(here.path() / "x", stick.path() / "x");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::NO_SPACE);
    CHECK(tree(stick.path()).empty());
}
