#include "admin/carried_health.h"

#include "content/strings/strings.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::admin {

namespace {

/// A folder and what it is called instead.
struct Named {
    std::string folder;
    std::string called;
};

/// Where a path ends within a sentence, and before what it can begin.
constexpr std::string_view k_ends = " \t\r\n\"'()[]{}<>,;:=|";
const std::vector<std::string_view>& wide_ends() {
    static const std::vector<std::string_view> all{"“",  "”",  "「", "」", "（", "）", "：", "，",
                                                   "。", "；", "、", "　", "‘",  "’",  "…"};
    return all;
}

bool ends_at(std::string_view text, size_t at) {
    if (at >= text.size() || k_ends.find(text[at]) != std::string_view::npos) return true;
    const auto rest = text.substr(at);
    return std::any_of(wide_ends().begin(), wide_ends().end(),
                       [&](std::string_view mark) { return rest.starts_with(mark); });
}

bool ends_before(std::string_view text, size_t at) {
    if (at == 0 || k_ends.find(text[at - 1]) != std::string_view::npos) return true;
    const auto before = text.substr(0, at);
    return std::any_of(wide_ends().begin(), wide_ends().end(),
                       [&](std::string_view mark) { return before.ends_with(mark); });
}

size_t end_of_path(std::string_view text, size_t at) {
    while (!ends_at(text, at))
        ++at;
    return at;
}

std::string file_name(std::string_view path) {
    while (path.size() > 1 && path.back() == '/')
        path.remove_suffix(1);
    const auto slash = path.rfind('/');
    return std::string{slash == std::string_view::npos ? path : path.substr(slash + 1)};
}

/// The folder itself may have blanks in its name; what lies in it is taken up to the next one.
void name_folder(std::string& text, const Named& named) {
    for (size_t at = 0; (at = text.find(named.folder, at)) != std::string::npos;) {
        const size_t after = at + named.folder.size();
        const bool inside = after < text.size() && text[after] == '/';
        if (!inside && !ends_at(text, after)) { // "/var/lib/pufa-old"
            at = after;
            continue;
        }
        const size_t end = inside ? end_of_path(text, after) : after;
        const auto file = file_name(std::string_view{text}.substr(after, end - after));
        const auto words = file.empty() ? named.called : named.called + " " + file;
        text.replace(at, end - at, words);
        at += words.size();
    }
}

void name_files(std::string& text) {
    for (size_t at = 0; (at = text.find('/', at)) != std::string::npos;) {
        const bool path = ends_before(text, at) && !ends_at(text, at + 1) && text[at + 1] != '/';
        if (!path) { // an address, a date, "and/or", an item's name
            at = end_of_path(text, at + 1);
            continue;
        }
        const size_t end = end_of_path(text, at);
        const auto file = file_name(std::string_view{text}.substr(at, end - at));
        text.replace(at, end - at, file);
        at += file.size();
    }
}

/// A word that is nothing but a path, blanks and all.
bool is_path(const std::string& word, const std::string& text) {
    return text.starts_with('/') && (word == "where" || word == "folder" || word == "file");
}

} // namespace

DoctorReport for_carrying(DoctorReport report, const MachineFolders& folders) {
    const auto called = [&](const char* key) { return strings::text(report.language, key); };
    std::vector<Named> all;
    for (auto& [folder, name] : {std::pair{folders.state.string(), called("doctor.part.state")},
                                 std::pair{folders.config.string(), called("doctor.part.config")},
                                 std::pair{folders.trust.string(), called("doctor.part.trust")}})
        if (!folder.empty() && folder != "/") all.push_back({folder, name});
    // trust/ lies in the configuration's folder: the longer one is the nearer.
    std::sort(all.begin(), all.end(),
              [](const Named& a, const Named& b) { return a.folder.size() > b.folder.size(); });
    for (auto& line : report.lines)
        for (auto& [word, text] : line.words) {
            for (const auto& named : all)
                name_folder(text, named);
            if (is_path(word, text)) text = file_name(text);
            name_files(text);
        }
    return report;
}

} // namespace pufa::admin
