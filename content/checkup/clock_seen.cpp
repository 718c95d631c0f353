#include "content/checkup/clock_seen.h"

#include "content/base/file.h"

#include <nlohmann/json.hpp>

namespace pufa::checkup {

namespace {

constexpr uint64_t k_largest_file = 4 * 1024;

} // namespace

std::filesystem::path clock_file(const std::filesystem::path& state) {
    return state / "clock.json";
}

std::optional<WallTime> load_clock_seen(const std::filesystem::path& file) {
    const auto text = base::read_file(file, k_largest_file);
    if (!text) return std::nullopt;
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    const auto seen = json.value("seen", nlohmann::json{});
    return seen.is_string() ? base::parse_iso(seen.get<std::string>()) : std::nullopt;
}

std::string clock_json(WallTime seen) {
    return nlohmann::json{{"seen", base::to_iso(seen)}}.dump() + "\n";
}

} // namespace pufa::checkup
