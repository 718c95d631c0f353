// Text of any encoding becomes strict UTF-8 that decodes to itself; strict UTF-8 stays as it is.

#include "content/author/text_file.h"
#include "content/base/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    const auto read = author::decode_text(bytes, "a.txt");
    if (!read) return 0;
    PUFA_ASSERT(base::is_utf8(read->text) && read->text.find('\0') == std::string::npos);
    if (read->encoding == "UTF-8") PUFA_ASSERT(!read->guessed && bytes.ends_with(read->text));
    const auto again = author::decode_text("\xEF\xBB\xBF" + read->text, "a.txt");
    PUFA_ASSERT(again.ok() && again->text == read->text && !again->guessed);
    return 0;
}
