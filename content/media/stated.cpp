#include "content/media/stated.h"

#include "content/media/check.h"

#include <algorithm>

namespace pufa::media {

namespace {

uint32_t positive(int value) {
    return static_cast<uint32_t>(std::max(value, 0));
}

int whole(uint32_t value) {
    return static_cast<int>(std::min<uint32_t>(value, INT32_MAX));
}

} // namespace

std::string name_of(const ShortName& name) {
    return printable(name.data(), name.size());
}

ShortName short_name(std::string_view name) {
    ShortName out{};
    name.substr(0, out.size() - 1).copy(out.data(), out.size() - 1);
    return out;
}

StatedFields fields_of(const Stated& stated) {
    StatedFields fields{};
    fields.start_us = stated.start.count();
    fields.duration_us = stated.duration.count();
    fields.video_codec = short_name(stated.video_codec);
    fields.sound_codec = short_name(stated.sound_codec);
    fields.width = positive(stated.width);
    fields.height = positive(stated.height);
    fields.video_delay = positive(stated.video_delay);
    fields.frame_rate_num = positive(stated.frame_rate_num);
    fields.frame_rate_den = positive(stated.frame_rate_den);
    fields.sound_rate = positive(stated.sound_rate);
    fields.sound_channels = positive(stated.sound_channels);
    return fields;
}

Stated stated_of(const StatedFields& fields) {
    Stated stated;
    stated.start = Micros{fields.start_us};
    stated.duration = Micros{fields.duration_us};
    stated.video_codec = name_of(fields.video_codec);
    stated.sound_codec = name_of(fields.sound_codec);
    stated.width = whole(fields.width);
    stated.height = whole(fields.height);
    stated.video_delay = whole(fields.video_delay);
    stated.frame_rate_num = whole(fields.frame_rate_num);
    stated.frame_rate_den = whole(fields.frame_rate_den);
    stated.sound_rate = whole(fields.sound_rate);
    stated.sound_channels = whole(fields.sound_channels);
    return stated;
}

} // namespace pufa::media
