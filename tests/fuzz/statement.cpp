// A statement about keys has one spelling: what was read is written as the same bytes.

#include "content/pack/statement.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto text = fuzz::text_of(data, size);
    const auto read = pack::parse_statement(text, "a.keys.json");
    if (!read) {
        PUFA_ASSERT(read.error().code == Code::BAD_STATEMENT);
        return 0;
    }
    PUFA_ASSERT(read->add.size() <= pack::k_max_statement_keys);
    PUFA_ASSERT(pack::write_statement(*read) == text);
    return 0;
}
