#pragma once
// A passphrase from a file or from the terminal, never from the command line (others can read it
// there) and never echoed.

#include "admin/context.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pufa::admin {

enum class Ask { once, twice };

/// The keys of what is asked, and the option that names a file instead.
struct Prompts {
    std::string_view enter = "admin.passphrase.enter";
    std::string_view again = "admin.passphrase.again";
    std::string_view option = "--passphrase-file";
};

/// The first line of `file` if one is given, else typed at the terminal; `twice` compares two
/// entries. BAD_USAGE without a file and without a terminal, BAD_SOURCE for an empty one.
[[nodiscard]] Result<std::string> read_passphrase(const Context& context,
                                                  const std::filesystem::path& file, Ask times,
                                                  const Prompts& prompts = {});

/// The first line of what comes through a descriptor that this process was given; it stays open.
/// BAD_USAGE if it is none, BAD_SOURCE for an empty one.
[[nodiscard]] Result<std::string> read_passphrase_from(int descriptor);

} // namespace pufa::admin
