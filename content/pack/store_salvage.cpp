#include "content/pack/store_salvage.h"

#include "content/db/database.h"
#include "content/db/scavenge.h"
#include "content/pack/clock_floor.h"
#include "content/pack/store_sql.h"
#include "content/pack/store_trust.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pufa::pack {

namespace {

using Values = std::vector<db::Value>;

constexpr int64_t k_largest_sequence = (1ll << 53) - 1; // docs/pack-format.md, "Bounds"

const int64_t* integer(const Values& values, size_t column) {
    return column < values.size() ? std::get_if<int64_t>(&values[column]) : nullptr;
}

const std::string* text(const Values& values, size_t column) {
    return column < values.size() ? std::get_if<std::string>(&values[column]) : nullptr;
}

bool is_null(const Values& values, size_t column) {
    return column < values.size() && std::holds_alternative<std::monostate>(values[column]);
}

bool is_sha256(const std::string& hex) {
    return hex.size() == 64 && hex.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// A row of `pack`, if it is one that a program can have written: id, place, highest_sequence,
/// active_sequence and, since the third migration, highest_manifest_sha256. No other table has rows
/// of this shape.
std::optional<SalvagedPack> pack_of(const Values& values) {
    const auto* id = text(values, 0);
    const auto* place = integer(values, 1);
    const auto* highest = integer(values, 2);
    const auto* active = integer(values, 3);
    const auto* sha256 = text(values, 4);
    if (values.size() < 4 || values.size() > 5 || !id || !place || !highest) return std::nullopt;
    if (!active && !is_null(values, 3)) return std::nullopt;
    if (values.size() == 5 && !sha256 && !is_null(values, 4)) return std::nullopt;
    const auto parsed = model::parse_pack_id(*id);
    if (!parsed || *place < 1 || *highest < 1 || *highest > k_largest_sequence) return std::nullopt;
    if (active && (*active < 1 || *active > *highest)) return std::nullopt;
    if (sha256 && !is_sha256(*sha256)) return std::nullopt;
    SalvagedPack pack{*parsed, *place, *highest, sha256 ? *sha256 : std::string{}};
    pack.shown = active ? SalvagedPack::Shown::one : SalvagedPack::Shown::none;
    pack.active = active ? *active : 0;
    return pack;
}

bool is_plausible(WallTime floor) {
    return floor <= latest_plausible();
}

class Salvage {
  public:
    void by_sqlite(const std::filesystem::path& file) {
        auto database = db::Database::open(file, db::Open::read_only);
        if (!database) return;
        if (auto statements = read_statements(*database)) {
            int64_t place = 0; // none is ever deleted, so that places have no gaps
            for (auto& statement : *statements)
                m_statements.emplace(++place, std::move(statement));
        }
        if (const auto floor = read_floor(*database)) take_floor(*floor);
        // Also if it fails half-way: the rows before that were read.
        static_cast<void>(read_packs(*database));
    }

    void by_pages(const std::filesystem::path& file) {
        // Not there, or not to be opened: then nothing is found.
        static_cast<void>(db::scavenge(file, [this](const db::FoundRow& row) { take(row); }));
    }

    Salvaged result() {
        Salvaged salvaged;
        for (auto& [place, statement] : m_statements)
            salvaged.statements.push_back(std::move(statement));
        for (auto& [id, pack] : m_by_pages)
            m_packs.emplace(id, std::move(pack));
        for (auto& [id, pack] : m_packs)
            salvaged.packs.push_back(std::move(pack));
        std::stable_sort(
            salvaged.packs.begin(), salvaged.packs.end(),
            [](const SalvagedPack& a, const SalvagedPack& b) { return a.place < b.place; });
        salvaged.floor = m_floor;
        return salvaged;
    }

  private:
    Result<void> read_packs(db::Database& database) {
        PUFA_TRY(auto rows, database.prepare(sql::k_salvage_packs));
        for (;;) {
            PUFA_TRY(const bool row, rows.step());
            if (!row) return {};
            Values values;
            for (int column = 0; column < 5; ++column) {
                if (rows.is_null(column))
                    values.emplace_back();
                else if (column == 0 || column == 4)
                    values.emplace_back(rows.text(column));
                else
                    values.emplace_back(rows.integer(column));
            }
            if (auto pack = pack_of(values)) m_packs.emplace(pack->id, std::move(*pack));
        }
    }

    void take(const db::FoundRow& row) {
        if (!row.rowid) {
            if (auto pack = pack_of(row.values)) take_pack(std::move(*pack));
            return;
        }
        const auto* first = text(row.values, 1);
        const auto* second = text(row.values, 2);
        if (!is_null(row.values, 0) || !first) return;
        if (row.values.size() == 2)
            take_floor(base::parse_iso(*first));
        else if (row.values.size() == 3 && second && parse_statement(*first, {}))
            m_statements.emplace(*row.rowid, SealedStatement{*first, *second});
    }

    /// A page that is not in use any more may hold the row as it once was.
    void take_pack(SalvagedPack found) {
        const auto [at, is_new] = m_by_pages.emplace(found.id, found);
        if (is_new) return;
        auto& held = at->second;
        const bool agree = held.shown == found.shown && held.active == found.active;
        if (found.highest_sequence > held.highest_sequence) held = std::move(found);
        if (!agree) held.shown = SalvagedPack::Shown::unclear;
    }

    void take_floor(const std::optional<WallTime>& floor) {
        if (floor && is_plausible(*floor)) m_floor = std::max(m_floor.value_or(*floor), *floor);
    }

    std::map<int64_t, SealedStatement> m_statements; // by place
    std::map<model::PackId, SalvagedPack> m_packs;   // as SQLite reads them, before all others
    std::map<model::PackId, SalvagedPack> m_by_pages;
    std::optional<WallTime> m_floor;
};

} // namespace

Salvaged salvage(const std::filesystem::path& database) {
    Salvage salvage;
    salvage.by_sqlite(database);
    salvage.by_pages(database);
    return salvage.result();
}

} // namespace pufa::pack
