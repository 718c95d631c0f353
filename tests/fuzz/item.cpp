// An item's JSON, citations and places among them: what was read is written and read the same.

#include "content/model/item_json.h"
#include "tests/fuzz/fuzz.h"

#include <nlohmann/json.hpp>

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto item = model::item_from_json(fuzz::text_of(data, size));
    if (!item) return 0;
    const auto written = model::to_json(*item);
    const auto again = model::item_from_json(written.dump());
    PUFA_ASSERT(again.ok());
    PUFA_ASSERT(*again == *item);
    PUFA_ASSERT(model::to_json(*again).dump() == written.dump());
    return 0;
}
