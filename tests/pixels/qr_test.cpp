// What a telephone reads from the screen is what the kiosk meant to say: zbarimg is the telephone.
#include "tests/shots/panel.h"
#include "tests/shots/scene.h"
#include "tests/support/place_pages.h"
#include "tests/support/shell.h"

#include "content/base/file.h"
#include "kiosk/platform/window.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::support;

namespace {

std::string read_by_telephone(const platform::Image& picture) {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "screen.png";
    REQUIRE(platform::write_png(picture, file).ok());
    return test::sh("zbarimg --quiet --raw -Sdisable -Sqrcode.enable " + test::quoted(file)).output;
}

std::string without_returns(std::string words) {
    words.erase(std::remove(words.begin(), words.end(), '\r'), words.end());
    return words;
}

} // namespace

TEST_CASE("the codes on the screen are read as contact and position, on every panel and theme") {
    const auto model = with_sheet(sample_places(), PlaceSheet::take_away);
    for (const auto& panel : shots::k_panels) {
        auto scene = shots::Scene::open(panel);
        REQUIRE(scene.ok());
        for (const auto theme : {ui::Theme::light, ui::Theme::high_contrast}) {
            for (const auto size : shots::k_sizes) {
                (*scene)->draw(model, {}, {.text = size, .theme = theme});
                const auto read = without_returns(read_by_telephone((*scene)->picture()));
                INFO(panel.name, " ", shots::word(size), ": ", read);
                CHECK(read.find(without_returns(model.card.vcard)) != std::string::npos);
                CHECK(read.find(model.card.geo) != std::string::npos);
            }
        }
    }
}
