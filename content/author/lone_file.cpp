#include "content/author/lone_file.h"

#include "content/author/caption_files.h"
#include "content/author/laws.h"
#include "content/author/lone_geojson.h"
#include "content/author/place_files.h"
#include "content/author/question_files.h"
#include "content/author/question_lint.h"
#include "content/author/question_maker.h"
#include "content/author/text_file.h"

#include <algorithm>
#include <iterator>

namespace pufa::author {

namespace {

const std::vector<std::string> k_no_agencies;
constexpr const char* k_laws = "laws.csv";

/// The laws beside the file or one folder up; nullopt if there are none.
std::optional<Laws> laws_near(const std::filesystem::path& folder) {
    for (const auto& file : {folder / k_laws, folder / ".." / k_laws}) {
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) continue;
        const auto text = read_text(file);
        Findings elsewhere; // another file's faults
        if (text) return Laws::read(text->text, k_laws, {}, elsewhere);
    }
    return std::nullopt;
}

class LoneReader {
  public:
    LoneReader(Folder folder, std::filesystem::path parent, std::string name)
        : m_folder(std::move(folder))
        , m_parent(std::move(parent))
        , m_ids(model::PackId{"lone/file"}, m_file.findings)
        , m_draft{m_folder, m_file.findings, m_ids, k_no_agencies} {
        m_file.file = std::move(name);
    }

    LoneFile run() {
        const auto kind = extension_of(m_file.file);
        const auto& asked = question_extensions();
        if (kind == ".csv" && holds_places())
            read_places();
        else if (std::find(asked.begin(), asked.end(), kind) != asked.end())
            read_questions();
        else if (kind == ".geojson" || kind == ".json")
            read_geography();
        else if (kind == ".vtt" || kind == ".srt" || kind == ".ass" || kind == ".ssa")
            read_cues();
        else
            m_file.findings.push_back(
                {Fault::FILE_KIND_UNKNOWN, {m_file.file, 0, 0}, m_file.file, {}});
        sort_by_place(m_file.findings);
        return std::move(m_file);
    }

  private:
    /// A sheet with every column that a sheet of places must have.
    bool holds_places() {
        Findings scratch;
        const auto text = m_folder.text(m_file.file, scratch);
        return text && Sheet{*text, m_file.file, place_columns(), scratch}.usable();
    }

    void read_questions() {
        m_file.kind = LoneKind::questions;
        const auto sheet = read_question_file(m_draft, m_file.file);
        if (!sheet) return;
        const auto laws = laws_near(m_parent);
        QuestionContext context{m_draft, laws ? &*laws : nullptr, {}};
        for (const auto& written : sheet->questions) {
            const auto before = m_file.findings.size();
            auto question = make_question(written, m_file.file, context);
            if (!question || written.faulty || has_errors(m_file.findings, before)) continue;
            LoneQuestion kept{written.at.line, written.title.value, *std::move(question), {}};
            for (const auto& option : written.options)
                kept.weights.push_back(option.weight);
            m_file.questions.push_back(std::move(kept));
        }
        lint_questions({*sheet}, m_file.findings);
        if (sheet->questions.empty() && sheet->left_out == 0 && !has_errors(m_file.findings))
            m_file.findings.push_back({Fault::NO_QUESTIONS, {m_file.file, 0, 0}, m_file.file, {}});
    }

    void read_places() {
        m_file.kind = LoneKind::places;
        take(read_place_sheet(m_draft, m_file.file));
    }

    /// As in a folder, but for what only a folder knows: towns, disputes and what to bring.
    void judge(const std::vector<PlaceRow>& rows) {
        const Finder finder;
        const Towns towns;
        const Area china;
        Findings found;
        Draft draft{m_folder, found, m_ids, k_no_agencies};
        PlaceContext context{draft, finder, towns, china};
        PlaceNames names;
        for (const auto& row : rows) {
            if (const auto place = read_place(row, context)) names.check(row, *place, found);
        }
        std::copy_if(found.begin(), found.end(), std::back_inserter(m_file.findings),
                     [](const auto& finding) {
                         return finding.fault != Fault::UNKNOWN_TOWN &&
                                finding.fault != Fault::FINDER_UNKNOWN;
                     });
    }

    void take(const std::vector<PlaceRow>& rows) {
        judge(rows);
        for (const auto& row : rows) {
            const auto words = [&](const char* key) {
                const auto cell = row.cells.find(key);
                return cell == row.cells.end() ? std::string{} : cell->second.words;
            };
            m_file.places.push_back(
                {row.place.line, words("id"), words("name"), row.at ? "Point" : "", row.at});
        }
    }

    void read_geography() {
        Findings scratch;
        Draft other{m_folder, scratch, m_ids, k_no_agencies};
        const auto features = read_geojson(other, m_file.file);
        const bool points = features && only_points(*features);
        m_file.kind = points ? LoneKind::places : LoneKind::map;
        if (points && are_places(*features)) return take(read_place_features(m_draft, m_file.file));
        m_file.findings = std::move(scratch);
        for (const auto& feature : features.value_or(std::vector<GeoFeature>{}))
            m_file.places.push_back(lone_feature(feature, m_file.findings));
    }

    void read_cues() {
        m_file.kind = LoneKind::captions;
        auto captions = read_caption_file(m_draft, m_file.file, model::Language::zh_hans);
        if (captions) m_file.cues = std::move(captions->cues);
    }

    LoneFile m_file;
    Folder m_folder;
    std::filesystem::path m_parent;
    ItemIds m_ids;
    Draft m_draft;
};

} // namespace

Result<LoneFile> read_lone_file(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return Error{Code::NOT_FOUND, path.string(), "neither a folder nor a file"};
    const auto parent = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    PUFA_TRY(auto folder, Folder::beside_file(path));
    return LoneReader{std::move(folder), parent, path.filename().string()}.run();
}

} // namespace pufa::author
