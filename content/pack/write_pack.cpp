// Writing: each source is read twice, for its hash and for its copy, and the two are compared.
// Signing copies a pack that is there.

#include "content/base/hash.h"
#include "content/pack/pack.h"
#include "content/pack/pack_parts.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace pufa::pack {

namespace {

constexpr size_t k_buffer_bytes = 1u << 20;

struct Total {
    uint64_t done = 0;
    uint64_t all = 0;
    const Progress& progress;
    void add(uint64_t bytes) {
        done += bytes;
        if (progress) progress(done, all);
    }
};

/// As read_source, of what is in memory.
template <class Sink>
Result<Member> take_bytes(const MemberSource& source, Total& total, const Sink& sink) {
    const auto bytes = base::as_bytes(*source.bytes);
    Member member{source.path, bytes.size(), base::crc32(bytes, 0), {}};
    base::Sha256 hash;
    hash.update(bytes);
    member.sha256 = hash.finish();
    PUFA_CHECK(sink(bytes));
    total.add(bytes.size());
    return member;
}

/// Reads a source to its end; `sink` is called with each part.
template <class Sink>
Result<Member> read_source(const MemberSource& source, Total& total, const Sink& sink) {
    if (source.bytes) return take_bytes(source, total, sink);
    const auto where = source.file.string();
    PUFA_TRY(const auto fd, base::open_file(source.file, O_RDONLY));
    Member member{source.path, 0, 0, {}};
    PUFA_TRY(member.size, base::file_size(fd.get(), where));
    if (member.size > k_max_archive)
        return Error{Code::TOO_LARGE, where, fmt::format("{} bytes", member.size)};
    base::Sha256 hash;
    std::vector<std::byte> buffer(k_buffer_bytes);
    for (uint64_t at = 0; at < member.size;) {
        const auto part = std::span{buffer}.first(
            static_cast<size_t>(std::min<uint64_t>(buffer.size(), member.size - at)));
        PUFA_CHECK(base::read_exact(fd.get(), at, part, where));
        hash.update(part);
        member.crc = base::crc32(part, member.crc);
        PUFA_CHECK(sink(part));
        at += part.size();
        total.add(part.size());
    }
    member.sha256 = hash.finish();
    return member;
}

Result<void> write_text(int fd, std::string_view text, const std::string& where) {
    return base::write_all(fd, base::as_bytes(text), where);
}

/// Writes the first members, then each further one by `copy(index)`, then the directory.
template <class Copy>
Result<void> write_archive(int fd, const std::vector<Entry>& entries,
                           const std::vector<std::string_view>& head, const Copy& copy,
                           const std::string& where) {
    for (size_t i = 0; i < entries.size(); ++i) {
        PUFA_CHECK(write_text(fd, local_header(entries[i]), where));
        if (i < head.size()) {
            PUFA_CHECK(write_text(fd, head[i], where));
        } else {
            PUFA_CHECK(copy(i - head.size()));
        }
    }
    PUFA_CHECK(write_text(fd, central_directory(entries), where));
    return base::sync_file(fd, where);
}

/// Writes beside `output` and takes its place once it is whole and durable.
template <class Write>
Result<void> replace_file(const std::filesystem::path& output, const Write& write) {
    auto temporary = output;
    temporary += ".new";
    PUFA_TRY(auto fd, base::open_file(temporary, O_WRONLY | O_CREAT | O_TRUNC));
    Result<void> written = write(fd.get());
    fd.reset();
    if (written && std::rename(temporary.c_str(), output.c_str()) != 0)
        written = base::from_errno(errno, output.string());
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    return base::sync_folder(output.has_parent_path() ? output.parent_path() : ".");
}

/// The first members and the whole layout, bounded.
struct Plan {
    std::optional<std::string> signature;
    std::vector<std::string_view> head;
    std::vector<Entry> entries;
};

Result<Plan> plan_archive(const std::string& manifest, const std::vector<Member>& members,
                          const std::optional<SecretKey>& key, const std::string& where) {
    Plan plan;
    if (manifest.size() > k_max_manifest)
        return Error{Code::TOO_LARGE, where,
                     fmt::format("pack.json has {} bytes", manifest.size())};
    if (key) plan.signature = sign(manifest, *key);
    plan.entries = entries_of(manifest, plan.signature, members);
    // An unsigned pack keeps room for its signature.
    const auto size = layout(entries_of(manifest, std::string(k_max_signature, ' '), members));
    if (size.back() > k_max_archive)
        return Error{Code::TOO_LARGE, where, fmt::format("{} bytes", size.back())};
    return plan;
}

/// Views of strings that outlive the plan.
void set_head(Plan& plan, const std::string& manifest) {
    plan.head = {manifest};
    if (plan.signature) plan.head.emplace_back(*plan.signature);
}

Result<std::vector<Member>> hash_sources(const std::vector<MemberSource>& sources, Total& total) {
    std::vector<Member> members;
    for (const auto& source : sources) {
        PUFA_TRY(auto member, read_source(source, total, [](auto) { return Result<void>{}; }));
        members.push_back(std::move(member));
    }
    return members;
}

Result<uint64_t> total_size(const std::vector<MemberSource>& sources) {
    uint64_t total = 0;
    for (const auto& source : sources) {
        if (source.bytes) {
            total += source.bytes->size();
            continue;
        }
        std::error_code error;
        total += std::filesystem::file_size(source.file, error);
        if (error) return base::from_errno(error.value(), source.file.string());
    }
    return total;
}

} // namespace

Result<void> write_pack(Manifest manifest, const std::vector<MemberSource>& sources,
                        const std::optional<SecretKey>& key, const std::filesystem::path& output,
                        const Progress& progress) {
    auto sorted = sources;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    const auto where = output.string();
    PUFA_TRY(const auto bytes, total_size(sorted));
    Total total{0, 2 * bytes, progress};
    PUFA_TRY(manifest.members, hash_sources(sorted, total));
    const auto faults = check_manifest(manifest, where);
    if (!faults.empty()) return faults.front();

    const auto text = write_manifest(manifest);
    PUFA_TRY(auto plan, plan_archive(text, manifest.members, key, where));
    set_head(plan, text);
    return replace_file(output, [&](int fd) {
        const auto copy = [&](size_t index) -> Result<void> {
            const auto sink = [&](std::span<const std::byte> part) {
                return base::write_all(fd, part, where);
            };
            PUFA_TRY(const auto copied, read_source(sorted[index], total, sink));
            if (copied == manifest.members[index]) return {};
            return Error{Code::BAD_SOURCE, sorted[index].file.string(),
                         "it changed while the pack was being written"};
        };
        return write_archive(fd, plan.entries, plan.head, copy, where);
    });
}

Result<void> sign_pack(const OpenPack& pack, const SecretKey& key,
                       const std::filesystem::path& output, const Progress& progress) {
    const auto where = output.string();
    const auto& members = pack.manifest.members;
    PUFA_TRY(auto plan, plan_archive(pack.manifest_text, members, key, where));
    set_head(plan, pack.manifest_text);
    Total total{0, 0, progress};
    for (const auto& member : members)
        total.all += member.size;
    return replace_file(output, [&](int fd) {
        std::vector<std::byte> buffer(k_buffer_bytes);
        const auto copy = [&](size_t index) -> Result<void> {
            const auto& member = members[index];
            base::Sha256 hash;
            for (uint64_t at = 0; at < member.size;) {
                const auto part = std::span{buffer}.first(
                    static_cast<size_t>(std::min<uint64_t>(buffer.size(), member.size - at)));
                PUFA_CHECK(
                    base::read_exact(pack.fd.get(), pack.offsets[index] + at, part, pack.where));
                hash.update(part);
                PUFA_CHECK(base::write_all(fd, part, where));
                at += part.size();
                total.add(part.size());
            }
            if (hash.finish() != member.sha256) return damaged_member(member, pack.where);
            return {};
        };
        return write_archive(fd, plan.entries, plan.head, copy, where);
    });
}

} // namespace pufa::pack
