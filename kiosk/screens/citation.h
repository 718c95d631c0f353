#pragma once
// Where a statement of law is written: the card beneath an explanation, and the sheet with the
// article's words.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

[[nodiscard]] float citation_height(Ui& ui, float width, const model::Citation& citation);
/// The law, the article, and since when it is so; `rect` is as high as citation_height says.
void citation_card(Ui& ui, const Rect& rect, const model::Citation& citation);

/// Over the page: the words of the article, which scroll. True if it was closed.
[[nodiscard]] bool citation_sheet(Ui& ui, const model::Citation& citation);

} // namespace pufa::screens
