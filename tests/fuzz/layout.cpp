// Members as the bytes say (a line each: its name, the next one its words) make an archive that is
// accepted; with one byte outside the members' words changed, or one more or less, it is refused.

#include "tests/fuzz/archive_bytes.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    auto rest = fuzz::text_of(data, size);
    size_t at = 0;
    for (const char c : fuzz::take_line(rest).substr(0, 4))
        at = at * 256 + static_cast<unsigned char>(c);
    std::vector<std::string_view> words{fuzz::take_line(rest), fuzz::take_line(rest)};
    std::vector<pack::Entry> entries{fuzz::entry_of("pack.json", words[0]),
                                     fuzz::entry_of("pack.json.minisig", words[1])};
    while (!rest.empty()) {
        const std::string name{fuzz::take_line(rest)};
        words.push_back(fuzz::take_line(rest));
        if (pack::is_member_path(name))
            entries.push_back(fuzz::entry_of(name, words.back()));
        else
            words.pop_back();
    }
    auto bytes = fuzz::assembled(entries, words);
    const auto whole = [&] {
        const auto fd = fuzz::in_memory(bytes);
        return pack::read_head(fd.get(), "").ok() && pack::check_layout(fd.get(), entries, "").ok();
    };
    PUFA_ASSERT(whole() || words[1].size() > pack::k_max_signature);
    const auto places = pack::layout(entries);
    PUFA_ASSERT(places.back() == bytes.size());
    at %= bytes.size();
    bool in_words = false;
    for (size_t i = 0; i < entries.size(); ++i)
        in_words |= at >= places[i] && at < places[i] + entries[i].size;
    if (in_words)
        bytes.resize(at);
    else
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << at % 8));
    PUFA_ASSERT(!whole());
    return 0;
}
