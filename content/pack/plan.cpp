#include "content/pack/plan.h"

#include "content/base/file.h"
#include "content/model/item_json.h"
#include "content/pack/item_title.h"
#include "content/pack/sequence_rules.h"
#include "content/pack/store.h"
#include "content/pack/store_sql.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pufa::pack {

namespace {

using std::filesystem::path;

/// What stands in store.db of one pack, and what the files before this one will have made of it.
struct Foreseen {
    std::optional<KnownPack> pack;
    std::map<int64_t, KnownVersion> versions;
    std::map<int64_t, uint64_t> sizes; ///< of the versions
    /// The items on the screen: their body by id; titles are read from it if they are asked for.
    std::map<std::string, std::string> items;
};

std::map<std::string, std::string> bodies_of(const Manifest& manifest) {
    std::map<std::string, std::string> bodies;
    for (const auto& item : manifest.items)
        bodies.emplace(model::id_of(item).value, model::to_json(item).dump());
    return bodies;
}

PlannedItem planned_item(const std::string& id, const std::string& body) {
    const auto item = model::item_from_json(body);
    return {{id}, item ? title_of(*item) : model::LocalizedText{}};
}

void compare(PlannedFile& file, const std::map<std::string, std::string>& before,
             const std::map<std::string, std::string>& after) {
    for (const auto& [id, body] : after) {
        const auto old = before.find(id);
        if (old == before.end())
            file.added.push_back(planned_item(id, body));
        else if (old->second != body)
            file.changed.push_back(planned_item(id, body));
    }
    for (const auto& [id, body] : before)
        if (!after.contains(id)) file.removed.push_back(planned_item(id, body));
}

class Planner {
  public:
    Planner(const base::StatePaths& paths, Judge judge, std::optional<db::Database> database)
        : m_paths(paths)
        , m_judge(std::move(judge))
        , m_database(std::move(database)) {}

    Result<Plan> run(const std::vector<path>& files) {
        PUFA_CHECK(look_at_machine());
        for (const auto& file : order_to_install(files)) {
            PUFA_TRY(auto planned, plan(file));
            m_plan.files.push_back(std::move(planned));
        }
        name_unmet();
        return std::move(m_plan);
    }

  private:
    Result<void> look_at_machine() {
        // The folder that is there: the state folder may not have been made yet.
        std::error_code error;
        auto folder = std::filesystem::absolute(m_paths.root, error);
        if (error) return base::from_errno(error.value(), m_paths.root.string());
        while (folder.has_relative_path() && !std::filesystem::exists(folder, error))
            folder = folder.parent_path();
        PUFA_TRY(m_plan.free_before, base::free_space(folder));
        m_plan.free_after = m_plan.free_before;
        m_plan.reserve = k_reserve_bytes;
        if (!m_database) return {};
        PUFA_TRY(m_installed, list_installed(*m_database, m_paths));
        for (const auto& version : m_installed) {
            if (version.active)
                m_active[version.id] = version.sequence;
            else
                m_plan.prunable.push_back({version.id, version.sequence, version.size});
        }
        std::sort(m_plan.prunable.begin(), m_plan.prunable.end(),
                  [](const Prunable& a, const Prunable& b) { return a.size > b.size; });
        return {};
    }

    Result<Foreseen> look_up(const model::PackId& id) {
        Foreseen seen;
        if (!m_database) return seen;
        PUFA_TRY(seen.pack, find_pack(*m_database, id));
        for (const auto& version : m_installed) {
            if (version.id != id) continue;
            PUFA_TRY(auto known, find_version(*m_database, id, version.sequence));
            if (known) seen.versions[version.sequence] = *std::move(known);
            seen.sizes[version.sequence] = version.size;
        }
        if (!seen.pack || !seen.pack->active) return seen;
        PUFA_TRY(auto rows, m_database->prepare(sql::k_items));
        rows.bind(1, id.value).bind(2, *seen.pack->active);
        for (;;) {
            PUFA_TRY(const bool row, rows.step());
            if (!row) return seen;
            seen.items.emplace(rows.text(0), rows.text(1));
        }
    }

    Result<PlannedFile> plan(const path& file) {
        PlannedFile planned;
        planned.file = file;
        auto offered = open_pack(file, m_judge.trust, m_judge.now);
        if (!offered) {
            planned.refusal = offered.error();
            return planned;
        }
        const auto& manifest = offered->manifest;
        if (!m_foreseen.contains(manifest.id)) {
            PUFA_TRY(m_foreseen[manifest.id], look_up(manifest.id));
        }
        auto& seen = m_foreseen[manifest.id];
        planned.signer = offered->signer.name;
        planned.signer_key = id_text(offered->signer);
        planned.size = offered->size;
        const auto known = seen.versions.find(manifest.sequence);
        const auto version =
            known == seen.versions.end() ? std::nullopt : std::optional{known->second};
        if (seen.pack) planned.from_sequence = seen.pack->active;
        const auto allowed = check_sequence(*offered, seen.pack, version);
        if (!allowed) {
            planned.refusal = allowed.error();
        } else {
            decide(planned, *offered, seen, version);
        }
        planned.manifest = std::move(offered->manifest);
        return planned;
    }

    void decide(PlannedFile& planned, const OpenPack& offered, Foreseen& seen,
                const std::optional<KnownVersion>& version) {
        const auto& manifest = offered.manifest;
        const auto after = bodies_of(manifest);
        const bool active = seen.pack && seen.pack->active;
        const bool here = version && !version->damaged && is_here(*version, offered);
        if (here) {
            const bool shown = active && *seen.pack->active == manifest.sequence;
            planned.action = shown ? PlannedAction::already_active : PlannedAction::reactivate;
        } else {
            planned.action = active ? PlannedAction::update : PlannedAction::install;
            planned.bytes_to_copy = offered.size;
            if (!fits(planned)) return;
        }
        compare(planned, seen.items, after);
        foresee(planned, offered, seen, after);
    }

    [[nodiscard]] bool is_here(const KnownVersion& version, const OpenPack& offered) const {
        std::error_code error;
        // A file of this very plan is not there yet, but will be.
        if (version.file.empty()) return true;
        return std::filesystem::file_size(m_paths.root / version.file, error) == offered.size &&
               !error;
    }

    bool fits(PlannedFile& planned) {
        const auto needed = planned.bytes_to_copy + m_plan.reserve;
        if (m_plan.free_after >= needed) return true;
        const auto missing = needed - m_plan.free_after;
        m_plan.missing += missing;
        planned.action = PlannedAction::refused;
        planned.refusal =
            Error{Code::NO_SPACE, planned.file.string(),
                  fmt::format("{} MiB are missing", (missing + (1u << 20) - 1) >> 20)};
        return false;
    }

    /// As the store does it: the version that was active is kept, those before it go.
    void foresee(const PlannedFile& planned, const OpenPack& offered, Foreseen& seen,
                 const std::map<std::string, std::string>& after) {
        const auto sequence = offered.manifest.sequence;
        if (!seen.pack) seen.pack.emplace();
        const auto before = seen.pack->active;
        if (sequence >= seen.pack->highest_sequence) {
            seen.pack->highest_sequence = sequence;
            seen.pack->highest_manifest_sha256 = offered.manifest_sha256;
        }
        seen.pack->active = sequence;
        m_active[offered.manifest.id] = sequence;
        seen.items = after;
        if (planned.bytes_to_copy == 0) return;
        m_plan.free_after -= planned.bytes_to_copy;
        const auto replaced = seen.sizes.find(sequence);
        if (replaced != seen.sizes.end()) m_plan.free_after += replaced->second;
        seen.versions[sequence] = {offered.manifest_sha256, {}, true, false};
        seen.sizes[sequence] = offered.size;
        if (!before || *before == sequence) return;
        std::erase_if(seen.versions, [&](const auto& entry) {
            if (entry.first == sequence || entry.first == *before) return false;
            m_plan.free_after += seen.sizes[entry.first];
            seen.sizes.erase(entry.first);
            return true;
        });
    }

    void name_unmet() {
        for (auto& file : m_plan.files) {
            if (!file.manifest || file.refusal) continue;
            for (const auto& need : file.manifest->needs) {
                const auto active = m_active.find(need.id);
                if (active == m_active.end())
                    file.unmet.push_back({need, std::nullopt});
                else if (active->second < need.sequence)
                    file.unmet.push_back({need, active->second});
            }
        }
    }

    const base::StatePaths& m_paths;
    Judge m_judge;
    std::optional<db::Database> m_database;
    std::vector<InstalledPack> m_installed;
    std::map<model::PackId, Foreseen> m_foreseen;
    std::map<model::PackId, int64_t> m_active;
    Plan m_plan;
};

/// Where a file stands among those that it needs and those that need it.
struct Offered {
    path file;
    std::optional<model::PackId> id;
    int64_t sequence = 0;
    std::vector<NeededPack> needs;
};

/// True if `first` must come before `then`.
bool comes_before(const Offered& first, const Offered& then) {
    if (!first.id || !then.id) return false;
    if (*first.id == *then.id) return first.sequence < then.sequence;
    return std::any_of(then.needs.begin(), then.needs.end(),
                       [&](const NeededPack& need) { return need.id == *first.id; });
}

} // namespace

std::vector<path> order_to_install(const std::vector<path>& files) {
    std::vector<Offered> waiting;
    for (const auto& file : files) {
        Offered offered{file, {}, 0, {}};
        if (const auto read = open_for_signing(file))
            offered = {file, read->manifest.id, read->manifest.sequence, read->manifest.needs};
        waiting.push_back(std::move(offered));
    }
    std::vector<path> ordered;
    while (!waiting.empty()) {
        // The first that waits for no other; packs that need each other go as they came.
        auto next = std::find_if(waiting.begin(), waiting.end(), [&](const Offered& candidate) {
            return std::none_of(waiting.begin(), waiting.end(), [&](const Offered& other) {
                return &other != &candidate && comes_before(other, candidate);
            });
        });
        if (next == waiting.end()) next = waiting.begin();
        ordered.push_back(next->file);
        waiting.erase(next);
    }
    return ordered;
}

bool Plan::has_refusals() const {
    return std::any_of(files.begin(), files.end(),
                       [](const PlannedFile& file) { return file.refusal.has_value(); });
}

Result<Plan> make_plan(const std::vector<path>& files, const base::StatePaths& paths,
                       const Trust& folder, WallTime clock) {
    PUFA_TRY(auto judge, judge_of(paths, folder, clock));
    PUFA_TRY(auto database, open_store_for_reading(paths));
    return Planner{paths, std::move(judge), std::move(database)}.run(files);
}

} // namespace pufa::pack
