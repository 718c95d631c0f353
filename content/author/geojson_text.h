#pragma once
// A GeoJSON text token by token: whether it stays within bounds, and where its features begin.
// Private to this folder.

#include "content/author/finding.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// Asked after every token whether to go on, so that a bound stops the parser there.
class GeoJsonBounds : public nlohmann::json_sax<nlohmann::json> {
  public:
    struct Stop {
        Fault fault;
        std::optional<size_t> byte; ///< from 1, where the parser stopped
    };
    [[nodiscard]] const std::optional<Stop>& stop() const { return m_stop; }

    /// The first key that stands twice in one object.
    struct Repeated {
        std::string key;
        size_t feature = 0; ///< from 1: in which entry of the outermost "features"; 0: in none
    };
    [[nodiscard]] const std::optional<Repeated>& repeated() const { return m_repeated; }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool key(string_t& words) override;
    bool start_object(size_t) override;
    bool start_array(size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool parse_error(size_t at, const std::string&,
                     const nlohmann::detail::exception& what) override;

  private:
    bool fail(Fault fault, std::optional<size_t> byte = std::nullopt);
    bool count();
    bool enter();
    bool leave();

    size_t m_numbers = 0, m_keys = 0;
    std::vector<std::set<std::string>> m_open; ///< keys of each object and list around
    std::string m_last_key;                    ///< of the outermost object
    size_t m_feature = 0;
    std::optional<Stop> m_stop;
    std::optional<Repeated> m_repeated;
};

/// The lines on which the entries of the outermost "features" begin, from 1. The text is JSON.
[[nodiscard]] std::vector<int> feature_lines(std::string_view text);

} // namespace pufa::author
