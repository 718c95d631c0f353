#include "content/media/reaper.h"

#include "content/base/log.h"

#include <csignal>
#include <mutex>
#include <vector>

namespace pufa::media {

namespace {

/// As base::Child tells it.
constexpr int k_by_its_jail = 128 + SIGSYS;

struct Dismissed {
    std::mutex mutex;
    std::vector<base::Child> children; ///< guarded by mutex
};

/// Never destroyed: the end of the program must not wait for them either.
Dismissed& dismissed() {
    static auto* const all = new Dismissed;
    return *all;
}

bool gone(base::Child& child) {
    const auto status = child.poll_exit();
    if (status == k_by_its_jail)
        base::log_warning("a decoder was ended by its jail: it made a system call that is not on "
                          "the list");
    return status.has_value();
}

} // namespace

void dismiss(base::Child child) {
    if (child.started()) ::kill(child.pid(), SIGKILL);
    const std::lock_guard lock{dismissed().mutex};
    auto& children = dismissed().children;
    children.push_back(std::move(child));
    std::erase_if(children, [](base::Child& ended) { return !ended.started() || gone(ended); });
}

} // namespace pufa::media
