#include "content/pack/manifest_bounds.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace pufa::pack {

namespace {

using Json = nlohmann::ordered_json;

/// nlohmann's parser keeps its own stack on the heap and asks after every token whether to go on,
/// so that a bound stops it there.
class Bounds : public nlohmann::json_sax<Json> {
  public:
    explicit Bounds(const std::string& where)
        : m_where(where) {}

    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return count(); }
    bool binary(binary_t&) override { return count(); }
    bool start_object(size_t) override { return enter(); }
    bool start_array(size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

    bool key(string_t& name) override {
        auto& keys = m_open.back();
        if (std::find(keys.begin(), keys.end(), name) != keys.end())
            return fail(Code::BAD_MANIFEST, fmt::format("the key \"{}\" stands twice", name));
        if (keys.size() == k_max_keys)
            return fail(Code::TOO_LARGE,
                        fmt::format("more than {} keys in one object", k_max_keys));
        keys.push_back(name);
        return true;
    }

    bool parse_error(size_t at, const std::string&,
                     const nlohmann::detail::exception& what) override {
        return fail(Code::BAD_MANIFEST, fmt::format("not JSON at byte {}: {}", at, what.what()));
    }

  private:
    bool fail(Code code, std::string detail) {
        m_fault = Error{code, m_where, std::move(detail)};
        return false;
    }
    bool count() {
        if (++m_values <= k_max_values) return true;
        return fail(Code::TOO_LARGE, fmt::format("more than {} values", k_max_values));
    }
    bool enter() {
        if (m_open.size() == k_max_depth)
            return fail(Code::BAD_MANIFEST, fmt::format("nested deeper than {}", k_max_depth));
        m_open.emplace_back();
        return count();
    }
    bool leave() {
        m_open.pop_back();
        return true;
    }

    const std::string& m_where;
    std::optional<Error> m_fault;
    std::vector<std::vector<std::string>> m_open; // the keys of each open object or array
    size_t m_values = 0;
};

} // namespace

Result<void> check_bounds(std::string_view json, const std::string& where) {
    // The parser would pass over it, and other readers of the same bytes would not.
    if (json.starts_with("\xEF\xBB\xBF"))
        return Error{Code::BAD_MANIFEST, where, "not JSON at byte 1: a byte order mark"};
    // The parser takes a NUL for the end and would not look at what follows it.
    if (const auto nul = json.find('\0'); nul != std::string_view::npos)
        return Error{Code::BAD_MANIFEST, where, fmt::format("not JSON at byte {}: a NUL", nul + 1)};
    Bounds bounds{where};
    if (Json::sax_parse(json.begin(), json.end(), &bounds)) return {};
    PUFA_ASSERT(bounds.fault().has_value());
    return *bounds.fault();
}

} // namespace pufa::pack
