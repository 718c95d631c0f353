#include "content/tally/city.h"

#include "content/tally/jsonl.h"

#include <algorithm>
#include <set>

namespace pufa::tally {

namespace {

enum class Then { add, keep, replace, leave_older };

Then judge(const DayRecord* known, const DayRecord& offered) {
    if (!known) return Then::add;
    if (known->hash == offered.hash)
        return offered.sealed && !known->sealed ? Then::replace : Then::keep;
    if (known->sealed != offered.sealed) return offered.sealed ? Then::replace : Then::leave_older;
    if (known->made != offered.made)
        return offered.made > known->made ? Then::replace : Then::leave_older;
    // Made in the same minute: counts only grow.
    return offered.count > known->count ? Then::replace : Then::leave_older;
}

/// One export on its way into the city.
class Merging {
  public:
    explicit Merging(Ledger& city)
        : m_city(city) {}

    Result<void> begin(const ExportHeader& header) {
        m_merged.kiosk = header.kiosk;
        PUFA_TRY(m_known, m_city.days(header.kiosk.id));
        PUFA_TRY(const auto kiosks, m_city.kiosks());
        const auto known = std::find_if(kiosks.begin(), kiosks.end(), [&](const auto& kiosk) {
            return kiosk.id == header.kiosk.id;
        });
        if (known != kiosks.end() && known->made > header.kiosk.made) return {};
        return m_city.put_kiosk(header.kiosk);
    }

    Result<void> day(const DayRecord& offered, std::span<const RollUpRow> rows) {
        if (!m_merged.first) m_merged.first = offered.day;
        m_merged.last = offered.day;
        const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const auto& record) {
            return record.day == offered.day;
        });
        switch (judge(known == m_known.end() ? nullptr : &*known, offered)) {
        case Then::keep:
            ++m_merged.days_same;
            return {};
        case Then::leave_older:
            ++m_merged.days_older;
            return {};
        case Then::add:
            ++m_merged.days_new;
            break;
        case Then::replace:
            ++m_merged.days_replaced;
            break;
        }
        return m_city.put_day(m_merged.kiosk.id, offered, rows);
    }

    [[nodiscard]] const Merged& merged() const { return m_merged; }

  private:
    Ledger& m_city;
    Merged m_merged;
    std::vector<DayRecord> m_known;
};

} // namespace

Result<Merged> merge_export(Ledger& city, const std::filesystem::path& file) {
    Merging merging{city};
    PUFA_CHECK(city.transaction([&] {
        return read_export(file, {[&](const ExportHeader& header) { return merging.begin(header); },
                                  [&](const DayRecord& day, std::span<const RollUpRow> rows) {
                                      return merging.day(day, rows);
                                  }});
    }));
    return merging.merged();
}

Result<std::vector<KioskLine>> kiosk_lines(Ledger& city) {
    PUFA_TRY(const auto kiosks, city.kiosks());
    std::vector<KioskLine> lines;
    std::set<std::string> went_on; // under another id
    std::optional<base::Date> newest;
    for (const auto& kiosk : kiosks) {
        PUFA_TRY(const auto days, city.days(kiosk.id));
        KioskLine line{kiosk, {}, {}, {}};
        if (!days.empty()) {
            line.first = days.front().day;
            line.last = days.back().day;
            newest = std::max(newest, line.last);
        }
        went_on.insert(kiosk.was.begin(), kiosk.was.end());
        lines.push_back(std::move(line));
    }
    for (auto& line : lines)
        if (line.last && line.last < newest && !went_on.contains(line.kiosk.id))
            line.missing_since =
                base::to_local(base::start_of(*line.last) + std::chrono::hours{36}).date;
    return lines;
}

} // namespace pufa::tally
