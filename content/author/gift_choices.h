#pragma once
// What stands between the braces of a GIFT question. Private to this folder.

#include "content/author/finding.h"
#include "content/author/gift_blocks.h"
#include "content/author/gift_text.h"
#include "content/author/question_draft.h"

#include <string>
#include <string_view>

namespace pufa::author {

/// The words of one block, and where they stand.
class GiftTexts {
  public:
    GiftTexts(const GiftBlock& block, const std::string& file, Findings& findings)
        : m_block(block)
        , m_file(file)
        , m_findings(findings) {}

    GiftFormat format = GiftFormat::moodle; ///< of the stem; what has no marker is as the stem is

    /// `part` is a part of the block's text.
    [[nodiscard]] Spot spot(std::string_view part);
    /// What is to be read of `raw`. MEDIA_LEFT_OUT.
    [[nodiscard]] model::LocalizedText words(std::string_view raw, Spot at);
    void found(Fault fault, Spot at, std::string subject);

  private:
    const GiftBlock& m_block;
    const std::string& m_file;
    Findings& m_findings;
    size_t m_counted = 0; ///< line ends are counted up to here
    int m_lines = 0;      ///< so many
};

/// "=right#why ~wrong ~%50%half". Words before the first mark are a wrong option. Any "=" makes it
/// a single choice; that two of them are right is left to whoever judges it. GIFT_STRAY_TEXT,
/// GIFT_PARTIAL_CREDIT.
void read_choices(std::string_view answers, GiftTexts& texts, QuestionDraft& question);

/// "T", "FALSE#said to whoever is wrong#said to whoever is right"; false if it is neither. In small
/// letters it is a short answer, as in Moodle.
[[nodiscard]] bool read_true_false(std::string_view answers, GiftTexts& texts,
                                   QuestionDraft& question);

} // namespace pufa::author
