#include "kiosk/app/pictures.h"

#include "content/base/log.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;

namespace {

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
    void request(const std::string& key, const media::Source& source) override {
        requested.push_back(key);
        offsets.push_back(source.offset);
    }
    std::vector<Finished> poll(SteadyTime) override { return std::exchange(finished, {}); }
    std::optional<SteadyTime> next_due(SteadyTime) const override { return std::nullopt; }

    void finish(const std::string& key, int side = 16) {
        media::Still still{side, side, {}};
        still.rgba.resize(static_cast<size_t>(side * side * 4));
        finished.push_back({key, still});
    }
    std::vector<std::string> requested;
    std::vector<uint64_t> offsets;
    std::vector<Finished> finished;
};

struct Shelf {
    CountingHost host;
    ScriptedStills stills;
    catalog::Snapshot snapshot;
    Pictures pictures;
    explicit Shelf(Pictures::Limits limits = {})
        : pictures(host, stills, limits) {
        for (const char* key : {"p/k:a.png", "p/k:b.png", "p/k:c.png"})
            snapshot.members[key] = {"/packs/1.pufa", 100, 10};
    }
    bool update() { return pictures.update(snapshot, SteadyTime{}); }
};

} // namespace

TEST_CASE("a picture is asked for once and is there after it has come") {
    Shelf shelf;
    CHECK_FALSE(shelf.pictures.find("p/k:a.png"));
    CHECK_FALSE(shelf.update());
    CHECK_FALSE(shelf.pictures.find("p/k:a.png"));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.stills.requested == std::vector<std::string>{"p/k:a.png"});
    CHECK(shelf.stills.offsets.front() == 100);
    shelf.stills.finish("p/k:a.png", 16);
    CHECK(shelf.update());
    const auto found = shelf.pictures.find("p/k:a.png");
    REQUIRE(found);
    CHECK(found->width == 16);
    CHECK(found->texture != 0);
    CHECK_FALSE(shelf.update());
}

TEST_CASE("a key without a member and no key at all are asked of nobody") {
    Shelf shelf;
    CHECK_FALSE(shelf.pictures.find(""));
    CHECK_FALSE(shelf.pictures.find("p/k:gone.png"));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.stills.requested.empty());
}

TEST_CASE("a picture that cannot be decoded is told once and not tried again") {
    static_cast<void>(base::take_logged_warnings());
    Shelf shelf;
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(shelf.pictures.find("p/k:a.png"));
        CHECK_FALSE(shelf.update());
        if (i == 0)
            shelf.stills.finished.push_back({"p/k:a.png", Error{Code::UNPLAYABLE, "a.png", ""}});
    }
    CHECK(shelf.stills.requested.size() == 1);
    CHECK(base::take_logged_warnings().size() == 1);
}

TEST_CASE("a frame uploads no more than its budget, but always one picture") {
    Shelf shelf({.kept_bytes = 1u << 20, .upload_bytes_per_frame = 2000});
    for (const char* key : {"p/k:a.png", "p/k:b.png", "p/k:c.png"})
        shelf.stills.finish(key, 30); // 3,600 bytes
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
    shelf.stills.finish("p/k:a.png"); // 1,024 bytes each
    shelf.stills.finish("p/k:b.png");
    CHECK(shelf.update());
    CHECK(shelf.pictures.find("p/k:b.png"));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.pictures.find("p/k:b.png"));
    shelf.stills.finish("p/k:c.png");
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 2);
    CHECK(shelf.pictures.find("p/k:b.png"));
    CHECK(shelf.pictures.find("p/k:c.png"));
    CHECK_FALSE(shelf.pictures.find("p/k:a.png"));
}

TEST_CASE("other packs bring other pictures under the same names") {
    Shelf shelf;
    shelf.stills.finish("p/k:a.png");
    CHECK(shelf.update());
    shelf.snapshot.revision = 2;
    CHECK(shelf.update());
    CHECK(shelf.host.alive == 0);
    CHECK_FALSE(shelf.pictures.find("p/k:a.png"));
    CHECK_FALSE(shelf.update());
    CHECK(shelf.stills.requested == std::vector<std::string>{"p/k:a.png"});
}

TEST_CASE("no texture is left behind") {
    CountingHost host;
    ScriptedStills stills;
    {
        Pictures pictures(host, stills);
        stills.finish("p/k:a.png");
        CHECK(pictures.update({}, SteadyTime{}));
        CHECK(host.alive == 1);
    }
    CHECK(host.alive == 0);
}
