// An archive has one reading: if head and layout hold, assembling it anew gives the same bytes.

#include "content/pack/manifest.h"
#include "content/pack/pack_parts.h"
#include "tests/fuzz/archive_bytes.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto bytes = fuzz::text_of(data, size);
    const auto fd = fuzz::in_memory(bytes);
    const auto head = pack::read_head(fd.get(), "memory");
    if (!head) return 0;
    PUFA_ASSERT(bytes.find(head->manifest) != std::string_view::npos);
    const auto manifest = pack::parse_manifest(head->manifest, "memory");
    if (!manifest) return 0;
    const auto entries = pack::entries_of(head->manifest, head->signature, manifest->members);
    if (!pack::check_layout(fd.get(), entries, "memory")) return 0;
    std::vector<std::string_view> words;
    const auto places = pack::layout(entries);
    for (size_t i = 0; i < entries.size(); ++i)
        words.push_back(bytes.substr(places[i], entries[i].size));
    PUFA_ASSERT(fuzz::assembled(entries, words) == bytes);
    return 0;
}
