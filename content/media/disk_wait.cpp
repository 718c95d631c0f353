#include "content/media/disk_wait.h"

#include <fstream>
#include <string>

namespace pufa::media {

bool waits_for_disk(pid_t pid) {
    std::ifstream file{"/proc/" + std::to_string(pid) + "/stat"};
    std::string line;
    if (!std::getline(file, line)) return false;
    // The name may hold anything, brackets too; the state follows its last one.
    const auto name_end = line.rfind(')');
    return name_end != std::string::npos && line.compare(name_end, 3, ") D") == 0;
}

} // namespace pufa::media
