#pragma once
// The blocks of the staff desk, one below the other in a card. The same code measures and draws, so
// that a column cannot be longer than the room it was given. Canvas units, UI thread only.

#include "kiosk/screens/staff_page.h"
#include "kiosk/screens/widgets.h"

#include <optional>
#include <vector>

namespace pufa::screens {

class StaffColumn {
  public:
    enum class Pass { measure, draw };
    /// Blocks begin at `at`; of targets what lies within `clip` can be touched.
    StaffColumn(Ui& ui, Pass pass, Point at, float width, const Rect& clip)
        : m_ui(ui)
        , m_pass(pass)
        , m_x(at.x)
        , m_y(at.y)
        , m_w(width)
        , m_clip(clip) {}

    void add(const StaffBlock& block);
    /// Where the next block would begin.
    [[nodiscard]] float bottom() const { return m_y; }
    [[nodiscard]] const std::optional<StaffAct>& asked() const { return m_asked; }

    void operator()(const StaffHeading& heading);
    void operator()(const StaffWords& words);
    void operator()(const StaffRow& row);
    void operator()(const StaffButtons& buttons);
    void operator()(const StaffProgress& progress);
    void operator()(const StaffNumbers& numbers);
    void operator()(const StaffBars& bars);
    void operator()(const StaffShares& shares);
    void operator()(const StaffSwitch& what);
    void operator()(const StaffStepper& stepper);
    void operator()(const StaffCardOutline& outline);

  private:
    [[nodiscard]] bool draws() const { return m_pass == Pass::draw; }
    float words(const TextStyle& style, Point at, float width, const std::string& text,
                Align align = Align::left);
    void button(const StaffButton& button, const Rect& rect);

    Ui& m_ui;
    Pass m_pass;
    float m_x, m_y, m_w;
    Rect m_clip;
    std::optional<StaffAct> m_asked;
};

/// Cards one below the other from `at`; returns their height.
float staff_cards(Ui& ui, StaffColumn::Pass pass, Point at, float width, const Rect& clip,
                  const std::vector<StaffCard>& cards, std::optional<StaffAct>& asked);

} // namespace pufa::screens
