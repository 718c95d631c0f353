#pragma once
// Which pictures are asked for: `pufa-shots OUT [--sheet] [WORD ...]`.

#include "content/base/error.h"
#include "tests/shots/panel.h"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace pufa::shots {

enum class Wanted { sheets, sheets_and_pictures };

struct Choice {
    std::filesystem::path out;
    Wanted wanted = Wanted::sheets_and_pictures;
    std::vector<Panel> panels;
    std::vector<ui::TextSize> sizes;
    std::vector<ui::Theme> themes;
    std::vector<model::Language> languages;
    std::vector<std::string> pages; ///< by name
};

/// A word that names a panel, a language, a text size or a theme chooses among those; any other
/// must be part of a page's name. Of what no word was said, all are chosen. BAD_USAGE otherwise.
[[nodiscard]] std::variant<Choice, Error> choose(const std::vector<std::string>& arguments);

[[nodiscard]] std::string usage();

} // namespace pufa::shots
