#include "content/tally/words.h"

#include "content/model/audience.h"
#include "content/strings/strings.h"
#include "content/tally/counter.h"
#include "content/tally/recorder.h"
#include "content/tally/segment.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::tally {

namespace {

constexpr int k_option_letters = 26;
constexpr int k_minutes_an_hour = 60;

const CounterInfo* counter_of(int number) {
    const auto* const found =
        std::find_if(k_counters.begin(), k_counters.end(), [number](const CounterInfo& info) {
            return static_cast<int>(info.counter) == number;
        });
    return found == k_counters.end() ? nullptr : found;
}

std::string minutes(int of_day) {
    return fmt::format("{:02}:{:02}", of_day / k_minutes_an_hour, of_day % k_minutes_an_hour);
}

} // namespace

std::string counter_key(int counter) {
    const auto* info = counter_of(counter);
    return info ? std::string{info->key} : std::to_string(counter);
}

Words::Words(model::Language language)
    : m_language(language) {
    for (const auto known : model::k_languages)
        add("tally.language.", model::tag(known));
    for (const auto known : k_sound_languages)
        add("tally.sound.", key_of(known));
    for (const auto known : k_origins)
        add("tally.origin.", key_of(known));
    for (const auto known : {Clock::sure, Clock::suspect})
        add("tally.clock.", key_of(known));
    for (const auto known : model::k_audiences)
        add("tally.audience.", known);
    for (const auto* known : {"general", "unknown"})
        add("tally.audience.", known);
    for (const auto* known : {"damaged", "overflow", "backup", "unreadable", "no_file"})
        add("tally.gap.", known);
}

void Words::add(std::string_view group, std::string_view key) {
    auto full = std::string{group} + std::string{key};
    m_names.emplace(full, strings::text(m_language, full));
}

std::string Words::of(std::string_view group, const std::string& key) const {
    const auto found = m_names.find(std::string{group} + key);
    return found == m_names.end() ? key : found->second;
}

std::string Words::counter_name(int counter) const {
    const auto* info = counter_of(counter);
    return info ? strings::text(m_language, fmt::format("counter.{}.name", info->key))
                : std::to_string(counter);
}

std::string Words::counter_definition(int counter) const {
    const auto* info = counter_of(counter);
    return info ? strings::text(m_language, fmt::format("counter.{}.definition", info->key))
                : std::string{};
}

std::string Words::language(const std::string& key) const {
    return of("tally.language.", key);
}
std::string Words::sound(const std::string& key) const {
    return of("tally.sound.", key);
}
std::string Words::origin(const std::string& key) const {
    return of("tally.origin.", key);
}
std::string Words::clock(const std::string& key) const {
    return of("tally.clock.", key);
}
std::string Words::audience(const std::string& key) const {
    return of("tally.audience.", key);
}

std::string Words::gap(const Gap& gap) const {
    const auto why = of("tally.gap.", gap.why);
    constexpr int k_whole_day = 1440;
    if (gap.from_minute == 0 && gap.until_minute == k_whole_day) return why;
    return fmt::format("{}-{} {}", minutes(gap.from_minute), minutes(gap.until_minute), why);
}

std::string Words::hour(int hour) {
    return fmt::format("{:02}:00-{:02}:00", hour, hour + 1);
}

std::string Words::option(int option) {
    if (option < 0) return {};
    if (option < k_option_letters) return std::string(1, static_cast<char>('A' + option));
    if (option < k_option_set) return std::to_string(option);
    std::string chosen;
    for (int bits = option - k_option_set, letter = 'A'; bits != 0; bits >>= 1, ++letter)
        if (bits & 1) chosen += static_cast<char>(letter);
    return chosen;
}

} // namespace pufa::tally
