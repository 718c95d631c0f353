#pragma once
// Items that failed to play, kept in <state>/kiosk.db: the kiosk alone writes it, staff read it
// (pufa-admin doctor). An item that failed twice in the same version of its pack is set aside: it
// is not offered again until the pack changes. The file may be lost at any time; then items have to
// fail again.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/model/ids.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace pufa::aside {

inline constexpr int k_failures_to_set_aside = 2;

struct Record {
    model::ItemId item;
    int64_t version = 0; ///< sequence of the item's pack
    int failures = 0;
    std::string cause;  ///< the error's name, "DECODER_DIED"
    std::string detail; ///< of the last failure; English, for staff
    WallTime first{};
    WallTime last{};

    [[nodiscard]] bool set_aside() const { return failures >= k_failures_to_set_aside; }
    bool operator==(const Record&) const = default;
};

/// By the item's id. A missing file is an empty list. DAMAGED_DATABASE, NEWER_DATABASE, errno
/// errors.
[[nodiscard]] Result<std::vector<Record>> read_records(const std::filesystem::path& file);

/// Puts `records` in the place of what the file holds, durably, or changes nothing. A damaged file
/// is kept beside it as kiosk.db.damaged and made anew. NEWER_DATABASE, NO_SPACE, READ_ONLY, errno
/// errors. Any thread, one at a time.
[[nodiscard]] Result<void> write_records(const std::filesystem::path& file,
                                         std::span<const Record> records);

} // namespace pufa::aside
