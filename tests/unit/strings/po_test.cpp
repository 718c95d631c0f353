#include "content/strings/po.h"

#include <doctest/doctest.h>

using namespace pufa;
using strings::parse_po;

TEST_CASE("entries, comments, escapes and continued strings are read") {
    const auto read = parse_po("# note\nmsgid \"\"\nmsgstr \"Language: en\\n\"\n\n"
                               "msgid \"a.b\"\nmsgstr \"one \"\n\"two\\n\\\"three\\\"\"\n",
                               "en");
    REQUIRE(read);
    CHECK(read->size() == 1);
    CHECK(read->at("a.b") == "one two\n\"three\"");
}

TEST_CASE("each fault names its line") {
    const auto fault = [](std::string_view text) {
        const auto read = parse_po(text, "en");
        return read ? std::string{} : read.error().where;
    };
    CHECK(fault("msgid \"a\"\nmsgstr \"x\"\nmsgid \"a\"\nmsgstr \"y\"\n") == "en line 4");
    CHECK(fault("msgid \"a\"\nmsgstr \"\"\n\n") == "en line 3");
    CHECK(fault("msgstr \"x\"\n") == "en line 1");
    CHECK(fault("words\n") == "en line 1");
    CHECK(fault("msgid \"a\nmsgstr \"x\"\n") == "en line 1");
    CHECK(fault("msgid \"a\"\nmsgstr \"x\\q\"\n") == "en line 2");
}
