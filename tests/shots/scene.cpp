#include "tests/shots/scene.h"

#include "kiosk/screens/screens.h"

#include <array>

namespace pufa::shots {

namespace {

constexpr int k_poster_width = 480, k_poster_height = 270;
constexpr int k_film_width = 960, k_film_height = 540;
/// A page is at rest long before so many frames; one that never rests is shown as it stands.
constexpr int k_most_frames = 12;
constexpr base::Micros k_frame = std::chrono::milliseconds{400};

} // namespace

Result<std::unique_ptr<Scene>> Scene::open(const Panel& panel, const SceneOptions& options) {
    platform::WindowOptions wanted;
    wanted.offscreen = true;
    wanted.width = panel.width;
    wanted.height = panel.height;
    wanted.drawn_by = options.drawn_by;
    PUFA_TRY(auto window, platform::Window::open(wanted));
    std::unique_ptr<Scene> scene{new Scene{panel, options.film, std::move(window)}};
    PUFA_CHECK(scene->start(options));
    return scene;
}

Scene::Scene(const Panel& panel, Film film, std::unique_ptr<platform::Window> window)
    : m_panel(panel)
    , m_window(std::move(window))
    , m_film(film, k_film_width, k_film_height) {}

Scene::~Scene() = default;

Result<void> Scene::start(const SceneOptions& options) {
    PUFA_TRY(auto fonts, ui::find_fonts());
    PUFA_TRY(m_text, ui::Text::open(fonts, m_window->presenter()));
    if (options.wrap_text) m_text = options.wrap_text(std::move(m_text));
    m_ui =
        std::make_unique<ui::Ui>(*m_text, m_memory, [this](const std::string& key, ui::PixelSize) {
            return find_poster(key);
        });
    return {};
}

void Scene::draw(const screens::Page& page, const screens::Overlay& overlay, model::Look look) {
    draw([&](ui::Ui& ui) { (void)screens::draw(ui, page, overlay); }, look);
}

void Scene::draw(const support::NamedPage& named, model::Look look) {
    draw([&](ui::Ui& ui) { (void)screens::draw(ui, named.page, named.overlay); }, look,
         [&](ui::UiMemory& memory) { named.touch(memory); }, named.input());
}

void Scene::draw(const std::function<void(ui::Ui&)>& page, model::Look look) {
    draw(page, look, [](ui::UiMemory&) {}, {});
}

void Scene::draw(const std::function<void(ui::Ui&)>& page, model::Look look,
                 const std::function<void(ui::UiMemory&)>& prepare, const ui::Ui::Input& input) {
    look.reach = m_panel.reach;
    m_layout = layout_of(m_panel, look.text);
    m_memory = {};
    prepare(m_memory);
    for (int i = 0; i < k_most_frames; ++i) {
        m_now += k_frame;
        m_ui->begin(m_layout, look, input, m_now);
        page(*m_ui);
        m_frame = &m_ui->end();
        // Two at least: what the first one measured the second may use.
        if (i > 0 && !m_ui->animating()) break;
    }
    draw_again();
}

void Scene::draw_again() {
    draw_again(std::array{ui::PixelRect{0, 0, m_panel.width, m_panel.height}});
}

void Scene::draw_again(std::span<const ui::PixelRect> damage) {
    std::optional<platform::VideoLayer> video;
    if (const auto& hole = m_ui->video_rect())
        video = platform::VideoLayer{&m_film.picture(), 1, m_layout.pixels(*hole), 0};
    m_window->presenter().present(*m_frame, video, damage);
}

platform::Image Scene::picture() const {
    return read_back({0, 0, m_panel.width, m_panel.height});
}

platform::Image Scene::read_back(const ui::PixelRect& part) const {
    return m_window->presenter().read_back(part);
}

const platform::Image& Scene::label(const std::string& words, int width, int height) {
    if (const auto known = m_labels.find(words); known != m_labels.end()) return known->second;
    auto layout = ui::make_layout(m_panel.width, m_panel.height);
    layout.scale = 1;
    m_ui->begin(layout, {}, {}, m_now);
    const auto w = static_cast<float>(width);
    const auto h = static_cast<float>(height);
    m_ui->fill({0, 0, w, h}, ui::Color::white);
    m_ui->label({.size = h * 0.62f, .color = ui::Color::black}, {h / 4, 0, w - h / 4, h}, words,
                ui::Align::left);
    const ui::PixelRect strip{0, 0, width, height};
    m_window->presenter().present(m_ui->end(), std::nullopt, std::array{strip});
    return m_labels.emplace(words, m_window->presenter().read_back(strip)).first->second;
}

std::optional<ui::PictureTexture> Scene::find_poster(const std::string& key) {
    auto found = m_posters.find(key);
    if (found == m_posters.end()) {
        const auto image = draw_poster(key, k_poster_width, k_poster_height);
        const auto texture =
            m_window->presenter().create(image.width, image.height, std::span{image.rgba});
        found =
            m_posters.emplace(key, ui::PictureTexture{texture, image.width, image.height}).first;
    }
    return found->second;
}

} // namespace pufa::shots
