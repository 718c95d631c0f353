// The shim sees what the C library is asked. That nothing goes around it, strace tells, which sees
// what the kernel is asked.

#include "tests/faults/store_bench.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

using namespace pufa;
using namespace pufa::faults;

namespace {

/// Whatever changes a disk, by any name that the kernel has for it.
constexpr const char* k_write_class =
    "open,openat,openat2,creat,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,"
    "splice,vmsplice,fsync,fdatasync,syncfs,sync,sync_file_range,rename,renameat,renameat2,unlink,"
    "unlinkat,mkdir,mkdirat,rmdir,truncate,ftruncate,fallocate,link,linkat,symlink,symlinkat,mknod,"
    "mknodat,io_uring_setup,io_uring_enter,io_submit,mmap";

std::string call_of(const std::string& line) {
    // "1234 pwrite64(5</disk/state/store.db>, …" or without the number.
    const auto end = line.find('(');
    if (end == std::string::npos) return {};
    const auto begin = line.find_last_of(' ', end);
    return line.substr(begin == std::string::npos ? 0 : begin + 1,
                       end - (begin == std::string::npos ? 0 : begin + 1));
}

/// The name by which the shim's log knows a call of the kernel; "" if it changes nothing.
std::string kind_of(const std::string& call, const std::string& line) {
    if (call.starts_with("open") || call == "creat")
        return line.find("O_CREAT") != std::string::npos ||
                       line.find("O_TRUNC") != std::string::npos
                   ? "create"
                   : "";
    if (call == "mmap") // a shared mapping that can be written to is a write that nobody counts
        return line.find("MAP_SHARED") != std::string::npos &&
                       line.find("PROT_WRITE") != std::string::npos
                   ? "mapping"
                   : "";
    if (call == "unlinkat")
        return line.find("AT_REMOVEDIR") != std::string::npos ? "rmdir" : "unlink";
    static const std::map<std::string, std::string> k_kinds{
        {"pwrite64", "write"},   {"fsync", "sync"},         {"fdatasync", "sync"},
        {"syncfs", "sync"},      {"ftruncate", "truncate"}, {"renameat", "rename"},
        {"renameat2", "rename"}, {"mkdirat", "mkdir"}};
    const auto found = k_kinds.find(call);
    return found == k_kinds.end() ? call : found->second;
}

std::string kind_of(Op op) {
    static const std::map<Op, std::string> k_kinds{
        {Op::create, "create"},      {Op::write, "write"},   {Op::truncate, "truncate"},
        {Op::sync, "sync"},          {Op::rename, "rename"}, {Op::unlink, "unlink"},
        {Op::mkdir, "mkdir"},        {Op::rmdir, "rmdir"},   {Op::link, "link"},
        {Op::fallocate, "fallocate"}};
    return k_kinds.at(op);
}

} // namespace

TEST_CASE("no program under test changes the disk behind the shim's back") {
    const StoreBench bench;
    size_t compared = 0;
    for (const auto& operation : bench.operations()) {
        CAPTURE(operation.name);
        const auto start = bench.prepare(operation);
        std::map<std::string, int> counted;
        for (const auto& call : bench.admin(operation.words).writes())
            ++counted[kind_of(call.op)];

        bench.restore(start);
        const auto trace = bench.folder() / "strace";
        std::vector<std::string> words{"strace", "-f", "-y",
                                       "-s",     "0",  "-o",
                                       trace,    "-e", std::string{"trace="} + k_write_class};
        const auto admin = bench.command(operation.words);
        words.insert(words.end(), admin.begin(), admin.end());
        const auto traced = run_plain(words);
        INFO(traced.output);
        REQUIRE(traced.exit_code == 0);
        std::map<std::string, int> happened;
        std::istringstream lines{*base::read_file(trace)};
        for (std::string line; std::getline(lines, line);) {
            if (line.find(bench.places().disk.string()) == std::string::npos) continue;
            const auto kind = kind_of(call_of(line), line);
            if (!kind.empty()) ++happened[kind];
        }
        for (const auto& call : happened) {
            INFO(call.first);
            CHECK(counted[call.first] == call.second);
        }
        CHECK(counted == happened);
        CHECK(happened["write"] > 5);
        ++compared;
    }
    report(compared, compared, "commands beside strace", 0);
}
