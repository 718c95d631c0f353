#pragma once
// The towns of a folder's maps, by code and by name. Private to this folder.

#include "content/model/places.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// Whether a code is that many digits.
[[nodiscard]] bool is_code(std::string_view word, size_t digits);

struct KnownTown {
    std::string code;
    model::GeoPoint at; ///< WGS-84; about where it is
};

class Towns {
  public:
    /// A code that is there already is passed over: two maps may show one town.
    void add(const model::Town& town, model::Datum datum);
    [[nodiscard]] bool empty() const { return m_by_code.empty(); }
    /// By code, else by name in any language: none, one, or several of one name, by code.
    [[nodiscard]] std::vector<KnownTown> find(std::string_view word) const;

  private:
    std::map<std::string, KnownTown, std::less<>> m_by_code;
    std::map<std::string, std::vector<std::string>, std::less<>> m_by_name; ///< folded → codes
};

} // namespace pufa::author
