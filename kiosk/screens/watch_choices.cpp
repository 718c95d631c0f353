// What is chosen on a sheet over the player: how fast, and which language is heard.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace pufa::screens {

namespace {

constexpr std::string_view k_chapters = "watch.chapters", k_pace = "watch.pace",
                           k_sounds = "watch.sounds";
constexpr std::string_view k_chapter_list = "watch.chapters.list";
constexpr float k_width = 1000;
constexpr double k_whole = 100; // percent

std::string_view name_of(WatchSheet sheet) {
    switch (sheet) {
    case WatchSheet::none:
        break;
    case WatchSheet::chapters:
        return k_chapters;
    case WatchSheet::pace:
        return k_pace;
    case WatchSheet::sounds:
        return k_sounds;
    }
    return {};
}

bool has_choice(WatchSheet sheet, const WatchModel& model) {
    if (!plays(model.state)) return false; // another video, or its end
    switch (sheet) {
    case WatchSheet::none:
        break;
    case WatchSheet::chapters:
        return !model.chapters.empty();
    case WatchSheet::pace:
        return true;
    case WatchSheet::sounds:
        return model.sounds.size() > 1;
    }
    return false;
}

struct Choice {
    std::string id;
    std::string label;
    bool current = false;
};

struct Chooser {
    std::string_view name; ///< of the close button: "<name>.close"
    const std::string& title;
    const std::string& note;
    const std::vector<Choice>& choices;
};

/// All cells of one width, as many in a row as have room.
struct Grid {
    size_t columns = 1, rows = 1;
    float w = 0, h = 0, gap = 0;

    Grid(Ui& ui, float room, const std::vector<Choice>& choices)
        : h(ui.layout().mm(k_primary_mm))
        , gap(std::max(target_gap(ui), ui::space::s16)) {
        float widest = 0;
        for (const auto& choice : choices)
            widest = std::max(widest, pill_width(ui, choice.label, ui::icons::check));
        const auto fit = static_cast<size_t>(std::max(1.f, (room + gap) / (widest + gap)));
        columns = std::min(fit, choices.size());
        rows = (choices.size() + columns - 1) / columns;
        columns = (choices.size() + rows - 1) / rows; // rows of the same length
        const auto count = static_cast<float>(columns);
        w = (room - gap * (count - 1)) / count;
    }
    [[nodiscard]] float height() const { return static_cast<float>(rows) * (h + gap) - gap; }
    [[nodiscard]] Rect cell(Point at, size_t index) const {
        return {at.x + static_cast<float>(index % columns) * (w + gap),
                at.y + static_cast<float>(index / columns) * (h + gap), w, h};
    }
};

/// The index of what was touched; the sheet closes with it, and with its own button.
std::optional<size_t> choose(Ui& ui, const Chooser& chooser) {
    const float padding = is_low(ui) ? ui::space::s24 : ui::space::s48;
    const float w = std::min(k_width, ui.layout().canvas_width - 2 * ui::space::s48);
    const float inner = w - 2 * padding;
    const float button = ui.layout().mm(k_primary_mm);
    const auto title = serif(ui::type::title, Color::ink);
    const auto note = regular(ui::type::caption + 2, Color::ink2);
    const Grid grid{ui, inner, chooser.choices};
    const float note_h = ui.text_height(note, inner, chooser.note);
    const float between = is_low(ui) ? ui::space::s16 : ui::space::s32;
    const float head = title.size * title.line_height + note_h + between;
    const Rect sheet = open_dialog(ui, w, 2 * padding + head + grid.height() + between + button);
    const float x = sheet.x + padding;
    float y = sheet.y + padding;
    y += ui.text(title, {x, y}, inner, chooser.title, Align::left, 1);
    ui.text(note, {x, y}, inner, chooser.note);
    y += note_h + between;
    std::optional<size_t> chosen;
    for (size_t i = 0; i < chooser.choices.size(); ++i) {
        const auto& choice = chooser.choices[i];
        if (pill(ui, {.id = choice.id,
                      .rect = grid.cell({x, y}, i),
                      .label = choice.label,
                      .icon = choice.current ? ui::icons::check : char32_t{0},
                      .look = choice.current ? PillLook::current : PillLook::outlined}))
            chosen = i;
    }
    const std::string close_id = fmt::format("{}.close", chooser.name);
    const bool closed = pill(ui, {.id = close_id,
                                  .rect = {x, sheet.bottom() - padding - button, inner, button},
                                  .label = ui.tr("screens.close"),
                                  .icon = ui::icons::close,
                                  .look = PillLook::quiet});
    if (closed || chosen) ui.memory().open_sheet.clear();
    return chosen;
}

} // namespace

WatchSheet sheet_of(Ui& ui, const WatchModel& model) {
    auto& open = ui.memory().open_sheet;
    for (const auto sheet : {WatchSheet::chapters, WatchSheet::pace, WatchSheet::sounds}) {
        if (open != name_of(sheet)) continue;
        if (has_choice(sheet, model)) return sheet;
        open.clear();
    }
    return WatchSheet::none;
}

void open_sheet(Ui& ui, WatchSheet sheet) {
    ui.memory().open_sheet = name_of(sheet);
    if (sheet == WatchSheet::chapters) ui.memory().scrolls.erase(std::string{k_chapter_list});
}

std::string pace_words(int percent) {
    return fmt::format("{:g}×", percent / k_whole);
}

Intent pace_sheet(Ui& ui, const WatchModel& model) {
    std::vector<Choice> choices;
    for (const int percent : k_paces)
        choices.push_back({fmt::format("watch.pace.{}", percent), pace_words(percent),
                           percent == model.pace_percent});
    const auto chosen = choose(
        ui, {k_pace, ui.tr("screens.watch.pace"), ui.tr("screens.watch.pace_note"), choices});
    return chosen ? Intent{ChoosePace{k_paces[*chosen]}} : Intent{};
}

Intent sound_sheet(Ui& ui, const WatchModel& model) {
    std::vector<Choice> choices;
    for (const auto& sound : model.sounds)
        choices.push_back({fmt::format("watch.sound.{}", sound.track), sound.name, sound.current});
    const auto chosen = choose(
        ui, {k_sounds, ui.tr("screens.watch.sounds"), ui.tr("screens.watch.sounds_note"), choices});
    return chosen ? Intent{ChooseSound{model.sounds[*chosen].track}} : Intent{};
}

} // namespace pufa::screens
