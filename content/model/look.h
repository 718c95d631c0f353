#pragma once
// How a visitor asked for the kiosk to look and read. One value; the end of a visit puts the
// default back.

#include "content/model/text.h"

namespace pufa::model {

enum class Theme { light, high_contrast };
enum class TextSize { normal, large };
/// `lower`: the page takes the lower part of the screen, for whoever sits or is small.
enum class Reach { whole, lower };
/// `reduced`: pages fade for 120 ms and nothing slides.
enum class Motion { full, reduced };

struct Look {
    Language language = Language::zh_hans;
    TextSize text = TextSize::normal;
    Theme theme = Theme::light;
    Reach reach = Reach::whole;
    Motion motion = Motion::full;
    bool operator==(const Look&) const = default;
};

} // namespace pufa::model
