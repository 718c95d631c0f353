#include "tests/jail/probe.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace pufa::probe {

namespace {

struct Address {
    explicit Address(const std::string& path) {
        to.sun_family = AF_UNIX;
        path.copy(to.sun_path, sizeof to.sun_path - 1);
    }
    [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&to); }
    sockaddr_un to{};
};

constexpr std::array k_calls{
    Call{"socket", Needs::nothing,
         [](const Scene&) { return outcome(::socket(AF_INET, SOCK_STREAM, 0)); }},
    Call{"socket of this machine", Needs::nothing,
         [](const Scene&) { return outcome(::socket(AF_UNIX, SOCK_STREAM, 0)); }},
    Call{"socketpair", Needs::nothing,
         [](const Scene&) {
             std::array<int, 2> ends{};
             return outcome(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()));
         }},
    Call{"connect", Needs::nothing,
         [](const Scene& s) {
             const Address address{s.socket};
             return outcome(::connect(s.stream, address.get(), sizeof address.to));
         }},
    Call{"bind", Needs::nothing,
         [](const Scene& s) {
             const Address address{s.folder + "/bound"};
             return outcome(::bind(s.stream, address.get(), sizeof address.to));
         }},
    Call{"sendto with an address", Needs::nothing,
         [](const Scene& s) {
             const Address address{s.mailbox};
             return outcome(::sendto(s.datagram, "x", 1, 0, address.get(), sizeof address.to));
         }},
    Call{"sendmsg on another socket", Needs::nothing,
         [](const Scene& s) {
             char byte = 'x';
             iovec body{&byte, 1};
             msghdr message{};
             message.msg_iov = &body;
             message.msg_iovlen = 1;
             return outcome(::sendmsg(s.pair, &message, MSG_NOSIGNAL));
         }},
    Call{"sendmmsg", Needs::nothing,
         [](const Scene& s) {
             char byte = 'x';
             iovec body{&byte, 1};
             mmsghdr message{};
             message.msg_hdr.msg_iov = &body;
             message.msg_hdr.msg_iovlen = 1;
             return outcome(::sendmmsg(s.pair, &message, 1, MSG_NOSIGNAL));
         }},
    Call{"recvfrom", Needs::nothing,
         [](const Scene& s) {
             char byte = 0;
             return outcome(::recvfrom(s.pair, &byte, 1, MSG_DONTWAIT, nullptr, nullptr));
         }},
    Call{"setsockopt", Needs::nothing,
         [](const Scene& s) {
             const int size = 4096;
             return outcome(::setsockopt(s.pair, SOL_SOCKET, SO_SNDBUF, &size, sizeof size));
         }},
};

} // namespace

std::span<const Call> socket_calls() {
    return k_calls;
}

} // namespace pufa::probe
