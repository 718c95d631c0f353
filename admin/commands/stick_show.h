#pragma once
// pufa-admin stick show: what on a mounted stick is for this kiosk. Opens no file but the pack.toml
// of authors' folders, and writes nothing.

#include "admin/context.h"
#include "content/author/source_name.h"
#include "content/stick/survey.h"

#include <filesystem>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

struct StickShowReport {
    struct Source {
        std::filesystem::path folder;
        author::SourceName name;
    };
    std::filesystem::path folder;
    stick::Room room;
    stick::Survey survey;
    std::vector<Source> sources;
    model::Language language = model::Language::zh_hans; ///< of the titles in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<StickShowReport> show_stick(const std::filesystem::path& folder,
                                                 model::Language language);

void register_stick_show(CLI::App& stick, Context& context);

} // namespace pufa::admin
