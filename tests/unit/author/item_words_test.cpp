#include "content/author/item_words.h"

#include "tests/support/author_folder.h"

using namespace pufa;

TEST_CASE("an item is called by its title, a question by its beginning, a calendar by its id") {
    model::Quiz quiz;
    quiz.title = model::in_hans("十题");
    CHECK(author::title_of(quiz) == "十题");
    model::Question question;
    question.stem = model::in_hans("一二三四五六七八九十一二三四五六七八九十一二三四五六");
    CHECK(author::title_of(question) == "一二三四五六七八九十一二三四五六七八九十一二三四…");
    model::HolidayCalendar calendar;
    calendar.id = {"a/b/holidays"};
    calendar.days.push_back({{}, {}, model::in_hans("元旦"), true});
    CHECK(author::title_of(calendar) == "a/b/holidays");
    CHECK(author::title_of(model::Video{}) == "");
}

TEST_CASE("every word of a small folder is found in its items") {
    const support::AuthorFolder bench;
    std::string all;
    size_t citations = 0;
    for (const auto& item : bench.read().manifest.items) {
        const auto words = author::words_of(item);
        for (const auto* text : words.texts)
            all += text->in(model::Language::zh_hans) + "\n" + text->in(model::Language::en) + "\n";
        for (const auto* text : words.plain)
            all += *text + "\n";
        citations += words.citations.size();
    }
    CHECK(citations == 2);
    for (const auto* word :
         {"漏水", "A leak", "先商量", "相邻关系", "两份遗嘱以哪份为准？", "最后的",
          "以最后的为准。", "继承", "中华人民共和国民法典", "第一千一百四十二条", "立有数份遗嘱",
          "小测", "国家宪法日", "测试司法局"})
        CHECK(all.find(word) != std::string::npos);
}
