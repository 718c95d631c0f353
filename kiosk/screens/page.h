#pragma once
// What the flow hands to the screens and gets back: plain models in, intents out. No imgui, SDL or
// SQLite here; a model is rebuilt when something changed, never per frame.

#include "content/base/clock.h"
#include "content/model/items.h"
#include "content/model/look.h"
#include "kiosk/screens/page_parts.h"
#include "kiosk/screens/places_page.h"
#include "kiosk/screens/staff_page.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::screens {

// ---- attract ----

/// Shown while nobody is there: silent clips of the installed videos, or drawn art if none plays.
struct AttractModel {
    std::string place;
    std::string title; ///< of the clip that runs
    bool ai_generated = false;
    bool demo = false;
    bool plays = false; ///< a clip is to be seen; otherwise drawn art
};

// ---- home ----

struct CampaignBanner {
    model::ItemId id;
    std::string title; ///< 12·4 国家宪法日
    std::string note;  ///< 宪法宣传周 12月1日—7日
    int days_left = 0; ///< 0: it is on today
    int videos = 0;
    int questions = 0;
};
struct DailyQuestion {
    model::ItemId question;
    std::string stem;
    std::vector<std::string> options; ///< 2, in the author's order
};
struct VideoCard {
    model::ItemId id;
    std::string title;
    std::string note; ///< 法治大讲堂 · 陈律师
    base::Micros duration{0};
    PictureRef poster;
    bool ai_generated = false;
    bool unavailable = false; ///< failed to play; shown dimmed with a note
};
struct QuizCard {
    model::ItemId id;
    std::string title;
    int questions = 0;
};

struct ArticleCard {
    model::ItemId id;
    std::string title;
    std::string note;
};

struct HomeModel {
    HeaderModel header;
    DockModel dock;
    std::optional<CampaignBanner> campaign;
    std::optional<DailyQuestion> daily;
    bool has_videos = false;
    bool has_quizzes = false;
    bool has_articles = false;
    bool has_places = false;
    std::string shelf_title;
    std::vector<VideoCard> shelf;
};

/// A grid of everything of one kind: behind the doors and the campaign banner.
struct ShelfModel {
    HeaderModel header;
    DockModel dock;
    std::string title;
    std::vector<VideoCard> videos;
    std::vector<QuizCard> quizzes;
    std::vector<ArticleCard> articles;
};

// ---- watch ----

/// Small pictures of a film, one every so often, row by row in one sheet: the n-th shows n * every.
struct SeekPictures {
    PictureRef sheet;
    base::Micros every{0};
    int count = 0;
    int columns = 1;
    float shape = 16.f / 9; ///< of one of them, width by height
};
/// A sound track by the name of what it speaks.
struct SoundChoice {
    int track = 0; ///< in the order of the file
    std::string name;
    bool current = false;
};
/// One caption in the running transcript.
struct SpokenLine {
    base::Micros at{0};
    std::string words; ///< one line, however it was parted
};

struct WatchModel {
    model::ItemId id;
    std::string title;
    std::string note;
    base::Micros position{0};
    base::Micros duration{0};
    std::vector<model::Chapter> chapters;
    enum class State { opening, playing, paused, ended, failed } state = State::opening;
    float shape = 16.f / 9; ///< the picture's width by its height, as it is seen
    bool ai_generated = false;
    bool controls_shown = true; ///< they go after 4 s of playing and return with any touch
    int volume = 3;
    std::optional<VideoCard> next; ///< offered when ended or failed
    bool next_is_episode = false;  ///< of the same series
    bool next_follows = false;    ///< ended: it begins by itself unless somebody touches the screen
    std::optional<QuizCard> quiz; ///< offered when ended: what was just explained
    bool has_captions = false;
    bool captions_on = true;
    std::string caption; ///< to be read now; '\n' parts its lines; empty while nothing is said
    /// All that is said, for beside an upright film; null: nothing to read.
    std::shared_ptr<const std::vector<SpokenLine>> transcript;
    std::optional<SeekPictures> pictures;
    int pace_percent = 100;
    std::vector<SoundChoice> sounds; ///< two at least, or there is no choice
};
/// How fast a film may be played, percent.
inline constexpr std::array k_paces{75, 100, 125, 150, 200};

// ---- quiz ----

struct QuizOption {
    std::string text;
    std::string feedback;
    enum class Mark { none, chosen, right, wrong_chosen, missed } mark = Mark::none;
};
struct QuizModel {
    PictureRef picture;        ///< what the question is about; may be empty
    std::string picture_words; ///< the same for whoever cannot see it
    HeaderModel header;
    DockModel dock;
    std::string kicker; ///< 单选题 · 民法典 · 继承
    std::string stem;
    model::QuestionKind kind = model::QuestionKind::single;
    std::vector<QuizOption> options; ///< in the order shown
    int number = 1;                  ///< of this question, from 1
    int count = 1;
    enum class Step { waiting, current, right, wrong };
    std::vector<Step> steps; ///< one per question of the attempt
    bool answered = false;
    bool answered_right = false;
    std::string right_letters;               ///< "B", "A、C"
    std::string explanation;                 ///< may be empty
    std::optional<model::Citation> citation; ///< what 看条文 shows; none: there is no such button
    bool article_open = false; ///< 看条文: the sheet with the article's words is shown
    bool can_submit = false;   ///< multiple choice: at least one is chosen
    bool last = false;
};

struct ResultModel {
    HeaderModel header;
    DockModel dock;
    std::string quiz_title;
    int right = 0;
    int count = 0;
    std::vector<QuizModel::Step> steps;
    bool recorded = false; ///< the participation is durable; only then is thanks said
    std::optional<VideoCard> learn_next;
};

/// A guide or a case: Markdown with headings, lists, quotations, emphasis and tables of two
/// columns.
struct ArticleModel {
    HeaderModel header;
    DockModel dock;
    std::string title;
    std::string note;
    std::string markdown;
    std::optional<model::Citation> citation;
    std::vector<VideoCard> related;
};

/// Built in: with no pack installed, a lost font set aside, a fault. Always names 12348.
struct FaultModel {
    HeaderModel header;
    std::string sentence;
    std::string for_staff; ///< what staff can do; may be empty
};

using Page = std::variant<FaultModel, AttractModel, HomeModel, ShelfModel, WatchModel, QuizModel,
                          ResultModel, ArticleModel, FinderModel, PlacesModel, PinModel,
                          TicketModel, StaffModel, CleaningModel, ColorModel, WipeModel>;

// ---- over the page ----

/// 求助: 12348 and where a person can help. Over any page.
/// Both ways to a person are on the sheet; the one that was asked for comes first.
enum class HelpPart { any, phone, desk };
struct HelpModel {
    HelpPart part = HelpPart::any;
};
/// "Are you still here?" with a countdown and one large button.
struct IdleModel {
    int seconds_left = 20;
};
/// The three languages by their own names, and how else the page may look.
struct LanguageModel {};
/// What the visitor had open may no longer be shown, and has gone from the screen.
struct GoneModel {
    enum class Left { home, page } left = Left::home; ///< what is beneath this: home, or the rest
};
using Overlay = std::variant<std::monostate, HelpModel, IdleModel, LanguageModel, GoneModel>;

/// A strip at the top of any page, for what is not the page's own.
struct Banner {
    std::string words;
    bool ends_preview = false; ///< with a button that does
    bool operator==(const Banner&) const = default;
};

// ---- what a touch means ----

struct GoBack {};
struct GoHome {};
struct OpenHelp {
    HelpPart part = HelpPart::any;
};
struct CloseOverlay {};
struct ChangeVolume {
    int volume; ///< 0 to 5
};
/// The first touch on the attract page; a language's name wakes in that language.
struct Wake {
    std::optional<model::Language> language;
};
struct OpenLanguages {};
struct ChooseLanguage {
    model::Language language;
};
struct ChooseTextSize {
    model::TextSize size;
};
struct ChooseTheme {
    model::Theme theme;
};
struct ChooseReach {
    model::Reach reach;
};
struct ShowCaptions {
    bool on;
};
struct OpenArticles {};
struct OpenArticle {
    model::ItemId id;
};
struct OpenVideos {};
struct OpenQuizzes {};
struct OpenCampaign {
    model::ItemId id;
};
struct OpenVideo {
    model::ItemId id;
};
struct OpenQuiz {
    model::ItemId id;
};
/// Opens the daily question with this option chosen.
struct AnswerDaily {
    model::ItemId question;
    int option; ///< in the author's order
};
struct TogglePlay {};
struct SeekTo {
    base::Micros target;
};
/// The finger is still on the bar: the picture of this moment is to be seen.
struct PreviewAt {
    base::Micros target;
};
struct SkipBy {
    base::Micros by;
};
struct ChoosePace {
    int percent; ///< one of k_paces
};
struct ChooseSound {
    int track;
};
struct ShowControls {};
struct ChooseOption {
    int shown; ///< index in QuizModel::options
};
struct SubmitAnswer {};
struct NextQuestion {};
struct ShowArticle {
    bool open;
};
struct RepeatQuiz {};
/// Staff have seen enough of the visitors' pages.
struct EndPreview {};
using Intent =
    std::variant<std::monostate, GoBack, GoHome, OpenHelp, CloseOverlay, ChangeVolume, Wake,
                 OpenLanguages, ChooseLanguage, ChooseTextSize, ChooseTheme, ChooseReach,
                 ShowCaptions, OpenArticles, OpenArticle, OpenVideos, OpenQuizzes, OpenCampaign,
                 OpenVideo, OpenQuiz, AnswerDaily, TogglePlay, SeekTo, PreviewAt, SkipBy,
                 ChoosePace, ChooseSound, ShowControls, ChooseOption, SubmitAnswer, NextQuestion,
                 ShowArticle, RepeatQuiz, OpenFinder, OpenPlaces, SetPlaceFilter, ChooseDistrict,
                 ChoosePlace, ShowPlacesAs, ShowPlaceSheet, EndPreview, StaffIntent>;

} // namespace pufa::screens
