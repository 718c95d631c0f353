#include "content/pack/ticket.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace pufa::pack {

namespace {

constexpr std::string_view k_kind = "pufa-pin-ticket";
constexpr size_t k_most_digits = 32;

bool is_code(std::string_view code) {
    return !code.empty() && code.size() <= k_most_digits &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string write_ticket(std::string_view code) {
    return fmt::format("{{\"kind\": \"{}\", \"code\": \"{}\"}}\n", k_kind, code);
}

bool is_ticket(std::string_view json) {
    const auto read = nlohmann::json::parse(json, nullptr, false);
    return read.is_object() && read.value("kind", nlohmann::json{}) == std::string{k_kind};
}

Result<std::string> parse_ticket(std::string_view json, const std::string& where) {
    const auto read = nlohmann::json::parse(json, nullptr, false);
    const auto code = read.is_object() ? read.value("code", nlohmann::json{}) : nlohmann::json{};
    if (!code.is_string() || !is_code(code.get<std::string>()))
        return Error{Code::BAD_TICKET, where, "it names no code"};
    // Field by field it may be forgiven much; the comparison with the one spelling forgives
    // nothing.
    if (write_ticket(code.get<std::string>()) != json)
        return Error{Code::BAD_TICKET, where, "it is not in the one spelling of a ticket"};
    return code.get<std::string>();
}

Result<std::string> judge_ticket(const Trust& trust, const SealedStatement& offered, WallTime now,
                                 const std::string& where) {
    PUFA_TRY(const auto signer,
             verify(offered.json, offered.signature, trust, where, Sealed::ticket));
    if (signer.publishers)
        return Error{Code::BAD_TICKET, where,
                     fmt::format("{} ({}) may only sign packs", signer.name, id_text(signer))};
    PUFA_CHECK(check_expiry(signer, now, where));
    return parse_ticket(offered.json, where);
}

} // namespace pufa::pack
