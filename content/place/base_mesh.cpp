#include "content/place/base_mesh.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace pufa::place {

namespace {

static_assert(std::endian::native == std::endian::little);
static_assert(sizeof(MeshPoint) == 4 && std::is_trivially_copyable_v<MeshPoint>);

constexpr std::string_view k_magic = "PUFAMESH";
constexpr uint32_t k_version = 1;
constexpr size_t k_area_head = 10, k_line_head = 6, k_tile_head = 8; // bytes

class Writer {
  public:
    template <class T>
    void put(T value) {
        static_assert(std::is_arithmetic_v<T>);
        m_out.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <class T>
    void put_all(const std::vector<T>& values) {
        m_out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    void put(std::string_view words) { m_out.append(words); }
    [[nodiscard]] std::string take() { return std::move(m_out); }

  private:
    std::string m_out;
};

/// Reads until something is wrong; from then on everything reads as nothing.
class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes)
        : m_bytes(bytes) {}

    template <class T>
    T get() {
        T value{};
        if (!needs(sizeof value)) return value;
        std::memcpy(&value, m_bytes.data() + m_at, sizeof value);
        m_at += sizeof value;
        return value;
    }
    template <class T>
    void get_all(std::vector<T>& values, size_t count) {
        if (!needs(count * sizeof(T))) return;
        values.resize(count);
        std::memcpy(values.data(), m_bytes.data() + m_at, count * sizeof(T));
        m_at += count * sizeof(T);
    }
    /// `count` things of at least `least` bytes each are still to come.
    bool room_for(uint64_t count, size_t least) {
        return check(count <= left() / least, "counts more than there is");
    }
    bool check(bool condition, const char* otherwise) {
        if (!condition && m_wrong.empty())
            m_wrong = otherwise + (" at byte " + std::to_string(m_at));
        return good();
    }
    [[nodiscard]] bool good() const { return m_wrong.empty(); }
    [[nodiscard]] size_t left() const { return m_bytes.size() - m_at; }
    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

  private:
    bool needs(size_t size) { return check(size <= left(), "ends too early"); }

    std::span<const std::byte> m_bytes;
    size_t m_at = 0;
    std::string m_wrong;
};

void read_area(Reader& in, MeshArea& area) {
    area.fill = in.get<uint16_t>();
    const auto points = in.get<uint32_t>();
    const auto indices = in.get<uint32_t>();
    in.check(points >= 3 && points <= k_most_area_points, "an area's number of points");
    if (!in.check(indices >= 3 && indices % 3 == 0, "an area's number of indices")) return;
    in.get_all(area.points, points);
    in.get_all(area.indices, indices);
    for (const uint16_t index : area.indices) {
        if (!in.check(index < points, "an index past the points")) return;
    }
}

void read_line(Reader& in, MeshLine& line) {
    const auto stroke = in.get<uint16_t>();
    const auto points = in.get<uint32_t>();
    in.check(stroke <= static_cast<uint16_t>(Stroke::border), "an unknown stroke");
    in.check(points >= 2 && points <= k_most_area_points, "a line's number of points");
    if (!in.good()) return;
    line.stroke = static_cast<Stroke>(stroke);
    in.get_all(line.points, points);
}

void read_tile(Reader& in, MeshTile& tile) {
    const auto areas = in.get<uint32_t>();
    const auto lines = in.get<uint32_t>();
    if (!in.room_for(uint64_t{areas} * k_area_head + uint64_t{lines} * k_line_head, 1)) return;
    for (uint32_t i = 0; i < areas && in.good(); ++i)
        read_area(in, tile.areas.emplace_back());
    for (uint32_t i = 0; i < lines && in.good(); ++i)
        read_line(in, tile.lines.emplace_back());
}

void read_level(Reader& in, MeshLevel& level, double tolerance_before) {
    level.tolerance = in.get<double>();
    level.columns = in.get<uint32_t>();
    level.rows = in.get<uint32_t>();
    in.check(std::isfinite(level.tolerance) && level.tolerance >= 0 &&
                 level.tolerance < tolerance_before,
             "a level's tolerance");
    const uint64_t tiles = uint64_t{level.columns} * level.rows;
    in.check(tiles >= 1 && tiles <= k_most_mesh_tiles, "a level's number of tiles");
    if (!in.good() || !in.room_for(tiles, k_tile_head)) return;
    level.tiles.resize(tiles);
    for (MeshTile& tile : level.tiles) {
        read_tile(in, tile);
        if (!in.good()) return;
    }
}

bool within_unit(double least, double most) {
    return least >= 0 && most <= 1 && least < most; // false for what is not a number
}

BaseMesh read(Reader& in) {
    BaseMesh mesh;
    for (const char wanted : k_magic)
        in.check(in.get<char>() == wanted, "is no base map");
    in.check(in.get<uint32_t>() == k_version, "another version");
    const auto levels = in.get<uint32_t>();
    in.check(levels >= 1 && levels <= k_most_mesh_levels, "a number of levels");
    auto& [least, most] = mesh.bounds;
    least.x = in.get<double>();
    least.y = in.get<double>();
    most.x = in.get<double>();
    most.y = in.get<double>();
    in.check(within_unit(least.x, most.x) && within_unit(least.y, most.y), "bounds");
    double tolerance = 1;
    for (uint32_t i = 0; i < levels && in.good(); ++i) {
        read_level(in, mesh.levels.emplace_back(), tolerance);
        tolerance = mesh.levels.back().tolerance;
    }
    in.check(in.left() == 0, "goes on after its end");
    return mesh;
}

void write_tile(Writer& out, const MeshTile& tile) {
    out.put(static_cast<uint32_t>(tile.areas.size()));
    out.put(static_cast<uint32_t>(tile.lines.size()));
    for (const MeshArea& area : tile.areas) {
        PUFA_ASSERT(area.points.size() >= 3 && area.points.size() <= k_most_area_points);
        PUFA_ASSERT(area.indices.size() >= 3 && area.indices.size() % 3 == 0);
        out.put(area.fill);
        out.put(static_cast<uint32_t>(area.points.size()));
        out.put(static_cast<uint32_t>(area.indices.size()));
        out.put_all(area.points);
        out.put_all(area.indices);
    }
    for (const MeshLine& line : tile.lines) {
        PUFA_ASSERT(line.points.size() >= 2 && line.points.size() <= k_most_area_points);
        out.put(static_cast<uint16_t>(line.stroke));
        out.put(static_cast<uint32_t>(line.points.size()));
        out.put_all(line.points);
    }
}

} // namespace

MercatorBox BaseMesh::tile_box(const MeshLevel& level, uint32_t column, uint32_t row) const {
    // The edges of neighbours come from the same numbers, so that they are the same.
    const auto x = [&](uint32_t i) { return bounds.least.x + bounds.width() * i / level.columns; };
    const auto y = [&](uint32_t i) { return bounds.least.y + bounds.height() * i / level.rows; };
    return {{x(column), y(row)}, {x(column + 1), y(row + 1)}};
}

size_t BaseMesh::points() const {
    size_t count = 0;
    for (const auto& level : levels) {
        for (const auto& tile : level.tiles) {
            for (const auto& area : tile.areas)
                count += area.points.size();
            for (const auto& line : tile.lines)
                count += line.points.size();
        }
    }
    return count;
}

std::string write_base_mesh(const BaseMesh& mesh) {
    PUFA_ASSERT(!mesh.levels.empty() && mesh.levels.size() <= k_most_mesh_levels);
    Writer out;
    out.put(k_magic);
    out.put(k_version);
    out.put(static_cast<uint32_t>(mesh.levels.size()));
    for (const double edge :
         {mesh.bounds.least.x, mesh.bounds.least.y, mesh.bounds.most.x, mesh.bounds.most.y})
        out.put(edge);
    for (const MeshLevel& level : mesh.levels) {
        PUFA_ASSERT(level.tiles.size() == size_t{level.columns} * level.rows);
        PUFA_ASSERT(level.tiles.size() >= 1 && level.tiles.size() <= k_most_mesh_tiles);
        out.put(level.tolerance);
        out.put(level.columns);
        out.put(level.rows);
        for (const MeshTile& tile : level.tiles)
            write_tile(out, tile);
    }
    return out.take();
}

Result<BaseMesh> read_base_mesh(std::span<const std::byte> bytes, const std::string& where) {
    Reader in{bytes};
    BaseMesh mesh = read(in);
    if (!in.good()) return Error{Code::DAMAGED_MEMBER, where, in.wrong()};
    return mesh;
}

} // namespace pufa::place
