#pragma once
// The ticket by which a kiosk forgets the PIN of its staff desk. Two files, checkable with stock
// minisign:
//
//   NAME.pin.json           {"kind": "pufa-pin-ticket", "code": "482190375568"}
//   NAME.pin.json.minisig   its signature (seal.h, Sealed::ticket)
//
// The code is the one that the kiosk shows (content/pin/reset_code.h). A ticket says nothing of a
// time: it is worth nothing once it was used. Only a key without a limit of publishers may sign
// one.

#include "content/pack/statement.h"

namespace pufa::pack {

/// `code`: digits. Its one spelling, with a line end.
[[nodiscard]] std::string write_ticket(std::string_view code);
/// The code. BAD_TICKET for whatever write_ticket would not have written.
[[nodiscard]] Result<std::string> parse_ticket(std::string_view json, const std::string& where);
/// Whether the text means to be a ticket, sound or not: what else lies beside it is passed over.
[[nodiscard]] bool is_ticket(std::string_view json);

/// The code that `offered` is for. BAD_TICKET, BAD_SIGNATURE, UNKNOWN_KEY, REVOKED_KEY,
/// EXPIRED_KEY.
[[nodiscard]] Result<std::string> judge_ticket(const Trust& trust, const SealedStatement& offered,
                                               WallTime now, const std::string& where);

} // namespace pufa::pack
