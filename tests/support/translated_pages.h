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
    Translated{"邻里纠纷", "鄰里糾紛", "Neighbours"},
    Translated{"楼上漏水、噪音、占道", "樓上漏水、噪音、佔道", "Leaks, noise, blocked ways"},
    Translated{"婚姻家庭", "婚姻家庭", "Marriage and family"},
    Translated{"离婚、抚养、分家", "離婚、撫養、分家", "Divorce, children, dividing a home"},
    Translated{"家庭暴力", "家庭暴力", "Domestic violence"},
    Translated{"打骂、威胁、不让出门", "打罵、威脅、不讓出門", "Beating, threats, being locked in"},
    Translated{"赡养老人", "贍養老人", "Care for parents"},
    Translated{"子女不管、轮流照看", "子女不管、輪流照看", "Children who do not help"},
    Translated{"继承遗嘱", "繼承遺囑", "Wills and inheritance"},
    Translated{"立遗嘱、分遗产", "立遺囑、分遺產", "Making a will, sharing an estate"},
    Translated{"拖欠工资", "拖欠工資", "Unpaid wages"},
    Translated{"欠薪、加班、辞退", "欠薪、加班、辭退", "Wages, overtime, dismissal"},
    Translated{"工伤", "工傷", "Injury at work"},
    Translated{"上班受伤、认定和赔偿", "上班受傷、認定和賠償", "Recognition and compensation"},
    Translated{"借钱不还", "借錢不還", "Loans not repaid"},
    Translated{"借条、担保、利息", "借條、擔保、利息", "Notes, guarantees, interest"},
    Translated{"消费维权", "消費維權", "Shopping"},
    Translated{"假货、退款、预付卡", "假貨、退款、預付卡", "Fakes, refunds, prepaid cards"},
    Translated{"物业小区", "物業小區", "Housing estate"},
    Translated{"物业费、停车、电梯", "物業費、停車、電梯", "Fees, parking, lifts"},
    Translated{"土地房屋", "土地房屋", "Land and houses"},
    Translated{"宅基地、承包地、边界", "宅基地、承包地、邊界", "Plots, farmland, boundaries"},
    Translated{"海外房产", "海外房產", "Property from abroad"},
    Translated{"华侨房产、委托、公证", "華僑房產、委託、公證",
               "Overseas owners, mandates, notaries"},
    Translated{"白沙街道人民调解委员会（示例）", "白沙街道人民調解委員會（示例）",
               "Baisha People’s Mediation Committee (sample)"},
    Translated{"环市街道司法所（示例）", "環市街道司法所（示例）",
               "Huanshi Justice Office (sample)"},
    Translated{"棠下镇人民调解委员会（示例）", "棠下鎮人民調解委員會（示例）",
               "Tangxia People’s Mediation Committee (sample)"},
    Translated{"蓬江区公共法律服务站（示例）", "蓬江區公共法律服務站（示例）",
               "Pengjiang Legal Services Station (sample)"},
    Translated{"司法所一楼3号窗 · 普通话、粤语", "司法所一樓3號窗 · 普通話、粵語",
               "Justice office, ground floor, window 3 · Mandarin, Cantonese"},
    Translated{"普通话、粤语 · 无障碍", "普通話、粵語 · 無障礙", "Mandarin, Cantonese · step-free"},
    Translated{"普通话、粤语", "普通話、粵語", "Mandarin, Cantonese"},
    Translated{"正在服务，至 17:30", "正在服務，至 17:30", "Open until 17:30"},
    Translated{"已下班，明天 9:00 开门", "已下班，明天 9:00 開門", "Closed, opens tomorrow 9:00"},
    Translated{"开放时间请先问 12348", "開放時間請先問 12348", "Ask 12348 for the hours"},
    Translated{"直线约 2.1 公里", "直線約 2.1 公里", "about 2.1 km"},
    Translated{"可以先找人民调解", "可以先找人民調解", "Try people’s mediation first"},
    Translated{"不收任何费用", "不收任何費用", "Free of charge"},
    Translated{"30日内可司法确认", "30日內可司法確認", "Court confirmation within 30 days"},
    Translated{"蓬江区", "蓬江區", "Pengjiang"},
    Translated{"江海区", "江海區", "Jianghai"},
    Translated{"新会区", "新會區", "Xinhui"},
    Translated{"台山市", "台山市", "Taishan"},
    Translated{"开平市", "開平市", "Kaiping"},
    Translated{"鹤山市", "鶴山市", "Heshan"},
    Translated{"恩平市", "恩平市", "Enping"},
    Translated{"人民调解委员会", "人民調解委員會", "People’s mediation committee"},
    Translated{"周一至周五", "週一至週五", "Monday to Friday"},
    Translated{"周六", "週六", "Saturday"},
    Translated{"周日和节假日", "週日和節假日", "Sundays and holidays"},
    Translated{"休息", "休息", "Closed"},
    Translated{"身份证", "身份證", "Identity card"},
    Translated{"能说明事情的材料：照片、记录、发票", "能說明事情的材料：照片、記錄、發票",
               "What shows what happened: photographs, notes, receipts"},
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
    if (!model.transcript) return;
    auto lines = *model.transcript;
    for (auto& line : lines)
        translate(line.words, language);
    model.transcript = std::make_shared<const std::vector<SpokenLine>>(std::move(lines));
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

inline void translate(FinderModel& model, model::Language language) {
    translate(model.header, language);
    translate_all(model.disputes, language);
}
inline void translate(PlaceRow& row, model::Language language) {
    for (auto* words : {&row.name, &row.note, &row.hours, &row.distance})
        translate(*words, language);
}
inline void translate(PlacesModel& model, model::Language language) {
    translate(model.header, language);
    for (auto* words : {&model.asked, &model.advice, &model.card.kind})
        translate(*words, language);
    for (auto& words : model.fact_words)
        translate(words, language);
    for (auto& district : model.districts)
        translate(district.name, language);
    auto rows = *model.rows;
    for (auto& row : rows)
        translate(row, language);
    model.rows = std::make_shared<std::vector<PlaceRow>>(std::move(rows));
    translate(model.card.row, language);
    for (auto& [label, words] : model.card.week) {
        translate(label, language);
        translate(words, language);
    }
    for (auto& thing : model.card.bring)
        translate(thing, language);
}

// The desk's pages are made in their language (desk_pages.h).
inline void translate(PinModel&, model::Language) {}
inline void translate(StaffModel&, model::Language) {}
inline void translate(TicketModel&, model::Language) {}
inline void translate(CleaningModel&, model::Language) {}
inline void translate(ColorModel&, model::Language) {}
inline void translate(WipeModel&, model::Language) {}

inline std::vector<NamedPage> all_pages(model::Language language) {
    auto pages = all_pages();
    for (auto& named : pages)
        std::visit([&](auto& model) { translate(model, language); }, named.page);
    return pages;
}

} // namespace pufa::support
