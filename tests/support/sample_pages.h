#pragma once
// Pages with models in hand: as they are on a usual day, and at their longest, emptiest, oddest.

#include "kiosk/ui/ui.h"
#include "tests/support/sample_cards.h"
#include "tests/support/watch_pages.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pufa::support {

// ---- home and shelf ----

inline HomeModel sample_home(int videos = 6) {
    HomeModel model;
    model.header = sample_header();
    model.dock = sample_dock(true);
    model.campaign = CampaignBanner{
        {"jiangmen/demo/constitution-day"}, "12·4 国家宪法日", "宪法宣传周 12月1日—7日", 11, 8, 20};
    model.daily = DailyQuestion{
        {"jiangmen/demo/q-1"}, "人民调解委员会调解民间纠纷，收费吗？", {"收费", "不收费"}};
    model.has_videos = videos > 0;
    model.has_quizzes = true;
    model.shelf_title = "法治大讲堂与新上架";
    for (int i = 0; i < videos; ++i)
        model.shelf.push_back(sample_video(i));
    return model;
}

/// Everything a pack can hold, one page of it not in the visitor's language.
inline HomeModel full_home() {
    HomeModel model = sample_home();
    model.has_articles = true;
    model.header.fallback = true;
    return model;
}

inline HomeModel quiet_home() {
    HomeModel model = sample_home(2);
    model.campaign.reset();
    model.daily.reset();
    model.header.demo = false;
    return model;
}

/// Long words everywhere, and answers that do not fit side by side.
inline HomeModel long_home() {
    HomeModel model = sample_home();
    model.header.place = prose(40);
    model.campaign->title = prose(24);
    model.campaign->note = prose(30);
    model.campaign->days_left = 0;
    model.daily->stem = prose(80);
    model.daily->options = {prose(18), prose(20)};
    model.shelf_title = prose(30);
    for (auto& video : model.shelf) {
        video.title = prose(50);
        video.note = prose(40);
    }
    return model;
}

/// A pack without video.
inline HomeModel home_without_videos() {
    HomeModel model = sample_home(0);
    model.campaign.reset();
    return model;
}

inline ShelfModel sample_shelf(int videos = 6, int quizzes = 2) {
    ShelfModel model;
    model.header = sample_header();
    model.dock = sample_dock();
    model.title = "12·4 国家宪法日";
    for (int i = 0; i < videos; ++i)
        model.videos.push_back(sample_video(i));
    for (int i = 0; i < quizzes; ++i)
        model.quizzes.push_back(sample_quiz_card(i));
    return model;
}

/// Guides and cases, as the articles' door shows them.
inline ShelfModel article_shelf(int articles = 5) {
    ShelfModel model = sample_shelf(0, 0);
    model.title = "读一读";
    for (int i = 0; i < articles; ++i)
        model.articles.push_back({{"jiangmen/demo/article-" + std::to_string(i)},
                                  i % 2 == 0 ? "楼上漏水，先做这三件事" : "申请法律援助要带什么",
                                  "以案释法 · 蓬江区司法局"});
    return model;
}

/// Behind a campaign: a little of everything.
inline ShelfModel mixed_shelf() {
    ShelfModel model = sample_shelf(4, 1);
    model.articles = article_shelf(2).articles;
    return model;
}

// ---- quiz ----

inline model::Citation sample_citation() {
    return {"中华人民共和国民法典",
            "第一千一百四十二条",
            "遗嘱人可以撤回、变更自己所立的遗嘱。\n"
            "立遗嘱后，遗嘱人实施与遗嘱内容相反的民事法律行为的，视为对遗嘱相关内容的撤回。\n"
            "立有数份遗嘱，内容相抵触的，以最后的遗嘱为准。",
            {2021, 1, 1},
            {2026, 11, 1}};
}

inline QuizModel sample_quiz() {
    QuizModel model;
    model.header = sample_header();
    model.dock = sample_dock();
    model.kicker = "单选题 · 民法典 · 继承";
    model.stem = "老人立了两份内容抵触的遗嘱，应当以哪一份为准？";
    model.options = {{"经过公证的那一份", "公证遗嘱不再有优先效力。", QuizOption::Mark::none},
                     {"最后所立的那一份", "", QuizOption::Mark::none},
                     {"字数更多的那一份", "", QuizOption::Mark::none},
                     {"由子女共同商定", "", QuizOption::Mark::none}};
    model.number = 4;
    model.count = 10;
    using Step = QuizModel::Step;
    model.steps = {Step::right,   Step::right,   Step::wrong,   Step::current, Step::waiting,
                   Step::waiting, Step::waiting, Step::waiting, Step::waiting, Step::waiting};
    model.right_letters = "B";
    model.explanation = "立有数份遗嘱，内容相抵触的，以最后的遗嘱为准。";
    model.citation = sample_citation();
    return model;
}

inline QuizModel answered_quiz(bool right = false) {
    QuizModel model = sample_quiz();
    model.answered = true;
    model.answered_right = right;
    model.options[1].mark = QuizOption::Mark::right;
    if (!right) {
        model.options[0].mark = QuizOption::Mark::wrong_chosen;
        model.options[1].mark = QuizOption::Mark::missed;
        model.steps[3] = QuizModel::Step::wrong;
    } else {
        model.steps[3] = QuizModel::Step::right;
    }
    return model;
}

inline QuizModel multiple_quiz() {
    QuizModel model = sample_quiz();
    model.kind = model::QuestionKind::multiple;
    model.kicker = "多选题 · 人民调解";
    model.stem = "关于人民调解，下面哪些说法是对的？";
    model.options = {{"不收任何费用", "", QuizOption::Mark::chosen},
                     {"当事人可以拒绝", "", QuizOption::Mark::none},
                     {"调解员应当保守秘密", "", QuizOption::Mark::chosen},
                     {"调解不成就不能再起诉", "", QuizOption::Mark::none},
                     {"达成协议后可以申请司法确认", "", QuizOption::Mark::none}};
    model.can_submit = true;
    return model;
}

/// The longest that an author may write: six options of 60 characters, 200 to explain.
inline QuizModel long_quiz(bool answered, int stem = 100) {
    QuizModel model = answered ? answered_quiz() : sample_quiz();
    model.stem = prose(stem);
    model.explanation = prose(200);
    model.options.resize(6);
    for (auto& option : model.options)
        option.text = prose(60);
    model.citation->law = "全国人民代表大会常务委员会关于加强社会治安综合治理的决定（节录）";
    return model;
}

/// Each chosen or right option is told something; parts of it are strong.
inline QuizModel told_quiz() {
    QuizModel model = multiple_quiz();
    using Mark = QuizOption::Mark;
    model.answered = true;
    model.can_submit = false;
    model.options[0] = {"不收任何费用", "对，人民调解**不收任何费用**。", Mark::right};
    model.options[1] = {"当事人可以拒绝", "当事人可以接受，也可以**拒绝**，没有人可以强迫。",
                        Mark::missed};
    model.options[2].mark = Mark::right;
    model.options[4].mark = Mark::missed;
    model.options[3] = {"调解不成就不能再起诉",
                        "不对。调解不成，或者不愿意调解，都可以**向人民法院起诉**。",
                        Mark::wrong_chosen};
    model.right_letters = "A、B、C、E";
    model.explanation =
        "人民调解是**群众自己解决纠纷**的办法：自愿、平等，不收费。**调解协议**双方要按"
        "约定履行，也可以一起申请司法确认。";
    return model;
}

inline QuizModel true_false_quiz(bool answered = false) {
    QuizModel model = sample_quiz();
    using Mark = QuizOption::Mark;
    model.kind = model::QuestionKind::true_false;
    model.kicker = "判断题 · 人民调解";
    model.stem = "人民调解委员会调解民间纠纷，不收取任何费用。";
    model.options = {{"对", "", Mark::none}, {"错", "", Mark::none}};
    model.right_letters = "A";
    if (!answered) return model;
    model.answered = true;
    model.options[0].mark = Mark::missed;
    model.options[1] = {"错", "人民调解法第四条写明：**不收取任何费用**。", Mark::wrong_chosen};
    model.steps[3] = QuizModel::Step::wrong;
    return model;
}

inline QuizModel picture_quiz(bool answered = false) {
    QuizModel model = answered ? answered_quiz() : sample_quiz();
    model.kicker = "看图题 · 道路交通安全法";
    model.stem = "看到这个标志，电动自行车应当怎样走？";
    model.picture.key = "jiangmen/demo:picture-1";
    model.picture_words = "圆形蓝底的标志，上面画着一辆自行车";
    return model;
}

inline QuizModel article_quiz(int characters = 0) {
    QuizModel model = answered_quiz();
    model.article_open = true;
    if (characters > 0) model.citation->words = prose(characters);
    return model;
}

// ---- result and fault ----

inline ResultModel sample_result(int right = 8) {
    ResultModel model;
    model.header = sample_header();
    model.dock = sample_dock();
    model.quiz_title = "民法典常识十题";
    model.right = right;
    model.count = 10;
    for (int i = 0; i < 10; ++i)
        model.steps.push_back(i < right ? QuizModel::Step::right : QuizModel::Step::wrong);
    model.recorded = true;
    model.learn_next = sample_video(0);
    return model;
}

inline ResultModel lone_result() {
    ResultModel model = sample_result(0);
    model.recorded = false;
    model.learn_next.reset();
    return model;
}

inline FaultModel sample_fault() {
    return {sample_header(), "这台机器上还没有普法内容",
            "请插入带有内容包的U盘，或用 pufa-admin install 安装内容包。"};
}

inline FaultModel long_fault() {
    return {sample_header(), prose(60), prose(300)};
}

// ---- all of them, by name ----

struct NamedPage {
    std::string name;
    Page page;
    Overlay overlay;
    std::string sheet{};           ///< of the page's own that is open, by its id
    std::optional<float> finger{}; ///< where one is on the seek bar, 0 to 1

    /// What a visitor's touches have left there.
    void touch(ui::UiMemory& memory) const { memory.open_sheet = sheet; }
    [[nodiscard]] ui::Ui::Input input() const {
        ui::Ui::Input input;
        if (finger) input.slide = ui::Slide{"watch.seek", *finger, false};
        return input;
    }
};

inline std::vector<NamedPage> sample_pages() {
    using State = WatchModel::State;
    WatchModel alone = sample_watch(State::failed);
    alone.next.reset();
    HeaderModel plain = sample_header();
    plain.demo = false;
    return {{"home", sample_home(), {}},
            {"home-full", full_home(), {}},
            {"home-quiet", quiet_home(), {}},
            {"home-long", long_home(), {}},
            {"home-without-videos", home_without_videos(), {}},
            {"shelf", sample_shelf(), {}},
            {"shelf-videos", sample_shelf(9, 0), {}},
            {"shelf-quizzes", sample_shelf(0, 3), {}},
            {"shelf-one", sample_shelf(1, 0), {}},
            {"shelf-few", sample_shelf(2, 0), {}},
            {"shelf-articles", article_shelf(), {}},
            {"shelf-mixed", mixed_shelf(), {}},
            {"shelf-empty", sample_shelf(0, 0), {}},
            {"watch-playing", sample_watch(), {}},
            {"watch-paused", sample_watch(State::paused), {}},
            {"watch-hidden", hidden_watch(), {}},
            {"watch-spoken", spoken_watch(), {}},
            {"watch-full", full_watch(), {}},
            {"watch-pace", full_watch(), {}, "watch.pace"},
            {"watch-sounds", full_watch(), {}, "watch.sounds"},
            {"watch-chapters", sample_watch(), {}, "watch.chapters"},
            {"watch-sliding", sample_watch(), {}, {}, 0.62f},
            {"watch-upright", upright_watch(), {}},
            {"watch-upright-silent", silent_upright_watch(), {}},
            {"watch-episode", episode_watch(), {}},
            {"watch-chapters-long", chaptered_watch(), {}},
            {"watch-opening", sample_watch(State::opening), {}},
            {"watch-ended", sample_watch(State::ended), {}},
            {"watch-failed", sample_watch(State::failed), {}},
            {"watch-failed-alone", alone, {}},
            {"quiz", sample_quiz(), {}},
            {"quiz-right", answered_quiz(true), {}},
            {"quiz-wrong", answered_quiz(false), {}},
            {"quiz-multiple", multiple_quiz(), {}},
            {"quiz-long", long_quiz(false), {}},
            {"quiz-long-answered", long_quiz(true), {}},
            {"quiz-longest", long_quiz(true, 300), {}},
            {"quiz-told", told_quiz(), {}},
            {"quiz-true-false", true_false_quiz(), {}},
            {"quiz-true-false-wrong", true_false_quiz(true), {}},
            {"quiz-picture", picture_quiz(), {}},
            {"quiz-picture-wrong", picture_quiz(true), {}},
            {"quiz-article", article_quiz(), {}},
            {"quiz-article-long", article_quiz(1200), {}},
            {"result", sample_result(), {}},
            {"result-all", sample_result(10), {}},
            {"result-alone", lone_result(), {}},
            {"fault", sample_fault(), {}},
            {"fault-long", long_fault(), {}},
            {"help", sample_home(), HelpModel{}},
            {"help-phone", sample_home(), HelpModel{HelpPart::phone}},
            {"help-desk", sample_home(), HelpModel{HelpPart::desk}},
            {"help-over-article", article_quiz(), HelpModel{}},
            {"idle", sample_quiz(), IdleModel{17}}};
}

} // namespace pufa::support
