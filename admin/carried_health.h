#pragma once
// The page of doctor as it leaves the kiosk: what it says of this machine, without where on its
// disks things lie. Pure.

#include "admin/commands/doctor.h"

#include <filesystem>
#include <string>

namespace pufa::admin {

/// Folders of this machine; an empty one is none.
struct MachineFolders {
    std::filesystem::path state, config, trust;
};

/// Every folder becomes the name of its part, every other path the name of its file.
[[nodiscard]] DoctorReport for_carrying(DoctorReport report, const MachineFolders& folders);

} // namespace pufa::admin
