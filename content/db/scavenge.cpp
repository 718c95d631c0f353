#include "content/db/scavenge.h"

#include "content/base/file.h"

#include <fcntl.h>

#include <algorithm>
#include <span>
#include <utility>

namespace pufa::db {

namespace {

constexpr size_t k_page_bytes = 4096;
constexpr size_t k_file_head_bytes = 100;        // before the head of the first page
constexpr uint64_t k_longest_row = 256ull << 10; // of what anybody would take over
constexpr unsigned char k_interior_index = 0x02; // its cells hold rows as well
constexpr unsigned char k_leaf_index = 0x0a;
constexpr unsigned char k_leaf_table = 0x0d;

using Bytes = std::span<const unsigned char>;

/// Reads from left to right; once something did not fit, nothing does.
class Cursor {
  public:
    explicit Cursor(Bytes bytes)
        : m_bytes(bytes) {}

    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] size_t left() const { return m_bytes.size(); }

    Bytes take(uint64_t count) {
        if (count > m_bytes.size()) {
            m_good = false;
            m_bytes = {};
            return {};
        }
        const auto taken = m_bytes.first(static_cast<size_t>(count));
        m_bytes = m_bytes.subspan(static_cast<size_t>(count));
        return taken;
    }
    /// Big-endian.
    uint64_t number(size_t bytes) {
        uint64_t value = 0;
        for (const auto byte : take(bytes))
            value = value << 8 | byte;
        return value;
    }
    /// At most nine bytes; all bits of the ninth count.
    uint64_t varint() {
        uint64_t value = 0;
        for (int i = 0; i < 8 && m_good; ++i) {
            const auto byte = number(1);
            value = value << 7 | (byte & 0x7f);
            if (byte < 0x80) return value;
        }
        return value << 8 | number(1);
    }

  private:
    Bytes m_bytes;
    bool m_good = true;
};

int64_t sign_extended(uint64_t value, size_t bytes) {
    const auto unused_bits = 64 - 8 * bytes;
    return static_cast<int64_t>(value << unused_bits) >> unused_bits;
}

/// Nothing for a value that is none of Value, or that does not fit.
std::optional<Value> read_value(uint64_t serial_type, Cursor& body) {
    constexpr size_t k_integer_bytes[] = {0, 1, 2, 3, 4, 6, 8};
    if (serial_type == 0) return Value{};
    if (serial_type <= 6) {
        const auto bytes = k_integer_bytes[serial_type];
        const auto value = sign_extended(body.number(bytes), bytes);
        return body.good() ? std::optional<Value>{value} : std::nullopt;
    }
    if (serial_type == 8 || serial_type == 9) return Value{static_cast<int64_t>(serial_type - 8)};
    if (serial_type < 13 || serial_type % 2 == 0) return std::nullopt; // a real number, a blob
    const auto text = body.take((serial_type - 13) / 2);
    if (!body.good()) return std::nullopt;
    return Value{std::string{text.begin(), text.end()}};
}

/// A record whose length is that of its values to the byte.
std::optional<std::vector<Value>> read_record(Bytes payload) {
    Cursor record{payload};
    const auto head_bytes = record.varint();
    const auto length_bytes = payload.size() - record.left();
    if (!record.good() || head_bytes < length_bytes) return std::nullopt;
    Cursor head{record.take(head_bytes - length_bytes)};
    std::vector<Value> values;
    while (record.good() && head.good() && head.left() > 0) {
        auto value = read_value(head.varint(), record);
        if (!value) return std::nullopt;
        values.push_back(std::move(*value));
    }
    if (!record.good() || !head.good() || record.left() > 0) return std::nullopt;
    return values;
}

class Scavenger {
  public:
    Scavenger(int fd, uint64_t pages, const std::function<void(const FoundRow&)>& found)
        : m_fd(fd)
        , m_pages(pages)
        , m_found(found) {}

    void run() {
        for (uint64_t number = 1; number <= m_pages; ++number) {
            const auto page = read_page(number);
            if (page) look_at(*page, number == 1 ? k_file_head_bytes : 0);
        }
    }

  private:
    using Page = std::vector<unsigned char>;

    /// Pages count from 1.
    [[nodiscard]] std::optional<Page> read_page(uint64_t number) const {
        if (number == 0 || number > m_pages) return std::nullopt;
        Page page(k_page_bytes);
        const auto bytes = std::as_writable_bytes(std::span{page});
        if (!base::read_exact(m_fd, (number - 1) * k_page_bytes, bytes, {})) return std::nullopt;
        return page;
    }

    void look_at(const Page& page, size_t head_at) const {
        Cursor head{Bytes{page}.subspan(head_at)};
        const auto kind = static_cast<unsigned char>(head.number(1));
        if (kind != k_leaf_table && kind != k_leaf_index && kind != k_interior_index) return;
        head.take(2); // the first free block
        const auto cells = head.number(2);
        head.take(3); // where cells begin, fragments
        if (kind == k_interior_index) head.take(4);
        for (uint64_t i = 0; i < cells && head.good(); ++i) {
            const auto at = head.number(2);
            if (!head.good() || at >= page.size()) continue;
            const auto row = read_cell(Bytes{page}.subspan(static_cast<size_t>(at)), kind);
            if (row) m_found(*row);
        }
    }

    [[nodiscard]] std::optional<FoundRow> read_cell(Bytes bytes, unsigned char kind) const {
        Cursor cell{bytes};
        if (kind == k_interior_index) cell.take(4); // the page below
        const auto size = cell.varint();
        FoundRow row;
        if (kind == k_leaf_table) row.rowid = static_cast<int64_t>(cell.varint());
        if (!cell.good() || size > k_longest_row) return std::nullopt;
        const auto here = bytes_on_page(size, kind);
        const auto start = cell.take(here);
        std::vector<unsigned char> payload{start.begin(), start.end()};
        if (here < size && !append_chain(payload, size, cell.number(4))) return std::nullopt;
        if (!cell.good()) return std::nullopt;
        auto values = read_record(payload);
        if (!values) return std::nullopt;
        row.values = std::move(*values);
        return row;
    }

    /// How much of a row its cell holds; the rest is in a chain of pages.
    static uint64_t bytes_on_page(uint64_t size, unsigned char kind) {
        constexpr uint64_t k_usable = k_page_bytes;
        const uint64_t most =
            kind == k_leaf_table ? k_usable - 35 : (k_usable - 12) * 64 / 255 - 23;
        if (size <= most) return size;
        constexpr uint64_t k_least = (k_usable - 12) * 32 / 255 - 23;
        const uint64_t fitted = k_least + (size - k_least) % (k_usable - 4);
        return fitted <= most ? fitted : k_least;
    }

    /// Each page adds something, so that a chain that runs in a circle ends.
    bool append_chain(std::vector<unsigned char>& payload, uint64_t size, uint64_t number) const {
        while (payload.size() < size) {
            const auto page = read_page(number);
            if (!page) return false;
            Cursor chain{*page};
            number = chain.number(4);
            const auto part = chain.take(std::min<uint64_t>(chain.left(), size - payload.size()));
            payload.insert(payload.end(), part.begin(), part.end());
        }
        return true;
    }

    int m_fd;
    uint64_t m_pages;
    const std::function<void(const FoundRow&)>& m_found;
};

} // namespace

Result<void> scavenge(const std::filesystem::path& file,
                      const std::function<void(const FoundRow&)>& found) {
    PUFA_TRY(const auto fd, base::open_file(file, O_RDONLY));
    PUFA_TRY(const auto size, base::file_size(fd.get(), file.string()));
    Scavenger{fd.get(), size / k_page_bytes, found}.run();
    return {};
}

} // namespace pufa::db
