#include "admin/writer.h"

namespace pufa::admin {

Result<Writer> open_writer(const base::StatePaths& paths, const pack::Trust& trust, WallTime now) {
    PUFA_TRY(auto lock, pack::StateLock::take(paths));
    PUFA_TRY(auto store, pack::Store::open_or_rebuild(paths, lock, trust, now));
    return Writer{std::move(lock), std::move(store)};
}

Result<model::PackId> pack_argument(const std::string& word) {
    const auto id = model::parse_pack_id(word);
    if (!id) return Error{Code::BAD_USAGE, word, "a pack's name is publisher/pack"};
    return *id;
}

} // namespace pufa::admin
