#include "content/pack/trust.h"

#include "content/base/file.h"
#include "content/pack/key_limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::pack {

namespace {

constexpr uint64_t k_max_key_file = 4096;
constexpr uint64_t k_max_limits_file = 64 * 1024;

/// A file of the trust folder; one that is too long is no key.
Result<std::string> read_text(const std::filesystem::path& file, uint64_t limit) {
    auto text = base::read_file(file, limit);
    if (!text && text.error().code == Code::TOO_LARGE)
        return Error{Code::BAD_KEY, file.string(), "too long for a key"};
    return text;
}

} // namespace

bool TrustedKey::may_sign_for(std::string_view publisher) const {
    return !publishers ||
           std::find(publishers->begin(), publishers->end(), publisher) != publishers->end();
}

const RevokedKey* Trust::find_revoked(const KeyId& id) const {
    const auto found = std::find_if(revoked.begin(), revoked.end(),
                                    [&](const auto& entry) { return entry.id == id; });
    return found == revoked.end() ? nullptr : &*found;
}

Result<std::vector<std::filesystem::path>> trust_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator each{folder, error}, end; !error && each != end;
         each.increment(error)) {
        const auto name = each->path().filename().string();
        if (name.ends_with(".pub") && !name.starts_with('.')) files.push_back(each->path());
    }
    if (error == std::errc::no_such_file_or_directory) return std::vector<std::filesystem::path>{};
    if (error) return base::from_errno(error.value(), folder.string());
    std::sort(files.begin(), files.end());
    return files;
}

Result<TrustedKey> read_trusted_key(const std::filesystem::path& pub_file) {
    PUFA_TRY(const auto text, read_text(pub_file, k_max_key_file));
    PUFA_TRY(auto open, parse_public_key(text, pub_file.string()));
    TrustedKey key{std::move(open)};
    key.from = pub_file.string();
    auto beside = pub_file;
    beside.replace_extension(".toml");
    const auto limits = read_text(beside, k_max_limits_file);
    if (!limits && limits.error().code == Code::NOT_FOUND) {
        // Limits that are there but are no file must not be taken for none.
        std::error_code error;
        if (std::filesystem::symlink_status(beside, error).type() ==
            std::filesystem::file_type::not_found)
            return key;
        return Error{Code::BAD_KEY, beside.string(), "not a regular file"};
    }
    if (!limits) return limits.error();
    PUFA_CHECK(parse_limits(*limits, beside.string(), key));
    return key;
}

Result<Trust> load_trust(const std::filesystem::path& folder) {
    Trust trust;
    PUFA_TRY(const auto files, trust_files(folder));
    for (const auto& file : files) {
        PUFA_TRY(auto key, read_trusted_key(file));
        trust.keys.push_back(std::move(key));
    }
    return trust;
}

Result<TrustedKey> verify(std::string_view message, std::string_view signature, const Trust& trust,
                          const std::string& where, Sealed what) {
    PUFA_TRY(const auto parsed, parse_signature(signature, what, where));
    const auto named = "key " + id_text(parsed.signer);
    if (const auto* revoked = trust.find_revoked(parsed.signer)) {
        const auto* reason = revoked->reason == Reason::retired ? "retired" : "compromised";
        return Error{Code::REVOKED_KEY, where, fmt::format("{}, {}", named, reason)};
    }
    bool known = false;
    for (const auto& key : trust.keys) {
        if (key.id != parsed.signer) continue;
        known = true;
        if (is_signed_by(key, message, parsed, what)) return key;
    }
    return Error{known ? Code::BAD_SIGNATURE : Code::UNKNOWN_KEY, where, named};
}

Result<void> check_expiry(const TrustedKey& key, WallTime now, const std::string& where) {
    const auto today = base::to_local(now).date;
    if (!key.not_after || today <= *key.not_after) return {};
    return Error{Code::EXPIRED_KEY, where,
                 fmt::format("{}, valid until {}, today is {}", key.name,
                             base::to_string(*key.not_after), base::to_string(today))};
}

Result<void> check_publisher(const TrustedKey& key, const model::PackId& pack,
                             const std::string& where) {
    if (key.may_sign_for(pack.publisher())) return {};
    return Error{Code::WRONG_PUBLISHER, where,
                 fmt::format("{}, signed by {}", pack.value, key.name)};
}

} // namespace pufa::pack
