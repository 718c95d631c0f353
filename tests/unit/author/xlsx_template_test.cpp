#include "content/author/xlsx_template.h"

#include "content/author/lone_file.h"
#include "content/base/process.h"
#include "tests/support/author_folder.h"

using namespace pufa;

TEST_CASE("the template is the same each time") {
    const auto first = author::question_template();
    REQUIRE(first);
    CHECK(*first == *author::question_template());
}

TEST_CASE("its samples are questions without a fault") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "题目模板.xlsx";
    REQUIRE(base::write_file_atomic(file, *author::question_template()));
    const auto read = author::read_lone_file(file);
    REQUIRE(read);
    CHECK(support::AuthorFolder::described(read->findings).empty());
    REQUIRE(read->questions.size() == 2);
    CHECK(read->questions[0].line == 2);
    CHECK(read->questions[0].question.options.size() == 3);
    CHECK(read->questions[0].question.options[0].right);
    CHECK(read->questions[1].question.kind == model::QuestionKind::true_false);
    CHECK(read->questions[1].question.options[1].right);
}

TEST_CASE("LibreOffice opens it, with its words, its lists and its second sheet") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "t.xlsx", *author::question_template()));
    const auto done =
        base::run("/bin/sh", {"-c", "cd '" + folder.path().string() +
                                        "' && HOME=\"$PWD\" soffice --headless "
                                        "--convert-to fods t.xlsx >/dev/null 2>&1; cat t.fods"});
    REQUIRE(done);
    for (const auto* words :
         {"table:name=\"题目\"", "table:name=\"说明\"",
          "人民调解委员会调解民间纠纷，收取多少费用？", "content-validation", "判断"}) {
        CAPTURE(words);
        CHECK(done->output.find(words) != std::string::npos);
    }
}
