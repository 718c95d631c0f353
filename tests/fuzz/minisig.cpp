// Keys have one meaning, and only the one signature that the key makes is taken.

#include "content/pack/trust.h"
#include "tests/fuzz/fuzz.h"

#include <sodium.h>

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const auto pair = [] {
        pack::KeyPair made = pack::make_key_pair("fuzz"); // its id and halves are then fixed
        made.open.id = made.secret.id = {1, 2, 3, 4, 5, 6, 7, 8};
        const std::array<uint8_t, 32> seed{};
        crypto_sign_seed_keypair(made.open.key.data(), made.secret.key.data(), seed.data());
        return made;
    }();
    const auto text = fuzz::text_of(data, size);
    if (const auto key = pack::parse_public_key(text, "a.pub")) {
        const auto again = pack::parse_public_key(pack::public_key_text(*key), "a.pub");
        PUFA_ASSERT(again.ok() && again->id == key->id && again->key == key->key);
    }
    // A passphrase costs a gigabyte; tests/unit/pack/seal_test.cpp tries those.
    if (!pack::is_encrypted_key(text)) {
        if (const auto key = pack::parse_secret_key(text, "", "a.key")) {
            const auto spelt = pack::secret_key_text({{}, *key}, "");
            const auto again = pack::parse_secret_key(*spelt, "", "a.key");
            PUFA_ASSERT(again.ok() && again->id == key->id && again->key == key->key);
        }
    }
    for (const auto what :
         {pack::Sealed::manifest, pack::Sealed::statement, pack::Sealed::ticket}) {
        const auto read = pack::parse_signature(text, what, "a.minisig");
        const bool taken = read && pack::is_signed_by(pair.open, "words", *read, what);
        PUFA_ASSERT(taken == (text == pack::sign("words", pair.secret, what)));
    }
    return 0;
}
