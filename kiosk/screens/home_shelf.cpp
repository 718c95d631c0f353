#include "kiosk/screens/frame.h"
#include "kiosk/screens/home_parts.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_card_shape = 408.f / 230.f; // of a picture, width by height
constexpr float k_head = 56;
constexpr float k_few_least = 220, k_few_most = 300;

bool is_few(const HomeModel& model) {
    return model.shelf.size() <= 2;
}

/// One or two videos fill the row lying on their side; in portrait one above the other.
Intent draw_few(Ui& ui, const Rect& area, const Rect& clip, const std::vector<VideoCard>& videos) {
    Intent intent;
    const bool stacked = ui.layout().portrait();
    const auto count = static_cast<float>(videos.size());
    const float gap = ui::space::gutter;
    const float w = stacked ? area.w : (area.w - gap * (count - 1)) / count;
    const float h = stacked ? (area.h - gap * (count - 1)) / count : area.h;
    for (size_t i = 0; i < videos.size(); ++i) {
        const auto n = static_cast<float>(i);
        const Rect rect{stacked ? area.x : area.x + n * (w + gap),
                        stacked ? area.y + n * (h + gap) : area.y, w, std::min(h, k_few_most)};
        if (wide_video_card(ui, "home.card." + videos[i].id.value, rect, clip, videos[i]))
            intent = OpenVideo{videos[i].id};
    }
    return intent;
}

/// The row runs to both edges of the screen, so that what goes on is seen to go on.
Intent draw_many(Ui& ui, const Rect& area, const Rect& clip, const std::vector<VideoCard>& videos) {
    const float picture_h = area.h - video_card_words_height(1);
    const float card_w = picture_h * k_card_shape;
    const auto count = static_cast<float>(videos.size());
    const Rect row{clip.x, area.y, clip.w, area.h};
    const Rect seen = row.intersected(clip);
    const float length = 2 * (area.x - clip.x) + count * card_w + (count - 1) * ui::space::gutter;
    const float offset = seen.empty() ? 0 : ui.scroll_area("home.shelf", seen, length, true);
    // The shadows need room above and below.
    ui.push_clip({row.x, row.y - ui::space::s32, row.w, row.h + ui::space::s64});
    Intent intent;
    for (size_t i = 0; i < videos.size(); ++i) {
        const float x = area.x - offset + static_cast<float>(i) * (card_w + ui::space::gutter);
        if (x > row.right() || x + card_w < row.x) continue;
        const Rect picture{x, area.y, card_w, picture_h};
        if (video_card(ui, "home.card." + videos[i].id.value, picture, seen, videos[i], 1))
            intent = OpenVideo{videos[i].id};
    }
    ui.pop_clip();
    return intent;
}

} // namespace

float shelf_height(const Ui& ui, const HomeModel& model, float picture_height) {
    if (!is_few(model)) return k_head + picture_height + video_card_words_height(1);
    const auto rows = ui.layout().portrait() ? static_cast<float>(model.shelf.size()) : 1.f;
    const float h = std::clamp(picture_height, k_few_least, k_few_most);
    return k_head + rows * h + (rows - 1) * ui::space::gutter;
}

Intent draw_home_shelf(Ui& ui, const Rect& area, const Rect& clip, const HomeModel& model) {
    ui.text(bold(ui::type::body_large + 2, Color::ink), {area.x, area.y}, area.w, model.shelf_title,
            Align::left, 1);
    const Rect below{area.x, area.y + k_head, area.w, area.h - k_head};
    return is_few(model) ? draw_few(ui, below, clip, model.shelf)
                         : draw_many(ui, below, clip, model.shelf);
}

} // namespace pufa::screens
