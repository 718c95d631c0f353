#include "content/catalog/shelf.h"

#include "content/base/log.h"
#include "content/model/item_json.h"
#include "content/pack/scrub.h"
#include "content/pack/store.h"
#include "content/pack/store_sql.h"
#include "content/pack/title.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace pufa::catalog {

namespace {

namespace sql = pack::sql;

void check_file(Shelf& shelf) {
    std::error_code error;
    const auto size = std::filesystem::file_size(shelf.file, error);
    if (error)
        shelf.fault = shelf.file.string() + ": " + error.message();
    else if (size != shelf.size)
        shelf.fault = fmt::format("{} has {} bytes, installed were {}", shelf.file.string(), size,
                                  shelf.size);
}

/// Takes one row over; a fault is kept and the rest of the pack not looked at.
void take_item(Shelf& shelf, model::ItemReader& reader, const std::string& id,
               const std::string& body) {
    auto item = reader.read(body);
    if (!item)
        shelf.fault = item.error().where + ": " + item.error().detail;
    else if (model::id_of(*item).value != id)
        shelf.fault = id + " holds another item";
    else
        shelf.items.push_back(std::move(*item));
}

void take_member(Shelf& shelf, const std::string& path, int64_t offset, int64_t size) {
    const auto end = static_cast<int64_t>(shelf.size);
    if (offset < 0 || size < 0 || offset > end || size > end - offset) {
        shelf.fault = path + " lies outside of the file";
        return;
    }
    shelf.members.emplace_back(
        member_key(shelf.facts.id, path),
        MediaLocation{shelf.file, static_cast<uint64_t>(offset), static_cast<uint64_t>(size)});
}

/// What cannot be shown without a member that is damaged is not shown; what else needs it is shown
/// without.
void leave_out_damaged(Shelf& shelf) {
    if (shelf.damaged.empty()) return;
    std::erase_if(shelf.items, [&](const model::Item& item) {
        const auto needs = pack::members_of(item).essential;
        const bool out = std::any_of(needs.begin(), needs.end(), [&](const std::string& path) {
            return shelf.damaged.contains(path);
        });
        if (out) base::log_info("{} is left out: damaged", model::id_of(item).value);
        return out;
    });
}

/// Errors are the database's; what is wrong with the pack itself becomes its fault.
Result<void> fill(db::Database& database, Shelf& shelf) {
    check_file(shelf);
    PUFA_TRY(auto items, database.prepare(sql::k_items));
    items.bind(1, shelf.facts.id.value).bind(2, shelf.facts.sequence);
    model::ItemReader reader;
    while (!shelf.fault) {
        PUFA_TRY(const bool row, items.step());
        if (!row) break;
        take_item(shelf, reader, items.text(0), items.text(1));
    }
    PUFA_TRY(auto members, database.prepare(sql::k_members));
    members.bind(1, shelf.facts.id.value).bind(2, shelf.facts.sequence);
    while (!shelf.fault) {
        PUFA_TRY(const bool row, members.step());
        if (!row) break;
        if (members.integer(3) != 0)
            shelf.damaged.insert(members.text(0));
        else
            take_member(shelf, members.text(0), members.integer(1), members.integer(2));
    }
    leave_out_damaged(shelf);
    return {};
}

Result<std::vector<Shelf>> active_packs(db::Database& database, const base::StatePaths& paths) {
    std::vector<Shelf> shelves;
    PUFA_TRY(auto rows, database.prepare(sql::k_active_packs));
    for (;;) {
        PUFA_TRY(const bool row, rows.step());
        if (!row) return shelves;
        Shelf shelf;
        auto title = pack::title_from_json(rows.text(2));
        if (!title) shelf.fault = "its title is no JSON";
        shelf.facts = {{rows.text(0)},
                       title.value_or(model::LocalizedText{}),
                       rows.integer(1),
                       rows.integer(3) != 0};
        shelf.file = paths.root / rows.text(4);
        shelf.size = static_cast<uint64_t>(rows.integer(5));
        shelves.push_back(std::move(shelf));
    }
}

/// Fills whatever no other thread has begun, over a connection of its own.
Result<void> fill_some(const base::StatePaths& paths, std::vector<Shelf>& shelves,
                       std::atomic<size_t>& next) {
    PUFA_TRY(auto database, pack::open_store_for_reading(paths));
    if (!database) return Error{Code::NOT_FOUND, paths.store_db().string(), "it has gone"};
    for (size_t mine = next++; mine < shelves.size(); mine = next++)
        PUFA_CHECK(fill(*database, shelves[mine]));
    return {};
}

} // namespace

std::string member_key(const model::PackId& pack, std::string_view path) {
    return pack.value + ":" + std::string{path};
}

Result<std::vector<Shelf>> read_shelves(db::Database& database, const base::StatePaths& paths) {
    PUFA_TRY(auto shelves, active_packs(database, paths));
    // Nearly all of the time goes into reading JSON, so packs are read beside each other.
    const size_t threads =
        std::min<size_t>(shelves.size(), std::max(1u, std::thread::hardware_concurrency()));
    std::atomic<size_t> next{0};
    std::vector<std::future<Result<void>>> others;
    for (size_t i = 1; i < threads; ++i)
        others.push_back(
            std::async(std::launch::async, [&] { return fill_some(paths, shelves, next); }));
    Result<void> filled;
    for (size_t mine = next++; filled && mine < shelves.size(); mine = next++)
        filled = fill(database, shelves[mine]);
    for (auto& other : others)
        if (auto done = other.get(); filled && !done) filled = done;
    if (!filled) return filled.error();
    return shelves;
}

} // namespace pufa::catalog
