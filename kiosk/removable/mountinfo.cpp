#include "kiosk/removable/mountinfo.h"

#include "content/base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <optional>

namespace pufa::removable {

namespace {

constexpr size_t k_largest = 4u << 20;

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        if (end > 0) words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

/// "\040" is a blank.
std::string undo_octal(std::string_view word) {
    std::string text;
    for (size_t i = 0; i < word.size(); ++i) {
        unsigned value = 0;
        if (word[i] == '\\' && i + 3 < word.size() &&
            std::from_chars(word.data() + i + 1, word.data() + i + 4, value, 8).ptr ==
                word.data() + i + 4) {
            text += static_cast<char>(value);
            i += 3;
        } else {
            text += word[i];
        }
    }
    return text;
}

bool has_option(std::string_view options, std::string_view wanted) {
    while (!options.empty()) {
        const auto end = std::min(options.find(','), options.size());
        if (options.substr(0, end) == wanted) return true;
        options.remove_prefix(std::min(end + 1, options.size()));
    }
    return false;
}

/// 36 35 98:0 /root /folder rw,noatime master:1 … - ext3 /dev/root rw,errors=continue
std::optional<Mount> parse_line(std::string_view line) {
    const auto words = words_of(line);
    const auto dash = std::find(words.begin(), words.end(), "-");
    constexpr ptrdiff_t k_before = 6;
    constexpr ptrdiff_t k_after = 3;
    if (dash - words.begin() < k_before || words.end() - dash <= k_after) return std::nullopt;
    Mount mount;
    const auto& number = words[0];
    const auto read = std::from_chars(number.data(), number.data() + number.size(), mount.number);
    if (read.ec != std::errc{}) return std::nullopt;
    mount.device = words[2];
    mount.folder = undo_octal(words[4]);
    mount.file_system = dash[1];
    mount.source = undo_octal(dash[2]);
    mount.read_only = has_option(words[5], "ro") || has_option(dash[3], "ro");
    return mount;
}

} // namespace

std::vector<Mount> parse_mountinfo(std::string_view text) {
    std::vector<Mount> mounts;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto mount = parse_line(text.substr(0, end))) mounts.push_back(std::move(*mount));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return mounts;
}

Result<std::vector<Mount>> read_mountinfo(const std::filesystem::path& file) {
    PUFA_TRY(const auto fd, base::open_file(file, O_RDONLY));
    // The kernel tells no size; a list that is read in parts may miss what changes meanwhile, and
    // then it is told of a change.
    std::string text;
    std::array<char, 65536> part{};
    while (text.size() < k_largest) {
        const ssize_t got = ::read(fd.get(), part.data(), part.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return base::from_errno(errno, file.string());
        if (got == 0) break;
        text.append(part.data(), static_cast<size_t>(got));
    }
    return parse_mountinfo(text);
}

bool is_mounted(const std::filesystem::path& mountinfo, const std::filesystem::path& folder) {
    const auto mounts = read_mountinfo(mountinfo);
    return mounts && std::any_of(mounts->begin(), mounts->end(),
                                 [&](const Mount& it) { return it.folder == folder; });
}

} // namespace pufa::removable
