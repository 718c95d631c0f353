#pragma once
// pufa-admin key list: whom this machine trusts, for what, until when and since what, and what is
// wrong with that.

#include "admin/context.h"
#include "content/pack/statement.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

struct KeyListReport {
    pack::Trust trust;
    std::vector<pack::TrustFinding> findings;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// One sentence of a finding: what is wrong and what to do.
[[nodiscard]] std::string sentence(const pack::TrustFinding& finding, model::Language language);

void register_key_list(CLI::App& key, Context& context);

} // namespace pufa::admin
