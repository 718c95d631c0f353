// What is in a pack, and one item of it.

#include "kiosk/staff/inner.h"

#include <algorithm>

namespace pufa::staff {

namespace {

using screens::StaffAct;
using screens::StaffButton;
using screens::StaffButtons;
using screens::StaffCard;
using screens::StaffHeading;
using screens::StaffRow;
using screens::StaffTone;
using screens::StaffVerb;
using screens::StaffWords;
using Look = StaffButton::Look;

constexpr int k_items_a_page = 12;

std::string_view kind_key(KnownItem::Kind kind) {
    using enum KnownItem::Kind;
    switch (kind) {
    case film:
        return "staff.item.film";
    case quiz:
        return "staff.item.quiz";
    case article:
        return "staff.item.article";
    case campaign:
        return "staff.item.campaign";
    case place:
        return "staff.item.place";
    case question:
        return "staff.item.question";
    }
    return "";
}

bool is_off(const Desk::Inner& desk, const KnownItem& item) {
    return desk.settings.switched_off.contains(item.id);
}

} // namespace

void items_card(const Desk::Inner& desk, screens::StaffModel& model) {
    std::vector<const KnownItem*> all;
    for (const auto& item : desk.items)
        if (item.id.pack().value == desk.open_pack) all.push_back(&item);
    if (all.empty()) return;
    const auto off = std::count_if(all.begin(), all.end(),
                                   [&](const auto* item) { return is_off(desk, *item); });
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.items")});
    card.blocks.emplace_back(
        StaffWords{desk.tr(off > 0 ? "staff.items.some_off" : "staff.items.note",
                           {{"count", std::to_string(all.size())}, {"off", std::to_string(off)}})});
    const auto count = static_cast<int>(all.size());
    const int pages = (count + k_items_a_page - 1) / k_items_a_page;
    const int page = std::clamp(desk.items_page, 0, pages - 1);
    const int until = std::min(count, (page + 1) * k_items_a_page);
    for (int i = page * k_items_a_page; i < until; ++i) {
        const auto& item = *all[static_cast<size_t>(i)];
        const bool hidden = is_off(desk, item);
        card.blocks.emplace_back(
            StaffRow{"items." + item.id.value, item.title.in(desk.settings.language),
                     desk.tr(kind_key(item.kind)), hidden ? desk.tr("staff.item.off") : "",
                     hidden ? StaffTone::warn : StaffTone::plain,
                     StaffAct{StaffVerb::open_item, item.id.value}});
    }
    if (pages > 1)
        card.blocks.emplace_back(StaffButtons{{{"items.before",
                                                desk.tr("staff.settings.before"),
                                                {StaffVerb::show_items, {}, page - 1},
                                                Look::quiet,
                                                page > 0},
                                               {"items.after",
                                                desk.tr("staff.settings.after"),
                                                {StaffVerb::show_items, {}, page + 1},
                                                Look::quiet,
                                                page + 1 < pages}}});
    model.main.push_back(std::move(card));
}

void item_page(const Desk::Inner& desk, screens::StaffModel& model) {
    const auto* item = desk.known_item(desk.open_item);
    StaffCard card;
    if (!item) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.item.gone")});
    } else {
        const bool shown = !is_off(desk, *item);
        card.blocks.emplace_back(StaffHeading{item->title.in(desk.settings.language)});
        card.blocks.emplace_back(
            StaffWords{desk.tr(kind_key(item->kind)) + " · " + item->id.value});
        card.blocks.emplace_back(
            screens::StaffSwitch{"item.shown",
                                 desk.tr("staff.item.shown"),
                                 shown,
                                 {StaffVerb::switch_item, item->id.value, shown ? 0 : 1}});
        card.blocks.emplace_back(
            StaffWords{desk.tr(shown ? "staff.item.shown.note" : "staff.item.off.note"),
                       shown ? StaffTone::plain : StaffTone::warn});
    }
    StaffButtons buttons;
    if (item)
        buttons.buttons.push_back({"item.preview",
                                   desk.tr("staff.item.preview"),
                                   {StaffVerb::preview_item, item->id.value},
                                   Look::primary});
    buttons.buttons.push_back(
        {"item.close", desk.tr("staff.settings.back"), {StaffVerb::open_item}});
    card.blocks.emplace_back(std::move(buttons));
    model.main.push_back(std::move(card));
}

} // namespace pufa::staff
