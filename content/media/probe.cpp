#include "content/media/child_link.h"
#include "content/media/link.h"
#include "content/media/still.h"
#include "content/media/watch.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace pufa::media {

namespace {

using std::chrono::milliseconds;

/// How often a silent link is looked at.
constexpr milliseconds k_look{250};
constexpr milliseconds k_greeting_look{2};

/// Runs one Open to its end; `take` returns true when it has what it came for.
template <class Take>
Result<void> run(Link& link, std::chrono::milliseconds at_most, const std::string& where,
                 Take take) {
    const SteadyTime begun = base::steady_now();
    Watch watch;
    watch.begin(begun);
    uint64_t reports = 0;
    while (true) {
        const SteadyTime now = base::steady_now();
        const auto left = std::chrono::ceil<milliseconds>(begun + at_most - now);
        if (left.count() <= 0) return Error{Code::UNPLAYABLE, where, "decoding takes too long"};
        const auto verdict = watch.look(now, true, link.heartbeats(), reports);
        if (verdict != Watch::Verdict::well)
            return Error{Code::UNPLAYABLE, where, std::string{sentence(verdict)}};
        link.wait(std::min(left, k_look));
        for (auto& report : link.poll()) {
            ++reports;
            if (const auto* failed = std::get_if<HasFailed>(&report)) return failed->error;
            if (take(report)) return {};
        }
    }
}

} // namespace

Result<Greeting> greet(const LinkOptions& options, std::chrono::milliseconds at_most) {
    PUFA_TRY(const auto link, ChildLink::spawn(options));
    const SteadyTime end = base::steady_now() + at_most;
    while (base::steady_now() < end) {
        link->wait(k_greeting_look);
        for (const auto& report : link->poll()) {
            if (const auto* failed = std::get_if<HasFailed>(&report)) return failed->error;
        }
        if (link->greeting()) return *link->greeting();
    }
    return Error{Code::DECODER_DIED, options.decoder.string(), "it did not greet"};
}

Result<Facts> probe(const LinkOptions& options, const Source& source,
                    std::chrono::milliseconds at_most) {
    PUFA_TRY(const auto link, Link::spawn(options));
    return probe(*link, source, at_most);
}

Result<Facts> probe(Link& link, const Source& source, std::chrono::milliseconds at_most) {
    PUFA_CHECK(link.open(source, Purpose::probe, k_max_dimension, k_max_dimension));
    Facts facts;
    PUFA_CHECK(run(link, at_most, source.file.string(), [&](const Report& report) {
        const auto* opened = std::get_if<HasOpened>(&report);
        if (opened != nullptr) facts = opened->facts;
        return opened != nullptr;
    }));
    return facts;
}

Still copy_still(const Picture& picture) {
    PUFA_ASSERT(picture.format == PixelFormat::rgba);
    Still still{picture.width, picture.height, {}};
    const size_t row = static_cast<size_t>(picture.width) * 4;
    still.rgba.resize(row * static_cast<size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y)
        std::memcpy(still.rgba.data() + static_cast<size_t>(y) * row,
                    picture.plane[0] + static_cast<ptrdiff_t>(y) * picture.stride[0], row);
    return still;
}

Result<Still> decode_still(const LinkOptions& options, const Source& source, int max_width,
                           int max_height, std::chrono::milliseconds at_most) {
    PUFA_TRY(const auto link, Link::spawn(options));
    return decode_still(*link, source, max_width, max_height, at_most);
}

Result<Still> decode_still(Link& link, const Source& source, int max_width, int max_height,
                           std::chrono::milliseconds at_most) {
    PUFA_CHECK(link.open(source, Purpose::picture, max_width, max_height));
    Still still;
    PUFA_CHECK(run(link, at_most, source.file.string(), [&](const Report& report) {
        const auto* has = std::get_if<HasPicture>(&report);
        if (has != nullptr) still = copy_still(has->picture);
        return has != nullptr;
    }));
    return still;
}

} // namespace pufa::media
