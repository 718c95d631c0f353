#pragma once
// What udisks2 says of the machine's disks, and which of it is a stick. Pure: no bus, no thread.
// Properties as in http://storaged.org/doc/udisks2-api/latest/ (UDisks2 2.9).

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace pufa::removable {

/// Of a property; monostate: of a type that nobody here reads. Paths ("aay") without their NUL.
using Value = std::variant<std::monostate, bool, uint64_t, std::string, std::vector<std::string>>;
using Properties = std::map<std::string, Value>;
using Interfaces = std::map<std::string, Properties>; ///< by their last word: "Block", "Drive" …
using Objects = std::map<std::string, Interfaces>;    ///< by object path

/// A file system on a stick, or a stick without any.
struct Volume {
    std::string path;  ///< of the block device
    std::string drive; ///< of the thing that is pulled out
    std::string device;
    std::string label; ///< as udisks2 tells it
    std::string file_system;
    uint64_t size_bytes = 0;
    bool read_only = false;
    bool has_file_system = true;
    std::vector<std::string> mounted_at;
};

/// In the order of their paths. A disk of the machine is never among them: neither one that cannot
/// be pulled out nor one of which anything is in use elsewhere than below `media_folders` (the
/// kiosk may have been started from a stick).
[[nodiscard]] std::vector<Volume>
find_volumes(const Objects& objects, const std::vector<std::filesystem::path>& media_folders);

/// Whether udisks2 can switch this drive off.
[[nodiscard]] bool can_switch_off(const Objects& objects, const std::string& drive);

} // namespace pufa::removable
