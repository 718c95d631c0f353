#include "content/author/laws.h"

#include "content/author/sheet.h"
#include "content/author/words.h"

namespace pufa::author {

namespace {

constexpr std::string_view k_open = "《", k_close = "》", k_number_mark = "第",
                           k_article_mark = "条";

std::vector<Column> columns() {
    using enum Presence;
    return {{"law", {"law", "法律", "简称"}, required},
            {"full_name", {"full_name", "全称"}, required},
            {"article", {"article", "条号"}, required},
            {"article_zh", {"article_zh", "条"}, required},
            {"in_force", {"in_force", "施行日期"}, required},
            {"text", {"text", "条文"}, required}};
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

/// Reads rows into a Laws.
class LawsReader {
  public:
    LawsReader(Laws& laws, base::Date checked, Findings& findings)
        : m_laws(laws)
        , m_checked(checked)
        , m_findings(findings) {}

    void read(const Sheet& sheet) {
        for (const auto& row : sheet.rows())
            read_row(sheet, row);
    }

  private:
    void read_row(const Sheet& sheet, const CsvRow& row) {
        const auto law = sheet.required(row, "law", m_findings);
        const auto number = sheet.required(row, "article", m_findings);
        model::Citation citation;
        citation.law = sheet.required(row, "full_name", m_findings);
        citation.article = sheet.required(row, "article_zh", m_findings);
        citation.words = replaced(sheet.required(row, "text", m_findings), "\\n", "\n");
        citation.checked = m_checked;
        const auto in_force = sheet.required(row, "in_force", m_findings);
        if (const auto date = base::parse_date(in_force))
            citation.in_force = *date;
        else if (!in_force.empty())
            m_findings.push_back({Fault::WANTS_DATE, sheet.place(row, "in_force"),
                                  sheet.title("in_force"), in_force});
        check_names(law, citation.law, sheet.place(row, "full_name"));
        add(law, number, std::move(citation), sheet.place(row, "article"));
    }

    void check_names(const std::string& law, const std::string& full, const Place& place) {
        const auto [known, added] = m_full_names.emplace(law, full);
        if (!added && known->second != full)
            m_findings.push_back({Fault::LAW_NAMES_DIFFER, place, full, known->second});
    }

    void add(const std::string& law, const std::string& number, model::Citation citation,
             const Place& place) {
        const auto at = m_laws.m_articles.size();
        bool fresh = true;
        for (const auto& name : {law, citation.law}) {
            for (const auto& article : {number, citation.article}) {
                const auto [known, added] = m_laws.m_index.emplace(std::pair{name, article}, at);
                fresh = fresh && (added || known->second == at);
            }
        }
        if (!fresh) m_findings.push_back({Fault::ARTICLE_TWICE, place, law, citation.article});
        m_laws.m_articles.push_back(std::move(citation));
    }

    Laws& m_laws;
    base::Date m_checked;
    Findings& m_findings;
    std::map<std::string, std::string> m_full_names;
};

Laws Laws::read(std::string_view text, const std::string& file, base::Date checked,
                Findings& findings) {
    Laws laws;
    const Sheet sheet{text, file, columns(), findings};
    if (sheet.usable()) LawsReader{laws, checked, findings}.read(sheet);
    return laws;
}

const model::Citation* Laws::find(std::string_view law, std::string_view article) const {
    const auto found = m_index.find({std::string{law}, std::string{article}});
    return found == m_index.end() ? nullptr : &m_articles[found->second];
}

std::optional<CitedArticle> parse_citation(std::string_view text) {
    auto words = replaced(replaced(trim(text), k_open, ""), k_close, " ");
    std::string_view rest = words;
    CitedArticle cited;
    const auto mark = rest.rfind(k_number_mark);
    if (mark != std::string_view::npos &&
        rest.find(k_article_mark, mark) != std::string_view::npos) {
        cited.law = trim(rest.substr(0, mark));
        cited.article = rest.substr(mark); // also 第一百三十三条之一
        const auto inner = rest.substr(mark + k_number_mark.size());
        const auto number = trim(inner.substr(0, inner.find(k_article_mark)));
        if (is_number(number) && inner.ends_with(k_article_mark)) cited.article = number;
    } else {
        const auto digits = rest.find_last_not_of("0123456789");
        if (digits == std::string_view::npos || digits + 1 == rest.size()) return std::nullopt;
        cited.law = trim(rest.substr(0, digits + 1));
        cited.article = rest.substr(digits + 1);
    }
    if (cited.law.empty() || cited.article.empty()) return std::nullopt;
    return cited;
}

} // namespace pufa::author
