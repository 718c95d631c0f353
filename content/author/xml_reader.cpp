#include "content/author/xml_reader.h"

#include <expat.h>

#include <algorithm>
#include <memory>

namespace pufa::author {

namespace {

constexpr size_t k_chunk = size_t{1} << 20; // expat takes an int
constexpr size_t k_most_attributes = 64;

std::string_view local(const XML_Char* name) {
    const std::string_view whole{name};
    return whole.substr(whole.rfind(':') + 1); // npos + 1 is 0
}

struct Reading {
    XML_Parser parser;
    const XmlEvents& events;
    int most_depth;
    int depth = 0;
    std::string fault;

    void stop(std::string why) {
        if (fault.empty()) fault = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }
};

Reading& reading_of(void* data) {
    return *static_cast<Reading*>(data);
}

void XMLCALL begin(void* data, const XML_Char* name, const XML_Char** attributes) {
    auto& reading = reading_of(data);
    if (++reading.depth > reading.most_depth) return reading.stop("too many levels");
    XmlAttributes read;
    for (; *attributes != nullptr && read.size() < k_most_attributes; attributes += 2)
        read.emplace(local(attributes[0]), attributes[1]);
    reading.events.begins(local(name), read);
    if (auto why = reading.events.refusal(); !why.empty()) reading.stop(std::move(why));
}

void XMLCALL end(void* data, const XML_Char* name) {
    auto& reading = reading_of(data);
    --reading.depth;
    reading.events.ends(local(name));
    if (auto why = reading.events.refusal(); !why.empty()) reading.stop(std::move(why));
}

void XMLCALL text(void* data, const XML_Char* words, int length) {
    reading_of(data).events.text({words, static_cast<size_t>(length)});
}

void XMLCALL refuse_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    reading_of(data).stop("a document type declaration");
}

} // namespace

std::string read_xml(std::string_view bytes, int most_depth, const XmlEvents& events) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate(nullptr), &XML_ParserFree};
    if (!parser) return "out of memory";
    Reading reading{parser.get(), events, most_depth, 0, {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begin, end);
    XML_SetCharacterDataHandler(parser.get(), text);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuse_doctype);
    size_t fed = 0;
    for (bool last = false; !last;) {
        // Expat keeps a tag whole, and a record of each of its attributes.
        const auto understood = XML_GetCurrentByteIndex(parser.get()); // -1 before the first byte
        if (fed > 2 * k_chunk &&
            understood + static_cast<XML_Index>(2 * k_chunk) < static_cast<XML_Index>(fed))
            return "a tag of megabytes";
        const auto chunk = bytes.substr(0, k_chunk);
        bytes.remove_prefix(chunk.size());
        fed += chunk.size();
        last = bytes.empty();
        if (XML_Parse(parser.get(), chunk.data(), static_cast<int>(chunk.size()),
                      last ? XML_TRUE : XML_FALSE) == XML_STATUS_OK)
            continue;
        if (!reading.fault.empty()) return reading.fault;
        return XML_ErrorString(XML_GetErrorCode(parser.get()));
    }
    return reading.fault;
}

} // namespace pufa::author
