// pufa-decoder: started by the kiosk (and by pufa-admin to probe) with a socket as descriptor 3.
// The only program that links libav; it opens nothing itself.

#include "content/decoder/service.h"
#include "content/jail/jail.h"

#include <sys/socket.h>

#include <cstdio>

int main() {
    int type = 0;
    socklen_t size = sizeof type;
    const int asked = ::getsockopt(pufa::media::k_channel_fd, SOL_SOCKET, SO_TYPE, &type, &size);
    if (asked != 0 || type != SOCK_SEQPACKET) {
        std::fputs("pufa-decoder is started by pufa-kiosk and pufa-admin, not by hand.\n", stderr);
        return 2;
    }
    const auto jail = pufa::jail::enter({});
    if (!jail) {
        std::fprintf(stderr, "pufa-decoder has no jail and reads nothing: %s: %s\n",
                     jail.error().where.c_str(), jail.error().detail.c_str());
        return 3;
    }
    return pufa::decoder::Service{pufa::media::k_channel_fd, *jail}.run();
}
