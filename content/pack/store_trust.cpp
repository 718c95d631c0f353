#include "content/pack/store_trust.h"

#include "content/pack/clock_floor.h"
#include "content/pack/store.h"
#include "content/pack/store_sql.h"

#include <algorithm>
#include <map>

namespace pufa::pack {

namespace {

Result<Judge> judge_by(db::Database& database, const Trust& folder, WallTime now) {
    Judge judge;
    PUFA_TRY(judge.statements, read_statements(database));
    auto effective = effective_trust(folder, judge.statements);
    judge.trust = std::move(effective.trust);
    judge.refused = std::move(effective.refused);
    PUFA_TRY(const auto kept, read_floor(database));
    judge.now = judge_time(now, clock_floor(kept));
    return judge;
}

bool is_compromised(const KeyedVersion& version, const Trust& trust) {
    const auto id = parse_id_text(version.signer_key);
    const auto* revoked = id ? trust.find_revoked(*id) : nullptr;
    return revoked && revoked->reason == Reason::compromised;
}

/// What is asked of store.db for each version beside what decides.
struct VersionFile {
    std::string manifest_sha256;
    std::filesystem::path file;
};
using VersionFiles = std::map<std::pair<std::string, int64_t>, VersionFile>;

Result<std::vector<KeyedVersion>>
read_versions(db::Database& database, const base::StatePaths& paths, VersionFiles& files) {
    std::vector<KeyedVersion> versions;
    PUFA_TRY(auto rows, database.prepare(sql::k_versions_by_key));
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return versions;
        const auto id = rows.text(0);
        const auto sequence = rows.integer(1);
        files[{id, sequence}] = {rows.text(2), paths.root / rows.text(3)};
        versions.push_back({{id}, sequence, rows.text(4), rows.integer(5) != 0});
    }
}

bool is_sound(const VersionFile& version) {
    const auto opened = open_installed(version.file, version.manifest_sha256);
    return opened && verify_members(*opened, {});
}

} // namespace

Result<std::vector<SealedStatement>> read_statements(db::Database& database) {
    std::vector<SealedStatement> statements;
    PUFA_TRY(auto rows, database.prepare(sql::k_statements));
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return statements;
        statements.push_back({rows.text(0), rows.text(1)});
    }
}

Result<std::optional<WallTime>> read_floor(db::Database& database) {
    PUFA_TRY(auto rows, database.prepare(sql::k_floor));
    PUFA_TRY(const bool row, rows.step());
    return row ? base::parse_iso(rows.text(0)) : std::nullopt;
}

Result<void> raise_floor(db::Database& database, WallTime moment) {
    PUFA_TRY(auto raised, database.prepare(sql::k_raise_floor));
    return raised.bind(1, base::to_iso(moment)).run();
}

std::vector<Withdrawal> withdrawals(const std::vector<KeyedVersion>& versions, const Trust& trust) {
    std::vector<Withdrawal> found;
    for (const auto& active : versions) {
        if (!active.active || !is_compromised(active, trust)) continue;
        Withdrawal withdrawal{active.id, active.sequence, {}};
        for (const auto& other : versions) {
            if (other.id == active.id && other.sequence < active.sequence &&
                !is_compromised(other, trust))
                withdrawal.instead.push_back(other.sequence);
        }
        std::sort(withdrawal.instead.rbegin(), withdrawal.instead.rend());
        found.push_back(std::move(withdrawal));
    }
    return found;
}

Result<Judge> Store::judge(const Trust& folder, WallTime now) {
    return judge_by(m_database, folder, now);
}

Result<Store::Applied> Store::apply(const SealedStatement& offered, const Trust& folder,
                                    WallTime now, const std::string& where) {
    PUFA_TRY(const auto before, judge(folder, now));
    Applied applied;
    PUFA_TRY(applied.judged,
             judge_statement(folder, before.statements, offered, before.now, where));
    auto statements = before.statements;
    if (!applied.judged.known) statements.push_back(offered);
    const auto after = effective_trust(folder, statements);
    // One transaction: a power cut leaves the old trust with the old packs or the new with the new.
    const auto kept = m_database.transaction([&]() -> Result<void> {
        if (!applied.judged.known) {
            PUFA_TRY(auto added, m_database.prepare(sql::k_add_statement));
            PUFA_CHECK(added.bind(1, offered.json).bind(2, offered.signature).run());
            PUFA_CHECK(raise_floor(m_database, applied.judged.statement.issued));
        }
        PUFA_TRY(applied.withdrawn, withdraw(after.trust));
        return {};
    });
    if (!kept) return kept.error();
    return applied;
}

Result<std::vector<Store::Withdrawn>> Store::withdraw(const Trust& trust) {
    std::vector<Withdrawn> withdrawn;
    VersionFiles files;
    PUFA_TRY(const auto versions, read_versions(m_database, m_paths, files));
    for (const auto& gone : withdrawals(versions, trust)) {
        const auto sound =
            std::find_if(gone.instead.begin(), gone.instead.end(), [&](int64_t sequence) {
                return is_sound(files.at({gone.id.value, sequence}));
            });
        Withdrawn entry{gone.id, gone.sequence, std::nullopt};
        if (sound != gone.instead.end()) {
            entry.active = *sound;
            PUFA_TRY(auto activated, m_database.prepare(sql::k_activate));
            PUFA_CHECK(activated.bind(1, gone.id.value).bind(2, *sound).run());
        } else {
            PUFA_TRY(auto cleared, m_database.prepare(sql::k_withdraw));
            PUFA_CHECK(cleared.bind(1, gone.id.value).run());
        }
        withdrawn.push_back(std::move(entry));
    }
    if (!withdrawn.empty()) PUFA_CHECK(m_database.execute(sql::k_raise_revision));
    return withdrawn;
}

Result<Judge> judge_of(const base::StatePaths& paths, const Trust& folder, WallTime now) {
    PUFA_TRY(auto database, open_store_for_reading(paths));
    if (database) return judge_by(*database, folder, now);
    Judge judge;
    judge.trust = folder;
    judge.now = judge_time(now, clock_floor(std::nullopt));
    return judge;
}

} // namespace pufa::pack
