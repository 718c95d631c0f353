#include "content/author/glyphs.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using author::Glyphs;

TEST_CASE("the kiosk's fonts draw what is written in China, not emoji or hieroglyphs") {
    const auto glyphs = Glyphs::installed();
    REQUIRE(glyphs.known());
    for (const char32_t drawn : U"普法亭繁體複議Abc…—“”《》①②㎡€éñ，。\u3000\n\u200b\ufe0f 囍镕")
        CHECK((drawn == U'\0' || glyphs.draws(drawn)));
    for (const char32_t not_drawn : {U'\U0001F600', U'\U00013000', U'\uE123', U'\uFFFE'})
        CHECK_FALSE(glyphs.draws(not_drawn));
}

TEST_CASE("fonts that are missing or broken are unknown") {
    CHECK_FALSE(Glyphs::of("/nonexistent/NotoSansCJK-Regular.ttc").known());
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "font.ttc", "ttcf and nothing else"));
    CHECK_FALSE(Glyphs::of(folder.path() / "font.ttc").known());
    CHECK_FALSE(Glyphs::none().known());
}

TEST_CASE("the file is the one that the kiosk opens") {
    const auto kiosk =
        base::read_file(std::filesystem::path{PUFA_SOURCE_DIR} / "kiosk/ui/fonts.cpp");
    const auto ours =
        base::read_file(std::filesystem::path{PUFA_SOURCE_DIR} / "content/author/glyphs.cpp");
    REQUIRE((kiosk && ours));
    for (const auto* words : {"\"NotoSansCJK-Regular.ttc\"", "\"/usr/share/fonts/opentype/noto\"",
                              "\"PUFA_FONT_DIR\""}) {
        CHECK(kiosk->find(words) != std::string::npos);
        CHECK(ours->find(words) != std::string::npos);
    }
}
