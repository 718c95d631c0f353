#include "kiosk/app/caption_reader.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <span>
#include <utility>

namespace pufa::app {
namespace {

flow::CaptionsRead read_all(const model::ItemId& video,
                            const std::vector<flow::CaptionLocation>& files) {
    flow::CaptionsRead read{video, {}};
    for (const auto& file : files) {
        auto track = read_captions(file);
        if (track)
            read.tracks.push_back(std::move(track).value());
        else
            base::log_warning("captions of {} in {}: {} {} ({})", video.value,
                              model::tag(file.language), base::name(track.error().code),
                              track.error().where, track.error().detail);
    }
    return read;
}

bool is_ready(const std::future<flow::CaptionsRead>& reading) {
    return reading.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

} // namespace

Result<flow::CaptionTrack> read_captions(const flow::CaptionLocation& location) {
    const auto& [path, offset, length] = location.file;
    const auto where = path.string();
    if (length > captions::k_most_bytes)
        return Error{Code::TOO_LARGE, where, fmt::format("captions of {} bytes", length)};
    PUFA_TRY(const auto fd, base::open_file(path, O_RDONLY));
    std::string text(length, '\0');
    PUFA_CHECK(base::read_exact(
        fd.get(), offset, std::as_writable_bytes(std::span{text.data(), text.size()}), where));
    auto parsed = captions::parse(text);
    if (parsed.cues.empty()) return Error{Code::BAD_SOURCE, where, "captions without a cue"};
    return flow::CaptionTrack{location.language, std::move(parsed.cues)};
}

void CaptionReader::read(const flow::PlayVideo& effect, SteadyTime now) {
    m_wanted = effect.id;
    if (effect.captions.empty()) return;
    m_looked = now;
    m_reading.push_back(std::async(std::launch::async, read_all, effect.id, effect.captions));
}

std::optional<flow::CaptionsRead> CaptionReader::poll(SteadyTime now) {
    if (m_reading.empty()) return std::nullopt;
    m_looked = now;
    std::optional<flow::CaptionsRead> news;
    std::erase_if(m_reading, [&](auto& reading) {
        if (!is_ready(reading)) return false;
        auto read = reading.get();
        if (read.video == m_wanted) news = std::move(read);
        return true;
    });
    return news;
}

std::optional<SteadyTime> CaptionReader::next_due() const {
    if (m_reading.empty()) return std::nullopt;
    return m_looked + k_while_reading;
}

} // namespace pufa::app
