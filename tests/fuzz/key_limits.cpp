// NAME.toml beside a key: limits that were read limit, whatever stands around them.

#include "content/pack/key_limits.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    pack::TrustedKey key;
    const auto read = pack::parse_limits(fuzz::text_of(data, size), "a.toml", key);
    if (!read) {
        PUFA_ASSERT(read.error().code == Code::BAD_KEY && !read.error().detail.empty());
        return 0;
    }
    if (!key.publishers) return 0;
    PUFA_ASSERT(!key.may_sign_for("") && !key.may_sign_for("x/y"));
    for (const auto& publisher : *key.publishers)
        PUFA_ASSERT(key.may_sign_for(publisher));
    return 0;
}
