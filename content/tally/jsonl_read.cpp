#include "content/base/file.h"
#include "content/tally/jsonl.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace pufa::tally {

namespace {

using Json = nlohmann::json;

// Far above what a kiosk writes, and small enough for any machine.
constexpr size_t k_longest_line = size_t{16} << 20;
constexpr size_t k_longest_text = 400;
constexpr size_t k_most_days = 366 * 50;
constexpr size_t k_most_names = 100'000;
constexpr int k_deepest = 8;
constexpr size_t k_most_values = 2'000'000; ///< of one line: days, gaps and names at their most
constexpr const char* k_immodest = "too deep or too many values";
constexpr int64_t k_most_rows_a_day = 10'000'000;
constexpr int64_t k_most_counted = int64_t{1} << 53; ///< JSON numbers are whole up to here

/// The lines of a file, one after the other, never more than one of them in memory.
class Lines {
  public:
    Lines(base::UniqueFd fd, std::string where)
        : m_fd(std::move(fd))
        , m_where(std::move(where)) {}

    [[nodiscard]] int64_t number() const { return m_number; }
    /// The error of the line that was last taken.
    [[nodiscard]] Error bad(const std::string& what) const {
        return {Code::BAD_EXPORT, m_where, fmt::format("line {}: {}", m_number, what)};
    }

    /// Nothing at the end of the file. A last line without its end was cut off.
    Result<std::optional<std::string>> next() {
        ++m_number;
        for (;;) {
            const auto end = m_held.find('\n', m_at);
            if (end != std::string::npos) {
                auto line = m_held.substr(m_at, end - m_at);
                m_at = end + 1;
                return std::optional{std::move(line)};
            }
            if (m_held.size() - m_at > k_longest_line) return bad("too long");
            m_held.erase(0, m_at);
            m_at = 0;
            PUFA_TRY(const bool more, fill());
            if (more) continue;
            if (!m_held.empty()) return bad("the file ends within it");
            return std::optional<std::string>{};
        }
    }

  private:
    Result<bool> fill() {
        constexpr size_t k_piece = size_t{1} << 18;
        const auto before = m_held.size();
        m_held.resize(before + k_piece);
        ssize_t got = 0;
        do
            got = ::read(m_fd.get(), m_held.data() + before, k_piece);
        while (got < 0 && errno == EINTR);
        const int failed = errno;
        m_held.resize(before + static_cast<size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0) return base::from_errno(failed, m_where);
        return got > 0;
    }

    base::UniqueFd m_fd;
    std::string m_where;
    std::string m_held;
    size_t m_at = 0;
    int64_t m_number = 0;
};

/// Whether a parser may have it: sixteen million "[" would be gigabytes of values.
bool is_modest(std::string_view line) {
    int depth = 0;
    size_t values = 0;
    bool in_text = false;
    for (size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (in_text) {
            if (c == '\\') ++at;
            in_text = c != '"';
            continue;
        }
        in_text = c == '"';
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        if (c == ',' || c == '[' || c == '{') ++values;
        if (depth > k_deepest || values > k_most_values) return false;
    }
    return true;
}

/// None if it is no object.
std::optional<Json> parsed(const std::string& line) {
    // Neither parsing nor throwing away what was parsed recurses in nlohmann's, however deep it is.
    auto json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return std::nullopt;
    return json;
}

/// Reads fields and remembers whether all were as they should be.
class Fields {
  public:
    explicit Fields(const Json& json)
        : m_json(json) {}

    [[nodiscard]] const std::string& wrong() const { return m_wrong; }
    [[nodiscard]] bool good() const { return m_wrong.empty(); }
    void fault(std::string_view name) {
        if (m_wrong.empty()) m_wrong = name;
    }

    int64_t number(const char* name, int64_t least, int64_t most) {
        const auto* field = find(name);
        if (!field || !field->is_number_integer()) return fault(name), least;
        if (field->is_number_unsigned() &&
            field->get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()))
            return fault(name), least;
        const auto value = field->get<int64_t>();
        if (value < least || value > most) return fault(name), least;
        return value;
    }
    int small(const char* name, int least, int most) {
        return static_cast<int>(number(name, least, most));
    }
    std::string text(const char* name) {
        const auto* field = find(name);
        if (!field || !is_text(*field)) return fault(name), std::string{};
        return field->get<std::string>();
    }
    base::Date day(const char* name) {
        const auto day = base::parse_date(text(name));
        if (!day) return fault(name), base::Date{};
        return *day;
    }
    bool flag(const char* name) {
        const auto* field = find(name);
        if (!field || !field->is_boolean()) return fault(name), false;
        return field->get<bool>();
    }
    std::vector<std::string> texts(const char* name) {
        std::vector<std::string> all;
        for (const auto& one : list(name, k_most_names)) {
            if (!is_text(one)) return fault(name), all;
            all.push_back(one.get<std::string>());
        }
        return all;
    }
    const Json& list(const char* name, size_t most) {
        static const auto nothing = Json::array();
        const auto* field = find(name);
        if (!field || !field->is_array() || field->size() > most) return fault(name), nothing;
        return *field;
    }
    const Json& object(const char* name) {
        static const auto nothing = Json::object();
        const auto* field = find(name);
        if (!field || !field->is_object()) return fault(name), nothing;
        return *field;
    }

  private:
    [[nodiscard]] const Json* find(const char* name) const {
        const auto found = m_json.find(name);
        return found == m_json.end() ? nullptr : &*found;
    }
    /// A city's spreadsheet shows it: no lines or bells in it.
    static bool is_text(const Json& field) {
        if (!field.is_string()) return false;
        const auto& text = field.get_ref<const std::string&>();
        return text.size() <= k_longest_text && std::none_of(text.begin(), text.end(), [](char c) {
                   const auto byte = static_cast<unsigned char>(c);
                   return byte < ' ' || byte == 0x7F;
               });
    }

    const Json& m_json;
    std::string m_wrong;
};

bool is_hex(const std::string& text, size_t width) {
    return text.size() == width && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

DayRecord day_of(Fields& fields) {
    constexpr size_t k_sha256_width = 64;
    DayRecord record;
    record.day = fields.day("day");
    record.hash = fields.text("hash");
    record.sealed = fields.flag("sealed");
    record.file_sha256 = fields.text("file_sha256");
    record.rows = fields.number("rows", 0, k_most_rows_a_day);
    record.count = fields.number("count", 0, k_most_counted);
    if (!is_hex(record.hash, k_sha256_width)) fields.fault("hash");
    if (!record.file_sha256.empty() && !is_hex(record.file_sha256, k_sha256_width))
        fields.fault("file_sha256");
    return record;
}

Gap gap_of(Fields& fields) {
    constexpr int k_last_minute = 1440;
    return {fields.day("day"), fields.text("why"), fields.small("from_minute", 0, k_last_minute),
            fields.small("until_minute", 0, k_last_minute)};
}

RollUpRow row_of(Fields& fields) {
    constexpr int k_last_hour = 23;
    constexpr int k_most = std::numeric_limits<int>::max();
    RollUpRow row;
    row.hour = fields.small("hour", 0, k_last_hour);
    row.counter = fields.small("counter", 0, k_most);
    row.item = fields.text("item");
    row.item_version = fields.number("version", 0, k_most_counted);
    row.option = fields.small("option", -1, k_most);
    row.language = fields.text("language");
    row.sound = fields.text("sound");
    row.origin = fields.text("origin");
    row.clock = fields.text("clock");
    row.count = fields.number("count", 1, k_most_counted);
    return row;
}

/// The first line; what is wrong with it, if anything.
std::pair<ExportHeader, std::string> header_of(const Json& json) {
    constexpr size_t k_id_width = 16;
    ExportHeader header;
    Fields fields{json};
    if (fields.text("format") != k_jsonl_format) fields.fault("format");
    Fields kiosk{fields.object("kiosk")};
    header.kiosk.id = kiosk.text("id");
    header.kiosk.name = kiosk.text("name");
    header.kiosk.was = kiosk.texts("was");
    if (!is_hex(header.kiosk.id, k_id_width)) kiosk.fault("id");
    for (const auto& id : header.kiosk.was)
        if (!is_hex(id, k_id_width)) kiosk.fault("was");
    if (!kiosk.good()) fields.fault("kiosk." + kiosk.wrong());
    const auto made = base::parse_iso(fields.text("made"));
    if (made)
        header.kiosk.made = *made;
    else
        fields.fault("made");
    header.program = fields.text("program");
    header.damaged = fields.texts("damaged");
    header.set_aside = fields.texts("set_aside");
    int64_t rows = 0;
    for (const auto& one : fields.list("days", k_most_days)) {
        Fields day{one};
        header.days.push_back(day_of(day));
        header.days.back().made = header.kiosk.made;
        rows += header.days.back().rows;
        const auto& days = header.days;
        if (days.size() > 1 && days[days.size() - 2].day >= days.back().day) day.fault("day");
        if (!day.good()) fields.fault("days." + day.wrong());
    }
    for (const auto& one : fields.list("gaps", k_most_names)) {
        Fields gap{one};
        header.gaps.push_back(gap_of(gap));
        if (!gap.good()) fields.fault("gaps." + gap.wrong());
    }
    if (fields.number("rows", 0, std::numeric_limits<int64_t>::max()) != rows) fields.fault("rows");
    return {std::move(header), fields.wrong()};
}

/// The rows of one day, which must be as the header says.
Result<std::vector<RollUpRow>> rows_of(Lines& lines, const DayRecord& record) {
    std::vector<RollUpRow> rows;
    int64_t count = 0;
    for (int64_t left = record.rows; left > 0; --left) {
        PUFA_TRY(const auto line, lines.next());
        if (!line) return lines.bad("the file ends too early");
        if (!is_modest(*line)) return lines.bad(k_immodest);
        const auto json = parsed(*line);
        if (!json) return lines.bad("not an object");
        Fields fields{*json};
        auto row = row_of(fields);
        if (fields.day("day") != record.day) fields.fault("day");
        if (!fields.good()) return lines.bad(fields.wrong());
        // Ascending by key, so that none is there twice.
        if (!rows.empty()) {
            auto before = rows.back();
            before.count = row.count;
            if (!(before < row)) return lines.bad("not in the order of rows");
        }
        count += row.count;
        if (count > k_most_counted) return lines.bad("count");
        rows.push_back(std::move(row));
    }
    if (count != record.count || day_hash(rows) != record.hash)
        return lines.bad(fmt::format("the counts of {} are not what its hash says",
                                     base::to_string(record.day)));
    return rows;
}

} // namespace

Result<void> read_export(const std::filesystem::path& file, const ExportReader& reader) {
    // A pipe on a stick would be waited for.
    PUFA_TRY(auto fd, base::open_file(file, O_RDONLY | O_NONBLOCK));
    struct stat facts {};
    if (::fstat(fd.get(), &facts) != 0) return base::from_errno(errno, file.string());
    if (!S_ISREG(facts.st_mode)) return Error{Code::BAD_EXPORT, file.string(), "not a file"};
    Lines lines{std::move(fd), file.string()};
    PUFA_TRY(const auto first, lines.next());
    if (first && !is_modest(*first)) return lines.bad(k_immodest);
    const auto json = first ? parsed(*first) : std::nullopt;
    if (!json) return lines.bad("not the header of a kiosk's export");
    const auto [header, wrong] = header_of(*json);
    if (!wrong.empty()) return lines.bad(wrong);
    PUFA_CHECK(reader.begin(header));
    std::map<base::Date, std::vector<Gap>> gaps;
    for (const auto& gap : header.gaps)
        gaps[gap.day].push_back(gap);
    for (const auto& record : header.days) {
        PUFA_TRY(const auto rows, rows_of(lines, record));
        auto full = record;
        const auto of_day = gaps.find(record.day);
        if (of_day != gaps.end()) full.gaps = of_day->second;
        PUFA_CHECK(reader.day(full, rows));
    }
    PUFA_TRY(const auto rest, lines.next());
    if (rest) return lines.bad("more than the header says");
    return {};
}

} // namespace pufa::tally
