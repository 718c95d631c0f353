#include "content/pack/manifest.h"

#include "content/pack/archive.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using namespace pufa::pack;
using Json = nlohmann::ordered_json;

namespace {

Manifest whole() {
    auto manifest = support::fixture_manifest(7);
    manifest.not_before = base::Date{2026, 11, 1};
    manifest.not_after = base::Date{2027, 2, 28};
    manifest.members = {{"videos/wills.mp4", 123, 0x0badcafe, std::string(64, 'a')},
                        {"videos/wills.png", 0, 0, std::string(64, '0')}};
    return manifest;
}

Json json() {
    return Json::parse(write_manifest(whole()));
}

/// The fixture's JSON with one value set ("/members/0/crc" → …) is refused with this code.
Error refused_with(const std::string& pointer, const Json& value) {
    auto changed = json();
    changed[Json::json_pointer{pointer}] = value;
    INFO(pointer << " = " << value.dump());
    const auto parsed = parse_manifest(changed.dump(), "pack");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().where == "pack");
    return parsed.error();
}

} // namespace

TEST_CASE("a manifest that is written and parsed is the same, and so are its bytes") {
    const auto manifest = whole();
    const auto text = write_manifest(manifest);
    const auto parsed = parse_manifest(text, "pack");
    REQUIRE(parsed);
    CHECK(parsed->id == manifest.id);
    CHECK(parsed->title == manifest.title);
    CHECK(parsed->sequence == 7);
    CHECK(parsed->created == manifest.created);
    CHECK(parsed->agencies == manifest.agencies);
    CHECK(parsed->languages == manifest.languages);
    CHECK(parsed->not_before == manifest.not_before);
    CHECK(parsed->not_after == manifest.not_after);
    CHECK(parsed->demo);
    CHECK(parsed->members == manifest.members);
    CHECK(parsed->items == manifest.items);
    CHECK(write_manifest(*parsed) == text);
}

TEST_CASE("fields that this player does not know are ignored") {
    auto changed = json();
    changed["later"] = {{"a", 1}};
    changed["members"][0]["later"] = "x";
    changed["items"][0]["later"] = Json::array();
    CHECK(parse_manifest(changed.dump(), "pack"));
}

TEST_CASE("every field of the top level but three is required") {
    const auto all = json();
    for (const auto& field : all.items()) {
        const auto& key = field.key();
        auto changed = json();
        changed.erase(key);
        const auto parsed = parse_manifest(changed.dump(), "pack");
        const bool optional = key == "not_before" || key == "not_after" || key == "demo";
        INFO(key);
        CHECK(parsed.ok() == optional);
        if (!parsed) CHECK(parsed.error().detail.find(key) != std::string::npos);
    }
}

TEST_CASE("a wrong value of any field is BAD_MANIFEST and names the field") {
    const std::vector<std::pair<std::string, Json>> faults{
        {"/format", "1"},
        {"/format", 0},
        {"/id", "no-slash"},
        {"/id", "A/b"},
        {"/id", 5},
        {"/title", "words"},
        {"/title", Json::object()},
        {"/title", {{"zh-Hans", 5}}},
        {"/sequence", 0},
        {"/sequence", -1},
        {"/sequence", 1.5},
        {"/sequence", 9007199254740992},
        {"/sequence", 18446744073709551615u},
        {"/created", "yesterday"},
        {"/created", "2026-02-30T00:00:00Z"},
        {"/agencies", "one"},
        {"/agencies", {1}},
        {"/languages", {"fr"}},
        {"/not_before", "2026-13-01"},
        {"/not_after", 20261204},
        {"/demo", 1},
        {"/features_required", Json::object()},
        {"/members", Json::object()},
        {"/members/0", "path"},
        {"/members/0/path", 1},
        {"/members/0/size", -1},
        {"/members/0/size", 4294967296},
        {"/members/0/crc", 7},
        {"/members/0/crc", "0BADCAFE"},
        {"/members/0/crc", "badcafe"},
        {"/members/0/sha256", std::string(63, 'a')},
        {"/members/0/sha256", std::string(64, 'g')},
        {"/items", 5},
        {"/items/0", "video"},
        {"/items/0/kind", "hologram"},
        {"/items/0/media", 5},
        {"/items/0/width", 65535},
        {"/items/1/options", Json::array()},
        {"/items/3/questions", {"not an id"}},
    };
    for (const auto& [pointer, value] : faults) {
        const auto error = refused_with(pointer, value);
        CHECK(error.code == Code::BAD_MANIFEST);
        CHECK_FALSE(error.detail.empty());
    }
}

TEST_CASE(
    "a later format or an unknown feature is NEEDS_NEWER_PLAYER before the rest is looked at") {
    auto changed = json();
    changed["format"] = 2;
    changed["members"] = "another shape";
    CHECK(parse_manifest(changed.dump(), "pack").error().code == Code::NEEDS_NEWER_PLAYER);
    changed = json();
    changed["features_required"] = {"hologram"};
    changed["items"] = "another shape";
    const auto parsed = parse_manifest(changed.dump(), "pack");
    CHECK(parsed.error().code == Code::NEEDS_NEWER_PLAYER);
    CHECK(parsed.error().detail == "feature hologram");
}

TEST_CASE("a video that does not say whether it is AI-generated is AI_MARK_MISSING") {
    auto changed = json();
    changed["items"][0].erase("ai_generated");
    const auto parsed = parse_manifest(changed.dump(), "pack");
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Code::AI_MARK_MISSING);
    CHECK(parsed.error().detail == "test-press/fixture/wills");
}

TEST_CASE("lists longer than the bounds are TOO_LARGE") {
    auto agencies = Json::array();
    for (int i = 0; i < 1001; ++i)
        agencies.push_back("x");
    CHECK(refused_with("/agencies", agencies).code == Code::TOO_LARGE);
    auto items = Json::array();
    const auto item = json()["items"][1];
    for (int i = 0; i < 20001; ++i)
        items.push_back(item);
    CHECK(refused_with("/items", items).code == Code::TOO_LARGE);
}

TEST_CASE("100,000 nested brackets and a key twice are refused inside a whole manifest") {
    auto text = write_manifest(whole());
    const auto brackets = std::string(100'000, '[') + std::string(100'000, ']');
    auto deep = text;
    deep.insert(1, "\"later\":" + brackets + ",");
    CHECK(parse_manifest(deep, "pack").error().code == Code::BAD_MANIFEST);
    auto twice = text;
    twice.insert(1, "\"sequence\":9,");
    CHECK(parse_manifest(twice, "pack").error().detail == "the key \"sequence\" stands twice");
    CHECK(parse_manifest("[]", "pack").error().code == Code::BAD_MANIFEST);
}

TEST_CASE("a manifest at the bounds of its size, lists and numbers is taken, one past is not") {
    auto text = write_manifest(whole());
    text.append(k_max_manifest - text.size(), ' ');
    CHECK(parse_manifest(text, "pack"));
    CHECK(parse_manifest(text + " ", "pack").error().code == Code::TOO_LARGE);

    const auto with = [](const char* field, const Json& value) {
        auto changed = json();
        changed[field] = value;
        const auto parsed = parse_manifest(changed.dump(), "pack");
        return parsed ? std::string{} : std::string{base::name(parsed.error().code)};
    };
    for (const char* field : {"agencies", "languages", "sites"}) {
        INFO(field);
        CHECK(with(field, Json(std::vector<std::string>(1000, "en"))).empty());
        CHECK(with(field, Json(std::vector<std::string>(1001, "en"))) == "TOO_LARGE");
    }
    const Json needed{{"pack", "a/b"}, {"sequence", 1}};
    CHECK(with("requires", Json(std::vector<Json>(1000, needed))).empty());
    CHECK(with("requires", Json(std::vector<Json>(1001, needed))) == "TOO_LARGE");
    CHECK(with("sequence", 9007199254740991).empty());
    CHECK(with("sequence", 9007199254740992) == "BAD_MANIFEST");
}

TEST_CASE("sites and requires are read and written, and a wrong one names its field") {
    auto manifest = whole();
    manifest.sites = {"pengjiang-*", "xinhui-01"};
    manifest.needs = {{{"city/laws"}, 3}};
    const auto text = write_manifest(manifest);
    const auto parsed = parse_manifest(text, "pack");
    REQUIRE(parsed);
    CHECK(parsed->sites == manifest.sites);
    CHECK(parsed->needs == manifest.needs);
    CHECK(write_manifest(*parsed) == text);
    for (const auto& wrong : {Json::array(), Json{"*"}, Json{"A"}, Json{1}, Json("a")})
        CHECK(refused_with("/sites", wrong).detail.starts_with("sites "));
    const auto entry = [](const Json& held) { return Json::array({held}); };
    CHECK(refused_with("/requires", entry(1)).detail.starts_with("requires "));
    const Json bad_id{{"pack", "laws"}, {"sequence", 1}};
    CHECK(refused_with("/requires", entry(bad_id)).detail.starts_with("pack "));
    Json bare;
    bare["pack"] = "a/b";
    CHECK(refused_with("/requires", entry(bare)).detail.starts_with("sequence "));
}
