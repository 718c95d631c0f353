#include "content/author/initials.h"

#include <doctest/doctest.h>

#include <utility>

using namespace pufa;
using author::initials_of;

TEST_CASE("each Chinese character gives one letter, words of law and of the demo theirs") {
    const std::pair<const char*, const char*> words[]{
        {"立遗嘱", "lyz"},
        {"继承与遗嘱", "jcyyz"},
        {"反家庭暴力", "fjtbl"},
        {"劳动合同与争议", "ldhtyzy"},
        {"法律援助", "flyz"},
        {"国家宪法日", "gjxfr"},
        {"对行政机关的决定不服", "dxzjgdjdbf"},
        {"到哪里申请调解", "dnlsqtj"},
        {"商量不成找调解", "slbcztj"},
        {"会城街道人民调解委员会", "hcjdrmtjwyh"},
        {"长沙街道司法所", "csjdsfs"},
        {"礼乐街道司法所", "lljdsfs"},
        {"横陂镇", "hbz"},
        {"调查取证", "dcqz"},
        {"行政处罚", "xzcf"},
        {"银行卡", "yhk"},
        {"强制执行", "qzzx"},
        {"共同行为", "gtxw"},
        {"工商行政管理", "gsxzgl"},
        {"重庆", "cq"},
        {"重大", "zd"},
        {"重婚", "ch"},
        {"家长", "jz"},
        {"成长", "cz"},
        {"延长期限", "ycqx"},
        {"会计法", "kjf"},
        {"居民委员会计划", "jmwyhjh"},
        {"提供给您", "tggn"},
        {"给付", "jf"},
        {"没收", "ms"},
        {"没钱打官司", "mqdgs"},
        {"偿还借款", "chjk"},
        {"西藏", "xz"},
    };
    for (const auto& row : words) {
        CAPTURE(std::string{row.first});
        CHECK(initials_of(row.first) == row.second);
    }
}

TEST_CASE("letters and digits stay, in lower case and without accents; the rest goes") {
    CHECK(initials_of("12·4 国家宪法日") == "124gjxfr");
    CHECK(initials_of("ＡＰＰ 诈骗 Café") == "appzpcafe");
    CHECK(initials_of("《民法典》第1142条（节选）") == "mfdd1142tjx");
    CHECK(initials_of("") == "");
    CHECK(initials_of("😀！——…") == "");
    CHECK(initials_of("𠮷").size() <= 1); // beyond U+FFFF
}

TEST_CASE("every kind of item that has initials gets them, from its Chinese name") {
    model::Video video;
    video.title = model::in_hans("立遗嘱");
    video.title[model::Language::en] = "Making a will";
    model::Place place;
    place.name = model::in_hans("司法所");
    model::Dispute dispute;
    dispute.title[model::Language::en] = "Wages";
    std::vector<model::Item> items{video, place, dispute, model::Question{}};
    author::add_initials(items);
    CHECK(std::get<model::Video>(items[0]).initials == "lyz");
    CHECK(std::get<model::Place>(items[1]).initials == "sfs");
    CHECK(std::get<model::Dispute>(items[2]).initials == "wages");
}
