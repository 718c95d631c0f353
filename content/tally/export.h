#pragma once
// The statistics as files that leave the kiosk: roll-ups only, never events or sessions.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/model/text.h"
#include "content/tally/summary.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::tally {

/// The title of an item for the "title" column; "" if the pack is gone.
using TitleOf = std::function<std::string(const std::string& item)>;
/// Takes the file piece by piece.
using Sink = std::function<Result<void>(std::string_view piece)>;

/// What an export holds, and what is missing of it.
struct Exported {
    int64_t rows = 0;
    std::optional<base::Date> first; ///< day with a file, of those asked for
    std::optional<base::Date> last;
    std::vector<Gap> gaps;
    std::vector<std::string> damaged;   ///< cannot be read now
    std::vector<std::string> set_aside; ///< were found damaged by the recorder, on some earlier day
};

/// RFC 4180 with CRLF, UTF-8 with BOM, localized header, the counter's definition in a column, and
/// no cell that a spreadsheet program would take for a formula.
[[nodiscard]] Result<Exported> export_csv(Summary& summary, const Span& span,
                                          model::Language language, const TitleOf& title_of,
                                          const Sink& sink);

/// Whose export it is.
struct Provenance {
    KioskRecord kiosk;   ///< `made` is when the export is made
    std::string program; ///< version of the exporting program
};

/// JSON lines (docs/stats-format.md): a header, then one object per row. Days are whole; a merge
/// holds each against its hash.
[[nodiscard]] Result<Exported> export_jsonl(Summary& summary, const Span& span,
                                            model::Language language, const Provenance& of,
                                            const Sink& sink);

/// The last day that was exported and was over then, as the file "exported-until" of the tally
/// folder says; none if nothing was, or if it cannot be read.
[[nodiscard]] std::optional<base::Date> exported_until(const std::filesystem::path& tally_folder);
/// Says so, durably. Only once the export itself is.
[[nodiscard]] Result<void> set_exported_until(const std::filesystem::path& tally_folder,
                                              const base::Date& day);
/// What an export of `span`, made on `today`, makes of the mark: never earlier than it was, never
/// today (more will be counted), and nothing if days before `span` have not been exported.
[[nodiscard]] std::optional<base::Date> next_mark(const Summary& summary, const Span& span,
                                                  const std::optional<base::Date>& mark,
                                                  const base::Date& today);

} // namespace pufa::tally
