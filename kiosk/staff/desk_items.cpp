// Items one by one: looking at them as a visitor would, and switching them off.

#include "kiosk/staff/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::staff {

void Desk::Inner::on(const ItemsKnown& known) {
    items = known.items;
    changed = true;
}

const KnownItem* Desk::Inner::known_item(const std::string& id) const {
    const auto at = std::find_if(items.begin(), items.end(),
                                 [&](const auto& one) { return one.id.value == id; });
    return at == items.end() ? nullptr : &*at;
}

void Desk::Inner::act_on_items(const screens::StaffAct& act) {
    using Verb = screens::StaffVerb;
    switch (act.verb) {
    case Verb::show_items:
        items_page = static_cast<int>(std::max<int64_t>(0, act.value));
        ask(PageTurned{});
        return;
    case Verb::open_item:
        open_item = act.subject;
        ask(PageTurned{});
        return;
    case Verb::preview_item:
        if (const auto* item = known_item(act.subject)) look(PreviewItem{item->id, item->title});
        return;
    case Verb::switch_item: {
        const auto* item = known_item(act.subject);
        if (!item) return;
        auto to = settings;
        if (act.value == 1)
            to.switched_off.erase(item->id);
        else if (to.switched_off.size() < settings::k_most_switched_off)
            to.switched_off.insert(item->id);
        else
            return tell(screens::StaffTone::bad, tr("staff.item.too_many"));
        change(to);
        return;
    }
    default:
        return;
    }
}

/// The visitors' side has the screen until it comes back; this page waits.
void Desk::Inner::look(Effect at) {
    mode = Mode::looking;
    ask(std::move(at));
}

void Desk::Inner::on(const PreviewEnded& ended) {
    if (mode != Mode::looking) return;
    if (ended.how == PreviewEnded::How::forgotten) return leave();
    mode = Mode::desk;
    touched = now.steady;
    changed = true;
    ask(DeskOpened{});
    ask(PageTurned{});
}

} // namespace pufa::staff
