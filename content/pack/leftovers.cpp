#include "content/pack/leftovers.h"

#include "content/base/log.h"

#include <unistd.h>

#include <algorithm>
#include <system_error>

namespace pufa::pack {

namespace {

using std::filesystem::path;

std::vector<path> entries_of(const path& folder) {
    std::vector<path> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator each{folder, error}, end; !error && each != end;
         each.increment(error))
        entries.push_back(each->path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

bool is_folder(const path& entry) {
    std::error_code error;
    return std::filesystem::is_directory(std::filesystem::symlink_status(entry, error));
}

} // namespace

std::vector<path> pack_files(const base::StatePaths& paths) {
    std::vector<path> files;
    for (const auto& publisher : entries_of(paths.packs())) {
        if (!is_folder(publisher)) continue;
        for (const auto& pack : entries_of(publisher)) {
            if (!is_folder(pack)) continue;
            for (const auto& file : entries_of(pack)) {
                if (file.extension() == ".pufa" && !is_folder(file))
                    files.push_back(file.lexically_relative(paths.root));
            }
        }
    }
    return files;
}

void sweep_leftovers(const base::StatePaths& paths, const std::set<path>& named) {
    for (const auto& file : pack_files(paths)) {
        if (named.contains(file)) continue;
        std::error_code error;
        std::filesystem::remove(paths.root / file, error);
        if (error)
            base::log_warning("{} could not be swept: {}", file.string(), error.message());
        else
            base::log_info("{} was left over and is swept", file.string());
    }
    // Of a database that was being made anew when the one in its place was sound after all.
    for (const auto* name : {"store.db.new", "store.db.new-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(paths.root / name, ignored);
    }
    remove_empty_folders(paths);
}

void remove_empty_folders(const base::StatePaths& paths) {
    for (const auto& publisher : entries_of(paths.packs())) {
        if (!is_folder(publisher)) continue;
        // rmdir leaves a folder that is not empty.
        for (const auto& pack : entries_of(publisher))
            ::rmdir(pack.c_str());
        ::rmdir(publisher.c_str());
    }
}

} // namespace pufa::pack
