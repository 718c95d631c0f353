#pragma once
// The context a screen draws with: canvas units in, draw lists and a target record out. All state
// that outlives a frame lies in one UiMemory, which the reset clears.

#include "content/base/clock.h"
#include "content/model/look.h"
#include "content/model/text.h"
#include "content/strings/strings.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/touch.h"

#include <any>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawData;
struct ImDrawList;

namespace pufa::ui {

/// Scroll, press and tween state by id. Cleared when a visit ends.
struct UiMemory {
    struct ScrollState {
        float offset = 0;   ///< canvas units scrolled
        float velocity = 0; ///< a second; decays with 325 ms
        SteadyTime moved{};
        bool held = false; ///< a finger is on it; let go, it settles within its ends
    };
    std::map<std::string, ScrollState, std::less<>> scrolls;
    std::string pressed;                                   ///< the target under the finger
    std::map<std::string, float, std::less<>> press_depth; ///< 0 released .. 1 pressed, tweened
    std::optional<Slide> sliding;                          ///< the seek bar under the finger

    /// What fingers did to a map since its last frame, and how it flies on.
    struct PanState {
        Point by;
        float factor = 1;
        Point center;
        Point velocity; ///< a second
        SteadyTime moved{};
    };
    std::map<std::string, PanState, std::less<>> pans;

    struct TweenState {
        float from = 0;
        float to = 0;
        SteadyTime since{};
    };
    std::map<std::string, TweenState, std::less<>> tweens;
    /// The next frame is the first of a page that comes in. Without it a page is simply there.
    bool page_comes = false;
    /// Since when the page and the sheet over it come in; none: they are there.
    std::optional<SteadyTime> page_since, sheet_since;
    bool drawn = false;       ///< a frame was drawn with this memory
    bool sheet_shown = false; ///< ... and the last one had a sheet
    /// Pictures that were drawn as a colour; with a time: since when they fade in.
    std::map<std::string, std::optional<SteadyTime>, std::less<>> pictures;
    std::string open_sheet; ///< a sheet of the page's own that is open, by its id
    /// What a page worked out and would else work out again in each frame, by an id of the page.
    std::map<std::string, std::any, std::less<>> kept;
};

/// A picture by key; nullptr while it is not there (the colour stands in).
struct PictureTexture {
    TextureId texture = 0;
    int width = 0;
    int height = 0;
};
/// `covers`: pixels of the screen that it is drawn over, cropped to their shape. A smaller one is
/// enlarged; a sharper one may come under the same key.
using FindPicture =
    std::function<std::optional<PictureTexture>(const std::string& key, PixelSize covers)>;

enum class Align { left, center, right };

class Ui {
  public:
    /// All outlive the Ui, and so does the text's texture host, from which shadows and the white
    /// that shapes are made of come. Makes the ImGui context (no backend, no mouse), one at a time.
    Ui(Text& text, UiMemory& memory, FindPicture find_picture);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    // ---- a frame ----
    /// `tapped` is the target that a finished tap hit, "" for none; `slide` a finished or running
    /// slide.
    struct Input {
        std::string tapped;
        std::optional<Slide> slide;
    };
    /// `layout` is made for `look`.
    void begin(const Layout& layout, const Look& look, Input input, SteadyTime now);
    /// Valid until the next begin. Draw commands use vertex offsets.
    [[nodiscard]] ImDrawData& end();
    /// What this frame put on screen that can be touched.
    [[nodiscard]] const TargetRecord& targets() const { return m_targets; }
    /// Something moves: draw the next frame as well.
    [[nodiscard]] bool animating() const { return m_animating; }
    /// What a screen shows goes with time: draw the next frame as well.
    void keep_drawing() { m_animating = true; }

    // ---- what a screen may ask ----
    [[nodiscard]] const Layout& layout() const { return m_layout; }
    [[nodiscard]] const Look& look() const { return m_look; }
    [[nodiscard]] model::Language language() const { return m_look.language; }
    [[nodiscard]] const std::string& tr(std::string_view key) const;
    [[nodiscard]] std::string tr(std::string_view key,
                                 std::initializer_list<strings::Argument> with) const;
    [[nodiscard]] SteadyTime now() const { return m_now; }
    [[nodiscard]] UiMemory& memory() { return m_memory; }

    // ---- drawing, canvas units ----
    void fill(const Rect& rect, Color color, float corner = 0, float alpha = 1);
    void outline(const Rect& rect, Color color, float thickness, float corner = 0);
    /// A fill whose alpha changes evenly from its top to its bottom: the scrim that words over a
    /// picture lie on.
    void scrim(const Rect& rect, Color color, float top_alpha, float bottom_alpha);
    void shadow(const Rect& rect, Elevation elevation, float corner);
    void circle(Point center, float r, Color color, float alpha = 1);
    void line(Point from, Point to, Color color, float thickness);
    void convex(std::span<const Point> points, Color color, float alpha = 1);
    /// Many triangles of one colour, three indices each, at most 65,535 points; their edges are not
    /// smoothed.
    void triangles(std::span<const Point> points, std::span<const uint16_t> indices, Color color);
    /// A line through all points; one that ends where it begins is closed.
    void stroke(std::span<const Point> points, Color color, float thickness);
    /// Draws lines, returns the height used. The box is `max_width` wide from `at`.
    float text(const TextStyle& style, Point at, float max_width, std::string_view words,
               Align align = Align::left, int max_lines = 0);
    /// One line, centred in `rect` both ways (or left/right aligned in it); clamped to its width.
    void label(const TextStyle& style, const Rect& rect, std::string_view words,
               Align align = Align::center);
    [[nodiscard]] float text_width(const TextStyle& style, std::string_view words);
    [[nodiscard]] float text_height(const TextStyle& style, float max_width, std::string_view words,
                                    int max_lines = 0);
    /// How the words fall into lines; valid as long as Text::layout says.
    [[nodiscard]] const Paragraph& paragraph(const TextStyle& style, float max_width,
                                             std::string_view words, int max_lines = 0) {
        return m_text.layout(style, words, max_width, max_lines);
    }
    /// An icon of Material Design by its code point, `size` em, centred on `center`.
    void icon(char32_t code_point, Point center, float size, Color color);
    /// The picture, cropped to fill; `instead` while it is not there.
    void picture(const std::string& key, const Rect& rect, float corner, Color instead);
    /// One cell of a sheet of pictures, counted row by row from 0. The sheet is asked for as large
    /// as all its cells would be. False while it is not there: then nothing is drawn.
    struct Sheet {
        int count = 1;
        int columns = 1;
    };
    bool picture_cell(const std::string& key, const Sheet& sheet, int cell, const Rect& rect,
                      float corner);
    /// Asks for the sheet, so that it is there when a cell of that size is wanted; true if it is.
    bool want_sheet(const std::string& key, const Sheet& sheet, const Rect& rect);
    void push_clip(const Rect& rect);
    void pop_clip();
    /// Nothing is drawn under the video but what comes later: the presenter's layer shows through.
    void video_hole(const Rect& rect);
    [[nodiscard]] const std::optional<Rect>& video_rect() const { return m_video; }

    // ---- touching ----
    /// Records the target; true in the frame in which it was tapped.
    bool target(std::string_view id, const Rect& rect, bool enabled = true);
    /// 0..1: how far it is pressed in, tweened (80 ms in, 160 ms out).
    [[nodiscard]] float pressed(std::string_view id);
    /// A slider's fraction while it is slid; done when the finger lifted.
    [[nodiscard]] std::optional<Slide> slider(std::string_view id, const Rect& rect);
    /// A scroll area; returns the offset to subtract from its content.
    float scroll_area(std::string_view id, const Rect& rect, float content_length, bool horizontal);
    /// A map: what to move it by (canvas units) and then to scale it by around `center`, since the
    /// frame before. A fling goes on by itself.
    struct Pan {
        Point by;
        float factor = 1;
        Point center;
    };
    [[nodiscard]] Pan pan_area(std::string_view id, const Rect& rect);
    /// What follows lies above all before it and hides it from touch (dialogs).
    void raise_layer(bool block_below);

    // ---- moving ----
    /// On its way from what it was to `target`, cubic-out; there at once when first asked for, and
    /// where motion is reduced.
    [[nodiscard]] float tween(std::string_view id, float target,
                              std::chrono::milliseconds span = motion::select);
    /// What is drawn while one lives stays where it is while its page comes in: the dock, the
    /// header. What covers the whole screen always does.
    class Still {
      public:
        explicit Still(Ui& ui);
        ~Still();
        Still(const Still&) = delete;
        Still& operator=(const Still&) = delete;

      private:
        Ui& m_ui;
        bool m_before;
    };
    /// What is drawn from here on is a sheet that rises.
    void begin_sheet();

    // ---- gestures from the app, between frames ----
    void apply(const Gesture& gesture, SteadyTime now);

  private:
    struct Inner;
    void tween_presses(float elapsed);
    void hold(const Scroll& scroll, SteadyTime now);
    void hold_map(const Scroll& scroll, SteadyTime now);
    [[nodiscard]] bool is_map(std::string_view id) const;
    [[nodiscard]] float picture_share(std::string_view key);
    [[nodiscard]] std::optional<PictureTexture> find_sheet(const std::string& key,
                                                           const Sheet& sheet, const Rect& rect);
    void mark_still(int from_vertex);
    void move_in();
    [[nodiscard]] float come_in(std::optional<SteadyTime>& since, std::chrono::milliseconds span);
    void move_page(int end);
    void move_sheet(int from);

    std::unique_ptr<Inner> m;
    Text& m_text;
    UiMemory& m_memory;
    FindPicture m_find_picture;
    Layout m_layout;
    Look m_look;
    Input m_input;
    SteadyTime m_now;
    TargetRecord m_targets;
    int m_layer = 0;
    bool m_animating = false;
    std::optional<Rect> m_video;
    ImDrawList* m_list = nullptr;
};

} // namespace pufa::ui
