#pragma once
// pufa-admin list: the packs of this machine. Reads only, and needs no lock.

#include "admin/context.h"
#include "content/pack/store.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

struct ListReport {
    std::vector<pack::InstalledPack> packs;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<ListReport> list_packs(const base::StatePaths& paths);

void register_list(CLI::App& app, Context& context);

} // namespace pufa::admin
