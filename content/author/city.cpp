#include "content/author/city.h"

#include "content/author/datums.h"
#include "content/author/finder.h"
#include "content/author/holidays.h"
#include "content/author/maps.h"
#include "content/author/places.h"
#include "content/author/polls.h"

namespace pufa::author {

namespace {

template <class Item>
void append(std::vector<model::Item>& items, std::vector<Item> more) {
    for (auto& item : more)
        items.emplace_back(std::move(item));
}

} // namespace

City read_city(Draft& draft, const Laws& laws) {
    City city;
    auto finder = read_finder(draft, laws);
    auto maps = read_maps(draft);
    auto places = read_places(draft, finder, maps.towns, maps.area);
    unify_datums(places, maps.maps);
    append(city.items, std::move(finder.disputes));
    if (auto holidays = read_holidays(draft)) city.items.emplace_back(*std::move(holidays));
    append(city.items, std::move(maps.maps));
    append(city.items, std::move(places));
    append(city.items, read_polls(draft));
    append(city.items, read_consultations(draft));
    city.pictures = std::move(finder.pictures);
    city.members = std::move(maps.meshes);
    return city;
}

} // namespace pufa::author
