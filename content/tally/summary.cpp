#include "content/tally/summary.h"

#include "content/base/hash.h"
#include "content/base/log.h"
#include "content/tally/stamp.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pufa::tally {

namespace {

constexpr uint64_t k_largest_seal = 1024;
constexpr size_t k_sha256_width = 64;

/// What the seal says; "" without one.
std::string sealed_as(const std::filesystem::path& tally_folder, const base::Date& day) {
    const auto seal = base::read_file(seal_file(tally_folder, day), k_largest_seal);
    return seal ? seal->substr(0, k_sha256_width) : std::string{};
}

struct Found {
    DayContent content;
    std::string file_sha256; ///< of a sealed day
    std::optional<Error> damage;
};

/// The file is hashed only while nobody writes it.
Result<void> check_seal(const std::filesystem::path& file, const std::string& seal) {
    constexpr uint64_t k_largest_day = uint64_t{4} << 30;
    PUFA_TRY(const auto bytes, base::read_file(file, k_largest_day));
    if (base::sha256(bytes) == seal) return {};
    return Error{Code::DAMAGED_DATABASE, file.string(), "it is not as it was sealed"};
}

Result<Found> find_day(const std::filesystem::path& tally_folder, const base::Date& day) {
    const auto file = day_file(tally_folder, day);
    Found found;
    found.file_sha256 = sealed_as(tally_folder, day);
    auto read = read_day(file, day);
    if (read && !found.file_sha256.empty()) {
        auto checked = check_seal(file, found.file_sha256);
        // The recorder breaks the seal before it writes to a day that was over.
        if (sealed_as(tally_folder, day) != found.file_sha256)
            found.file_sha256.clear();
        else if (!checked)
            read = checked.error();
    }
    if (!read && read.error().code == Code::DAMAGED_DATABASE) {
        found.damage = read.error();
        found.file_sha256.clear();
        base::log_warning("tally: {} is damaged: {}", read.error().where, read.error().detail);
        read = read_day(backup_file(tally_folder, day), day);
        if (!read) read = DayContent{};
    }
    PUFA_TRY(found.content, std::move(read));
    return found;
}

Result<Ledger> open_ledger(const std::filesystem::path& file) {
    auto opened = Ledger::open(file);
    if (opened) return opened;
    const auto code = opened.error().code;
    if (code != Code::DAMAGED_DATABASE && code != Code::NEWER_DATABASE) return opened;
    base::log_warning("tally: {} is made anew: {}", file.string(), opened.error().detail);
    std::error_code ignored;
    for (const auto* suffix : {"-journal", ""})
        std::filesystem::remove(file.string() + suffix, ignored);
    return Ledger::open(file);
}

} // namespace

const std::string Summary::k_here;

Summary::Summary(std::unique_ptr<base::TemporaryFolder> copy, Ledger ledger)
    : m_copy(std::move(copy))
    , m_ledger(std::move(ledger)) {}

Result<Summary> Summary::refresh(const std::filesystem::path& tally_folder, WallTime now) {
    std::error_code failed;
    if (std::filesystem::is_directory(tally_folder, failed)) {
        auto ledger = open_ledger(tally_folder / "summary.db");
        if (ledger) {
            Summary summary{nullptr, std::move(ledger).value()};
            const auto done = summary.take_in(tally_folder, now);
            if (done) return summary;
            if (done.error().where.find("summary.db") == std::string::npos) return done.error();
            base::log_warning("tally: the summary is not kept: {} {}", done.error().where,
                              done.error().detail);
        }
    }
    // It cannot be written; what is in the day files is reported all the same.
    auto copy = std::make_unique<base::TemporaryFolder>();
    PUFA_TRY(auto ledger, Ledger::open(copy->path() / "summary.db"));
    Summary summary{std::move(copy), std::move(ledger)};
    PUFA_CHECK(summary.take_in(tally_folder, now));
    return summary;
}

Result<void> Summary::take_in(const std::filesystem::path& tally_folder, WallTime now) {
    PUFA_TRY(const auto files, list_days(tally_folder));
    PUFA_TRY(const auto known, m_ledger.days(k_here));
    m_set_aside = files.set_aside;
    for (const auto& day : files.days) {
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const auto& record) { return record.day == day; });
        PUFA_CHECK(take_in_day(tally_folder, day, found == known.end() ? nullptr : &*found, now));
    }
    std::vector<base::Date> gone;
    for (const auto& record : known)
        if (!std::binary_search(files.days.begin(), files.days.end(), record.day))
            gone.push_back(record.day);
    if (!gone.empty()) PUFA_CHECK(drop(gone));
    PUFA_TRY(m_days, m_ledger.days(k_here));
    return {};
}

Result<void> Summary::drop(std::span<const base::Date> days) {
    return m_ledger.transaction([&]() -> Result<void> {
        for (const auto& day : days)
            PUFA_CHECK(m_ledger.drop_day(k_here, day));
        return {};
    });
}

Result<void> Summary::take_in_day(const std::filesystem::path& tally_folder, const base::Date& day,
                                  const DayRecord* known, WallTime now) {
    const auto file = day_file(tally_folder, day);
    // Before it is read: what is written meanwhile is found the next time.
    auto stamp = stamp_of(file);
    if (!stamp.empty()) stamp += sealed_as(tally_folder, day);
    if (known && !stamp.empty() && known->stamp == stamp) return {};
    PUFA_TRY(auto found, find_day(tally_folder, day));
    ++m_days_read;
    auto& rows = found.content.roll_up;
    DayRecord record{.day = day,
                     .hash = day_hash(rows),
                     .sealed = !found.file_sha256.empty(),
                     .file_sha256 = found.file_sha256,
                     .stamp = stamp,
                     .made = now,
                     .rows = static_cast<int64_t>(rows.size()),
                     .count = 0,
                     .gaps = std::move(found.content.gaps)};
    for (const auto& row : rows)
        record.count += row.count;
    if (found.damage) {
        record.stamp.clear(); // looked at again, and told again
        m_damaged.push_back(file.filename().string());
        const bool has_backup = !rows.empty();
        record.gaps.push_back({day, has_backup ? "backup" : "unreadable"});
        if (!has_backup) {
            m_unreadable.push_back(record.gaps.back());
            return m_ledger.transaction([&] { return m_ledger.drop_day(k_here, day); });
        }
    }
    return m_ledger.transaction([&] { return m_ledger.put_day(k_here, record, rows); });
}

std::vector<Gap> Summary::gaps(const Span& span) const {
    return gaps_of(m_days, m_unreadable, span);
}

} // namespace pufa::tally
