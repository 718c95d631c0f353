#pragma once
// The demo pack as ./dev demo-packs left it, and states and folders made from it. PUFA_DEMO names
// its folder (tests/run.py sets it).

#include "content/base/file.h"
#include "tests/support/shell.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace pufa::test {

inline std::filesystem::path demo_folder() {
    const char* folder = std::getenv("PUFA_DEMO");
    return folder ? folder : PUFA_SOURCE_DIR "/build/demo";
}

inline std::filesystem::path demo_pack() {
    return demo_folder() / "demo.pufa";
}

/// "--state … --trust …" for pufa-admin.
inline std::string admin_in(const std::filesystem::path& state) {
    return " --state " + quoted(state) + " --trust " + quoted(demo_folder() / "trust");
}

/// A state folder of its own with one pack installed.
class InstalledState {
  public:
    explicit InstalledState(const std::filesystem::path& pack = demo_pack()) {
        const auto ran = sh(program("pufa-admin") + " install " + quoted(pack) + admin_in(path()));
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "state"; }
    [[nodiscard]] std::filesystem::path beside(const std::string& name) const {
        return m_folder.path() / name;
    }

  private:
    base::TemporaryFolder m_folder;
};

/// The author's folder of the demo pack, to be changed and built again as another pack.
class DemoFolder {
  public:
    DemoFolder() {
        REQUIRE(sh("cp -r " + quoted(demo_folder() / "folder") + " " + quoted(path())).exit_code ==
                0);
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "folder"; }

    void run(const std::string& command) const {
        const auto ran = sh("cd " + quoted(path()) + " && " + command);
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
    }
    [[nodiscard]] std::filesystem::path build() const {
        const auto pack = m_folder.path() / "changed.pufa";
        const auto ran = sh(program("pufa-admin") + " pack build " + quoted(path()) + " --key " +
                            quoted(demo_folder() / "keys/demo.key") + " --output " + quoted(pack));
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
        return pack;
    }

  private:
    base::TemporaryFolder m_folder;
};

} // namespace pufa::test
