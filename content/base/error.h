#pragma once
// What can go wrong, by name. Every code has one sentence for staff in assets/strings
// ("error.<NAME>", with {where} and {detail}) and one exit code.

#include <string>
#include <string_view>

namespace pufa::base {

/// Whose fault it is; decides the exit code of a command.
enum class Blame {
    input,   ///< the pack, folder or file that was offered: exit 1
    usage,   ///< the command line: exit 2
    machine, ///< disk, permission, missing device or font: exit 3
};

// clang-format off
#define PUFA_ERROR_CODES(X)                        \
    /* refusals of a pack */                       \
    X(UNSIGNED, input)                             \
    X(UNKNOWN_KEY, input)                          \
    X(REVOKED_KEY, input)                          \
    X(EXPIRED_KEY, input)                          \
    X(WRONG_PUBLISHER, input)                      \
    X(BAD_SIGNATURE, input)                        \
    X(DAMAGED_MEMBER, input)                       \
    X(NOT_CANONICAL, input)                        \
    X(NOT_A_PACK, input)                           \
    X(BAD_MANIFEST, input)                         \
    X(ROLLBACK, input)                             \
    X(EXPIRED, input)                              \
    X(NOT_YET, input)                              \
    X(WRONG_SITE, input)                           \
    X(NEEDS_NEWER_PLAYER, input)                   \
    X(TOO_LARGE, input)                            \
    X(DANGLING_REFERENCE, input)                   \
    X(MAP_WITHOUT_APPROVAL, input)                 \
    X(MIXED_DATUM, input)                          \
    X(AI_MARK_MISSING, input)                      \
    /* what an author or staff member hands over */\
    X(NOT_FOUND, input)                            \
    X(NOT_INSTALLED, input)                        \
    X(NO_OTHER_VERSION, input)                     \
    X(BAD_STATEMENT, input)                        \
    X(BAD_TICKET, input)                           \
    X(OTHER_TICKET, input)                         \
    X(NO_TICKET, input)                            \
    X(BAD_SOURCE, input)                           \
    X(BAD_KEY, input)                              \
    X(WRONG_PASSPHRASE, input)                     \
    X(ALREADY_EXISTS, input)                       \
    X(UNPLAYABLE, input)                           \
    X(BAD_CONFIG, input)                           \
    X(BAD_EXPORT, input)                           \
    X(TOUR_FAILED, input)                          \
    X(CANCELLED, input)                            \
    X(NO_FILE_SYSTEM, input)                       \
    /* the command line */                         \
    X(BAD_USAGE, usage)                            \
    /* the machine */                              \
    X(NO_SPACE, machine)                           \
    X(READ_ONLY, machine)                          \
    X(NO_PERMISSION, machine)                      \
    X(DISK_ERROR, machine)                         \
    X(LOCKED, machine)                             \
    X(STICK_IN_USE, machine)                       \
    X(NOT_READ_BACK, machine)                      \
    X(DAMAGED_DATABASE, machine)                   \
    X(NEWER_DATABASE, machine)                     \
    X(NO_FONT, machine)                            \
    X(NO_DISPLAY, machine)                         \
    X(NO_SOUND, machine)                           \
    X(NO_DECODER, machine)                         \
    X(DECODER_DIED, machine)
// clang-format on

enum class Code {
#define PUFA_CODE(name, blame) name,
    PUFA_ERROR_CODES(PUFA_CODE)
#undef PUFA_CODE
};

/// "NO_SPACE"; the key of the sentence is "error." + this.
[[nodiscard]] std::string_view name(Code code);
[[nodiscard]] Blame blame(Code code);
/// 1 input, 2 usage, 3 machine (DESIGN: exit codes are the same for every command).
[[nodiscard]] int exit_code(Code code);

struct Error {
    Code code;
    std::string where; ///< the file, member, line or item at fault
    std::string
        detail; ///< a fact for the technician: an errno text, expected and found; may be empty
};

/// The error of a failed system call: ENOSPC, EDQUOT, EFBIG → NO_SPACE, EROFS → READ_ONLY,
/// EACCES, EPERM → NO_PERMISSION, ENOENT → NOT_FOUND, else DISK_ERROR.
[[nodiscard]] Error from_errno(int error_number, std::string where);

} // namespace pufa::base

namespace pufa {
using base::Code;
using base::Error;
} // namespace pufa
