#include "content/pack/scrub.h"

#include "content/base/cancel.h"
#include "content/base/hash.h"
#include "content/base/log.h"
#include "content/pack/scrub_rows.h"
#include "content/pack/store.h"

#include <fcntl.h>

#include <algorithm>
#include <utility>

namespace pufa::pack {

namespace {

constexpr size_t k_buffer_bytes = 1u << 20;
/// A step is recorded after so much; what it costs to read again after a power cut.
constexpr uint64_t k_step_bytes = 256ull << 20;
constexpr size_t k_step_members = 256;

enum class Read { sound, rotten, given_up };

/// The pages are dropped first, so that the disk is asked and not the memory.
Read read_member(int fd, const MemberRow& member, std::vector<std::byte>& buffer) {
    const auto offset = static_cast<off_t>(member.offset);
    const auto size = static_cast<off_t>(member.size);
    ::posix_fadvise(fd, offset, size, POSIX_FADV_DONTNEED);
    base::Sha256 hash;
    for (uint64_t at = 0; at < member.size;) {
        if (base::cancel_asked()) return Read::given_up;
        const auto part = std::span{buffer}.first(
            static_cast<size_t>(std::min<uint64_t>(buffer.size(), member.size - at)));
        if (!base::read_exact(fd, member.offset + at, part, member.path)) return Read::rotten;
        hash.update(part);
        at += part.size();
    }
    ::posix_fadvise(fd, offset, size, POSIX_FADV_DONTNEED);
    return hash.finish() == member.sha256 ? Read::sound : Read::rotten;
}

class Pass {
  public:
    Pass(const base::StatePaths& paths, const Trust& folder, WallTime clock,
         const std::function<bool()>& enough, const Progress& progress)
        : m_paths(paths)
        , m_folder(folder)
        , m_clock(clock)
        , m_enough(enough)
        , m_progress(progress)
        , m_buffer(k_buffer_bytes) {}

    Result<ScrubReport> run() {
        PUFA_TRY(const auto versions, begin());
        for (const auto& version : versions) {
            PUFA_CHECK(look_at(version));
            if (m_stopped) return std::move(m_report);
        }
        m_report.complete = m_all_recorded;
        if (m_all_recorded) {
            const auto ended = locked([&](db::Database& database) -> Result<void> {
                return end_pass(database, m_clock);
            });
            if (!ended) return ended.error();
            m_report.complete = *ended;
        }
        return std::move(m_report);
    }

  private:
    /// Those that are on the screen first; what was read in this pass already is left out.
    Result<std::vector<InstalledPack>> begin() {
        PUFA_TRY(const auto lock, StateLock::take(m_paths));
        PUFA_TRY(auto store, Store::open_or_rebuild(m_paths, lock, m_folder, m_clock));
        m_report.rebuilt = store.rebuilt();
        PUFA_TRY(m_begun, begin_pass(store.database(), m_clock));
        PUFA_TRY(auto judged, store.judge(m_folder, m_clock));
        m_trust = std::move(judged.trust);
        PUFA_TRY(auto versions, store.list());
        for (const auto& version : versions)
            m_total += version.size;
        std::stable_partition(versions.begin(), versions.end(),
                              [](const InstalledPack& version) { return version.active; });
        return versions;
    }

    [[nodiscard]] bool is_due(const std::string& checked) const {
        return checked.empty() || checked < m_begun || checked > base::to_iso(m_clock);
    }

    /// A moment with the lock; false if another writer has it.
    Result<bool> locked(const std::function<Result<void>(db::Database&)>& what) {
        const auto lock = StateLock::take(m_paths);
        if (!lock && lock.error().code == Code::LOCKED) return false;
        if (!lock) return lock.error();
        PUFA_TRY(auto database, db::Database::open(m_paths.store_db(), db::Open::read_write));
        PUFA_CHECK(what(database));
        return true;
    }

    Result<std::vector<MemberRow>> members_of_version(const InstalledPack& version) {
        PUFA_TRY(auto database, open_store_for_reading(m_paths));
        if (!database) return std::vector<MemberRow>{};
        return read_members(*database, version);
    }

    Result<void> look_at(const InstalledPack& version) {
        m_identity = identify(version.file);
        m_findings = {};
        PUFA_TRY(const auto opened, look_at_file(version));
        const bool whole = m_findings.file_sound.value_or(true);
        PUFA_TRY(const auto members, members_of_version(version));
        size_t since = 0;
        uint64_t bytes_since = 0;
        bool rotten = version.damaged();
        if (opened) {
            for (const auto& member : members) {
                m_done += member.size;
                if (!is_due(member.checked)) {
                    rotten = rotten || member.damaged;
                    continue;
                }
                if (m_enough() || base::cancel_asked()) return stop(version);
                const auto read = read_member(opened->get(), member, m_buffer);
                if (read == Read::given_up) return stop(version);
                m_findings.members.push_back({member.path, read == Read::sound});
                if (read == Read::rotten) tell_damage(version, member.path, "its bytes changed");
                rotten = rotten || read == Read::rotten;
                ++m_report.members;
                m_report.bytes += member.size;
                bytes_since += member.size;
                if (m_progress) m_progress(m_done, m_total);
                if (++since < k_step_members && bytes_since < k_step_bytes) continue;
                PUFA_CHECK(record(version));
                since = 0;
                bytes_since = 0;
            }
        }
        m_findings.finished = true;
        PUFA_CHECK(record(version));
        m_all_recorded = m_all_recorded && m_findings.empty();
        ++m_report.versions;
        rotten = rotten || !whole;
        return rotten && version.active ? put_previous_in_place(version) : Result<void>{};
    }

    /// The head, the layout, and whether the rows are those of pack.json. Nothing if it cannot be
    /// opened at all.
    Result<std::optional<base::UniqueFd>> look_at_file(const InstalledPack& version) {
        auto pack = open_installed(version.file, version.manifest_sha256);
        m_findings.file_sound = static_cast<bool>(pack);
        if (!pack) {
            tell_damage(version, {}, pack.error().detail);
            // Members may still be what was signed.
            auto file = base::open_file(version.file, O_RDONLY);
            if (!file) return std::optional<base::UniqueFd>{};
            return std::optional{std::move(*file)};
        }
        PUFA_TRY(auto database, open_store_for_reading(m_paths));
        if (!database) return std::optional<base::UniqueFd>{};
        PUFA_TRY(const bool same, rows_are_of(*database, version, *pack));
        database.reset();
        if (!same) {
            const auto mended = locked([&](db::Database& writer) -> Result<void> {
                if (identify(version.file) != m_identity) return {};
                return mend_rows(writer, version, *pack, m_clock);
            });
            if (!mended) return mended.error();
            if (*mended) m_report.rows_mended.push_back(version.id);
        }
        return std::optional{std::move(pack->fd)};
    }

    void tell_damage(const InstalledPack& version, const std::string& member,
                     const std::string& detail) {
        ScrubReport::Damage damage{version.id, version.sequence, member, detail,
                                   {},         version.active};
        const auto pack = open_installed(version.file, version.manifest_sha256);
        if (pack && !member.empty()) {
            for (const auto& item : pack->manifest.items) {
                const auto needs = pack::members_of(item).essential;
                if (std::find(needs.begin(), needs.end(), member) != needs.end())
                    damage.items.push_back(model::id_of(item));
            }
        }
        m_report.damages.push_back(std::move(damage));
    }

    Result<void> stop(const InstalledPack& version) {
        m_stopped = true;
        return record(version);
    }

    /// What was found of a file that was replaced meanwhile is of no use; while another writer is
    /// at work it is kept for the next step.
    Result<void> record(const InstalledPack& version) {
        if (m_findings.empty()) return {};
        const auto recorded = locked([&](db::Database& database) -> Result<void> {
            if (identify(version.file) != m_identity) return {};
            return record_findings(database, version, m_findings, m_clock);
        });
        if (!recorded) return recorded.error();
        if (*recorded) m_findings = {};
        return {};
    }

    Result<void> put_previous_in_place(const InstalledPack& rotten) {
        PUFA_TRY(const auto versions, list_installed(m_paths));
        for (const auto& other : versions) {
            if (other.id != rotten.id || other.sequence == rotten.sequence || other.damaged())
                continue;
            const auto before = identify(other.file);
            const auto sound = open_verified(other.file, other.manifest_sha256, {});
            if (!sound || !check_compromised(*sound, m_trust)) continue;
            const auto put = locked([&](db::Database& database) -> Result<void> {
                PUFA_TRY(const auto now, list_installed(database, m_paths));
                const bool still = std::any_of(now.begin(), now.end(), [&](const auto& held) {
                    return held.id == rotten.id && held.sequence == rotten.sequence && held.active;
                });
                if (!still || identify(other.file) != before) return {};
                m_report.fell_back.push_back({rotten.id, rotten.sequence, other.sequence});
                return fall_back(database, rotten, other, m_clock);
            });
            if (!put) return put.error();
            m_all_recorded = m_all_recorded && *put;
            return {};
        }
        return {};
    }

    const base::StatePaths& m_paths;
    const Trust& m_folder;
    WallTime m_clock;
    const std::function<bool()>& m_enough;
    const Progress& m_progress;
    std::vector<std::byte> m_buffer;
    std::string m_begun;
    Trust m_trust;
    ScrubReport m_report;
    Findings m_findings;
    FileIdentity m_identity; ///< of the file that is being read
    uint64_t m_done = 0;
    uint64_t m_total = 0;
    bool m_stopped = false;
    bool m_all_recorded = true;
};

} // namespace

Result<ScrubReport> scrub(const base::StatePaths& paths, const Trust& folder, WallTime clock,
                          const std::function<bool()>& enough, const Progress& progress) {
    return Pass{paths, folder, clock, enough, progress}.run();
}

} // namespace pufa::pack
