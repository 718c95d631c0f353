#pragma once
// One writer for the state folder.

#include "content/base/file.h"
#include "content/base/paths.h"
#include "content/base/result.h"

namespace pufa::pack {

/// flock on <state>/lock: LOCKED when another writer holds it. Creates the state folder.
class StateLock {
  public:
    [[nodiscard]] static Result<StateLock> take(const base::StatePaths& paths);

  private:
    explicit StateLock(base::UniqueFd fd)
        : m_fd(std::move(fd)) {}
    base::UniqueFd m_fd;
};

} // namespace pufa::pack
