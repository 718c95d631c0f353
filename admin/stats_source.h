#pragma once
// What the stats commands share: which kiosk this is, what its items are called, which days are
// meant, and where a report may be written.

#include "admin/context.h"
#include "content/base/paths.h"
#include "content/base/result.h"
#include "content/tally/ledger.h"

#include <filesystem>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

enum class Existing { refuse, replace };

/// ALREADY_EXISTS where something is there and is not to be replaced; a folder never is.
[[nodiscard]] Result<void> may_write(const std::filesystem::path& file, Existing existing);

/// This kiosk's id, made if it has none yet, and `name` in one line. NOT_FOUND if there is no state
/// folder.
[[nodiscard]] Result<tally::KioskRecord> this_kiosk(const base::StatePaths& paths,
                                                    const std::string& name);

/// What staff chose at the desk, else `place` of kiosk.toml. A faulty configuration keeps nobody
/// from the statistics.
[[nodiscard]] std::string kiosk_name(const Context& context);

/// --from and --to of a command; days that do not exist are faults of the command line.
struct SpanOptions {
    std::string from;
    std::string to;
    [[nodiscard]] tally::Span span() const;
};
void add_span_options(CLI::App& command, const Context& context, SpanOptions& options);

} // namespace pufa::admin
