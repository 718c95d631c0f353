// Captions: what was read, written as WebVTT, reads back the same and without complaint.

#include "content/captions/captions.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto read = captions::parse(fuzz::text_of(data, size));
    PUFA_ASSERT(read.cues.size() == read.lines.size());
    auto before = Micros::min();
    for (const auto& cue : read.cues) {
        PUFA_ASSERT(before <= cue.from);
        PUFA_ASSERT(cue.text.find("\n\n") == std::string::npos);
        PUFA_ASSERT(cue.from >= cue.to || cue.text.empty() ||
                    !captions::words_at(read.cues, cue.from).empty());
        before = cue.from;
    }
    const auto again = captions::parse(captions::write_webvtt(read.cues));
    for (const auto& complaint : again.complaints)
        PUFA_ASSERT(complaint.fault == captions::Fault::backwards);
    PUFA_ASSERT(again.cues == read.cues);
    return 0;
}
