#include "tests/flow/visitor.h"
#include "tests/support/sample_city.h"
#include "tests/support/sample_items.h"

#include "content/catalog/freshness.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;

namespace {

constexpr auto k_begins = "2026-11-30T23:50:00";
const WallTime k_end = *base::parse_iso("2026-12-01T00:00:00");

/// A visitor before a kiosk whose clock is looked at every two seconds, as the app does.
class Standing {
  public:
    explicit Standing(std::shared_ptr<const catalog::Snapshot> all,
                      const std::string& wall = k_begins,
                      Visitor::Start start = Visitor::Start::awake)
        : m_freshness(std::move(all))
        , m_last(m_freshness.at(*base::parse_iso(wall)))
        , visitor(m_last.shown, wall, start) {}

    void wait(Micros span) {
        for (Micros passed{0}; passed < span; passed += k_look) {
            visitor.wait(std::min<Micros>(k_look, span - passed));
            look();
        }
    }
    /// Until the end, with a finger now and then, so that nobody is sent away.
    void stay_until(WallTime wall) {
        while (visitor.now().wall < wall) {
            visitor.send(flow::Touched{});
            wait(std::min<Micros>(20s, wall - visitor.now().wall));
        }
    }
    void set_wall(WallTime wall) {
        visitor.set_wall(wall);
        look();
    }

  private:
    static constexpr Micros k_look = 2s;
    void look() {
        if (m_last.holds(visitor.now().wall)) return;
        const auto before = std::exchange(m_last, m_freshness.at(visitor.now().wall));
        if (m_last.gone > before.gone)
            visitor.send(flow::ItemsGone{m_last.shown});
        else if (m_last.gone < before.gone)
            visitor.send(flow::CatalogChanged{m_last.shown});
    }
    catalog::Freshness m_freshness;
    catalog::InForce m_last;

  public:
    Visitor visitor;
};

std::shared_ptr<catalog::Snapshot> ends(const std::vector<std::string>& names) {
    auto snapshot = test::sample_snapshot();
    const auto mark = [&](auto& list) {
        for (auto& one : list)
            for (const auto& name : names)
                if (one.id == item(name)) one.valid_until = k_end;
    };
    mark(snapshot->videos);
    mark(snapshot->questions);
    mark(snapshot->quizzes);
    mark(snapshot->campaigns);
    return snapshot;
}

bool on_shelf(const Visitor& visitor, const std::string& name) {
    const auto& shelf = visitor.page<HomeModel>().shelf;
    return std::any_of(shelf.begin(), shelf.end(),
                       [&](const auto& card) { return card.id == item(name); });
}

GoneModel::Left told(const Visitor& visitor) {
    REQUIRE(visitor.over<GoneModel>());
    return std::get<GoneModel>(visitor.flow.overlay()).left;
}

} // namespace

TEST_CASE("on the home page an item goes within a minute of its end, and nothing is said") {
    Standing here{ends({"two"})};
    here.visitor.send(flow::Touched{});
    here.stay_until(k_end - 1s);
    CHECK(on_shelf(here.visitor, "two"));
    here.wait(60s);
    REQUIRE(here.visitor.at<HomeModel>());
    CHECK_FALSE(on_shelf(here.visitor, "two"));
    CHECK(on_shelf(here.visitor, "one"));
    CHECK_FALSE(here.visitor.over<GoneModel>());
}

TEST_CASE("a film that ends while it is watched stops, leads home and says so") {
    Standing here{ends({"two"})};
    here.visitor.touch(OpenVideo{item("two")});
    here.stay_until(k_end - 10s);
    here.visitor.player(flow::PlayerUpdate::State::playing, 5s, 20s);
    here.wait(8s);
    REQUIRE(here.visitor.at<WatchModel>());
    CHECK(here.visitor.asked_for<flow::StopPlayer>() == 0);
    here.wait(4s);
    CHECK(here.visitor.at<HomeModel>());
    CHECK(told(here.visitor) == GoneModel::Left::home);
    CHECK(here.visitor.asked_for<flow::StopPlayer>() == 1);
    here.visitor.touch(CloseOverlay{});
    CHECK_FALSE(here.visitor.over<GoneModel>());
    here.visitor.touch(OpenVideo{item("two")});
    CHECK(here.visitor.at<HomeModel>());
    CHECK(here.visitor.counted(tally::Counter::visit) == 1);
    CHECK(here.visitor.counted(tally::Counter::reached, item("two").value) == 1);
}

TEST_CASE("who watched for long is not asked at once whether he is still here") {
    Standing here{ends({"two"})};
    here.visitor.touch(OpenVideo{item("two")});
    here.visitor.player(flow::PlayerUpdate::State::playing, 1s, 20s);
    here.wait(10min + 4s);
    CHECK(here.visitor.over<GoneModel>());
    here.wait(20s);
    CHECK(here.visitor.over<GoneModel>());
    here.wait(5min); // nobody is there after all
    CHECK(here.visitor.at<AttractModel>());
    here.visitor.touch(Wake{});
    CHECK_FALSE(here.visitor.over<GoneModel>());
}

TEST_CASE("another film that is watched plays on") {
    Standing here{ends({"two"})};
    here.visitor.touch(OpenVideo{item("one")});
    here.visitor.player(flow::PlayerUpdate::State::playing, 1s, 40s);
    const auto stops = here.visitor.asked_for<flow::StopPlayer>();
    here.wait(11min);
    REQUIRE(here.visitor.at<WatchModel>());
    CHECK(here.visitor.page<WatchModel>().id == item("one"));
    CHECK_FALSE(here.visitor.page<WatchModel>().next);
    CHECK(here.visitor.asked_for<flow::StopPlayer>() == stops);
    CHECK_FALSE(here.visitor.over<GoneModel>());
}

TEST_CASE("an attempt ends where the question on the screen or one after it goes") {
    for (const auto* gone : {"q1", "q2", "quiz"}) {
        CAPTURE(gone);
        Standing here{ends({gone})};
        here.visitor.touch(OpenQuiz{item("quiz")});
        here.visitor.touch(ChooseOption{0});
        here.stay_until(k_end + 2s);
        CHECK(here.visitor.at<HomeModel>());
        CHECK(told(here.visitor) == GoneModel::Left::home);
        CHECK(here.visitor.counted(tally::Counter::answered) == 1);
        CHECK(here.visitor.counted(tally::Counter::finished_quiz) == 0);
    }
}

TEST_CASE("an attempt goes on where only an answered question before it has gone") {
    Standing here{ends({"q1"})};
    auto& visitor = here.visitor;
    visitor.touch(OpenQuiz{item("quiz")});
    visitor.touch(ChooseOption{0});
    visitor.touch(NextQuestion{});
    here.stay_until(k_end + 2s);
    REQUIRE(visitor.at<QuizModel>());
    CHECK(visitor.page<QuizModel>().number == 2);
    visitor.touch(ChooseOption{0});
    visitor.touch(SubmitAnswer{});
    visitor.touch(NextQuestion{});
    visitor.touch(ChooseOption{0});
    visitor.touch(NextQuestion{});
    REQUIRE(visitor.at<ResultModel>());
    CHECK(visitor.page<ResultModel>().count == 3);
    visitor.touch(RepeatQuiz{});
    CHECK(visitor.page<QuizModel>().count == 2);
}

TEST_CASE("a result whose quiz has gone leads home, for it could not be repeated") {
    Standing here{ends({"q1", "q2", "q3"})};
    auto& visitor = here.visitor;
    visitor.touch(OpenQuiz{item("quiz")});
    for (int question = 0; question < 3; ++question) {
        visitor.touch(ChooseOption{0});
        visitor.touch(SubmitAnswer{});
        visitor.touch(NextQuestion{});
    }
    REQUIRE(visitor.at<ResultModel>());
    here.stay_until(k_end + 2s);
    CHECK(visitor.at<HomeModel>());
    CHECK(told(visitor) == GoneModel::Left::home);
    CHECK(visitor.counted(tally::Counter::finished_quiz) == 1);
}

TEST_CASE("today's question gives way to another, and to none") {
    auto all = ends({"q3"});
    all->questions.erase(all->questions.begin(), all->questions.begin() + 2);
    all->quizzes.clear();
    Standing here{all};
    here.visitor.send(flow::Touched{});
    CHECK(here.visitor.page<HomeModel>().daily);
    here.stay_until(k_end + 2s);
    CHECK_FALSE(here.visitor.page<HomeModel>().daily);
}

TEST_CASE("a change of the law takes a question from under the visitor") {
    auto all = test::sample_snapshot();
    all->law_status = {{{"other/law/status"},
                        model::in_hans("法条变动"),
                        {{"人民调解法", "第四条", {2026, 12, 1}, {}}}}};
    Standing here{all};
    here.visitor.touch(OpenQuiz{item("quiz")});
    here.stay_until(k_end + 2s);
    CHECK(here.visitor.at<HomeModel>());
    CHECK_FALSE(here.visitor.page<HomeModel>().has_quizzes);
    CHECK_FALSE(here.visitor.page<HomeModel>().daily);
    CHECK(here.visitor.over<GoneModel>());
}

TEST_CASE("an article and the shelf of a campaign that end lead home") {
    auto all = ends({"constitution"});
    all->articles = {test::full_article()};
    all->articles[0].valid_until = k_end;
    for (const auto& intent :
         {Intent{OpenCampaign{item("constitution")}}, Intent{OpenArticle{all->articles[0].id}}}) {
        Standing here{all};
        here.visitor.touch(intent);
        REQUIRE_FALSE(here.visitor.at<HomeModel>());
        here.stay_until(k_end + 2s);
        CHECK(here.visitor.at<HomeModel>());
        CHECK(here.visitor.over<GoneModel>());
    }
}

TEST_CASE("what lies further back goes without a word, and back leads past it") {
    auto all = test::sample_snapshot();
    all->articles = {test::full_article()};
    all->articles[0].valid_until = k_end;
    all->articles.push_back(all->articles[0]);
    all->articles[1].id = item("a2");
    Standing here{all};
    here.visitor.touch(OpenArticles{});
    here.visitor.touch(OpenArticle{all->articles[0].id});
    here.visitor.touch(OpenQuiz{item("quiz")});
    here.stay_until(k_end + 2s);
    CHECK(here.visitor.at<QuizModel>());
    CHECK_FALSE(here.visitor.over<GoneModel>());
    here.visitor.touch(GoBack{});
    CHECK(here.visitor.at<HomeModel>());
}

TEST_CASE("help stays open, and what happened is told when it is closed") {
    Standing here{ends({"two"})};
    here.visitor.touch(OpenVideo{item("two")});
    here.stay_until(k_end - 2s);
    here.visitor.touch(OpenHelp{});
    here.wait(4s);
    CHECK(here.visitor.at<HomeModel>());
    CHECK(here.visitor.over<HelpModel>());
    here.visitor.touch(CloseOverlay{});
    CHECK(told(here.visitor) == GoneModel::Left::home);
    here.visitor.touch(CloseOverlay{});
    CHECK(here.visitor.over<std::monostate>());
}

TEST_CASE("a clip that ends on the attract page gives way to the next, and to drawn art") {
    Standing here{ends({"one"}), k_begins, Visitor::Start::attract};
    const auto playing = [&] {
        for (auto effect = here.visitor.effects.rbegin(); effect != here.visitor.effects.rend();
             ++effect)
            if (const auto* play = std::get_if<flow::PlayVideo>(&*effect)) return play->id.value;
        return std::string{};
    };
    here.visitor.player(flow::PlayerUpdate::State::playing, 1s, 40s);
    here.visitor.player(flow::PlayerUpdate::State::ended, 40s, 40s);
    here.visitor.player(flow::PlayerUpdate::State::ended, 20s, 20s);
    REQUIRE(playing() == item("one").value);
    here.wait(10min + 2s);
    CHECK(playing() == item("two").value);
    CHECK(here.visitor.at<AttractModel>());
    CHECK(here.visitor.counted(tally::Counter::visit) == 0);

    Standing none{ends({"one", "two"}), k_begins, Visitor::Start::attract};
    none.wait(10min + 2s);
    REQUIRE(none.visitor.at<AttractModel>());
    CHECK_FALSE(none.visitor.page<AttractModel>().plays);
    CHECK(none.visitor.asked_for<flow::StopPlayer>() == 1);
}

TEST_CASE("when everything has come to its end the built-in page says so, and it comes back") {
    const auto all = ends({"one", "two", "quiz"});
    for (const auto start : {Visitor::Start::awake, Visitor::Start::attract}) {
        Standing here{all, k_begins, start};
        here.wait(10min + 2s);
        REQUIRE(here.visitor.at<FaultModel>());
        CHECK(here.visitor.page<FaultModel>().for_staff.find("到期") != std::string::npos);
        here.set_wall(k_end - 1h);
        CHECK(here.visitor.at<AttractModel>());
    }
}

TEST_CASE(
    "a clock that jumps forward takes at once, one that jumps back brings back after a visit") {
    Standing here{ends({"two"})};
    here.visitor.send(flow::Touched{});
    here.set_wall(k_end + std::chrono::days{30});
    CHECK_FALSE(on_shelf(here.visitor, "two"));
    here.set_wall(k_end - std::chrono::days{30});
    CHECK_FALSE(on_shelf(here.visitor, "two")); // not under the visitor's hands
    here.set_wall(k_end + 1s);
    here.set_wall(k_end - 1h);
    here.wait(5min);
    REQUIRE(here.visitor.at<AttractModel>());
    here.visitor.touch(Wake{});
    CHECK(on_shelf(here.visitor, "two"));
    here.set_wall(k_end);
    CHECK_FALSE(on_shelf(here.visitor, "two"));
}

TEST_CASE("a clock that nobody can believe empties no screen") {
    for (const auto* wall : {"1970-01-01T00:00:00", "2105-05-05T05:05:05"}) {
        CAPTURE(wall);
        Standing here{ends({"one", "two", "quiz"}), wall};
        here.visitor.send(flow::Touched{});
        here.wait(10s);
        REQUIRE(here.visitor.at<HomeModel>());
        CHECK(on_shelf(here.visitor, "two"));
        // Somebody sets it right.
        here.set_wall(k_end + 1s);
        CHECK(here.visitor.at<FaultModel>());
    }
}

TEST_CASE("a place that ends leaves its list, and the one that was chosen stays chosen") {
    auto all = test::sample_city();
    REQUIRE(all->places.size() == 4);
    const auto ended = all->places[0].id;
    all->places[0].valid_until = k_end;
    Standing here{all};
    auto& visitor = here.visitor;
    visitor.touch(OpenPlaces{});
    const auto row_of = [&](const model::ItemId& id) {
        const auto& rows = *visitor.page<PlacesModel>().rows;
        for (size_t row = 0; row < rows.size(); ++row)
            if (rows[row].id == id) return row;
        return rows.size();
    };
    const auto other = all->places[2].id;
    REQUIRE(row_of(ended) < 4);
    visitor.touch(ChoosePlace{row_of(other)});
    visitor.touch(ShowPlaceSheet{PlaceSheet::card, 0});
    here.stay_until(k_end + 2s);
    REQUIRE(visitor.at<PlacesModel>());
    CHECK(visitor.page<PlacesModel>().rows->size() == 3);
    CHECK(row_of(ended) == 3);
    CHECK(visitor.page<PlacesModel>().chosen == row_of(other));
    CHECK(visitor.page<PlacesModel>().sheet == PlaceSheet::card);
    CHECK_FALSE(visitor.over<GoneModel>());
}

TEST_CASE("the card of a place that ends closes, and the list stays") {
    auto all = test::sample_city();
    all->places[0].valid_until = k_end;
    Standing here{all};
    auto& visitor = here.visitor;
    visitor.touch(OpenPlaces{});
    const auto& rows = *visitor.page<PlacesModel>().rows;
    for (size_t row = 0; row < rows.size(); ++row)
        if (rows[row].id == all->places[0].id) visitor.touch(ChoosePlace{row});
    visitor.touch(ShowPlaceSheet{PlaceSheet::card, 0});
    here.stay_until(k_end + 2s);
    REQUIRE(visitor.at<PlacesModel>());
    CHECK(visitor.page<PlacesModel>().sheet == PlaceSheet::none);
    CHECK(told(visitor) == GoneModel::Left::page);
}

TEST_CASE("a newer revision that waited is taken up with what goes") {
    Standing here{ends({"two"})};
    here.visitor.send(flow::Touched{});
    auto newer = test::sample_snapshot();
    newer->revision = 2;
    newer->videos.push_back(test::sample_video("three", 10s));
    here.visitor.send(flow::CatalogChanged{newer});
    CHECK_FALSE(on_shelf(here.visitor, "three"));
    here.visitor.send(flow::ItemsGone{newer});
    CHECK(on_shelf(here.visitor, "three"));
}
