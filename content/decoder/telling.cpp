#include "content/decoder/telling.h"

#include "content/decoder/language.h"
#include "content/media/channel.h"

namespace pufa::decoder {

void tell_sounds(const Input& input, const Task::Send& send) {
    for (size_t i = 0; i < input.sounds().size(); ++i) {
        auto message = media::blank(media::Kind::sound_track);
        auto& track = message.sound_track;
        track.index = static_cast<uint32_t>(i);
        track.language = media::short_name(language_of(*input.sounds()[i]));
        title_of(*input.sounds()[i]).copy(track.title, sizeof track.title - 1);
        send(message);
    }
}

} // namespace pufa::decoder
