// Sticks as staff meet them: pulled out, counterfeit, of two minds, cut short. What is on one is
// refused by name or taken whole, and nothing on the machine has changed until then.

#include "tests/faults/aftermath.h"

#include <doctest/doctest.h>

#include <cerrno>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 3;
constexpr size_t k_percents_each = 34;
/// A film of more than one part of the copy, so that a stick can go in the middle of it.
constexpr size_t k_film_bytes = (2u << 20) + 12345;

/// An update whose new version stands on the stick with a longer film.
struct Offer {
    StoreBench bench;
    Operation operation = bench.update();
    std::string file = bench.stick("long.pufa");
    Tree start;
    std::string before;
    std::string after;
    uint64_t bytes_read = 0; ///< from the stick, by a whole install
    uint64_t size = 0;

    Offer() {
        bench.build_long(file, k_film_bytes);
        operation.words = {"install", file};
        start = bench.prepare(operation);
        before = bench.look();
        const auto whole = bench.admin(operation.words);
        INFO(whole.output);
        REQUIRE(whole.exit_code == 0);
        after = bench.look();
        REQUIRE(after != before);
        for (const auto& call : whole.calls) {
            if (call.op == Op::read) bytes_read += static_cast<uint64_t>(call.result);
        }
        size = std::filesystem::file_size(file);
        REQUIRE(bytes_read > size);
        bench.restore(start);
    }

    /// Under this fault the file is refused in words, and the machine is as before.
    void check_refused(const std::string& stick_plan, const std::vector<std::string>& names) {
        CAPTURE(stick_plan);
        const auto ran = bench.admin(operation.words, {.stick_plan = stick_plan});
        CAPTURE(ran.output);
        CHECK(ran.fired > 0);
        const bool refused = ran.exit_code == 1 || ran.exit_code == 3;
        CHECK(refused);
        CHECK(std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return ran.says("\"code\": \"" + name + "\"");
        }));
        CHECK(ran.says(file));
        CHECK(bench.look() == before);
        CHECK(bench.left_over() == std::vector<std::string>{});
    }
    /// The stick is put in again, properly.
    void check_taken() {
        const auto ran = bench.admin(operation.words);
        INFO(ran.output);
        CHECK(ran.exit_code == 0);
        CHECK(bench.look() == after);
        bench.restore(start);
    }
};

} // namespace

TEST_CASE("a stick that is pulled at any percent of the copy changes nothing") {
    Offer offer;
    size_t ran = 0;
    for (const int error : {EIO, ENODEV, ESTALE}) {
        for (const auto percent :
             sample(100, k_percents_each, k_seed + static_cast<uint32_t>(error))) {
            const auto bytes = offer.bytes_read * percent / 100;
            offer.check_refused("pull " + std::to_string(bytes) + " " + std::to_string(error),
                                {"DISK_ERROR"});
            ++ran;
        }
    }
    offer.check_taken();
    report(ran, 300, "moments at which a stick is pulled", k_seed);
}

TEST_CASE("a file that ends before its size is refused, wherever it ends") {
    Offer offer;
    size_t ran = 0;
    for (const auto percent : sample(100, k_percents_each, k_seed)) {
        offer.check_refused("shorten " + std::to_string(offer.size * percent / 100),
                            {"DISK_ERROR", "NOT_A_PACK", "DAMAGED_MEMBER"});
        ++ran;
    }
    offer.check_taken();
    report(ran, 100, "files that end early", k_seed);
}

TEST_CASE("a stick of fake capacity is refused, with zeros beyond its end or its beginning again") {
    Offer offer;
    size_t ran = 0;
    for (const auto* kind : {"zeros", "wrap"}) {
        for (const auto percent : sample(100, k_percents_each, k_seed)) {
            // Such sticks are made of erase blocks; and one that holds nothing cannot wrap.
            constexpr uint64_t k_block = 4096;
            const auto capacity = (offer.size * percent / 100 / k_block + 1) * k_block;
            if (capacity >= offer.size) continue;
            offer.check_refused(
                std::string{kind} + " " + std::to_string(capacity),
                {"NOT_A_PACK", "NOT_CANONICAL", "BAD_SIGNATURE", "UNSIGNED", "DAMAGED_MEMBER"});
            ++ran;
        }
    }
    offer.check_taken();
    report(ran, 200, "capacities of fake sticks", k_seed);
}

TEST_CASE(
    "a stick that gives other bytes on the second read installs nothing else than was signed") {
    Offer offer;
    offer.check_refused("flip_second", {"NOT_A_PACK", "NOT_CANONICAL", "BAD_SIGNATURE", "UNSIGNED",
                                        "DAMAGED_MEMBER"});
    offer.check_taken();
    // And for a file of which everything is here already, all but the head is read once.
    const auto taken = offer.bench.admin(offer.operation.words);
    REQUIRE(taken.exit_code == 0);
    const auto again = offer.bench.admin(offer.operation.words, {.stick_plan = "flip_second"});
    CHECK(again.fired > 0);
    CHECK(offer.bench.look() == offer.after);
    report(2, 2, "sticks of two minds", k_seed);
}

TEST_CASE("a file that vanishes, a folder and an empty file in its place are refused by name") {
    Offer offer;
    const auto file = offer.file;
    std::filesystem::remove(file);
    const auto gone = offer.bench.admin({"install", file});
    CHECK(gone.exit_code == 1);
    CHECK(gone.says("NOT_FOUND"));
    std::filesystem::create_directory(file);
    const auto folder = offer.bench.admin({"install", file});
    CHECK(folder.exit_code != 0);
    CHECK(folder.says("\"code\""));
    std::filesystem::remove(file);
    REQUIRE(base::write_file_atomic(file, ""));
    const auto empty = offer.bench.admin({"install", file});
    CHECK(empty.exit_code == 1);
    CHECK(empty.says("NOT_A_PACK"));
    CHECK(offer.bench.look() == offer.before);
    report(3, 3, "things in the place of a pack", k_seed);
}

TEST_CASE("a good pack beside one on a bad sector is installed all the same") {
    Offer offer;
    // The stick goes after the first file was read.
    const auto good = offer.bench.stick("fixture-2.pufa");
    const auto limit = std::filesystem::file_size(good) * 3;
    const auto ran = offer.bench.admin(
        {"install", good, offer.file},
        {.stick_plan = "pull " + std::to_string(limit) + " " + std::to_string(EIO)});
    INFO(ran.output);
    CHECK(ran.fired > 0);
    CHECK(ran.exit_code == 3);
    CHECK(ran.says("\"outcome\": \"updated\""));
    CHECK(ran.says("DISK_ERROR"));
    CHECK(offer.bench.look() != offer.before);
    CHECK(offer.bench.look() != offer.after);
    CHECK(offer.bench.left_over() == std::vector<std::string>{});
    report(1, 1, "sticks pulled between two packs", k_seed);
}
