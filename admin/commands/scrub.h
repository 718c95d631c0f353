#pragma once
// pufa-admin scrub: reads what is installed again and takes off the screen what has rotted.

#include "admin/context.h"
#include "content/pack/scrub.h"

#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

/// Exit code 3 if anything was found damaged.
struct ScrubReport {
    pack::ScrubReport done;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] int exit_code() const;
};

void register_scrub(CLI::App& app, Context& context);

} // namespace pufa::admin
