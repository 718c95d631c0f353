// The keys before the desk: entering the PIN, choosing one at the first start and in the settings.

#include "content/pin/pin.h"
#include "kiosk/staff/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::staff {

void Desk::Inner::show_pin(Keys keys) {
    mode = Mode::pin;
    pin.keys = keys;
    pin.typed.clear();
    pin.note.clear();
    changed = true;
    ask(PageTurned{});
}

void Desk::Inner::on(const FirstStart&) {
    if (mode != Mode::closed) return;
    touched = now.steady;
    ask(DeskOpened{});
    show_pin(Keys::choose);
    pin.first_start = true;
}

void Desk::Inner::on(const screens::StaffSkip&) {
    if (mode == Mode::pin && pin.first_start) leave();
}

void Desk::Inner::on(const PinFacts& facts) {
    pin.facts = facts;
    pin.wait_until = now.steady + std::chrono::seconds{facts.wait_seconds};
    changed = true;
}

void Desk::Inner::on(const screens::StaffKey& key) {
    if (mode != Mode::pin || pin.judging || pin.keys == Keys::ticket) return;
    const bool closed = pin.keys != Keys::enter && !pin.facts.may_set && !pin.changing;
    if (closed || (pin.keys == Keys::enter && now.steady < pin.wait_until)) return;
    changed = true;
    pin.note.clear();
    if (key.key == '\n') {
        enter_key();
    } else if (key.key == '\b') {
        if (!pin.typed.empty()) pin.typed.pop_back();
    } else if (key.key >= '0' && key.key <= '9' && pin.typed.size() < pufa::pin::k_longest) {
        pin.typed += key.key;
    }
}

void Desk::Inner::enter_key() {
    if (pin.typed.size() < pufa::pin::k_shortest) {
        pin.note = "staff.pin.short";
        return;
    }
    if (pin.keys == Keys::enter) {
        pin.judging = true;
        ask(JudgePin{std::exchange(pin.typed, {})});
        return;
    }
    if (pin.keys == Keys::choose) {
        if (pufa::pin::weakness(pin.typed)) {
            pin.typed.clear();
            pin.note = "staff.pin.even";
            return;
        }
        pin.chosen = std::exchange(pin.typed, {});
        pin.keys = Keys::repeat;
        return;
    }
    if (std::exchange(pin.typed, {}) != pin.chosen) {
        pin.chosen.clear();
        pin.keys = Keys::choose;
        pin.note = "staff.pin.different";
        return;
    }
    pin.judging = true;
    ask(KeepPin{std::exchange(pin.chosen, {})});
}

void Desk::Inner::on(const PinJudged& judged) {
    pin.judging = false;
    changed = true;
    pin.wait_until = now.steady + std::chrono::seconds{judged.wait_seconds};
    if (mode != Mode::pin) return; // it took longer than anybody waited
    if (judged.right) {
        enter();
        return;
    }
    pin.facts.error = judged.error;
    pin.note = "staff.pin.wrong";
}

void Desk::Inner::on(const PinKept& kept) {
    pin.judging = false;
    changed = true;
    if (mode != Mode::pin) return;
    if (kept.error) {
        pin.facts.error = kept.error;
        pin.keys = Keys::choose;
        return;
    }
    pin.facts = {.set = true};
    const bool changing = std::exchange(pin.changing, false);
    pin.first_start = false;
    enter();
    if (changing) part = screens::StaffPart::settings;
    tell(screens::StaffTone::good, tr("staff.pin.kept"));
}

screens::PinModel pin_model(const Desk::Inner& desk) {
    const auto& pin = desk.pin;
    screens::PinModel model;
    model.typed = static_cast<int>(pin.typed.size());
    model.can_enter = pin.typed.size() >= pufa::pin::k_shortest && !pin.judging;
    model.can_skip = pin.first_start;
    model.can_leave = !pin.first_start;
    const auto wait = std::chrono::ceil<std::chrono::seconds>(pin.wait_until - desk.now.steady);
    const bool waits = pin.keys == Keys::enter && wait.count() > 0;
    model.can_type = !pin.judging && !waits;
    using screens::StaffTone;
    switch (pin.keys) {
    case Keys::enter:
        model.title = desk.tr("staff.pin.enter");
        model.note = desk.tr("staff.pin.enter.note");
        model.can_forget = true;
        break;
    case Keys::choose:
        model.title = desk.tr(pin.first_start ? "staff.pin.first" : "staff.pin.choose");
        model.note = desk.tr("staff.pin.choose.note");
        break;
    case Keys::repeat:
        model.title = desk.tr("staff.pin.repeat");
        model.note = desk.tr("staff.pin.repeat.note");
        break;
    case Keys::ticket:
        break; // a page of its own
    }
    if (pin.keys != Keys::enter && !pin.facts.may_set && !pin.changing) {
        model.title = desk.tr("staff.pin.none");
        model.note = desk.tr("staff.pin.none.note");
        model.asks = false;
        model.can_type = false;
        model.can_forget = true;
    } else if (pin.facts.error) {
        model.tone = StaffTone::bad;
        model.note = strings::sentence(desk.settings.language, *pin.facts.error);
    } else if (waits) {
        model.tone = StaffTone::bad;
        model.note = desk.tr("staff.pin.wait", {{"seconds", std::to_string(wait.count())}});
    } else if (pin.judging) {
        model.note = desk.tr("staff.pin.judging");
    } else if (!pin.note.empty()) {
        model.tone = pin.note == "staff.pin.ticket.taken" ? StaffTone::good : StaffTone::bad;
        model.note = desk.tr(pin.note);
    }
    return model;
}

} // namespace pufa::staff
