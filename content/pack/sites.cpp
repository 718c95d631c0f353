#include "content/pack/sites.h"

#include <algorithm>

namespace pufa::pack {

bool is_site(std::string_view name) {
    return model::is_id_part(name);
}

bool is_site_pattern(std::string_view pattern) {
    if (pattern.ends_with('*')) pattern.remove_suffix(1);
    return is_site(pattern);
}

bool is_meant_for(const std::vector<std::string>& patterns, std::string_view site) {
    if (site.empty()) return false;
    return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view pattern) {
        return pattern.ends_with('*') ? site.starts_with(pattern.substr(0, pattern.size() - 1))
                                      : site == pattern;
    });
}

std::vector<NeededPack> unmet(const Manifest& manifest,
                              const std::map<model::PackId, int64_t>& active) {
    std::vector<NeededPack> missing;
    for (const auto& needed : manifest.needs) {
        const auto found = active.find(needed.id);
        if (found == active.end() || found->second < needed.sequence) missing.push_back(needed);
    }
    return missing;
}

} // namespace pufa::pack
