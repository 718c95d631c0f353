#pragma once
// pufa-admin install: packs become what the kiosk shows. Each file stands for itself: one that is
// refused does not stop the next, a machine that is at fault does.

#include "admin/context.h"
#include "content/pack/store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

struct InstallReport {
    struct Line {
        std::filesystem::path file;
        Result<pack::Store::Installed> result;
    };
    std::vector<Line> lines;
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] std::vector<Error> faults() const;
};

[[nodiscard]] Result<InstallReport> install(const std::vector<std::filesystem::path>& files,
                                            const base::StatePaths& paths, const pack::Trust& trust,
                                            WallTime now, const pack::Progress& progress);

void register_install(CLI::App& app, Context& context);

} // namespace pufa::admin
