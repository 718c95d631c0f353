// pack.json: the one spelling of what was read reads back as the same, and is judged the same.

#include "content/pack/manifest.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto read = pack::parse_manifest(fuzz::text_of(data, size), "pack.json");
    if (!read) return 0;
    const auto written = pack::write_manifest(*read);
    const auto again = pack::parse_manifest(written, "pack.json");
    PUFA_ASSERT(again.ok());
    PUFA_ASSERT(again->items == read->items && again->members == read->members);
    PUFA_ASSERT(pack::write_manifest(*again) == written);
    PUFA_ASSERT(pack::check_manifest(*again, "").size() == pack::check_manifest(*read, "").size());
    return 0;
}
