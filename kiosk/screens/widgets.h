#pragma once
// The pieces that all screens share. Canvas units; each draws, records its targets by a stable id
// and says whether it was tapped in this frame. UI thread only.

#include "kiosk/screens/page.h"
#include "kiosk/ui/icons.h"
#include "kiosk/ui/ui.h"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace pufa::screens {

using ui::Align;
using ui::Color;
using ui::Elevation;
using ui::Face;
using ui::Point;
using ui::Rect;
using ui::TextStyle;
using ui::Ui;

// ---- type ----

inline constexpr float k_title_line = 1.25f; ///< line heights, em
inline constexpr float k_body_line = 1.45f;
inline constexpr float k_icon_em = 1.25f; ///< an icon beside words of 1 em

[[nodiscard]] inline TextStyle regular(float size, Color color, float line = k_body_line) {
    return {Face::sans, size, color, line, 1};
}
[[nodiscard]] inline TextStyle bold(float size, Color color, float line = k_title_line) {
    return {Face::sans_bold, size, color, line, 1};
}
[[nodiscard]] inline TextStyle serif(float size, Color color, float line = k_title_line) {
    return {Face::serif_bold, size, color, line, 1};
}

// ---- touch ----

/// Millimetres that a finger needs: primary ones, normal ones, and the space between them.
inline constexpr float k_primary_mm = 20, k_normal_mm = 16, k_least_mm = 12, k_gap_mm = 4;

/// Records what of `rect` shows within `clip`; nothing if that is too small to be touched.
bool clipped_target(Ui& ui, std::string_view id, const Rect& rect, const Rect& clip,
                    bool enabled = true);
/// `rect` as it looks while pressed in: 0.97 of its size.
[[nodiscard]] Rect pressed_rect(Ui& ui, std::string_view id, const Rect& rect);

// ---- surfaces ----

void card(Ui& ui, const Rect& rect, Elevation elevation = Elevation::low,
          Color color = Color::card);
/// In high contrast grounds are all white: an edge tells where a thing ends. Nothing otherwise.
void contrast_edge(Ui& ui, const Rect& rect, float corner);
/// A tinted ground for words, with its edge in high contrast.
void tinted(Ui& ui, const Rect& rect, Color tint, float corner = ui::radius::card);
/// A tinted circle with an icon in it.
void round_icon(Ui& ui, Point center, float r, char32_t icon, Color color, Color tint);
/// A small label; returns the space it took.
Rect chip(Ui& ui, Point at, std::string_view label, Color ink, Color ground);
[[nodiscard]] float chip_height();
[[nodiscard]] float chip_width(Ui& ui, std::string_view label);

// ---- buttons ----

/// How light a button of the player is on its dark ground; its edge is snow2.
inline constexpr float k_dark_ground_alpha = 0.08f;

enum class PillLook { primary, warm, white, quiet, outlined, current, help, on_dark };
enum class IconSide { left, right };

struct Pill {
    std::string_view id;
    Rect rect;
    std::string_view label; ///< empty: a round button with its icon
    char32_t icon = 0;      ///< 0: none
    PillLook look = PillLook::quiet;
    float size = ui::type::body;
    IconSide side = IconSide::left;
    bool enabled = true;
};
bool pill(Ui& ui, const Pill& pill);
/// A pill on a page that scrolls: what of it shows within `clip` can be touched.
bool clipped_pill(Ui& ui, const Rect& clip, const Pill& pill);
/// How wide such a pill wants to be.
[[nodiscard]] float pill_width(Ui& ui, std::string_view label, char32_t icon,
                               float size = ui::type::body);
/// Five bars beside a sound button: `volume` of them full; `size` 1 beside body text.
void volume_bars(Ui& ui, Point left_middle, int volume, Color on, Color off, float size = 1);
[[nodiscard]] float volume_bars_width();

// ---- cards of content ----

/// The picture of a video with its marks; `corner` radius of the card.
void video_picture(Ui& ui, const Rect& rect, const VideoCard& video);
/// Picture, title (`title_lines` at most) and note; `picture` is its upper part. True if tapped.
bool video_card(Ui& ui, std::string_view id, const Rect& picture, const Rect& clip,
                const VideoCard& video, int title_lines);
/// A card on its side: the picture at its left, the words beside it.
bool wide_video_card(Ui& ui, std::string_view id, const Rect& rect, const Rect& clip,
                     const VideoCard& video);
/// How much a video card needs beneath its picture.
[[nodiscard]] float video_card_words_height(int title_lines);
/// "接着看": a card that lies on its side: picture at the left, words at the right.
bool next_video_card(Ui& ui, std::string_view id, const Rect& rect, std::string_view kicker,
                     const VideoCard& video);

/// An icon, a headline and a sentence in the middle of `rect`; the icon goes if room is short.
struct Message {
    char32_t icon;
    Color color, tint;
    std::string_view headline, words;
};
void message(Ui& ui, const Rect& rect, const Message& said);

// ---- progress ----

/// `wrong`: seal while one answers; quieter where the whole is looked back on.
void step_bar(Ui& ui, const Rect& rect, const std::vector<QuizModel::Step>& steps,
              Color wrong = Color::seal);

// ---- scrolling ----

/// A column that scrolls when its content is longer than `rect`; with a thumb at its right edge.
class ScrollPane {
  public:
    ScrollPane(Ui& ui, std::string_view id, const Rect& rect, float content_height);
    ~ScrollPane();
    ScrollPane(const ScrollPane&) = delete;
    ScrollPane& operator=(const ScrollPane&) = delete;
    /// The content's top on the canvas.
    [[nodiscard]] float top() const { return m_rect.y - m_offset; }
    [[nodiscard]] bool scrolls() const { return m_content > m_rect.h + 1; }

  private:
    Ui& m_ui;
    Rect m_rect;
    float m_content;
    float m_offset = 0;
};
/// The button beside a column that scrolls: a page on, or back to the top when at its end.
void scroll_button(Ui& ui, std::string_view id, std::string_view pane, const Rect& rect,
                   const Rect& pane_rect, float content_height);

/// A page's content, between header and dock: it scrolls when it is longer than that, with a thumb
/// and a button at its right for which the content makes room. What is drawn while this lives is
/// clipped to it.
class PagePane {
  public:
    /// `length_at` measures the content for a width. Its targets: "<name>.scroll", "<name>.more".
    PagePane(Ui& ui, std::string_view name, const Rect& area,
             const std::function<float(float width)>& length_at);
    ~PagePane();
    PagePane(const PagePane&) = delete;
    PagePane& operator=(const PagePane&) = delete;
    [[nodiscard]] bool scrolls() const { return m_length > m_area.h + 1; }
    /// Where the content lies now: its top moves as it scrolls.
    [[nodiscard]] Rect content() const {
        return {m_area.x, m_area.y - m_offset, m_width, std::max(m_length, m_area.h)};
    }
    /// What of it can be seen and touched; as wide as the screen but for the button.
    [[nodiscard]] Rect reach() const;

  private:
    [[nodiscard]] float column() const; ///< the left edge of the button

    Ui& m_ui;
    std::string m_name;
    Rect m_area;
    float m_width;
    float m_length;
    float m_offset = 0;
};

// ---- dialogs ----

/// Covers the page, hides it from touch and draws a sheet of that size in the middle, or on a tall
/// screen in its lower part.
Rect open_dialog(Ui& ui, float width, float height);

} // namespace pufa::screens
