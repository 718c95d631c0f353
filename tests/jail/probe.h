#pragma once
// The probe's list of calls and its run over them.

#include <span>
#include <string>

namespace pufa::probe {

/// Which walls stand when a call is tried.
enum class Walls { none, all, all_with_abi_2, calls_only, files_only };

/// What a call needs in order to succeed where no wall stands.
enum class Needs { nothing, administrator };

/// Made before the door shuts: what a decoder would find lying about, and more.
struct Scene {
    std::string folder;  ///< empty but for these
    std::string file;    ///< there, ten bytes
    std::string doomed;  ///< there, to be removed or renamed
    std::string socket;  ///< the address of one that listens
    std::string mailbox; ///< the address of one that takes datagrams
    int open_file = -1;  ///< `file`, for reading and writing
    int program = -1;    ///< a program, for reading
    int memory = -1;     ///< a memfd of a page
    int stream = -1;     ///< not connected
    int datagram = -1;
    int pair = -1; ///< one end of a pair in which a byte waits
    int terminal = -1;
    int network = -1; ///< a name space
    int pidfd = -1;
    int shared = -1;      ///< a System V segment
    int victim = -1;      ///< the process of another
    void* page = nullptr; ///< anonymous, for reading and writing
};

struct Call {
    const char* name;
    Needs needs;
    int (*attempt)(const Scene&); ///< 0: it went through; else errno
};

[[nodiscard]] std::span<const Call> file_calls();
[[nodiscard]] std::span<const Call> process_calls();
[[nodiscard]] std::span<const Call> memory_calls();
[[nodiscard]] std::span<const Call> socket_calls();
[[nodiscard]] std::span<const Call> kernel_calls();

/// One line for each call: its name, a tab, and `done`, `denied ERRNO`, `killed SIGNAL` or
/// `skipped` (it needs an administrator, whom nobody is here). The exit status: 0, or 3 if the
/// walls could not be raised.
int run(Walls walls, const std::string& folder);

/// errno of a call that returns -1, else 0.
[[nodiscard]] int outcome(long result);

} // namespace pufa::probe
