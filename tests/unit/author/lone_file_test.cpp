#include "content/author/lone_file.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using author::LoneKind;
using support::AuthorFolder;
using support::Lines;

namespace {

class LoneBench {
  public:
    [[nodiscard]] author::LoneFile read(const std::string& name, std::string_view text) const {
        write(name, text);
        auto read = author::read_lone_file(m_folder.path() / name);
        REQUIRE(read);
        return *std::move(read);
    }
    void write(const std::string& name, std::string_view text) const {
        REQUIRE(base::make_folders((m_folder.path() / name).parent_path()));
        REQUIRE(base::write_file_atomic(m_folder.path() / name, text));
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path(); }

  private:
    base::TemporaryFolder m_folder;
};

Lines faults_of(const author::LoneFile& file) {
    return AuthorFolder::described(file.findings);
}

} // namespace

TEST_CASE("a file of questions is read without its folder, its article not judged") {
    const LoneBench bench;
    const auto found =
        bench.read("一.gift", "题一？{=甲 ~乙####因为。\n法条：民法典 1142}\n\n谈谈。{}\n");
    CHECK(found.kind == LoneKind::questions);
    CHECK(faults_of(found) == Lines{"LEFT_OUT_ESSAY 一.gift:4 谈谈。"});
    REQUIRE(found.questions.size() == 1);
    CHECK(found.questions[0].line == 1);
    CHECK(found.questions[0].question.explanation == model::in_hans("因为。"));
}

TEST_CASE("laws are judged if they lie beside the file or above it") {
    const LoneBench bench;
    bench.write("laws.csv", support::k_author_laws);
    const auto found =
        bench.read("quizzes/一.gift", "题一？{=甲 ~乙####因为。\n法条：民法典 9}\n\n"
                                      "题二？{=甲 ~乙####因为。\n法条：民法典 1142}\n");
    CHECK(faults_of(found) == Lines{"UNKNOWN_CITATION 一.gift:1 民法典 9"});
    CHECK(found.questions.at(1).question.citation->article == "第一千一百四十二条");
}

TEST_CASE("a picture is looked for beside its sheet") {
    const LoneBench bench;
    bench.write("a.png", "png");
    const auto found = bench.read("一.csv", "题型,题目,选项A,选项B,答案,解析,法条,图片,图片说明\n"
                                            "单选,一？,甲,乙,A,解。,民法典 1,a.png,一张图\n"
                                            "单选,二？,甲,乙,A,解。,民法典 1,b.png,一张图\n");
    CHECK(faults_of(found) == Lines{"PICTURE_MISSING 一.csv:3:8 b.png"});
}

TEST_CASE("places, maps and captions say what was understood") {
    const LoneBench bench;
    const auto sheet =
        bench.read("places.csv", "编号,名称,类别,镇街,经度,纬度\n"
                                 "a,甲站,司法所,440703001,113.1,22.6\nb,乙站,司法所,440703001,,\n");
    CHECK(sheet.kind == LoneKind::places);
    REQUIRE(sheet.places.size() == 2);
    CHECK(sheet.places[0].name == "甲站");
    CHECK(sheet.places[0].at->lon == 113.1);
    CHECK_FALSE(sheet.places[1].at.has_value());

    const auto points = bench.read(
        "p.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                     R"({"name":"丙站"},"geometry":{"type":"Point","coordinates":[113,22]}}]})");
    CHECK(points.kind == LoneKind::places);
    CHECK(points.places.at(0).at->lat == 22);

    const auto map = bench.read(
        "m.geojson", R"({"type":"FeatureCollection","features":[)"
                     R"({"type":"Feature","properties":{"name":"区"},"geometry":{"type":"Polygon",)"
                     R"("coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}},)"
                     R"({"type":"Feature","properties":{},"geometry":{"type":"LineString",)"
                     R"("coordinates":[[1,1],["x",1]]}}]})");
    CHECK(map.kind == LoneKind::map);
    CHECK(map.places.at(0).geometry == "Polygon");
    CHECK(faults_of(map) == Lines{"BAD_COORDINATES m.geojson:1 "});

    const auto cues = bench.read("c.srt", "1\n00:00:01,500 --> 00:00:02,000\n好\n");
    CHECK(cues.kind == LoneKind::captions);
    CHECK(cues.cues.at(0).text == "好");
}

TEST_CASE("a file of no known kind, an empty one and one that is not there are named") {
    const LoneBench bench;
    CHECK(faults_of(bench.read("a.docx", "x")) == Lines{"FILE_KIND_UNKNOWN a.docx a.docx"});
    CHECK(faults_of(bench.read("a.gift", "")) == Lines{"NO_QUESTIONS a.gift a.gift"});
    CHECK(faults_of(bench.read("a.csv", "")) == Lines{"EMPTY_SHEET a.csv:1 "});
    const auto none = author::read_lone_file(bench.path() / "gone.csv");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == Code::NOT_FOUND);
}
