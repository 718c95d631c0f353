#pragma once
// The sample pages in the other languages: what a pack with translations shows. Words that no
// translation is written for (prose of some length) become prose of the same length on paper.

#include "tests/support/all_pages.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>

namespace pufa::support {

struct Translated {
    std::string_view hans, hant, en;
};
inline constexpr std::array k_translations{
    Translated{"江门市公共法律服务中心", "江門市公共法律服務中心",
               "Jiangmen Public Legal Services Centre"},
    Translated{"第 12 讲　邻里漏水，谁来负责", "第 12 講　鄰里漏水，誰來負責",
               "Lecture 12: A leaking ceiling, and who has to answer for it"},
    Translated{"法治大讲堂 · 陈律师", "法治大講堂 · 陳律師",
               "Law Lectures · Chen, attorney-at-law"},
    Translated{"民法典里的婚姻家庭", "民法典裏的婚姻家庭", "Marriage and family in the Civil Code"},
    Translated{"法治大讲堂 · 林律师", "法治大講堂 · 林律師", "Law Lectures · Lin, attorney-at-law"},
    Translated{"一分钟读懂出租屋安全新规", "一分鐘讀懂出租屋安全新規",
               "New safety rules for rented flats in one minute"},
    Translated{"AI 数字人短视频", "AI 數字人短影片", "Short film with an AI presenter"},
    Translated{"华侨回乡办公证，怎么走", "華僑回鄉辦公證，怎麼走",
               "Notarisation for overseas Chinese coming home"},
    Translated{"禾美五邑", "禾美五邑", "Wuyi Stories"},
    Translated{"防诈骗：接到这种电话先挂断", "防詐騙：接到這種電話先掛斷",
               "Fraud: hang up on telephone calls like these"},
    Translated{"以案释法", "以案釋法", "Cases Explained"},
    Translated{"欠薪了怎么办", "欠薪了怎麼辦", "When wages are not paid"},
    Translated{"法治大讲堂 · 黄律师", "法治大講堂 · 黃律師",
               "Law Lectures · Huang, attorney-at-law"},
    Translated{"法治大讲堂 · 市司法局 · 陈律师主讲", "法治大講堂 · 市司法局 · 陳律師主講",
               "Law Lectures · Municipal Bureau of Justice · Chen, attorney-at-law"},
    Translated{"民法典常识十题", "民法典常識十題", "Ten questions on the Civil Code"},
    Translated{"12·4 国家宪法日", "12·4 國家憲法日", "4 December: Constitution Day"},
    Translated{"宪法宣传周 12月1日—7日", "憲法宣傳週 12月1日—7日",
               "Constitution Week, 1–7 December"},
    Translated{"人民调解委员会调解民间纠纷，收费吗？", "人民調解委員會調解民間糾紛，收費嗎？",
               "Does a people’s mediation committee charge for settling a dispute?"},
    Translated{"收费", "收費", "Yes, it does"},
    Translated{"不收费", "不收費", "No, it is free"},
    Translated{"法治大讲堂与新上架", "法治大講堂與新上架", "Law Lectures and what is new"},
    Translated{"漏水从哪里来", "漏水從哪裏來", "Where the water comes from"},
    Translated{"怎样保留证据", "怎樣保留證據", "Keeping the evidence"},
    Translated{"找谁来调解", "找誰來調解", "Whom to ask for mediation"},
    Translated{"单选题 · 民法典 · 继承", "單選題 · 民法典 · 繼承",
               "One answer · Civil Code · Inheritance"},
    Translated{"老人立了两份内容抵触的遗嘱，应当以哪一份为准？",
               "老人立了兩份內容牴觸的遺囑，應當以哪一份為準？",
               "An old man left two wills that contradict each other. Which of them counts?"},
    Translated{"经过公证的那一份", "經過公證的那一份", "The one that a notary certified"},
    Translated{"公证遗嘱不再有优先效力。", "公證遺囑不再有優先效力。",
               "A notarised will no longer takes precedence."},
    Translated{"最后所立的那一份", "最後所立的那一份", "The one that was made last"},
    Translated{"字数更多的那一份", "字數更多的那一份", "The longer one of the two"},
    Translated{"由子女共同商定", "由子女共同商定", "The children agree on one of them"},
    Translated{"立有数份遗嘱，内容相抵触的，以最后的遗嘱为准。",
               "立有數份遺囑，內容相牴觸的，以最後的遺囑為準。",
               "Where several wills contradict each other, the last one prevails."},
    Translated{"多选题 · 人民调解", "多選題 · 人民調解", "Several answers · Mediation"},
    Translated{"关于人民调解，下面哪些说法是对的？", "關於人民調解，下面哪些說法是對的？",
               "Which of these are true of people’s mediation?"},
    Translated{"不收任何费用", "不收任何費用", "It costs nothing at all"},
    Translated{"当事人可以拒绝", "當事人可以拒絕", "Either party may refuse it"},
    Translated{"调解员应当保守秘密", "調解員應當保守秘密", "Mediators keep what they hear secret"},
    Translated{"调解不成就不能再起诉", "調解不成就不能再起訴",
               "If it fails, nobody can sue any more"},
    Translated{"达成协议后可以申请司法确认", "達成協議後可以申請司法確認",
               "A court can be asked to confirm the agreement"},
    Translated{"邻居漏水，谁来负责", "鄰居漏水，誰來負責",
               "A leaking ceiling: who answers for it?"},
    Translated{"楼上漏水，先做这三件事", "樓上漏水，先做這三件事",
               "Water through the ceiling: three things to do first"},
    Translated{"以案释法 · 蓬江区司法局", "以案釋法 · 蓬江區司法局",
               "Cases Explained · Pengjiang Bureau of Justice"},
    Translated{"楼上漏水损坏了楼下的天花板，\n先商量，再调解。",
               "樓上漏水損壞了樓下的天花板，\n先商量，再調解。",
               "Water has spoilt the ceiling of the flat below:\ntalk first, then ask a mediator."},
};

inline bool has_han(std::string_view words) {
    return std::any_of(words.begin(), words.end(),
                       [](char one) { return static_cast<unsigned char>(one) >= 0xE4; });
}

/// English of the same width: two letters to a Han character.
inline std::string english_prose(size_t letters) {
    constexpr std::string_view k_words =
        "Neighbours talk it over first; where that fails, the people’s mediation committee helps "
        "them to settle compensation, responsibilities and misunderstandings without any charge. ";
    std::string text;
    while (text.size() < letters)
        text += k_words;
    const size_t end = text.find(' ', letters);
    return text.substr(0, end);
}

/// Line by line, so that Markdown keeps its marks.
inline std::string translated_lines(const std::string& words) {
    std::string out;
    size_t from = 0;
    while (from <= words.size()) {
        const size_t end = std::min(words.find('\n', from), words.size());
        const std::string line = words.substr(from, end - from);
        const auto first = std::find_if(line.begin(), line.end(), [](char one) {
            return static_cast<unsigned char>(one) >= 0x80;
        });
        const bool table = !line.empty() && line.front() == '|';
        if (first == line.end() || table)
            out += line;
        else
            out += std::string(line.begin(), first) +
                   english_prose(static_cast<size_t>(line.end() - first) * 2 / 3);
        if (end < words.size()) out += '\n';
        from = end + 1;
    }
    return out;
}

inline void translate(std::string& words, model::Language language) {
    if (language == model::Language::zh_hans || !has_han(words)) return;
    for (const auto& [hans, hant, en] : k_translations) {
        if (words != hans) continue;
        words = language == model::Language::en ? en : hant;
        return;
    }
    if (language == model::Language::en) words = translated_lines(words);
}

// ---- every string of a page ----

inline void translate(HeaderModel& header, model::Language language) {
    translate(header.place, language);
}
inline void translate(VideoCard& video, model::Language language) {
    translate(video.title, language);
    translate(video.note, language);
}
template <class Card>
void translate_all(std::vector<Card>& cards, model::Language language) {
    for (auto& card : cards) {
        translate(card.title, language);
        if constexpr (requires { card.note; }) translate(card.note, language);
    }
}

inline void translate(FaultModel& model, model::Language language) {
    translate(model.header, language);
    translate(model.sentence, language);
    translate(model.for_staff, language);
}
inline void translate(AttractModel& model, model::Language language) {
    translate(model.place, language);
    translate(model.title, language);
}
inline void translate(HomeModel& model, model::Language language) {
    translate(model.header, language);
    if (model.campaign) {
        translate(model.campaign->title, language);
        translate(model.campaign->note, language);
    }
    if (model.daily) {
        translate(model.daily->stem, language);
        for (auto& option : model.daily->options)
            translate(option, language);
    }
    translate(model.shelf_title, language);
    translate_all(model.shelf, language);
}
inline void translate(ShelfModel& model, model::Language language) {
    translate(model.header, language);
    translate(model.title, language);
    translate_all(model.videos, language);
    translate_all(model.quizzes, language);
    translate_all(model.articles, language);
}
inline void translate(WatchModel& model, model::Language language) {
    translate(model.title, language);
    translate(model.note, language);
    translate(model.caption, language);
    for (auto& chapter : model.chapters) {
        std::string title = chapter.title.in(model::Language::zh_hans);
        translate(title, language);
        chapter.title[language] = title;
    }
    if (model.next) translate(*model.next, language);
}
/// Laws are quoted in the language they were made in.
inline void translate(QuizModel& model, model::Language language) {
    translate(model.header, language);
    translate(model.kicker, language);
    translate(model.stem, language);
    for (auto& option : model.options) {
        translate(option.text, language);
        translate(option.feedback, language);
    }
    translate(model.explanation, language);
    translate(model.picture_words, language);
}
inline void translate(ResultModel& model, model::Language language) {
    translate(model.header, language);
    translate(model.quiz_title, language);
    if (model.learn_next) translate(*model.learn_next, language);
}
inline void translate(ArticleModel& model, model::Language language) {
    translate(model.header, language);
    translate(model.title, language);
    translate(model.note, language);
    translate(model.markdown, language);
    translate_all(model.related, language);
}

inline std::vector<NamedPage> all_pages(model::Language language) {
    auto pages = all_pages();
    for (auto& named : pages)
        std::visit([&](auto& model) { translate(model, language); }, named.page);
    return pages;
}

} // namespace pufa::support
