#include "content/base/cancel.h"

#include <atomic>
#include <csignal>

namespace pufa::base {

namespace {

// Written by a signal handler and by any thread.
std::atomic<bool> g_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free);

} // namespace

void remember_cancelling_signals() {
    struct sigaction remember {};
    remember.sa_handler = [](int) { g_asked = true; };
    remember.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &remember, nullptr);
}

void ask_to_cancel() {
    g_asked = true;
}

bool cancel_asked() {
    return g_asked;
}

Result<void> check_cancelled(const std::string& where) {
    if (g_asked) return Error{Code::CANCELLED, where, "by signal"};
    return {};
}

void forget_cancelling() {
    g_asked = false;
}

} // namespace pufa::base
