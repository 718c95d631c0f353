// A disk that is full or fails, from the n-th call on; and one that takes a byte at a time.

#include "tests/faults/aftermath.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <set>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 7;
constexpr size_t k_calls_each = 16;

/// The codes and sentences of a report that failed.
struct Said {
    std::set<std::string> codes;
    bool in_words = true; ///< each with a sentence for people
};

void collect(const nlohmann::json& json, Said& said) {
    if (json.is_object() && json.contains("code")) {
        said.codes.insert(json["code"]);
        said.in_words = said.in_words && !json.value("sentence", "").empty();
    }
    if (json.is_structured()) {
        for (const auto& part : json)
            collect(part, said);
    }
}

Said said_by(const Ran& ran) {
    Said said;
    // The report is followed by the sentences on standard error.
    const auto end = ran.output.rfind("\n}");
    if (end == std::string::npos) return said;
    collect(nlohmann::json::parse(ran.output.substr(0, end + 2), nullptr, false), said);
    return said;
}

/// One command whose calls fail from the n-th on, and the codes that name such a disk.
void check_failing(const StoreBench& bench, const Operation& operation, const Tree& start,
                   const Fault& fault, const std::string& before, const std::string& after,
                   const std::set<std::string>& codes) {
    CAPTURE(fault.plan);
    bench.restore(start);
    const auto ran = bench.admin(operation.words, fault);
    CAPTURE(ran.output);
    CHECK(ran.fired > 0);
    const auto said = said_by(ran);
    // A scrub that found what is rotten ends as a disk that fails does, but names no error.
    if (ran.exit_code == operation.exit_code && said.codes.empty()) {
        const bool done = operation.stepwise || bench.look() == after;
        CHECK(done);
    } else {
        CHECK(ran.exit_code == 3);
        CHECK(said.in_words);
        CHECK(said.codes.size() == 1);
        for (const auto& code : said.codes)
            CHECK(codes.contains(code));
    }
    check_aftermath(bench, operation, before, after);
}

/// A full disk still opens, empties, syncs and removes what is there.
bool needs_room(const Call& call) {
    return call.made || call.op == Op::write || call.op == Op::mkdir || call.op == Op::rename ||
           call.op == Op::link || call.op == Op::fallocate;
}

/// The numbers of the calls that fail with `error`.
std::vector<size_t> calls_to_fail(const Ran& whole, bool reads, int error) {
    std::vector<size_t> numbers;
    const auto writes = whole.writes();
    for (size_t i = 0; i < (reads ? whole.fired : writes.size()); ++i) {
        if (reads || error != ENOSPC || needs_room(writes[i])) numbers.push_back(i + 1);
    }
    return numbers;
}

void check_campaign(const StoreBench& bench, const std::string& plan, int error,
                    const std::set<std::string>& codes, const std::string& what) {
    for (const auto& operation : everything_that_changes(bench)) {
        CAPTURE(operation.name);
        const auto start = bench.prepare(operation);
        const auto before = bench.look();
        const bool reads = plan == "fail_reads";
        // A run whose reads are counted and none fails.
        const auto whole = bench.admin(operation.words, {.plan = reads ? "count_reads" : ""});
        REQUIRE(whole.exit_code == operation.exit_code);
        const auto after = bench.look();
        const auto calls = calls_to_fail(whole, reads, error);
        size_t ran = 0;
        for (const auto chosen : sample(calls.size(), k_calls_each, k_seed)) {
            const Fault fault{.plan = plan + " " + std::to_string(calls[chosen]) + " " +
                                      std::to_string(error)};
            check_failing(bench, operation, start, fault, before, after, codes);
            ++ran;
        }
        report(ran, calls.size(), what + " of " + operation.name, k_seed);
    }
}

} // namespace

TEST_CASE("a disk that is full from any call on is NO_SPACE, and once there is room all is well") {
    check_campaign(StoreBench{}, "fail", ENOSPC, {"NO_SPACE"}, "full disks");
}

TEST_CASE("a disk whose writes fail from any call on is DISK_ERROR, and nothing is lost") {
    // A database that opens for reading and not for writing is told as that.
    check_campaign(StoreBench{}, "fail", EIO, {"DISK_ERROR", "READ_ONLY"}, "failing disks");
}

TEST_CASE("a disk whose reads fail from any call on is DISK_ERROR, and nothing is lost") {
    check_campaign(StoreBench{}, "fail_reads", EIO, {"DISK_ERROR"}, "unreadable disks");
}

TEST_CASE("a disk that turns read-only at any call is READ_ONLY, and nothing is lost") {
    check_campaign(StoreBench{}, "fail", EROFS, {"READ_ONLY"}, "disks that turn read-only");
}

TEST_CASE("a disk that takes and gives a byte at a time, or interrupts each call, is only slow") {
    const StoreBench bench;
    size_t ran = 0;
    for (const auto& operation : everything_that_changes(bench)) {
        CAPTURE(operation.name);
        const auto start = bench.prepare(operation);
        REQUIRE(bench.admin(operation.words).exit_code == operation.exit_code);
        const auto after = bench.look();
        for (const auto* plan : {"short", "interrupt"}) {
            CAPTURE(plan);
            bench.restore(start);
            const auto slow = bench.admin(operation.words, {.plan = plan});
            INFO(slow.output);
            CHECK(slow.fired > 0);
            CHECK(slow.exit_code == operation.exit_code);
            CHECK(bench.look() == after);
            ++ran;
        }
    }
    report(ran, ran, "slow disks", k_seed);
}
