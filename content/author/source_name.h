#pragma once
// What an author's folder is called, without reading more of it than its pack.toml.

#include "content/base/result.h"
#include "content/model/text.h"

#include <filesystem>
#include <string>

namespace pufa::author {

struct SourceName {
    std::string id;             ///< as written; may be empty or no id
    model::LocalizedText title; ///< may be empty
};

/// Never fails: what cannot be read is empty, and a check of the folder will say why.
[[nodiscard]] SourceName source_name(const std::filesystem::path& folder);

} // namespace pufa::author
