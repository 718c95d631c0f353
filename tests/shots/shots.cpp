#include "tests/shots/shots.h"

#include "tests/shots/golden.h"
#include "tests/shots/picture.h"
#include "tests/shots/scene.h"
#include "tests/support/desk_pages.h"
#include "tests/support/gallery_pages.h"
#include "tests/support/translated_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <system_error>

namespace pufa::shots {

namespace {

namespace fs = std::filesystem;

constexpr int k_label_height = 26;
/// Thumbnails on a sheet stay large enough to be read when the sheet fills a screen.
constexpr int k_sheet_width = 2000, k_sheet_height = 1500;

Result<void> make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return Error{Code::DISK_ERROR, folder.string(), failed.message()};
    return {};
}

class Session {
  public:
    Session(const Choice& choice, const Panel& panel, Scene& scene, Count& count)
        : m_choice(choice)
        , m_panel(panel)
        , m_scene(scene)
        , m_count(count) {}

    Result<void> draw() {
        PUFA_CHECK(make_folder(m_choice.out / "sheets"));
        if (m_choice.wanted == Wanted::sheets_and_pictures)
            PUFA_CHECK(make_folder(m_choice.out / m_panel.name));
        for (const auto& name : m_choice.pages)
            (void)label(name);
        // A change of the size costs all glyphs, so it comes seldom.
        for (const auto size : m_choice.sizes)
            for (const auto language : m_choice.languages)
                for (const auto theme : m_choice.themes)
                    PUFA_CHECK(sheet({.language = language, .text = size, .theme = theme}));
        return {};
    }

  private:
    const platform::Image& label(const std::string& name) {
        return m_scene.label(name, m_panel.width / m_panel.shrink, k_label_height);
    }
    [[nodiscard]] bool chosen(std::string_view name) const {
        const auto& names = m_choice.pages;
        return std::find(names.begin(), names.end(), name) != names.end();
    }
    [[nodiscard]] std::vector<support::NamedPage> chosen_in(model::Language language) const {
        auto pages = support::all_pages(language);
        for (auto& page : support::desk_pages(language))
            pages.push_back(std::move(page));
        std::erase_if(pages, [&](const auto& page) { return !chosen(page.name); });
        return pages;
    }
    Result<void> sheet(const model::Look& look) {
        const std::string looks =
            fmt::format("{}.{}.{}", model::tag(look.language), word(look.text), word(look.theme));
        std::vector<Labelled> all;
        const auto take = [&](const std::string& name) -> Result<void> {
            const auto picture = m_scene.picture();
            ++m_count.pictures;
            if (m_choice.wanted == Wanted::sheets_and_pictures)
                PUFA_CHECK(platform::write_png(picture, m_choice.out / m_panel.name /
                                                            (name + "." + looks + ".png")));
            all.push_back({label(name), shrunk(picture, m_panel.shrink)});
            return {};
        };
        for (const auto& page : chosen_in(look.language)) {
            m_scene.draw(page, look);
            PUFA_CHECK(take(page.name));
        }
        for (const auto& [name, part] : support::k_gallery_pages) {
            if (!chosen(name)) continue;
            m_scene.draw([part = part](ui::Ui& ui) { support::draw_gallery_part(ui, part); }, look);
            PUFA_CHECK(take(std::string{name}));
        }
        return write_sheets(all, fmt::format("{}.{}", m_panel.name, looks));
    }
    Result<void> write_sheets(const std::vector<Labelled>& all, const std::string& name) {
        const int columns = std::max(1, k_sheet_width / (m_panel.width / m_panel.shrink));
        const int rows =
            std::max(1, k_sheet_height / (m_panel.height / m_panel.shrink + k_label_height));
        const auto most = static_cast<size_t>(columns * rows);
        for (size_t from = 0; from < all.size(); from += most) {
            const std::vector<Labelled> part(
                all.begin() + static_cast<ptrdiff_t>(from),
                all.begin() + static_cast<ptrdiff_t>(std::min(from + most, all.size())));
            const auto file = fmt::format("{}.{}.png", name, from / most + 1);
            PUFA_CHECK(
                platform::write_png(contact_sheet(part, columns), m_choice.out / "sheets" / file));
            ++m_count.sheets;
        }
        return {};
    }

    const Choice& m_choice;
    const Panel& m_panel;
    Scene& m_scene;
    Count& m_count;
};

} // namespace

Result<Count> draw_all(const Choice& choice) {
    Count count;
    for (const auto& panel : choice.panels) {
        PUFA_TRY(auto scene, Scene::open(panel));
        PUFA_CHECK(Session(choice, panel, *scene, count).draw());
    }
    return count;
}

namespace {

int accept(const std::filesystem::path& folder) {
    const auto count = accept_goldens(folder);
    if (!count.ok()) {
        std::cerr << count.error().where << ": " << count.error().detail << "\n";
        return 1;
    }
    std::cout << fmt::format("{} pictures are the approved ones now, in {}\n", *count,
                             folder.string());
    return 0;
}

} // namespace

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() == 2 && arguments.front() == "--accept") return accept(arguments.back());
    const auto choice = choose(arguments);
    if (const auto* error = std::get_if<Error>(&choice)) {
        std::cerr << error->where << ": " << error->detail << "\n";
        return 2;
    }
    const auto& chosen = std::get<Choice>(choice);
    const auto count = draw_all(chosen);
    if (!count.ok()) {
        std::cerr << count.error().where << ": " << count.error().detail << "\n";
        return 1;
    }
    std::cout << fmt::format("{} pictures of pages on {} sheets in {}\n", count->pictures,
                             count->sheets, (chosen.out / "sheets").string());
    if (chosen.wanted == Wanted::sheets_and_pictures)
        std::cout << "each in full size beside them, one folder per panel\n";
    return 0;
}

} // namespace pufa::shots
