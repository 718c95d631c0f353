#pragma once
// Runs programs as a person at a shell would; what they print and how they end comes back.

#include "content/base/process.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace pufa::test {

struct Ran {
    int exit_code = -1;
    std::string output; ///< standard output and standard error
    [[nodiscard]] bool says(const std::string& words) const {
        return output.find(words) != std::string::npos;
    }
};

inline Ran sh(const std::string& command) {
    const auto done = base::run("/bin/sh", {"-c", "( " + command + " ) 2>&1"});
    REQUIRE(done);
    return {done->exit_code, done->output};
}

inline std::string quoted(const std::filesystem::path& path) {
    std::string text = "'";
    for (const char c : path.string())
        text += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return text + "'";
}

inline std::string program(const std::string& name) {
    return quoted(std::filesystem::path{PUFA_BIN_DIR} / name);
}

} // namespace pufa::test
