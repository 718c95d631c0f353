#pragma once
// XML in pieces, by expat, with bounds. Names come without their prefix. Private to this folder.

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace pufa::author {

using XmlAttributes = std::map<std::string, std::string, std::less<>>;

struct XmlEvents {
    std::function<void(std::string_view name, const XmlAttributes& attributes)> begins;
    std::function<void(std::string_view name)> ends;
    std::function<void(std::string_view text)> text;
    /// Why reading shall stop; "" while it shall not. Asked after each element.
    std::function<std::string()> refusal = [] { return std::string{}; };
};

/// "" or what is wrong: not well formed, deeper than `most_depth`, a document type declaration, a
/// tag of more than two megabytes, or what `refusal` said. Of a tag 64 attributes are given.
[[nodiscard]] std::string read_xml(std::string_view bytes, int most_depth, const XmlEvents& events);

} // namespace pufa::author
