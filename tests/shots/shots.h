#pragma once
// Draws what was chosen and writes the pictures.

#include "content/base/result.h"
#include "tests/shots/choice.h"

namespace pufa::shots {

struct Count {
    int pictures = 0;
    int sheets = 0;
};
/// OUT/<panel>/<page>.<language>.<size>.<theme>.png and OUT/sheets/<panel>.<...>.<n>.png
[[nodiscard]] Result<Count> draw_all(const Choice& choice);

/// The program; its exit code.
[[nodiscard]] int run(const std::vector<std::string>& arguments);

} // namespace pufa::shots
