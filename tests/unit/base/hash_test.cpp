#include "content/base/hash.h"

#include <doctest/doctest.h>

using namespace pufa::base;

TEST_CASE("SHA-256 and CRC-32 agree with the published test vectors") {
    // FIPS 180-4 example "abc"; the CRC catalogue's check value for "123456789".
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const std::string_view digits = "123456789";
    CHECK(crc32(std::as_bytes(std::span{digits.data(), digits.size()})) == 0xCBF43926u);
}

TEST_CASE("a CRC continues where it stopped") {
    const std::string_view text = "123456789";
    const auto bytes = std::as_bytes(std::span{text.data(), text.size()});
    CHECK(crc32(bytes.subspan(4), crc32(bytes.first(4))) == crc32(bytes));
}
