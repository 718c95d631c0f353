#pragma once
// pufa-admin pack check: every fault of an author's folder, or of one file, with file and line.

#include "admin/context.h"
#include "content/author/build.h"
#include "content/author/lone_file.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct CheckReport {
    std::filesystem::path folder;
    model::PackId id;
    size_t items = 0;
    author::Findings findings;

    [[nodiscard]] size_t count(author::Severity severity) const;
    /// One line a finding, "quizzes/十题.csv:3:7: …", without the summary.
    [[nodiscard]] std::string findings_text(model::Language language) const;
    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] int exit_code() const;
};

[[nodiscard]] CheckReport to_report(const std::filesystem::path& folder,
                                    const author::Reading& reading);
[[nodiscard]] Result<CheckReport> check_folder(const std::filesystem::path& folder,
                                               const author::ReadOptions& options);

/// One file, read alone: what is wrong with it, and in JSON what was understood.
struct LoneReport {
    author::LoneFile file;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] int exit_code() const;
};

[[nodiscard]] Result<LoneReport> check_file(const std::filesystem::path& file);

void register_pack_check(CLI::App& pack, Context& context);

} // namespace pufa::admin
