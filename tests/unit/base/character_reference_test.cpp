#include "content/base/character_reference.h"

#include <doctest/doctest.h>

using namespace pufa::base;

namespace {

/// The character, or U+FFFF if there is none.
char32_t point(std::string_view text, Semicolon semicolon = Semicolon::required) {
    const auto found = character_reference(text, semicolon);
    return found ? found->point : U'\xFFFF';
}

} // namespace

TEST_CASE("characters are known by name and by number") {
    CHECK(point("&amp;") == U'&');
    CHECK(point("&AMP;") == U'&');
    CHECK(point("&apos;x") == U'\'');
    CHECK(point("&eacute;") == U'é');
    CHECK(point("&yuml;") == U'ÿ');
    CHECK(point("&Omega;") == U'Ω');
    CHECK(point("&sigmaf;") == U'ς');
    CHECK(point("&omega;") == U'ω');
    CHECK(point("&hellip;") == U'…');
    CHECK(point("&rarr;") == U'→');
    CHECK(point("&thetasym;") == U'ϑ');
    CHECK(point("&diams;") == U'♦');
    CHECK(point("&#8230;") == U'…');
    CHECK(point("&#X4e2D;") == U'中');
    CHECK(point("&#1114111;") == U'\x10FFFF');
    CHECK(character_reference("&copy;right", Semicolon::required)->size == 6);
}

TEST_CASE("blanks are blanks, and what is not seen is nothing") {
    for (const auto* blank : {"&nbsp;", "&ensp;", "&thinsp;", "&#9;", "&#x85;"})
        CHECK_MESSAGE(point(blank) == U' ', blank);
    for (const auto* unseen : {"&lrm;", "&zwj;", "&shy;", "&#x200b;"})
        CHECK_MESSAGE(point(unseen) == 0, unseen);
}

TEST_CASE("what is no reference is none") {
    for (const auto* none : {"",         "&",      "&;",       "&&",          "amp;",
                             "&nosuch;", "&1;",    "&Amp;",    "&-;",         "&#;",
                             "&#x;",     "&#0;",   "&#xD800;", "&#1114112;",  "&#99999999999;",
                             "&#-5;",    "&#3 2;", "&amp",     "&thetasyms;", "&hellip"})
        CHECK_MESSAGE(!character_reference(none, Semicolon::required), none);
}

TEST_CASE("the semicolon of old names may be missing, as in HTML") {
    CHECK(point("&amp", Semicolon::optional) == U'&');
    CHECK(point("&copyright", Semicolon::optional) == U'©');
    CHECK(character_reference("&copyright", Semicolon::optional)->size == 5);
    CHECK(point("&notit;", Semicolon::optional) == U'¬');
    CHECK(point("&notin;", Semicolon::optional) == U'∉');
    for (const auto* none : {"&", "&hellip", "&apos", "&#60", "&x"})
        CHECK_MESSAGE(!character_reference(none, Semicolon::optional), none);
}
