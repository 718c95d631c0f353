#pragma once
// How the commands of authors read a folder: with a look at its films, showing how far it is, and
// with what the kiosk can draw and which law has changed.

#include "admin/context.h"
#include "content/author/build.h"

#include <filesystem>

namespace CLI {
class App;
}

namespace pufa::admin {

struct ReadingOptions {
    bool quick = false;               ///< do not look through the films
    std::filesystem::path law_status; ///< may be empty
};

/// --quick and --law-status.
void add_reading_options(CLI::App& command, const Context& context, ReadingOptions& options);

/// Errors: those of the file of changed law. A pack of it must be one that this machine trusts.
[[nodiscard]] Result<author::ReadOptions> read_options(const ReadingOptions& options,
                                                       const Context& context);

} // namespace pufa::admin
