#include "content/media/still_loader.h"

#include "tests/support/media_files.h"
#include "tests/support/scripted_peer.h"

#include <doctest/doctest.h>

#include <csignal>
#include <map>

using namespace pufa;
using namespace pufa::media;
using namespace std::chrono_literals;

namespace {

LinkOptions real_decoder() {
    LinkOptions options;
    options.decoder = std::filesystem::path{PUFA_BIN_DIR} / "pufa-decoder";
    return options;
}

/// Counts the children, and shows the newest.
struct Loader {
    Result<std::unique_ptr<Link>> spawn() {
        ++spawned;
        auto made = Link::spawn(options);
        if (made) {
            newest = made->get();
            pid = newest->pid();
        }
        return made;
    }
    /// Until nothing is asked for, at most about ten seconds.
    void run() {
        for (int i = 0; i < 5000 && loader.busy(); ++i) {
            for (auto& finished : loader.poll(base::steady_now()))
                results.emplace(finished.key, std::move(finished.still));
            if (loader.busy() && newest != nullptr) newest->wait(2ms);
        }
        REQUIRE_FALSE(loader.busy());
    }
    LinkOptions options = real_decoder();
    int spawned = 0;
    Link* newest = nullptr;
    pid_t pid = -1;
    std::map<std::string, Result<Still>> results;
    StillLoader loader{[this] { return spawn(); }};
};

bool make_png(const test::MediaFolder& folder, const std::string& name, const std::string& color,
              const std::string& size) {
    return folder.ffmpeg({"-f", "lavfi", "-i", "color=" + color + ":s=" + size, "-frames:v", "1",
                          "-pix_fmt", "rgb24", name});
}

} // namespace

TEST_CASE("one child decodes picture after picture, broken ones in between are reported by name") {
    const test::MediaFolder folder;
    REQUIRE(make_png(folder, "red.png", "red", "400x200"));
    REQUIRE(make_png(folder, "blue.png", "blue", "30x40"));
    folder.write("broken.png", "no picture at all");
    Loader stage;
    stage.loader.request("red", {folder.path("red.png")}, 100, 100);
    stage.loader.request("broken", {folder.path("broken.png")}, 100, 100);
    stage.loader.request("missing", {folder.path("missing.png")}, 100, 100);
    stage.loader.request("blue", {folder.path("blue.png")}, 100, 100);
    stage.loader.request("blue", {folder.path("blue.png")}, 100, 100);
    stage.run();
    REQUIRE(stage.results.size() == 4);
    CHECK(stage.spawned == 1);
    const Still& red = *stage.results.at("red");
    CHECK(red.width == 100);
    CHECK(red.height == 50);
    REQUIRE(red.rgba.size() == 100 * 50 * 4);
    CHECK(red.rgba[0] > 250);
    CHECK(red.rgba[1] < 5);
    CHECK(red.rgba[3] == 255);
    const Still& blue = *stage.results.at("blue");
    CHECK(blue.width == 30); // never enlarged
    CHECK(blue.rgba[2] > 250);
    CHECK(stage.results.at("broken").error().code == Code::UNPLAYABLE);
    CHECK(stage.results.at("missing").error().code == Code::NOT_FOUND);
}

TEST_CASE("what is forgotten is not reported") {
    const test::MediaFolder folder;
    REQUIRE(make_png(folder, "red.png", "red", "40x20"));
    Loader stage;
    for (const char* key : {"a", "b", "c"})
        stage.loader.request(key, {folder.path("red.png")}, 100, 100);
    CHECK(stage.loader.poll(base::steady_now()).empty()); // a has begun
    stage.loader.forget("a");
    stage.loader.forget("b");
    stage.run();
    CHECK(stage.results.size() == 1);
    CHECK(stage.results.count("c") == 1);
}

TEST_CASE("a child that was killed costs one picture at most") {
    const test::MediaFolder folder;
    REQUIRE(make_png(folder, "red.png", "red", "40x20"));
    Loader stage;
    stage.loader.request("a", {folder.path("red.png")}, 100, 100);
    stage.run();
    REQUIRE(::kill(stage.pid, SIGKILL) == 0);
    stage.newest->wait(10s); // until the end of the channel is seen
    stage.loader.request("b", {folder.path("red.png")}, 100, 100);
    stage.run();
    CHECK(stage.results.at("b").ok());
    CHECK(stage.spawned == 2);
}

TEST_CASE("a picture that hangs costs the child its life after five seconds") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "a.png", "x"));
    // A decoder that never says anything.
    test::ScriptedPeer silent;
    bool given = false;
    StillLoader loader{[&]() -> Result<std::unique_ptr<Link>> {
        if (given) return Error{Code::NO_DECODER, "pufa-decoder", ""};
        given = true;
        return std::unique_ptr<Link>{std::move(silent.link)};
    }};
    const SteadyTime start{1h};
    loader.request("a", {folder.path() / "a.png"}, 10, 10);
    loader.request("b", {folder.path() / "a.png"}, 10, 10);
    CHECK(loader.poll(start).empty());
    for (Micros at = 500ms; at < 5s; at += 500ms)
        CHECK(loader.poll(start + at).empty());
    const auto finished = loader.poll(start + 5100ms);
    REQUIRE(finished.size() == 2);
    CHECK(finished[0].key == "a");
    CHECK(finished[0].still.error().code == Code::UNPLAYABLE);
    CHECK(finished[1].still.error().code == Code::NO_DECODER);
    CHECK_FALSE(loader.busy());
}

TEST_CASE("an idle child is let go after half a minute") {
    const test::MediaFolder folder;
    REQUIRE(make_png(folder, "red.png", "red", "40x20"));
    Loader stage;
    CHECK_FALSE(stage.loader.next_due(base::steady_now()));
    stage.loader.request("a", {folder.path("red.png")}, 100, 100);
    stage.run();
    const auto due = stage.loader.next_due(base::steady_now());
    REQUIRE(due);
    (void)stage.loader.poll(*due);
    CHECK_FALSE(stage.loader.next_due(*due));
}
