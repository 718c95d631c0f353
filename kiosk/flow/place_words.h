#pragma once
// Hours, distances and kinds of place in the words of the visitor's language. Only for the .cpp
// files of this folder.

#include "content/place/hours.h"
#include "kiosk/flow/view.h"

#include <string>
#include <vector>

namespace pufa::flow {

/// "正在服务，至 17:30", "已休息，明天 9:00 开门"
[[nodiscard]] std::string hours_words(View& view, const place::HoursState& hours,
                                      const base::Date& today);
/// Days with the same hours together, from Monday; public holidays last.
[[nodiscard]] std::vector<screens::PlaceCard::Line> week_lines(View& view, const place::Week& week);
/// "直线约 2.1 公里"
[[nodiscard]] std::string distance_words(View& view, double metres);
[[nodiscard]] std::string kind_words(View& view, model::PlaceKind kind);
/// "普通话、粤语"; a code that has no name here is left out.
[[nodiscard]] std::string languages_words(View& view, const std::vector<std::string>& codes);

} // namespace pufa::flow
