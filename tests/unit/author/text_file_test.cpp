#include "content/author/text_file.h"

#include "content/base/file.h"
#include "content/base/process.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::literals;
using author::decode_text;

namespace {

const std::string k_words = "编号,题型,题目\r\nq1,单选,老人立了两份遗嘱，以哪一份为准？\r\n";

/// What iconv, a judge of its own, makes of our words.
std::string in_charset(const std::string& charset) {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "words.txt";
    REQUIRE(base::write_file_atomic(file, k_words));
    const auto done = base::run("/usr/bin/iconv", {"-f", "UTF-8", "-t", charset, file.string()});
    REQUIRE(done);
    REQUIRE(done->exit_code == 0);
    return done->output;
}

} // namespace

TEST_CASE("UTF-8 with and without a BOM is read strictly and is no guess") {
    for (const auto& bytes : {k_words, "\xEF\xBB\xBF" + k_words}) {
        const auto read = decode_text(bytes, "t");
        REQUIRE(read);
        CHECK(read->text == k_words);
        CHECK(read->encoding == "UTF-8");
        CHECK_FALSE(read->guessed);
    }
}

TEST_CASE("UTF-16 is read by its BOM, and by its look without one") {
    for (const std::string charset : {"UTF-16LE", "UTF-16BE"}) {
        const std::string mark = charset == "UTF-16LE" ? "\xFF\xFE" : "\xFE\xFF";
        const auto read = decode_text(mark + in_charset(charset), "t");
        REQUIRE(read);
        CHECK(read->text == k_words);
        CHECK(read->encoding == charset);
        CHECK_FALSE(read->guessed);
    }
}

TEST_CASE("what Chinese spreadsheet programs save is read as GB18030, and said to be a guess") {
    const auto read = decode_text(in_charset("GB18030"), "t");
    REQUIRE(read);
    CHECK(read->text == k_words);
    CHECK(read->encoding == "GB18030");
    CHECK(read->guessed);
}

TEST_CASE("a few GB18030 bytes that look like anything are still Chinese") {
    const auto read = decode_text("\xC3\xF1\xB7\xA8\xB5\xE4", "t");
    REQUIRE(read);
    CHECK(read->text == "民法典");
}

TEST_CASE("bytes that no charset knows, and binary files, are refused") {
    for (const auto bytes : {"\x80\xff\xff\x00"sv, "a\0b"sv, "\xEF\xBB\xBF\xff"sv}) {
        const auto read = decode_text(bytes, "broken.csv");
        REQUIRE_FALSE(read);
        CHECK(read.error().code == Code::BAD_SOURCE);
        CHECK(read.error().where == "broken.csv");
    }
}

TEST_CASE("a few NULs become U+FFFD where they are wanted; many are no text, or UTF-16") {
    const auto read = decode_text("WEBVTT\n\0a"sv, "t", author::Nul::replaced);
    REQUIRE(read);
    CHECK(read->text == "WEBVTT\n\uFFFDa");
    CHECK_FALSE(read->guessed);
    CHECK_FALSE(decode_text("a\0\0\0\x80"sv, "t", author::Nul::replaced));
    const auto wide = decode_text("\xFF\xFE" + "a\0\0\0b\0c\0d\0"s, "t", author::Nul::replaced);
    REQUIRE(wide);
    CHECK(wide->text == "a\uFFFDbcd");
}

TEST_CASE("an empty file is empty UTF-8") {
    const auto read = decode_text("", "t");
    REQUIRE(read);
    CHECK(read->text.empty());
}

TEST_CASE("a missing file is not found") {
    const auto read = author::read_text("/nonexistent/words.csv");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::NOT_FOUND);
}
