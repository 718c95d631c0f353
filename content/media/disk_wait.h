#pragma once
// Why a child stands still: in a library, or in the kernel before a disk that does not answer.

#include <sys/types.h>

namespace pufa::media {

/// True if the process's first thread sleeps where no signal reaches it ("D"): it reads from a disk
/// that has spun down, fails or was pulled. False also of a process that is not there.
[[nodiscard]] bool waits_for_disk(pid_t pid);

} // namespace pufa::media
