#include "kiosk/screens/screens.h"

#include "kiosk/screens/article.h"
#include "kiosk/screens/attract.h"
#include "kiosk/screens/banner.h"
#include "kiosk/screens/fault.h"
#include "kiosk/screens/finder.h"
#include "kiosk/screens/gone.h"
#include "kiosk/screens/help.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/idle.h"
#include "kiosk/screens/language.h"
#include "kiosk/screens/places.h"
#include "kiosk/screens/quiz.h"
#include "kiosk/screens/result.h"
#include "kiosk/screens/shelf.h"
#include "kiosk/screens/staff.h"
#include "kiosk/screens/watch.h"

namespace pufa::screens {

namespace {

Intent draw_page(ui::Ui& ui, const FaultModel& model) {
    return draw_fault(ui, model);
}
Intent draw_page(ui::Ui& ui, const AttractModel& model) {
    return draw_attract(ui, model);
}
Intent draw_page(ui::Ui& ui, const ArticleModel& model) {
    return draw_article(ui, model);
}
Intent draw_page(ui::Ui& ui, const HomeModel& model) {
    return draw_home(ui, model);
}
Intent draw_page(ui::Ui& ui, const ShelfModel& model) {
    return draw_shelf(ui, model);
}
Intent draw_page(ui::Ui& ui, const WatchModel& model) {
    return draw_watch(ui, model);
}
Intent draw_page(ui::Ui& ui, const QuizModel& model) {
    return draw_quiz(ui, model);
}
Intent draw_page(ui::Ui& ui, const ResultModel& model) {
    return draw_result(ui, model);
}
Intent draw_page(ui::Ui& ui, const FinderModel& model) {
    return draw_finder(ui, model);
}
Intent draw_page(ui::Ui& ui, const PlacesModel& model) {
    return draw_places(ui, model);
}
Intent draw_page(ui::Ui& ui, const PinModel& model) {
    return draw_pin(ui, model);
}
Intent draw_page(ui::Ui& ui, const TicketModel& model) {
    return draw_ticket(ui, model);
}
Intent draw_page(ui::Ui& ui, const StaffModel& model) {
    return draw_staff(ui, model);
}
Intent draw_page(ui::Ui& ui, const CleaningModel& model) {
    return draw_cleaning(ui, model);
}
Intent draw_page(ui::Ui& ui, const ColorModel& model) {
    return draw_color(ui, model);
}
Intent draw_page(ui::Ui& ui, const WipeModel& model) {
    return draw_wipe(ui, model);
}

Intent draw_overlay(ui::Ui&, std::monostate) {
    return {};
}
Intent draw_overlay(ui::Ui& ui, const HelpModel& model) {
    return draw_help(ui, model);
}
Intent draw_overlay(ui::Ui& ui, const LanguageModel&) {
    return draw_language(ui);
}
Intent draw_overlay(ui::Ui& ui, const IdleModel& model) {
    return draw_idle(ui, model);
}
Intent draw_overlay(ui::Ui& ui, const GoneModel& model) {
    return draw_gone(ui, model);
}

} // namespace

Intent draw(ui::Ui& ui, const Page& page, const Overlay& overlay,
            const std::optional<Banner>& banner) {
    auto asked =
        std::visit([&](const auto& model) -> Intent { return draw_page(ui, model); }, page);
    // A tap that was under way when the overlay appeared must not act on the page beneath it.
    if (!std::holds_alternative<std::monostate>(overlay))
        asked = std::visit([&](const auto& model) -> Intent { return draw_overlay(ui, model); },
                           overlay);
    if (!banner) return asked;
    auto ended = draw_banner(ui, *banner);
    return ended.index() != 0 ? ended : asked;
}

} // namespace pufa::screens
