// A citation has a law and an article, and neither has the marks around a law's name.

#include "content/author/laws.h"
#include "content/base/utf8.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto text = fuzz::text_of(data, size);
    // Whoever asks has read a text file, which is UTF-8 by then; half a mark is no mark.
    if (!base::is_utf8(text)) return 0;
    const auto cited = author::parse_citation(text);
    if (!cited) return 0;
    PUFA_ASSERT(!cited->law.empty() && !cited->article.empty());
    for (const auto* mark : {"《", "》"}) {
        PUFA_ASSERT(cited->law.find(mark) == std::string::npos);
        PUFA_ASSERT(cited->article.find(mark) == std::string::npos);
    }
    return 0;
}
