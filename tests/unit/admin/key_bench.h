#pragma once
// A folder with a city's and a court's key, a trust folder with the city's, and a state folder.

#include "admin_run.h"
#include "content/pack/seal.h"

namespace pufa::test {

class KeyBench {
  public:
    const pack::KeyPair city = pack::make_key_pair("city");
    const pack::KeyPair court = pack::make_key_pair("court");

    KeyBench() {
        REQUIRE(base::make_folders(m_folder.path() / "trust"));
        for (const auto* pair : {&city, &court}) {
            put(pair->open.name + ".key", *pack::secret_key_text(*pair, ""));
            put(pair->open.name + ".pub", pack::public_key_text(pair->open));
        }
        put("trust/city.pub", pack::public_key_text(city.open));
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (m_folder.path() / name).string();
    }
    void put(const std::string& name, std::string_view text) const {
        REQUIRE(base::write_file_atomic(m_folder.path() / name, text));
    }
    /// A command with this machine's trust and state, in English, as a report for machines.
    [[nodiscard]] Ran run(std::vector<std::string> words) const {
        for (const auto* word : {"--json", "--language", "en"})
            words.emplace_back(word);
        words.insert(words.end(), {"--trust", path("trust"), "--state", path("state")});
        return run_admin(words);
    }
    /// Signs `act` (words up to the key) with this key as <name>.keys.json and applies it.
    [[nodiscard]] Ran state_and_apply(std::vector<std::string> act, const std::string& key,
                                      const std::string& name) const {
        act.insert(act.begin(), "key");
        act.insert(act.end(), {"--key", path(key), "--output", path(name + ".keys.json")});
        const auto stated = run(act);
        if (stated.exit_code != 0) FAIL(stated.err);
        return run({"key", "apply", path(name + ".keys.json")});
    }
    /// A pack of `publisher` in this version, signed by this key.
    [[nodiscard]] std::string build(const pack::KeyPair& by, const std::string& publisher,
                                    int64_t sequence, std::vector<std::string> sites = {}) const {
        pack::Manifest manifest;
        manifest.id = {publisher + "/pack"};
        manifest.title = model::in_hans("内容");
        manifest.sequence = sequence;
        manifest.created = *base::parse_iso("2026-11-20T08:00:00Z");
        manifest.sites = std::move(sites);
        const auto file = path(publisher + std::to_string(sequence) + ".pufa");
        REQUIRE(pack::write_pack(manifest, {}, by.secret, file, {}));
        return file;
    }
    /// The code under which a run failed, or "".
    [[nodiscard]] static std::string code(const Ran& ran) {
        const auto json = ran.json();
        if (json.contains("error")) return json["error"]["code"];
        if (json.contains("files") && json["files"][0].contains("error"))
            return json["files"][0]["error"]["code"];
        return {};
    }

  private:
    base::TemporaryFolder m_folder;
};

} // namespace pufa::test
