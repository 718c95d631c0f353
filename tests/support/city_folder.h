#pragma once
// The small author's folder with what a city's packs hold: two kinds of dispute, holidays, a poll,
// a consultation. Tests break it one place at a time.

#include "tests/support/author_folder.h"

namespace pufa::support {

inline constexpr std::string_view k_city_finder = R"~([[dispute]]
id = "wills-dispute"
title = { zh-Hans = "遗嘱", en = "Wills" }
note = "怎样立"
advice = "可以先找人民调解"
picture = "finder/wills.png"
icon = "home"
first = ["mediation", "公证"]
facts = ["change"]
bring = ["card", "will"]
words = ["遗嘱", "继承"]
[[dispute]]
id = "noise"
title = "噪音"
first = ["mediation"]
[[fact]]
id = "change"
text = "遗嘱可以变更"
law = "《民法典》第一千一百四十二条"
[[bring]]
id = "card"
text = { zh-Hans = "身份证", en = "Identity card" }
[[bring]]
id = "will"
text = "遗嘱"
)~";
inline constexpr std::string_view k_city_holidays = R"~([[holiday]]
from = 2027-01-01
to = 2027-01-03
title = { zh-Hans = "元旦", en = "New Year" }
closed = true
[[holiday]]
from = 2027-01-09
to = 2027-01-09
title = "调休上班"
closed = false
)~";
inline constexpr std::string_view k_city_poll = R"~(id = "next-lecture"
title = { zh-Hans = "您最想听哪一讲？", en = "Which lecture next?" }
from = 2026-11-01
to = 2026-12-31
[[option]]
id = "wills"
text = { zh-Hans = "遗嘱", en = "Wills" }
[[option]]
text = "劳动"
)~";
inline constexpr std::string_view k_city_consultation = R"~(id = "draft-rule"
title = "征求意见"
summary = "一份示例草案"
from = 2026-11-01
to = 2026-12-31
[[question]]
id = "agree"
text = "您赞成吗？"
options = [{ zh-Hans = "赞成", en = "Yes" }, "不赞成"]
)~";

class CityFolder : public AuthorFolder {
  public:
    CityFolder() {
        write("finder.toml", k_city_finder);
        write("finder/wills.png", std::string{k_png_head} + "drawn");
        write("holidays.toml", k_city_holidays);
        write("polls/下一讲.toml", k_city_poll);
        write("consultations/草案.toml", k_city_consultation);
    }
};

} // namespace pufa::support
