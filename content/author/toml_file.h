#pragma once
// A whole TOML file of the folder, read key by key. Private to this folder.

#include "content/author/draft.h"
#include "content/author/toml_reader.h"

#include <functional>
#include <string>

namespace pufa::author {

/// Hands the file's table to `read` and then names the keys that it did not ask for. False if there
/// is no such file, or none that can be read, of which the findings tell.
bool read_toml(Draft& draft, const std::string& name, const std::function<void(TomlReader&)>& read);

} // namespace pufa::author
