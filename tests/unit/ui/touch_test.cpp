#include "kiosk/ui/touch.h"

#include <doctest/doctest.h>

using namespace pufa::ui;
using Kind = Target::Kind;

namespace {

Target at(std::string id, Rect rect, int layer = 0, bool enabled = true, Kind kind = Kind::tap) {
    return {std::move(id), rect, layer, enabled, kind};
}
std::string id_of(const Target* target) {
    return target ? target->id : "-";
}

constexpr float k_slop = 20;

} // namespace

TEST_CASE("of targets that lie on each other the last drawn one is hit") {
    TargetRecord record;
    record.add(at("card", {0, 0, 200, 200}));
    record.add(at("button", {50, 50, 50, 50}));
    CHECK(id_of(record.hit({60, 60}, k_slop)) == "button");
    CHECK(id_of(record.hit({10, 10}, k_slop)) == "card");
}

TEST_CASE("a higher layer is hit before a lower one that was drawn after it") {
    TargetRecord record;
    record.add(at("above", {0, 0, 100, 100}, 1));
    record.add(at("below", {0, 0, 100, 100}, 0));
    CHECK(id_of(record.hit({50, 50}, k_slop)) == "above");
}

TEST_CASE("a miss by less than the slop goes to the nearest target") {
    TargetRecord record;
    record.add(at("left", {0, 0, 100, 100}));
    record.add(at("right", {130, 0, 100, 100}));
    CHECK(id_of(record.hit({110, 50}, k_slop)) == "left");
    CHECK(id_of(record.hit({121, 50}, k_slop)) == "right");
    CHECK(id_of(record.hit({50, 119}, k_slop)) == "left");
    CHECK(id_of(record.hit({50, 121}, k_slop)) == "-");
    CHECK(id_of(record.hit({114, 114}, k_slop)) == "left"); // 19.8 from its corner
    CHECK(id_of(record.hit({115, 115}, k_slop)) == "-");
}

TEST_CASE("nothing beneath a blocking layer is hit, found or scrolled, not even by slop") {
    TargetRecord record;
    record.add(at("page", {0, 0, 500, 500}));
    record.add(at("list", {0, 0, 500, 500}, 0, true, Kind::scroll_y));
    record.block_below(1);
    record.add(at("ok", {200, 200, 100, 50}, 1));
    CHECK(id_of(record.hit({10, 10}, k_slop)) == "-");
    CHECK(id_of(record.hit({190, 225}, k_slop)) == "ok");
    CHECK(id_of(record.hit({210, 210}, k_slop)) == "ok");
    CHECK(record.scroll_at({10, 10}) == nullptr);
    CHECK(record.find("page") == nullptr);
    CHECK(id_of(record.find("ok")) == "ok");
    record.clear();
    record.add(at("page", {0, 0, 500, 500}));
    CHECK(id_of(record.hit({10, 10}, k_slop)) == "page");
}

TEST_CASE("a touch on a disabled target reaches neither what lies beneath nor a neighbour") {
    TargetRecord record;
    record.add(at("card", {0, 0, 200, 200}));
    record.add(at("off", {50, 50, 50, 50}, 0, false));
    record.add(at("near", {101, 50, 50, 50}));
    CHECK(record.hit({99, 60}, k_slop) == nullptr);
    CHECK(id_of(record.hit({40, 60}, k_slop)) == "card");
}

TEST_CASE("slop does not reach for a slider or a disabled target") {
    TargetRecord record;
    record.add(at("bar", {0, 0, 100, 20}, 0, true, Kind::slider));
    record.add(at("off", {0, 60, 100, 20}, 0, false));
    CHECK(record.hit({50, 30}, k_slop) == nullptr);
    CHECK(record.hit({50, 50}, k_slop) == nullptr);
    CHECK(id_of(record.hit({50, 10}, k_slop)) == "bar");
}

TEST_CASE("the innermost scroll area is found, or the innermost of one axis") {
    TargetRecord record;
    record.add(at("page", {0, 0, 1000, 1000}, 0, true, Kind::scroll_y));
    record.add(at("shelf", {0, 200, 1000, 300}, 0, true, Kind::scroll_x));
    CHECK(id_of(record.scroll_at({500, 300})) == "shelf");
    CHECK(id_of(record.scroll_at({500, 600})) == "page");
    CHECK(id_of(record.scroll_at({500, 300}, Kind::scroll_y)) == "page");
    CHECK(record.scroll_at({500, 600}, Kind::scroll_x) == nullptr);
    CHECK(record.hit({500, 300}, k_slop) == nullptr);
}
