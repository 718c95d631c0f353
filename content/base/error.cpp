#include "content/base/error.h"

#include <cerrno>
#include <system_error>

namespace pufa::base {

std::string_view name(Code code) {
    switch (code) {
#define PUFA_CODE(code_name, who)                                                                  \
    case Code::code_name:                                                                          \
        return #code_name;
        PUFA_ERROR_CODES(PUFA_CODE)
#undef PUFA_CODE
    }
    return "DISK_ERROR";
}

Blame blame(Code code) {
    switch (code) {
#define PUFA_CODE(code_name, who)                                                                  \
    case Code::code_name:                                                                          \
        return Blame::who;
        PUFA_ERROR_CODES(PUFA_CODE)
#undef PUFA_CODE
    }
    return Blame::machine;
}

int exit_code(Code code) {
    switch (blame(code)) {
    case Blame::input:
        return 1;
    case Blame::usage:
        return 2;
    case Blame::machine:
        return 3;
    }
    return 3;
}

Error from_errno(int error_number, std::string where) {
    const auto code = [&] {
        switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG: // over what the file system or a limit lets one file be
            return Code::NO_SPACE;
        case EROFS:
            return Code::READ_ONLY;
        case EACCES:
        case EPERM:
            return Code::NO_PERMISSION;
        case ENOENT:
            return Code::NOT_FOUND;
        default:
            return Code::DISK_ERROR;
        }
    }();
    return {code, std::move(where), std::generic_category().message(error_number)};
}

} // namespace pufa::base
