#include "content/media/reaper.h"

#include <csignal>
#include <mutex>
#include <vector>

namespace pufa::media {

namespace {

struct Dismissed {
    std::mutex mutex;
    std::vector<base::Child> children; ///< guarded by mutex
};

/// Never destroyed: the end of the program must not wait for them either.
Dismissed& dismissed() {
    static auto* const all = new Dismissed;
    return *all;
}

} // namespace

void dismiss(base::Child child) {
    if (child.started()) ::kill(child.pid(), SIGKILL);
    const std::lock_guard lock{dismissed().mutex};
    auto& children = dismissed().children;
    children.push_back(std::move(child));
    std::erase_if(children, [](base::Child& ended) {
        return !ended.started() || ended.poll_exit().has_value();
    });
}

} // namespace pufa::media
