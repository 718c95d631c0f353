// Exports that a city reads. Bytes that begin with '{' are a file as it comes from a stick. Others
// are a script: an export of our own writing, which comes back as it was, and then with some of its
// bytes changed, of which whatever is taken is as its hash says.
//   d                  another day begins
//   hour,counter,item,version,option,language,sound,origin,clock,count    a row of it
//   !place,byte        the byte at that place of the written file is another one

#include "content/tally/jsonl.h"
#include "content/base/file.h"
#include "tests/fuzz/fuzz.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <vector>

using namespace pufa;
using namespace pufa::tally;

namespace {

struct Day {
    DayRecord record;
    std::vector<RollUpRow> rows;
};
using Days = std::vector<Day>;

/// A file without a disk.
class MemoryFile {
  public:
    MemoryFile()
        : m_fd(::memfd_create("fuzz", MFD_CLOEXEC))
        , m_path("/proc/self/fd/" + std::to_string(m_fd)) {
        PUFA_ASSERT(m_fd >= 0);
    }
    const std::string& holding(std::string_view text) {
        PUFA_ASSERT(::ftruncate(m_fd, 0) == 0);
        PUFA_ASSERT(::pwrite(m_fd, text.data(), text.size(), 0) ==
                    static_cast<ssize_t>(text.size()));
        return m_path;
    }

  private:
    int m_fd;
    std::string m_path;
};

/// What a reader may rely on.
void check(const ExportHeader& header, const Days& days) {
    PUFA_ASSERT(header.kiosk.id.size() == 16);
    PUFA_ASSERT(days.size() == header.days.size());
    for (size_t i = 0; i < days.size(); ++i) {
        const auto& [record, rows] = days[i];
        PUFA_ASSERT(record.day == header.days[i].day);
        PUFA_ASSERT(i == 0 || days[i - 1].record.day < record.day);
        PUFA_ASSERT(std::is_sorted(rows.begin(), rows.end()));
        PUFA_ASSERT(day_hash(rows) == record.hash);
        int64_t count = 0;
        for (const auto& row : rows) {
            PUFA_ASSERT(row.hour >= 0 && row.hour < 24 && row.count > 0);
            count += row.count;
        }
        PUFA_ASSERT(count == record.count);
        PUFA_ASSERT(static_cast<int64_t>(rows.size()) == record.rows);
    }
}

/// False if it is refused.
bool read(std::string_view text, Days& days) {
    static MemoryFile file;
    const auto& path = file.holding(text);
    ExportHeader header;
    const auto done =
        read_export(path, {[&](const ExportHeader& read) {
                               header = read;
                               return Result<void>{};
                           },
                           [&](const DayRecord& record, std::span<const RollUpRow> rows) {
                               days.push_back({record, {rows.begin(), rows.end()}});
                               return Result<void>{};
                           }});
    if (done) {
        check(header, days);
        return true;
    }
    PUFA_ASSERT(done.error().code == Code::BAD_EXPORT && done.error().where == path);
    PUFA_ASSERT(done.error().detail.starts_with("line "));
    return false;
}

/// What the header says of the counters, which no reader asks: made once.
const std::string& definitions() {
    static const auto made = [] {
        const auto line = header_line({}, model::Language::en);
        return line.substr(line.find("\"definitions\""));
    }();
    return made;
}

std::string written(const Days& days) {
    ExportHeader header;
    header.kiosk = {"0123456789abcdef", "示例", {}, base::start_of({2026, 11, 23})};
    header.program = "1";
    for (const auto& day : days)
        header.days.push_back(day.record);
    auto text = header_line(header, model::Language::en);
    text.replace(text.size() - definitions().size(), definitions().size(), "\"definitions\":[]}\n");
    for (const auto& day : days)
        for (const auto& row : day.rows)
            text += row_line(day.record.day, row);
    return text;
}

std::string_view take_field(std::string_view& line) {
    const auto end = std::min(line.find(','), line.size());
    const auto field = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return field;
}

int64_t number(std::string_view field, int64_t least, int64_t most) {
    int64_t value = 0;
    std::from_chars(field.data(), field.data() + field.size(), value);
    return std::clamp(value, least, most);
}

/// Of a kiosk's words; they are ids and tags there.
std::string word(std::string_view field) {
    std::string plain;
    for (const char c : field.substr(0, 400))
        if (c >= ' ' && c < 0x7F) plain += c;
    return plain;
}

RollUpRow row_of(std::string_view line) {
    constexpr int64_t k_most = 1'000'000'000;
    RollUpRow row;
    row.hour = static_cast<int>(number(take_field(line), 0, 23));
    row.counter = static_cast<int>(number(take_field(line), 0, k_most));
    row.item = word(take_field(line));
    row.item_version = number(take_field(line), 0, k_most);
    row.option = static_cast<int>(number(take_field(line), -1, k_most));
    row.language = word(take_field(line));
    row.sound = word(take_field(line));
    row.origin = word(take_field(line));
    row.clock = word(take_field(line));
    row.count = number(take_field(line), 1, k_most);
    return row;
}

/// In the order of their key, none twice; counted and hashed.
void finish(Day& day) {
    auto& rows = day.rows;
    std::sort(rows.begin(), rows.end());
    const auto same = [](RollUpRow one, const RollUpRow& other) {
        one.count = other.count;
        return one == other;
    };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    day.record.rows = static_cast<int64_t>(rows.size());
    day.record.count = 0;
    for (const auto& row : rows)
        day.record.count += row.count;
    day.record.hash = day_hash(rows);
}

void play(std::string_view script) {
    Days days(1);
    std::vector<std::pair<size_t, char>> changes;
    while (!script.empty()) {
        auto line = fuzz::take_line(script);
        if (line == "d") {
            days.emplace_back();
        } else if (line.starts_with('!')) {
            line.remove_prefix(1);
            const auto place = number(take_field(line), 0, 1 << 24);
            changes.emplace_back(place, static_cast<char>(number(take_field(line), 0, 255)));
        } else {
            days.back().rows.push_back(row_of(line));
        }
    }
    for (size_t i = 0; i < days.size(); ++i) {
        const auto at = base::start_of({2026, 1, 1}) + std::chrono::hours{24 * i + 12};
        days[i].record.day = base::to_local(at).date;
        finish(days[i]);
    }
    auto text = written(days);
    Days back;
    PUFA_ASSERT(read(text, back) && back.size() == days.size());
    for (size_t i = 0; i < days.size(); ++i)
        PUFA_ASSERT(back[i].rows == days[i].rows && back[i].record.hash == days[i].record.hash);
    for (const auto& [place, byte] : changes)
        text[place % text.size()] = byte;
    back.clear();
    static_cast<void>(read(text, back));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto text = fuzz::text_of(data, size);
    if (!text.starts_with('{')) {
        play(text);
        return 0;
    }
    Days days;
    if (!read(text, days)) return 0;
    const auto taken = days;
    days.clear();
    PUFA_ASSERT(read(written(taken), days));
    for (size_t i = 0; i < days.size(); ++i)
        PUFA_ASSERT(days[i].rows == taken[i].rows);
    return 0;
}
