#include "content/media/channel.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

using namespace pufa;
using namespace pufa::media;

namespace {

struct Pair {
    Pair() {
        auto made = make_channel();
        REQUIRE(made);
        ours = std::move(made->first);
        theirs = std::move(made->second);
    }
    base::UniqueFd ours;
    base::UniqueFd theirs;
};

} // namespace

TEST_CASE("a message arrives as it was sent, with nothing of the sender's stack in its tail") {
    const Pair pair;
    Message message = blank(Kind::end);
    message.end.generation = 7;
    CHECK(send_message(pair.ours.get(), message, Wait::never) == Sent::whole);
    const auto received = receive_message(pair.theirs.get(), Descriptors::refused);
    CHECK(received.arrival == Arrival::message);
    CHECK(received.message.kind == Kind::end);
    CHECK(received.message.end.generation == 7);
    std::array<char, sizeof(Message)> bytes{};
    std::memcpy(bytes.data(), &received.message, bytes.size());
    for (size_t i = 16; i < bytes.size(); ++i)
        CHECK(bytes[i] == 0);
    CHECK(receive_message(pair.theirs.get(), Descriptors::refused).arrival == Arrival::nothing);
}

TEST_CASE("descriptors cross where they are taken and are a fault where they are not") {
    const Pair pair;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const base::UniqueFd reading{ends[0]};
    base::UniqueFd writing{ends[1]};
    const std::array sent{writing.get()};
    CHECK(send_message(pair.ours.get(), blank(Kind::open), Wait::never, sent) == Sent::whole);
    {
        const auto received = receive_message(pair.theirs.get(), Descriptors::taken);
        CHECK(received.arrival == Arrival::message);
        REQUIRE(received.descriptors.size() == 1);
        CHECK(::write(received.descriptors[0].get(), "x", 1) == 1);
    }
    CHECK(send_message(pair.ours.get(), blank(Kind::open), Wait::never, sent) == Sent::whole);
    CHECK(receive_message(pair.theirs.get(), Descriptors::refused).arrival == Arrival::malformed);
    // Refused descriptors are closed, not leaked: the pipe ends with our own end.
    char byte = 0;
    CHECK(::read(reading.get(), &byte, 1) == 1);
    writing.reset();
    CHECK(::read(reading.get(), &byte, 1) == 0);
}

TEST_CASE("a message too short or too long is malformed, a closed channel is closed") {
    Pair pair;
    const std::string bytes(sizeof(Message) + 8, 'x');
    for (const size_t size : {size_t{1}, sizeof(Message) - 1, sizeof(Message) + 1, bytes.size()}) {
        REQUIRE(::send(pair.ours.get(), bytes.data(), size, 0) == static_cast<ssize_t>(size));
        CHECK(receive_message(pair.theirs.get(), Descriptors::refused).arrival ==
              Arrival::malformed);
    }
    pair.ours.reset();
    CHECK(receive_message(pair.theirs.get(), Descriptors::refused).arrival == Arrival::closed);
    CHECK(send_message(pair.theirs.get(), blank(Kind::end), Wait::never) == Sent::closed);
}

TEST_CASE("a peer that does not read fills the channel and never blocks us") {
    const Pair pair;
    int sent = 0;
    Sent last = Sent::whole;
    while (last == Sent::whole && sent < 100'000) {
        last = send_message(pair.ours.get(), blank(Kind::release), Wait::never);
        ++sent;
    }
    CHECK(last == Sent::full);
}
