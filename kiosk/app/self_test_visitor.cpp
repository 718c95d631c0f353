#include "kiosk/app/self_test_visitor.h"

#include "content/base/log.h"

#include <cmath>

namespace pufa::app {
namespace {

constexpr std::chrono::milliseconds k_turn{5};
constexpr std::chrono::milliseconds k_still{250};

} // namespace

Visitor::Visitor(Kiosk& kiosk, Report& report, std::filesystem::path shots)
    : m_kiosk(kiosk)
    , m_report(report)
    , m_shots(std::move(shots)) {}

void Visitor::turn() {
    if (m_kiosk.turn(k_turn) == Kiosk::Turn::quit) m_ended = true;
}

bool Visitor::wait_until(const std::function<bool()>& is) {
    const auto until = now() + k_patience;
    while (!is()) {
        if (m_ended || now() > until) return false;
        turn();
    }
    return true;
}

bool Visitor::wait_for(std::string_view target) {
    return wait_until([&] { return see(target).has_value(); });
}

void Visitor::run_for(Micros time, const std::function<void()>& each_turn) {
    const auto until = now() + time;
    while (!m_ended && now() < until) {
        turn();
        if (each_turn) each_turn();
    }
}

void Visitor::settle() {
    const auto& presenter = m_kiosk.window().presenter();
    const auto until = now() + k_patience;
    auto seen = presenter.presented();
    auto since = now();
    while (!m_ended && now() < until && now() - since < k_still) {
        turn();
        if (presenter.presented() == seen) continue;
        seen = presenter.presented();
        since = now();
    }
}

std::optional<ui::Rect> Visitor::see(std::string_view target) const {
    const auto* found = m_kiosk.stage().seen().find(target);
    if (!found || !found->enabled) return std::nullopt;
    return found->rect;
}

void Visitor::touch(ui::Point at) {
    const auto pixel = m_kiosk.stage().layout().to_pixels(at);
    ++m_finger;
    m_kiosk.window().inject(ui::PointerInput::Kind::down, m_finger, pixel);
    turn();
    m_kiosk.window().inject(ui::PointerInput::Kind::up, m_finger, pixel);
    turn();
    turn(); // what the tap led to
}

bool Visitor::tap(std::string_view target) {
    return tap_along(target, 0.5).has_value();
}

std::optional<double> Visitor::tap_along(std::string_view target, double fraction) {
    const bool seen = wait_until([&] {
        if (see(target)) return true;
        if (const auto hidden = see("watch.show")) touch(hidden->center());
        return false;
    });
    if (!seen) {
        base::log_warning("self-test: nothing to touch: {}", target);
        return std::nullopt;
    }
    const auto rect = *see(target);
    touch({rect.x + rect.w * static_cast<float>(fraction), rect.center().y});
    return fraction;
}

platform::Image Visitor::look() const {
    auto& window = m_kiosk.window();
    return window.presenter().read_back({0, 0, window.width(), window.height()});
}

platform::Image Visitor::shoot(const std::string& name) {
    auto image = look();
    if (m_shots.empty()) return image;
    const auto file = (m_shots / (name + ".png")).string();
    if (const auto written = platform::write_png(image, file); written)
        m_report.shots.push_back(file);
    else
        m_report.add({"shots", false, fmt::format("{}: {}", file, written.error().detail)});
    return image;
}

std::optional<int> Visitor::frame_number() const {
    const auto place = m_kiosk.stage().video_place();
    if (place.empty()) return std::nullopt;
    return judge::read_code(m_kiosk.window().presenter().read_back(judge::code_rows(place)));
}

ui::PixelRect Visitor::pixels(const ui::Rect& canvas) const {
    return m_kiosk.stage().layout().pixels(canvas);
}

judge::Heard Visitor::hear() const {
    const auto& sink = m_kiosk.sink();
    return {sink.taken(), sink.heard_position(now())};
}

} // namespace pufa::app
