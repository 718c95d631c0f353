#include "content/media/channel.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace pufa::media {

namespace {

constexpr size_t k_most_descriptors = 3;

using ControlBuffer = std::array<char, CMSG_SPACE(k_most_descriptors * sizeof(int))>;

void take_descriptors(msghdr& header, std::vector<base::UniqueFd>& into) {
    for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr;
         part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
        const size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; ++i) {
            int fd = -1;
            std::memcpy(&fd, CMSG_DATA(part) + i * sizeof(int), sizeof fd);
            into.emplace_back(fd);
        }
    }
}

} // namespace

Message blank(Kind kind) {
    Message message;
    std::memset(static_cast<void*>(&message), 0, sizeof message);
    message.kind = kind;
    return message;
}

Sent send_message(int channel, const Message& message, Wait wait,
                  std::span<const int> descriptors) {
    PUFA_ASSERT(descriptors.size() <= k_most_descriptors);
    Message copy = message;
    iovec body{&copy, sizeof copy};
    msghdr header{};
    header.msg_iov = &body;
    header.msg_iovlen = 1;
    alignas(cmsghdr) ControlBuffer control{};
    if (!descriptors.empty()) {
        header.msg_control = control.data();
        header.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
        cmsghdr* part = CMSG_FIRSTHDR(&header);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(descriptors.size_bytes());
        std::memcpy(CMSG_DATA(part), descriptors.data(), descriptors.size_bytes());
    }
    const int flags = MSG_NOSIGNAL | (wait == Wait::never ? MSG_DONTWAIT : 0);
    while (true) {
        if (::sendmsg(channel, &header, flags) == static_cast<ssize_t>(sizeof copy))
            return Sent::whole;
        if (errno == EINTR) continue;
        return errno == EAGAIN || errno == ENOBUFS ? Sent::full : Sent::closed;
    }
}

Received receive_message(int channel, Descriptors descriptors) {
    Received received;
    received.message = blank(Kind{});
    // One byte more than a message, so that a longer one is noticed.
    std::array<char, sizeof(Message) + 1> bytes{};
    iovec body{bytes.data(), bytes.size()};
    msghdr header{};
    header.msg_iov = &body;
    header.msg_iovlen = 1;
    alignas(cmsghdr) ControlBuffer control{};
    if (descriptors == Descriptors::taken) {
        header.msg_control = control.data();
        header.msg_controllen = control.size();
    }
    ssize_t got = -1;
    do {
        got = ::recvmsg(channel, &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        received.arrival = errno == EAGAIN ? Arrival::nothing : Arrival::closed;
        return received;
    }
    if (descriptors == Descriptors::taken) take_descriptors(header, received.descriptors);
    // A zero-length packet cannot be told from the end of the channel; both end it.
    if (got == 0) {
        received.arrival = Arrival::closed;
        return received;
    }
    const bool whole = got == static_cast<ssize_t>(sizeof(Message));
    if (!whole || (header.msg_flags & (MSG_CTRUNC | MSG_TRUNC)) != 0) {
        received.arrival = Arrival::malformed;
        return received;
    }
    std::memcpy(static_cast<void*>(&received.message), bytes.data(), sizeof(Message));
    received.arrival = Arrival::message;
    return received;
}

Result<std::pair<base::UniqueFd, base::UniqueFd>> make_channel() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return base::from_errno(errno, "decoder channel");
    return std::pair{base::UniqueFd{ends[0]}, base::UniqueFd{ends[1]}};
}

} // namespace pufa::media
