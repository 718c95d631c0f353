#include "content/captions/captions.h"

#include "content/base/utf8.h"

#include <doctest/doctest.h>

#include <random>

using namespace pufa;
using namespace pufa::captions;
using namespace std::chrono_literals;

namespace {

using Complaints = std::vector<Complaint>;

Cue cue(Micros from, Micros to, std::string text) {
    return {from, to, std::move(text)};
}

/// Bytes that look like captions in many ways, and in many are none.
std::string garbage(std::mt19937& random) {
    static const std::vector<std::string> k_pieces{"WEBVTT",
                                                   "\n",
                                                   "\n\n",
                                                   "\r\n",
                                                   "\r",
                                                   "1",
                                                   "-->",
                                                   " --> ",
                                                   "00:01.000",
                                                   "01:02:03,5",
                                                   "99:99",
                                                   "00:00:01.000 --> 00:00:02.000\n",
                                                   "<b>",
                                                   "</",
                                                   "<",
                                                   "{\\an8}",
                                                   "{\\",
                                                   "&amp;",
                                                   "&",
                                                   "NOTE",
                                                   "STYLE",
                                                   "你好",
                                                   "\xEF\xBB\xBF",
                                                   "\t",
                                                   "\xE4\xBD",
                                                   std::string(1, '\0'),
                                                   "position:5%",
                                                   "7 --> 8",
                                                   "字幕\n",
                                                   "00:00:03.000 --> 00:00:02.000\n",
                                                   "[Events]\n",
                                                   "Format: Start, End, Text\n",
                                                   "Dialogue: 0:00:01.00,0:00:02.00,",
                                                   "Dialogue: ",
                                                   "\\N",
                                                   "{\\p1}",
                                                   ",",
                                                   "}"};
    std::string text = random() % 4 == 0 ? "[Script Info]\n[Events]\n" : "";
    for (auto pieces = random() % 60; pieces > 0; --pieces)
        text += k_pieces[random() % k_pieces.size()];
    return text;
}

} // namespace

TEST_CASE("a WebVTT file is read: names, settings, notes and styles are left out") {
    const auto parsed = parse("WEBVTT - 漏水\nKind: captions\n\nSTYLE\n::cue { color: red }\n\n"
                              "NOTE by hand\nand checked\n\nopening\n00:00:00.500 --> 00:00:02.000 "
                              "line:90% position:50%\n楼上漏水了。\n\n"
                              "00:02.000 --> 00:04.250\n<v 阿姨>怎么<b>办</b>？\n第二行\n");
    CHECK(parsed.complaints.empty());
    CHECK(parsed.cues ==
          std::vector<Cue>{cue(500ms, 2s, "楼上漏水了。"), cue(2s, 4250ms, "怎么办？\n第二行")});
    CHECK(parsed.lines == std::vector<int>{11, 14});
}

TEST_CASE("WebVTT begins with its signature alone, and its first line holds no cue") {
    for (const auto* head :
         {"WEBVTT", "WEBVTT ", "\xEF\xBB\xBFWEBVTT\tx", "WEBVTT 00:01.000 --> 00:02.000"}) {
        CAPTURE(head);
        const auto parsed = parse(std::string{head} + "\n00:03.000 --> 00:04.000\na\n");
        CHECK(parsed.format == Format::webvtt);
        CHECK(parsed.complaints.empty());
        CHECK(parsed.cues == std::vector<Cue>{cue(3s, 4s, "a")});
    }
    CHECK(parse("WEBVTT").format == Format::webvtt);
    for (const auto* head : {"", "WEBVTTx", "WEBVT", "webvtt", " WEBVTT", "\nWEBVTT"})
        CHECK(parse(std::string{head} + "\n\n00:03.000 --> 00:04.000\na\n").format ==
              Format::subrip);
}

TEST_CASE("blocks of WebVTT begin and end where its rules say") {
    const auto parsed =
        parse(std::string{"WEBVTT\nRegion: id=a\n\nNOTE\tx\ny\n\nNOTE\n\nSTYLE  \n::cue {}\n\n"
                          "REGION\nid:a\n\n \n00:00:01.000 --> 00:00:02.000\na\n \n7\n"
                          "00:00:03.000 --> 00:00:04.000 region:a\nb\n\r"
                          "-- >\n00:00:05.000-->00:00:06.000\n"} +
              std::string(1, '\0') + "c");
    CHECK(parsed.complaints.empty());
    CHECK(parsed.cues ==
          std::vector<Cue>{cue(1s, 2s, "a\n7"), cue(3s, 4s, "b"), cue(5s, 6s, "\uFFFDc")});
    CHECK(parse("WEBVTT\n\nNOTEx\nwords\n\n").complaints == Complaints{{Fault::without_time, 3}});
    CHECK(parse("WEBVTT\n\n00:00:01,000 --> 00:00:02,000\na\n").complaints ==
          Complaints{{Fault::bad_time, 3}});
}

TEST_CASE("arrows part cues of WebVTT wherever they stand") {
    const auto parsed = parse("WEBVTT\n\n-->\n00:00:00.000 --> 00:00:01.000\na\nx-->\n"
                              "00:00:01.000 --> 00:00:02.000\nb\n-->-->\n--->y\n"
                              "00:00:02.000 --> 00:00:03.000\nc\n00:00:03.000 --> 00:00:04.000\nd");
    CHECK(parsed.cues ==
          std::vector<Cue>{cue(0s, 1s, "a"), cue(1s, 2s, "b"), cue(2s, 3s, "c"), cue(3s, 4s, "d")});
    CHECK(parsed.complaints == Complaints{{Fault::bad_time, 3},
                                          {Fault::bad_time, 6},
                                          {Fault::bad_time, 9},
                                          {Fault::bad_time, 10}});
}

TEST_CASE("a SubRip file is read: numbers, commas, tags of players, CRLF") {
    const auto parsed = parse("\xEF\xBB\xBF"
                              "1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<i>第一句</i>\r\n\r\n"
                              "2\r\n00:00:03,000 --> 00:00:04,000  X1:10 X2:20\r\n2008\r\n年\r\n");
    CHECK(parsed.complaints.empty());
    CHECK(parsed.cues == std::vector<Cue>{cue(1s, 2500ms, "第一句"), cue(3s, 4s, "2008\n年")});
}

TEST_CASE("cues without a blank line between them are still two") {
    const auto parsed = parse("1\n00:01 --> 00:02\n一\n2\n00:02 --> 00:03\n二\n");
    CHECK(parsed.complaints.empty());
    CHECK(parsed.cues == std::vector<Cue>{cue(1s, 2s, "一"), cue(2s, 3s, "二")});
}

TEST_CASE("line ends of old machines part lines as well") {
    CHECK(parse("00:01 --> 00:02\r一\r二\r\r00:03 --> 00:04\r三").cues ==
          std::vector<Cue>{cue(1s, 2s, "一\n二"), cue(3s, 4s, "三")});
}

TEST_CASE("cues come in the order of their beginning, with their lines") {
    const auto parsed =
        parse("00:05 --> 00:06\n后\n\n00:01 --> 00:02\n先\n\n00:05 --> 00:07\n同时\n");
    CHECK(parsed.cues ==
          std::vector<Cue>{cue(1s, 2s, "先"), cue(5s, 6s, "后"), cue(5s, 7s, "同时")});
    CHECK(parsed.lines == std::vector<int>{4, 1, 7});
}

TEST_CASE("each fault is named by its line, and the other cues are read") {
    const auto parsed = parse("1\n00:01 --> 00:0x\n一\n\n" // 2
                              "2\n00:04 --> 00:03\n二\n\n" // 6
                              "没有时间的话\n第二行\n\n"   // 9
                              "4\n00:05 --> 00:06\n四\n\n" //
                              "5\n00:07 --> 00:08\n" +     // 17
                              std::string(k_most_cue_bytes + 1, 'x') +
                              "\n\n" + "孤零零\n"); // 20
    CHECK(parsed.cues == std::vector<Cue>{cue(4s, 3s, "二"), cue(5s, 6s, "四")});
    CHECK(parsed.complaints == Complaints{{Fault::bad_time, 2},
                                          {Fault::backwards, 6},
                                          {Fault::without_time, 9},
                                          {Fault::too_long, 17},
                                          {Fault::without_time, 20}});
}

TEST_CASE("a cue without words is a cue, of which nothing is read") {
    const auto parsed =
        parse("00:01 --> 00:02\n\n00:01 --> 00:03\n<i> </i>\n\n00:01 --> 00:03\n甲");
    CHECK(parsed.cues == std::vector<Cue>{cue(1s, 2s, ""), cue(1s, 3s, ""), cue(1s, 3s, "甲")});
    CHECK(parsed.complaints.empty());
    CHECK(words_at(parsed.cues, 1s) == "甲");
}

TEST_CASE("a cue that ends before it begins is listed with a complaint and never read") {
    const auto parsed =
        parse("WEBVTT\n\n00:02.000 --> 00:01.000\n甲\n\n00:03.000 --> 00:03.000\n乙\n");
    CHECK(parsed.cues == std::vector<Cue>{cue(2s, 1s, "甲"), cue(3s, 3s, "乙")});
    CHECK(parsed.complaints == Complaints{{Fault::backwards, 3}, {Fault::backwards, 6}});
    CHECK(words_at(parsed.cues, 1500ms).empty());
    CHECK(words_at(parsed.cues, 3s).empty());
}

TEST_CASE("words of WebVTT behind an open tag are left out and complained of") {
    const auto parsed = parse("WEBVTT\n\n00:01.000 --> 00:02.000\n甲 <b\n乙\n");
    CHECK(parsed.cues == std::vector<Cue>{cue(1s, 2s, "甲")});
    CHECK(parsed.complaints == Complaints{{Fault::tag_open, 3}});
}

TEST_CASE("what is not UTF-8 is not read") {
    const auto parsed = parse("00:01 --> 00:02\n\xC4\xE3\xBA\xC3\n");
    CHECK(parsed.cues.empty());
    CHECK(parsed.complaints == Complaints{{Fault::not_text, 0}});
}

TEST_CASE("no more cues are read than any film has") {
    std::string text;
    for (size_t i = 0; i < k_most_cues + 5; ++i)
        text += "00:01 --> 00:02\nx\n\n";
    const auto parsed = parse(text);
    CHECK(parsed.cues.size() == k_most_cues);
    CHECK(parsed.complaints ==
          Complaints{{Fault::too_many, static_cast<int>(k_most_cues) * 3 + 1}});
}

TEST_CASE("what is written is WebVTT in one spelling, and reads the same") {
    const std::vector<Cue> cues{cue(0s, 1500ms, "5 < 7 & 7 > 5"),
                                cue(1h + 2min + 3s + 4ms, 25h, "<b> --> 两\n行")};
    const auto text = write_webvtt(cues);
    CHECK(text == "WEBVTT\n\n00:00:00.000 --> 00:00:01.500\n5 &lt; 7 &amp; 7 &gt; 5\n\n"
                  "01:02:03.004 --> 25:00:00.000\n&lt;b&gt; --&gt; 两\n行\n");
    const auto again = parse(text);
    CHECK(again.complaints.empty());
    CHECK(again.cues == cues);
    CHECK(parse(write_webvtt({})).complaints.empty());
}

TEST_CASE("cues of another source become as if they had been read") {
    const auto cues = tidied({{3s, 4s, "后"},
                              {1'000'400us, 2'000'600us, "  一\n\n\t二 \n"},
                              {2s, 2s, "没有长度"},
                              {4s, 5s, " \n"},
                              {5s, 6s, "\xC4\xE3"},
                              {6s, 7s, std::string(k_most_cue_bytes + 1, 'x')},
                              {-1s, 500ms, "早"}});
    CHECK(cues ==
          std::vector<Cue>{cue(0s, 500ms, "早"), cue(1s, 2'001ms, "一\n二"), cue(3s, 4s, "后")});
    CHECK(parse(write_webvtt(cues)).cues == cues);
}

TEST_CASE("at a moment all cues of that moment are read, one below the other") {
    const std::vector<Cue> cues{cue(1s, 4s, "长的"), cue(2s, 3s, "短的"), cue(4s, 5s, "后来")};
    CHECK(words_at(cues, 0s).empty());
    CHECK(words_at(cues, 1s) == "长的");
    CHECK(words_at(cues, 2s) == "长的\n短的");
    CHECK(words_at(cues, 3s) == "长的");
    CHECK(words_at(cues, 4s) == "后来");
    CHECK(words_at(cues, 5s).empty());
    CHECK(words_at({}, 1s).empty());
}

TEST_CASE("whatever the bytes are, cues are sound and survive being written") {
    std::mt19937 random{20261123};
    size_t read = 0, complained = 0;
    for (int round = 0; round < 4000; ++round) {
        const auto text = garbage(random);
        CAPTURE(text);
        const auto parsed = parse(text);
        complained += parsed.complaints.size();
        read += parsed.cues.size();
        REQUIRE(parsed.lines.size() == parsed.cues.size());
        for (const auto& held : parsed.cues) {
            REQUIRE(base::is_utf8(held.text));
            REQUIRE(held.text.find("\n\n") == std::string::npos);
        }
        const auto again = parse(write_webvtt(parsed.cues));
        REQUIRE(again.cues == parsed.cues);
        for (const auto& complaint : again.complaints)
            REQUIRE(complaint.fault == Fault::backwards);
    }
    // The garbage was not all refused, nor all accepted.
    CHECK(read > 100);
    CHECK(complained > 1000);
}
