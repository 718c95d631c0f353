#pragma once
// One message in, one message out, over a SEQPACKET socket: used by both ends. Stateless; any
// thread that owns the socket. Nothing here raises SIGPIPE.

#include "content/base/file.h"
#include "content/media/wire.h"

#include <span>
#include <utility>
#include <vector>

namespace pufa::media {

/// A message of this kind, zero to its last byte, so that no stack of ours crosses over.
[[nodiscard]] Message blank(Kind kind);

enum class Wait { never, until_done };
enum class Sent { whole, full, closed };
[[nodiscard]] Sent send_message(int channel, const Message& message, Wait wait,
                                std::span<const int> descriptors = {});

/// The kiosk takes none: descriptors from a decoder are a breach.
enum class Descriptors { refused, taken };
enum class Arrival { message, nothing, closed, malformed };
struct Received {
    Arrival arrival = Arrival::nothing;
    Message message{};
    std::vector<base::UniqueFd> descriptors;
};
/// Never waits. `malformed`: not exactly one Message, or descriptors that were not asked for.
[[nodiscard]] Received receive_message(int channel, Descriptors descriptors);

/// Ours first, the decoder's second; both close on exec.
[[nodiscard]] Result<std::pair<base::UniqueFd, base::UniqueFd>> make_channel();

} // namespace pufa::media
