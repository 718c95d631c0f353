#include "content/author/xlsx.h"

#include "content/author/words.h"
#include "content/author/workbook_parts.h"
#include "content/base/file.h"

#include <algorithm>

namespace pufa::author {

namespace {

/// What Microsoft's older formats, and workbooks with a password, are wrapped in.
constexpr std::string_view k_compound_file{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::string_view k_zip{"PK\x03\x04", 4};
/// "EncryptedPackage", as a compound file spells it.
constexpr std::string_view k_encrypted{"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0", 26};
constexpr std::string_view k_wanted_sheet = "题目";

class WorkbookReader {
  public:
    explicit WorkbookReader(const WorkbookBounds& bounds)
        : m_bounds(bounds) {}

    std::optional<WorkbookFault> run(std::string_view bytes, SheetCells& cells) {
        if (bytes.starts_with(k_compound_file)) {
            const bool encrypted = bytes.find(k_encrypted) != std::string_view::npos;
            return WorkbookFault{encrypted ? Fault::XLSX_ENCRYPTED : Fault::XLSX_OLD_FORMAT, {}};
        }
        if (!bytes.starts_with(k_zip)) return WorkbookFault{Fault::XLSX_NOT_WORKBOOK, {}};
        if (auto fault = m_parts.open(bytes)) return fault;
        std::string part;
        if (auto fault = find_sheet(part)) return fault;
        std::vector<std::string> strings;
        if (auto fault = read_strings(strings)) return fault;
        std::string xml;
        if (auto fault = read(part, xml)) return fault;
        return parse_cells(xml, strings, m_bounds, cells);
    }

  private:
    std::optional<WorkbookFault> read(const std::string& name, std::string& bytes) {
        return m_parts.read(name, m_bounds.part_bytes, bytes);
    }

    /// The part of the sheet that is read.
    std::optional<WorkbookFault> find_sheet(std::string& part) {
        std::string xml;
        if (!m_parts.has("_rels/.rels")) return WorkbookFault{Fault::XLSX_NOT_WORKBOOK, {}};
        if (auto fault = read("_rels/.rels", xml)) return fault;
        const auto workbook = relation_target(xml, m_bounds.depth, "", {}, "/officeDocument");
        if (workbook.empty() || !m_parts.has(workbook))
            return WorkbookFault{Fault::XLSX_NOT_WORKBOOK, {}};
        const auto slash = workbook.rfind('/') + 1; // npos + 1 is 0
        m_folder = workbook.substr(0, slash);
        if (auto fault = read(workbook, xml)) return fault;
        std::vector<SheetPart> sheets;
        if (auto fault = parse_sheets(xml, m_bounds.depth, sheets)) return fault;
        auto chosen = std::find_if(sheets.begin(), sheets.end(), [](const auto& sheet) {
            return trim(sheet.name) == k_wanted_sheet;
        });
        if (chosen == sheets.end())
            chosen = std::find_if(sheets.begin(), sheets.end(),
                                  [](const auto& sheet) { return sheet.visible; });
        if (chosen == sheets.end()) return WorkbookFault{Fault::XLSX_NO_SHEET, {}};
        if (auto fault = read(m_folder + "_rels/" + workbook.substr(slash) + ".rels", m_relations))
            return fault;
        part = relation_target(m_relations, m_bounds.depth, m_folder, chosen->relation, {});
        if (part.empty()) return WorkbookFault{Fault::XLSX_BROKEN, chosen->name};
        return std::nullopt;
    }

    std::optional<WorkbookFault> read_strings(std::vector<std::string>& strings) {
        const auto part =
            relation_target(m_relations, m_bounds.depth, m_folder, {}, "/sharedStrings");
        if (part.empty() || !m_parts.has(part)) return std::nullopt;
        std::string xml;
        if (auto fault = read(part, xml)) return fault;
        return parse_strings(xml, m_bounds, strings);
    }

    const WorkbookBounds& m_bounds;
    ZipParts m_parts;
    std::string m_folder; ///< of the workbook's part: "xl/"
    std::string m_relations;
};

} // namespace

std::optional<std::vector<CsvRow>> read_workbook_bytes(std::string_view bytes,
                                                       const std::string& name, Findings& findings,
                                                       const WorkbookBounds& bounds) {
    SheetCells cells;
    if (auto fault = WorkbookReader{bounds}.run(bytes, cells)) {
        findings.push_back({fault->fault, {name, 0, 0}, name, std::move(fault->detail)});
        return std::nullopt;
    }
    for (auto& error : cells.errors)
        findings.push_back(
            {Fault::XLSX_CELL_ERROR, {name, error.row, error.column}, std::move(error.what), {}});
    return std::move(cells.rows);
}

std::optional<std::vector<CsvRow>> read_workbook(const std::filesystem::path& path,
                                                 const std::string& name, Findings& findings) {
    const WorkbookBounds bounds;
    const auto bytes = base::read_file(path, bounds.file_bytes);
    if (!bytes) {
        const auto large = bytes.error().code == Code::TOO_LARGE;
        findings.push_back({large ? Fault::XLSX_TOO_LARGE : Fault::UNREADABLE,
                            {name, 0, 0},
                            name,
                            bytes.error().detail});
        return std::nullopt;
    }
    return read_workbook_bytes(*bytes, name, findings, bounds);
}

} // namespace pufa::author
