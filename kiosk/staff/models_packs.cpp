// What is installed: packs, their versions, and what soon ends.

#include "kiosk/staff/inner.h"

#include <algorithm>

namespace pufa::staff {

namespace {

using screens::StaffAct;
using screens::StaffButton;
using screens::StaffButtons;
using screens::StaffCard;
using screens::StaffHeading;
using screens::StaffRow;
using screens::StaffTone;
using screens::StaffVerb;
using screens::StaffWords;
using Look = StaffButton::Look;

void add_versions(const Desk::Inner& desk, const std::vector<report::PackVersion>& packs,
                  StaffCard& card) {
    for (const auto& pack : packs) {
        if (pack.id != desk.open_pack) continue;
        card.blocks.emplace_back(
            StaffRow{{},
                     desk.tr("staff.stick.pack",
                             {{"title", pack.title}, {"sequence", std::to_string(pack.sequence)}}),
                     desk.tr("staff.stick.signed", {{"signer", pack.signer}}) + " · " +
                         size_words(pack.size),
                     desk.tr(pack.active ? "staff.packs.active" : "staff.packs.kept"),
                     pack.active ? StaffTone::good : StaffTone::plain,
                     {}});
    }
}

/// What visitors do not see any more, and what they soon will not.
StaffCard ending_card(const Desk::Inner& desk) {
    constexpr size_t k_shown = 12;
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.packs.ending")});
    if (desk.ending->empty()) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.packs.ending.none"), StaffTone::good});
        return card;
    }
    for (size_t i = 0; i < std::min(k_shown, desk.ending->size()); ++i) {
        const auto& item = (*desk.ending)[i];
        card.blocks.emplace_back(StaffRow{{},
                                          item.title,
                                          item.sentence,
                                          item.withheld
                                              ? desk.tr("staff.packs.withheld")
                                              : desk.tr("staff.packs.ends", {{"day", item.day}}),
                                          item.withheld ? StaffTone::bad : StaffTone::warn,
                                          {}});
    }
    if (desk.ending->size() > k_shown)
        card.blocks.emplace_back(
            StaffWords{desk.tr("staff.stick.more_findings",
                               {{"count", std::to_string(desk.ending->size() - k_shown)}})});
    return card;
}

} // namespace

void packs_page(const Desk::Inner& desk, screens::StaffModel& model) {
    model.title = desk.tr("staff.rail.packs");
    model.note = desk.tr("staff.packs.note");
    StaffCard card;
    if (!desk.packs) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.packs.reading")});
    } else if (desk.packs->empty()) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.packs.none")});
    } else if (!desk.open_item.empty()) {
        return item_page(desk, model);
    } else if (!desk.open_pack.empty()) {
        add_versions(desk, *desk.packs, card);
        const auto kept =
            std::count_if(desk.packs->begin(), desk.packs->end(),
                          [&](const auto& one) { return one.id == desk.open_pack && !one.active; });
        card.blocks.emplace_back(StaffButtons{
            {{"packs.rollback",
              desk.tr("staff.packs.roll_back"),
              {StaffVerb::roll_back, desk.open_pack},
              Look::quiet,
              kept > 0 && !desk.busy()},
             {"packs.remove",
              desk.tr("staff.packs.remove"),
              {StaffVerb::remove, desk.open_pack},
              Look::quiet,
              !desk.busy()},
             {"packs.close", desk.tr("staff.settings.back"), {StaffVerb::open_pack}}}});
    } else {
        for (const auto& pack : *desk.packs) {
            if (!pack.active) continue;
            card.blocks.emplace_back(
                StaffRow{"packs.open." + pack.id,
                         desk.tr("staff.stick.pack", {{"title", pack.title},
                                                      {"sequence", std::to_string(pack.sequence)}}),
                         pack.id + " · " + size_words(pack.size),
                         pack.demo ? desk.tr("staff.stick.demo") : "", StaffTone::plain,
                         StaffAct{StaffVerb::open_pack, pack.id}});
        }
    }
    model.main.push_back(std::move(card));
    if (desk.packs && !desk.open_pack.empty()) items_card(desk, model);
    if (desk.ending && desk.open_pack.empty()) model.side.push_back(ending_card(desk));
}

} // namespace pufa::staff
