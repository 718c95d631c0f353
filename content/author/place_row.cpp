#include "content/author/place_row.h"

#include "content/author/listed.h"
#include "content/author/place_words.h"
#include "content/author/validity.h"
#include "content/author/words.h"
#include "content/place/datum.h"
#include "content/place/hours.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pufa::author {

namespace {

using model::Language;

constexpr double k_farthest_m = 30'000;
constexpr size_t k_town_digits = 9;
constexpr size_t k_least_phone_digits = 3;

class RowReader {
  public:
    RowReader(const PlaceRow& row, PlaceContext& context)
        : m_row(row)
        , m_context(context) {}

    std::optional<model::Place> run() {
        const auto part = required("id");
        const auto id = m_context.draft.ids.add(part, place("id"));
        read_kind();
        required("name");
        m_place.name = localized("name");
        m_place.where = localized("where");
        const auto town = read_town();
        read_position(town);
        read_phone();
        read_hours();
        read_languages();
        m_place.step_free = read_flag("stepFree");
        m_place.overseas = read_flag("overseas");
        m_place.disputes = look_up_all(m_context.finder.dispute_ids, parted(words("disputes")),
                                       "dispute", place("disputes"), m_context.draft.findings);
        m_place.bring = look_up_all(m_context.finder.bring, parted(words("bring")), "bring",
                                    place("bring"), m_context.draft.findings);
        m_place.agency = m_context.draft.agency(words("agency"), m_context.agency, place("agency"));
        read_end();
        if (!id) return std::nullopt;
        m_place.id = *id;
        return std::move(m_place);
    }

  private:
    [[nodiscard]] std::string words(std::string_view key) const {
        const auto cell = m_row.cells.find(key);
        return cell == m_row.cells.end() ? std::string{} : cell->second.words;
    }
    [[nodiscard]] Place place(std::string_view key) const {
        const auto cell = m_row.cells.find(key);
        return cell == m_row.cells.end() ? m_row.place : cell->second.place;
    }
    [[nodiscard]] std::string title(std::string_view key) const {
        const auto cell = m_row.cells.find(key);
        return cell == m_row.cells.end() ? std::string{key} : cell->second.title;
    }

    void found(Fault fault, std::string_view key, std::string subject, std::string detail = {}) {
        m_context.draft.findings.push_back(
            {fault, place(key), std::move(subject), std::move(detail)});
    }

    std::string required(std::string_view key) {
        auto value = words(key);
        if (value.empty()) found(Fault::CELL_EMPTY, key, title(key));
        return value;
    }

    [[nodiscard]] model::LocalizedText localized(const std::string& key) const {
        model::LocalizedText text;
        text[Language::zh_hans] = words(key);
        for (const auto language : {Language::zh_hant, Language::en})
            text[language] = words(fmt::format("{}@{}", key, model::tag(language)));
        return text;
    }

    void read_kind() {
        const auto word = required("kind");
        if (const auto kind = parse_place_kind(word))
            m_place.kind = *kind;
        else if (!word.empty())
            found(Fault::UNKNOWN_PLACE_KIND, "kind", word);
    }

    /// Where the town is, if a map of the folder says so.
    std::optional<model::GeoPoint> read_town() {
        const auto word = required("town");
        if (word.empty()) return std::nullopt;
        // Without a map the base map of another pack stands below: codes are taken as they are.
        if (m_context.towns.empty() && is_code(word, k_town_digits)) {
            m_place.town = word;
            return std::nullopt;
        }
        const auto towns = m_context.towns.find(word);
        if (towns.empty()) found(Fault::UNKNOWN_TOWN, "town", word);
        if (towns.size() > 1) {
            std::string codes;
            for (const auto& town : towns)
                codes += (codes.empty() ? "" : ", ") + town.code;
            found(Fault::AMBIGUOUS_TOWN, "town", word, codes);
        }
        if (towns.size() != 1) return std::nullopt;
        m_place.town = towns.front().code;
        return towns.front().at;
    }

    void read_position(const std::optional<model::GeoPoint>& town) {
        if (!m_row.at) return;
        const auto at = place::to_wgs84(*m_row.at, m_context.datum);
        const auto say = [&](Fault fault, const std::string& subject, std::string detail) {
            m_context.draft.findings.push_back({fault, m_row.at_place, subject, std::move(detail)});
        };
        const auto name = m_place.name.in(Language::zh_hans);
        switch (m_context.area.fit(at)) {
        case Area::Fit::swapped:
            return say(Fault::LON_LAT_SWAPPED, name, show(*m_row.at));
        case Area::Fit::impossible:
            return say(Fault::IMPOSSIBLE_POSITION, show(*m_row.at), {});
        case Area::Fit::outside:
            return say(Fault::PLACE_OUTSIDE_MAP, name, show(*m_row.at));
        case Area::Fit::inside:
            break;
        }
        m_place.at = m_row.at;
        m_place.datum = m_context.datum;
        if (!town) return;
        const double metres = place::distance_m(at, *town);
        if (metres > k_farthest_m)
            say(Fault::PLACE_FAR_FROM_TOWN, name, fmt::format("{:.0f}", metres / 1000));
    }

    /// Digits and what parts them; "转 2" or "ext. 2" stands before an extension.
    void read_phone() {
        m_place.phone = words("phone");
        if (m_place.phone.empty()) return;
        auto rest = fold(m_place.phone);
        for (const auto* word : {"转", "轉", "ext", "、"})
            rest = replaced(rest, word, "");
        const auto digits =
            std::count_if(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (rest.find_first_not_of("0123456789-+().,;/") != std::string::npos ||
            static_cast<size_t>(digits) < k_least_phone_digits)
            found(Fault::BAD_PHONE, "phone", m_place.phone);
    }

    void read_hours() {
        m_place.hours = words("hours");
        if (m_place.hours.empty()) return;
        if (const auto hours = place::parse_hours(m_place.hours); !hours)
            found(Fault::BAD_HOURS, "hours", m_place.hours, hours.error().detail);
    }

    void read_end() {
        const auto written = words("validUntil");
        if (written.empty()) return;
        m_place.valid_until = end_of_validity(written);
        if (!m_place.valid_until) found(Fault::WANTS_DATE, "validUntil", title("validUntil"));
    }

    void read_languages() {
        std::set<std::string> seen;
        for (const auto& word : parted(words("languages"))) {
            const auto code = parse_spoken(word);
            if (!code)
                found(Fault::UNKNOWN_SPOKEN, "languages", word);
            else if (!seen.insert(*code).second)
                found(Fault::LISTED_TWICE, "languages", word);
            else
                m_place.languages.push_back(*code);
        }
    }

    bool read_flag(std::string_view key) {
        const auto word = words(key);
        const auto flag = parse_yes_no(word);
        if (!word.empty() && !flag) found(Fault::WANTS_YES_NO, key, word, title(key));
        return flag.value_or(false);
    }

    const PlaceRow& m_row;
    PlaceContext& m_context;
    model::Place m_place;
};

} // namespace

std::vector<Column> place_columns() {
    using enum Presence;
    using enum Translation;
    return {{"id", {"编号", "編號", "id"}, required},
            {"name", {"名称", "名稱", "name"}, required, allowed},
            {"kind", {"类别", "類別", "kind"}, required},
            {"town", {"镇街", "鎮街", "town"}, required},
            {"where", {"位置", "where"}, optional, allowed},
            {"lon", {"经度", "經度", "lon", "longitude"}},
            {"lat", {"纬度", "緯度", "lat", "latitude"}},
            {"phone", {"电话", "電話", "phone"}},
            {"hours", {"开放时间", "開放時間", "hours", "opening_hours"}},
            {"languages", {"语言", "語言", "languages"}},
            {"stepFree", {"无障碍", "無障礙", "step_free"}},
            {"overseas", {"涉侨", "涉僑", "overseas"}},
            {"disputes", {"纠纷", "糾紛", "disputes"}},
            {"bring", {"要带", "要帶", "bring"}},
            {"agency", {"机构", "機構", "agency"}},
            {"validUntil", {"有效期至", "valid_until"}}};
}

void PlaceNames::check(const PlaceRow& row, const model::Place& place, Findings& findings) {
    const auto& name = row.cells.at("name");
    const auto& town = place.town.empty() ? row.cells.at("town").words : place.town;
    const auto [known, added] = m_seen.emplace(std::pair{town, name.words}, name.place);
    if (!added && !name.words.empty())
        findings.push_back({Fault::PLACE_TWICE, name.place, name.words, where(known->second)});
}

std::optional<model::Place> read_place(const PlaceRow& row, PlaceContext& context) {
    return RowReader{row, context}.run();
}

} // namespace pufa::author
