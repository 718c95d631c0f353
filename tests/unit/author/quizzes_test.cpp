#include "tests/support/author_folder.h"

#include "content/base/hash.h"

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
    CHECK(bench.faults() == Lines{"QUIZ_NOT_DESCRIBED quizzes/小测.csv 小测"});
    bench.write("quizzes/大测.toml", "id = \"big\"\ntitle = \"大测\"\n");
    CHECK(bench.faults() == Lines{"QUIZ_MISSING quizzes/大测.toml quizzes/大测.toml",
                                  "QUIZ_NOT_DESCRIBED quizzes/小测.csv 小测"});
}

TEST_CASE("a quiz that nobody describes is called as its file, by an id that stays") {
    const AuthorFolder bench;
    bench.change("campaigns.toml", ", \"quiz\"", "");
    bench.remove("quizzes/小测.toml");
    const auto reading = bench.read();
    CHECK(reading.sound());
    const auto quizzes = items_of<model::Quiz>(reading.manifest);
    REQUIRE(quizzes.size() == 1);
    CHECK(quizzes[0].title == model::in_hans("小测"));
    CHECK(quizzes[0].id.value == "test-press/small/quiz-" + base::sha256("小测").substr(0, 12));
    CHECK(quizzes[0].questions.size() == 2);
    std::filesystem::rename(bench.path() / "quizzes/小测.csv", bench.path() / "quizzes/ten-1.csv");
    CHECK(items_of<model::Quiz>(bench.read().manifest).at(0).id.value == "test-press/small/ten-1");
}

TEST_CASE("a question without id has one of its words, wherever it stands and however wide") {
    const auto ids = [](const std::string& rows) {
        const AuthorFolder bench;
        bench.write("quizzes/小测.csv", "题型,题目,选项A,选项B,答案,解析,法条\n" + rows);
        std::vector<std::string> found;
        CHECK(bench.read().sound());
        for (const auto& question : items_of<model::Question>(bench.read().manifest))
            found.push_back(question.id.value);
        return found;
    };
    const std::string first = "单选,年满18岁吗？,是,否,A,解。,民法典 1142\n";
    const std::string second = "单选,收费吗？,收,不收,B,解。,民法典 1142\n";
    const auto there = ids(first + second);
    REQUIRE(there.size() == 2);
    CHECK(there[0] == "test-press/small/q-" + base::sha256("年满18岁吗?").substr(0, 12));
    CHECK(ids(second + first) == Lines{there[1], there[0]});
    CHECK(ids("单选,年满１８岁吗? ,是的,不是,A,换了解析。,民法典 1142\n").at(0) == there[0]);
}

TEST_CASE("the same stem twice is named with its first place, and both questions are built") {
    const AuthorFolder bench;
    const auto ids = [&](const std::string& rows) {
        bench.write("quizzes/小测.csv", "题型,题目,选项A,选项B,答案,解析,法条\n" + rows);
        const auto reading = bench.read();
        CHECK(reading.sound());
        Lines found;
        for (const auto& question : items_of<model::Question>(reading.manifest))
            found.push_back(question.id.value);
        return found;
    };
    const std::string first = "单选,收费吗？,收,不收,B,解。,民法典 1142\n";
    const auto two = ids(first + "单选,收费吗?,收取,免费,B,解。,民法典 1142\n");
    const auto findings = bench.read().findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fault == author::Fault::DUPLICATE_STEM);
    CHECK(author::severity(findings[0].fault) == author::Severity::warning);
    CHECK(author::where(findings[0].place) == "quizzes/小测.csv:3:2");
    CHECK(findings[0].detail == "quizzes/小测.csv:2:2");
    REQUIRE(two.size() == 2);
    CHECK(two[0] == ids(first).at(0)); // what comes after it changes nothing
    CHECK(two[0] != two[1]);
    // Options in another order are the same ones; a third question does not move the second.
    CHECK(ids(first + "单选,收费吗？,免费,收取,A,解。,民法典 1142\n" + first + first).at(1) ==
          two[1]);
}

TEST_CASE("questions that say all the same are told apart by a number, however many they are") {
    const AuthorFolder bench;
    std::string rows = "题型,题目,选项A,选项B,答案,解析,法条\n";
    for (int i = 0; i < 3'000; ++i)
        rows += "单选,收费吗？,收,不收,B,解。,民法典 1142\n";
    bench.write("quizzes/小测.csv", rows);
    const auto reading = bench.read();
    CHECK(reading.sound());
    CHECK(items_of<model::Question>(reading.manifest).size() == 3'000);
}

TEST_CASE("a title of GIFT is the id unless another item has it") {
    const AuthorFolder bench;
    bench.remove("quizzes/小测.csv");
    bench.write("quizzes/小测.gift", "::leak::题一？{=甲 ~乙}\n\n::ten::题二？{=甲 ~乙}\n\n"
                                     "::ten::题三？{=甲 ~乙}\n\n::Q 4::题四？{=甲 ~乙}\n");
    const auto reading = bench.read();
    CHECK(reading.sound());
    const auto questions = items_of<model::Question>(reading.manifest);
    REQUIRE(questions.size() == 4);
    CHECK(questions[0].id.value.starts_with("test-press/small/q-")); // a film is called so
    CHECK(questions[1].id.value == "test-press/small/ten");
    CHECK(questions[2].id.value.starts_with("test-press/small/q-"));
    CHECK(questions[3].id.value.starts_with("test-press/small/q-"));
}

TEST_CASE("difficulty and tags are taken, and a difficulty that is none is named") {
    const AuthorFolder bench;
    bench.write("quizzes/小测.csv",
                "题型,题目,选项A,选项B,答案,解析,法条,难度,标签\n"
                "单选,一？,收,不收,B,解。,民法典 1142,易,\"继承、遗嘱；民法, 继承\"\n"
                "单选,二？,收,不收,B,解。,民法典 1142,３,\n"
                "单选,三？,收,不收,B,解。,民法典 1142,很难,\n");
    CHECK(bench.faults() == Lines{"BAD_DIFFICULTY quizzes/小测.csv:4:8 很难"});
    const auto questions = items_of<model::Question>(bench.read().manifest);
    CHECK(questions[0].difficulty == 1);
    CHECK(questions[0].tags == Lines{"继承", "遗嘱", "民法"});
    CHECK(questions[1].difficulty == 3);
}

TEST_CASE("what a spreadsheet makes of true and false, and long names of kinds, are understood") {
    const AuthorFolder bench;
    bench.write("quizzes/小测.csv", "题型,题目,选项A,选项B,答案,解析,法条\n"
                                    "判断题,一。,,,TRUE,解。,民法典 1142\n"
                                    "是非题,二。,,,False,解。,民法典 1142\n"
                                    "多项选择题,三？,甲,乙,AB,解。,民法典 1142\n");
    CHECK(bench.faults().empty());
    const auto questions = items_of<model::Question>(bench.read().manifest);
    CHECK(questions[0].options[0].right);
    CHECK(questions[1].options[1].right);
    CHECK(questions[2].kind == model::QuestionKind::multiple);
}

TEST_CASE("a sheet without questions is empty") {
    const AuthorFolder bench;
    bench.rows("");
    CHECK(bench.faults() == Lines{"NO_QUESTIONS quizzes/小测.csv quizzes/小测.csv"});
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
