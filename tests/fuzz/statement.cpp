// A statement about keys has one spelling, and so has a ticket: what was read is written as the
// same bytes.

#include "content/pack/statement.h"
#include "content/pack/ticket.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto text = fuzz::text_of(data, size);
    if (const auto code = pack::parse_ticket(text, "a.pin.json")) {
        PUFA_ASSERT(pack::is_ticket(text));
        PUFA_ASSERT(pack::write_ticket(*code) == text);
    }
    const auto read = pack::parse_statement(text, "a.keys.json");
    if (!read) {
        PUFA_ASSERT(read.error().code == Code::BAD_STATEMENT);
        return 0;
    }
    PUFA_ASSERT(read->add.size() <= pack::k_max_statement_keys);
    PUFA_ASSERT(pack::write_statement(*read) == text);
    return 0;
}
