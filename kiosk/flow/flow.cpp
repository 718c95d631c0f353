#include "kiosk/flow/flow.h"

#include "kiosk/flow/idle.h"
#include "kiosk/flow/models.h"
#include "kiosk/flow/participation.h"
#include "kiosk/flow/state.h"

#include <algorithm>
#include <random>
#include <utility>

namespace pufa::flow {

namespace {

/// The controls of the player go after so long without a touch.
constexpr std::chrono::seconds k_controls_shown{4};
/// The seek bar moves in these steps; finer ones would draw the page again for nothing seen.
constexpr Micros k_position_step{250'000};

} // namespace

struct Flow::Inner {
    State state;
    IdleClock idle;
    Participation participation;
    std::mt19937_64 shuffles;
    std::shared_ptr<const catalog::Snapshot> waiting; ///< taken up when nobody is there
    screens::Page page;
    screens::Overlay overlay;
    uint64_t revision = 0;
    bool changed = true;
    std::vector<Effect> effects;
    Now now;

    Inner(Settings settings, std::shared_ptr<const catalog::Snapshot> snapshot, const Now& at)
        : idle(at.steady)
        , participation(settings.language, settings.seed)
        , shuffles(settings.seed ^ 0x9e3779b97f4a7c15ull)
        , now(at) {
        state.volume = settings.volume;
        state.settings = std::move(settings);
        state.snapshot = std::move(snapshot);
        state.way = {HomePlace{}};
    }

    // ---- helpers of all handlers ----

    template <class P>
    P* here() {
        return std::get_if<P>(&state.here());
    }

    [[nodiscard]] Activity activity() const {
        if (std::holds_alternative<screens::HelpModel>(overlay)) return Activity::reading;
        if (const auto* watch = std::get_if<WatchPlace>(&state.here())) {
            using S = PlayerUpdate::State;
            if (watch->failed || watch->player.state == S::ended) return Activity::video_over;
            return watch->player.state == S::paused ? Activity::reading : Activity::playing;
        }
        if (std::holds_alternative<QuizPlace>(state.here())) return Activity::reading;
        return Activity::menu;
    }

    [[nodiscard]] Participation::Moment moment(const model::ItemId& item = {}) const {
        Participation::Moment at;
        at.wall = now.wall;
        at.origin =
            idle.unattended(now.steady) ? tally::Origin::unattended : tally::Origin::visitor;
        if (const auto* pack = item.value.empty() ? nullptr : state.snapshot->pack(item.pack()))
            at.pack_sequence = pack->sequence;
        return at;
    }

    void leave_watch() {
        if (here<WatchPlace>()) effects.emplace_back(StopPlayer{});
    }

    void turned_page() {
        effects.emplace_back(PageChanged{});
        changed = true;
    }

    void go_to(Place place) {
        leave_watch();
        state.way.push_back(std::move(place));
        turned_page();
    }

    void replace_by(Place place) {
        leave_watch();
        state.way.back() = std::move(place);
        turned_page();
    }

    void go_home() {
        leave_watch();
        state.way = {HomePlace{}};
        turned_page();
    }

    void start_video(const model::ItemId& id) {
        const auto* video = state.snapshot->video(id);
        const auto* media = video ? state.snapshot->media(*video) : nullptr;
        if (!media) return;
        WatchPlace place;
        place.id = id;
        place.controls_until = now.steady + k_controls_shown;
        // Going from one video to another is one step back, not two.
        if (here<WatchPlace>())
            replace_by(std::move(place));
        else
            go_to(std::move(place));
        participation.reached(id, moment(id));
        participation.watching(id, video->duration);
        effects.emplace_back(PlayVideo{id, *media});
    }

    [[nodiscard]] bool start_quiz(std::optional<model::ItemId> quiz,
                                  const std::vector<model::ItemId>& ids, bool replace) {
        auto questions = questions_of(*state.snapshot, ids);
        if (questions.empty()) return false;
        std::vector<model::ItemId> present;
        for (const auto& question : questions)
            present.push_back(question.id);
        const auto& reached = quiz ? *quiz : present.front();
        participation.reached(reached, moment(reached));
        QuizPlace place{std::move(quiz), std::move(present),
                        quiz::Attempt{std::move(questions), shuffles()}, false};
        if (replace)
            replace_by(std::move(place));
        else
            go_to(std::move(place));
        return true;
    }

    void submit_answer(QuizPlace& place) {
        if (!place.attempt.submit()) return;
        const auto& question = place.attempt.question();
        const auto chosen = place.attempt.chosen_by_author();
        const bool one = question.kind != model::QuestionKind::multiple;
        participation.answered(question.id, one ? chosen.front() : tally::option_set(chosen),
                               place.attempt.answered_right(), moment(question.id));
        changed = true;
    }

    void end_visit() {
        const bool was_home = state.way.size() == 1;
        if (!was_home) go_home();
        overlay = {};
        participation.end_visit();
        if (state.volume != state.settings.volume) {
            state.volume = state.settings.volume;
            effects.emplace_back(SetVolume{state.volume});
        }
        effects.emplace_back(VisitEnded{});
        changed = true;
        take_up_snapshot();
    }

    void take_up_snapshot() {
        if (!waiting || participation.visiting()) return;
        state.snapshot = std::exchange(waiting, nullptr);
        state.catalog_error.reset();
        state.unavailable.clear();
        changed = true;
    }

    // ---- intents ----

    void on(const std::monostate&) {}
    void on(const screens::GoBack&) {
        if (state.way.size() < 2) return;
        leave_watch();
        state.way.pop_back();
        turned_page();
    }
    void on(const screens::GoHome&) {
        if (state.way.size() > 1) go_home();
    }
    void on(const screens::OpenHelp&) {
        participation.looked_up_service(moment());
        if (auto* watch = here<WatchPlace>();
            watch && watch->player.state == PlayerUpdate::State::playing)
            effects.emplace_back(PausePlayer{});
        overlay = screens::HelpModel{};
        changed = true;
    }
    void on(const screens::CloseOverlay&) {
        overlay = {};
        changed = true;
    }
    void on(const screens::ChangeVolume& asked) {
        state.volume = std::clamp(asked.volume, 0, 5);
        effects.emplace_back(SetVolume{state.volume});
        changed = true;
    }
    void on(const screens::OpenVideos&) { go_to(ShelfPlace{ShelfPlace::What::videos, {}}); }
    void on(const screens::OpenQuizzes&) {
        const auto& quizzes = state.snapshot->quizzes;
        // One quiz needs no shelf to choose from.
        if (quizzes.size() == 1)
            on(screens::OpenQuiz{quizzes.front().id});
        else
            go_to(ShelfPlace{ShelfPlace::What::quizzes, {}});
    }
    void on(const screens::OpenCampaign& asked) {
        go_to(ShelfPlace{ShelfPlace::What::campaign, asked.id});
    }
    void on(const screens::OpenVideo& asked) { start_video(asked.id); }
    void on(const screens::OpenQuiz& asked) {
        if (const auto* quiz = state.snapshot->quiz(asked.id))
            (void)start_quiz(quiz->id, quiz->questions, false);
    }
    void on(const screens::AnswerDaily& asked) {
        if (!start_quiz(std::nullopt, {asked.question}, false)) return;
        auto* place = here<QuizPlace>();
        if (asked.option < 0 || asked.option >= place->attempt.option_count()) return;
        (void)place->attempt.choose(place->attempt.shown_index(asked.option));
        submit_answer(*place);
    }
    void on(const screens::TogglePlay&) {
        auto* watch = here<WatchPlace>();
        if (!watch) return;
        switch (watch->player.state) {
        case PlayerUpdate::State::playing:
            effects.emplace_back(PausePlayer{});
            break;
        case PlayerUpdate::State::paused:
            effects.emplace_back(ResumePlayer{});
            break;
        case PlayerUpdate::State::ended:
            start_video(model::ItemId{watch->id});
            break;
        default:
            break;
        }
    }
    void on(const screens::SeekTo& asked) { seek(asked.target); }
    void on(const screens::SkipBy& asked) {
        if (const auto* watch = here<WatchPlace>()) seek(watch->player.position + asked.by);
    }
    void seek(Micros target) {
        auto* watch = here<WatchPlace>();
        if (!watch || watch->failed || watch->player.duration <= Micros{0}) return;
        target = std::clamp(target, Micros{0}, watch->player.duration);
        watch->player.position = target; // the bar follows the finger, the picture comes after
        effects.emplace_back(SeekPlayer{target});
        changed = true;
    }
    void on(const screens::ShowControls&) { show_controls(); }
    void show_controls() {
        auto* watch = here<WatchPlace>();
        if (!watch) return;
        if (now.steady >= watch->controls_until) changed = true;
        watch->controls_until = now.steady + k_controls_shown;
    }
    void on(const screens::ChooseOption& asked) {
        auto* place = here<QuizPlace>();
        if (!place || asked.shown < 0 || asked.shown >= place->attempt.option_count()) return;
        if (!place->attempt.choose(asked.shown)) return;
        changed = true;
        if (place->attempt.question().kind != model::QuestionKind::multiple) submit_answer(*place);
    }
    void on(const screens::SubmitAnswer&) {
        if (auto* place = here<QuizPlace>()) submit_answer(*place);
    }
    void on(const screens::NextQuestion&) {
        auto* place = here<QuizPlace>();
        if (!place || !place->attempt.next()) return;
        place->article_open = false;
        if (!place->attempt.finished()) {
            turned_page();
            return;
        }
        if (place->quiz) participation.finished_quiz(*place->quiz, moment(*place->quiz));
        replace_by(
            ResultPlace{place->quiz, place->questions, place->attempt, participation.newest()});
    }
    void on(const screens::ShowArticle& asked) {
        auto* place = here<QuizPlace>();
        if (!place || !place->attempt.answered()) return;
        place->article_open = asked.open;
        changed = true;
    }
    void on(const screens::RepeatQuiz&) {
        const auto* place = here<ResultPlace>();
        if (!place) return;
        const auto again = *place;
        (void)start_quiz(again.quiz, again.questions, true);
    }

    // ---- events ----

    void on(const screens::Intent& intent) {
        std::visit([this](const auto& asked) { on(asked); }, intent);
    }
    void on(const Touched&) {
        idle.touched(now.steady);
        if (!participation.visiting()) participation.begin_visit(moment());
        if (std::holds_alternative<screens::IdleModel>(overlay)) {
            overlay = {};
            changed = true;
        }
        show_controls();
    }
    void on(const Tick&) {}
    void on(const PlayerUpdate& update) {
        auto* watch = here<WatchPlace>();
        if (!watch || watch->failed) return;
        using S = PlayerUpdate::State;
        const auto before = watch->player;
        watch->player = update;
        if (update.presented) participation.presented(update.position, moment(watch->id));
        if (update.state == S::failed) {
            watch->failed = true;
            state.unavailable.insert(watch->id);
        }
        const bool over = update.state == S::ended || update.state == S::failed;
        if (over && before.state != update.state) idle.restart(now.steady);
        const bool moved = update.position / k_position_step != before.position / k_position_step;
        if (update.state != before.state || update.duration != before.duration || moved)
            changed = true;
    }
    void on(const CatalogChanged& event) {
        waiting = event.snapshot;
        if (state.snapshot->empty() || state.catalog_error) participation.end_visit();
        take_up_snapshot();
    }
    void on(const CatalogFailed& event) {
        if (!state.snapshot->empty()) return; // what is shown goes on
        state.catalog_error = event.error;
        changed = true;
    }
    void on(const Recorded& event) {
        const auto* result = here<ResultPlace>();
        if (result && state.durable < result->ticket && event.ticket >= result->ticket)
            changed = true;
        state.durable = std::max(state.durable, event.ticket);
    }

    // ---- time ----

    void check_idle() {
        if (!participation.visiting()) return;
        const auto doing = activity();
        switch (idle.phase(doing, now.steady)) {
        case IdleClock::Phase::quiet:
            return;
        case IdleClock::Phase::asking: {
            const int left = idle.seconds_left(doing, now.steady);
            const auto* shown = std::get_if<screens::IdleModel>(&overlay);
            if (!shown || shown->seconds_left != left) changed = true;
            overlay = screens::IdleModel{left};
            return;
        }
        case IdleClock::Phase::over:
            end_visit();
            return;
        }
    }

    /// A minute or the controls' time may have passed without any event.
    void check_page_time(const Now& before) {
        if (base::to_local(before.wall).minute != base::to_local(now.wall).minute) changed = true;
        const auto* watch = here<WatchPlace>();
        if (watch && before.steady < watch->controls_until && now.steady >= watch->controls_until)
            changed = true;
    }

    void count_effects() {
        for (auto& event : participation.take())
            effects.emplace_back(Count{std::move(event)});
    }

    void rebuild() {
        if (!changed) return;
        changed = false;
        page = build_page(state, now);
        ++revision;
    }
};

Flow::Flow(Settings settings, std::shared_ptr<const catalog::Snapshot> snapshot, Now now)
    : m(std::make_unique<Inner>(std::move(settings), std::move(snapshot), now)) {
    m->rebuild();
}

Flow::~Flow() = default;

std::vector<Effect> Flow::update(const Event& event, Now now) {
    const auto before = std::exchange(m->now, now);
    std::visit([this](const auto& held) { m->on(held); }, event);
    m->check_idle();
    m->check_page_time(before);
    m->count_effects();
    m->rebuild();
    return std::exchange(m->effects, {});
}

const screens::Page& Flow::page() const {
    return m->page;
}
const screens::Overlay& Flow::overlay() const {
    return m->overlay;
}
uint64_t Flow::revision() const {
    return m->revision;
}

SteadyTime Flow::next_tick() const {
    const auto& now = m->now;
    const auto past_minute = std::chrono::duration_cast<Micros>(now.wall.time_since_epoch()) %
                             Micros{std::chrono::minutes{1}};
    auto next = now.steady + (Micros{std::chrono::minutes{1}} - past_minute);
    if (m->participation.visiting())
        next = std::min(next, m->idle.next_change(m->activity(), now.steady));
    if (const auto* watch = std::get_if<WatchPlace>(&m->state.here());
        watch && now.steady < watch->controls_until)
        next = std::min(next, watch->controls_until);
    return next;
}

} // namespace pufa::flow
