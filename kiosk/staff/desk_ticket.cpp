// A forgotten PIN: this kiosk shows a code, whoever signs for the bureau makes a ticket for it, and
// a stick brings that back. Then a new PIN may be chosen. For this alone a stick is mounted before
// the PIN: after somebody asked for it by a touch, read-only, and nothing but signed files of a few
// bytes are read.

#include "content/pin/reset_code.h"
#include "kiosk/staff/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::staff {

using State = removable::Stick::State;

void Desk::Inner::forgot_pin(bool forgotten) {
    if (mode != Mode::pin || pin.judging || pin.ticket.reading) return;
    pin.ticket = {};
    if (!forgotten) return show_pin(pin.facts.set ? Keys::enter : Keys::choose);
    show_pin(Keys::ticket);
    ask(AskResetCode{});
}

void Desk::Inner::on(const ResetCode& made) {
    pin.ticket.code = made.code;
    pin.ticket.trouble = made.error;
    changed = true;
}

void Desk::Inner::look_for_ticket() {
    auto& ticket = pin.ticket;
    if (mode != Mode::pin || pin.keys != Keys::ticket || ticket.reading || ticket.code.empty())
        return;
    const auto in = std::find_if(sticks.begin(), sticks.end(), [](const auto& one) {
        return one.state != State::released && one.state != State::releasing;
    });
    if (in == sticks.end()) return;
    ticket.stick = in->id;
    ticket.fault.reset();
    ticket.trouble.reset();
    ask(OpenStick{in->id, removable::Access::read}); // one that failed is tried once more
    if (in->state != State::failed) follow_ticket();
}

/// The stick that was asked for is mounted, has failed, or has gone.
void Desk::Inner::follow_ticket() {
    auto& ticket = pin.ticket;
    if (ticket.stick.empty() || ticket.reading) return;
    const auto in = std::find_if(sticks.begin(), sticks.end(),
                                 [&](const auto& one) { return one.id == ticket.stick; });
    if (in == sticks.end()) {
        ticket.stick.clear();
    } else if (in->state == State::failed) {
        ticket.trouble = in->trouble;
        ticket.stick.clear();
    } else if (in->state == State::readable || in->state == State::writable) {
        ticket.reading = true;
        run(Job::ticket, {"pin", "reset", in->folder.string()});
    }
}

void Desk::Inner::ticket_ended(const JobEnded& ended) {
    pin.ticket.reading = false;
    pin.ticket.stick.clear();
    if (ended.exit_code == 0) pin.facts = {.set = false, .may_set = true};
    if (mode != Mode::pin || pin.keys != Keys::ticket) return; // found again at the next way in
    if (ended.exit_code == 0) {
        show_pin(Keys::choose);
        pin.note = "staff.pin.ticket.taken";
        touched = now.steady;
        return;
    }
    pin.ticket.fault = ended.fault ? *ended.fault : report::Fault{"NO_TICKET", {}, {}};
}

screens::TicketModel ticket_model(const Desk::Inner& desk) {
    using screens::StaffTone;
    const auto& ticket = desk.pin.ticket;
    screens::TicketModel model;
    model.title = desk.tr("staff.ticket.title");
    model.code = pufa::pin::spaced(ticket.code);
    for (const auto* step : {"staff.ticket.step1", "staff.ticket.step2", "staff.ticket.step3"})
        model.steps.push_back(desk.tr(step));
    const bool looks = ticket.reading || !ticket.stick.empty();
    const bool there = std::any_of(desk.sticks.begin(), desk.sticks.end(), [](const auto& one) {
        return one.state != State::released && one.state != State::releasing;
    });
    model.can_look = there && !looks && !ticket.code.empty();
    if (looks) {
        model.note = desk.tr("staff.ticket.reading");
    } else if (ticket.trouble) {
        model.tone = StaffTone::bad;
        model.note = strings::sentence(desk.settings.language, *ticket.trouble);
    } else if (ticket.fault) {
        model.tone = StaffTone::bad;
        model.note = desk.words_of(*ticket.fault);
    } else {
        model.note = desk.tr(there ? "staff.ticket.there" : "staff.ticket.insert");
    }
    return model;
}

} // namespace pufa::staff
