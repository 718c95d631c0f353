#include "kiosk/platform/video_planes.h"

#include <libyuv.h>

namespace pufa::platform {
namespace {

/// Room for 4:2:0 planes of that size; Planes to read them and pointers to write them.
struct Room {
    Planes planes;
    std::array<uint8_t*, 3> to{};
};

Room room_for(std::vector<uint8_t>& bytes, int width, int height) {
    const int half_width = (width + 1) / 2;
    const int half_height = (height + 1) / 2;
    const auto luma = static_cast<size_t>(width) * static_cast<size_t>(height);
    const auto chroma = static_cast<size_t>(half_width) * static_cast<size_t>(half_height);
    bytes.resize(luma + 2 * chroma);
    Room room;
    room.to = {bytes.data(), bytes.data() + luma, bytes.data() + luma + chroma};
    room.planes = {
        {room.to[0], room.to[1], room.to[2]}, {width, half_width, half_width}, width, height};
    return room;
}

libyuv::RotationMode rotation_mode(int rotation) {
    switch (rotation) {
    case 90:
        return libyuv::kRotate90;
    case 180:
        return libyuv::kRotate180;
    case 270:
        return libyuv::kRotate270;
    default:
        return libyuv::kRotate0;
    }
}

} // namespace

Planes planes_of(const media::Picture& picture) {
    return {picture.plane, picture.stride, picture.width, picture.height};
}

Planes turned(const Planes& from, int rotation, std::vector<uint8_t>& bytes) {
    if (rotation == 0) return from;
    const bool sideways = rotation % 180 != 0;
    const auto room =
        room_for(bytes, sideways ? from.height : from.width, sideways ? from.width : from.height);
    const auto& to = room.planes;
    libyuv::I420Rotate(from.data[0], from.stride[0], from.data[1], from.stride[1], from.data[2],
                       from.stride[2], room.to[0], to.stride[0], room.to[1], to.stride[1],
                       room.to[2], to.stride[2], from.width, from.height, rotation_mode(rotation));
    return to;
}

Planes scaled(const Planes& from, int width, int height, std::vector<uint8_t>& bytes) {
    if (from.width == width && from.height == height) return from;
    const auto room = room_for(bytes, width, height);
    const auto& to = room.planes;
    libyuv::I420Scale(from.data[0], from.stride[0], from.data[1], from.stride[1], from.data[2],
                      from.stride[2], from.width, from.height, room.to[0], to.stride[0], room.to[1],
                      to.stride[1], room.to[2], to.stride[2], width, height,
                      libyuv::kFilterBilinear);
    return to;
}

} // namespace pufa::platform
