#pragma once
// A kiosk with a name, a pack and some counts; a folder in place of a stick; keys.

#include "admin_run.h"
#include "content/pack/seal.h"
#include "content/pack/store.h"
#include "content/tally/recorder.h"

#include <set>

namespace pufa::test {

class StickBench {
  public:
    StickBench() {
        const auto lock = pack::StateLock::take(m_paths);
        REQUIRE(lock);
        auto store = pack::Store::open(m_paths, *lock);
        REQUIRE(store);
        REQUIRE(store->install(m_bench.build(), m_bench.trust(), support::k_fixture_now, {}));
        auto recorder = tally::Recorder::open(m_paths.tally(), support::k_fixture_now);
        REQUIRE(recorder);
        tally::Event event;
        event.counter = tally::Counter::answered;
        event.when = support::k_fixture_now;
        event.item = support::fixture_item("q1").value;
        event.item_version = 1;
        (*recorder)->record(event);
        REQUIRE((*recorder)->flush());
        configure("place = \"蓬江:服务中心\"\n");
        std::filesystem::create_directory(stick());
    }
    void configure(std::string_view toml) const {
        REQUIRE(base::write_file_atomic(m_bench.folder() / "kiosk.toml", toml));
    }
    [[nodiscard]] std::filesystem::path stick(const std::string& name = "") const {
        const auto folder = m_bench.folder() / "stick";
        return name.empty() ? folder : folder / name;
    }
    void put(const std::string& name, std::string_view bytes) const {
        std::filesystem::create_directories(stick(name).parent_path());
        REQUIRE(base::write_file_atomic(stick(name), bytes));
    }
    /// `stick WORDS`, as a report for machines.
    [[nodiscard]] Ran run(std::vector<std::string> words,
                          const std::string& language = "en") const {
        words.insert(words.begin(), "stick");
        words.insert(words.end(),
                     {"--json", "--language", language, "--state", m_paths.root.string(),
                      "--config", (m_bench.folder() / "kiosk.toml").string()});
        return run_admin(words);
    }
    [[nodiscard]] static std::string code(const Ran& ran) {
        return ran.json()["error"]["code"].get<std::string>();
    }
    [[nodiscard]] const base::StatePaths& paths() const { return m_paths; }

    /// Relative names, sorted.
    [[nodiscard]] static std::string tree(const std::filesystem::path& folder) {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
            if (!entry.is_directory())
                names.insert(entry.path().lexically_relative(folder).string());
        }
        std::string all;
        for (const auto& name : names)
            all += name + " ";
        return all;
    }

  private:
    support::PackBench m_bench;
    base::StatePaths m_paths{m_bench.folder() / "state"};
};

} // namespace pufa::test
