// The films' side files and scripts: what they quote is what the law says, and what they show is
// described in three languages.

#include "tests/support/author_folder.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace pufa;
using support::items_of;

namespace {

namespace fs = std::filesystem;

const fs::path k_demo = fs::path{PUFA_SOURCE_DIR} / "assets/demo";

/// The films' folder with stand-ins for what make_media.sh draws.
class FilmsFolder {
  public:
    FilmsFolder() {
        fs::copy(k_demo / "films", path(), fs::copy_options::recursive);
        for (const auto& entry : fs::directory_iterator{k_demo / "films/videos"}) {
            const auto stem = (path() / "videos" / entry.path().stem()).string();
            REQUIRE(base::write_file_atomic(stem + ".mp4", "film"));
            REQUIRE(base::write_file_atomic(stem + ".png", support::k_png_head));
            for (const auto language : model::k_languages)
                REQUIRE(
                    base::write_file_atomic(stem + "." + std::string{model::tag(language)} + ".vtt",
                                            "WEBVTT\n\n00:01.000 --> 00:02.000\nwords\n"));
        }
    }
    [[nodiscard]] fs::path path() const { return m_folder.path() / "films"; }
    [[nodiscard]] author::Reading read() const {
        const auto reading = author::read_folder(path(), [](const auto&) {
            auto facts = support::ten_seconds();
            facts.duration = std::chrono::seconds{63}; // of the longest film
            return facts;
        });
        REQUIRE(reading);
        return *reading;
    }

  private:
    base::TemporaryFolder m_folder;
};

/// Of each law and article ("民法典第五条") the text, as films/laws.csv has it.
std::map<std::string, std::string> articles() {
    const auto text = *base::read_file(k_demo / "films/laws.csv");
    REQUIRE(text.find('"') == std::string::npos);
    std::map<std::string, std::string> all;
    std::istringstream lines{text};
    std::string line;
    std::getline(lines, line);
    REQUIRE(line == "law,full_name,article,article_zh,in_force,text");
    while (std::getline(lines, line)) {
        std::istringstream cells{line};
        std::string law, full_name, number, article, in_force, words;
        std::getline(cells, law, ',');
        std::getline(cells, full_name, ',');
        std::getline(cells, number, ',');
        std::getline(cells, article, ',');
        std::getline(cells, in_force, ',');
        std::getline(cells, words);
        CHECK(full_name == "中华人民共和国" + law);
        all[law + article] = words;
    }
    return all;
}

/// The scripts of this pack's films by the film's name; two films belong to starter/.
std::map<std::string, std::string> scripts() {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::directory_iterator{k_demo / "media/films"}) {
        const auto name = entry.path().stem().string();
        if (entry.path().extension() != ".py" || name == "leak" || name == "constitution") continue;
        all[name] = *base::read_file(entry.path());
    }
    return all;
}

/// What stands between double quotes from `at` on; `at` moves behind it.
std::string quoted(const std::string& script, size_t& at) {
    const auto begin = script.find('"', at) + 1;
    const auto end = script.find('"', begin);
    REQUIRE(end != std::string::npos);
    at = end + 1;
    return script.substr(begin, end - begin);
}

/// Whether the pieces of `words`, parted by "……", stand in `text` in this order.
bool stands_in(const std::string& text, const std::string& words) {
    const std::string_view gap{"……"};
    size_t from = 0, at = 0;
    while (from <= words.size()) {
        const auto end = std::min(words.find(gap, from), words.size());
        const auto found = text.find(words.substr(from, end - from), at);
        if (found == std::string::npos) return false;
        at = found + (end - from);
        from = end == words.size() ? end + 1 : end + gap.size();
    }
    return true;
}

} // namespace

TEST_CASE("the films' folder is built without an error or a warning, in three languages") {
    const FilmsFolder films;
    const auto reading = films.read();
    CHECK(support::AuthorFolder::described(reading.findings).empty());
    CHECK(reading.manifest.demo);
    CHECK(reading.manifest.id.value == "demo/films");
    const auto videos = items_of<model::Video>(reading.manifest);
    CHECK(videos.size() >= 10);
    for (const auto& video : videos) {
        CAPTURE(video.id.value);
        CHECK(video.captions.size() == 3);
        CHECK_FALSE(video.topics.empty());
        for (const auto language : model::k_languages) {
            CHECK(video.title.has(language));
            CHECK(video.summary.has(language));
            CHECK(video.series.has(language));
        }
    }
}

TEST_CASE("chapters of the films begin at the start, in order, and are named in three languages") {
    const FilmsFolder films;
    for (const auto& video : items_of<model::Video>(films.read().manifest)) {
        CAPTURE(video.id.value);
        REQUIRE(video.chapters.size() >= 2);
        CHECK(video.chapters.front().at == std::chrono::milliseconds{0});
        for (size_t i = 0; i < video.chapters.size(); ++i) {
            if (i > 0) CHECK(video.chapters[i - 1].at < video.chapters[i].at);
            for (const auto language : model::k_languages)
                CHECK(video.chapters[i].title.has(language));
        }
    }
}

TEST_CASE("two upright shorts show the mark of generated films, with a reviewer and a date") {
    const FilmsFolder films;
    std::set<std::string> marked;
    for (const auto& video : items_of<model::Video>(films.read().manifest)) {
        if (!video.ai_generated) continue;
        marked.insert(video.id.value);
        CHECK_FALSE(video.reviewed_by.empty());
        CHECK(video.reviewed_on.has_value());
    }
    CHECK(marked == std::set<std::string>{"demo/films/short-falling", "demo/films/short-fraud"});
}

TEST_CASE("each film has its script, and each script its film; three are lectures of one series") {
    const FilmsFolder films;
    const auto all = scripts();
    std::set<std::string> seen;
    int lectures = 0;
    for (const auto& video : items_of<model::Video>(films.read().manifest)) {
        seen.insert(video.id.value.substr(video.id.value.rfind('/') + 1));
        lectures += video.series.in(model::Language::zh_hans) == "法治大讲堂" ? 1 : 0;
    }
    std::set<std::string> written;
    for (const auto& [name, script] : all)
        written.insert(name);
    CHECK(seen == written);
    CHECK(lectures == 3);
}

TEST_CASE("after each film comes a quiz that the pack of words has") {
    std::set<std::string> quizzes;
    for (const auto& entry : fs::directory_iterator{k_demo / "words/quizzes"}) {
        if (entry.path().extension() != ".toml") continue;
        const auto text = *base::read_file(entry.path());
        auto at = text.find("id = ");
        quizzes.insert("demo/words/" + quoted(text, at));
    }
    const FilmsFolder films;
    for (const auto& video : items_of<model::Video>(films.read().manifest)) {
        CAPTURE(video.id.value);
        REQUIRE(video.quiz.has_value());
        CHECK(quizzes.contains(video.quiz->value));
    }
}

TEST_CASE("what a film quotes under the name of an article is that article's text") {
    const auto all = articles();
    int quotes = 0;
    for (const auto& film : scripts()) {
        CAPTURE(film.first);
        const auto& script = film.second;
        for (auto at = script.find("= quote("); at != std::string::npos;
             at = script.find("= quote(", at)) {
            const auto law = quoted(script, at), article = quoted(script, at),
                       words = quoted(script, at);
            CAPTURE(law + article);
            REQUIRE(all.contains(law + article));
            CHECK_MESSAGE(stands_in(all.at(law + article), words), words);
            ++quotes;
        }
    }
    CHECK(quotes >= 30);
}

TEST_CASE("the films name only articles that their pack holds") {
    const auto all = articles();
    int named = 0;
    for (const auto& film : scripts()) {
        const auto& script = film.second;
        const std::string_view close{"》"}, last{"条"};
        for (auto at = script.find("《"); at != std::string::npos; at = script.find("《", at + 1)) {
            const auto end = script.find(close, at);
            const auto law = script.substr(at + close.size(), end - at - close.size());
            const auto article = end + close.size();
            if (script.compare(article, 3, "第") != 0) continue;
            const auto number =
                script.substr(article, script.find(last, article) + last.size() - article);
            CAPTURE(film.first + law + number);
            CHECK(all.contains(law + number));
            ++named;
        }
    }
    CHECK(named >= 8);
}
