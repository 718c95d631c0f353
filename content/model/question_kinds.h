#pragma once
// How the kinds of questions are spelt in JSON. Private to this folder.

#include "content/model/items.h"

#include <string_view>
#include <utility>

namespace pufa::model {

inline constexpr std::pair<QuestionKind, std::string_view> k_question_kinds[] = {
    {QuestionKind::single, "single"},
    {QuestionKind::multiple, "multiple"},
    {QuestionKind::true_false, "true-false"},
};

} // namespace pufa::model
