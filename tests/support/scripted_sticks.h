#pragma once
// Sticks that come, open and go as the test says, for the desk without a bus.

#include "kiosk/removable/sticks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pufa::support {

/// What was asked stays in `asked` until the test answers it: an answer changes revision(), as the
/// real watch does. open() and release() show at once as mounting and releasing.
class ScriptedSticks final : public removable::Sticks {
  public:
    using Stick = removable::Stick;
    using State = Stick::State;
    struct Asked {
        enum class What { read, write, release } what;
        std::string id;
        bool operator==(const Asked&) const = default;
    };

    std::vector<Stick> present() const override { return m_sticks; }
    uint64_t revision() const override { return m_revision; }
    void open(const std::string& id, removable::Access access) override {
        const bool reads = access == removable::Access::read;
        ask(reads ? Asked::What::read : Asked::What::write, id, State::mounting,
            reads ? State::readable : State::writable);
    }
    void release(const std::string& id) override {
        ask(Asked::What::release, id, State::releasing, State::released);
    }

    // ---- the script ----
    /// Its id.
    std::string plug_in(std::string label, std::string file_system = "exfat",
                        uint64_t size_bytes = 16'000'000'000) {
        Stick stick;
        stick.id = "stick-" + std::to_string(++m_plugged);
        stick.label = std::move(label);
        stick.file_system = std::move(file_system);
        stick.size_bytes = size_bytes;
        m_sticks.push_back(stick);
        ++m_revision;
        return stick.id;
    }
    void pull_out(const std::string& id) {
        const auto gone = std::erase_if(m_sticks, [&](const Stick& it) { return it.id == id; });
        REQUIRE(gone == 1);
        std::erase_if(asked, [&](const Asked& it) { return it.id == id; });
        ++m_revision;
    }
    /// The oldest wish is fulfilled: the stick is mounted at `folder`, or may be pulled out.
    void fulfil(const std::filesystem::path& folder = {}) {
        const auto wish = take_wish();
        auto& stick = find(wish.id);
        stick.state = wish.what == Asked::What::read    ? State::readable
                      : wish.what == Asked::What::write ? State::writable
                                                        : State::released;
        stick.folder = wish.what == Asked::What::release ? std::filesystem::path{} : folder;
        ++m_revision;
    }
    void refuse(const Error& error) {
        auto& stick = find(take_wish().id);
        stick.state = State::failed;
        stick.trouble = error;
        ++m_revision;
    }
    [[nodiscard]] const Stick& stick(const std::string& id) { return find(id); }

    std::vector<Asked> asked; ///< and not answered yet, oldest first

  private:
    Stick& find(const std::string& id) {
        const auto at = std::find_if(m_sticks.begin(), m_sticks.end(),
                                     [&](const Stick& it) { return it.id == id; });
        REQUIRE(at != m_sticks.end());
        return *at;
    }
    void ask(Asked::What what, const std::string& id, State meanwhile, State already) {
        const auto at = std::find_if(m_sticks.begin(), m_sticks.end(),
                                     [&](const Stick& it) { return it.id == id; });
        if (at == m_sticks.end() || at->state == already) return;
        at->state = meanwhile;
        at->folder.clear();
        at->trouble.reset();
        asked.push_back({what, id});
        ++m_revision;
    }
    Asked take_wish() {
        REQUIRE(!asked.empty());
        const auto wish = asked.front();
        asked.erase(asked.begin());
        return wish;
    }

    std::vector<Stick> m_sticks;
    uint64_t m_revision = 1;
    int m_plugged = 0;
};

} // namespace pufa::support
