#pragma once
// A small signed pack in a temporary folder: one video with a poster, two questions, a quiz of them
// and a campaign. Its media are plain words, so nothing can play them.

#include "content/pack/pack.h"
#include "tests/support/fixture_items.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace pufa::support {

/// A folder with a key pair and the sources of the fixture's members.
class PackBench {
  public:
    PackBench()
        : m_keys(pack::make_key_pair("test-press")) {
        m_trust.keys = {m_keys.open};
        REQUIRE(base::make_folders(folder() / "trust"));
        REQUIRE(base::write_file_atomic(folder() / "trust" / "test-press.pub",
                                        pack::public_key_text(m_keys.open)));
        source("videos/wills.mp4", "the film, as words: " + std::string(200, 'f'));
        source("videos/wills.png", "the poster, as words");
    }

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
    [[nodiscard]] const pack::KeyPair& keys() const { return m_keys; }
    /// Trusts the bench's key, as `folder()/trust` does.
    [[nodiscard]] const pack::Trust& trust() const { return m_trust; }
    [[nodiscard]] const std::vector<pack::MemberSource>& sources() const { return m_sources; }

    /// Writes a source file and takes it as a member of every pack built from now on.
    void source(const std::string& path, std::string_view bytes) {
        const auto file = folder() / "sources" / path;
        REQUIRE(base::make_folders(file.parent_path()));
        REQUIRE(base::write_file_atomic(file, bytes));
        std::erase_if(m_sources, [&](const auto& held) { return held.path == path; });
        m_sources.push_back({path, file});
    }

    /// Builds `manifest` and returns the pack's file.
    [[nodiscard]] std::filesystem::path build(const pack::Manifest& manifest,
                                              const std::string& name = "fixture.pufa") const {
        const auto file = folder() / name;
        const auto written = pack::write_pack(manifest, m_sources, m_keys.secret, file, {});
        if (!written) FAIL(written.error().detail);
        return file;
    }
    [[nodiscard]] std::filesystem::path build(int64_t sequence = 1) const {
        return build(fixture_manifest(sequence), "fixture-" + std::to_string(sequence) + ".pufa");
    }

  private:
    base::TemporaryFolder m_folder;
    pack::KeyPair m_keys;
    pack::Trust m_trust;
    std::vector<pack::MemberSource> m_sources;
};

} // namespace pufa::support
