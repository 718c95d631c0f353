#pragma once
// The workbook that authors fill in: a sheet 题目 with header, two sample rows and lists to choose
// from, and a sheet 说明 that says what each column is. The same bytes each time.

#include "content/base/result.h"

#include <string>

namespace pufa::author {

/// The workbook's bytes. Errors: those of writing a temporary file.
[[nodiscard]] Result<std::string> question_template();

} // namespace pufa::author
