#include "kiosk/screens/map_canvas.h"

#include "kiosk/ui/damage.h"
#include "tests/support/canvases.h"
#include "tests/support/map_fixture.h"
#include "tests/support/spied_text.h"

#include <doctest/doctest.h>

using namespace pufa;
using support::MapFixture;

namespace {

/// Fractions of a unit that rounding to pixels may take.
constexpr float k_hair = 1;

bool overlap(const ui::Rect& a, const ui::Rect& b) {
    const auto both = a.intersected(b);
    return both.w > k_hair && both.h > k_hair;
}

std::vector<ui::Target> markers_of(const ui::TargetRecord& record) {
    std::vector<ui::Target> found;
    for (const auto& target : record.all()) {
        if (target.id.rfind("map.marker.", 0) == 0 || target.id.rfind("map.cluster.", 0) == 0)
            found.push_back(target);
    }
    return found;
}

} // namespace

TEST_CASE("a tapped marker answers with its row") {
    MapFixture map;
    map.markers = {map.at(112.5, 22.2, 7), map.at(113.0, 22.6, 3)};
    map.show();
    map.screen.tap("map.marker.7");
    CHECK(map.show().row == 7);
    CHECK_FALSE(map.show().row.has_value());
}

TEST_CASE("a tapped cluster comes nearer until its members stand apart") {
    MapFixture map;
    map.markers = {map.at(112.5, 22.2, 0), map.at(112.51, 22.21, 1), map.at(113.0, 22.6, 2)};
    map.show();
    REQUIRE(map.has("map.cluster.0"));
    CHECK_FALSE(map.has("map.marker.1"));
    map.screen.tap("map.cluster.0");
    CHECK_FALSE(map.show().row.has_value());
    map.settle();
    CHECK(map.has("map.marker.0"));
    CHECK(map.has("map.marker.1"));
}

TEST_CASE("places in one house are fanned out for the finger, and put together by a tap beside") {
    MapFixture map;
    map.markers = {map.at(112.5, 22.2, 4), map.at(112.5, 22.2, 5), map.at(112.5, 22.2, 6)};
    map.show();
    map.screen.tap("map.cluster.4");
    map.settle();
    for (const auto* id : {"map.marker.4", "map.marker.5", "map.marker.6"})
        REQUIRE(map.has(id));
    map.screen.tap_at({400, 200});
    map.settle();
    CHECK_FALSE(map.has("map.marker.5"));
    map.screen.tap("map.cluster.4");
    map.settle();
    map.screen.tap("map.marker.6");
    CHECK(map.show().row == 6);
    // Another filter: the rows are other places now.
    map.settle();
    map.screen.tap("map.cluster.4");
    map.settle();
    REQUIRE(map.has("map.marker.5"));
    map.markers = {map.at(112.5, 22.2, 4), map.at(112.9, 22.5, 5)};
    map.settle();
    CHECK_FALSE(map.has("map.fan.close"));
}

TEST_CASE("the map follows the finger, flies on and stays in its bounds") {
    MapFixture map;
    map.markers = {map.at(112.6, 22.3, 1)};
    map.show();
    map.screen.tap("map.plus");
    map.settle();
    const auto before = map.middle_of("map.marker.1");
    map.drag({1000, 500}, {1120, 560}, std::chrono::milliseconds{400});
    map.settle();
    const auto after = map.middle_of("map.marker.1");
    CHECK(after.x - before.x > 100);
    CHECK(after.y - before.y > 45);
    for (int i = 0; i < 30; ++i)
        map.drag({300, 300}, {1500, 700}, std::chrono::milliseconds{60});
    map.settle();
    // Its north-west corner is on screen, where it was stopped.
    map.markers = {map.at(112.0, 22.8, 9)};
    map.show();
    CHECK(map.has("map.marker.9"));
}

TEST_CASE("a fling goes on by itself and comes to rest") {
    MapFixture map;
    map.markers = {map.at(112.6, 22.3, 1)};
    map.show();
    map.screen.tap("map.plus");
    map.settle();
    const auto before = map.middle_of("map.marker.1");
    map.drag({1000, 500}, {1100, 500}, std::chrono::milliseconds{50});
    CHECK(map.screen.ui.animating());
    map.settle();
    CHECK(map.middle_of("map.marker.1").x - before.x > 150);
    CHECK_FALSE(map.screen.ui.animating());
}

TEST_CASE("two fingers zoom around what lies between them") {
    MapFixture map;
    map.markers = {map.at(112.55, 22.4, 1), map.at(112.65, 22.4, 2)};
    map.show();
    map.screen.tap("map.plus"); // at first it is narrower than the screen, and held in its middle
    map.settle();
    const auto span = [&] {
        return map.middle_of("map.marker.2").x - map.middle_of("map.marker.1").x;
    };
    const float before = span();
    const auto middle = map.middle_of("map.marker.1");
    using Kind = ui::PointerInput::Kind;
    map.screen.feed(Kind::down, {middle.x - 100, middle.y + 120}, 1);
    map.screen.feed(Kind::down, {middle.x + 100, middle.y + 120}, 2);
    for (int i = 1; i <= 10; ++i) {
        map.screen.now += std::chrono::milliseconds{16};
        const auto by = static_cast<float>(i * 10);
        map.screen.feed(Kind::move, {middle.x - 100 - by, middle.y + 120}, 1);
        map.screen.feed(Kind::move, {middle.x + 100 + by, middle.y + 120}, 2);
        map.show();
    }
    map.screen.feed(Kind::up, {middle.x - 200, middle.y + 120}, 1);
    map.screen.feed(Kind::up, {middle.x + 200, middle.y + 120}, 2);
    map.settle();
    CHECK(span() == doctest::Approx(before * 2).epsilon(0.05));
    CHECK(map.middle_of("map.marker.1").x == doctest::Approx(middle.x).epsilon(0.02));
}

TEST_CASE("the keys zoom, and rest at both ends") {
    MapFixture map;
    map.show();
    CHECK(map.enabled("map.plus"));
    map.screen.tap("map.minus");
    map.settle();
    CHECK_FALSE(map.enabled("map.minus"));
    for (int i = 0; i < 12; ++i) {
        map.screen.tap("map.plus");
        map.settle();
    }
    CHECK_FALSE(map.enabled("map.plus"));
    CHECK(map.enabled("map.minus"));
}

TEST_CASE("the key to where one stands shows that place; without one there is no key") {
    MapFixture map;
    map.show();
    CHECK_FALSE(map.has("map.here"));
    map.here = model::GeoPoint{113.0, 22.6};
    map.markers = {map.at(113.0, 22.6, 8)};
    map.show();
    map.screen.tap("map.here");
    map.settle();
    const auto at = map.middle_of("map.marker.8");
    const auto middle = map.area().center();
    CHECK(at.x == doctest::Approx(middle.x).epsilon(0.01));
    CHECK(at.y == doctest::Approx(middle.y).epsilon(0.07)); // above the note
}

TEST_CASE("a chosen district fills the frame, and the whole map comes back") {
    MapFixture map;
    map.markers = {map.at(112.1, 22.4, 1), map.at(112.9, 22.7, 2)};
    map.show();
    const float before = map.middle_of("map.marker.2").x - map.middle_of("map.marker.1").x;
    map.district = "440703";
    map.settle();
    CHECK(map.has("map.marker.1"));
    CHECK_FALSE(map.has("map.marker.2"));
    map.district.reset();
    map.settle();
    CHECK(map.middle_of("map.marker.2").x - map.middle_of("map.marker.1").x ==
          doctest::Approx(before).epsilon(0.05));
}

TEST_CASE("a chosen place out of sight is flown to, and stands alone") {
    MapFixture map;
    map.markers = {map.at(112.1, 22.1, 1), map.at(112.101, 22.101, 2)};
    map.show();
    CHECK(map.has("map.cluster.1"));
    map.selected = 2;
    map.show();
    CHECK(map.has("map.marker.2"));
    for (int i = 0; i < 3; ++i) {
        map.screen.tap("map.plus");
        map.settle();
    }
    map.selected = 1;
    map.settle();
    CHECK(map.has("map.marker.1"));
}

TEST_CASE("with reduced motion the map is there at once") {
    MapFixture map;
    map.screen.look.motion = ui::Motion::reduced;
    map.markers = {map.at(112.1, 22.4, 1)};
    map.show();
    map.district = "440703";
    map.show();
    map.show();
    const auto at = map.middle_of("map.marker.1");
    map.settle();
    CHECK(map.middle_of("map.marker.1") == at);
}

TEST_CASE("the end of a visit puts the map back") {
    MapFixture map;
    map.markers = {map.at(112.6, 22.3, 1)};
    map.show();
    const auto before = map.middle_of("map.marker.1");
    map.screen.tap("map.plus");
    map.settle();
    CHECK_FALSE(map.middle_of("map.marker.1") == before);
    map.screen.memory = {};
    map.show();
    CHECK(map.middle_of("map.marker.1") == before);
}

TEST_CASE("a still map asks for no further frame, and one more would change nothing") {
    MapFixture map;
    map.scatter(200);
    map.settle();
    CHECK_FALSE(map.screen.ui.animating());
    ui::DamageTracker damage;
    const map::Scene scene{map.base, map.markers, map.here};
    const auto frame = [&]() -> ImDrawData& {
        return map.screen.frame(
            [&](ui::Ui& ui) { (void)screens::map_canvas(ui, map.area(), scene, {true}, {}, {}); });
    };
    (void)damage.next(frame(), 1920, 1080);
    CHECK(damage.next(frame(), 1920, 1080).empty());
}

TEST_CASE("markers are 16 mm and 4 mm apart, and clear of the keys, on every canvas and zoom") {
    support::on_every_canvas([](support::ScreenFixture& screen, const support::Canvas& canvas) {
        if (screen.look.language != model::Language::zh_hans) return;
        MapFixture map{screen};
        map.here = model::GeoPoint{113.0, 22.5};
        map.scatter(150);
        for (int zoom = 0; zoom < 5; ++zoom) {
            map.settle();
            for (const auto& target : support::pressable(screen)) {
                CAPTURE(target.id);
                const float least = std::min(target.rect.w, target.rect.h);
                // What the edge of the map cuts keeps what a finger needs at the least.
                const bool cut =
                    target.id.rfind("map.marker", 0) == 0 || target.id.rfind("map.cluster", 0) == 0;
                CHECK(least + k_hair >= canvas.layout.mm(cut ? 12 : 16));
            }
            support::check_targets(screen, canvas.layout);
            screen.tap("map.plus");
        }
    });
}

namespace {

std::unique_ptr<ui::Text> open_text(ui::TextureHost& host) {
    auto files = ui::find_fonts();
    REQUIRE(files.ok());
    auto opened = ui::Text::open(*files, host);
    REQUIRE(opened.ok());
    return std::move(opened).value();
}

/// A map whose words are remembered; it is moved without fingers.
struct SpiedMap {
    support::CountingTextures textures;
    support::SpiedText text{open_text(textures)};
    ui::UiMemory memory;
    ui::Ui ui{text, memory, [](const std::string&, ui::PixelSize) { return std::nullopt; }};
    SteadyTime now{std::chrono::seconds{9}};

    void show(const support::Canvas& canvas, model::Language language, const map::Scene& scene,
              const screens::MapFrame& insets, std::string tapped = {}) {
        auto look = canvas.look;
        look.language = language;
        now += std::chrono::seconds{1}; // whatever flew has arrived
        text.forget();
        ui.begin(canvas.layout, look, {std::move(tapped), {}}, now);
        (void)screens::map_canvas(ui, canvas.layout.canvas(), scene, {true}, {}, {}, insets);
        (void)ui.end();
    }
    struct Name {
        ui::Rect box;
        std::string words;
    };
    /// The names, not the note nor numbers.
    [[nodiscard]] std::vector<Name> names(const map::BaseMap& base,
                                          model::Language language) const {
        std::vector<Name> found;
        const auto is_name = [&](const std::string& words) {
            for (const auto& district : base.about().districts)
                if (district.name.in(language) == words) return true;
            for (const auto& town : base.about().towns)
                if (town.name.in(language) == words) return true;
            return false;
        };
        for (const auto& one : text.drawn) {
            if (is_name(one.words)) found.push_back({one.box, one.words});
        }
        return found;
    }
};

} // namespace

TEST_CASE("names never overlap markers, keys or each other, and the note is always on screen") {
    const auto base = support::two_districts();
    const map::Scene scene{base, support::scattered_markers(60), model::GeoPoint{113.0, 22.5}};
    size_t names = 0;
    for (const auto& canvas : support::all_canvases()) {
        for (const auto language : model::k_languages) {
            CAPTURE(canvas.name);
            CAPTURE(model::tag(language));
            SpiedMap map;
            const float panel = canvas.layout.portrait() ? 0 : canvas.layout.canvas_width * 0.35f;
            const screens::MapFrame insets{panel, 0, 0, canvas.layout.mm(22)};
            const auto whole = canvas.layout.canvas();
            const ui::Rect frame{panel, 0, whole.w - panel, whole.h - insets.bottom};
            map.show(canvas, language, scene, insets);
            for (int step = 0; step < 12; ++step) {
                const bool nearer = step % 4 == 3;
                if (!nearer) map.ui.apply(ui::Scroll{"map", {41, 17}}, map.now);
                map.show(canvas, language, scene, insets, nearer ? "map.plus" : "");
                map.show(canvas, language, scene, insets);
                const auto seen = map.names(*base, language);
                names += seen.size();
                const auto& record = map.ui.targets();
                for (size_t i = 0; i < seen.size(); ++i) {
                    CAPTURE(seen[i].words);
                    CHECK(seen[i].box.intersected(frame).w + k_hair >= seen[i].box.w);
                    for (size_t other = 0; other < i; ++other)
                        CHECK_FALSE(overlap(seen[i].box, seen[other].box));
                    for (const auto& marker : markers_of(record))
                        CHECK_FALSE(overlap(seen[i].box, marker.rect.inset(2)));
                    for (const auto* key : {"map.plus", "map.minus", "map.here"})
                        CHECK_FALSE(overlap(seen[i].box, record.find(key)->rect));
                }
                std::string note;
                for (const auto& one : map.text.drawn) {
                    if (one.style.color != ui::Color::ink2 || one.vertices == 0) continue;
                    if (one.box.y < frame.bottom() - frame.h / 3) continue;
                    const bool inside = one.box.x >= frame.x && one.box.right() <= frame.right() &&
                                        one.box.bottom() <= frame.bottom();
                    if (inside) note += one.words;
                }
                const auto& wanted = strings::text(language, "map.schematic");
                // It may have been broken into lines.
                for (const auto& part : {wanted.substr(0, 9), wanted.substr(wanted.size() - 6)})
                    CHECK(note.find(part) != std::string::npos);
            }
        }
    }
    CHECK(names > 200);
}

TEST_CASE("an approved map shows its number, and no base map at all still shows the places") {
    MapFixture map;
    map.base = support::two_districts("粤S(2024)001号");
    map.markers = {map.at(112.5, 22.2, 7)};
    map.show();
    CHECK(map.has("map.marker.7"));
    map.base.reset();
    map.screen.memory = {};
    map.show();
    CHECK(map.has("map.marker.7"));
    map.markers.clear();
    map.screen.memory = {};
    map.show();
    CHECK(map.has("map.plus"));
}
