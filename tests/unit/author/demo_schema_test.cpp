// The manifests of the demo packs, as their folders say them, against assets/pack.schema.json.

#include "content/author/build.h"
#include "content/base/file.h"
#include "content/base/process.h"
#include "tests/support/author_folder.h"

#include <doctest/doctest.h>

using namespace pufa;

TEST_CASE("the manifest of every demo pack is valid by the schema") {
    const std::string source = PUFA_SOURCE_DIR;
    const base::TemporaryFolder out;
    std::vector<std::string> words{
        "-c",
        "import json, sys, jsonschema\n"
        "judge = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))\n"
        "for name in sys.argv[2:]: judge.validate(json.load(open(name)))\n",
        source + "/assets/pack.schema.json"};
    size_t items = 0;
    for (const auto& entry : std::filesystem::directory_iterator{source + "/assets/demo"}) {
        if (!std::filesystem::exists(entry.path() / "pack.toml")) continue;
        auto reading =
            author::read_folder(entry.path(), [](const auto&) { return support::ten_seconds(); });
        REQUIRE(reading);
        items += reading->manifest.items.size();
        for (auto& item : reading->manifest.items) {
            // The films are made by a script and need not be there.
            auto* video = std::get_if<model::Video>(&item);
            if (video && video->media.empty()) video->media = "videos/film.mp4";
        }
        const auto file = out.path() / (entry.path().filename().string() + ".json");
        REQUIRE(base::write_file_atomic(file, pack::write_manifest(reading->manifest)));
        words.push_back(file);
    }
    CHECK(words.size() > 3);
    CHECK(items > 50);
    const auto ran = base::run("/usr/bin/python3", words);
    REQUIRE(ran);
    CHECK(ran->exit_code == 0);
}
