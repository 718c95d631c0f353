#pragma once
// Archives for the targets: bytes behind a descriptor, and the archive that a layout demands.

#include "content/base/file.h"
#include "content/base/hash.h"
#include "content/pack/archive.h"

#include <string>
#include <string_view>
#include <sys/mman.h>
#include <vector>

namespace pufa::fuzz {

inline base::UniqueFd in_memory(std::string_view bytes) {
    base::UniqueFd fd{memfd_create("fuzz", MFD_CLOEXEC)};
    PUFA_ASSERT(fd && base::write_all(fd.get(), base::as_bytes(bytes), "memory"));
    return fd;
}

/// The archive of these entries, each with its words.
inline std::string assembled(const std::vector<pack::Entry>& entries,
                             const std::vector<std::string_view>& words) {
    std::string bytes;
    for (size_t i = 0; i < entries.size(); ++i)
        bytes.append(pack::local_header(entries[i])).append(words[i]);
    return bytes + pack::central_directory(entries);
}

inline pack::Entry entry_of(std::string name, std::string_view words) {
    return {std::move(name), static_cast<uint32_t>(words.size()),
            base::crc32(base::as_bytes(words))};
}

} // namespace pufa::fuzz
