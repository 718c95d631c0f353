// GIFT: whatever was read or refused says on which line it stands.

#include "content/author/gift.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    author::Findings findings;
    const auto sheet = author::read_gift(fuzz::text_of(data, size), "a.gift", findings);
    for (const auto& question : sheet.questions)
        PUFA_ASSERT(question.at.line > 0);
    for (const auto& finding : findings)
        PUFA_ASSERT(finding.place.file == "a.gift");
    return 0;
}
