// The quizzes of the demo pack "words": each asserts what its article says, and no more.

#include "content/author/words.h"
#include "tests/support/author_folder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

using namespace pufa;
using model::Language;
using model::QuestionKind;
using support::items_of;

namespace {

namespace fs = std::filesystem;

const fs::path k_demo = fs::path{PUFA_SOURCE_DIR} / "assets/demo";
const fs::path k_words = k_demo / "words";

/// What pufa-admin makes of the quizzes; other parts of the folder have their own tests.
author::Reading read_quizzes() {
    const base::TemporaryFolder temporary;
    const auto folder = temporary.path() / "words";
    REQUIRE(base::make_folders(folder));
    for (const auto* name : {"pack.toml", "laws.csv"})
        fs::copy(k_words / name, folder / name);
    fs::copy(k_words / "quizzes", folder / "quizzes");
    const auto reading =
        author::read_folder(folder, [](const auto&) { return support::ten_seconds(); });
    REQUIRE(reading);
    return *reading;
}

const author::Reading& reading() {
    static const auto once = read_quizzes();
    return once;
}

std::vector<model::Question> questions() {
    return items_of<model::Question>(reading().manifest);
}

struct LawRow {
    std::string in_force, text;
};

/// laws.csv by full name and article, read without our CSV reader: it has no quotes, so that five
/// commas part a line.
std::map<std::string, LawRow> law_rows() {
    const auto text = *base::read_file(k_words / "laws.csv");
    REQUIRE(text.find('"') == std::string::npos);
    std::istringstream lines{text};
    std::string line;
    std::getline(lines, line);
    REQUIRE(line == "law,full_name,article,article_zh,in_force,text");
    std::map<std::string, LawRow> rows;
    while (std::getline(lines, line)) {
        std::array<std::string, 5> cells;
        std::istringstream rest{line};
        for (auto& cell : cells)
            std::getline(rest, cell, ',');
        LawRow row{cells[4], {}};
        std::getline(rest, row.text);
        CAPTURE(line);
        CHECK(cells[1] == "中华人民共和国" + cells[0]);
        CHECK(rows.emplace(cells[1] + cells[3], row).second);
    }
    return rows;
}

size_t length_of(const std::string& words) {
    return author::code_points(words).size();
}

std::string utf8(std::u32string_view points) {
    std::string text; // Han characters only: three bytes each
    for (const auto point : points) {
        text += static_cast<char>(0xE0 | (point >> 12));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
    return text;
}

/// "三十日", "二倍", "八周岁": figures in words, each with the beginning of its unit.
std::vector<std::string> figures_in(const std::string& words) {
    constexpr std::u32string_view k_figures = U"零一二三四五六七八九十百千万";
    constexpr std::u32string_view k_units = U"日年月周岁倍人小时元分";
    const auto points = author::code_points(words);
    std::vector<std::string> found;
    for (size_t from = 0; from < points.size(); ++from) {
        auto to = points.find_first_not_of(k_figures, from);
        if (to == from || to == std::u32string::npos) continue;
        if (k_units.find(points[to]) != std::u32string_view::npos)
            found.push_back(utf8(points.substr(from, to - from + 1)));
        from = to;
    }
    return found;
}

/// Index of the only right option.
size_t right_of(const model::Question& question) {
    const auto right = std::find_if(question.options.begin(), question.options.end(),
                                    [](const auto& option) { return option.right; });
    return static_cast<size_t>(right - question.options.begin());
}

} // namespace

TEST_CASE("the quizzes of words are read without a finding") {
    CHECK(support::AuthorFolder::described(reading().findings).empty());
    CHECK(reading().manifest.id.value == "demo/words");
    CHECK(reading().manifest.demo);
}

TEST_CASE("laws.csv of words holds every article that the demo may quote") {
    const auto rows = law_rows();
    CHECK(rows.size() == 195);
    std::set<std::string> laws;
    for (const auto& [name, row] : rows) {
        CHECK_FALSE(row.text.empty());
        laws.insert(name.substr(0, name.rfind("第")));
    }
    CHECK(laws.size() == 22);
}

TEST_CASE("the starter pack and words quote a law in the same words") {
    const auto rows = law_rows();
    std::istringstream starter{*base::read_file(k_demo / "starter/laws.csv")};
    std::string line;
    std::getline(starter, line);
    int compared = 0;
    while (std::getline(starter, line)) {
        std::array<std::string, 5> cells;
        std::istringstream rest{line};
        for (auto& cell : cells)
            std::getline(rest, cell, ',');
        std::string text;
        std::getline(rest, text);
        const auto found = rows.find(cells[1] + cells[3]);
        CAPTURE(line);
        REQUIRE(found != rows.end());
        CHECK(found->second.text == text);
        CHECK(found->second.in_force == cells[4]);
        ++compared;
    }
    CHECK(compared >= 36);
}

TEST_CASE("each question of words quotes its article word for word, with its dates") {
    const auto rows = law_rows();
    for (const auto& question : questions()) {
        REQUIRE(question.citation);
        const auto& citation = *question.citation;
        CAPTURE(question.id.value);
        const auto found = rows.find(citation.law + citation.article);
        REQUIRE(found != rows.end());
        CHECK(author::replaced(citation.words, "\n", "\\n") == found->second.text);
        CHECK(base::to_string(citation.in_force) == found->second.in_force);
        CHECK(citation.checked == base::Date{2025, 4, 19});
    }
}

TEST_CASE("a figure in an explanation stands in the article") {
    CHECK(figures_in("应当在七十二小时内、三十日内，一方") == support::Lines{"七十二小", "三十日"});
    size_t figures = 0;
    for (const auto& question : questions()) {
        CAPTURE(question.id.value);
        for (const auto& figure : figures_in(question.explanation.in(Language::zh_hans))) {
            CAPTURE(figure);
            CHECK(question.citation->words.find(figure) != std::string::npos);
            ++figures;
        }
    }
    CHECK(figures >= 40);
}

TEST_CASE("words has eighty questions over ten topics, each in one quiz of at least eight") {
    const auto all = questions();
    CHECK(all.size() >= 80);
    std::set<std::string> topics;
    std::map<QuestionKind, int> kinds;
    for (const auto& question : all) {
        topics.insert(question.topic);
        ++kinds[question.kind];
    }
    CHECK(topics.size() >= 10);
    CHECK_FALSE(topics.contains(""));
    CHECK(kinds[QuestionKind::single] > kinds[QuestionKind::multiple] * 2);
    CHECK(kinds[QuestionKind::multiple] >= 8);
    CHECK(kinds[QuestionKind::true_false] >= 12); // the daily question is one of these
    std::multiset<std::string> asked;
    const auto quizzes = items_of<model::Quiz>(reading().manifest);
    CHECK(quizzes.size() >= 10);
    for (const auto& quiz : quizzes) {
        CAPTURE(quiz.id.value);
        CHECK(quiz.questions.size() >= 8);
        for (const auto language : model::k_languages)
            CHECK(quiz.title.has(language));
        for (const auto& id : quiz.questions)
            asked.insert(id.value);
    }
    for (const auto& question : all)
        CHECK(asked.count(question.id.value) == 1);
    CHECK(asked.size() == all.size());
}

TEST_CASE("each question of words is whole in three languages, with a word on every option") {
    for (const auto& question : questions()) {
        CAPTURE(question.id.value);
        const auto right = std::count_if(question.options.begin(), question.options.end(),
                                         [](const auto& option) { return option.right; });
        CHECK((question.kind == QuestionKind::multiple ? right >= 2 : right == 1));
        CHECK(right < static_cast<long>(question.options.size()));
        CHECK(question.options.size() == (question.kind == QuestionKind::true_false ? 2u : 4u));
        CHECK(length_of(question.stem.in(Language::zh_hans)) <= 60);
        for (const auto language : model::k_languages) {
            CHECK(question.stem.has(language));
            CHECK(question.explanation.has(language));
            std::set<std::string> texts;
            for (const auto& option : question.options) {
                CHECK(option.text.has(language));
                CHECK(option.feedback.has(language));
                texts.insert(option.text.in(language));
            }
            CHECK(texts.size() == question.options.size());
        }
    }
}

TEST_CASE("no stem of words is asked twice, nor by the starter pack") {
    std::string starter;
    for (const auto& entry : fs::directory_iterator{k_demo / "starter/quizzes"}) {
        if (entry.path().extension() == ".csv") starter += *base::read_file(entry.path());
    }
    REQUIRE(starter.find("人民调解委员会调解民间纠纷，收费吗？") != std::string::npos);
    std::map<Language, std::set<std::string>> stems;
    for (const auto& question : questions()) {
        CAPTURE(question.id.value);
        for (const auto language : model::k_languages) {
            const auto& stem = question.stem.in(language);
            CHECK(stems[language].insert(stem).second);
            CHECK(starter.find(stem) == std::string::npos);
        }
    }
}

TEST_CASE("neither letter nor length gives the answer of a question of words away") {
    std::map<QuestionKind, std::map<size_t, int>> letters;
    std::map<QuestionKind, int> count;
    int longest = 0;
    for (const auto& question : questions()) {
        if (question.kind == QuestionKind::multiple) continue;
        const auto right = right_of(question);
        ++letters[question.kind][right];
        ++count[question.kind];
        if (question.kind != QuestionKind::single) continue;
        size_t others = 0;
        for (size_t i = 0; i < question.options.size(); ++i) {
            const auto length = length_of(question.options[i].text.in(Language::zh_hans));
            if (i != right) others = std::max(others, length);
        }
        const auto& words = question.options[right].text.in(Language::zh_hans);
        longest += length_of(words) > others ? 1 : 0;
    }
    const auto share = [&](QuestionKind kind, size_t letter) {
        return 100 * letters[kind][letter] / count[kind];
    };
    for (size_t letter = 0; letter < 4; ++letter) {
        CHECK(share(QuestionKind::single, letter) <= 40);
        CHECK(share(QuestionKind::single, letter) >= 15);
    }
    for (size_t letter = 0; letter < 2; ++letter)
        CHECK(share(QuestionKind::true_false, letter) <= 60);
    CHECK(longest * 4 <= count[QuestionKind::single]);
}
