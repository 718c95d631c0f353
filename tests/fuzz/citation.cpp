// A citation as an author writes it names the same law and article when it is written in full.

#include "content/author/laws.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto cited = author::parse_citation(fuzz::text_of(data, size));
    if (!cited) return 0;
    PUFA_ASSERT(!cited->law.empty() && !cited->article.empty());
    // 最高人民法院关于适用《…》的解释: within full marks such a name is not told apart.
    if (cited->law.find("《") != std::string::npos || cited->law.find("》") != std::string::npos)
        return 0;
    const auto again = author::parse_citation("《" + cited->law + "》" + cited->article);
    PUFA_ASSERT(again.has_value());
    PUFA_ASSERT(again->law == cited->law && again->article == cited->article);
    return 0;
}
