#pragma once
// laws.csv: the articles a pack may cite. Questions name law and article; the words come from here,
// so that they are quoted and never retold.
//
// Columns: law (short name), full_name, article (number), article_zh (第…条), in_force
// (2021-01-01, of this version), text ("\n" parts paragraphs).

#include "content/author/finding.h"
#include "content/model/items.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

class Laws {
  public:
    /// `checked`: when a person last compared the articles with the statutes.
    [[nodiscard]] static Laws read(std::string_view text, const std::string& file,
                                   base::Date checked, Findings& findings);

    /// By short or full name, with or without 《》, and 第…条 or its number.
    [[nodiscard]] const model::Citation* find(std::string_view law, std::string_view article) const;
    [[nodiscard]] size_t size() const { return m_articles.size(); }

  private:
    friend class LawsReader;
    std::vector<model::Citation> m_articles;
    std::map<std::pair<std::string, std::string>, size_t> m_index;
};

struct CitedArticle {
    std::string law;
    std::string article; ///< 第一千一百四十二条 or 1142
};
/// "《民法典》第一千一百四十二条", "民法典 1142", "民法典第1142条"; nullopt for anything else.
[[nodiscard]] std::optional<CitedArticle> parse_citation(std::string_view text);

} // namespace pufa::author
