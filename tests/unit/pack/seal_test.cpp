#include "content/pack/trust.h"

#include "content/base/file.h"
#include "content/base/process.h"
#include "tests/support/faults.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

namespace {

constexpr std::string_view k_message = "{\"format\":1}\n";

/// A folder in which stock minisign works.
struct Minisign {
    base::TemporaryFolder folder;

    [[nodiscard]] std::filesystem::path file(const char* name) const {
        return folder.path() / name;
    }
    void put(const char* name, std::string_view text) const {
        REQUIRE(base::write_file_atomic(file(name), text));
    }
    [[nodiscard]] std::string get(const char* name) const { return *base::read_file(file(name)); }
    [[nodiscard]] int run(std::vector<std::string> arguments) const {
        const auto finished = base::run("/usr/bin/minisign", arguments);
        REQUIRE(finished);
        return finished->exit_code;
    }
    void make_keys() const {
        REQUIRE(run({"-G", "-W", "-p", file("k.pub"), "-s", file("k.key")}) == 0);
    }
};

Code refused(std::string_view message, const std::string& signature, const Trust& trust) {
    const auto verified = verify(message, signature, trust, "pack");
    REQUIRE_FALSE(verified);
    return verified.error().code;
}

} // namespace

TEST_CASE("stock minisign accepts our signature, by our public key") {
    const Minisign stock;
    const auto keys = make_key_pair("ours");
    stock.put("m", k_message);
    stock.put("m.minisig", sign(k_message, keys.secret));
    stock.put("k.pub", public_key_text(keys.open));
    CHECK(stock.run({"-Vqm", stock.file("m"), "-p", stock.file("k.pub")}) == 0);
    stock.put("m", "{\"format\":2}\n");
    CHECK(stock.run({"-Vqm", stock.file("m"), "-p", stock.file("k.pub")}) != 0);
}

TEST_CASE("a key of stock minisign signs what we and it accept") {
    const Minisign stock;
    stock.make_keys();
    const auto open = parse_public_key(stock.get("k.pub"), "keys/k.pub");
    REQUIRE(open);
    CHECK(open->name == "k");
    const auto id = id_text(*open); // stock minisign writes no leading zeros
    CHECK(stock.get("k.pub").find(id.substr(id.find_first_not_of('0'))) != std::string::npos);
    CHECK(public_key_text(*open) == stock.get("k.pub"));
    CHECK_FALSE(is_encrypted_key(stock.get("k.key")));
    const auto secret = parse_secret_key(stock.get("k.key"), "", "k.key");
    REQUIRE(secret);
    const auto signature = sign(k_message, *secret);
    const auto verified = verify(k_message, signature, {{*open}}, "pack");
    REQUIRE(verified);
    CHECK(verified->name == "k");
    stock.put("m", k_message);
    stock.put("m.minisig", signature);
    CHECK(stock.run({"-Vqm", stock.file("m"), "-p", stock.file("k.pub")}) == 0);
}

TEST_CASE("a signature of stock minisign with our comments is byte for byte ours") {
    const Minisign stock;
    stock.make_keys();
    stock.put("m", k_message);
    REQUIRE(stock.run({"-Sm", stock.file("m"), "-s", stock.file("k.key"), "-c",
                       "pufa pack manifest", "-t", "pufa pack manifest"}) == 0);
    const auto secret = parse_secret_key(stock.get("k.key"), "", "k.key");
    REQUIRE(secret);
    CHECK(sign(k_message, *secret) == stock.get("m.minisig"));
}

TEST_CASE("a signature of stock minisign with other comments, or not prehashed, is BAD_SIGNATURE") {
    const Minisign stock;
    stock.make_keys();
    const auto open = parse_public_key(stock.get("k.pub"), "k.pub");
    REQUIRE(open);
    stock.put("m", k_message);
    REQUIRE(stock.run({"-Sm", stock.file("m"), "-s", stock.file("k.key")}) == 0);
    CHECK(refused(k_message, stock.get("m.minisig"), {{*open}}) == Code::BAD_SIGNATURE);
    REQUIRE(stock.run({"-Slm", stock.file("m"), "-s", stock.file("k.key"), "-c",
                       "pufa pack manifest", "-t", "pufa pack manifest"}) == 0);
    REQUIRE(stock.run({"-Vqm", stock.file("m"), "-p", stock.file("k.pub")}) == 0);
    CHECK(refused(k_message, stock.get("m.minisig"), {{*open}}) == Code::BAD_SIGNATURE);
}

TEST_CASE("our unencrypted key is one that stock minisign signs with") {
    const Minisign stock;
    const auto keys = make_key_pair("ours");
    const auto text = secret_key_text(keys, "");
    REQUIRE(text);
    stock.put("k.key", *text);
    stock.put("k.pub", public_key_text(keys.open));
    stock.put("m", k_message);
    CHECK(stock.run({"-Sm", stock.file("m"), "-s", stock.file("k.key"), "-c", "pufa pack manifest",
                     "-t", "pufa pack manifest"}) == 0);
    CHECK(verify(k_message, stock.get("m.minisig"), {{keys.open}}, "pack"));
}

TEST_CASE("an encrypted key opens with its passphrase only, here and in stock minisign") {
    const Minisign stock;
    const auto keys = make_key_pair("ours");
    const auto text = secret_key_text(keys, "开门 passphrase", KeyCost::quick);
    REQUIRE(text);
    CHECK(is_encrypted_key(*text));
    const auto secret = parse_secret_key(*text, "开门 passphrase", "k.key");
    REQUIRE(secret);
    CHECK(secret->key == keys.secret.key);
    CHECK(secret->id == keys.open.id);
    for (const std::string wrong : {"", "开门", "开门 passphrase "}) {
        const auto refused_key = parse_secret_key(*text, wrong, "k.key");
        REQUIRE_FALSE(refused_key);
        CHECK(refused_key.error().code == Code::WRONG_PASSPHRASE);
    }
    stock.put("k.key", *text);
    stock.put("m", k_message);
    const auto sign_by_stock = [&](const std::string& passphrase) {
        const auto command = "printf '" + passphrase + "\\n' | minisign -Sm '" +
                             stock.file("m").string() + "' -s '" + stock.file("k.key").string() +
                             "' -c 'pufa pack manifest' -t 'pufa pack manifest' 2>&1";
        const auto finished = base::run("/bin/sh", {"-c", command});
        REQUIRE(finished);
        return finished->exit_code;
    };
    CHECK(sign_by_stock("wrong") != 0);
    REQUIRE(sign_by_stock("开门 passphrase") == 0);
    CHECK(verify(k_message, stock.get("m.minisig"), {{keys.open}}, "pack"));
}

TEST_CASE("every byte of a signature that is flipped is refused") {
    const auto keys = make_key_pair("ours");
    const auto signature = sign(k_message, keys.secret);
    int unknown = 0;
    for (size_t at = 0; at < signature.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            auto flipped = signature;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            const auto code = refused(k_message, flipped, {{keys.open}});
            CHECK((code == Code::BAD_SIGNATURE || code == Code::UNKNOWN_KEY));
            unknown += code == Code::UNKNOWN_KEY;
        }
    }
    CHECK(unknown > 0);
    CHECK(verify(k_message, signature, {{keys.open}}, "pack"));
}

TEST_CASE("any other spelling of a signature file is BAD_SIGNATURE") {
    const auto keys = make_key_pair("ours");
    const auto signature = sign(k_message, keys.secret);
    const Trust trust{{keys.open}};
    auto with_returns = signature;
    for (size_t at = 0; (at = with_returns.find('\n', at)) != std::string::npos; at += 2)
        with_returns.insert(at, "\r");
    const auto without_end = signature.substr(0, signature.size() - 1);
    for (const auto& other : {std::string{}, signature + "\n", signature + "x", without_end,
                              with_returns, " " + signature, signature + signature}) {
        CHECK(refused(k_message, other, trust) == Code::BAD_SIGNATURE);
    }
}

TEST_CASE("a signature of a key that is not trusted is UNKNOWN_KEY and names the key") {
    const auto keys = make_key_pair("ours");
    const auto other = make_key_pair("other");
    const auto verified = verify(k_message, sign(k_message, keys.secret), {{other.open}}, "pack");
    REQUIRE_FALSE(verified);
    CHECK(verified.error().code == Code::UNKNOWN_KEY);
    CHECK(verified.error().detail == "key " + id_text(keys.open));
    auto impostor = other.open;
    impostor.id = keys.open.id; // the same number, another key
    CHECK(refused(k_message, sign(k_message, keys.secret), {{impostor}}) == Code::BAD_SIGNATURE);
    CHECK(verify(k_message, sign(k_message, keys.secret), {{impostor, keys.open}}, "pack"));
}

TEST_CASE("what is no key file is BAD_KEY") {
    const auto keys = make_key_pair("ours");
    const auto open = public_key_text(keys.open);
    const auto secret = *secret_key_text(keys, "");
    for (const auto& text : {std::string{}, std::string{"untrusted comment: x\n"}, secret,
                             open.substr(20), open + "more", std::string(100, '\0')}) {
        CHECK(parse_public_key(text, "k.pub").error().code == Code::BAD_KEY);
    }
    for (const auto& text : {std::string{}, open, secret + "more", secret.substr(0, 100)})
        CHECK(parse_secret_key(text, "", "k.key").error().code == Code::BAD_KEY);
    // A file that went through a Windows editor is still a key.
    auto edited = open;
    edited.insert(edited.find('\n'), "\r");
    CHECK(parse_public_key(edited, "k.pub"));
}

TEST_CASE("a damaged unencrypted key does not sign") {
    const auto keys = make_key_pair("ours");
    auto text = *secret_key_text(keys, "");
    const auto at = text.find('\n') + 1 + 120; // inside of the key's seed
    text[at] = text[at] == 'A' ? 'B' : 'A';
    CHECK(parse_secret_key(text, "", "k.key").error().code == Code::BAD_KEY);
}

TEST_CASE("a signature for a pack is none for a statement, and the other way round") {
    const auto keys = make_key_pair("ours");
    const Trust trust{{keys.open}};
    for (const auto& [made, asked] : {std::pair{Sealed::manifest, Sealed::statement},
                                      std::pair{Sealed::statement, Sealed::manifest}}) {
        auto signature = sign(k_message, keys.secret, made);
        CHECK(verify(k_message, signature, trust, "x", made));
        CHECK(verify(k_message, signature, trust, "x", asked).error().code == Code::BAD_SIGNATURE);
        // With the comments changed the spelling is right; the second signature covers them.
        const auto other = sign(k_message, keys.secret, asked);
        const auto comments = [](const std::string& text) {
            return std::pair{text.substr(0, text.find('\n')), text.find('\n')};
        };
        const auto [line, end] = comments(other);
        signature.replace(0, signature.find('\n'), line);
        const auto trusted = other.find("trusted comment: ", end);
        const auto trusted_line = other.substr(trusted, other.find('\n', trusted) - trusted);
        const auto own = signature.find("trusted comment: ", end);
        signature.replace(own, signature.find('\n', own) - own, trusted_line);
        CHECK(parse_signature(signature, asked, "x"));
        CHECK(verify(k_message, signature, trust, "x", asked).error().code == Code::BAD_SIGNATURE);
    }
}

TEST_CASE("the text of a key whose number begins with zeros is that of stock minisign") {
    auto pair = make_key_pair("ours");
    pair.open.id = {1, 2, 3, 4, 5, 6, 7, 0};
    CHECK(id_text(pair.open) == "0007060504030201");
    CHECK(public_key_text(pair.open).starts_with(
        "untrusted comment: minisign public key 7060504030201\n"));
}

TEST_CASE("the number of a key is read in the spelling in which it is shown only") {
    const auto keys = make_key_pair("ours");
    const auto text = id_text(keys.open);
    CHECK(parse_id_text(text) == keys.open.id);
    CHECK(parse_id_text("00000000000000FF") == KeyId{0xff});
    for (const std::string other : {"", "0", "00000000000000ff", "00000000000000FG",
                                    "0x000000000000FF", "+0000000000000FF", "100000000000000FF"})
        CHECK_FALSE(parse_id_text(other));
    CHECK(parse_key_line(key_line(keys.open))->key == keys.open.key);
    CHECK_FALSE(parse_key_line(key_line(keys.open) + "A"));
}
