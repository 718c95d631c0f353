#pragma once
// Where a line may end: ICU's rules (UAX 14), and the Chinese ones that ICU leaves open. Not seen
// by screens. UI thread.

#include "content/model/text.h"

#include <memory>
#include <string_view>
#include <vector>

namespace pufa::ui {

/// False for 。，、）》！？：；” and their like.
[[nodiscard]] bool may_begin_line(char32_t code_point);
/// False for （《“ and their like.
[[nodiscard]] bool may_end_line(char32_t code_point);

/// One character as a line sees it.
struct Character {
    char32_t code_point = 0;
    size_t offset = 0;  ///< in the words, bytes
    float advance = 0;  ///< canvas units
    bool space = false; ///< may hang over the end of a line unseen
    bool may_break_before = false;
};

/// Invalid bytes become U+FFFD; advances are left 0.
[[nodiscard]] std::vector<Character> characters_of(std::string_view words);

class LineBreaker {
  public:
    LineBreaker();
    ~LineBreaker();
    LineBreaker(const LineBreaker&) = delete;
    LineBreaker& operator=(const LineBreaker&) = delete;

    /// Sets may_break_before. `words` are those that the characters were made of.
    void mark(std::string_view words, model::Language language, std::vector<Character>& characters);

  private:
    struct Iterators;
    std::unique_ptr<Iterators> m_iterators;
};

} // namespace pufa::ui
