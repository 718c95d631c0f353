#include "content/pack/state_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace pufa::pack {

Result<StateLock> StateLock::take(const base::StatePaths& paths) {
    PUFA_CHECK(base::make_folders(paths.root));
    PUFA_TRY(auto fd, base::open_file(paths.lock(), O_RDWR | O_CREAT));
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return Error{Code::LOCKED, paths.root.string(), "its lock is held"};
        return base::from_errno(errno, paths.lock().string());
    }
    return StateLock{std::move(fd)};
}

} // namespace pufa::pack
