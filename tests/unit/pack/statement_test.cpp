#include "content/pack/statement.h"

#include "content/base/file.h"
#include "content/base/process.h"
#include "content/pack/clock_floor.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::pack;

namespace {

const auto k_now = *base::parse_iso("2026-11-24T10:00:00+08:00");
using Sealeds = std::vector<SealedStatement>;

SealedStatement seal(const Statement& statement, const KeyPair& by) {
    auto json = write_statement(statement);
    auto signature = sign(json, by.secret, Sealed::statement);
    return {std::move(json), std::move(signature)};
}

Statement says(int64_t sequence, std::vector<AddedKey> add, std::vector<RevokedKey> revoke) {
    return {sequence, k_now, std::move(add), std::move(revoke)};
}

AddedKey adds(const KeyPair& pair) {
    return {pair.open, std::nullopt, std::nullopt};
}
AddedKey adds(const KeyPair& pair, std::vector<std::string> publishers,
              std::optional<base::Date> not_after = std::nullopt) {
    return {pair.open, std::move(publishers), not_after};
}
RevokedKey retires(const KeyPair& pair) {
    return {pair.open.id, Reason::retired, "", false};
}
RevokedKey exposes(const KeyPair& pair) {
    return {pair.open.id, Reason::compromised, "stolen", false};
}

/// A city's key and a court's, which may sign for the court only.
struct City {
    KeyPair city = make_key_pair("city");
    KeyPair court = make_key_pair("court");
    KeyPair next = make_key_pair("next");
    Trust folder;

    City() {
        TrustedKey limited{court.open};
        limited.publishers = {"court", "court-press"};
        limited.not_after = base::Date{2027, 12, 31};
        folder.keys = {TrustedKey{city.open}, limited};
    }
    [[nodiscard]] Result<JudgedStatement> judge(const Statement& statement, const KeyPair& by,
                                                const Sealeds& taken = {}) const {
        return judge_statement(folder, taken, seal(statement, by), k_now, "x.keys.json");
    }
    [[nodiscard]] Error refused(const Statement& statement, const KeyPair& by,
                                const Sealeds& taken = {}) const {
        const auto judged = judge(statement, by, taken);
        REQUIRE_FALSE(judged);
        CHECK(judged.error().where == "x.keys.json");
        return judged.error();
    }
    [[nodiscard]] EffectiveTrust after(const Sealeds& taken) const {
        return effective_trust(folder, taken);
    }
};

bool trusts(const Trust& trust, const KeyPair& pair) {
    return std::any_of(trust.keys.begin(), trust.keys.end(),
                       [&](const auto& key) { return key.id == pair.open.id; });
}

} // namespace

TEST_CASE("a statement that is written and parsed is the same, in one spelling") {
    const City keys;
    auto statement = says(7, {adds(keys.next, {"court"}, base::Date{2027, 1, 31}), adds(keys.city)},
                          {retires(keys.court)});
    statement.revoke[0].note = "换岗";
    const auto text = write_statement(statement);
    const auto parsed = parse_statement(text, "x");
    REQUIRE(parsed);
    CHECK(parsed->issuer_sequence == 7);
    CHECK(parsed->issued == k_now);
    REQUIRE(parsed->add.size() == 2);
    CHECK(parsed->add[0].key.key == keys.next.open.key);
    CHECK(parsed->add[0].key.name == "next");
    CHECK(parsed->add[0].publishers == std::vector<std::string>{"court"});
    CHECK(parsed->add[0].not_after == base::Date{2027, 1, 31});
    CHECK_FALSE(parsed->add[1].publishers);
    CHECK(parsed->revoke[0].note == "换岗");
    CHECK(write_statement(*parsed) == text);
    for (const auto& other : {text + "\n", " " + text, text.substr(0, text.size() - 1)})
        CHECK(parse_statement(other, "x").error().detail == "not the one spelling of a statement");
}

TEST_CASE("a statement with a wrong field is BAD_STATEMENT and says which") {
    const City keys;
    auto exposed = exposes(keys.court);
    const auto text =
        write_statement(says(3, {adds(keys.next, {"court"}, base::Date{2027, 1, 31})}, {exposed}));
    const auto with = [&](std::string_view old, std::string_view put) {
        auto changed = text;
        const auto found = changed.find(old);
        REQUIRE(found != std::string::npos);
        changed.replace(found, old.size(), put);
        const auto parsed = parse_statement(changed, "x");
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == Code::BAD_STATEMENT);
        return parsed.error().detail;
    };
    CHECK(with("pufa-keys", "pufa-pack") == "kind is not pufa-keys");
    CHECK(with(": 3", ": 0").starts_with("issuer_sequence is no whole number"));
    CHECK(with(": 3", ": 9007199254740992").starts_with("issuer_sequence"));
    CHECK(with(": 3", ": \"3\"").starts_with("issuer_sequence"));
    CHECK(with("2026-11-24T02:00:00Z", "today") == "issued is no time like 2026-11-23T07:20:00Z");
    CHECK(with("2026-11-24T02:00:00Z", "2099-11-24T02:00:00Z") ==
          "issued is more than ten years after this program was built");
    CHECK(with("compromised", "forgotten") == "reason is neither retired nor compromised");
    CHECK(with(id_text(keys.court.open), "00") == "key is no 16 upper-case hex digits");
    CHECK(with(key_line(keys.next.open), "RWQ") == "key is no second line of a .pub file");
    CHECK(with("\"next\"", "\"../next\"") == "name is no file name");
    CHECK(with("\"court\"", "\"Court\"") == "publishers holds no name of a publisher");
    CHECK(with("2027-01-31", "2027-02-31") == "not_after is no day like 2027-12-31");
    CHECK(with("\"note\"", "\"more\"") == "not the one spelling of a statement");
    CHECK(parse_statement("{}", "x").error().code == Code::BAD_STATEMENT);
    CHECK(parse_statement("[]", "x").error().detail == "it is no object");
    CHECK(parse_statement("", "x").error().code == Code::BAD_STATEMENT);
    CHECK(parse_statement(std::string(100'000, '['), "x").error().code == Code::BAD_STATEMENT);
    CHECK(parse_statement(write_statement(says(1, {}, {})), "x").error().detail ==
          "it says nothing");
    CHECK(parse_statement(write_statement(says(1, {adds(keys.next), adds(keys.next)}, {})), "x")
              .error()
              .detail == "it names a key twice");
}

TEST_CASE("a key without limit adds keys and revokes them") {
    const City keys;
    const auto statement = says(1, {adds(keys.next, {"press"})}, {retires(keys.court)});
    const auto judged = keys.judge(statement, keys.city);
    REQUIRE(judged);
    CHECK(judged->issuer.name == "city");
    CHECK_FALSE(judged->known);
    const auto after = keys.after({seal(statement, keys.city)});
    CHECK(after.refused.empty());
    CHECK(trusts(after.trust, keys.city));
    CHECK(trusts(after.trust, keys.next));
    CHECK_FALSE(trusts(after.trust, keys.court));
    CHECK(after.trust.find_revoked(keys.court.open.id)->reason == Reason::retired);
    CHECK(verify("m", sign("m", keys.court.secret), after.trust, "x").error().code ==
          Code::REVOKED_KEY);
}

TEST_CASE("a publisher's key may replace itself by one that may do no more") {
    const City keys;
    const base::Date end{2027, 12, 31};
    const auto good = says(1, {adds(keys.next, {"court"}, end)}, {retires(keys.court)});
    CHECK(keys.judge(good, keys.court));
    const auto after = keys.after({seal(good, keys.court)});
    CHECK(trusts(after.trust, keys.next));
    CHECK_FALSE(trusts(after.trust, keys.court));

    const auto refused = [&](std::vector<AddedKey> add, std::vector<RevokedKey> revoke) {
        const auto error = keys.refused(says(1, std::move(add), std::move(revoke)), keys.court);
        CHECK(error.code == Code::BAD_STATEMENT);
        return error.detail;
    };
    const auto own = retires(keys.court);
    CHECK(refused({adds(keys.next)}, {own}).ends_with("for more publishers than its own"));
    CHECK(refused({adds(keys.next, {"court", "city"}, end)}, {own})
              .ends_with("for more publishers than its own"));
    CHECK(refused({adds(keys.next, {"court"})}, {own}).ends_with("that outlives it"));
    CHECK(refused({adds(keys.next, {"court"}, base::Date{2028, 1, 1})}, {own})
              .ends_with("that outlives it"));
    const std::string only = "may only replace itself";
    CHECK(refused({adds(keys.next, {"court"}, end)}, {}).ends_with(only));
    CHECK(refused({}, {own}).ends_with(only));
    CHECK(refused({adds(keys.next, {"court"}, end)}, {retires(keys.city)}).ends_with(only));
    CHECK(refused({adds(keys.next, {"court"}, end)}, {exposes(keys.court)}).ends_with(only));
    CHECK(refused({adds(keys.next, {"court"}, end)}, {own, retires(keys.city)}).ends_with(only));
}

TEST_CASE("a chain of rotations works, and each link's word ends with the next") {
    City keys;
    const base::Date end{2027, 12, 31};
    std::vector<KeyPair> chain{keys.court};
    Sealeds taken;
    for (int i = 0; i < 5; ++i) {
        chain.push_back(make_key_pair("court-" + std::to_string(i)));
        const auto step = says(1, {adds(chain[chain.size() - 1], {"court"}, end)},
                               {retires(chain[chain.size() - 2])});
        REQUIRE(keys.judge(step, chain[chain.size() - 2], taken));
        taken.push_back(seal(step, chain[chain.size() - 2]));
    }
    const auto after = keys.after(taken);
    CHECK(after.refused.empty());
    CHECK(trusts(after.trust, chain.back()));
    for (size_t i = 0; i + 1 < chain.size(); ++i) {
        CHECK_FALSE(trusts(after.trust, chain[i]));
        CHECK(keys.refused(says(2, {adds(keys.next, {"court"}, end)}, {retires(chain[i])}),
                           chain[i], taken)
                  .code == Code::REVOKED_KEY);
    }
    // Without a link the rest of the chain hangs on nothing.
    const auto torn = keys.after({taken[0], taken[2], taken[3]});
    CHECK(torn.refused.size() == 2);
    CHECK(trusts(torn.trust, chain[1]));
    CHECK_FALSE(trusts(torn.trust, chain.back()));
}

TEST_CASE("a lower number than was seen is ROLLBACK, the same statement again is none") {
    const City keys;
    const auto second = says(2, {adds(keys.next)}, {});
    const Sealeds taken{seal(second, keys.city)};
    const auto again = keys.judge(second, keys.city, taken);
    REQUIRE(again);
    CHECK(again->known);
    CHECK(keys.refused(says(1, {}, {retires(keys.court)}), keys.city, taken).code ==
          Code::ROLLBACK);
    CHECK(keys.refused(says(2, {}, {retires(keys.court)}), keys.city, taken).code ==
          Code::ROLLBACK);
    // Each key counts for itself.
    CHECK(keys.judge(says(1, {}, {retires(keys.court)}), keys.next, taken));
    CHECK(keys.judge(says(5, {}, {retires(keys.court)}), keys.city, taken));
}

TEST_CASE("what a stranger, an expired or a damaged key says is refused by its name") {
    City keys;
    const auto statement = says(1, {adds(keys.next)}, {});
    CHECK(keys.refused(statement, make_key_pair("stranger")).code == Code::UNKNOWN_KEY);
    auto sealed = seal(statement, keys.city);
    sealed.json.replace(sealed.json.find("next"), 4, "nest");
    CHECK(judge_statement(keys.folder, {}, sealed, k_now, "x").error().code == Code::BAD_SIGNATURE);
    sealed = seal(statement, keys.city);
    sealed.signature = sign(sealed.json, keys.city.secret, Sealed::manifest);
    CHECK(judge_statement(keys.folder, {}, sealed, k_now, "x").error().code == Code::BAD_SIGNATURE);
    keys.folder.keys[0].not_after = base::Date{2026, 11, 23};
    CHECK(keys.refused(statement, keys.city).code == Code::EXPIRED_KEY);
    // Dated back by whoever found the old key: judged by today as well.
    auto dated_back = statement;
    dated_back.issued = k_now - std::chrono::days{30};
    CHECK(keys.refused(dated_back, keys.city).code == Code::EXPIRED_KEY);
}

TEST_CASE("a revocation does not lapse with the key that signed it") {
    City keys;
    keys.folder.keys[0].not_after = base::Date{2026, 11, 30};
    const auto after = keys.after({seal(says(1, {}, {exposes(keys.court)}), keys.city)});
    CHECK(after.refused.empty());
    CHECK(after.trust.find_revoked(keys.court.open.id) != nullptr);
}

TEST_CASE("a key that was revoked for good never comes back") {
    const City keys;
    const Sealeds taken{seal(says(1, {}, {retires(keys.court)}), keys.city)};
    CHECK(keys.refused(says(2, {adds(keys.court, {"court"})}, {}), keys.city, taken).code ==
          Code::BAD_STATEMENT);
    CHECK(keys.refused(says(2, {adds(keys.next)}, {retires(keys.next)}), keys.city).code ==
          Code::BAD_STATEMENT);
    // Its file in the trust folder changes nothing.
    CHECK_FALSE(trusts(keys.after(taken).trust, keys.court));
}

TEST_CASE("a key takes neither the number nor the name of another") {
    const City keys;
    auto impostor = make_key_pair("impostor");
    impostor.open.id = keys.court.open.id;
    CHECK(keys.refused(says(1, {adds(impostor)}, {}), keys.city)
              .detail.ends_with("is the number of another key"));
    const auto namesake = make_key_pair("city");
    CHECK(keys.refused(says(1, {adds(namesake, {"court"}, base::Date{2027, 1, 1})},
                            {retires(keys.court)}),
                       keys.court)
              .detail == "city is the name of another key");
    const auto successor = make_key_pair("court");
    CHECK(keys.judge(
        says(1, {adds(successor, {"court"}, base::Date{2027, 1, 1})}, {retires(keys.court)}),
        keys.court));
}

TEST_CASE("what a compromised key has added goes with it, and what that has added") {
    const City keys;
    const auto root = make_key_pair("root");
    const auto thief = make_key_pair("thief");
    const auto helper = make_key_pair("helper");
    const Sealeds taken{
        seal(says(1, {adds(root)}, {}), keys.city),
        seal(says(2, {adds(keys.next), adds(thief, {"court"}, base::Date{2027, 1, 1})}, {}),
             keys.city),
        seal(says(1, {adds(helper, {"court"}, base::Date{2027, 1, 1})}, {retires(thief)}), thief),
        // The second root keeps the one key that it knows to be good.
        seal(says(1, {adds(keys.next)}, {exposes(keys.city)}), root)};
    // The root that speaks was added by the key that it exposes: it goes, unless it adds itself.
    auto after = keys.after(taken);
    CHECK(after.refused.empty());
    CHECK(trusts(after.trust, keys.next));
    CHECK_FALSE(trusts(after.trust, keys.city));
    CHECK_FALSE(trusts(after.trust, thief));
    CHECK_FALSE(trusts(after.trust, helper));
    CHECK(after.trust.find_revoked(helper.open.id)->reason == Reason::compromised);
    CHECK(trusts(after.trust, keys.court)); // came with the folder
    CHECK_FALSE(trusts(after.trust, root));

    auto kept = taken;
    kept.back() = seal(says(1, {adds(root), adds(keys.next)}, {exposes(keys.city)}), root);
    after = keys.after(kept);
    CHECK(trusts(after.trust, root));
    CHECK(trusts(after.trust, keys.next));
}

TEST_CASE("two keys that added each other go once, and nothing waits for ever") {
    const City keys;
    const Sealeds taken{seal(says(1, {adds(keys.next)}, {}), keys.city),
                        seal(says(1, {adds(keys.city)}, {}), keys.next),
                        seal(says(2, {}, {exposes(keys.next)}), keys.city)};
    const auto after = keys.after(taken);
    CHECK(after.refused.empty());
    CHECK(trusts(after.trust, keys.city)); // it came with the folder
    CHECK_FALSE(trusts(after.trust, keys.next));
}

TEST_CASE("a database that somebody else has written to adds no key") {
    const City keys;
    const auto thief = make_key_pair("thief");
    auto changed = seal(says(1, {adds(keys.next)}, {}), keys.city);
    changed.json.replace(changed.json.find(key_line(keys.next.open)), 56, key_line(thief.open));
    const auto after = keys.after({changed, seal(says(1, {adds(thief)}, {}), thief), {"", ""}});
    CHECK(after.refused.size() == 3);
    CHECK(after.trust.keys.size() == 2);
    CHECK_FALSE(trusts(after.trust, thief));
}

TEST_CASE("stock minisign checks a statement, and both files are read from beside each other") {
    const City keys;
    const base::TemporaryFolder folder;
    const auto sealed = seal(says(1, {adds(keys.next)}, {}), keys.city);
    const auto file = folder.path() / "1.keys.json";
    REQUIRE(base::write_file_atomic(file, sealed.json));
    const auto missing = read_statement_files(file);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Code::BAD_STATEMENT);
    CHECK(missing.error().detail == "1.keys.json.minisig is not beside it");
    REQUIRE(base::write_file_atomic(folder.path() / "1.keys.json.minisig", sealed.signature));
    REQUIRE(base::write_file_atomic(folder.path() / "city.pub", public_key_text(keys.city.open)));
    const auto stock =
        base::run("/usr/bin/minisign", {"-Vqm", file, "-p", folder.path() / "city.pub"});
    REQUIRE(stock);
    CHECK(stock->exit_code == 0);
    CHECK(*read_statement_files(file) == sealed);
    REQUIRE(base::write_file_atomic(file, std::string(k_max_statement + 1, ' ')));
    CHECK(read_statement_files(file).error().code == Code::BAD_STATEMENT);
    CHECK(read_statement_files(folder.path() / "none").error().code == Code::NOT_FOUND);
}

TEST_CASE("every bit of a statement and of its signature counts") {
    const City keys;
    const auto good = seal(says(1, {adds(keys.next)}, {}), keys.city);
    size_t flipped = 0;
    for (const bool in_json : {true, false}) {
        const auto size = (in_json ? good.json : good.signature).size();
        for (size_t at = 0; at < size * 8; ++at) {
            auto bad = good;
            auto& text = in_json ? bad.json : bad.signature;
            text[at / 8] = static_cast<char>(text[at / 8] ^ (1 << (at % 8)));
            CHECK_FALSE(judge_statement(keys.folder, {}, bad, k_now, "x"));
            ++flipped;
        }
    }
    CHECK(flipped == (good.json.size() + good.signature.size()) * 8);
    CHECK(judge_statement(keys.folder, {}, good, k_now, "x"));
}
