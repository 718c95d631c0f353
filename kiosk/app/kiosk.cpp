#include "kiosk/app/kiosk.h"

#include "content/base/log.h"
#include "kiosk/app/cases.h"

#include <algorithm>
#include <utility>

namespace pufa::app {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds k_frame{16};      ///< while something moves
constexpr milliseconds k_look_again{10}; ///< while a write is awaited
constexpr milliseconds k_longest_wait{60'000};

std::shared_ptr<const catalog::Snapshot> nothing() {
    return std::make_shared<const catalog::Snapshot>();
}

} // namespace

Kiosk::Kiosk(Parts parts)
    : m_clock(parts.clock)
    , m_window(std::move(parts.window))
    , m_stills(std::move(parts.stills))
    , m_pictures(m_window->presenter(), *m_stills)
    , m_stage(
          *m_window, std::move(parts.text),
          [this](const std::string& key, ui::PixelSize covers) {
              return m_pictures.find(key, covers);
          },
          parts.panel_diagonal_mm)
    , m_playback(std::move(parts.spawn_decoder), std::move(parts.sink))
    , m_set_aside(std::move(parts.kiosk_db))
    , m_tally([folder = std::move(parts.tally_folder), options = parts.recorder](WallTime wall) {
        return tally::Recorder::open(folder, wall, options);
    })
    , m_watch(std::move(parts.store), std::move(parts.switched_off))
    , m_scrubber(std::move(parts.scrub), m_clock.steady())
    , m_snapshot(nothing())
    , m_flow(parts.settings, m_snapshot, now())
    , m_settings(parts.settings)
    , m_staff(parts.staff ? std::make_unique<StaffRoom>(*std::move(parts.staff),
                                                        staff::Now{m_clock.steady(), now().wall})
                          : nullptr)
    , m_touch_map(std::move(parts.touch_map)) {
    m_playback.set_volume(parts.settings.volume);
    const auto first = m_watch.load_first(now());
    if (!first) {
        catalogue_failed(first.error(), m_clock.steady());
        send(flow::CatalogFailed{first.error()});
    } else {
        m_snapshot = *first;
        send(flow::CatalogChanged{m_snapshot});
    }
    if (auto aside = m_set_aside.poll(*m_snapshot)) send(*std::move(aside));
    if (!m_staff) return;
    tell_content();
    tell_clock();
    m_staff->begin_first_start({m_clock.steady(), now().wall});
    look_at_staff(now());
}

flow::Now Kiosk::now() const {
    const auto steady = m_clock.steady();
    return {steady, m_clock.wall(steady)};
}

Kiosk::Turn Kiosk::turn(milliseconds at_most) {
    const auto wait = std::min(at_most, time_until_due(m_clock.steady()));
    for (const auto& event : m_window->wait(wait))
        if (handle(event) == Turn::quit) return Turn::quit;
    look_around();
    if (m_restart) return Turn::restart;
    const auto after = m_clock.steady();
    if (frame_due(after)) {
        draw();
    } else if (m_stage.has_news(playing())) {
        m_stage.show_picture(playing());
        m_playback.presented(playing().serial);
    }
    return Turn::go_on;
}

milliseconds Kiosk::time_until_due(SteadyTime now) const {
    auto due = std::min(m_flow.next_tick(), m_watch.next_poll());
    if (const auto player = m_playback.player().next_due(now)) due = std::min(due, *player);
    if (m_staff)
        if (const auto staff = m_staff->next_due(now)) due = std::min(due, *staff);
    if (revision() != m_drawn_revision) due = now;
    if (m_stage.wants_frame()) due = std::min(due, m_drawn_at + k_frame);
    if (const auto pictures = m_pictures.next_due(now)) due = std::min(due, *pictures);
    if (const auto captions = m_captions.next_due()) due = std::min(due, *captions);
    if (const auto scrub = m_scrubber.next_due()) due = std::min(due, *scrub);
    if (const auto aside = m_set_aside.next_due()) due = std::min(due, *aside);
    if (m_tally.waiting()) due = std::min(due, now + k_look_again);
    if (due <= now) return milliseconds(0);
    return std::min(std::chrono::ceil<milliseconds>(due - now), k_longest_wait);
}

Kiosk::Turn Kiosk::handle(const platform::WindowEvent& event) {
    return std::visit(Cases{[](const platform::QuitAsked&) { return Turn::quit; },
                            [this](const platform::Resized&) {
                                m_stage.resized();
                                return Turn::go_on;
                            },
                            [this](const platform::Exposed&) {
                                m_stage.exposed();
                                return Turn::go_on;
                            },
                            [this](const platform::PointerEvent& pointer) {
                                handle_pointer(pointer);
                                return Turn::go_on;
                            },
                            [](const platform::Woken&) { return Turn::go_on; }},
                      event);
}

void Kiosk::handle_pointer(const platform::PointerEvent& event) {
    if (!m_staff) {
        touch(event);
        return;
    }
    const auto at = now();
    const auto& layout = m_stage.layout();
    const staff::Hold::Panel panel{static_cast<float>(m_window->width()),
                                   static_cast<float>(m_window->height()),
                                   layout.units_per_mm * layout.scale};
    const auto finger = m_staff->look_at(event, panel, {at.steady, at.wall});
    // It rested where the way in is, for less than that takes: a touch as any other.
    if (m_staff->lets_go()) send(flow::Touched{});
    if (finger == StaffRoom::Finger::nobody) return;
    if (m_staff->desk().open() || finger == StaffRoom::Finger::resting) {
        m_scrubber.touched(at.steady);
        if (m_stage.touch(event, at.steady)) draw();
        return;
    }
    touch(event);
}

void Kiosk::touch(const platform::PointerEvent& event) {
    if (event.kind == ui::PointerInput::Kind::down) {
        m_scrubber.touched(m_clock.steady());
        send(flow::Touched{});
    }
    if (m_stage.touch(event, m_clock.steady())) draw();
    if (event.kind == ui::PointerInput::Kind::up || event.kind == ui::PointerInput::Kind::cancel)
        send(flow::Lifted{});
}

/// Everything that happens without a touch.
void Kiosk::look_around() {
    const auto at = now();
    m_tally.update(at.steady, at.wall, m_snapshot->clock_floor);
    if (const auto durable = m_tally.durable(); durable != m_told_durable) {
        m_told_durable = durable;
        send(flow::Recorded{durable});
    }
    if (auto news = m_watch.poll(at)) {
        if (const auto* changed = std::get_if<flow::CatalogChanged>(&*news))
            m_snapshot = changed->snapshot;
        if (const auto* gone = std::get_if<flow::ItemsGone>(&*news)) m_snapshot = gone->snapshot;
        if (const auto* failed = std::get_if<flow::CatalogFailed>(&*news))
            catalogue_failed(failed->error, at.steady);
        m_stage.exposed(); // pictures of the same name may be others now
        tell_content();
        tell_clock();
        send(*news);
    }
    m_scrubber.update(at.steady, at.wall);
    look_at_player(at);
    if (m_staff) look_at_staff(at);
    if (auto read = m_captions.poll(at.steady)) send(*std::move(read));
    if (m_pictures.update(*m_snapshot, at.steady)) m_stage.refresh();
    if (at.steady >= m_flow.next_tick()) send(flow::Tick{});
}

void Kiosk::look_at_player(const flow::Now& at) {
    m_playback.update(at.steady);
    const auto update = m_playback.take_update();
    if (const auto outcome = m_playback.take_outcome()) {
        if (outcome->error)
            m_set_aside.failed(outcome->item, *outcome->error, *m_snapshot, at.wall);
        else
            m_set_aside.played(outcome->item);
    }
    m_set_aside.update(at.steady);
    if (update) send(*update);
    if (auto aside = m_set_aside.poll(*m_snapshot)) send(*std::move(aside));
}

/// What is shown stays; the scrub repairs the database.
void Kiosk::catalogue_failed(const Error& error, SteadyTime now) {
    if (error.code == Code::DAMAGED_DATABASE) m_scrubber.database_damaged(now);
}

void Kiosk::send(const flow::Event& event) {
    auto at = now();
    at.wall += m_preview; // for the pages alone: packs, statistics and the scrub live today
    for (const auto& effect : m_flow.update(event, at))
        apply(effect, at.steady);
}

void Kiosk::apply(const flow::Effect& effect, SteadyTime now) {
    std::visit(
        Cases{[&](const flow::PlayVideo& play) {
                  m_playback.play(play, now);
                  m_captions.read(play, now);
              },
              [&](const flow::PausePlayer&) { m_playback.pause(now); },
              [&](const flow::ResumePlayer&) { m_playback.resume(now); },
              [&](const flow::SeekPlayer& seek) { m_playback.seek(seek.target, now); },
              [&](const flow::SetPace& set) { m_playback.set_pace(set.percent, now); },
              [&](const flow::ChooseSound& choice) { m_playback.choose_sound(choice.track, now); },
              [&](const flow::StopPlayer&) { m_playback.stop(); },
              [&](const flow::SetVolume& set) { m_playback.set_volume(set.volume); },
              [&](const flow::TickAloud&) { m_playback.tick(); },
              [&](const flow::Count& count) {
                  // Who looks at another day does so today.
                  auto event = count.event;
                  event.when -= m_preview;
                  m_tally.record(event);
              },
              [&](const flow::PageChanged&) { m_stage.page_changed(); },
              [&](const flow::VisitEnded&) { m_stage.visit_ended(); },
              [&](const flow::StaffLooked&) { end_preview(); }},
        effect);
}

bool Kiosk::frame_due(SteadyTime now) const {
    return revision() != m_drawn_revision || (m_stage.wants_frame() && now >= m_drawn_at + k_frame);
}

void Kiosk::draw() {
    m_drawn_revision = revision();
    m_drawn_at = m_clock.steady();
    // What the visitor asked for begins before the frame is painted, and one that it has made old
    // is not painted at all; though never two of them, or a finger on its way could stop them all.
    if (m_staff && m_staff->desk().open()) {
        const model::Look look{.language = m_staff->desk().language()};
        const auto page =
            std::visit(Cases{[](std::monostate) -> screens::Page { return {}; },
                             [](const auto& model) -> screens::Page { return model; }},
                       m_staff->desk().page());
        hear(m_stage.build(page, {}, {}, look, m_drawn_at));
    } else {
        hear(m_stage.build(m_flow.page(), m_flow.overlay(), banner(), m_flow.look(), m_drawn_at));
    }
    m_left_out = revision() != m_drawn_revision && !m_left_out;
    if (m_left_out) return;
    const auto showing = playing();
    m_stage.show(showing);
    if (m_stage.shows(showing)) m_playback.presented(showing.serial);
    m_touch_map.show(m_stage.seen(), m_stage.layout());
}

Playing Kiosk::playing() const {
    const auto& player = m_playback.player();
    return {player.picture(), player.picture_serial(), player.status().facts.rotation};
}

} // namespace pufa::app
