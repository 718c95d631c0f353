// The filters above the map: what a place must be, and in which district.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/places_parts.h"

#include <vector>

namespace pufa::screens {

namespace {

constexpr float k_roomy_height = 1000; // of the canvas
constexpr int k_most_district_lines = 1, k_most_district_lines_portrait = 2;

struct Chip {
    std::string id;
    std::string label;
    bool on;
    Intent intent;
    char32_t icon = 0;
};

float chip_side(const Ui& ui) {
    return ui.layout().mm(k_normal_mm);
}

float gap_of(const Ui& ui) {
    return ui.layout().mm(k_gap_mm);
}

float width_of(Ui& ui, const Chip& chip) {
    return std::max(
        pill_width(ui, chip.label, chip.on && chip.icon == 0 ? ui::icons::check : chip.icon),
        chip_side(ui));
}

std::vector<Chip> filter_chips(const Ui& ui, const PlacesModel& model) {
    std::vector<Chip> chips;
    if (!model.asked.empty())
        chips.push_back({"places.all", model.asked, true, OpenPlaces{}, ui::icons::close});
    const auto add = [&](const char* id, const char* key, PlaceFilter filter, bool on) {
        chips.push_back({id, ui.tr(key), on, SetPlaceFilter{filter, !on}});
    };
    add("places.open", "screens.places.open_now", PlaceFilter::open_now, model.filters.open_now);
    add("places.cantonese", "screens.places.cantonese", PlaceFilter::cantonese,
        model.filters.cantonese);
    add("places.step_free", "screens.places.step_free", PlaceFilter::step_free,
        model.filters.step_free);
    add("places.overseas", "screens.places.overseas", PlaceFilter::overseas,
        model.filters.overseas);
    return chips;
}

std::vector<Chip> district_chips(const Ui& ui, const PlacesModel& model) {
    std::vector<Chip> chips{{"places.district.all", ui.tr("screens.places.all_districts"),
                             model.district.empty(), ChooseDistrict{}}};
    for (const auto& district : model.districts)
        chips.push_back({"places.district." + district.code, district.name,
                         model.district == district.code, ChooseDistrict{district.code}});
    return chips;
}

/// One chip for all districts: it opens a sheet of them.
Chip district_key(const Ui& ui, const PlacesModel& model) {
    std::string name = ui.tr("screens.places.all_districts");
    for (const auto& district : model.districts)
        if (district.code == model.district) name = district.name;
    return {"places.districts", name, !model.district.empty(),
            ShowPlaceSheet{PlaceSheet::districts}, ui::icons::expand_more};
}

int lines_of(Ui& ui, const std::vector<Chip>& chips, float width) {
    int lines = 1;
    float x = 0;
    for (const auto& chip : chips) {
        const float w = width_of(ui, chip);
        if (x > 0 && x + w > width) {
            ++lines;
            x = 0;
        }
        x += w + gap_of(ui);
    }
    return lines;
}

struct Strips {
    std::vector<Chip> filters, districts;
};
Strips strips_of(Ui& ui, float width, const PlacesModel& model) {
    Strips strips{filter_chips(ui, model), {}};
    if (model.districts.empty()) return strips;
    auto districts = district_chips(ui, model);
    const int most = ui.layout().portrait() && !is_low(ui) ? k_most_district_lines_portrait
                                                           : k_most_district_lines;
    const bool roomy =
        ui.layout().canvas_height > k_roomy_height; // what the chips take, the map loses
    if (roomy && lines_of(ui, districts, width) <= most)
        strips.districts = std::move(districts);
    else
        strips.filters.push_back(district_key(ui, model));
    return strips;
}

float strip_height(Ui& ui, const std::vector<Chip>& chips, float width) {
    if (chips.empty()) return 0;
    const auto lines = static_cast<float>(lines_of(ui, chips, width));
    return lines * chip_side(ui) + (lines - 1) * gap_of(ui);
}

Intent draw_strip(Ui& ui, Point at, float width, const Rect& clip, const std::vector<Chip>& chips) {
    Intent intent;
    float x = at.x, y = at.y;
    for (const auto& chip : chips) {
        const float w = std::min(width_of(ui, chip), width);
        if (x > at.x && x + w > at.x + width) {
            x = at.x;
            y += chip_side(ui) + gap_of(ui);
        }
        // On is told by a mark as well as by the colour.
        const char32_t icon = chip.on && chip.icon == 0 ? ui::icons::check : chip.icon;
        if (clipped_pill(ui, clip,
                         {.id = chip.id,
                          .rect = {x, y, w, chip_side(ui)},
                          .label = chip.label,
                          .icon = icon,
                          .look = chip.on ? PillLook::current : PillLook::outlined,
                          .side = chip.icon != 0 ? IconSide::right : IconSide::left}))
            intent = chip.intent;
        x += w + gap_of(ui);
    }
    return intent;
}

} // namespace

float place_chips_height(Ui& ui, float width, const PlacesModel& model) {
    const auto strips = strips_of(ui, width, model);
    const float second = strip_height(ui, strips.districts, width);
    return strip_height(ui, strips.filters, width) + (second > 0 ? gap_of(ui) + second : 0);
}

PlaceChips draw_place_chips(Ui& ui, Point at, float width, const Rect& clip,
                            const PlacesModel& model) {
    const auto strips = strips_of(ui, width, model);
    PlaceChips drawn{draw_strip(ui, at, width, clip, strips.filters),
                     strip_height(ui, strips.filters, width)};
    if (strips.districts.empty()) return drawn;
    drawn.height += gap_of(ui);
    const Intent touched =
        draw_strip(ui, {at.x, at.y + drawn.height}, width, clip, strips.districts);
    if (touched.index() != 0) drawn.intent = touched;
    drawn.height += strip_height(ui, strips.districts, width);
    return drawn;
}

} // namespace pufa::screens
