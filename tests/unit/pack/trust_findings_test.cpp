#include "content/base/file.h"
#include "content/pack/statement.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;
using Kind = TrustFinding::Kind;

namespace {

const auto k_now = *base::parse_iso("2026-11-24T10:00:00+08:00");

struct Folder {
    base::TemporaryFolder folder;
    KeyPair city = make_key_pair("city");

    void put(const std::string& name, std::string_view text) const {
        REQUIRE(base::write_file_atomic(folder.path() / name, text));
    }
    void trust_city() const { put("city.pub", public_key_text(city.open)); }
    [[nodiscard]] std::vector<Kind> kinds(const std::vector<SealedStatement>& taken = {}) const {
        std::vector<Kind> found;
        for (const auto& finding : trust_findings(folder.path(), taken, k_now))
            found.push_back(finding.kind);
        return found;
    }
};

} // namespace

TEST_CASE("a folder with one good key has no findings, without any key it has one") {
    const Folder folder;
    CHECK(folder.kinds() == std::vector{Kind::no_key});
    CHECK(trust_findings(folder.folder.path() / "none", {}, k_now).size() == 1);
    folder.trust_city();
    CHECK(folder.kinds().empty());
}

TEST_CASE("keys that end are told thirty days ahead, and once they have ended") {
    const Folder folder;
    folder.trust_city();
    folder.put("city.toml", "not_after = 2026-12-25");
    CHECK(folder.kinds().empty());
    folder.put("city.toml", "not_after = 2026-12-24");
    CHECK(folder.kinds() == std::vector{Kind::expires_soon});
    folder.put("city.toml", "not_after = 2026-11-24");
    CHECK(folder.kinds() == std::vector{Kind::expires_soon});
    folder.put("city.toml", "not_after = 2026-11-23");
    CHECK(folder.kinds() == std::vector{Kind::no_key, Kind::expired});
}

TEST_CASE("files that are no keys and statements that do not hold are named with their error") {
    const Folder folder;
    folder.trust_city();
    folder.put("other.pub", "nonsense");
    const auto found = trust_findings(folder.folder.path(), {{"{}", "x"}}, k_now);
    REQUIRE(found.size() == 2);
    CHECK(found[0].kind == Kind::unreadable);
    CHECK(found[0].error->code == Code::BAD_KEY);
    CHECK(found[0].where == (folder.folder.path() / "other.pub").string());
    CHECK(found[1].kind == Kind::bad_statement);
    CHECK(found[1].error->code == Code::BAD_SIGNATURE);
}

TEST_CASE("the file of a revoked key that is still there is told") {
    const Folder folder;
    folder.trust_city();
    const auto court = make_key_pair("court");
    folder.put("court.pub", public_key_text(court.open));
    Statement statement{1, k_now, {}, {{court.open.id, Reason::retired, "", false}}};
    auto json = write_statement(statement);
    auto signature = sign(json, folder.city.secret, Sealed::statement);
    const auto found =
        trust_findings(folder.folder.path(), {{std::move(json), std::move(signature)}}, k_now);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Kind::revoked_in_folder);
    CHECK(found[0].key == "court (" + id_text(court.open) + ")");
}
