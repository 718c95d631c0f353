#pragma once
// pufa-admin stats merge: exports of many kiosks into one city's database.

#include "admin/context.h"
#include "content/tally/city.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

struct StatsMergeReport {
    struct File {
        std::filesystem::path file;
        tally::Merged merged;
    };
    std::filesystem::path city;
    std::vector<File> files;                             ///< that were taken in
    std::vector<Error> refused;                          ///< nothing of these was
    std::vector<tally::KioskLine> kiosks;                ///< all of the city
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] std::vector<Error> faults() const { return refused; }
};

/// Each file whole or not at all; one that is refused does not keep the others out. Errors of the
/// city's own database end it.
[[nodiscard]] Result<StatsMergeReport> merge_stats(const std::filesystem::path& city,
                                                   const std::vector<std::filesystem::path>& files,
                                                   model::Language language);

void register_stats_merge(CLI::App& stats, Context& context);

} // namespace pufa::admin
