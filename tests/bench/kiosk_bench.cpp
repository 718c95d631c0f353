#include "tests/bench/kiosk_bench.h"

#include "content/base/file.h"
#include "content/pin/pin.h"
#include "kiosk/app/assemble.h"
#include "tests/bench/packs.h"

#include <algorithm>

namespace pufa::bench {

namespace {

using namespace std::chrono_literals;
using Kind = ui::PointerInput::Kind;

constexpr auto k_patience = 60s; ///< against hanging
constexpr auto k_quiet = 500ms;
constexpr auto k_step = 100ms;
constexpr const char* k_config = "kiosk.toml"; ///< beside the state

Error never(std::string_view what) {
    return {Code::NOT_FOUND, std::string{what}, "did not appear on the kiosk's screen"};
}

} // namespace

// ---- a folder ----

Result<std::unique_ptr<BenchFolder>> BenchFolder::make(int packs) {
    std::unique_ptr<BenchFolder> made{new BenchFolder};
    const auto& root = made->m_folder.path();
    PUFA_CHECK(base::write_file_atomic(root / k_config, ""));
    PUFA_CHECK(install_packs(base::state_paths(made->empty()), root / "sources", 0));
    PUFA_CHECK(install_packs(base::state_paths(made->full()), root / "sources", packs));
    return made;
}

// ---- a kiosk ----

Result<std::unique_ptr<KioskBench>> KioskBench::open(const std::filesystem::path& state) {
    std::unique_ptr<KioskBench> bench{new KioskBench};
    app::Options options;
    options.state = state;
    options.config = state.parent_path() / k_config;
    options.now = base::parse_iso(k_bench_day);
    // Started before: nobody is asked to set a PIN.
    PUFA_CHECK(base::make_folders(pin::staff_folder(options.config.parent_path())));
    PUFA_TRY(const auto ground, app::prepare(options));
    PUFA_TRY(auto parts, app::assemble(options, ground, {.offscreen = true, .fullscreen = false}));
    parts.clock = app::MachineClock(
        options.now, [skipped = &bench->m_skipped] { return base::steady_now() + *skipped; });
    bench->m_kiosk = std::make_unique<app::Kiosk>(std::move(parts));
    return bench;
}

Result<void> KioskBench::show_first() {
    // Without a pack there is a picture, but nothing on it to touch.
    const bool touchable = !m_kiosk->snapshot().packs.empty();
    const auto shows = [&] { return presented() > 0 && (!touchable || find("") != nullptr); };
    if (!wait_until(shows)) return never("a picture");
    // Drawing goes on beside the program; reading waits for it.
    (void)m_kiosk->window().presenter().read_back({0, 0, 1, 1});
    return {};
}

Result<void> KioskBench::tap(std::string_view id) {
    if (!wait_until([&] { return find(id) != nullptr; })) return never(id);
    touch(m_kiosk->stage().layout().to_pixels(find(id)->rect.center()));
    settle();
    return {};
}

void KioskBench::touch_ground() {
    touch({40, 40});
}

uint64_t KioskBench::presented_in(std::chrono::seconds span) {
    const auto before = presented();
    const auto time = [&] { return base::steady_now() + m_skipped; };
    for (const auto until = time() + span; time() < until;) {
        m_skipped += k_step;
        turn();
    }
    return presented() - before;
}

bool KioskBench::wait_until(const std::function<bool()>& is) {
    for (const auto until = base::steady_now() + k_patience; !is(); turn())
        if (base::steady_now() > until) return false;
    return true;
}

const ui::Target* KioskBench::find(std::string_view id) const {
    const auto& all = m_kiosk->stage().seen().all();
    const auto found = std::find_if(all.begin(), all.end(), [&](const ui::Target& target) {
        return target.enabled && target.id.starts_with(id);
    });
    return found == all.end() ? nullptr : &*found;
}

void KioskBench::touch(ui::Point pixel) {
    m_kiosk->window().inject(Kind::down, 1, pixel);
    turn();
    m_kiosk->window().inject(Kind::up, 1, pixel);
    turn();
}

void KioskBench::turn() {
    (void)m_kiosk->turn(1ms);
}

void KioskBench::settle() {
    auto seen = presented();
    auto since = base::steady_now();
    while (base::steady_now() - since < k_quiet) {
        turn();
        if (presented() == seen) continue;
        seen = presented();
        since = base::steady_now();
    }
}

uint64_t KioskBench::presented() const {
    return m_kiosk->window().presenter().presented();
}

// ---- pages left alone ----

std::vector<StillPage> still_pages() {
    return {{"home", {"attract.wake"}},
            {"quiz", {"attract.wake", "home.door.quizzes", "shelf.quiz."}},
            {"article", {"attract.wake", "home.door.articles", "shelf.article."}}};
}

Result<uint64_t> presented_on(const StillPage& page, const std::filesystem::path& state) {
    PUFA_TRY(const auto bench, KioskBench::open(state));
    for (const auto& id : page.taps)
        PUFA_CHECK(bench->tap(id));
    uint64_t frames = bench->presented_in(30s);
    bench->touch_ground();
    frames += bench->presented_in(30s);
    return frames;
}

Result<void> measure_still(const BenchFolder& folder, std::vector<Row>& rows) {
    rows.push_back({"clock on the wall", "floor", "minutes that begin in 60 s", 1, "count"});
    for (const auto& page : still_pages()) {
        PUFA_TRY(const auto frames, presented_on(page, folder.full()));
        rows.push_back({page.name + " left alone", "ours", "frames presented in 60 s",
                        static_cast<double>(frames), "count"});
    }
    return {};
}

} // namespace pufa::bench
