#include "kiosk/app/self_test_report.h"

#include "content/base/error.h"
#include "content/strings/strings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace pufa::app {
namespace {

std::string sentence(const Check& check, model::Language language) {
    const std::string key = "app.tour." + check.name;
    return strings::text(language, key);
}

} // namespace

bool Report::held() const {
    return !checks.empty() && failed() == 0;
}

int Report::failed() const {
    return static_cast<int>(
        std::count_if(checks.begin(), checks.end(), [](const auto& check) { return !check.held; }));
}

std::string to_text(const Report& report, model::Language language) {
    std::string text;
    for (const auto& check : report.checks)
        text +=
            fmt::format("{}  {}  [{}]\n",
                        strings::text(language, check.held ? "app.tour.held" : "app.tour.not_held"),
                        sentence(check, language), check.figures);
    for (const auto& shot : report.shots)
        text += shot + "\n";
    const auto count = static_cast<int>(report.checks.size());
    text += strings::text(language, "app.tour.summary",
                          {{"held", std::to_string(count - report.failed())},
                           {"failed", std::to_string(report.failed())}}) +
            "\n";
    return text;
}

std::string to_json(const Report& report, model::Language language) {
    auto checks = nlohmann::ordered_json::array();
    for (const auto& check : report.checks)
        checks.push_back({{"name", check.name},
                          {"held", check.held},
                          {"figures", check.figures},
                          {"sentence", sentence(check, language)}});
    nlohmann::ordered_json json{
        {"held", report.held()}, {"checks", checks}, {"shots", report.shots}};
    if (!report.held()) json["error"] = base::name(Code::TOUR_FAILED);
    return json.dump(2) + "\n";
}

} // namespace pufa::app
