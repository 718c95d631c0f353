#pragma once
// pufa-admin expiring: which of the installed items are withheld from visitors, which will be soon,
// and why. Reads only, and needs no lock.

#include "admin/context.h"
#include "content/catalog/freshness.h"

#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct ExpiringReport {
    catalog::FreshnessReport found;
    int days = 0; ///< how far it looks ahead
    WallTime now;
    model::Language language = model::Language::zh_hans; ///< of the titles in json()

    [[nodiscard]] std::string text(model::Language in) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<ExpiringReport> list_expiring(const base::StatePaths& paths, WallTime now,
                                                   int days, model::Language language);

void register_expiring(CLI::App& app, Context& context);

} // namespace pufa::admin
