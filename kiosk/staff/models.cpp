#include "kiosk/staff/inner.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::staff {

using screens::StaffCard;
using screens::StaffPart;
using screens::StaffTone;

std::string size_words(uint64_t bytes) {
    const auto amount = static_cast<double>(bytes);
    if (bytes < 1'000'000) return fmt::format("{} KB", (bytes + 999) / 1000);
    if (bytes < 1'000'000'000) return fmt::format("{:.0f} MB", amount / 1e6);
    return fmt::format("{:.1f} GB", amount / 1e9);
}

std::string number_words(int64_t number) {
    auto digits = fmt::format("{}", number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0);
         at -= 3)
        digits.insert(static_cast<size_t>(at), ",");
    return digits;
}

screens::StaffModel staff_model(const Desk::Inner& desk) {
    screens::StaffModel model;
    model.part = desk.part;
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(desk.touched + Desk::k_idle - desk.now.steady);
    const auto seconds = std::max<int64_t>(0, left.count());
    model.leaves_in = fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    model.toast = desk.toast;
    model.toast_tone = desk.toast_tone;
    if (desk.question) model.question = desk.question->words;
    switch (desk.part) {
    case StaffPart::stick:
        stick_page(desk, model);
        break;
    case StaffPart::packs:
        packs_page(desk, model);
        break;
    case StaffPart::figures:
        figures_page(desk, model);
        break;
    case StaffPart::calendar:
        calendar_page(desk, model);
        break;
    case StaffPart::settings:
        settings_page(desk, model);
        break;
    case StaffPart::check:
        check_page(desk, model);
        break;
    }
    if (desk.part_fault) {
        StaffCard card;
        card.blocks.emplace_back(
            screens::StaffWords{desk.words_of(*desk.part_fault), StaffTone::bad});
        model.main.insert(model.main.begin(), std::move(card));
    }
    return model;
}

} // namespace pufa::staff
