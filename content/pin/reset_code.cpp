#include "content/pin/reset_code.h"

#include "content/base/file.h"
#include "content/pin/files.h"
#include "content/pin/pin.h"

#include <sodium.h>

#include <algorithm>

namespace pufa::pin {

namespace {

constexpr uint64_t k_largest_file = 64;
constexpr uint32_t k_ten = 10;
constexpr size_t k_group = 4;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Luhn: the digit that makes the weighted sum of all a multiple of ten.
char check_digit(std::string_view digits) {
    uint32_t sum = 0;
    bool doubled = true; // the digit next to the check digit is
    for (auto at = digits.rbegin(); at != digits.rend(); ++at, doubled = !doubled) {
        auto value = static_cast<uint32_t>(*at - '0');
        if (doubled) value *= 2;
        sum += value / k_ten + value % k_ten;
    }
    return static_cast<char>('0' + (k_ten - sum % k_ten) % k_ten);
}

std::filesystem::path code_file(const std::filesystem::path& config_folder) {
    return staff_folder(config_folder) / "reset-code";
}

std::string make_code() {
    PUFA_ASSERT(sodium_init() >= 0);
    std::string code;
    while (code.size() + 1 < k_code_digits)
        code += static_cast<char>('0' + randombytes_uniform(k_ten));
    return code + check_digit(code);
}

} // namespace

std::optional<std::string> parse_reset_code(std::string_view typed) {
    std::string code;
    for (const char c : typed) {
        if (is_digit(c))
            code += c;
        else if (c != ' ' && c != '-')
            return std::nullopt;
    }
    if (code.size() != k_code_digits) return std::nullopt;
    const auto all_but_last = std::string_view{code}.substr(0, k_code_digits - 1);
    if (code.back() != check_digit(all_but_last)) return std::nullopt;
    return code;
}

std::string spaced(std::string_view code) {
    std::string words;
    for (size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % k_group == 0) words += ' ';
        words += code[i];
    }
    return words;
}

Result<std::optional<std::string>> kept_reset_code(const std::filesystem::path& config_folder) {
    auto text = base::read_file(code_file(config_folder), k_largest_file);
    if (!text && text.error().code == Code::NOT_FOUND) return std::optional<std::string>{};
    if (!text) return text.error();
    auto kept = std::move(text).value();
    if (kept.ends_with('\n')) kept.pop_back();
    return parse_reset_code(kept);
}

Result<std::string> reset_code(const std::filesystem::path& config_folder) {
    PUFA_TRY(auto kept, kept_reset_code(config_folder));
    if (kept) return *std::move(kept);
    auto code = make_code();
    PUFA_CHECK(make_staff_folder(config_folder));
    PUFA_CHECK(base::write_file_atomic(code_file(config_folder), code + "\n", k_owner_only));
    return code;
}

Result<void> drop_reset_code(const std::filesystem::path& config_folder) {
    return remove_durably(code_file(config_folder));
}

} // namespace pufa::pin
