#include "content/pack/ticket.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

namespace {

const WallTime k_now = *base::parse_iso("2026-11-24T02:00:00Z");

struct Office {
    KeyPair city = make_key_pair("city");
    KeyPair court = make_key_pair("court");
    Trust trust;

    Office() {
        TrustedKey limited{court.open};
        limited.publishers = std::vector<std::string>{"court"};
        trust.keys = {TrustedKey{city.open}, limited};
    }
    [[nodiscard]] SealedStatement seal(const std::string& json, const KeyPair& by,
                                       Sealed what = Sealed::ticket) const {
        return {json, sign(json, by.secret, what)};
    }
    /// The code it is for, or why it is not taken.
    [[nodiscard]] std::string judge(const SealedStatement& offered) const {
        const auto code = judge_ticket(trust, offered, k_now, "a.pin.json");
        return code ? *code : std::string{base::name(code.error().code)};
    }
};

} // namespace

TEST_CASE("a ticket of the bureau's key says for which code it is") {
    const Office office;
    const auto json = write_ticket("482190375568");
    CHECK(json == "{\"kind\": \"pufa-pin-ticket\", \"code\": \"482190375568\"}\n");
    CHECK(is_ticket(json));
    CHECK(office.judge(office.seal(json, office.city)) == "482190375568");
}

TEST_CASE("a ticket of a publisher, a stranger, or a key that is no more is refused") {
    Office office;
    const auto json = write_ticket("482190375568");
    CHECK(office.judge(office.seal(json, office.court)) == "BAD_TICKET");
    CHECK(office.judge(office.seal(json, make_key_pair("stranger"))) == "UNKNOWN_KEY");
    auto& city = office.trust.keys.front();
    city.not_after = base::Date{2026, 11, 23};
    CHECK(office.judge(office.seal(json, office.city)) == "EXPIRED_KEY");
    office.trust.keys.erase(office.trust.keys.begin());
    office.trust.revoked.push_back({office.city.open.id, Reason::retired, {}, false});
    CHECK(office.judge(office.seal(json, office.city)) == "REVOKED_KEY");
}

TEST_CASE("a signature of a pack or of a statement makes no ticket") {
    const Office office;
    const auto json = write_ticket("482190375568");
    for (const auto what : {Sealed::manifest, Sealed::statement})
        CHECK(office.judge(office.seal(json, office.city, what)) == "BAD_SIGNATURE");
}

TEST_CASE("whatever bit of a ticket is flipped, it is refused") {
    const Office office;
    const auto sound = office.seal(write_ticket("482190375568"), office.city);
    for (const auto part : {&SealedStatement::json, &SealedStatement::signature})
        for (size_t at = 0; at < (sound.*part).size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                auto flipped = sound;
                (flipped.*part)[at] = static_cast<char>((flipped.*part)[at] ^ (1 << bit));
                const auto said = office.judge(flipped);
                CHECK((said == "BAD_SIGNATURE" || said == "UNKNOWN_KEY"));
            }
}

TEST_CASE("a ticket has one spelling, whoever signed another") {
    const Office office;
    for (const std::string json :
         {"", "{}", "[]", "\"482190375568\"", "{\"kind\": \"pufa-pin-ticket\"}\n",
          "{\"kind\": \"pufa-pin-ticket\", \"code\": \"482190375568\"}",
          "{\"kind\":\"pufa-pin-ticket\",\"code\":\"482190375568\"}\n",
          "{\"code\": \"482190375568\", \"kind\": \"pufa-pin-ticket\"}\n",
          "{\"kind\": \"pufa-pin-ticket\", \"code\": \"4821 9037\"}\n",
          "{\"kind\": \"pufa-pin-ticket\", \"code\": \"\"}\n",
          "{\"kind\": \"pufa-pin-ticket\", \"code\": 482190375568}\n",
          "{\"kind\": \"pufa-keys\", \"code\": \"482190375568\"}\n",
          "{\"kind\": \"pufa-pin-ticket\", \"code\": \"1\", \"code\": \"482190375568\"}\n"}) {
        CAPTURE(json);
        CHECK(office.judge(office.seal(json, office.city)) == "BAD_TICKET");
    }
    CHECK_FALSE(is_ticket("{\"kind\": \"pufa-keys\"}"));
    CHECK_FALSE(is_ticket("[\"pufa-pin-ticket\"]"));
    CHECK_FALSE(is_ticket("nonsense"));
}
