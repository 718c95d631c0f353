#include "content/strings/strings.h"

#include <doctest/doctest.h>

using namespace pufa;
using model::Language;

TEST_CASE("every error code has a sentence with its place in three languages") {
#define PUFA_CODE(name, blame) Code::name,
    const Code codes[] = {PUFA_ERROR_CODES(PUFA_CODE)};
#undef PUFA_CODE
    for (const auto code : codes) {
        for (const auto language : model::k_languages) {
            const auto words = strings::sentence(language, {code, "WHERE", "DETAIL"});
            CAPTURE(words);
            CHECK(words.find("WHERE") != std::string::npos);
            CHECK(words.find("DETAIL") != std::string::npos);
            CHECK(words.find('{') == std::string::npos);
        }
    }
}

TEST_CASE("words that look like a placeholder are not filled twice") {
    const auto words = strings::sentence(Language::en, {Code::BAD_SOURCE, "{detail}", "x"});
    CHECK(words.starts_with("{detail}: x"));
}

TEST_CASE("a shell is told the code as well, so that a technician can look it up") {
    const auto words = strings::named_sentence(Language::en, {Code::LOCKED, "state", "held"});
    CHECK(words.ends_with(" [LOCKED]"));
    CHECK(words.starts_with(strings::sentence(Language::en, {Code::LOCKED, "state", "held"})));
}
