#include "kiosk/app/failure.h"

#include "content/base/log.h"
#include "content/strings/strings.h"

#include <fmt/format.h>

#include <cstdio>

namespace pufa::app {

int end_with(model::Language language, const Error& error) {
    base::log_error("{}: {} ({})", base::name(error.code), error.where, error.detail);
    fmt::print(stderr, "{}\n", strings::named_sentence(language, error));
    return base::exit_code(error.code);
}

} // namespace pufa::app
