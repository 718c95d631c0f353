#include "tests/shots/golden.h"

#include "content/base/file.h"
#include "tests/shots/picture.h"
#include "tests/shots/scene.h"
#include "tests/support/translated_pages.h"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace pufa::shots {

namespace {

using model::Language;
using ui::TextSize;
using ui::Theme;

struct Golden {
    std::string_view panel;
    std::string_view page;
    Language language = Language::zh_hans;
    TextSize size = TextSize::normal;
    Theme theme = Theme::light;
};

/// By panel, so that each is opened once.
constexpr std::array k_goldens{
    Golden{"landscape", "attract"},
    Golden{"landscape", "home"},
    Golden{"landscape", "home", Language::en, TextSize::large},
    Golden{"landscape", "home", Language::zh_hans, TextSize::normal, Theme::high_contrast},
    Golden{"landscape", "shelf"},
    Golden{"landscape", "watch-playing"},
    Golden{"landscape", "watch-ended"},
    Golden{"landscape", "watch-full"},
    Golden{"landscape", "watch-sliding"},
    Golden{"landscape", "watch-sounds", Language::en},
    Golden{"landscape", "watch-upright"},
    Golden{"landscape", "watch-episode", Language::zh_hant},
    Golden{"landscape", "quiz", Language::zh_hant},
    Golden{"landscape", "quiz-wrong"},
    Golden{"landscape", "quiz-article"},
    Golden{"landscape", "article"},
    Golden{"landscape", "result"},
    Golden{"landscape", "language"},
    Golden{"landscape", "idle"},
    Golden{"landscape", "fault"},
    Golden{"landscape", "finder"},
    Golden{"landscape", "places-map"},
    Golden{"landscape", "places-card"},
    Golden{"portrait", "places-map"},
    Golden{"portrait", "home"},
    Golden{"portrait", "home", Language::zh_hans, TextSize::large},
    Golden{"portrait", "quiz-wrong", Language::en},
    Golden{"portrait", "watch-captions"},
    Golden{"portrait", "watch-full", Language::en, TextSize::large},
    Golden{"small", "home"},
    Golden{"small", "watch-upright", Language::zh_hans, TextSize::large},
    Golden{"small", "help", Language::zh_hans, TextSize::large},
    Golden{"portrait-lower", "home"},
};

const Panel& panel_named(std::string_view name) {
    const auto found = std::find_if(k_panels.begin(), k_panels.end(),
                                    [&](const Panel& panel) { return panel.name == name; });
    PUFA_ASSERT(found != k_panels.end());
    return *found;
}

support::NamedPage page_named(std::string_view name, Language language) {
    auto pages = support::all_pages(language);
    const auto found = std::find_if(pages.begin(), pages.end(),
                                    [&](const auto& page) { return page.name == name; });
    PUFA_ASSERT(found != pages.end());
    return std::move(*found);
}

} // namespace

Apart compare_exactly(const platform::Image& one, const platform::Image& other) {
    if (one.width != other.width || one.height != other.height) return {0, 0, false};
    int64_t sum = 0;
    int most = 0;
    for (size_t i = 0; i < one.rgba.size(); ++i) {
        const int by = std::abs(int{one.rgba[i]} - int{other.rgba[i]});
        sum += by;
        most = std::max(most, by);
    }
    return {static_cast<double>(sum) / static_cast<double>(one.rgba.size()),
            static_cast<double>(most)};
}

Apart compare(const platform::Image& one, const platform::Image& other) {
    if (one.width != other.width || one.height != other.height) return {0, 0, false};
    constexpr int k_block = 4;
    return compare_exactly(shrunk(one, k_block), shrunk(other, k_block));
}

Result<platform::Image> read_png(const std::filesystem::path& file) {
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&header, file.c_str()))
        return Error{Code::NOT_FOUND, file.string(), header.message};
    header.format = PNG_FORMAT_RGBA;
    platform::Image image{static_cast<int>(header.width), static_cast<int>(header.height), {}};
    image.rgba.resize(PNG_IMAGE_SIZE(header));
    if (!png_image_finish_read(&header, nullptr, image.rgba.data(), 0, nullptr))
        return Error{Code::BAD_SOURCE, file.string(), header.message};
    return image;
}

Result<void> draw_goldens(platform::DrawnBy drawn_by,
                          const std::function<Result<void>(Drawn drawn)>& take) {
    std::unique_ptr<Scene> scene;
    std::string_view opened;
    for (const auto& golden : k_goldens) {
        const auto& panel = panel_named(golden.panel);
        if (opened != golden.panel) {
            scene.reset(); // one at a time
            PUFA_TRY(scene, Scene::open(panel, {.drawn_by = drawn_by}));
            opened = golden.panel;
        }
        const auto page = page_named(golden.page, golden.language);
        scene->draw(page,
                    {.language = golden.language, .text = golden.size, .theme = golden.theme});
        const auto name =
            fmt::format("{}.{}.{}.{}.{}", golden.page, golden.panel, model::tag(golden.language),
                        word(golden.size), word(golden.theme));
        PUFA_CHECK(take({name, scene->picture(), panel.shrink}));
    }
    return {};
}

Result<int> accept_goldens(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return Error{Code::DISK_ERROR, folder.string(), failed.message()};
    int count = 0;
    PUFA_CHECK(draw_goldens(platform::DrawnBy::gl, [&](const Drawn& drawn) {
        ++count;
        return platform::write_png(shrunk(drawn.picture, drawn.shrink),
                                   folder / (drawn.name + ".png"));
    }));
    return count;
}

} // namespace pufa::shots
