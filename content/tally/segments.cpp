#include "content/tally/segments.h"

#include "content/base/log.h"
#include "content/tally/export.h"
#include "content/tally/upkeep.h"

#include <algorithm>
#include <utility>

namespace pufa::tally {

Result<Segment*> Segments::of(const base::Date& day, WallTime now) {
    if (m_open && m_open->day() != day) close();
    if (!m_open) {
        PUFA_CHECK(bring_back(day, now));
        auto opened = Segment::open(m_folder, day);
        if (!opened && opened.error().code == Code::DAMAGED_DATABASE) {
            PUFA_CHECK(begin_afresh(day, opened.error(), now));
            opened = Segment::open(m_folder, day);
        }
        if (!opened) return opened.error();
        m_open = std::move(opened).value();
        m_unsaved = true;
        m_backed_up.reset();
    }
    PUFA_CHECK(note_gaps());
    return &*m_open;
}

void Segments::give_up(const base::Date& day, const Error& why, WallTime now) {
    m_open.reset();
    if (why.code != Code::DAMAGED_DATABASE) return;
    if (const auto begun = begin_afresh(day, why, now); !begun)
        base::log_error("tally: {} cannot be set aside: {}", why.where, begun.error().detail);
}

void Segments::written() {
    m_fresh.reset();
    m_unsaved = true;
}

void Segments::lost(WallTime from, WallTime until) {
    m_gaps.push_back({base::to_local(from).date, from, until, "overflow"});
}

void Segments::close() {
    if (!m_open) return;
    if (const auto closed = m_open->checkpoint(); !closed)
        base::log_warning("tally: {} keeps its WAL: {}", closed.error().where,
                          closed.error().detail);
    m_open.reset();
    m_tended.reset(); // it may be over now
}

/// A file that is gone while its backup is there: somebody lost it, or the power was cut between
/// setting a damaged one aside and replacing it. Its backup would be next.
Result<void> Segments::bring_back(const base::Date& day, WallTime now) {
    std::error_code ignored;
    if (std::filesystem::exists(day_file(m_folder, day), ignored)) return {};
    PUFA_TRY(const auto restored, restore(m_folder, day));
    if (!restored) return {};
    base::log_error("tally: the file of {} is gone; its backup is put in its place",
                    base::to_string(day));
    m_gaps.push_back({day, *restored, now, "damaged"});
    return {};
}

/// A fresh file that is called damaged too is not: what fails then is something else, and files set
/// aside every two seconds would not help.
Result<void> Segments::begin_afresh(const base::Date& day, const Error& why, WallTime now) {
    if (m_fresh == day) return why;
    m_fresh = day;
    PUFA_CHECK(break_seal(m_folder, day));
    PUFA_TRY(const auto aside, set_aside(day_file(m_folder, day)));
    const auto restored = restore(m_folder, day);
    const bool has_backup = restored && *restored;
    if (!restored)
        base::log_error("tally: the backup of {} cannot be restored: {}", base::to_string(day),
                        restored.error().detail);
    base::log_error("tally: {} is damaged ({}); it is kept as {} and {}", why.where, why.detail,
                    aside.filename().string(),
                    has_backup ? "its backup is put in its place" : "a fresh file is begun");
    m_gaps.push_back({day, has_backup ? **restored : base::start_of(day), now, "damaged"});
    return {};
}

Result<void> Segments::note_gaps() {
    for (auto due = m_gaps.begin(); due != m_gaps.end();) {
        if (due->day != m_open->day()) {
            ++due;
            continue;
        }
        PUFA_CHECK(m_open->add_gap(due->from, due->until, due->why));
        due = m_gaps.erase(due);
    }
    return {};
}

void Segments::tend(WallTime now, Clock clock) {
    if (clock == Clock::sure) {
        const auto today = base::to_local(now).date;
        // Over, or never there: the clock said something else and has been set.
        if (m_open && m_open->day() != today) close();
        if (!m_open) {
            // A day on which nobody came has a file all the same.
            const auto begun = of(today, now);
            if (!begun) return judge(begun.error());
        }
        if (m_tended != today) {
            const auto done = seal_over(today, now);
            judge(done);
            if (done) m_tended = today;
        }
    }
    if (m_open && m_unsaved &&
        (!m_backed_up || now - *m_backed_up >= m_options.back_up_every || now < *m_backed_up))
        judge(back_up_open(now));
}

Result<void> Segments::back_up_open(WallTime now) {
    PUFA_CHECK(m_open->back_up(m_folder, now));
    m_backed_up = now;
    m_unsaved = false;
    return {};
}

Result<void> Segments::seal_over(const base::Date& today, WallTime now) {
    PUFA_TRY(const auto files, list_days(m_folder));
    for (const auto& day : files.days) {
        if (day >= today) break;
        if (is_sealed(m_folder, day) || (m_open && m_open->day() == day)) continue;
        auto sealed = seal(m_folder, day);
        if (!sealed && sealed.error().code == Code::DAMAGED_DATABASE && m_fresh != day) {
            // Mended first; what a fresh or restored file says of its gap belongs to it.
            PUFA_TRY(const auto* mended, of(day, now));
            static_cast<void>(mended);
            close();
            m_fresh.reset();
            sealed = seal(m_folder, day);
        }
        PUFA_CHECK(sealed);
    }
    return drop_old(now);
}

/// A day that nobody has carried away stays: what has been counted does not go unseen.
Result<void> Segments::drop_old(WallTime now) {
    if (m_options.keep_days <= 0) return {};
    const auto first_kept = base::to_local(now - std::chrono::hours{24} * m_options.keep_days).date;
    const auto carried = exported_until(m_folder);
    int dropped = 0;
    if (carried) {
        const auto after = base::to_local(base::start_of(*carried) + std::chrono::hours{24}).date;
        PUFA_TRY(dropped, drop_before(m_folder, std::min(first_kept, after)));
    }
    if (dropped > 0)
        base::log_info("tally: {} days before {} were kept long enough", dropped,
                       base::to_string(first_kept));
    PUFA_TRY(const auto files, list_days(m_folder));
    const auto staying =
        std::lower_bound(files.days.begin(), files.days.end(), first_kept) - files.days.begin();
    if (staying > 0)
        base::log_info("tally: {} days before {} stay, since nobody has carried them away", staying,
                       base::to_string(first_kept));
    return {};
}

/// Told once, until it works again.
void Segments::judge(const Result<void>& done) {
    if (done) {
        m_failing.reset();
        return;
    }
    const auto& error = done.error();
    if (std::exchange(m_failing, error.code) != error.code)
        base::log_warning("tally: upkeep fails: {} {} ({})", base::name(error.code), error.where,
                          error.detail);
}

} // namespace pufa::tally
