#include "admin/commands/pack_build.h"

#include "admin_run.h"
#include "tests/support/author_folder.h"

using namespace pufa;
using support::AuthorFolder;

namespace {

/// A folder as pack new makes it (no film, so that no decoder is needed) beside keys and trust.
class Desk {
  public:
    Desk() {
        const auto pair = pack::make_key_pair("desk");
        write("open.key", *pack::secret_key_text(pair, ""));
        write("locked.key", *pack::secret_key_text(pair, "open sesame", pack::KeyCost::quick));
        write("right.txt", "open sesame\n");
        write("wrong.txt", "open barley\n");
        REQUIRE(base::make_folders(m_folder.path() / "trust"));
        write("trust/desk.pub", pack::public_key_text(pair.open));
        REQUIRE(test::run_admin({"pack", "new", path("folder")}).exit_code == 0);
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (m_folder.path() / name).string();
    }
    [[nodiscard]] test::Ran build(const std::vector<std::string>& more) const {
        std::vector<std::string> words{"pack", "build", path("folder"), "--output",
                                       path("out.pufa")};
        words.insert(words.end(), more.begin(), more.end());
        return test::run_admin(words);
    }
    [[nodiscard]] bool built() const { return std::filesystem::exists(path("out.pufa")); }

  private:
    void write(const std::string& name, const std::string& text) const {
        REQUIRE(base::write_file_atomic(m_folder.path() / name, text));
    }
    base::TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("pack build writes a pack that opens with the key's public half") {
    const AuthorFolder bench;
    const auto keys = pack::make_key_pair("test");
    const auto output = bench.path().parent_path() / "small.pufa";
    const auto report =
        admin::build_pack(bench.path(), support::quick_looks(), keys.secret, output, {});
    REQUIRE(report);
    CHECK(report->exit_code() == 0);
    CHECK(report->bytes == std::filesystem::file_size(output));
    CHECK(report->json()["output"] == output.string());

    const auto now = *base::parse_iso("2026-11-23T12:00:00Z");
    const auto opened = pack::open_pack(output, {{keys.open}}, now);
    REQUIRE(opened);
    CHECK(opened->manifest.sequence == 3);
    CHECK(opened->manifest.items.size() == 5);
    CHECK(pack::verify_members(*opened, {}));
}

TEST_CASE("pack build writes nothing over a faulty folder and leaves what was there") {
    const AuthorFolder bench;
    bench.change("quizzes/小测.csv", ",B,", ",,");
    const auto keys = pack::make_key_pair("test");
    const auto output = bench.path().parent_path() / "small.pufa";
    REQUIRE(base::write_file_atomic(output, "the last version"));
    const auto report =
        admin::build_pack(bench.path(), support::quick_looks(), keys.secret, output, {});
    REQUIRE(report);
    CHECK(report->exit_code() == 1);
    CHECK_FALSE(report->bytes);
    CHECK(report->json()["output"].is_null());
    CHECK(*base::read_file(output) == "the last version");
    CHECK(report->text(model::Language::en).find("quizzes/小测.csv:2:7: error: ") == 0);
}

TEST_CASE("pack build says what keeps it from writing") {
    const AuthorFolder bench;
    const auto keys = pack::make_key_pair("test");
    const auto missing = admin::build_pack("/nonexistent", support::quick_looks(), keys.secret,
                                           bench.path() / "x.pufa", {});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Code::NOT_FOUND);
    const auto nowhere = admin::build_pack(bench.path(), support::quick_looks(), keys.secret,
                                           "/nonexistent/x.pufa", {});
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == Code::NOT_FOUND);
}

TEST_CASE("from pack new to pack verify by commands alone") {
    const Desk desk;
    CHECK(test::run_admin({"pack", "check", desk.path("folder")}).exit_code == 0);
    const auto built = desk.build({"--key", desk.path("open.key")});
    CAPTURE(built.err);
    REQUIRE(built.exit_code == 0);
    CHECK(built.out.find(desk.path("out.pufa")) != std::string::npos);
    const auto verified =
        test::run_admin({"pack", "verify", desk.path("out.pufa"), "--trust", desk.path("trust")});
    CAPTURE(verified.err);
    CHECK(verified.exit_code == 0);
}

TEST_CASE("a locked key opens with its passphrase only") {
    const Desk desk;
    const auto wrong =
        desk.build({"--key", desk.path("locked.key"), "--passphrase-file", desk.path("wrong.txt")});
    CHECK(wrong.exit_code == 1);
    CHECK_FALSE(desk.built());
    // Nobody is at a terminal to be asked.
    CHECK(desk.build({"--key", desk.path("locked.key")}).exit_code == 2);
    CHECK_FALSE(desk.built());
    const auto right =
        desk.build({"--key", desk.path("locked.key"), "--passphrase-file", desk.path("right.txt")});
    CAPTURE(right.err);
    CHECK(right.exit_code == 0);
    CHECK(desk.built());
}

TEST_CASE("pack build with a key that is not there, or is none, ends before anything is read") {
    const Desk desk;
    CHECK(desk.build({"--key", desk.path("gone.key")}).exit_code == 1);
    CHECK(desk.build({"--key", desk.path("right.txt")}).exit_code == 1);
    CHECK_FALSE(desk.built());
}
