#include "content/author/campaigns.h"

namespace pufa::author {

namespace {

/// The span may go over the end of the year (12-28 to 01-05).
bool inside(const model::Campaign& campaign) {
    const auto number = [](model::MonthDay day) { return day.month * 100 + day.day; };
    const int from = number(campaign.from), to = number(campaign.to), day = number(campaign.day);
    return from <= to ? from <= day && day <= to : day >= from || day <= to;
}

model::Campaign read_campaign(Draft& draft, TomlReader& toml) {
    model::Campaign campaign;
    const auto id = draft.ids.add(toml.text("id", Need::required), toml.place("id"));
    campaign.id = id.value_or(model::ItemId{});
    campaign.title = toml.localized("title", Need::required);
    campaign.note = toml.localized("note", Need::optional);
    const auto from = toml.month_day("from", Need::required);
    const auto to = toml.month_day("to", Need::required);
    const auto day = toml.month_day("day", Need::required);
    if (from && to && day) {
        campaign.from = *from;
        campaign.to = *to;
        campaign.day = *day;
        if (!inside(campaign)) toml.found(Fault::DAY_OUTSIDE, "day");
    }
    for (const auto& word : toml.texts("items")) {
        if (auto item = draft.ids.refer(word, toml.place("items")))
            campaign.items.push_back(*std::move(item));
    }
    campaign.valid_until = toml.until("valid_until");
    toml.finish();
    return campaign;
}

} // namespace

std::vector<model::Campaign> read_campaigns(Draft& draft, TomlReader& toml) {
    std::vector<model::Campaign> campaigns;
    for (auto& table : toml.tables("campaign"))
        campaigns.push_back(read_campaign(draft, table));
    return campaigns;
}

} // namespace pufa::author
