#pragma once
// Places scattered over a city, any number of them, the same for the same seed.

#include "content/model/places.h"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace pufa::support {

inline constexpr std::array<const char*, 8> k_sample_hours{
    "Mo-Fr 08:30-12:00,14:30-17:30; PH off",
    "Mo-Fr 09:00-17:00; Sa 09:00-12:00; PH off",
    "Tu,Th 09:00-12:00",
    "Mo-Su 09:00-17:00",
    "24/7",
    "22:00-02:00",
    "", // not known
    "周一至周五 8:30-12:00"};

inline constexpr std::array<const char*, 4> k_sample_disputes{"leak", "wages", "notary", "land"};
inline constexpr std::array<const char*, 3> k_sample_languages{"cmn", "yue", "en"};

inline model::ItemId sample_dispute(size_t which) {
    return {std::string{"test-press/places/"} + k_sample_disputes[which]};
}

inline model::LocalizedText sample_text(std::string words) {
    model::LocalizedText text;
    text[model::Language::zh_hans] = std::move(words);
    return text;
}

/// In 7 districts of 10 towns; one in ten without a position, the others over some 100 km.
inline std::vector<model::Place> sample_places(size_t count, unsigned seed) {
    std::mt19937 random{seed};
    const auto below = [&](unsigned bound) { return static_cast<size_t>(random() % bound); };
    const auto degrees = [&](double from, double to) {
        return from + (to - from) * static_cast<double>(random()) / 4294967295.0;
    };
    std::vector<model::Place> places;
    places.reserve(count);
    for (size_t i = 0; i < count; ++i) {
        model::Place place;
        place.id = {"test-press/places/place-" + std::to_string(i)};
        place.name = sample_text("第" + std::to_string(i) + "调解室（示例）");
        place.kind = model::k_place_kinds[below(model::k_place_kinds.size())].first;
        place.town = "44070" + std::to_string(1 + below(7)) + "10" + std::to_string(below(10));
        if (below(10) != 0) place.at = {degrees(112.2, 113.3), degrees(21.7, 22.9)};
        place.phone = "12348";
        place.hours = k_sample_hours[below(k_sample_hours.size())];
        for (const auto* language : k_sample_languages)
            if (below(3) != 0) place.languages.emplace_back(language);
        place.step_free = below(2) == 0;
        place.overseas = below(5) == 0;
        for (size_t dispute = 0; dispute < k_sample_disputes.size(); ++dispute)
            if (below(2) == 0) place.disputes.push_back(sample_dispute(dispute));
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace pufa::support
