#pragma once
// Where a line may end: ICU's rules (UAX 14), and the Chinese ones that ICU leaves open. Not seen
// by screens. UI thread.

#include "content/model/text.h"
#include "kiosk/ui/typeset.h"

#include <memory>
#include <string_view>
#include <vector>

namespace pufa::ui {

/// False for 。，、）》！？：；” and their like.
[[nodiscard]] bool may_begin_line(char32_t code_point);
/// False for （《“ and their like.
[[nodiscard]] bool may_end_line(char32_t code_point);

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
