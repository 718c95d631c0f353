#include "content/author/source_name.h"

#include "content/author/text_file.h"
#include "content/author/toml_reader.h"

namespace pufa::author {

namespace {
constexpr uint64_t k_most_bytes = 1u << 20;
}

SourceName source_name(const std::filesystem::path& folder) {
    const auto file = read_text(folder / "pack.toml", k_most_bytes);
    if (!file) return {};
    Findings unheard;
    const auto table = parse_toml(file->text, "pack.toml", unheard);
    if (!table) return {};
    TomlReader toml{*table, "pack.toml", unheard};
    return {toml.text("id", Need::optional), toml.localized("title", Need::optional)};
}

} // namespace pufa::author
