#include "tests/support/author_folder.h"

using namespace pufa;
using support::AuthorFolder;
using support::items_of;
using support::Lines;

TEST_CASE("a sheet is a quiz of its rows, in their order") {
    const AuthorFolder bench;
    const auto reading = bench.read();
    REQUIRE(reading.findings.empty());
    const auto quizzes = items_of<model::Quiz>(reading.manifest);
    REQUIRE(quizzes.size() == 1);
    CHECK(quizzes[0].id.value == "test-press/small/quiz");
    CHECK(quizzes[0].title == model::in_hans("小测"));
    CHECK(quizzes[0].questions ==
          std::vector<model::ItemId>{{"test-press/small/wills"}, {"test-press/small/change"}});
    CHECK(items_of<model::Question>(reading.manifest).size() == 2);
}

TEST_CASE("a quiz may be described in pack.toml") {
    const AuthorFolder bench;
    bench.remove("quizzes/小测.toml");
    bench.write("pack.toml",
                std::string{support::k_author_pack_toml} +
                    "[[quiz]]\nfile = \"小测.csv\"\nid = \"quiz\"\ntitle = \"小测\"\n");
    CHECK(bench.faults().empty());
    CHECK(items_of<model::Quiz>(bench.read().manifest)[0].questions.size() == 2);
}

TEST_CASE("a sheet without description and a description without sheet are named") {
    const AuthorFolder bench;
    bench.change("campaigns.toml", ", \"quiz\"", "");
    bench.remove("quizzes/小测.toml");
    CHECK(bench.faults() == Lines{"QUIZ_NOT_DESCRIBED quizzes/小测.csv quizzes/小测.csv"});
    bench.write("quizzes/大测.toml", "id = \"big\"\ntitle = \"大测\"\n");
    CHECK(bench.faults() == Lines{"QUIZ_MISSING quizzes/大测.toml quizzes/大测.toml",
                                  "QUIZ_NOT_DESCRIBED quizzes/小测.csv quizzes/小测.csv"});
}

TEST_CASE("a sheet without questions is empty") {
    const AuthorFolder bench;
    bench.rows("");
    CHECK(bench.faults() == Lines{"EMPTY_SHEET quizzes/小测.csv quizzes/小测.csv"});
}

TEST_CASE("a sheet reads the same from UTF-8, UTF-16 and GB18030") {
    const AuthorFolder bench;
    const auto expected = items_of<model::Question>(bench.read().manifest);
    const auto file = (bench.path() / "quizzes/小测.csv").string();
    for (const std::string charset : {"UTF-16", "GB18030"}) {
        bench.rows(support::k_author_rows);
        const auto done = base::run("/usr/bin/iconv", {"-f", "UTF-8", "-t", charset, file});
        REQUIRE(done);
        bench.write("quizzes/小测.csv", done->output);
        REQUIRE(*base::read_file(file) !=
                std::string{support::k_author_header} + std::string{support::k_author_rows});
        CHECK(items_of<model::Question>(bench.read().manifest) == expected);
        CHECK(bench.read().sound());
    }
}

namespace {

/// The small folder whose first question has these two cells, for picture and words.
class PictureFolder : public AuthorFolder {
  public:
    PictureFolder(const std::string& picture, const std::string& words) {
        write("quizzes/小测.csv",
              "编号,题型,题目,选项A,选项B,答案,解析,法条,图片,图片说明,图片说明@en\n"
              "wills,单选,以哪份为准？,先立的,最后的,B,以最后的为准。,民法典 1142," +
                  picture + "," + words + ",Two wills\n");
        write("quizzes/两份遗嘱.png", std::string{support::k_png_head} + "drawn");
    }
};

} // namespace

TEST_CASE("a question may have a picture, which is put into words") {
    const PictureFolder bench("两份遗嘱.png", "桌上有两份遗嘱");
    const auto reading = bench.read();
    CHECK(AuthorFolder::described(reading.findings).empty());
    const auto question = items_of<model::Question>(reading.manifest)[0];
    CHECK(question.picture == "pictures/wills.png");
    CHECK(question.picture_words.in(model::Language::zh_hans) == "桌上有两份遗嘱");
    CHECK(question.picture_words.in(model::Language::en) == "Two wills");
    CHECK(reading.sources.back().path == "pictures/wills.png");
    CHECK(reading.sources.back().file == bench.path() / "quizzes/两份遗嘱.png");
}

TEST_CASE("a picture that is not there, is none, or is not put into words is named by its cell") {
    CHECK(PictureFolder("gone.png", "一张图").faults() ==
          Lines{"UNUSED_FILE quizzes/两份遗嘱.png quizzes/两份遗嘱.png",
                "PICTURE_MISSING quizzes/小测.csv:2:9 quizzes/gone.png"});
    CHECK(PictureFolder("两份遗嘱.png", "").faults() ==
          Lines{"PICTURE_WITHOUT_WORDS quizzes/小测.csv:2:9 两份遗嘱.png"});
    CHECK(PictureFolder("", "一张图").faults() ==
          Lines{"UNUSED_FILE quizzes/两份遗嘱.png quizzes/两份遗嘱.png",
                "WORDS_WITHOUT_PICTURE quizzes/小测.csv:2:10 图片"});
    const PictureFolder bench("两份遗嘱.png", "一张图");
    bench.write("quizzes/两份遗嘱.png", "GIF89a");
    CHECK(bench.faults() == Lines{"BAD_PICTURE quizzes/两份遗嘱.png quizzes/两份遗嘱.png"});
}
