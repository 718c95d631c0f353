#pragma once
// Statements and the clock's floor in store.db. Private to this folder.

#include "content/db/database.h"
#include "content/pack/statement.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::pack {

[[nodiscard]] Result<std::vector<SealedStatement>> read_statements(db::Database& database);
[[nodiscard]] Result<std::optional<WallTime>> read_floor(db::Database& database);
/// Never lowers it.
[[nodiscard]] Result<void> raise_floor(db::Database& database, WallTime moment);

/// An installed version as the decision below sees it.
struct KeyedVersion {
    model::PackId id;
    int64_t sequence = 0;
    std::string signer_key; ///< id_text
    bool active = false;
};
/// A pack whose active version goes, and what may stand in for it, best first.
struct Withdrawal {
    model::PackId id;
    int64_t sequence = 0;
    std::vector<int64_t> instead;
};
/// Which packs leave the screen since their key was compromised. What takes their place is of a key
/// that was not, and no newer than what was on the screen: staff may have had a reason to go back.
[[nodiscard]] std::vector<Withdrawal> withdrawals(const std::vector<KeyedVersion>& versions,
                                                  const Trust& trust);

} // namespace pufa::pack
