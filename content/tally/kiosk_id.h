#pragma once
// Which kiosk a count is of: a random number, made at the first start and kept in the state folder,
// bound to the machine so that a copied disk does not count under the name of its original.

#include "content/base/clock.h"
#include "content/base/result.h"

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace pufa::tally {

/// What this machine calls itself, by kind: "product_uuid", "board_serial" (readable by root only
/// on most machines), "mac" (of every network card that is a device), "machine_id". A kind that
/// cannot be read is missing.
using Hardware = std::map<std::string, std::set<std::string>>;
/// Reads it from `root`/sys and `root`/etc; "/" but in tests.
[[nodiscard]] Hardware read_hardware(const std::filesystem::path& root = "/");

struct KioskId {
    std::string id;               ///< 16 hex digits
    std::vector<std::string> was; ///< that this state folder had on other machines, oldest first
    bool operator==(const KioskId&) const = default;
};

/// <state>/kiosk-id.json, made if it is not there, and with a new id if it is of another machine:
/// a kind of Hardware that both know has nothing in common (machine_id, which is copied with the
/// disk or changed with the system, counts only where there is nothing else). Of the hardware a
/// salted hash is kept, nothing else. A damaged file is replaced, with a new id. NOT_FOUND if
/// there is no state folder; errno errors of writing.
[[nodiscard]] Result<KioskId> kiosk_id(const std::filesystem::path& state_folder,
                                       const Hardware& hardware);

} // namespace pufa::tally
