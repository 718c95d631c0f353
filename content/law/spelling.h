#pragma once
// Laws and articles are written in many ways: 《中华人民共和国民法典》第一千一百四十二条,
// 民法典 1142. One spelling of each, for comparing; never shown. Pure.

#include <string>
#include <string_view>

namespace pufa::law {

/// Without 《》, blanks, the country's name before it and a note of its version behind it
/// （2018年修正）. Brackets that belong to the name （试行）, （一） stay.
[[nodiscard]] std::string law_key(std::string_view law);

/// The number: 第一千一百四十二条, 第1142条 and 1142 are "1142", 第一百三十三条之一 "133-1". A
/// paragraph or an item behind it (第二款) is left out: who quotes a part of an article is
/// concerned by a change to it. What has no such number is itself without blanks; empty stays
/// empty.
[[nodiscard]] std::string article_key(std::string_view article);

} // namespace pufa::law
