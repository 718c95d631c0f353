#pragma once
// The demo's folder of places, with stand-ins for the pictures that a script draws.

#include "tests/support/author_folder.h"

#include <filesystem>
#include <regex>
#include <string>

namespace pufa::support {

class DemoPlaces {
  public:
    DemoPlaces() {
        namespace fs = std::filesystem;
        fs::copy(fs::path{PUFA_SOURCE_DIR} / "assets/demo/places", path(),
                 fs::copy_options::recursive);
        const auto finder = *base::read_file(path() / "finder.toml");
        const std::regex picture{"\npicture = \"([^\"]+)\""};
        for (std::sregex_iterator at{finder.begin(), finder.end(), picture}, end; at != end; ++at) {
            const auto file = path() / (*at)[1].str();
            REQUIRE(base::make_folders(file.parent_path()));
            REQUIRE(base::write_file_atomic(file, k_png_head));
        }
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "places"; }
    [[nodiscard]] author::Reading read() const {
        const auto reading = author::read_folder(path(), [](const auto&) { return ten_seconds(); });
        REQUIRE(reading);
        return *reading;
    }

  private:
    base::TemporaryFolder m_folder;
};

} // namespace pufa::support
