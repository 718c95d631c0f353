#pragma once
// articles/: each text is described by a side file of the same name ("调解五步.md",
// "调解五步.toml") or by an [[article]] table in pack.toml that names it. Translations stand beside
// it: "调解五步.en.md", "调解五步.zh-Hant.md". Private to this folder.
//
//   id = "steps"    title     (both required)
//   note, agency, topics = ["…"], law = "《人民调解法》第三十三条"

#include "content/author/draft.h"
#include "content/author/laws.h"
#include "content/author/toml_reader.h"

#include <vector>

namespace pufa::author {

/// [[article]] tables in their order, then side files by name: the order of the shelf.
[[nodiscard]] std::vector<model::Article> read_articles(Draft& draft, TomlReader& pack,
                                                        const Laws& laws);

} // namespace pufa::author
