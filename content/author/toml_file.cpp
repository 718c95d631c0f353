#include "content/author/toml_file.h"

namespace pufa::author {

bool read_toml(Draft& draft, const std::string& name,
               const std::function<void(TomlReader&)>& read) {
    if (!draft.folder.has(name)) return false;
    const auto text = draft.folder.text(name, draft.findings);
    if (!text) return false;
    const auto table = parse_toml(*text, name, draft.findings);
    if (!table) return false;
    TomlReader toml{*table, name, draft.findings};
    read(toml);
    toml.finish();
    return true;
}

} // namespace pufa::author
