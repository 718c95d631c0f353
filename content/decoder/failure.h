#pragma once
// What libav says, as one of the causes the kiosk knows.

#include "content/media/wire.h"

#include <optional>
#include <string>
#include <string_view>

namespace pufa::decoder {

/// The same code means another thing before and after the file was recognised.
enum class Stage { opening, decoding };

struct Failure {
    media::FailureCause cause;
    std::string text; ///< for the log
};
/// Nothing went wrong, or this did.
using Trouble = std::optional<Failure>;

[[nodiscard]] media::FailureCause cause_of(int av_error, Stage stage);
/// "doing: libav's words"
[[nodiscard]] Failure failure(int av_error, Stage stage, std::string_view doing);

} // namespace pufa::decoder
