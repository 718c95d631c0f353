#include "kiosk/ui/text.h"

#include "content/base/utf8.h"
#include "tests/support/ui_fixture.h"

#include "imgui.h"

#include <algorithm>
#include <cmath>

using namespace pufa;
using namespace pufa::ui;
using model::Language;
using support::UiFixture;

namespace {

constexpr auto k_article = "根据《中华人民共和国民法典》第一千一百四十二条，遗嘱人可以撤回、变更自"
                           "己所立的遗嘱。立有数份遗嘱，"
                           "内容相抵触的，以最后的遗嘱为准。";

struct Ink {
    int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;
};
/// Where the glyphs of a frame that draws nothing else lie.
Ink ink_of(const ImDrawData& data) {
    Ink ink;
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawVert& v : data.CmdLists[i]->VtxBuffer) {
            ink.left = std::min(ink.left, static_cast<int>(v.pos.x));
            ink.top = std::min(ink.top, static_cast<int>(v.pos.y));
            ink.right = std::max(ink.right, static_cast<int>(v.pos.x));
            ink.bottom = std::max(ink.bottom, static_cast<int>(v.pos.y));
        }
    return ink;
}

std::string block(char32_t first, int count) {
    std::string words;
    for (int i = 0; i < count; ++i)
        base::append_utf8(words, first + static_cast<char32_t>(i));
    return words;
}

} // namespace

TEST_CASE("widths add up, and an ideograph is one em wide") {
    UiFixture fixture;
    fixture.text->set_language(Language::zh_hans);
    Text& text = *fixture.text;
    for (const float size : {type::caption, type::body, type::title, type::number}) {
        const TextStyle style{Face::sans, size};
        CHECK(text.width(style, "国") == doctest::Approx(size));
        CHECK(text.width(style, "国家宪法日") == doctest::Approx(5 * size));
        CHECK(text.width(style, "12·4 Legal aid") ==
              doctest::Approx(text.width(style, "12·4 L") + text.width(style, "egal aid")));
    }
    CHECK(text.width({}, "") == 0);
}

TEST_CASE("widths are those of whole pixels, so that what is measured is what is drawn") {
    UiFixture fixture{make_layout(1366, 768)};
    fixture.text->set_scale(fixture.layout.scale);
    // 28 units are 19.9 pixels: drawn at 20.
    CHECK(fixture.text->width({}, "国") * fixture.layout.scale == doctest::Approx(20));
}

TEST_CASE("lines fit, and the height is that of the lines") {
    UiFixture fixture;
    const TextStyle style{Face::sans, type::body};
    const Paragraph& paragraph = fixture.text->layout(style, k_article, 500, 0);
    CHECK(paragraph.lines.size() > 3);
    for (const LineOfText& line : paragraph.lines) {
        CHECK(line.width <= 500);
        CHECK(line.width == doctest::Approx(fixture.text->width(style, line.text)));
    }
    CHECK(paragraph.height ==
          doctest::Approx(static_cast<float>(paragraph.lines.size()) * type::body * 1.45f));
    CHECK(fixture.text->layout(style, "", 500, 0).height == 0);
    CHECK(fixture.text->layout(style, "一\n二\r\n\n三\n", 500, 0).lines.size() == 4);
    CHECK(fixture.text->layout(style, "一\n二\n三", 500, 2).lines[1].text == "二…");
}

TEST_CASE("a clamp to two lines ends with an ellipsis and fits") {
    UiFixture fixture;
    for (const float width : {200.f, 333.f, 408.f, 560.f}) {
        const Paragraph& paragraph = fixture.text->layout({}, k_article, width, 2);
        REQUIRE(paragraph.lines.size() == 2);
        CHECK(paragraph.clamped);
        CHECK(paragraph.lines[1].text.ends_with("…"));
        CHECK(paragraph.width <= width);
    }
}

TEST_CASE("an English clamp ends in three stops, which stand on the baseline") {
    UiFixture fixture;
    fixture.text->set_language(Language::en);
    const Paragraph& paragraph =
        fixture.text->layout({}, "The mediation committee charges no fees", 300, 1);
    CHECK(paragraph.lines[0].text.ends_with("..."));
    CHECK(paragraph.width <= 300);
    CHECK(paragraph.width == doctest::Approx(fixture.text->width({}, paragraph.lines[0].text)));
}

TEST_CASE("a layout is computed once for the same words and style, whatever the colour") {
    UiFixture fixture;
    const Paragraph& first = fixture.text->layout({}, k_article, 500, 0);
    TextStyle red;
    red.color = Color::seal;
    red.alpha = 0.5f;
    CHECK(&fixture.text->layout(red, k_article, 500, 0) == &first);
    CHECK(&fixture.text->layout({}, k_article, 501, 0) != &first);
    // A great many others later it may be gone, but never wrong.
    const std::string before = first.lines.front().text;
    for (int i = 0; i < 3000; ++i)
        (void)fixture.text->layout({}, std::to_string(i), 500, 0);
    CHECK(fixture.text->layout({}, k_article, 500, 0).lines.front().text == before);
}

TEST_CASE("another language or scale is laid out anew") {
    UiFixture fixture;
    fixture.text->set_language(Language::en);
    const float narrow = fixture.text->layout({}, "“aid”", 500, 0).width;
    fixture.text->set_language(Language::zh_hans);
    CHECK(fixture.text->layout({}, "“aid”", 500, 0).width > narrow + type::body / 2);
}

TEST_CASE("a word is drawn in the middle of its line's height") {
    UiFixture fixture;
    for (const Face face : {Face::sans, Face::sans_bold, Face::serif_bold}) {
        const auto ink = ink_of(fixture.frame([&](Ui& ui) {
            ui.text({face, 100, Color::ink, 1.45f}, {300, 200}, 500, "国");
        }));
        const float middle = static_cast<float>(ink.top + ink.bottom) / 2;
        CHECK(middle == doctest::Approx(272.5).epsilon(0.02));
        CHECK(ink.left >= 300);
        CHECK(ink.right <= 400);
    }
}

TEST_CASE("glyphs lie on whole pixels and show their texels one to one") {
    UiFixture fixture{make_layout(1366, 768)};
    const auto& data = fixture.frame([](Ui& ui) { ui.text({}, {33.3f, 44.4f}, 900, k_article); });
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const auto& vertices = data.CmdLists[i]->VtxBuffer;
        REQUIRE(vertices.Size > 0);
        for (int k = 0; k + 3 < vertices.Size; k += 4) {
            const ImDrawVert &a = vertices[k], &c = vertices[k + 2];
            CHECK(a.pos.x == std::round(a.pos.x));
            CHECK(a.pos.y == std::round(a.pos.y));
            CHECK((c.uv.x - a.uv.x) * 1024 == doctest::Approx(c.pos.x - a.pos.x));
            CHECK((c.uv.y - a.uv.y) * 1024 == doctest::Approx(c.pos.y - a.pos.y));
        }
    }
}

TEST_CASE("rare characters are drawn; one that no font has is counted once told") {
    UiFixture fixture;
    fixture.frame([](Ui& ui) { ui.text({}, {0, 0}, 900, "𠮷𠅘𧒽 吉 ㊣ ①②③ ０１２ ℃"); });
    CHECK(fixture.text->take_missing() == 0);
    fixture.frame([](Ui& ui) { ui.text({}, {0, 0}, 900, "吉\xF4\x8F\xBF\xBD"); });
    CHECK(fixture.text->take_missing() == 1);
    CHECK(fixture.text->take_missing() == 0);
}

TEST_CASE("the language decides which glyphs are drawn") {
    UiFixture fixture;
    const auto uvs = [&](Language language) {
        fixture.look.language = language;
        const auto& data = fixture.frame([](Ui& ui) { ui.text({}, {0, 0}, 900, "返骨"); });
        std::vector<float> all;
        for (const ImDrawVert& v : data.CmdLists[0]->VtxBuffer)
            all.push_back(v.uv.x + v.uv.y * 2048);
        return all;
    };
    const auto hans = uvs(Language::zh_hans);
    const int uploads = fixture.textures.updated;
    CHECK(uvs(Language::zh_hant) != hans);
    CHECK(fixture.textures.updated == uploads + 2);
    CHECK(uvs(Language::zh_hans) == hans);
    CHECK(fixture.textures.updated == uploads + 2);
}

TEST_CASE("a still page uploads nothing and lays out nothing") {
    UiFixture fixture;
    const auto screen = [](Ui& ui) { ui.text({}, {0, 0}, 900, k_article); };
    fixture.frame(screen);
    const int uploads = fixture.textures.updated;
    fixture.frame(screen);
    CHECK(fixture.textures.updated == uploads);
}

TEST_CASE("thousands of glyphs stay within the bound of pages, and old ones come back") {
    UiFixture fixture;
    int page_most = 0;
    for (int i = 0; i < 145; ++i) {
        // 140 new ideographs a frame, large ones.
        const std::string words = block(0x4E00 + static_cast<char32_t>(i) * 140, 140);
        fixture.frame([&](Ui& ui) { ui.text({Face::sans, 72}, {0, 0}, 1900, words); });
        page_most = std::max(page_most, fixture.text->pages());
    }
    CHECK(page_most == 16);
    CHECK(fixture.textures.alive() == 16);
    CHECK(fixture.text->take_missing() == 0);
    const int uploads = fixture.textures.updated;
    fixture.frame([&](Ui& ui) { ui.text({Face::sans, 72}, {0, 0}, 1900, block(0x4E00, 10)); });
    CHECK(fixture.textures.updated == uploads + 10);
}

TEST_CASE("words beyond the clip cost no glyphs") {
    UiFixture fixture;
    const auto& data = fixture.frame([](Ui& ui) {
        ui.push_clip({0, 0, 500, 500});
        ui.text({}, {0, 900}, 400, "看不见的字");
        ui.text({}, {900, 0}, 400, "也看不见");
        ui.pop_clip();
    });
    CHECK(data.TotalVtxCount == 0);
    CHECK(fixture.textures.updated == 1); // the white corner
}

TEST_CASE("another scale draws other glyphs and gives the old pages back") {
    UiFixture fixture;
    const auto screen = [](Ui& ui) { ui.text({Face::sans, 72}, {0, 0}, 1900, block(0x4E00, 200)); };
    fixture.frame(screen);
    CHECK(fixture.text->pages() == 2);
    fixture.layout = make_layout(960, 540);
    fixture.frame(screen);
    CHECK(fixture.text->pages() == 1);
    CHECK(fixture.textures.alive() == 1);
}

TEST_CASE("a halo is white, drawn before the ink and around it, and changes no width") {
    UiFixture fixture;
    TextStyle plain{Face::sans_bold, 32, Color::ink, 1.25f};
    TextStyle haloed = plain;
    haloed.halo = 3;
    const auto vertices = [&](const TextStyle& style) {
        const ImDrawData& data = fixture.frame([&](Ui& ui) {
            ui.label(style, {100, 100, 400, 60}, "蓬江区");
        });
        const auto& buffer = data.CmdLists[0]->VtxBuffer;
        return std::vector<ImDrawVert>(buffer.begin(), buffer.end());
    };
    const auto ink = vertices(plain);
    const auto both = vertices(haloed);
    REQUIRE(ink.size() == 12);
    REQUIRE(both.size() == 9 * ink.size());
    CHECK(both.front().col == rgba(Color::white));
    for (size_t i = 0; i < ink.size(); ++i) {
        const auto& last = both[both.size() - ink.size() + i];
        CHECK(last.col == rgba(Color::ink));
        CHECK(last.pos.x == ink[i].pos.x);
    }
    float left = both.front().pos.x;
    for (const auto& vertex : both)
        left = std::min(left, vertex.pos.x);
    CHECK(left == doctest::Approx(ink.front().pos.x - 3));
    CHECK(fixture.ui.text_width(haloed, "蓬江区") == fixture.ui.text_width(plain, "蓬江区"));
}
