// What a staff member meets at the shell when a stick or a machine is not as it should be.

#include "tests/e2e/demo.h"

#include <doctest/doctest.h>

#include <cstdint>

using namespace pufa;
using namespace pufa::test;

namespace {

std::filesystem::path copy_of_demo(const base::TemporaryFolder& folder) {
    const auto copy = folder.path() / "offered.pufa";
    std::filesystem::copy_file(demo_pack(), copy);
    return copy;
}

void flip_byte(const std::filesystem::path& file, uint64_t at) {
    std::fstream stream{file, std::ios::in | std::ios::out | std::ios::binary};
    stream.seekg(static_cast<std::streamoff>(at));
    const char byte = static_cast<char>(stream.get());
    stream.seekp(static_cast<std::streamoff>(at));
    stream.put(static_cast<char>(byte ^ 0x40));
    REQUIRE(stream.good());
}

Ran install(const std::filesystem::path& pack, const std::filesystem::path& state) {
    return sh(program("pufa-admin") + " install " + quoted(pack) + admin_in(state));
}

bool nothing_in(const std::filesystem::path& state) {
    const auto listed = sh(program("pufa-admin") + " list --json" + admin_in(state));
    const auto files = sh("find " + quoted(state) + " -name '*.pufa*' | wc -l");
    return !listed.says("pufa-starter") && files.output == "0\n";
}

} // namespace

TEST_CASE("the demo pack installs, is listed, and a second time changes nothing") {
    const base::TemporaryFolder folder;
    const auto state = folder.path() / "state";
    CHECK(install(demo_pack(), state).exit_code == 0);
    CHECK(sh(program("pufa-admin") + " list" + admin_in(state)).says("demo/pufa-starter"));
    CHECK(install(demo_pack(), state).exit_code == 0);
    CHECK(sh("find " + quoted(state) + " -name '*.pufa' | wc -l").output == "1\n");
}

TEST_CASE("the stock tools agree with us about the demo pack") {
    const base::TemporaryFolder folder;
    CHECK(sh("unzip -tq " + quoted(demo_pack())).exit_code == 0);
    CHECK(sh("cd " + quoted(folder.path()) + " && unzip -q " + quoted(demo_pack()) +
             " && minisign -Vm pack.json -p " + quoted(demo_folder() / "trust/demo.pub"))
              .exit_code == 0);
    // Every hash of the manifest, held by sha256sum.
    const auto judged = sh("cd " + quoted(folder.path()) +
                           " && python3 -c \"import json; [print(m['sha256'] + '  ' + m['path']) "
                           "for m in json.load(open('pack.json'))['members']]\" > sums && "
                           "test -s sums && sha256sum -c --quiet sums");
    INFO(judged.output);
    CHECK(judged.exit_code == 0);
}

TEST_CASE("bytes flipped all over the demo pack are refused by name and leave nothing") {
    const base::TemporaryFolder folder;
    const auto state = folder.path() / "state";
    const auto size = std::filesystem::file_size(demo_pack());
    int refused = 0;
    // A fixed sample over head, members and tail; every byte of a small pack is flipped in
    // unit_pack.
    for (const uint64_t at :
         {uint64_t{0}, uint64_t{40}, uint64_t{2000}, size / 4, size / 2, size - 3000, size - 1}) {
        const base::TemporaryFolder offered;
        const auto copy = copy_of_demo(offered);
        flip_byte(copy, at);
        const auto ran = install(copy, state);
        INFO("byte ", at, ": ", ran.output);
        CHECK(ran.exit_code == 1);
        const bool named = ran.says("BAD_SIGNATURE") || ran.says("NOT_CANONICAL") ||
                           ran.says("DAMAGED_MEMBER") || ran.says("NOT_A_PACK") ||
                           ran.says("UNSIGNED");
        CHECK(named);
        refused += ran.exit_code == 1;
    }
    CHECK(refused == 7);
    CHECK(nothing_in(state));
}

TEST_CASE("unsigned, foreign, cut short and missing packs are refused with one sentence") {
    const base::TemporaryFolder folder;
    const auto state = folder.path() / "state";

    const auto zip = folder.path() / "unsigned.pufa";
    REQUIRE(sh("cd " + quoted(folder.path()) +
               " && echo '{}' > pack.json && python3 -c \"import zipfile; "
               "zipfile.ZipFile('unsigned.pufa', 'w').write('pack.json')\"")
                .exit_code == 0);
    const auto unsigned_ran = install(zip, state);
    INFO(unsigned_ran.output);
    CHECK(unsigned_ran.exit_code == 1);

    const auto stranger =
        sh(program("pufa-admin") + " install " + quoted(demo_pack()) + " --state " + quoted(state) +
           " --trust " + quoted(folder.path() / "no-keys"));
    CHECK(stranger.exit_code == 1);
    CHECK(stranger.says("UNKNOWN_KEY"));

    const auto cut = copy_of_demo(folder);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    const auto cut_ran = install(cut, state);
    CHECK(cut_ran.exit_code == 1);
    CHECK(cut_ran.says("DAMAGED_MEMBER"));

    const auto missing = install(folder.path() / "no.pufa", state);
    CHECK(missing.exit_code == 1);
    CHECK(missing.says("NOT_FOUND"));
    CHECK(nothing_in(state));
}

TEST_CASE("a second writer is told to wait, and the first one's work stands") {
    const InstalledState state;
    const auto ran = sh("flock " + quoted(state.path() / "lock") + " " + program("pufa-admin") +
                        " install " + quoted(demo_pack()) + admin_in(state.path()));
    INFO(ran.output);
    CHECK(ran.exit_code == 3);
    CHECK(ran.says("LOCKED"));
    CHECK(sh(program("pufa-admin") + " list" + admin_in(state.path())).says("pufa-starter"));
}

TEST_CASE("statistics of nobody are an empty spreadsheet, not an error") {
    const InstalledState state;
    const auto ran = sh(program("pufa-admin") + " stats export --format csv --state " +
                        quoted(state.path()) + " --output " + quoted(state.beside("s.csv")));
    INFO(ran.output);
    CHECK(ran.exit_code == 0);
    const auto text = base::read_file(state.beside("s.csv"));
    REQUIRE(text);
    CHECK(text->starts_with("\xEF\xBB\xBF"));
    CHECK(text->find("\r\n") == text->size() - 2);
}

TEST_CASE("a wrong command line is exit code 2 and says how to ask for help") {
    const auto ran = sh(program("pufa-admin") + " instal");
    CHECK(ran.exit_code == 2);
    CHECK(ran.says("--help"));
    CHECK(sh(program("pufa-admin") + " --help").exit_code == 0);
}
