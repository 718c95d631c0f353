#pragma once
// How a file that others write is told to have changed, without reading it.

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace pufa::tally {

/// What the file system takes for the time of a write. It ticks: all writes within a tick (4 ms on
/// Debian 12) get one and the same time.
struct FileClock {
    using Time = std::chrono::nanoseconds; ///< since 1970
    std::function<Time()> now;
    std::function<void(Time)> wait; ///< about as long; less is asked again
};
[[nodiscard]] FileClock system_file_clock();

/// Another one after each write that ends later than this call, to the file or to its WAL; of a WAL
/// without bytes nothing, since readers leave such. Waits for the end of the tick in which the file
/// was written, since what is written in the rest of it would look the same. "" if that does not
/// come within 20 ms (the file is written all the time, or times have whole seconds there): such a
/// file counts as changed.
[[nodiscard]] std::string stamp_of(const std::filesystem::path& file,
                                   const FileClock& clock = system_file_clock());

} // namespace pufa::tally
