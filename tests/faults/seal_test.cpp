// Every bit of what is signed, and of the signature, in a pack of the size that people make.

#include "tests/faults/store_bench.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <set>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 9;
constexpr size_t k_judged_here = 1500;
constexpr size_t k_judged_by_program = 120;
constexpr size_t k_judged_by_program_long = 10'000; // all of them are above a million
constexpr int k_questions = 400;

/// Turns one bit of a file over while it lives.
class FlippedBit {
  public:
    FlippedBit(const std::filesystem::path& file, uint64_t bit)
        : m_file(file)
        , m_bit(bit) {
        turn();
    }
    ~FlippedBit() { turn(); }
    FlippedBit(const FlippedBit&) = delete;
    FlippedBit& operator=(const FlippedBit&) = delete;

  private:
    void turn() const {
        const auto fd = base::open_file(m_file, O_RDWR);
        REQUIRE(fd);
        char byte = 0;
        REQUIRE(::pread(fd->get(), &byte, 1, static_cast<off_t>(m_bit / 8)) == 1);
        byte = static_cast<char>(byte ^ (1 << (m_bit % 8)));
        REQUIRE(::pwrite(fd->get(), &byte, 1, static_cast<off_t>(m_bit / 8)) == 1);
    }
    const std::filesystem::path& m_file;
    uint64_t m_bit;
};

/// A signed pack of many questions, and how many bytes its manifest and signature take up.
struct Sealed {
    support::PackBench bench;
    std::filesystem::path file;
    uint64_t head_bytes = 0;

    Sealed() {
        auto manifest = support::fixture_manifest();
        for (int i = 0; i < k_questions; ++i)
            manifest.items.emplace_back(support::fixture_question("more-" + std::to_string(i),
                                                                  model::QuestionKind::single));
        file = bench.build(manifest);
        const auto opened = pack::open_pack(file, bench.trust(), support::k_fixture_now);
        REQUIRE(opened);
        // Up to the header of the first member, which stands right before its bytes.
        const auto& first = opened->manifest.members.front().path;
        constexpr uint64_t k_local_header_bytes = 30;
        head_bytes = opened->offsets.front() - k_local_header_bytes - first.size();
        REQUIRE(head_bytes > (200u << 10));
    }
};

const std::set<std::string_view> k_refusals{"BAD_SIGNATURE", "NOT_CANONICAL", "NOT_A_PACK",
                                            "UNSIGNED",      "UNKNOWN_KEY",   "TOO_LARGE"};

} // namespace

TEST_CASE("any bit of manifest or signature that is turned over is refused") {
    const Sealed sealed;
    const auto bits = static_cast<size_t>(sealed.head_bytes) * 8;
    size_t refused = 0;
    for (const auto bit : sample(bits, k_judged_here, k_seed)) {
        const FlippedBit fault{sealed.file, bit};
        const auto opened =
            pack::open_pack(sealed.file, sealed.bench.trust(), support::k_fixture_now);
        const bool by_name = !opened && k_refusals.contains(base::name(opened.error().code));
        if (by_name) {
            ++refused;
            continue;
        }
        FAIL_CHECK("bit ", bit, ": ", opened ? "accepted" : base::name(opened.error().code));
    }
    // Turned back, it is what it was.
    CHECK(pack::open_pack(sealed.file, sealed.bench.trust(), support::k_fixture_now));
    report(refused, bits, "bits of manifest and signature", k_seed);
}

TEST_CASE("the program refuses them too, in words, and installs nothing") {
    const StoreBench bench;
    const Sealed sealed;
    const auto bits = static_cast<size_t>(sealed.head_bytes) * 8;
    std::vector<std::string> words{"install", sealed.file};
    std::filesystem::copy_file(sealed.bench.folder() / "trust" / "test-press.pub",
                               bench.folder() / "trust" / "other.pub");
    size_t refused = 0;
    for (const auto bit : sample(bits, k_judged_by_program, k_seed, k_judged_by_program_long)) {
        CAPTURE(bit);
        const FlippedBit fault{sealed.file, bit};
        const auto ran = bench.admin(words);
        CAPTURE(ran.output);
        CHECK(ran.exit_code == 1);
        CHECK(std::any_of(k_refusals.begin(), k_refusals.end(), [&](std::string_view name) {
            return ran.says("\"code\": \"" + std::string{name} + "\"");
        }));
        refused += ran.exit_code == 1;
    }
    CHECK(bench.look() == "nothing");
    CHECK(bench.left_over() == std::vector<std::string>{});
    const auto whole = bench.admin(words);
    INFO(whole.output);
    CHECK(whole.exit_code == 0);
    report(refused, bits, "bits, by the program", k_seed);
}
