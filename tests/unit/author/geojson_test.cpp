#include "content/author/geojson.h"
#include "tests/support/author_folder.h"

using namespace pufa;
using namespace pufa::author;
using support::Lines;

namespace {

/// x.geojson with these words, read once.
class Bench {
  public:
    explicit Bench(std::string_view words) {
        REQUIRE(base::write_file_atomic(m_place.path() / "x.geojson", words));
        auto folder = Folder::scan(m_place.path(), m_findings);
        REQUIRE(folder);
        ItemIds ids{{"a/b"}, m_findings};
        const std::vector<std::string> agencies;
        Draft draft{*folder, m_findings, ids, agencies};
        features = read_geojson(draft, "x.geojson");
        folder->report_unused(m_findings);
    }
    std::optional<std::vector<GeoFeature>> features;

    [[nodiscard]] Lines faults() const { return support::AuthorFolder::described(m_findings); }

  private:
    base::TemporaryFolder m_place;
    Findings m_findings;
};

std::string collection(const std::string& features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [" + features + "]}";
}

std::string repeated(const std::string& text, size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST_CASE("features keep their properties, geometry and line") {
    const Bench bench{
        "{\"boxes\": [0, [1]], \"name\": \"a \\\"features\\\": [\",\n"
        "\"features\": [\n"
        "{\"type\": \"Feature\", \"properties\": {\"a\": \" x \", \"features\": [[1]], "
        "\"n\": 440703, \"b\": true, \"l\": [\"y\", 2.5], \"o\": {}},\n"
        "\"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2]}},\n\n"
        "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": null}],\n"
        "\"type\": \"FeatureCollection\"}"};
    CHECK(bench.faults().empty());
    REQUIRE(bench.features);
    REQUIRE(bench.features->size() == 2);
    const auto& first = bench.features->front();
    CHECK(where(first.place) == "x.geojson:3");
    CHECK(first.text("a") == "x");
    CHECK(first.text("n") == "440703");
    CHECK(first.text("b") == "yes");
    CHECK(first.text("l") == "y;2.5");
    CHECK(first.text("o").empty());
    CHECK(first.text("none").empty());
    CHECK(first.geometry_type() == "Point");
    const auto& second = bench.features->back();
    CHECK(where(second.place) == "x.geojson:6");
    CHECK(second.geometry.is_null());
    CHECK(second.geometry_type().empty());
}

TEST_CASE("broken JSON is named with its line and column") {
    CHECK(Bench{"{\"type\": \"FeatureCollection\",\n  \"名\": ]}"}.faults() ==
          Lines{"GEOJSON_BROKEN x.geojson:2:8 x.geojson"});
    CHECK(Bench{collection("{\"type\": \"Feature\"")}.faults()[0].starts_with("GEOJSON_BROKEN"));
    CHECK(Bench{""}.faults() == Lines{"GEOJSON_BROKEN x.geojson:1:1 x.geojson"});
    CHECK(Bench{"[NaN]"}.faults() == Lines{"GEOJSON_BROKEN x.geojson:1:2 x.geojson"});
}

TEST_CASE("a number too large for any machine is a bad coordinate") {
    CHECK(Bench{"{\"a\":\n[1e999]}"}.faults()[0].starts_with("BAD_COORDINATES x.geojson:2:"));
}

TEST_CASE("what is JSON but no FeatureCollection is named") {
    for (const auto* words : {"[]", "3", "{}", "{\"type\": \"FeatureCollection\"}",
                              "{\"type\": \"FeatureCollection\", \"features\": {}}"}) {
        CAPTURE(words);
        const Bench bench{words};
        CHECK(bench.faults() == Lines{"GEOJSON_NO_COLLECTION x.geojson:1 x.geojson"});
        CHECK_FALSE(bench.features);
    }
}

TEST_CASE("one feature alone is read, and properties may be null") {
    const Bench alone{"\n{\"type\": \"Feature\", \"id\": 7, \"bbox\": [1, 2, 1, 2],\n"
                      "\"properties\": {\"a\": \"x\"}, \"geometry\": null}"};
    CHECK(alone.faults().empty());
    REQUIRE(alone.features);
    REQUIRE(alone.features->size() == 1);
    CHECK(alone.features->front().text("a") == "x");
    const Bench bare{
        collection("{\"type\": \"Feature\", \"properties\": null, \"geometry\": null}")};
    CHECK(bare.faults().empty());
    REQUIRE(bare.features);
    REQUIRE(bare.features->size() == 1);
    CHECK(bare.features->front().properties.is_object());
    CHECK(Bench{"{\"type\": \"Feature\", \"features\": []}"}.faults() ==
          Lines{"GEOJSON_NO_FEATURE x.geojson:1 1"});
}

TEST_CASE("a geometry alone is read as a feature without words") {
    for (const auto* type : {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon",
                             "MultiPolygon", "GeometryCollection"}) {
        CAPTURE(type);
        const Bench bench{"{\"type\": \"" + std::string{type} + "\", \"coordinates\": []}"};
        CHECK(bench.faults().empty());
        REQUIRE(bench.features);
        REQUIRE(bench.features->size() == 1);
        CHECK(bench.features->front().geometry_type() == type);
        CHECK(bench.features->front().held == Held::alone);
        CHECK(where(bench.features->front().place) == "x.geojson:1");
    }
}

TEST_CASE("ids, boxes and members of GeoJSON's own are judged") {
    const auto feature = [](const std::string& members) {
        return "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {}" + members + "}";
    };
    CHECK(Bench{collection(feature(", \"id\": \"a\""))}.features->at(0).id == "a");
    CHECK(Bench{feature(", \"id\": 7")}.features->at(0).id == "7");
    for (const auto* id : {"null", "true", "[1]", "{}"})
        CHECK(Bench{feature(", \"id\": " + std::string{id})}.faults() ==
              Lines{"GEOJSON_BAD_ID x.geojson:1 " + std::string{id}});
    for (const auto* box : {"[1,2,3,4]", "[1,2,3,4,5,6]", "null"})
        CHECK(Bench{feature(", \"bbox\": " + std::string{box})}.faults().empty());
    for (const auto* box : {"[]", "[1,2,3]", "[1,2,3,\"4\"]", "\"1,2,3,4\"", "{}"})
        CHECK(Bench{feature(", \"bbox\": " + std::string{box})}.faults() ==
              Lines{"GEOJSON_BAD_BBOX x.geojson:1 " + std::string{box}});
    for (const std::string name : {"coordinates", "geometries", "features"})
        CHECK(Bench{collection("\n" + feature(", \"" + name + "\": []"))}.faults() ==
              Lines{"GEOJSON_MEMBER x.geojson:2 " + name});
    CHECK(Bench{"{\"type\": \"FeatureCollection\", \"features\": [], \"properties\": {}, "
                "\"crs\": {\"type\": \"name\"}}"}
              .faults() ==
          Lines{"GEOJSON_MEMBER x.geojson:1 properties", "GEOJSON_CRS x.geojson:1 crs"});
    CHECK(Bench{feature(", \"anything\": {\"features\": 1}")}.faults().empty());
}

TEST_CASE("a key that stands twice is named with its feature; escapes are characters") {
    const Bench bench{
        collection("\n{\"type\": \"Feature\", \"geometry\": null, \"properties\": {}},\n"
                   "{\"type\": \"X\", \"type\": \"Feature\", \"geometry\": null, "
                   "\"properties\": {\"a\": \"\\u4e2d\\ud83d\\ude00\"}}")};
    CHECK(bench.faults() == Lines{"GEOJSON_KEY_TWICE x.geojson:3 type"});
    CHECK(Bench{"{\"type\": \"Point\", \"coordinates\": [1, 2],\n\"a\": 1, \"\\u0061\": 2}"}
              .faults() == Lines{"GEOJSON_KEY_TWICE x.geojson:1 a"});
    CHECK(Bench{collection("{\"type\": \"Feature\", \"geometry\": null, \"properties\": "
                           "{\"l\": [{\"a\": 1}, {\"a\": 1}], \"a\": {\"a\": 1}}}")}
              .faults()
              .empty());
    REQUIRE(bench.features);
    CHECK(bench.features->at(1).text("a") == "中😀");
    for (const auto* bad : {"[\"\\ud800\"]", "[\"\\udc00\\ud800\"]", "[1,]", "{\"a\":1,}", "[01]",
                            "[+1]", "[.5]", "[1.]", "['a']", "[\"\t\"]", "{a:1}", "[1]x",
                            "[Infinity]", "//\n[]", "[\"\\x00\"]", "[tru]", "\"\\uD834\\u0\""}) {
        CAPTURE(bad);
        CHECK(Bench{bad}.faults().at(0).starts_with("GEOJSON_BROKEN"));
    }
}

TEST_CASE("entries that are no features are named by their number and line, others are read") {
    const Bench bench{collection("\n{\"type\": \"Point\"},\n{\"type\": \"Feature\"},\n"
                                 "{\"type\": \"Feature\", \"properties\": {}}")};
    CHECK(bench.faults() ==
          Lines{"GEOJSON_NO_FEATURE x.geojson:2 1", "GEOJSON_NO_FEATURE x.geojson:3 2"});
    REQUIRE(bench.features);
    REQUIRE(bench.features->size() == 1);
    // Without "geometry" nothing says that the place has no position.
    CHECK_FALSE(bench.features->front().geometry.is_null());
    CHECK(Bench{collection("3")}.faults() == Lines{"GEOJSON_NO_FEATURE x.geojson 1"});
}

TEST_CASE("depth is bounded before anything is kept") {
    const auto deep = repeated("[", 100'000);
    CHECK(Bench{deep}.faults() == Lines{"GEOJSON_TOO_DEEP x.geojson x.geojson"});
    CHECK(Bench{repeated("[", 12) + repeated("]", 12)}.faults() ==
          Lines{"GEOJSON_NO_COLLECTION x.geojson:1 x.geojson"});
    CHECK(Bench{repeated("[", 13) + repeated("]", 13)}.faults() ==
          Lines{"GEOJSON_TOO_DEEP x.geojson x.geojson"});
}

TEST_CASE("points and bytes are bounded") {
    CHECK(Bench{"[" + repeated("1,", 4'000'000) + "1]"}.faults() ==
          Lines{"GEOJSON_TOO_LARGE x.geojson x.geojson"});
    CHECK(Bench{"[" + repeated(" ", size_t{64} << 20) + "]"}.faults() ==
          Lines{"GEOJSON_TOO_LARGE x.geojson x.geojson"});
}

TEST_CASE("a position is two or three numbers of degrees") {
    const auto read = [](const char* text) { return read_position(nlohmann::json::parse(text)); };
    CHECK(read("[113.1, 22]") == model::GeoPoint{113.1, 22});
    CHECK(read("[113.1, 22, 5]") == model::GeoPoint{113.1, 22});
    CHECK(read("[113.1, 22, 5, 1700000000]") == model::GeoPoint{113.1, 22});
    CHECK(read("[22, 113.1]") == model::GeoPoint{22, 113.1});
    for (const auto* bad : {"null", "[]", "[1]", "[1, 2, 3, \"4\"]", "[1, \"2\"]", "[1, null]",
                            "[181, 2]", "[1, -181]", "[1e300, 2]", "{\"lon\": 1}", "7"}) {
        CAPTURE(bad);
        CHECK_FALSE(read(bad));
    }
    CHECK(read_positions(nlohmann::json::parse("[[1, 2], [3, 4]]"))->size() == 2);
    CHECK_FALSE(read_positions(nlohmann::json::parse("[[1, 2], [3]]")));
    CHECK_FALSE(read_positions(nlohmann::json::parse("5")));
}
