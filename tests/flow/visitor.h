#pragma once
// Drives a Flow in fake time and keeps what it asked for.

#include "kiosk/flow/flow.h"

#include "tests/support/sample_snapshot.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace pufa::test {

class Visitor {
  public:
    /// `awake`: the attract page has given way, but nobody's visit has begun.
    enum class Start { awake, attract };
    explicit Visitor(std::shared_ptr<const catalog::Snapshot> snapshot = sample_snapshot(),
                     const std::string& wall = "2026-11-23T15:20:00", Start start = Start::awake)
        : m_now{SteadyTime{std::chrono::hours{1}}, *base::parse_iso(wall)}
        , flow(settings(), std::move(snapshot), m_now) {
        if (start == Start::awake) (void)flow.update(screens::Intent{screens::Wake{}}, m_now);
    }

    static flow::Settings settings() {
        flow::Settings settings;
        settings.place = "公共法律服务中心";
        settings.seed = 42;
        return settings;
    }

    void send(const flow::Event& event) {
        for (auto& effect : flow.update(event, m_now)) {
            if (auto* count = std::get_if<flow::Count>(&effect)) events.push_back(count->event);
            effects.push_back(std::move(effect));
        }
    }
    /// A finger goes down, then the screen's intent comes.
    void touch(const screens::Intent& intent) {
        send(flow::Touched{});
        send(intent);
    }
    /// Time passes as the kiosk lives it: a Tick whenever the flow asks for one.
    void wait(Micros span) {
        const auto until = m_now.steady + span;
        const auto wall = m_now.wall;
        const auto steady = m_now.steady;
        while (m_now.steady < until) {
            m_now.steady = std::min(until, std::max(flow.next_tick(), m_now.steady + Micros{1}));
            m_now.wall =
                wall + std::chrono::floor<std::chrono::milliseconds>(m_now.steady - steady);
            send(flow::Tick{});
        }
    }
    [[nodiscard]] const flow::Now& now() const { return m_now; }
    /// Somebody sets the clock on the wall.
    void set_wall(WallTime wall) { m_now.wall = wall; }
    /// The player presents from `from` to `to`, four pictures a second.
    void play(Micros from, Micros to, Micros duration) {
        for (auto at = from; at < to; at += Micros{250'000}) {
            send(flow::PlayerUpdate{flow::PlayerUpdate::State::playing, at, duration, true});
            wait(Micros{250'000});
        }
    }
    void player(flow::PlayerUpdate::State state, Micros position = {}, Micros duration = {}) {
        send(flow::PlayerUpdate{state, position, duration, false});
    }

    template <class P>
    [[nodiscard]] const P& page() const {
        return std::get<P>(flow.page());
    }
    template <class P>
    [[nodiscard]] bool at() const {
        return std::holds_alternative<P>(flow.page());
    }
    template <class O>
    [[nodiscard]] bool over() const {
        return std::holds_alternative<O>(flow.overlay());
    }
    template <class E>
    [[nodiscard]] int asked_for() const {
        return static_cast<int>(std::count_if(effects.begin(), effects.end(), [](const auto& e) {
            return std::holds_alternative<E>(e);
        }));
    }
    [[nodiscard]] int counted(tally::Counter counter, const std::string& item = "") const {
        return static_cast<int>(
            std::count_if(events.begin(), events.end(), [&](const tally::Event& event) {
                return event.counter == counter && (item.empty() || event.item == item);
            }));
    }

  private:
    flow::Now m_now;

  public:
    flow::Flow flow;
    std::vector<flow::Effect> effects;
    std::vector<tally::Event> events;
};

} // namespace pufa::test
