// The mesh of a base map has one spelling: what was read is written as the same bytes.

#include "content/place/base_mesh.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto mesh = place::read_base_mesh(std::as_bytes(std::span{data, size}));
    if (!mesh) return 0;
    PUFA_ASSERT(place::write_base_mesh(*mesh) == fuzz::text_of(data, size));
    return 0;
}
