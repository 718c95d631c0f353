#include "content/author/articles.h"

#include "content/author/audiences.h"
#include "content/author/words.h"

#include <fmt/format.h>

namespace pufa::author {

namespace {

constexpr std::string_view k_folder = "articles";
constexpr std::string_view k_extension = ".md";

class ArticlesReader {
  public:
    ArticlesReader(Draft& draft, TomlReader& pack, const Laws& laws)
        : m_draft(draft)
        , m_pack(pack)
        , m_laws(laws) {}

    std::vector<model::Article> run() {
        for (auto& table : m_pack.tables("article")) {
            const auto file = table.text("file", Need::required);
            if (file.empty()) continue;
            const auto name = fmt::format("{}/{}", k_folder, file);
            read(table, std::string{without_extension(name)}, name);
        }
        for (const auto& name : m_draft.folder.list(k_folder, {".toml"}))
            read_side_file(name);
        for (const auto& name : m_draft.folder.list(k_folder, {k_extension})) {
            if (m_draft.folder.used(name)) continue;
            m_draft.findings.push_back({Fault::ARTICLE_NOT_DESCRIBED, {name, 0, 0}, name, {}});
            m_draft.folder.use(name);
        }
        return std::move(m_articles);
    }

  private:
    void read_side_file(const std::string& name) {
        const auto text = m_draft.folder.text(name, m_draft.findings);
        if (!text) return;
        const std::string stem{without_extension(name)};
        if (const auto table = parse_toml(*text, name, m_draft.findings)) {
            TomlReader toml{*table, name, m_draft.findings};
            read(toml, stem, name);
        } else {
            use_bodies(stem); // they are described, only badly
        }
    }

    /// `named`: what says that there is such an article.
    void read(TomlReader& toml, const std::string& stem, const std::string& named) {
        model::Article article;
        const auto id = m_draft.ids.add(toml.text("id", Need::required), toml.place("id"));
        article.id = id.value_or(model::ItemId{});
        article.title = toml.localized("title", Need::required);
        article.note = toml.localized("note", Need::optional);
        article.agency =
            m_draft.agency(toml.text("agency", Need::optional), {}, toml.place("agency"));
        article.topics = toml.texts("topics");
        article.audience = read_audience(toml, m_draft.audience, m_draft.findings);
        article.valid_until = toml.until("valid_until");
        read_citation(toml, article);
        toml.finish();
        for (const auto language : model::k_languages)
            article.markdown[language] = body(stem, language);
        if (m_draft.folder.has(body_name(stem, model::Language::zh_hans)) ||
            m_draft.folder.has(stem + std::string{k_extension}))
            m_articles.push_back(std::move(article));
        else
            m_draft.findings.push_back({Fault::ARTICLE_MISSING, toml.place(), named, {}});
    }

    void read_citation(TomlReader& toml, model::Article& article) {
        const auto words = toml.text("law", Need::optional);
        if (words.empty()) return;
        const auto cited = parse_citation(words);
        const auto* found = cited ? m_laws.find(cited->law, cited->article) : nullptr;
        if (found)
            article.citation = *found;
        else
            m_draft.findings.push_back({cited ? Fault::UNKNOWN_CITATION : Fault::BAD_CITATION,
                                        toml.place("law"),
                                        words,
                                        {}});
    }

    static std::string body_name(const std::string& stem, model::Language language) {
        return fmt::format("{}.{}{}", stem, model::tag(language), k_extension);
    }

    /// The file in one language; simplified Chinese needs no tag.
    [[nodiscard]] std::string file_of(const std::string& stem, model::Language language) const {
        const auto plain = stem + std::string{k_extension};
        if (language == model::Language::zh_hans && m_draft.folder.has(plain)) return plain;
        return body_name(stem, language);
    }

    std::string body(const std::string& stem, model::Language language) {
        const auto name = file_of(stem, language);
        if (!m_draft.folder.has(name)) return {};
        const auto read = m_draft.folder.text(name, m_draft.findings);
        if (!read) return {};
        std::string text{trim(replaced(*read, "\r\n", "\n"))};
        const auto found = [&](Fault fault, std::string detail) {
            m_draft.findings.push_back({fault, {name, 0, 0}, name, std::move(detail)});
        };
        if (text.empty()) found(Fault::ARTICLE_EMPTY, {});
        if (text.size() > model::Article::k_most_markdown)
            found(Fault::ARTICLE_TOO_LONG, std::to_string(text.size()));
        return text;
    }

    void use_bodies(const std::string& stem) {
        for (const auto language : model::k_languages)
            m_draft.folder.use(file_of(stem, language));
    }

    Draft& m_draft;
    TomlReader& m_pack;
    const Laws& m_laws;
    std::vector<model::Article> m_articles;
};

} // namespace

std::vector<model::Article> read_articles(Draft& draft, TomlReader& pack, const Laws& laws) {
    return ArticlesReader{draft, pack, laws}.run();
}

} // namespace pufa::author
