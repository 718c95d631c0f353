#include "content/author/build.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using support::AuthorFolder;
using support::Lines;

namespace {

std::string built(const AuthorFolder& bench, const pack::SecretKey& key) {
    const base::TemporaryFolder out;
    const auto file = out.path() / "small.pufa";
    const auto reading = bench.read();
    REQUIRE(reading.sound());
    const auto written = pack::write_pack(reading.manifest, reading.sources, key, file, {});
    REQUIRE(written);
    return *base::read_file(file);
}

} // namespace

TEST_CASE("the same folder gives the same bytes") {
    const AuthorFolder bench;
    const auto keys = pack::make_key_pair("test");
    const auto first = built(bench, keys.secret);
    CHECK(first == built(bench, keys.secret));
    const AuthorFolder elsewhere; // the same files under another path, made later
    CHECK(first == built(elsewhere, keys.secret));
    elsewhere.change("quizzes/小测.csv", "以最后的为准。", "以最后那份为准。");
    CHECK(first != built(elsewhere, keys.secret));
}

TEST_CASE("what is built obeys the rules of packs") {
    const AuthorFolder bench;
    auto reading = bench.read();
    for (const auto& source : reading.sources)
        reading.manifest.members.push_back({source.path, 1, 0, std::string(64, '0')});
    std::sort(reading.manifest.members.begin(), reading.manifest.members.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    CHECK(pack::check_manifest(reading.manifest, "small").empty());
}

TEST_CASE("a film that cannot be decoded is the folder's fault, a missing decoder is not") {
    const AuthorFolder bench;
    const auto failing = [](Code code) {
        return [code](const std::filesystem::path& film) -> Result<media::Facts> {
            return Error{code, film.string(), "not media"};
        };
    };
    for (const auto code : {Code::UNPLAYABLE, Code::DECODER_DIED}) {
        const auto reading = bench.read(failing(code));
        CHECK(AuthorFolder::described(reading.findings) ==
              Lines{"UNPLAYABLE videos/漏 水.mp4 videos/漏 水.mp4"});
        CHECK(reading.findings[0].detail == "not media");
    }
    const auto read = author::read_folder(bench.path(), failing(Code::NO_DECODER));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::NO_DECODER);
}

TEST_CASE("sound alone is no video") {
    const AuthorFolder bench;
    const auto reading = bench.read([](const auto&) {
        auto facts = support::ten_seconds();
        facts.width = facts.height = 0;
        return facts;
    });
    CHECK(AuthorFolder::described(reading.findings) ==
          Lines{"NO_PICTURE videos/漏 水.mp4 videos/漏 水.mp4"});
}

TEST_CASE("faults of every file come in one round, in the order of files and lines") {
    const AuthorFolder bench;
    bench.change("campaigns.toml", "\"quiz\"", "\"gone\"");
    bench.change("laws.csv", "2021-01-01", "2021");
    bench.change("pack.toml", "sequence = 3", "sequence = \"3\"");
    bench.change("quizzes/小测.csv", "wills,单选", "wills,单项");
    bench.change("videos/漏 水.toml", "id = \"leak\"", "id = \"漏水\"");
    CHECK(bench.faults() ==
          Lines{"DANGLING campaigns.toml:7:9 leak", "DANGLING campaigns.toml:7:9 gone",
                "WANTS_DATE laws.csv:2:5 in_force", "WANTS_NUMBER pack.toml:3:12 sequence",
                "BAD_KIND quizzes/小测.csv:2:2 单项", "BAD_ID videos/漏 水.toml:1:6 漏水"});
}

TEST_CASE("a pack of questions alone, or of nothing but its name, can be built") {
    const AuthorFolder bench;
    for (const auto* name :
         {"videos/漏 水.mp4", "videos/漏 水.png", "videos/漏 水.toml", "campaigns.toml"})
        bench.remove(name);
    CHECK(bench.faults().empty());
}
