#pragma once
// Every kind of page and of overlay: the sample pages, and those that nobody visits but sees.

#include "tests/support/place_pages.h"
#include "tests/support/sample_pages.h"

namespace pufa::support {

inline AttractModel sample_attract() {
    AttractModel model;
    model.place = "江门市公共法律服务中心";
    model.title = "邻居漏水，谁来负责";
    model.ai_generated = true;
    model.demo = true;
    model.plays = true;
    return model;
}

/// Nothing is installed that could run.
inline AttractModel drawn_attract() {
    AttractModel model;
    model.place = "江门市公共法律服务中心";
    return model;
}

inline AttractModel long_attract() {
    AttractModel model = sample_attract();
    model.place = prose(40);
    model.title = prose(60);
    return model;
}

inline ArticleModel sample_article() {
    ArticleModel model;
    model.header = sample_header();
    model.dock = sample_dock();
    model.title = "楼上漏水，先做这三件事";
    model.note = "以案释法 · 蓬江区司法局";
    model.markdown = "楼上漏水损坏了楼下的天花板，**先商量，再调解**，都不收费。\n"
                     "\n"
                     "## 一、留下证据\n"
                     "\n"
                     "- 拍下漏水的地方，照片里要看得出日期\n"
                     "- 请物业来看，请他们写一份记录\n"
                     "- 留好修理的发票\n"
                     "\n"
                     "## 二、坐下来商量\n"
                     "\n"
                     "1. 先请邻居上门看一看\n"
                     "2. 商量不成，请*人民调解委员会*调解\n"
                     "3. 还是不成，可以向法院起诉\n"
                     "\n"
                     "> 不动产的相邻权利人应当按照有利生产、方便生活、团结互助、公平合理的原则，"
                     "正确处理相邻关系。\n"
                     "\n"
                     "| 找谁 | 电话 |\n"
                     "|---|---|\n"
                     "| 公共法律服务热线 | 12348 |\n"
                     "| 政务服务便民热线 | 12345 |\n";
    model.citation = sample_citation();
    model.related = {sample_video(0), sample_video(1)};
    return model;
}

/// Headings, paragraphs and table cells as long as an author may make them.
inline ArticleModel long_article() {
    ArticleModel model = sample_article();
    model.title = prose(60);
    model.note = prose(40);
    model.markdown = "# " + prose(60) + "\n\n" + prose(900) + "\n\n## " + prose(40) + "\n\n- " +
                     prose(120) + "\n- " + prose(30) + "\n\n> " + prose(300) +
                     "\n\n| 事项 | 说明 |\n|---|---|\n| " + prose(20) + " | " + prose(80) +
                     " |\n\n" + prose(900) + "\n";
    return model;
}

inline ArticleModel short_article() {
    ArticleModel model = sample_article();
    model.header.demo = false;
    model.header.fallback = true;
    model.note.clear();
    model.markdown = "调解不收任何费用。\n";
    model.citation.reset();
    model.related.clear();
    return model;
}

/// As a sheet of another program gives them: no explanation, no article of law.
inline QuizModel bare_answer() {
    QuizModel model = answered_quiz(false);
    model.explanation.clear();
    model.citation.reset();
    return model;
}

inline WatchModel captioned_watch() {
    WatchModel model = sample_watch();
    model.controls_shown = false;
    model.has_captions = true;
    model.caption = "楼上漏水损坏了楼下的天花板，\n先商量，再调解。";
    return model;
}

/// A caption at its longest, over the controls.
inline WatchModel long_watch() {
    WatchModel model = sample_watch();
    model.title = prose(50);
    model.note = prose(40);
    for (auto& chapter : model.chapters)
        chapter.title = model::in_hans(prose(30));
    model.has_captions = true;
    model.caption = prose(34) + "\n" + prose(34);
    return model;
}

inline std::vector<NamedPage> all_pages() {
    std::vector<NamedPage> pages{{"attract", sample_attract(), {}},
                                 {"attract-drawn", drawn_attract(), {}},
                                 {"attract-long", long_attract(), {}},
                                 {"article", sample_article(), {}},
                                 {"article-long", long_article(), {}},
                                 {"article-short", short_article(), {}},
                                 {"quiz-bare", bare_answer(), {}},
                                 {"watch-captions", captioned_watch(), {}},
                                 {"watch-long", long_watch(), {}},
                                 {"language", sample_home(), LanguageModel{}},
                                 {"language-over-film", sample_watch(), LanguageModel{}},
                                 {"help-over-film", sample_watch(), HelpModel{}},
                                 {"gone", sample_home(), GoneModel{}},
                                 {"gone-here", sample_home(), GoneModel{GoneModel::Left::page}}};
    auto places = place_pages();
    pages.insert(pages.end(), std::make_move_iterator(places.begin()),
                 std::make_move_iterator(places.end()));
    auto others = sample_pages();
    pages.insert(pages.begin(), std::make_move_iterator(others.begin()),
                 std::make_move_iterator(others.end()));
    return pages;
}

} // namespace pufa::support
