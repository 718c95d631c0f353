#pragma once
// A Ui without window or GPU, in fake time: draw a frame, tap a target by its id.

#include "kiosk/ui/ui.h"
#include "tests/support/counting_textures.h"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::support {

class UiFixture {
  public:
    static constexpr base::Micros k_frame{16'667};

    explicit UiFixture(const ui::Layout& layout_ = ui::make_layout(1920, 1080),
                       model::Language language_ = model::Language::zh_hans)
        : layout(layout_)
        , look{.language = language_}
        , text(open_text(textures))
        , ui(*text, memory,
             [this](const std::string& key, ui::PixelSize covers) {
                 asked_sizes[key] = covers;
                 return find_picture(key);
             })
        , recogniser({layout.mm(2.7f), layout.mm(5)}) {}

    /// One frame, a sixtieth of a second after the one before; `draw_screen(ui)` draws it. A tap
    /// that was made since is handed to it.
    template <class Draw>
    ImDrawData& frame(Draw&& draw_screen) {
        now += k_frame;
        ui.begin(layout, look, std::exchange(input, {}), now);
        std::forward<Draw>(draw_screen)(ui);
        return ui.end();
    }

    /// A finger goes down and up in the middle of a target of the last frame; the next frame is
    /// told. Fails the test if the target is not there; a blocked or disabled one is not tapped.
    void tap(std::string_view id) {
        const ui::Target* target = ui.targets().find(id);
        REQUIRE_MESSAGE(target != nullptr, "no target " << std::string{id});
        tap_at(target->rect.center());
    }
    void tap_at(ui::Point at) {
        using Kind = ui::PointerInput::Kind;
        feed(Kind::down, at);
        now += std::chrono::milliseconds{60};
        feed(Kind::up, at);
    }
    /// What the app does with each input of the window.
    void feed(ui::PointerInput::Kind kind, ui::Point at, int64_t finger = 1) {
        for (const auto& gesture : recogniser.feed({kind, finger, at, now}, ui.targets())) {
            ui.apply(gesture, now);
            if (const auto* tapped = std::get_if<ui::Tap>(&gesture)) input.tapped = tapped->id;
            if (const auto* slid = std::get_if<ui::Slide>(&gesture)) input.slide = *slid;
        }
    }

    ui::Layout layout;
    ui::Look look;
    CountingTextures textures;
    std::unique_ptr<ui::Text> text;
    ui::UiMemory memory;
    /// What a screen finds by key; empty until the test puts something in.
    std::map<std::string, ui::PictureTexture> pictures;
    std::map<std::string, ui::PixelSize> asked_sizes; ///< at which it looked for them, last
    ui::Ui ui;
    ui::Recogniser recogniser;
    ui::Ui::Input input;
    SteadyTime now{std::chrono::seconds{1000}};

  private:
    static std::unique_ptr<ui::Text> open_text(ui::TextureHost& host) {
        auto files = ui::find_fonts();
        REQUIRE(files.ok());
        auto opened = ui::Text::open(*files, host);
        REQUIRE(opened.ok());
        return std::move(opened).value();
    }
    [[nodiscard]] std::optional<ui::PictureTexture> find_picture(const std::string& key) const {
        const auto found = pictures.find(key);
        return found == pictures.end() ? std::nullopt : std::optional{found->second};
    }
};

} // namespace pufa::support
