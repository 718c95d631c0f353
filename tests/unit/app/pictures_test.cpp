#include "kiosk/app/pictures.h"

#include "content/base/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

using namespace pufa;
using namespace pufa::app;

namespace {

constexpr const char* k_a = "p/k:a.png";
constexpr const char* k_b = "p/k:b.png";
constexpr const char* k_c = "p/k:c.png";

class CountingHost final : public ui::TextureHost {
  public:
    ui::TextureId create(int, int, std::span<const uint8_t>) override {
        ++alive;
        return ++m_last;
    }
    void update(ui::TextureId, int, int, int, int, std::span<const uint8_t>) override {}
    void destroy(ui::TextureId) override { --alive; }
    int alive = 0;

  private:
    ui::TextureId m_last = 0;
};

class ScriptedStills final : public StillSource {
  public:
    void request(const std::string& key, const media::Source& source,
                 ui::PixelSize bounds) override {
        requested.push_back(key);
        offsets.push_back(source.offset);
        asked = bounds;
    }
    std::vector<Finished> poll(SteadyTime) override { return std::exchange(finished, {}); }
    std::optional<SteadyTime> next_due(SteadyTime) const override { return std::nullopt; }

    void finish(const std::string& key, int width, int height) {
        media::Still still{width, height, {}};
        still.rgba.resize(static_cast<size_t>(width * height * 4));
        finished.push_back({key, still});
    }
    std::vector<std::string> requested;
    std::vector<uint64_t> offsets;
    ui::PixelSize asked; ///< bounds of the last request
    std::vector<Finished> finished;
};

struct Shelf {
    CountingHost host;
    ScriptedStills stills;
    catalog::Snapshot snapshot;
    Pictures pictures;
    explicit Shelf(Pictures::Limits limits = {})
        : pictures(host, stills, limits) {
        for (const char* key : {k_a, k_b, k_c})
            snapshot.members[key] = {"/packs/1.pufa", 100, 10};
    }
    bool update() { return pictures.update(snapshot, SteadyTime{}); }
    auto find(const std::string& key, ui::PixelSize covers = {16, 16}) {
        return pictures.find(key, covers);
    }
    void ask(std::initializer_list<const char*> keys) {
        for (const char* key : keys)
            CHECK_FALSE(find(key));
        CHECK_FALSE(update());
    }
    /// What the decoder does with the last request for a source of that size.
    void decode(const std::string& key, int source_width, int source_height) {
        const auto [most_width, most_height] = stills.asked;
        const double share = std::min(
            {1.0, double{1} * most_width / source_width, double{1} * most_height / source_height});
        stills.finish(key, static_cast<int>(std::lround(source_width * share)),
                      static_cast<int>(std::lround(source_height * share)));
    }
    /// Draws until nothing more is asked for or comes; how often something was.
    int come_to_rest(const std::string& key, ui::PixelSize covers, int source_width,
                     int source_height) {
        const auto before = stills.requested.size();
        for (auto seen = before + 1; seen != stills.requested.size();) {
            seen = stills.requested.size();
            static_cast<void>(find(key, covers));
            static_cast<void>(update());
            if (stills.requested.size() > seen) decode(key, source_width, source_height);
            static_cast<void>(update());
        }
        static_cast<void>(find(key, covers));
        static_cast<void>(update());
        return static_cast<int>(stills.requested.size() - before);
    }
};

} // namespace

TEST_CASE("a picture is asked for once and is there after it has come") {
    Shelf shelf;
    shelf.ask({k_a});
    shelf.ask({k_a});
    CHECK(shelf.stills.requested == std::vector<std::string>{k_a});
    CHECK(shelf.stills.offsets.front() == 100);
    shelf.stills.finish(k_a, 16, 16);
    CHECK(shelf.update());
    const auto found = shelf.find(k_a);
    REQUIRE(found);
    CHECK(found->width == 16);
    CHECK(found->texture != 0);
    CHECK_FALSE(shelf.update());
}

TEST_CASE("a picture is decoded at the size that it covers, in steps") {
    struct Row {
        ui::PixelSize covers, bounds;
    };
    for (const Row& row :
         {Row{{404, 227}, {448, 256}}, Row{{380, 214}, {384, 256}}, Row{{385, 217}, {448, 256}},
          Row{{816, 459}, {896, 512}}, Row{{1632, 918}, {1792, 1024}}, Row{{1, 1}, {64, 64}}}) {
        CAPTURE(row.covers.width);
        Shelf shelf;
        CHECK_FALSE(shelf.find(k_a, row.covers));
        CHECK_FALSE(shelf.update());
        CHECK(shelf.stills.asked == row.bounds);
    }
}

TEST_CASE("a picture drawn twice in a frame is decoded for the larger place") {
    Shelf shelf;
    CHECK_FALSE(shelf.find(k_a, {100, 50}));
    CHECK_FALSE(shelf.find(k_a, {400, 200}));
    CHECK_FALSE(shelf.find(k_a, {200, 100}));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.stills.requested.size() == 1);
    CHECK(shelf.stills.asked == ui::PixelSize{448, 256});
}

TEST_CASE("one too small is shown while a sharper one is decoded, which then takes its place") {
    Shelf shelf;
    CHECK(shelf.come_to_rest(k_a, {200, 112}, 1920, 1080) == 1);
    const auto small = shelf.find(k_a, {200, 112});
    REQUIRE(small);
    CHECK(small->width == 228);

    CHECK(shelf.find(k_a, {404, 227})->texture == small->texture);
    CHECK_FALSE(shelf.update());
    CHECK(shelf.stills.asked == ui::PixelSize{448, 256});
    CHECK(shelf.find(k_a, {404, 227})->texture == small->texture);
    shelf.decode(k_a, 1920, 1080);
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 2); // the frame on screen still draws the small one

    const auto large = shelf.find(k_a, {404, 227});
    CHECK(large->width == 448);
    CHECK(large->texture != small->texture);
    CHECK_FALSE(shelf.update());
    CHECK(shelf.host.alive == 1);
    CHECK(shelf.find(k_a, {200, 112})->texture == large->texture);
    CHECK_FALSE(shelf.update());
    CHECK(shelf.stills.requested.size() == 2);
}

TEST_CASE("a picture a few pixels larger on the next page is the same picture") {
    Shelf shelf;
    CHECK(shelf.come_to_rest(k_a, {388, 218}, 1920, 1080) == 1);
    for (int width = 388; width < 448; ++width)
        CHECK(shelf.come_to_rest(k_a, {width, width * 9 / 16}, 1920, 1080) == 0);
}

TEST_CASE("a picture of another shape than its place still covers it") {
    Shelf shelf;
    CHECK(shelf.come_to_rest(k_a, {400, 225}, 900, 1600) == 2);
    CHECK(shelf.find(k_a, {400, 225})->width >= 400);
    CHECK(shelf.come_to_rest(k_b, {400, 225}, 3000, 600) == 2);
    CHECK(shelf.find(k_b, {400, 225})->height >= 225);
}

TEST_CASE("no picture is asked for larger than its source") {
    Shelf shelf;
    CHECK(shelf.come_to_rest(k_a, {404, 227}, 320, 180) == 1);
    CHECK(shelf.find(k_a, {404, 227})->width == 320);
    CHECK(shelf.come_to_rest(k_a, {3840, 2160}, 320, 180) == 0);
    // Just as large as it was allowed to be: only the next step shows that there is no more.
    CHECK(shelf.come_to_rest(k_b, {448, 256}, 448, 256) == 1);
    CHECK(shelf.come_to_rest(k_b, {900, 514}, 448, 256) == 1);
    CHECK(shelf.come_to_rest(k_b, {1800, 1028}, 448, 256) == 0);
    CHECK(shelf.host.alive == 2);
}

TEST_CASE("one picture takes no more than its share, whatever it covers") {
    Shelf shelf;
    CHECK(shelf.come_to_rest(k_a, {3840, 2160}, 7680, 4320) == 1);
    const auto wide = shelf.find(k_a, {3840, 2160});
    CHECK(wide->width * wide->height <= 4 << 20);
    CHECK(wide->width >= 2500);
    CHECK(shelf.come_to_rest(k_b, {3840, 2160}, 800, 8000) == 2);
    const auto tall = shelf.find(k_b, {3840, 2160});
    CHECK(tall->width * tall->height <= 4 << 20);
    CHECK(tall->height <= 4096);
}

TEST_CASE("a sharper copy that cannot be decoded leaves the one there is") {
    static_cast<void>(base::take_logged_warnings());
    Shelf shelf;
    CHECK(shelf.come_to_rest(k_a, {200, 112}, 1920, 1080) == 1);
    CHECK(shelf.find(k_a, {900, 500}));
    CHECK_FALSE(shelf.update());
    shelf.stills.finished.push_back({k_a, Error{Code::UNPLAYABLE, "a.png", ""}});
    CHECK_FALSE(shelf.update());
    CHECK(shelf.find(k_a, {900, 500}));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.stills.requested.size() == 2);
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("a key without a member and no key at all are asked of nobody") {
    Shelf shelf;
    shelf.ask({"", "p/k:gone.png"});
    CHECK(shelf.stills.requested.empty());
}

TEST_CASE("a picture that cannot be decoded is told once and not tried again") {
    static_cast<void>(base::take_logged_warnings());
    Shelf shelf;
    for (int i = 0; i < 3; ++i) {
        shelf.ask({k_a});
        if (i == 0) shelf.stills.finished.push_back({k_a, Error{Code::UNPLAYABLE, "a.png", ""}});
    }
    CHECK(shelf.stills.requested.size() == 1);
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("a frame uploads no more than its budget, but always one picture") {
    Shelf shelf({.kept_bytes = 1u << 20, .upload_bytes_per_frame = 2000});
    shelf.ask({k_a, k_b, k_c});
    for (const char* key : {k_a, k_b, k_c})
        shelf.stills.finish(key, 30, 30); // 3,600 bytes
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 1);
    CHECK(shelf.pictures.next_due(SteadyTime{}) == SteadyTime{});
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 2);
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 3);
    CHECK_FALSE(shelf.update());
}

TEST_CASE("beyond the bound the longest unused go, never what the last frame drew") {
    Shelf shelf({.kept_bytes = 2500, .upload_bytes_per_frame = 1u << 20});
    shelf.ask({k_a, k_b});
    shelf.stills.finish(k_a, 16, 16); // 1,024 bytes each
    shelf.stills.finish(k_b, 16, 16);
    CHECK(shelf.update());
    CHECK(shelf.find(k_b));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.find(k_b));
    shelf.ask({k_c});
    CHECK(shelf.find(k_b));
    shelf.stills.finish(k_c, 16, 16);
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 2);
    CHECK(shelf.find(k_b));
    CHECK(shelf.find(k_c));
    CHECK_FALSE(shelf.find(k_a));
}

TEST_CASE("a sharper copy counts for the bound beside the one that it replaces") {
    Shelf shelf({.kept_bytes = 420'000});
    CHECK(shelf.come_to_rest(k_b, {100, 100}, 1000, 1000) == 1); // 65,536 bytes
    CHECK(shelf.come_to_rest(k_a, {100, 100}, 1000, 1000) == 1);
    CHECK(shelf.find(k_a, {250, 250}));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.find(k_a, {250, 250}));
    shelf.decode(k_a, 1000, 1000); // 262,144 bytes
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 3); // 393,216 bytes
    CHECK(shelf.find(k_a, {250, 250}));
    shelf.ask({k_c});
    CHECK(shelf.host.alive == 2); // the small one is no more
    CHECK(shelf.find(k_a, {250, 250}));
    shelf.stills.finish(k_c, 160, 160); // 102,400 bytes: just over the bound
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 2);
    CHECK_FALSE(shelf.find(k_b));
}

TEST_CASE("other packs bring other pictures under the same names") {
    Shelf shelf;
    shelf.ask({k_a});
    shelf.stills.finish(k_a, 16, 16);
    CHECK(shelf.update());
    shelf.snapshot.revision = 2;
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 0);
    shelf.ask({k_a});
    CHECK(shelf.stills.requested == std::vector<std::string>{k_a, k_a});
}

TEST_CASE("what was still being decoded when the packs changed is not shown") {
    Shelf shelf;
    shelf.ask({k_a});
    shelf.snapshot.revision = 2;
    CHECK(shelf.update());
    shelf.stills.finish(k_a, 16, 16);
    CHECK(shelf.update()); // draw again, to ask again
    CHECK(shelf.host.alive == 0);
    shelf.ask({k_a});
    CHECK(shelf.stills.requested.size() == 2);
    shelf.stills.finish(k_a, 16, 16);
    CHECK(shelf.update());
    CHECK(shelf.find(k_a));
}

TEST_CASE("no texture is left behind") {
    CountingHost host;
    ScriptedStills stills;
    catalog::Snapshot snapshot;
    snapshot.members[k_a] = {"/packs/1.pufa", 100, 10};
    {
        Pictures pictures(host, stills);
        for (const int size : {50, 100, 200}) {
            static_cast<void>(pictures.find(k_a, {size, size}));
            static_cast<void>(pictures.update(snapshot, SteadyTime{}));
            stills.finish(k_a, stills.asked.width, stills.asked.height);
            CHECK(pictures.update(snapshot, SteadyTime{}));
        }
        CHECK(host.alive == 2);
    }
    CHECK(host.alive == 0);
}
