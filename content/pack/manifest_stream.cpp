#include "content/pack/manifest_stream.h"

#include <optional>
#include <string>

namespace pufa::pack {

namespace {

using Json = nlohmann::ordered_json;
using Event = nlohmann::ordered_json::parse_event_t;

constexpr std::string_view k_members = "members", k_items = "items";
constexpr int k_list_depth = 1, k_element_depth = 2;

/// Knows in which of the two lists the parser is.
class Where {
  public:
    /// True for what stands directly in the object of the manifest under one of the two names.
    [[nodiscard]] bool in_list() const { return m_key == k_members || m_key == k_items; }
    [[nodiscard]] const std::string& key() const { return m_key; }

    void see(int depth, Event event, const Json& parsed) {
        if (depth == k_list_depth && event == Event::key) m_key = parsed.get<std::string>();
    }

  private:
    std::string m_key; ///< the last one of the manifest's own object
};

} // namespace

std::optional<ManifestFacts> read_manifest_facts(std::string_view text) {
    ManifestFacts found;
    Where where;
    const auto keep = [&](int depth, Event event, Json& parsed) {
        where.see(depth, event, parsed);
        if (depth != k_list_depth || event != Event::array_start || !where.in_list()) return true;
        (where.key() == k_members ? found.has_members : found.has_items) = true;
        return false;
    };
    found.facts = Json::parse(text.begin(), text.end(), keep, false);
    if (!found.facts.is_object()) return std::nullopt;
    return found;
}

Result<void> read_manifest_lists(std::string_view text, const EachElement& each) {
    Where where;
    Result<void> result;
    bool within = false; ///< one of the lists
    const auto keep = [&](int depth, Event event, Json& parsed) {
        where.see(depth, event, parsed);
        if (depth == k_list_depth && event == Event::array_start) within = where.in_list();
        if (depth == k_list_depth && event == Event::array_end) within = false;
        // The way to the lists; of the rest nothing is kept.
        if (depth == 0 || event == Event::key) return true;
        if (!within || !result) return false;
        const bool element =
            depth == k_element_depth &&
            (event == Event::object_end || event == Event::array_end || event == Event::value);
        if (!element) return true;
        result = each(where.key(), parsed);
        return false; // an element goes once it was handed over
    };
    [[maybe_unused]] const auto rest = Json::parse(text.begin(), text.end(), keep, false);
    return result;
}

} // namespace pufa::pack
