#pragma once
// The decoder's end of a channel, played by the test: honest by default, hostile where it says so.

#include "content/media/channel.h"
#include "content/media/child_link.h"
#include "content/media/layout.h"

#include <doctest/doctest.h>
#include <sys/socket.h>

#include <memory>
#include <optional>
#include <string>

namespace pufa::test {

class ScriptedPeer {
  public:
    explicit ScriptedPeer(int slots = 4) {
        auto ends = media::make_channel();
        REQUIRE(ends);
        m_channel = std::move(ends->second);
        link = std::make_unique<media::ChildLink>(std::move(ends->first), base::Child{}, slots);
    }

    /// A file of a few bytes is opened for play, and greeted.
    void open(media::Purpose purpose = media::Purpose::play, int width = 64, int height = 64) {
        const auto file = m_folder.path() / "film.mp4";
        REQUIRE(base::write_file_atomic(file, "media"));
        REQUIRE(link->open({file, 1, 3}, purpose, width, height));
        auto received = media::receive_message(m_channel.get(), media::Descriptors::taken);
        REQUIRE(received.arrival == media::Arrival::message);
        REQUIRE(received.message.kind == media::Kind::open);
        REQUIRE(received.descriptors.size() == 3);
        opened_with = received.message.open;
        pictures = *media::SharedMemory::adopt(std::move(received.descriptors[1]),
                                               opened_with.picture_bytes);
        sound = *media::SharedMemory::adopt(std::move(received.descriptors[2]),
                                            opened_with.sound_bytes);
    }
    void greet() {
        media::Message hello = media::blank(media::Kind::hello);
        hello.hello = {media::k_wire_version, 1, 2};
        send(hello);
    }
    void say_opened() {
        media::Message message = media::blank(media::Kind::opened);
        message.opened.width = message.opened.height = 64;
        message.opened.has_sound = 1;
        message.opened.duration_us = 1'000'000;
        send(message);
    }
    void greet_and_open() {
        greet();
        open();
        say_opened();
    }
    [[nodiscard]] media::Message frame(uint32_t slot, uint32_t generation = 1) const {
        media::Message message = media::blank(media::Kind::frame);
        auto& frame = message.frame;
        frame.slot = slot;
        frame.generation = generation;
        const bool film = opened_with.purpose == media::Purpose::play;
        frame.format = film ? media::PixelFormat::yuv420p : media::PixelFormat::rgba;
        frame.width = frame.height = 64;
        const auto layout = media::layout_of(frame.format, 64, 64);
        frame.plane_offset = layout.offset;
        frame.plane_stride = layout.stride;
        return message;
    }
    void send(const media::Message& message) {
        REQUIRE(media::send_message(m_channel.get(), message, media::Wait::never) ==
                media::Sent::whole);
    }
    void send_bytes(const std::string& bytes) {
        REQUIRE(::send(m_channel.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
                static_cast<ssize_t>(bytes.size()));
    }
    [[nodiscard]] std::optional<media::Message> hear() {
        auto received = media::receive_message(m_channel.get(), media::Descriptors::taken);
        if (received.arrival != media::Arrival::message) return std::nullopt;
        return received.message;
    }
    [[nodiscard]] bool hung_up_on() {
        return media::receive_message(m_channel.get(), media::Descriptors::taken).arrival ==
               media::Arrival::closed;
    }
    void leave() { m_channel.reset(); }
    [[nodiscard]] int channel() const { return m_channel.get(); }

    std::unique_ptr<media::ChildLink> link;
    media::Open opened_with{};
    media::SharedMemory pictures;
    media::SharedMemory sound;

  private:
    base::TemporaryFolder m_folder;
    base::UniqueFd m_channel;
};

/// The error of the last report, if it is a failure.
inline std::optional<Error> failure_of(const std::vector<media::Report>& reports) {
    if (reports.empty()) return std::nullopt;
    const auto* failed = std::get_if<media::HasFailed>(&reports.back());
    return failed != nullptr ? std::optional{failed->error} : std::nullopt;
}

} // namespace pufa::test
