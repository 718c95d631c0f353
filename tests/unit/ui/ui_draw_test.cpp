#include "kiosk/ui/ui.h"

#include "tests/support/ui_fixture.h"

#include "imgui.h"

#include <cmath>
#include <tuple>
#include <vector>

using namespace pufa;
using namespace pufa::ui;
using support::UiFixture;

namespace {

struct Extent {
    float left = 1e9f, top = 1e9f, right = -1e9f, bottom = -1e9f;
};
Extent extent(const ImDrawData& data) {
    Extent all;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawVert& v : data.CmdLists[i]->VtxBuffer) {
            all.left = std::min(all.left, v.pos.x);
            all.top = std::min(all.top, v.pos.y);
            all.right = std::max(all.right, v.pos.x);
            all.bottom = std::max(all.bottom, v.pos.y);
        }
    return all;
}
/// The vertices of the command that draws from `texture`.
std::vector<ImDrawVert> vertices_of(const ImDrawData& data, TextureId texture) {
    std::vector<ImDrawVert> found;
    if (data.CmdListsCount == 0) return found; // nothing was drawn
    const ImDrawList& list = *data.CmdLists[0];
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (reinterpret_cast<uintptr_t>(command.GetTexID()) != texture) continue;
        for (unsigned i = 0; i < command.ElemCount; ++i)
            found.push_back(list.VtxBuffer[static_cast<int>(
                command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i)])]);
    }
    return found;
}

} // namespace

TEST_CASE("a filled rectangle has its edges on whole pixels at any scale") {
    UiFixture fixture{make_layout(1366, 768)};
    const auto box = extent(fixture.frame([](Ui& ui) {
        ui.fill({33.3f, 77.7f, 100, 100}, Color::river);
    }));
    CHECK(box.left == std::round(33.3f * fixture.layout.scale));
    CHECK(box.right == std::round(133.3f * fixture.layout.scale));
    CHECK(box.top == std::round(77.7f * fixture.layout.scale));
    CHECK(box.bottom == std::round(177.7f * fixture.layout.scale));
}

TEST_CASE("a hairline is at least a pixel wide, an empty rectangle is nothing") {
    UiFixture fixture{make_layout(960, 540)};
    const auto box = extent(fixture.frame([](Ui& ui) {
        ui.line({100, 100}, {500, 100}, Color::line, 1);
    }));
    CHECK(box.bottom - box.top == 1);
    CHECK(fixture
              .frame([](Ui& ui) {
                  ui.fill({100, 100, 0, 50}, Color::river);
                  ui.outline({100, 100, 50, -1}, Color::river, 2);
                  ui.shadow({}, Elevation::low, 8);
                  ui.picture("", {10, 10, 0, 0}, 8, Color::mist);
              })
              .TotalVtxCount == 0);
}

TEST_CASE("an outline lies within its rectangle") {
    UiFixture fixture;
    const auto box = extent(fixture.frame([](Ui& ui) {
        ui.outline({100, 100, 200, 90}, Color::brick, 3, radius::card);
    }));
    // The fringe of anti-aliasing lies half a pixel on either side of the edge.
    CHECK(box.left >= 99);
    CHECK(box.right <= 301);
    CHECK(box.top >= 99);
    CHECK(box.bottom <= 191);
}

TEST_CASE("a scrim changes its alpha evenly from its top to its bottom") {
    UiFixture fixture{make_layout(1920, 1080)};
    const ImDrawData& data = fixture.frame([](Ui& ui) {
        ui.scrim({100, 100, 400, 200}, Color::night, 0.2f, 0.9f);
        ui.scrim({100, 100, 0, 200}, Color::night, 0, 1);
    });
    REQUIRE(data.CmdLists[0]->VtxBuffer.Size == 4);
    for (const ImDrawVert& v : data.CmdLists[0]->VtxBuffer) {
        CHECK((v.pos.x == 100 || v.pos.x == 500));
        CHECK(v.col == rgba(Color::night, v.pos.y == 100 ? 0.2f : 0.9f));
    }
}

TEST_CASE("a corner larger than its box rounds it to a pill and no further") {
    UiFixture fixture;
    const auto box = extent(fixture.frame([](Ui& ui) {
        ui.fill({100, 100, 200, 60}, Color::river, 500);
    }));
    CHECK(box.left == doctest::Approx(99.5f).epsilon(0.01));
    CHECK(box.bottom == doctest::Approx(160.5f).epsilon(0.01));
}

TEST_CASE("a convex shape is filled the same whichever way round its corners are given") {
    UiFixture fixture;
    const std::vector<Point> points{{100, 200}, {150, 100}, {200, 200}};
    const auto draw = [&](std::vector<Point> corners) {
        return extent(fixture.frame([&](Ui& ui) { ui.convex(corners, Color::seal); }));
    };
    const Extent one = draw(points);
    const Extent other = draw({points.rbegin(), points.rend()});
    CHECK(one.left < 100);
    CHECK(one.left == doctest::Approx(other.left));
    CHECK(one.top == doctest::Approx(other.top));
    CHECK(fixture
              .frame([](Ui& ui) {
                  ui.convex(std::array<Point, 2>{{{1, 1}, {2, 2}}}, Color::seal);
              })
              .TotalVtxCount == 0);
}

TEST_CASE("words align left, in the middle and right, and say how high they are") {
    UiFixture fixture;
    const TextStyle style{Face::sans, 40};
    const auto ink = [&](Align align) {
        return extent(fixture.frame([&](Ui& ui) {
            CHECK(ui.text(style, {100, 100}, 400, "国家", align) == doctest::Approx(58));
        }));
    };
    CHECK(ink(Align::left).left < 110);
    CHECK(ink(Align::right).right > 490);
    const Extent middle = ink(Align::center);
    CHECK((middle.left + middle.right) / 2 == doctest::Approx(300).epsilon(0.01));
    fixture.frame([&](Ui& ui) {
        CHECK(ui.text_height(style, 400, "国家\n宪法") == doctest::Approx(116));
        CHECK(ui.text_width(style, "国家") == doctest::Approx(80));
    });
}

TEST_CASE("a label is centred both ways and never wider than its box") {
    UiFixture fixture;
    const Rect box{100, 100, 200, 80};
    const auto ink = extent(fixture.frame([&](Ui& ui) {
        ui.label({Face::sans_bold, 40, Color::ink, 1.25f}, box, "国国");
    }));
    CHECK((ink.left + ink.right) / 2 == doctest::Approx(200).epsilon(0.01));
    CHECK((ink.top + ink.bottom) / 2 == doctest::Approx(140).epsilon(0.01));
    const auto cut = extent(fixture.frame([&](Ui& ui) {
        ui.label({Face::sans_bold, 40}, box, "人民调解委员会调解民间纠纷");
    }));
    CHECK(cut.left >= 100);
    CHECK(cut.right <= 300);
}

TEST_CASE("an icon is centred on its point") {
    UiFixture fixture;
    const auto ink = extent(fixture.frame([](Ui& ui) {
        ui.icon(0xE835, {500, 300}, 100, Color::river);
    })); // a square box
    CHECK((ink.left + ink.right) / 2 == doctest::Approx(500).epsilon(0.01));
    CHECK((ink.top + ink.bottom) / 2 == doctest::Approx(300).epsilon(0.01));
}

TEST_CASE("a picture is cropped to fill its box; its colour stands in while it is not there") {
    UiFixture fixture;
    const Rect box{100, 100, 400, 200};
    const auto draw = [&]() -> const ImDrawData& {
        return fixture.frame([&](Ui& ui) { ui.picture("p", box, radius::card, Color::mist); });
    };
    const ImDrawData& bare = draw();
    CHECK(bare.TotalVtxCount > 0);
    CHECK(bare.CmdLists[0]->VtxBuffer[0].col == rgba(Color::mist));

    const TextureId square = fixture.textures.create(64, 64, {});
    fixture.pictures["p"] = {square, 64, 64};
    (void)draw();
    fixture.now += motion::picture; // it has faded in
    float u_min = 1, u_max = 0, v_min = 1, v_max = 0;
    for (const ImDrawVert& v : vertices_of(draw(), square)) {
        u_min = std::min(u_min, v.uv.x);
        u_max = std::max(u_max, v.uv.x);
        v_min = std::min(v_min, v.uv.y);
        v_max = std::max(v_max, v.uv.y);
    }
    CHECK(u_min == doctest::Approx(0).epsilon(0.01));
    CHECK(u_max == doctest::Approx(1));
    CHECK(v_min == doctest::Approx(0.25));
    CHECK(v_max == doctest::Approx(0.75));

    fixture.pictures["p"] = {square, 1000, 100}; // as wide as ten: its sides go
    u_min = 1;
    for (const ImDrawVert& v : vertices_of(draw(), square))
        u_min = std::min(u_min, v.uv.x);
    CHECK(u_min == doctest::Approx(0.4));
}

TEST_CASE("a picture is looked for at the pixels of the screen that it covers") {
    for (const auto& [width, height, asked] :
         std::vector<std::tuple<int, int, PixelSize>>{{1920, 1080, {400, 225}},
                                                      {3840, 2160, {800, 450}},
                                                      {1280, 720, {267, 150}},
                                                      {1080, 1920, {400, 225}}}) {
        UiFixture fixture(make_layout(width, height));
        (void)fixture.frame([](Ui& ui) { ui.picture("p", {0, 0, 400, 225}, 0, Color::mist); });
        CHECK(fixture.asked_sizes.at("p") == asked);
    }
}

TEST_CASE("a clip within a clip shows what lies in both") {
    UiFixture fixture;
    const auto& data = fixture.frame([](Ui& ui) {
        ui.push_clip({0, 0, 300, 300});
        ui.push_clip({200, 200, 300, 300});
        ui.fill({0, 0, 900, 900}, Color::river);
        ui.pop_clip();
        ui.pop_clip();
    });
    const ImVec4 clip = data.CmdLists[0]->CmdBuffer[0].ClipRect;
    CHECK(clip.x == 200);
    CHECK(clip.z == 300);
}

TEST_CASE("a hole for the video is remembered for its frame only") {
    UiFixture fixture;
    fixture.frame([](Ui& ui) { ui.video_hole({0, 0, 1920, 1080}); });
    CHECK(fixture.ui.video_rect() == Rect{0, 0, 1920, 1080});
    fixture.frame([](Ui&) {});
    CHECK_FALSE(fixture.ui.video_rect().has_value());
}

TEST_CASE("triangles are drawn as they are given, in one colour and one command") {
    UiFixture fixture;
    const std::vector<Point> points{{100, 100}, {200, 100}, {200, 200}, {100, 200}};
    const std::vector<uint16_t> indices{0, 1, 2, 0, 2, 3};
    const auto draw = [&](Ui& ui) {
        ui.triangles(points, indices, Color::district2);
        ui.triangles(points, indices, Color::district2);
        ui.triangles({}, {}, Color::district2);
    };
    const ImDrawData& data = fixture.frame(draw);
    REQUIRE(data.CmdListsCount == 1);
    CHECK(data.CmdLists[0]->CmdBuffer.Size == 1);
    CHECK(data.TotalVtxCount == 8);
    CHECK(data.TotalIdxCount == 12);
    const auto all = extent(data);
    CHECK(all.left == 100);
    CHECK(all.bottom == 200);
    for (const ImDrawVert& vertex : data.CmdLists[0]->VtxBuffer)
        CHECK(vertex.col == rgba(Color::district2));
}

TEST_CASE("more triangles than one command has indices for are drawn whole") {
    UiFixture fixture;
    const std::vector<Point> points(60'000, Point{5, 5});
    std::vector<uint16_t> indices;
    for (uint16_t i = 0; i + 2 < 60'000; i = static_cast<uint16_t>(i + 3))
        indices.insert(indices.end(),
                       {i, static_cast<uint16_t>(i + 1), static_cast<uint16_t>(i + 2)});
    const ImDrawData& data = fixture.frame([&](Ui& ui) {
        ui.triangles(points, indices, Color::land);
        ui.triangles(points, indices, Color::land);
    });
    CHECK(data.TotalVtxCount == 120'000);
    for (const ImDrawCmd& command : data.CmdLists[0]->CmdBuffer)
        CHECK(command.VtxOffset % 60'000 == 0);
}

TEST_CASE("a stroke goes through all its points, however many, and closes where it began") {
    UiFixture fixture;
    std::vector<Point> wave;
    for (int i = 0; i < 30'000; ++i)
        wave.push_back(
            {static_cast<float>(i) / 20, 300 + 50 * std::sin(static_cast<float>(i) / 90)});
    const auto all = extent(fixture.frame([&](Ui& ui) { ui.stroke(wave, Color::white, 3); }));
    CHECK(all.left < 1);
    CHECK(all.right > 1499);
    const std::vector<Point> ring{{100, 100}, {200, 100}, {150, 180}, {100, 100}};
    const auto closed = fixture.frame([&](Ui& ui) { ui.stroke(ring, Color::white, 4); });
    const std::vector<Point> open{{100, 100}, {200, 100}, {150, 180}};
    const int vertices = closed.TotalVtxCount;
    CHECK(vertices ==
          fixture.frame([&](Ui& ui) { ui.stroke(open, Color::white, 4); }).TotalVtxCount);
}

TEST_CASE("a cell of a sheet is drawn whole and without its neighbours, or not at all") {
    UiFixture fixture;
    const Rect box{100, 100, 160, 90};
    const Ui::Sheet sheet{23, 10}; // in three rows
    bool there = true;
    const auto drawn = [&](int cell) {
        return vertices_of(
            fixture.frame([&](Ui& ui) { there = ui.picture_cell("s", sheet, cell, box, 0); }), 7);
    };
    CHECK(drawn(0).empty());
    CHECK_FALSE(there);
    CHECK(fixture.asked_sizes["s"].width == 1600);
    CHECK(fixture.asked_sizes["s"].height == 270);
    fixture.pictures["s"] = {7, 1600, 270};
    struct Row {
        int cell;
        float u, v; // top left of its cell, in cells
    };
    for (const Row& row :
         {Row{0, 0, 0}, Row{12, 2, 1}, Row{22, 2, 2}, Row{99, 2, 2}, Row{-3, 0, 0}}) {
        CAPTURE(row.cell);
        const auto vertices = drawn(row.cell);
        CHECK(there);
        REQUIRE_FALSE(vertices.empty());
        for (const auto& vertex : vertices) {
            CHECK(vertex.uv.x > row.u / 10);
            CHECK(vertex.uv.x < (row.u + 1) / 10);
            CHECK(vertex.uv.y > row.v / 3);
            CHECK(vertex.uv.y < (row.v + 1) / 3);
        }
    }
    fixture.asked_sizes.clear();
    (void)fixture.frame([&](Ui& ui) { CHECK(ui.want_sheet("s", sheet, box)); });
    CHECK(fixture.asked_sizes["s"].width == 1600);
    CHECK(vertices_of(fixture.frame([](Ui&) {}), 7).empty());
}
