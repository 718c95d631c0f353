#pragma once
// Where things live. The state folder belongs to one user and is lost at worst; configuration and
// trust are root-owned in /etc/pufa (in the XDG config folder for development) and survive it.

#include <filesystem>
#include <string>

namespace pufa::base {

struct StatePaths {
    std::filesystem::path root;

    [[nodiscard]] auto packs() const { return root / "packs"; }
    [[nodiscard]] auto incoming() const { return root / "incoming"; } ///< swept by the lock holder
    [[nodiscard]] auto lock() const { return root / "lock"; }         ///< flock: one writer
    [[nodiscard]] auto store_db() const { return root / "store.db"; } ///< written by admin only
    [[nodiscard]] auto kiosk_db() const { return root / "kiosk.db"; } ///< written by the kiosk only
    [[nodiscard]] auto tally() const { return root / "tally"; }
    [[nodiscard]] auto log() const { return root / "log"; }
};

/// `given` if not empty, else $XDG_DATA_HOME/pufa, else ~/.local/share/pufa.
[[nodiscard]] StatePaths state_paths(const std::filesystem::path& given = {});

/// The folder of kiosk.toml and trust/: `given` if not empty, else /etc/pufa where it exists, else
/// $XDG_CONFIG_HOME/pufa, else ~/.config/pufa.
[[nodiscard]] std::filesystem::path config_folder(const std::filesystem::path& given = {});

/// The folder of the running program; pufa-decoder and pufa-admin stand beside pufa-kiosk.
[[nodiscard]] std::filesystem::path program_folder();

} // namespace pufa::base
