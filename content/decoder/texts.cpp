#include "content/decoder/texts.h"

#include "content/decoder/codec.h"
#include "content/decoder/language.h"
#include "content/media/channel.h"

#include <algorithm>
#include <string_view>

namespace pufa::decoder {

namespace {

/// Before the words of a line of ASS: order, layer, style, name, three margins, effect.
constexpr int k_fields_before_words = 8;
/// Of one packet, whatever it claims.
constexpr unsigned k_most_lines = 32;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Whether a mark like {\p1} turns letters into a drawing.
bool draws(std::string_view mark) {
    const auto at = mark.find("\\p");
    return at != std::string_view::npos && at + 2 < mark.size() && mark[at + 2] >= '1' &&
           mark[at + 2] <= '9';
}

bool is_break(char letter) {
    return letter == 'N' || letter == 'n' || letter == 'h';
}

} // namespace

std::string words_of(std::string_view line) {
    for (int field = 0; field < k_fields_before_words; ++field) {
        const auto comma = line.find(',');
        if (comma == std::string_view::npos) return {};
        line.remove_prefix(comma + 1);
    }
    std::string words;
    while (!line.empty()) {
        const char letter = line.front();
        const auto mark_end = letter == '{' ? line.find('}') : std::string_view::npos;
        if (mark_end != std::string_view::npos) {
            if (draws(line.substr(0, mark_end))) return {};
            line.remove_prefix(mark_end + 1);
        } else if (letter == '\\' && line.size() > 1 && is_break(line[1])) {
            words.push_back(line[1] == 'h' ? ' ' : '\n');
            line.remove_prefix(2);
        } else {
            if (letter != '\r') words.push_back(letter);
            line.remove_prefix(1);
        }
    }
    return std::string{trimmed(words)};
}

void Texts::open(const Input& input) {
    m_input = &input;
    for (AVStream* stream : input.texts()) {
        auto opened = open_codec(*stream, 1);
        if (!opened.trouble) m_tracks.push_back({stream, std::move(opened.context), {}});
    }
}

bool Texts::push(AVPacket& packet) {
    const auto track = std::find_if(m_tracks.begin(), m_tracks.end(), [&](const Track& each) {
        return each.stream->index == packet.stream_index;
    });
    if (track == m_tracks.end()) return false;
    AVSubtitle said{};
    int got = 0;
    const int done = avcodec_decode_subtitle2(track->codec.get(), &said, &got, &packet);
    if (done < 0 || got == 0) return true;
    std::string text;
    for (unsigned i = 0; i < std::min(said.num_rects, k_most_lines); ++i) {
        if (said.rects[i]->ass == nullptr) continue;
        const auto words = words_of(said.rects[i]->ass);
        if (!text.empty() && !words.empty()) text.push_back('\n');
        text += words;
    }
    avsubtitle_free(&said);
    add(*track, packet, std::move(text));
    return true;
}

void Texts::add(Track& track, const AVPacket& packet, std::string text) {
    const auto from = m_input->to_us(packet.pts, *track.stream);
    const int64_t length = av_rescale_q(std::max<int64_t>(packet.duration, 0),
                                        track.stream->time_base, {1, 1'000'000});
    if (!from || length == 0 || length > k_latest_us || text.empty()) return;
    if (text.size() > media::k_most_cue_bytes || track.cues.size() == media::k_most_cues ||
        m_bytes + text.size() > media::k_most_caption_bytes)
        return;
    m_bytes += text.size();
    track.cues.push_back({*from, *from + length, std::move(text)});
}

void Texts::tell(uint32_t generation, const Task::Send& send) const {
    uint32_t index = 0;
    for (const Track& track : m_tracks) {
        if (track.cues.empty()) continue;
        auto head = media::blank(media::Kind::text_track);
        head.text_track.generation = generation;
        head.text_track.index = index;
        head.text_track.language = media::short_name(language_of(*track.stream));
        title_of(*track.stream).copy(head.text_track.title, sizeof head.text_track.title - 1);
        send(head);
        for (const Cue& cue : track.cues) {
            std::string_view left{cue.text};
            while (!left.empty()) {
                auto message = media::blank(media::Kind::cue_text);
                auto& piece = message.cue_text;
                piece.generation = generation;
                piece.track = index;
                piece.from_us = cue.from_us;
                piece.until_us = cue.until_us;
                piece.bytes = static_cast<uint32_t>(left.copy(piece.text, sizeof piece.text));
                left.remove_prefix(piece.bytes);
                piece.complete = left.empty() ? 1 : 0;
                send(message);
            }
        }
        ++index;
    }
}

} // namespace pufa::decoder
