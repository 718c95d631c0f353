#include "kiosk/ui/fonts.h"

#include "kiosk/ui/icons.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

using namespace pufa;
using namespace pufa::ui;
using model::Language;
namespace fs = std::filesystem;

namespace {

/// A folder with links to the real fonts, which find_fonts is pointed at.
class FontFolder {
  public:
    FontFolder() {
        const auto found = find_fonts();
        REQUIRE(found.ok());
        m_path = fs::temp_directory_path() / ("pufa-fonts-" + std::to_string(getpid()));
        fs::create_directory(m_path);
        for (const auto& file : {found->sans, found->sans_bold, found->serif_bold, found->icons})
            fs::create_symlink(file, m_path / file.filename());
        setenv("PUFA_FONT_DIR", m_path.c_str(), 1);
    }
    ~FontFolder() {
        unsetenv("PUFA_FONT_DIR");
        fs::remove_all(m_path);
    }
    FontFolder(const FontFolder&) = delete;
    FontFolder& operator=(const FontFolder&) = delete;
    void remove(const char* name) const { fs::remove(m_path / name); }
    void replace_by_text(const char* name) const {
        remove(name);
        std::ofstream{m_path / name} << "no font";
    }

  private:
    fs::path m_path;
};

std::unique_ptr<Fonts> open_fonts() {
    auto files = find_fonts();
    REQUIRE(files.ok());
    auto fonts = Fonts::open(*files);
    REQUIRE(fonts.ok());
    return std::move(fonts).value();
}

} // namespace

TEST_CASE("a missing font is named with the package that has it") {
    const std::pair<const char*, const char*> cases[]{
        {"NotoSansCJK-Regular.ttc", "fonts-noto-cjk"},
        {"NotoSansCJK-Bold.ttc", "fonts-noto-cjk"},
        {"NotoSerifCJK-Bold.ttc", "fonts-noto-cjk"},
        {"MaterialIcons-Regular.ttf", "fonts-material-design-icons-iconfont"}};
    for (const auto& [file, package] : cases) {
        const FontFolder folder;
        CHECK(find_fonts().ok());
        folder.remove(file);
        const auto found = find_fonts();
        REQUIRE_FALSE(found.ok());
        CHECK(found.error().code == Code::NO_FONT);
        CHECK(found.error().where == file);
        CHECK(found.error().detail == package);
    }
}

TEST_CASE("a file that is no font is named as well") {
    const FontFolder folder;
    folder.replace_by_text("NotoSerifCJK-Bold.ttc");
    const auto found = find_fonts();
    REQUIRE(found.ok());
    const auto opened = Fonts::open(*found);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == Code::NO_FONT);
    CHECK(opened.error().where == "NotoSerifCJK-Bold.ttc");
}

TEST_CASE("a collection without its Chinese faces is no font for us") {
    auto files = *find_fonts();
    files.sans = files.icons; // one face only
    const auto opened = Fonts::open(files);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == Code::NO_FONT);
}

TEST_CASE("the language chooses the shapes of ideographs and of punctuation") {
    const auto fonts = open_fonts();
    // 返 and 骨 are written differently in the two scripts; 一 is not.
    for (const char32_t c : {U'返', U'骨', U'，'}) {
        const GlyphRef hans = fonts->find(Face::sans, Language::zh_hans, c);
        const GlyphRef hant = fonts->find(Face::sans, Language::zh_hant, c);
        CHECK(hans.glyph != 0);
        CHECK(hant.glyph != 0);
        CHECK(hans.glyph != hant.glyph);
    }
    CHECK(fonts->advance(fonts->find(Face::sans, Language::zh_hans, U'’')) == doctest::Approx(1));
    CHECK(fonts->advance(fonts->find(Face::sans, Language::en, U'’')) < 0.4f);
}

TEST_CASE("characters above U+FFFF are found in every face of text") {
    const auto fonts = open_fonts();
    for (const Face face : {Face::sans, Face::sans_bold, Face::serif_bold})
        for (const char32_t c : {U'𠮷', U'𠅘', U'𧒽'})
            CHECK(fonts->find(face, Language::zh_hans, c).glyph != 0);
}

TEST_CASE("a character that no face has is glyph 0, and an icon is not looked for in text") {
    const auto fonts = open_fonts();
    CHECK(fonts->find(Face::sans, Language::zh_hans, 0x10FFFD).glyph == 0);
    CHECK(fonts->find(Face::icons, Language::zh_hans, icons::home).glyph != 0);
    CHECK(fonts->find(Face::sans, Language::zh_hans, icons::home).glyph == 0);
}

TEST_CASE("every icon that a screen can name is in the icon font") {
    const auto fonts = open_fonts();
    for (const char32_t c :
         {icons::back,        icons::forward,    icons::home,          icons::help,
          icons::volume,      icons::volume_off, icons::play,          icons::pause,
          icons::replay_10,   icons::forward_10, icons::close,         icons::check_circle,
          icons::cancel,      icons::quiz,       icons::video,         icons::book,
          icons::phone,       icons::lightbulb,  icons::chevron_right, icons::replay,
          icons::warning,     icons::check,      icons::check_outline, icons::box,
          icons::box_checked, icons::handshake,  icons::play_circle,   icons::hourglass,
          icons::reception,   icons::staff,      icons::expand_more,   icons::expand_less})
        CHECK(fonts->find(Face::icons, Language::zh_hans, c).glyph != 0);
}

TEST_CASE("a glyph is rendered as large as its em asks") {
    const auto fonts = open_fonts();
    const GlyphRef ref = fonts->find(Face::sans, Language::zh_hans, U'国');
    const GlyphBitmap small = fonts->render(ref, 20);
    CHECK(small.coverage.size() == static_cast<size_t>(small.width * small.height));
    CHECK(small.width > 14);
    CHECK(small.width <= 20);
    const GlyphBitmap large = fonts->render(ref, 100);
    CHECK(large.width > 75);
    CHECK(large.top > 70);
    CHECK(fonts->render(fonts->find(Face::sans, Language::zh_hans, U' '), 40).width == 0);
}
