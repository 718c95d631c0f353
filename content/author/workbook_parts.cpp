#include "content/author/workbook_parts.h"

#include "content/author/words.h"
#include "content/author/xml_reader.h"
#include "content/base/utf8.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace pufa::author {

namespace {

constexpr size_t k_most_sheets = 1'000; // nobody looks for a sheet behind so many

std::string attribute(const XmlAttributes& attributes, std::string_view name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string{} : found->second;
}

std::optional<WorkbookFault> broken(std::string why) {
    if (why.empty()) return std::nullopt;
    return WorkbookFault{Fault::XLSX_BROKEN, std::move(why)};
}

} // namespace

std::optional<WorkbookFault> parse_sheets(std::string_view xml, int depth,
                                          std::vector<SheetPart>& sheets) {
    XmlEvents events;
    events.begins = [&](std::string_view name, const XmlAttributes& attributes) {
        if (name != "sheet") return;
        if (sheets.size() == k_most_sheets) return;
        const auto state = attribute(attributes, "state");
        sheets.push_back({attribute(attributes, "name"), state.empty() || state == "visible",
                          attribute(attributes, "id")});
    };
    events.ends = [](std::string_view) {};
    events.text = [](std::string_view) {};
    return broken(read_xml(xml, depth, events));
}

std::string relation_target(std::string_view xml, int depth, std::string_view folder,
                            std::string_view id, std::string_view type) {
    std::string target;
    XmlEvents events;
    events.begins = [&](std::string_view name, const XmlAttributes& attributes) {
        if (name != "Relationship" || !target.empty()) return;
        const bool wanted = id.empty() ? attribute(attributes, "Type").ends_with(type)
                                       : attribute(attributes, "Id") == id;
        if (wanted) target = attribute(attributes, "Target");
    };
    events.ends = [](std::string_view) {};
    events.text = [](std::string_view) {};
    if (!read_xml(xml, depth, events).empty() || target.empty()) return {};
    return target.starts_with('/') ? target.substr(1) : std::string{folder} + target;
}

std::optional<WorkbookFault> parse_strings(std::string_view xml, const WorkbookBounds& bounds,
                                           std::vector<std::string>& strings) {
    std::string words;
    size_t bytes = 0;
    int phonetic = 0;
    bool inside = false;
    XmlEvents events;
    events.begins = [&](std::string_view name, const XmlAttributes&) {
        if (name == "si") words.clear();
        phonetic += name == "rPh" ? 1 : 0;
        inside = name == "t" && phonetic == 0;
    };
    events.ends = [&](std::string_view name) {
        phonetic -= name == "rPh" ? 1 : 0;
        inside = false;
        if (name != "si") return;
        bytes += words.size() + sizeof(std::string);
        strings.push_back(cell_words(words));
    };
    events.text = [&](std::string_view text) {
        if (inside) words += text;
    };
    bool large = false;
    events.refusal = [&] {
        large = bytes + words.size() > bounds.text_bytes;
        return large ? std::string{"text"} : std::string{};
    };
    auto why = read_xml(xml, bounds.depth, events);
    if (large) return WorkbookFault{Fault::XLSX_TOO_LARGE, std::move(why)};
    return broken(std::move(why));
}

std::string cell_words(std::string_view text) {
    constexpr size_t length = 7; // _xHHHH_
    std::string words;
    while (!text.empty()) {
        const auto at = std::min(text.find("_x"), text.size());
        words += text.substr(0, at);
        text.remove_prefix(at);
        if (text.empty()) break;
        uint32_t point = 0;
        const auto* digits = text.data() + 2;
        const bool whole = text.size() >= length && text[length - 1] == '_';
        const auto read = whole ? std::from_chars(digits, digits + 4, point, 16)
                                : std::from_chars_result{digits, std::errc::invalid_argument};
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (read.ec != std::errc{} || read.ptr != digits + 4 || surrogate || point == 0) {
            words += text.front();
            text.remove_prefix(1);
            continue;
        }
        if (point != '\r') base::append_utf8(words, point);
        text.remove_prefix(length);
    }
    return words;
}

std::string cell_number(const std::string& text) {
    constexpr double largest_whole = 1e15;
    double value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || !std::isfinite(value)) return text;
    if (value == std::trunc(value) && std::abs(value) < largest_whole)
        return fmt::format("{}", static_cast<int64_t>(value));
    return fmt::format("{:.15g}", value);
}

} // namespace pufa::author
