#include "content/author/thumb_sheet.h"

#include <algorithm>
#include <cstring>

namespace pufa::author {

namespace {

constexpr size_t k_most_columns = 10;

} // namespace

std::optional<ThumbSheet> compose_sheet(const media::FilmStudy& study) {
    const auto& thumbs = study.thumbs;
    if (thumbs.empty() || study.every.count() <= 0) return std::nullopt;
    const auto columns = std::min(thumbs.size(), k_most_columns);
    const auto rows = (thumbs.size() + columns - 1) / columns;
    const int width = thumbs.front().still.width, height = thumbs.front().still.height;
    ThumbSheet sheet;
    sheet.layout = {{},    study.every, static_cast<int>(thumbs.size()), static_cast<int>(columns),
                    width, height};
    auto& picture = sheet.picture;
    picture.width = width * static_cast<int>(columns);
    picture.height = height * static_cast<int>(rows);
    const size_t stride = static_cast<size_t>(picture.width) * 4;
    picture.rgba.assign(stride * static_cast<size_t>(picture.height), 0);
    for (size_t i = 0; i < thumbs.size(); ++i) {
        const auto& still = thumbs[i].still;
        const auto left = i % columns * static_cast<size_t>(width) * 4;
        const auto top = i / columns * static_cast<size_t>(height);
        const auto row_bytes = static_cast<size_t>(std::min(still.width, width)) * 4;
        for (int y = 0; y < std::min(still.height, height); ++y)
            std::memcpy(picture.rgba.data() + (top + static_cast<size_t>(y)) * stride + left,
                        still.rgba.data() +
                            static_cast<size_t>(y) * static_cast<size_t>(still.width) * 4,
                        row_bytes);
    }
    return sheet;
}

} // namespace pufa::author
