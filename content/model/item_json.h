#pragma once
// Items as they stand in pack.json and in the compiled catalogue (docs/pack-format.md).
// Unknown fields are ignored; a missing or mistyped one is BAD_MANIFEST with the item's id and
// field.

#include "content/base/result.h"
#include "content/model/items.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string_view>

namespace pufa::model {

/// {"kind": "video" | "question" | "quiz" | "campaign" | "article", "id": …, …}
[[nodiscard]] nlohmann::ordered_json to_json(const Item& item);
/// Reads one item after the other, and keeps its memory from one to the next. One thread.
class ItemReader {
  public:
    ItemReader();
    ~ItemReader();
    ItemReader(const ItemReader&) = delete;
    ItemReader& operator=(const ItemReader&) = delete;

    /// AI_MARK_MISSING for a video that does not say whether a machine made it: left out, the mark
    /// would silently mean "no", and the law asks for an answer.
    [[nodiscard]] Result<Item> read(std::string_view json);

  private:
    struct Inner;
    std::unique_ptr<Inner> m;
};
/// As ItemReader, for one.
[[nodiscard]] Result<Item> item_from_json(std::string_view json);
/// {"zh-Hans": …}; languages without words are left out.
[[nodiscard]] nlohmann::ordered_json to_json(const LocalizedText& text);

} // namespace pufa::model
