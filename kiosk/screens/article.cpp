#include "kiosk/screens/article.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

namespace pufa::screens {

Intent draw_article(Ui& ui, const ArticleModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const Rect area = content_area(ui);
    const auto title = serif(ui::type::headline, Color::ink);
    const auto body = regular(ui::type::body, Color::ink);
    const float title_h = ui.text_height(title, area.w, model.title);
    const float body_h = ui.text_height(body, area.w, model.markdown);
    {
        const ScrollPane pane{ui, "article.scroll", area, title_h + body_h + ui::space::s48};
        float y = pane.top();
        y += ui.text(title, {area.x, y}, area.w, model.title) + ui::space::s24;
        ui.text(body, {area.x, y}, area.w, model.markdown);
    }
    return draw_dock(ui, model.dock);
}

} // namespace pufa::screens
