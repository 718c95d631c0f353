#pragma once
// Faults by name. Each can show that it fired, so that a test cannot pass because nothing happened.

#include "content/base/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <filesystem>
#include <fstream>

namespace pufa::support {

/// Turns one bit of a file over, in place.
inline void flip_bit(const std::filesystem::path& path, uint64_t at, int bit = 0) {
    std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
    REQUIRE(file.seekg(static_cast<std::streamoff>(at)));
    const int byte = file.get();
    REQUIRE(byte != std::char_traits<char>::eof());
    file.seekp(static_cast<std::streamoff>(at));
    file.put(static_cast<char>(byte ^ (1 << bit)));
    REQUIRE(file.flush());
}

/// Cuts a file off after `size` bytes.
inline void truncate_to(const std::filesystem::path& path, uint64_t size) {
    REQUIRE(std::filesystem::file_size(path) > size);
    std::filesystem::resize_file(path, size);
}

/// While it lives no file of this process grows past `bytes`: writes fail with EFBIG as they would
/// with ENOSPC. fired() counts the signal that the kernel sends with each refusal.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        fired_count() = 0;
        m_handler = std::signal(SIGXFSZ, [](int) { fired_count() = fired_count() + 1; });
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &m_before) == 0);
        const rlimit limit{bytes, m_before.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

    [[nodiscard]] static bool fired() { return fired_count() > 0; }

  private:
    static volatile std::sig_atomic_t& fired_count() {
        static volatile std::sig_atomic_t count = 0;
        return count;
    }
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace pufa::support
