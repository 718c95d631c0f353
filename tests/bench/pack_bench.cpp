#include "tests/bench/pack_bench.h"

#include "content/pack/pack.h"
#include "tests/bench/timed_child.h"
#include "tests/support/fixture_items.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <array>
#include <random>
#include <span>

namespace pufa::bench {

namespace {

namespace fs = std::filesystem;

constexpr int k_rounds = 5;

/// Bytes that no file system can make smaller.
Result<void> write_noise(const fs::path& file, uint64_t bytes) {
    PUFA_TRY(const auto fd, base::open_file(file, O_WRONLY | O_CREAT | O_TRUNC));
    std::mt19937_64 random{5};
    std::vector<uint64_t> block((1u << 20) / sizeof(uint64_t));
    for (uint64_t done = 0; done < bytes; done += 1u << 20) {
        for (auto& word : block)
            word = random();
        const auto part =
            std::as_bytes(std::span{block})
                .first(static_cast<size_t>(std::min<uint64_t>(1u << 20, bytes - done)));
        PUFA_CHECK(base::write_all(fd.get(), part, file.string()));
    }
    return base::sync_file(fd.get(), file.string());
}

/// A key pair, its half that kiosks trust in trust/.
Result<pack::KeyPair> make_keys(const PackBenchPlace& place) {
    auto keys = pack::make_key_pair("test-press");
    PUFA_CHECK(base::make_folders(place.folder / "trust"));
    PUFA_CHECK(base::write_file_atomic(place.folder / "trust" / "test-press.pub",
                                       pack::public_key_text(keys.open)));
    return keys;
}

std::vector<std::string> with_places(const PackBenchPlace& place,
                                     std::vector<std::string> command) {
    for (const auto& word : {std::string{"--trust"}, (place.folder / "trust").string(),
                             std::string{"--state"}, (place.folder / "state").string(),
                             std::string{"--now"}, std::string{"2026-11-23T15:20:00"}})
        command.push_back(word);
    return command;
}

Result<void> take_away(const fs::path& path) {
    std::error_code failed;
    fs::remove_all(path, failed);
    if (failed) return base::from_errno(failed.value(), path.string());
    return {};
}

/// One way to do a job, run in turn with the others.
struct Runner {
    const char* who;
    std::vector<std::string> command;
    fs::path made; ///< what it leaves, removed before each run; empty: nothing
    std::vector<double> seconds{};
    double peak_mib = 0;
};

Result<void> run_in_turn(std::span<Runner> runners) {
    for (int round = 0; round < k_rounds; ++round)
        for (auto& runner : runners) {
            if (!runner.made.empty()) PUFA_CHECK(take_away(runner.made));
            PUFA_CHECK(run_timed({"sync"})); // what others left to write is not this one's
            PUFA_TRY(const auto ran, run_timed(runner.command));
            runner.seconds.push_back(ran.seconds);
            runner.peak_mib = std::max(runner.peak_mib, ran.peak_mib);
        }
    return {};
}

/// The two of one job and the median of their ratios, round by round.
void report(const char* job, std::span<const Runner> runners, std::vector<Row>& rows) {
    std::vector<double> ratios;
    for (size_t round = 0; round < runners[0].seconds.size(); ++round)
        ratios.push_back(runners[0].seconds[round] / runners[1].seconds[round]);
    for (const auto& runner : runners)
        rows.push_back({job, runner.who, "time, median", quantile(runner.seconds, 0.5), "s"});
    rows.push_back({job, "ours", "ratio to the floor, median", quantile(ratios, 0.5), "x"});
    rows.push_back({job, "ours", "memory, most", runners[0].peak_mib, "MiB"});
}

} // namespace

Result<void> measure_copying(const PackBenchPlace& place, uint64_t bytes, std::vector<Row>& rows) {
    PUFA_TRY(const auto keys, make_keys(place));
    const auto film = place.folder / "film.mp4";
    const auto poster = place.folder / "film.png";
    PUFA_CHECK(write_noise(film, bytes));
    PUFA_CHECK(base::write_file_atomic(poster, "a poster, as words"));
    const auto file = place.folder / "large.pufa";
    PUFA_CHECK(pack::write_pack(support::fixture_manifest(),
                                {{"videos/wills.mp4", film}, {"videos/wills.png", poster}},
                                keys.secret, file, {}));
    PUFA_CHECK(take_away(film));
    const auto copy = (place.folder / "copy").string();
    std::array installs{
        Runner{"ours", with_places(place, {place.admin(), "install", file.string()}),
               place.folder / "state"},
        Runner{"floor",
               {"sh", "-c", "cp --reflink=never \"$1\" \"$2\" && sync", "sh", file.string(), copy},
               copy}};
    PUFA_CHECK(run_in_turn(installs));
    report("install, beside cp and sync", installs, rows);
    PUFA_CHECK(take_away(copy));
    std::array verifies{
        Runner{"ours", with_places(place, {place.admin(), "pack", "verify", file.string()}), {}},
        Runner{"floor", {"openssl", "dgst", "-sha256", file.string()}, {}}};
    PUFA_CHECK(run_in_turn(verifies));
    report("verify, beside openssl dgst -sha256", verifies, rows);
    return take_away(file);
}

Result<void> measure_memory(const PackBenchPlace& place, std::vector<Row>& rows) {
    constexpr int k_items = 20000, k_members = 59000;
    PUFA_TRY(const auto keys, make_keys(place));
    auto manifest = support::fixture_manifest();
    manifest.items.clear();
    for (int i = 0; i < k_items; ++i) {
        auto question = support::fixture_question("", model::QuestionKind::single);
        question.id = {fmt::format("{}/q{}", manifest.id.value, i)};
        manifest.items.emplace_back(std::move(question));
    }
    std::vector<pack::MemberSource> none;
    const auto items = place.folder / "items.pufa";
    PUFA_CHECK(pack::write_pack(manifest, none, keys.secret, items, {}));
    manifest = support::fixture_manifest();
    std::vector<pack::MemberSource> sources{{"videos/wills.mp4", "-", "a film, as words"},
                                            {"videos/wills.png", "-", "a poster, as words"}};
    for (int i = 0; i < k_members; ++i)
        sources.push_back({fmt::format("pictures/{:05}.png", i), "-", "a picture, as words"});
    const auto members = place.folder / "members.pufa";
    PUFA_CHECK(pack::write_pack(manifest, sources, keys.secret, members, {}));
    for (const auto& [name, file] : {std::pair{"a pack of 20,000 items", items},
                                     std::pair{"a pack of 59,000 members", members}}) {
        PUFA_CHECK(take_away(place.folder / "state"));
        PUFA_TRY(const auto installed,
                 run_timed(with_places(place, {place.admin(), "install", file.string()})));
        PUFA_TRY(const auto verified,
                 run_timed(with_places(place, {place.admin(), "pack", "verify", file.string()})));
        rows.push_back({name, "ours", "memory of install, most", installed.peak_mib, "MiB"});
        rows.push_back({name, "ours", "memory of verify, most", verified.peak_mib, "MiB"});
        rows.push_back({name, "ours", "time of install", installed.seconds, "s"});
    }
    PUFA_TRY(const auto nothing, run_timed({place.admin(), "--version"}));
    rows.push_back({"the program alone", "floor", "memory, most", nothing.peak_mib, "MiB"});
    return take_away(place.folder / "state");
}

Result<void> measure_check(const PackBenchPlace& place, int count, std::vector<Row>& rows) {
    const auto make = [&](const fs::path& folder, int questions) -> Result<void> {
        PUFA_CHECK(base::make_folders(folder / "quizzes"));
        PUFA_CHECK(base::write_file_atomic(
            folder / "pack.toml", "id = \"test-press/quizzes\"\ntitle = \"题\"\nsequence = 1\n"
                                  "created = 2026-11-20T08:00:00+08:00\n"
                                  "agencies = [\"测试司法局\"]\n[laws]\nchecked = 2026-11-01\n"));
        PUFA_CHECK(base::write_file_atomic(
            folder / "laws.csv", "law,full_name,article,article_zh,in_force,text\n"
                                 "民法典,中华人民共和国民法典,1142,第一千一百四十二条,2021-01-01,"
                                 "遗嘱人可以撤回、变更自己所立的遗嘱。\n"));
        PUFA_CHECK(base::write_file_atomic(folder / "quizzes/all.toml",
                                           "id = \"all\"\ntitle = \"全部\"\n"));
        std::string sheet = "编号,题型,题目,选项A,选项B,选项C,选项D,答案,解析,法条\n";
        for (int i = 0; i < questions; ++i)
            sheet += fmt::format("q{0},单选,第{0}题：两份遗嘱以哪份为准？,先立的,最后的,长的,短的,"
                                 "{1},以最后的为准。,民法典 1142\n",
                                 i, "ABCD"[i % 4]);
        return base::write_file_atomic(folder / "quizzes/all.csv", sheet);
    };
    const auto many = place.folder / "many";
    const auto one = place.folder / "one";
    PUFA_CHECK(make(many, count));
    PUFA_CHECK(make(one, 1));
    std::array runners{Runner{"ours", {place.admin(), "pack", "check", many.string()}, {}},
                       Runner{"floor", {place.admin(), "pack", "check", one.string()}, {}}};
    PUFA_CHECK(run_in_turn(runners));
    report(fmt::format("check of {} questions, beside one", count).c_str(), runners, rows);
    return {};
}

} // namespace pufa::bench
