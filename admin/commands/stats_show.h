#pragma once
// pufa-admin stats show: the figures themselves, for a terminal and for the staff desk.

#include "admin/context.h"
#include "content/tally/figures.h"
#include "content/tally/item_facts.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

struct StatsShowReport {
    tally::KioskRecord kiosk; ///< without an id if there is no state folder yet
    std::optional<base::Date> exported_until;
    tally::Figures figures;
    tally::FactsByItem facts;
    std::vector<tally::Gap> gaps;
    std::vector<std::string> damaged; ///< unreadable now, and set aside earlier
    std::optional<Error> no_titles;
    model::Language language = model::Language::zh_hans; ///< of the words in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] std::vector<Error> faults() const;
};

[[nodiscard]] Result<StatsShowReport> show_stats(const base::StatePaths& paths,
                                                 model::Language language, WallTime now,
                                                 const tally::Span& span,
                                                 const std::string& kiosk_name);

void register_stats_show(CLI::App& stats, Context& context);

} // namespace pufa::admin
