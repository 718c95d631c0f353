#include "kiosk/app/self_test_tour.h"

#include "content/campaign/programme.h"
#include "kiosk/app/self_test_film.h"
#include "kiosk/app/self_test_quiz.h"

#include <algorithm>

namespace pufa::app {
namespace {

using tally::Counter;

class Tour {
  public:
    Tour(Visitor& visitor, base::Date today)
        : m_visitor(visitor)
        , m_catalogue(visitor.kiosk().snapshot())
        , m_today(today)
        , m_expected(m_catalogue)
        , m_quiz(visitor, m_expected) {}

    std::vector<judge::ExpectedRow> walk() {
        using Stretch = bool (Tour::*)();
        constexpr std::pair<const char*, Stretch> k_way[] = {
            {"attract", &Tour::attract},
            {"home", &Tour::home},
            {"daily question", &Tour::daily_question},
            {"film", &Tour::film},
            {"another film", &Tour::another_film},
            {"quiz", &Tour::quiz},
            {"article", &Tour::article},
            {"places", &Tour::places},
            {"help", &Tour::help},
        };
        Check check{"walk", true, "every screen"};
        for (const auto& [name, stretch] : k_way) {
            if ((this->*stretch)()) continue;
            check = {"walk", false, std::string("stopped at: ") + name};
            m_visitor.shoot("stopped");
            break;
        }
        m_visitor.report().add(std::move(check));
        m_visitor.report().add(m_quiz.marks());
        return m_expected.rows();
    }

  private:
    // Each is one stretch of the way; false if something to touch never came.
    bool attract();
    bool home();
    bool daily_question();
    bool film();
    bool another_film();
    bool quiz();
    bool article();
    bool places();
    bool help();
    [[nodiscard]] bool come_home() { return m_visitor.wait_for("home.door.videos"); }
    void wait_for_poster(std::string_view prefix);

    Visitor& m_visitor;
    const catalog::Snapshot& m_catalogue;
    base::Date m_today;
    ExpectedRows m_expected;
    QuizVisit m_quiz;
    const model::Video* m_film = nullptr;
};

/// A clip plays; one touch anywhere wakes.
bool Tour::attract() {
    if (!m_visitor.wait_for("attract.wake")) return false;
    const auto before = m_visitor.look();
    Check shown;
    static_cast<void>(m_visitor.wait_until([&] {
        const auto image = m_visitor.look();
        shown = judge::film_shown(image);
        shown.held = shown.held && image.rgba != before.rgba;
        return shown.held;
    }));
    shown.name = "attract_clip";
    m_visitor.report().add(shown);
    m_visitor.shoot("attract");
    m_expected.visit();
    return m_visitor.tap("attract.wake");
}

bool Tour::home() {
    if (!come_home() || !m_visitor.wait_for("home.door.quizzes")) return false;
    wait_for_poster("home.card.");
    m_visitor.settle();
    const auto image = m_visitor.shoot("home");
    m_visitor.report().add(judge::light_page("home_page", image));
    m_visitor.report().add(judge::banner(image));
    return true;
}

/// Posters are decoded aside, so the first frame of a page may be without them.
void Tour::wait_for_poster(std::string_view prefix) {
    for (const auto& video : m_catalogue.videos) {
        const auto card = m_visitor.see(std::string(prefix) + video.id.value);
        if (!card || video.poster.empty()) continue;
        const auto pixels = m_visitor.pixels(*card);
        Check poster;
        static_cast<void>(m_visitor.wait_until([&] {
            poster = judge::poster(m_visitor.look(), pixels);
            return poster.held;
        }));
        m_visitor.report().add(std::move(poster));
        return;
    }
}

/// Its options stand on the home page in the author's order, so the right one is known.
bool Tour::daily_question() {
    const auto today = campaign::programme(
        {m_catalogue.campaigns, m_catalogue.questions, m_catalogue.quizzes}, {m_today}, 0, {});
    const auto* daily = today.daily;
    if (!daily) return true;
    const auto right = right_options(*daily);
    if (right.size() != 1 || !m_visitor.tap("home.daily." + std::to_string(*right.begin())) ||
        !m_visitor.wait_for("quiz.next"))
        return false;
    m_expected.visit();
    m_expected.add(Counter::reached, daily->id);
    m_expected.answered(*daily, right, ExpectedRows::Grade::right);
    m_visitor.settle();
    const auto image = m_visitor.shoot("daily-answered");
    m_visitor.report().add(judge::light_page("daily_page", image));
    return m_visitor.tap("quiz.next") && m_visitor.tap("result.home") && come_home();
}

bool Tour::film() {
    const auto numbered = std::find_if(m_catalogue.videos.begin(), m_catalogue.videos.end(),
                                       [](const auto& video) { return video.frame_code; });
    if (numbered == m_catalogue.videos.end()) return false;
    m_film = &*numbered;
    m_expected.visit();
    if (!m_visitor.tap("home.card." + m_film->id.value)) return false;
    m_expected.add(Counter::reached, m_film->id);
    FilmWatch watch(m_visitor, *m_film);
    if (!watch.watch()) return false;
    m_expected.add(Counter::played, m_film->id);
    const bool left = m_visitor.tap("watch.back") && come_home();
    if (watch.engaged()) m_expected.add(Counter::engaged, m_film->id);
    return left;
}

/// From the shelf; another one if there is another.
bool Tour::another_film() {
    const auto other = std::find_if(m_catalogue.videos.begin(), m_catalogue.videos.end(),
                                    [&](const auto& video) { return &video != m_film; });
    const auto& video = other == m_catalogue.videos.end() ? *m_film : *other;
    const auto card = "shelf.video." + video.id.value;
    if (!m_visitor.tap("home.door.videos") || !m_visitor.wait_for(card)) return false;
    wait_for_poster("shelf.video.");
    m_visitor.settle();
    m_visitor.report().add(judge::light_page("shelf_page", m_visitor.shoot("shelf")));
    const auto& tally = m_visitor.kiosk().tally();
    static_cast<void>(m_visitor.wait_until([&] { return !tally.waiting(); }));
    const auto before = tally.durable();
    if (!m_visitor.tap(card)) return false;
    m_expected.add(Counter::reached, video.id);
    Check shown;
    // Its poster is as colourful: the film is there once reached and played are recorded.
    static_cast<void>(m_visitor.wait_until([&] {
        shown = judge::film_shown(m_visitor.look());
        return shown.held && tally.durable() >= before + 2;
    }));
    if (shown.held) m_expected.add(Counter::played, video.id);
    m_visitor.report().add(shown);
    m_visitor.shoot("watch-another");
    return m_visitor.tap("watch.home") && come_home();
}

bool Tour::quiz() {
    if (!m_visitor.tap("home.door.quizzes")) return false;
    const auto& quiz = m_catalogue.quizzes.front();
    if (m_catalogue.quizzes.size() > 1 && !m_visitor.tap("shelf.quiz." + quiz.id.value))
        return false;
    return m_quiz.walk(quiz, m_catalogue) && m_visitor.tap("result.home") && come_home();
}

bool Tour::article() {
    if (m_catalogue.articles.empty()) return true;
    if (!m_visitor.tap("home.door.articles")) return false;
    const auto& article = m_catalogue.articles.front();
    if (m_catalogue.articles.size() > 1 && !m_visitor.tap("shelf.article." + article.id.value))
        return false;
    m_expected.add(Counter::reached, article.id);
    m_visitor.settle();
    m_visitor.report().add(judge::light_page("article_page", m_visitor.shoot("article")));
    return m_visitor.tap("dock.home") && come_home();
}

/// What happened → who can help → the first of them as codes to take away.
bool Tour::places() {
    if (m_catalogue.places.empty() || m_catalogue.disputes.empty()) return true;
    const auto& dispute = m_catalogue.disputes.front().id;
    if (!m_visitor.tap("home.door.places") || !m_visitor.wait_for("finder." + dispute.value))
        return false;
    m_visitor.settle();
    m_visitor.report().add(judge::light_page("finder_page", m_visitor.shoot("finder")));
    if (!m_visitor.tap("finder." + dispute.value) || !m_visitor.wait_for("places.details"))
        return false;
    m_expected.add(Counter::looked_up_service);
    m_expected.add(Counter::used_finder, dispute);
    m_expected.add(Counter::reached, dispute);
    m_visitor.settle();
    m_visitor.shoot("places");
    if (!m_visitor.tap("places.take") || !m_visitor.wait_for("places.sheet.close")) return false;
    m_visitor.settle();
    m_visitor.report().add(judge::sheet("place_sheet", m_visitor.shoot("place-codes")));
    return m_visitor.tap("places.sheet.close") && m_visitor.tap("dock.home") && come_home();
}

bool Tour::help() {
    if (!m_visitor.tap("dock.help") || !m_visitor.wait_for("help.close")) return false;
    m_expected.add(Counter::looked_up_service);
    m_expected.add(Counter::opened_help);
    m_visitor.settle();
    const auto image = m_visitor.shoot("help");
    m_visitor.report().add(judge::sheet("help_sheet", image));
    m_visitor.report().add(judge::help_numbers(image));
    if (!m_visitor.tap("help.close") || !come_home()) return false;
    m_visitor.settle();
    m_visitor.report().add(judge::light_page("home_again", m_visitor.look()));
    return true;
}

} // namespace

std::vector<judge::ExpectedRow> walk_tour(Visitor& visitor, base::Date today) {
    return Tour(visitor, today).walk();
}

} // namespace pufa::app
