#include "content/pin/pin.h"

#include "content/base/exists.h"
#include "content/base/file.h"
#include "content/pin/files.h"
#include "content/pin/reset_code.h"
#include "content/pin/tries.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace pufa::pin {

namespace {

constexpr uint64_t k_largest_file = 1024;

void start_sodium() {
    static const int started = sodium_init();
    PUFA_ASSERT(started >= 0);
}

std::filesystem::path pin_file(const std::filesystem::path& config_folder) {
    return staff_folder(config_folder) / "pin";
}

bool is_even(std::string_view pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1) return false;
    for (size_t i = 1; i < pin.size(); ++i)
        if (pin[i] - pin[i - 1] != step) return false;
    return true;
}

std::filesystem::path may_set_file(const std::filesystem::path& config_folder) {
    return staff_folder(config_folder) / "may-set";
}

} // namespace

std::optional<Weakness> weakness(std::string_view pin) {
    if (!std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return Weakness::no_digits;
    if (pin.size() < k_shortest) return Weakness::too_short;
    if (pin.size() > k_longest) return Weakness::too_long;
    if (is_even(pin)) return Weakness::even;
    return std::nullopt;
}

Result<std::string> hash(std::string_view pin) {
    start_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hashed{};
    if (crypto_pwhash_str(hashed.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return Error{Code::DISK_ERROR, "PIN", "not enough memory for Argon2id"};
    return std::string{hashed.data()};
}

bool matches(const std::string& hashed, std::string_view pin) {
    start_sodium();
    if (hashed.size() >= crypto_pwhash_STRBYTES) return false;
    // It reads that many bytes whatever the string's end.
    std::array<char, crypto_pwhash_STRBYTES> padded{};
    std::copy(hashed.begin(), hashed.end(), padded.begin());
    return crypto_pwhash_str_verify(padded.data(), pin.data(), pin.size()) == 0;
}

std::filesystem::path staff_folder(const std::filesystem::path& config_folder) {
    return config_folder / "staff";
}

Result<std::optional<std::string>> load_hash(const std::filesystem::path& config_folder) {
    const auto file = pin_file(config_folder);
    auto text = base::read_file(file, k_largest_file);
    if (!text && text.error().code == Code::NOT_FOUND) return std::optional<std::string>{};
    if (!text) return text.error();
    auto hashed = std::move(text).value();
    if (hashed.ends_with('\n')) hashed.pop_back();
    if (!hashed.starts_with(crypto_pwhash_STRPREFIX) || hashed.find('\n') != std::string::npos ||
        hashed.size() >= crypto_pwhash_STRBYTES)
        return Error{Code::BAD_CONFIG, file.string(), "it holds no hash of a PIN"};
    return std::optional{std::move(hashed)};
}

Result<void> save_hash(const std::filesystem::path& config_folder, const std::string& hashed) {
    PUFA_CHECK(make_staff_folder(config_folder));
    PUFA_CHECK(base::write_file_atomic(pin_file(config_folder), hashed + "\n", k_owner_only));
    PUFA_CHECK(remove_durably(may_set_file(config_folder)));
    PUFA_CHECK(drop_reset_code(config_folder));
    return save_tries(config_folder, 0);
}

Result<void> forget(const std::filesystem::path& config_folder) {
    PUFA_CHECK(make_staff_folder(config_folder));
    PUFA_CHECK(base::write_file_atomic(may_set_file(config_folder), "", k_owner_only));
    return remove_durably(pin_file(config_folder));
}

Result<bool> may_set(const std::filesystem::path& config_folder) {
    PUFA_TRY(const bool begun, base::exists(staff_folder(config_folder)));
    if (begun) return base::exists(may_set_file(config_folder));
    PUFA_CHECK(make_staff_folder(config_folder));
    return true;
}

} // namespace pufa::pin
