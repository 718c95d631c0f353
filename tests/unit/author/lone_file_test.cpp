#include "content/author/lone_file.h"

#include "tests/support/author_folder.h"

#include <set>

using namespace pufa;
using namespace std::literals;
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
    REQUIRE(found.questions.size() == 1);
    CHECK(found.questions[0].question.citation->article == "第一千一百四十二条");
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

TEST_CASE("a question in which an error was found is not among those that were understood") {
    const LoneBench bench;
    const auto kept = [&](const std::string& name, const std::string& text) {
        Lines stems;
        for (const auto& asked : bench.read(name, text).questions)
            stems.push_back(asked.question.stem.in(model::Language::zh_hans));
        return stems;
    };
    const std::string sound = "\n\n好？{=甲 ~乙}\n";
    for (const std::string faulty : {"x{~a ~b}", "x{~a}", "x{=a =b ~c}", "x{=a ~a}", "x{=a ~}",
                                     "x{=1 ~2 ~3 ~4 ~5 ~6 ~7}", "x{=a ~b", "{=a ~b}"}) {
        CAPTURE(faulty);
        CHECK(kept("a.gift", faulty + sound) == Lines{"好？"});
        CHECK(author::has_errors(bench.read("a.gift", faulty + sound).findings));
    }
    CHECK(kept("a.aiken",
               "少\nA) 一\nANSWER: A\n\nA) 没有题\n\nANSWER: 没有题\n\n好？\nA) 一\nB) 二\n"
               "ANSWER: A\n\n没完\nA) 一\nB) 二\n\n也好？\nA)一\nB)二\nANSWER: B\n") ==
          Lines{"好？", "也好？"});
    CHECK(kept("a.csv",
               "题型,题目,选项A,选项B,答案\n单选,好？,甲,乙,A\n单选,没答案,甲,乙,\n"
               "什么,没题型,甲,乙,A\n单选,缺一项,甲,,A\n单选,,甲,乙,A\n") == Lines{"好？"});
}

TEST_CASE("two questions of one stem, or of one title, are two questions") {
    const LoneBench bench;
    const auto found =
        bench.read("a.gift", "::q-1::谁？{=甲 ~乙}\n\n::q-1::谁？{=甲 ~丙}\n\n谁？{F}\n\n"
                             "谁？{F}\n");
    CHECK_FALSE(author::has_errors(found.findings));
    REQUIRE(found.questions.size() == 4);
    CHECK(found.questions[0].title == "q-1");
    CHECK(found.questions[1].title == "q-1");
    std::set<std::string> ids;
    for (const auto& asked : found.questions)
        ids.insert(asked.question.id.value);
    CHECK(ids.size() == 4);
    const auto weighed = bench.read("b.gift", "谁？{~%50%甲 ~%50%乙 ~丙}").questions.at(0);
    CHECK(weighed.weights == std::vector<std::optional<double>>{50, 50, std::nullopt});
}

TEST_CASE("places are judged as in a folder, but for towns, disputes and what to bring") {
    const LoneBench bench;
    const std::string header = "编号,名称,类别,镇街,经度,纬度,电话,开放时间,纠纷\n";
    const auto faults = [&](const std::string& row) {
        return faults_of(bench.read("p.csv", header + row + "\n"));
    };
    CHECK(faults("a,甲站,司法所,某镇,113.1,22.6,0750-123,Mo-Fr 09:00-12:00,leak") == Lines{});
    CHECK(faults("a,,司法所,某镇,113.1,22.6,,,") == Lines{"CELL_EMPTY p.csv:2:2 名称"});
    CHECK(faults("a,甲站,饭店,某镇,113.1,22.6,,,") == Lines{"UNKNOWN_PLACE_KIND p.csv:2:3 饭店"});
    CHECK(faults("a,甲站,司法所,某镇,22.6,113.1,,,") == Lines{"LON_LAT_SWAPPED p.csv:2:5 甲站"});
    CHECK(faults("a,甲站,司法所,某镇,,,没有,,") == Lines{"BAD_PHONE p.csv:2:7 没有"});
    CHECK(faults("a,甲站,司法所,某镇,,,,看情况,") == Lines{"BAD_HOURS p.csv:2:8 看情况"});
    CHECK(faults("a,甲站,司法所,某镇,,,,,\nb,甲站,司法所,某镇,,,,,\nb,乙站,司法所,某镇,,,,,") ==
          Lines{"PLACE_TWICE p.csv:3:2 甲站", "DUPLICATE_ID p.csv:4:1 b"});
    const auto points = bench.read(
        "p.json", R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"a",)"
                  R"("properties":{"name":"丙站","kind":"饭店","town":"某镇"},)"
                  R"("geometry":{"type":"Point","coordinates":[22.6,113.1]}}]})");
    CHECK(faults_of(points) ==
          Lines{"UNKNOWN_PLACE_KIND p.json:1 饭店", "LON_LAT_SWAPPED p.json:1 丙站"});
    CHECK(points.places.at(0).id == "a");
}

TEST_CASE("geometries are judged by RFC 7946, whatever they are for") {
    const LoneBench bench;
    const auto faults = [&](const std::string& type, const std::string& coordinates) {
        return faults_of(bench.read(
            "m.geojson", R"({"type":"Feature","properties":{"name":"n"},"geometry":{"type":")" +
                             type + R"(","coordinates":)" + coordinates + "}}"));
    };
    const std::string ring = "[[1,1],[2,1],[2,2],[1,1]]", turned = "[[1,1],[2,2],[2,1],[1,1]]";
    CHECK(faults("Polygon", "[" + ring + "]") == Lines{});
    CHECK(faults("Polygon", "[]") == Lines{});
    CHECK(faults("Polygon", "[" + ring + "," + turned + "]") == Lines{});
    CHECK(faults("Polygon", "[" + turned + "]") == Lines{"GEOJSON_RING_TURN m.geojson:1 n"});
    CHECK(faults("Polygon", "[" + ring + "," + ring + "]") ==
          Lines{"GEOJSON_RING_TURN m.geojson:1 n"});
    CHECK(faults("Polygon", "[[[1,1],[2,1],[2,2],[1,2]]]") ==
          Lines{"RING_NOT_CLOSED m.geojson:1 n"});
    CHECK(faults("MultiPolygon", "[[[[1,1],[2,1],[2,2],[1,1,5]]]]") ==
          Lines{"RING_NOT_CLOSED m.geojson:1 n"});
    CHECK(faults("Polygon", "[[[1,1],[2,1],[1,1]]]") == Lines{"RING_TOO_SHORT m.geojson:1 n"});
    CHECK(faults("Polygon", ring) == Lines{"BAD_COORDINATES m.geojson:1 n"});
    CHECK(faults("LineString", "[[1,1]]") == Lines{"BAD_COORDINATES m.geojson:1 n"});
    CHECK(faults("MultiLineString", "[[[1,1],[2,2]],[[1,1]]]") ==
          Lines{"BAD_COORDINATES m.geojson:1 n"});
    CHECK(faults("MultiPoint", "[1,2]") == Lines{"BAD_COORDINATES m.geojson:1 n"});
    CHECK(faults("Point", "[1]") == Lines{"BAD_COORDINATES m.geojson:1 n"});
    CHECK(faults("Point", "[1,\"2\"]") == Lines{"BAD_COORDINATES m.geojson:1 n"});
    CHECK(faults("Point", "[1,2,3,4]") == Lines{});
    CHECK(faults("Point", "[2,120.5]") ==
          Lines{"IMPOSSIBLE_POSITION m.geojson:1 2.00000, 120.50000"});
    CHECK(faults("Point", "[190,2]") == Lines{"POSITION_BEYOND m.geojson:1 190.00000, 2.00000"});
    CHECK(faults("Circle", "[1,2]") == Lines{"GEOMETRY_TYPE m.geojson:1 Circle"});
    CHECK(faults("Point", "[1,2],\"properties\":{}") ==
          Lines{"GEOJSON_MEMBER m.geojson:1 properties"});
}

TEST_CASE("geometries alone and collections of them are GeoJSON too") {
    const LoneBench bench;
    const auto read = [&](const std::string& text) { return bench.read("m.geojson", text); };
    const auto point = read(R"({"type":"Point","coordinates":[113,22]})");
    CHECK(faults_of(point) == Lines{});
    CHECK(point.places.at(0).at->lat == 22);
    // Nothing that a pack could hold: numbers beyond the globe may be a drawing's.
    const auto drawn = read(R"({"type":"LineString","coordinates":[[-259,-109],[-258,-134]]})");
    CHECK(faults_of(drawn) == Lines{"POSITION_BEYOND m.geojson:1 -259.00000, -109.00000"});
    CHECK_FALSE(author::has_errors(drawn.findings));
    CHECK(faults_of(read(R"({"type":"Point","coordinates":[2,4,6,8]})")) ==
          Lines{"BAD_COORDINATES m.geojson:1 "});
    const auto collected =
        read(R"({"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection",)"
             R"("geometries":[{"type":"Point","coordinates":[1,2]},)"
             R"({"type":"GeometryCollection","geometries":[]}]}})");
    CHECK(faults_of(collected) == Lines{});
    CHECK(collected.places.at(0).geometry == "GeometryCollection");
    CHECK(faults_of(read(R"({"type":"GeometryCollection","geometries":[false,)"
                         R"({"type":"LineString","coordinates":[[1,2]]}]})")) ==
          Lines{"GEOMETRY_TYPE m.geojson:1 ", "BAD_COORDINATES m.geojson:1 "});
    CHECK(faults_of(read(R"({"type":"GeometryCollection"})")) ==
          Lines{"COORDINATES_MISSING m.geojson:1 "});
}

TEST_CASE("cues are listed as their file has them, and a file without signature has none") {
    const LoneBench bench;
    const auto backwards = bench.read("c.vtt", "WEBVTT\n\n00:02.000 --> 00:01.000\n甲\n\n"
                                               "00:03.000 --> 00:04.000\n\n");
    CHECK(faults_of(backwards) == Lines{"CAPTION_BACKWARDS c.vtt:3 00:02.000 --> 00:01.000"});
    CHECK(backwards.cues.size() == 2);
    const auto unsigned_file = bench.read("c.vtt", "WEBVTTx\n\n00:01.000 --> 00:02.000\n甲\n");
    CHECK(faults_of(unsigned_file) == Lines{"CAPTIONS_NO_SIGNATURE c.vtt:1 c.vtt"});
    CHECK(unsigned_file.cues.empty());
    const auto nul = bench.read("c.srt", "00:01 --> 00:02\n甲\0\n"s);
    CHECK(faults_of(nul) == Lines{});
    CHECK(nul.cues.at(0).text == "甲\uFFFD");
    const auto none = bench.read("c.vtt", "WEBVTT\n");
    CHECK(faults_of(none) == Lines{"CAPTIONS_EMPTY c.vtt c.vtt"});
    CHECK_FALSE(author::has_errors(none.findings));
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
