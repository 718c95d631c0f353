#pragma once
// What the disk shim (shim/) and the tests agree on: the environment that gives a child its fault,
// and the log in which the child leaves every call that it made below the fault's folder.

#include <cstdint>

namespace pufa::faults {

/// Calls on files and folders below this folder (absolute, without links) are counted.
inline constexpr const char* k_root_variable = "PUFA_FAULT_ROOT";
/// "kill N", "half N", "fail N ERRNO", "fail_reads N ERRNO", "short", "interrupt", "drop_syncs";
/// "count_reads" leaves one Op::fired for each read.
inline constexpr const char* k_plan_variable = "PUFA_FAULT_PLAN";
/// The file that takes the records; it stands outside of both folders.
inline constexpr const char* k_log_variable = "PUFA_FAULT_LOG";
/// Reads of files below this folder are those of a stick ...
inline constexpr const char* k_stick_variable = "PUFA_STICK_ROOT";
/// ... that does "pull BYTES ERRNO", "shorten SIZE", "flip_second", "zeros SIZE", "wrap SIZE".
inline constexpr const char* k_stick_plan_variable = "PUFA_STICK_PLAN";

enum class Op : uint32_t {
    create, ///< open with O_CREAT or O_TRUNC; `made` says whether the name is new
    write,
    truncate, ///< `offset` is the new size
    sync,     ///< of a file or a folder
    rename,   ///< `path` to `other`
    unlink,
    mkdir,
    rmdir,
    link, ///< `other` is the new name
    fallocate,
    read,
    fired, ///< the plan's fault has just happened, or is about to kill
};

/// One call, followed by its path, the other path and, of a write, the bytes that were taken.
struct RecordHead {
    Op op = Op::fired;
    uint32_t made = 0;
    uint32_t path_size = 0;
    uint32_t other_size = 0;
    uint64_t inode = 0;
    uint64_t offset = 0;
    uint64_t size = 0;  ///< of the bytes that follow
    int64_t result = 0; ///< what the call returned, or -errno
};

} // namespace pufa::faults
