// The demo pack's sources: what is said to citizens must be what the law says.

#include "tests/support/author_folder.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace pufa;
using model::QuestionKind;
using support::items_of;

namespace {

namespace fs = std::filesystem;

const fs::path k_starter = fs::path{PUFA_SOURCE_DIR} / "assets/demo/starter";

/// The starter folder with words for films, as build.sh lays them.
class DemoFolder {
  public:
    DemoFolder() {
        fs::copy(k_starter, path(), fs::copy_options::recursive);
        for (const auto* stem : {"01 楼上漏水", "02 国家宪法日"}) {
            const auto file = path() / "videos" / stem;
            REQUIRE(base::write_file_atomic(file.string() + ".mp4", "film"));
            REQUIRE(base::write_file_atomic(file.string() + ".png", support::k_png_head));
            for (const auto language : model::k_languages)
                REQUIRE(base::write_file_atomic(file.string() + "." +
                                                    std::string{model::tag(language)} + ".vtt",
                                                "WEBVTT\n\n00:01.000 --> 00:02.000\nwords\n"));
        }
        REQUIRE(base::write_file_atomic(path() / "quizzes/高空抛物.png", support::k_png_head));
    }
    [[nodiscard]] fs::path path() const { return m_folder.path() / "starter"; }
    [[nodiscard]] author::Reading read() const {
        const auto reading = author::read_folder(path(), [](const auto&) {
            auto facts = support::ten_seconds();
            facts.duration = std::chrono::seconds{43};
            return facts;
        });
        REQUIRE(reading);
        return *reading;
    }

  private:
    base::TemporaryFolder m_folder;
};

struct Article {
    std::string full_name, article_zh, in_force, text;
};

/// laws.csv read without our CSV reader: it has no quotes, so that five commas part a line.
std::vector<Article> articles() {
    const auto text = *base::read_file(k_starter / "laws.csv");
    REQUIRE(text.find('"') == std::string::npos);
    std::vector<Article> all;
    std::istringstream lines{text};
    std::string line;
    std::getline(lines, line);
    REQUIRE(line == "law,full_name,article,article_zh,in_force,text");
    while (std::getline(lines, line)) {
        std::istringstream cells{line};
        std::string law, number;
        Article article;
        std::getline(cells, law, ',');
        std::getline(cells, article.full_name, ',');
        std::getline(cells, number, ',');
        std::getline(cells, article.article_zh, ',');
        std::getline(cells, article.in_force, ',');
        std::getline(cells, article.text);
        CHECK(article.full_name == "中华人民共和国" + law);
        all.push_back(std::move(article));
    }
    return all;
}

/// Paragraphs joined as laws.csv joins them.
std::string one_line(const std::string& words) {
    std::string line;
    for (const char c : words)
        line += c == '\n' ? std::string{"\\n"} : std::string(1, c);
    return line;
}

size_t length_of(const model::LocalizedText& text) {
    const auto& words = text.in(model::Language::zh_hans);
    return static_cast<size_t>(
        std::count_if(words.begin(), words.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

TEST_CASE("the demo folder is built without an error or a warning") {
    const DemoFolder demo;
    const auto reading = demo.read();
    CHECK(support::AuthorFolder::described(reading.findings).empty());
    CHECK(reading.manifest.demo);
    CHECK(reading.manifest.id.value == "demo/pufa-starter");
    const auto videos = items_of<model::Video>(reading.manifest);
    REQUIRE(videos.size() == 2);
    CHECK_FALSE(videos[0].frame_code);
    CHECK(videos[1].frame_code);
}

TEST_CASE("each question quotes its article word for word, with its dates") {
    const DemoFolder demo;
    const auto questions = items_of<model::Question>(demo.read().manifest);
    CHECK(questions.size() == 20);
    const auto all = articles();
    for (const auto& question : questions) {
        REQUIRE(question.citation);
        const auto& citation = *question.citation;
        CAPTURE(question.id.value);
        const auto found = std::find_if(all.begin(), all.end(), [&](const Article& article) {
            return article.full_name == citation.law && article.article_zh == citation.article;
        });
        REQUIRE(found != all.end());
        CHECK(one_line(citation.words) == found->text);
        CHECK(base::to_string(citation.in_force) == found->in_force);
        CHECK(citation.checked == base::Date{2025, 4, 19});
    }
}

TEST_CASE("each question has its right answers, an explanation and a word on every option") {
    const DemoFolder demo;
    std::map<QuestionKind, int> kinds;
    for (const auto& question : items_of<model::Question>(demo.read().manifest)) {
        CAPTURE(question.id.value);
        ++kinds[question.kind];
        const auto right = std::count_if(question.options.begin(), question.options.end(),
                                         [](const auto& option) { return option.right; });
        CHECK((question.kind == QuestionKind::multiple ? right >= 2 : right == 1));
        CHECK(right < static_cast<long>(question.options.size()));
        CHECK(question.options.size() == (question.kind == QuestionKind::true_false ? 2u : 4u));
        for (const auto language : model::k_languages) {
            CHECK(question.stem.has(language));
            CHECK(question.explanation.has(language));
            for (const auto& option : question.options) {
                CHECK(option.text.has(language));
                CHECK(option.feedback.has(language));
            }
        }
        CHECK_FALSE(question.topic.empty());
    }
    CHECK(kinds[QuestionKind::single] >= 6);
    CHECK(kinds[QuestionKind::multiple] >= 2);
    CHECK(kinds[QuestionKind::true_false] >= 2);
}

TEST_CASE("what is shown has a title in each of the three languages, and films have captions") {
    const DemoFolder demo;
    const auto manifest = demo.read().manifest;
    for (const auto language : model::k_languages) {
        for (const auto& video : items_of<model::Video>(manifest))
            CHECK(video.title.has(language));
        for (const auto& quiz : items_of<model::Quiz>(manifest))
            CHECK(quiz.title.has(language));
        for (const auto& campaign : items_of<model::Campaign>(manifest)) {
            CHECK(campaign.title.has(language));
            CHECK(campaign.note.has(language));
        }
        for (const auto& article : items_of<model::Article>(manifest)) {
            CHECK(article.title.has(language));
            CHECK(article.note.has(language));
            CHECK(article.markdown.has(language));
        }
    }
    for (const auto& video : items_of<model::Video>(manifest))
        CHECK(video.captions.size() == 3);
}

TEST_CASE("a question on divorce is the first of a quiz that says so") {
    const DemoFolder demo;
    const auto manifest = demo.read().manifest;
    const auto quizzes = items_of<model::Quiz>(manifest);
    CHECK(quizzes.size() == 3);
    const auto quiz = std::find_if(quizzes.begin(), quizzes.end(), [](const auto& each) {
        return each.title.in(model::Language::zh_hans) == "婚姻家庭 · 离婚";
    });
    REQUIRE(quiz != quizzes.end());
    for (const auto& question : items_of<model::Question>(manifest)) {
        if (question.id != quiz->questions.front()) continue;
        CHECK(question.stem.in(model::Language::zh_hans).find("离婚") != std::string::npos);
    }
}

TEST_CASE("one question shows a picture") {
    const DemoFolder demo;
    int pictures = 0;
    for (const auto& question : items_of<model::Question>(demo.read().manifest)) {
        if (question.picture.empty()) continue;
        ++pictures;
        for (const auto language : model::k_languages)
            CHECK(question.picture_words.has(language));
    }
    CHECK(pictures == 1);
}

TEST_CASE("the guides cite only articles that the pack holds") {
    // "（《人民调解法》第十七条）", and "（第三条）" for another one of the law named last.
    const DemoFolder demo;
    const auto all = articles();
    int cited = 0;
    for (const auto& guide : items_of<model::Article>(demo.read().manifest)) {
        const auto& words = guide.markdown.in(model::Language::zh_hans);
        std::string law;
        for (size_t at = 0; at < words.size(); ++at) {
            const auto rest = std::string_view{words}.substr(at);
            if (rest.starts_with("《"))
                law = "中华人民共和国" + std::string{rest.substr(3, rest.find("》") - 3)};
            if (!rest.starts_with("第") || rest.substr(0, 40).find("步：") < rest.find("条"))
                continue;
            const std::string article{rest.substr(0, rest.find("条") + 3)};
            CAPTURE(law + article);
            ++cited;
            CHECK(std::any_of(all.begin(), all.end(), [&](const Article& known) {
                return known.full_name == law && known.article_zh == article;
            }));
        }
    }
    CHECK(cited >= 17);
}

TEST_CASE("neither the place nor the length of an option gives the answer away") {
    const DemoFolder demo;
    std::map<size_t, int> places;
    int singles = 0, longest_is_right = 0;
    for (const auto& question : items_of<model::Question>(demo.read().manifest)) {
        if (question.kind != QuestionKind::single) continue;
        ++singles;
        size_t right = 0, longest = 0;
        for (size_t i = 0; i < question.options.size(); ++i) {
            if (question.options[i].right) right = i;
            longest = std::max(longest, length_of(question.options[i].text));
        }
        ++places[right];
        size_t others = 0;
        for (size_t i = 0; i < question.options.size(); ++i) {
            if (i != right) others = std::max(others, length_of(question.options[i].text));
        }
        longest_is_right += length_of(question.options[right].text) > others ? 1 : 0;
    }
    CHECK(places.size() == 4);
    for (const auto& [place, count] : places)
        CHECK(count <= singles / 2);
    CHECK(longest_is_right <= 1);
}

TEST_CASE("the films cite only articles that the pack holds") {
    // What the scenes show: `"…", "《民法典》第二百八十八条"`.
    const auto all = articles();
    int cited = 0;
    for (const auto* name : {"leak.py", "constitution.py"}) {
        const auto script =
            *base::read_file(fs::path{PUFA_SOURCE_DIR} / "assets/demo/media/films" / name);
        for (auto at = script.find("\"《"); at != std::string::npos;
             at = script.find("\"《", at + 1)) {
            const auto begin = at + std::string_view{"\"《"}.size();
            const auto close = script.find("》", begin);
            const auto law = "中华人民共和国" + script.substr(begin, close - begin);
            const auto number = close + std::string_view{"》"}.size();
            const auto article = script.substr(number, script.find('"', number) - number);
            const auto found = std::find_if(all.begin(), all.end(), [&](const Article& known) {
                return known.full_name == law && known.article_zh == article;
            });
            CAPTURE(law + article);
            REQUIRE(found != all.end());
            ++cited;
        }
    }
    CHECK(cited == 11);
}

TEST_CASE("the campaigns of the year are there, and what they name in other packs exists") {
    const DemoFolder demo;
    const auto manifest = demo.read().manifest;
    const auto sources = fs::path{PUFA_SOURCE_DIR} / "assets/demo";
    /// The ids that the side files of a folder give.
    const auto ids_in = [](const fs::path& folder) {
        std::set<std::string> ids;
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() != ".toml") continue;
            std::istringstream lines{*base::read_file(entry.path())};
            for (std::string line; std::getline(lines, line);)
                if (line.starts_with("id = \"")) ids.insert(line.substr(6, line.size() - 7));
        }
        return ids;
    };
    const std::map<std::string, std::set<std::string>> others{
        {"demo/films/", ids_in(sources / "films/videos")},
        {"demo/words/", ids_in(sources / "words/quizzes")}};
    std::set<std::pair<int, int>> days;
    int named_elsewhere = 0;
    for (const auto& campaign : items_of<model::Campaign>(manifest)) {
        days.emplace(campaign.day.month, campaign.day.day);
        for (const auto& id : campaign.items) {
            for (const auto& [pack, ids] : others) {
                if (!id.value.starts_with(pack)) continue;
                ++named_elsewhere;
                CAPTURE(id.value);
                CHECK(ids.contains(id.value.substr(pack.size())));
            }
        }
    }
    CHECK(days ==
          std::set<std::pair<int, int>>{{3, 8}, {4, 15}, {5, 1}, {5, 28}, {6, 26}, {12, 4}});
    CHECK(named_elsewhere >= 10);
}
