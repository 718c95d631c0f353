#include "content/decoder/service.h"

#include "content/base/sanitizer.h"
#include "tests/support/film_viewer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace pufa;
using namespace std::chrono_literals;
using media::Kind;
using media::Message;

namespace {

/// The program with our own hand on its channel.
struct Program {
    Program() {
        auto ends = media::make_channel();
        REQUIRE(ends);
        channel = std::move(ends->first);
        base::SpawnOptions options;
        options.channel = ends->second.get();
        auto spawned = base::spawn(test::real_decoder().decoder, options);
        REQUIRE(spawned);
        child = std::move(spawned).value();
        CHECK(hear() == Kind::hello);
    }
    std::optional<Kind> hear() {
        pollfd wait{channel.get(), POLLIN, 0};
        REQUIRE(::poll(&wait, 1, 20'000) == 1);
        auto received = media::receive_message(channel.get(), media::Descriptors::refused);
        if (received.arrival != media::Arrival::message) return std::nullopt;
        last = received.message;
        return last.kind;
    }
    void send(const Message& message) {
        REQUIRE(media::send_message(channel.get(), message, media::Wait::never) ==
                media::Sent::whole);
    }
    base::UniqueFd channel;
    base::Child child;
    Message last{};
};

} // namespace

TEST_CASE("its greeting says that it is jailed, with Landlock as far as the kernel has it") {
    Program program;
    CHECK(program.last.hello.version == media::k_wire_version);
    CHECK(program.last.hello.jailed == (base::k_sanitizer ? 0 : 1));
    CHECK(program.last.hello.landlock <= 7);
    // The kernel's own word for it: 2 is a filter.
    std::ostringstream status;
    status << std::ifstream{"/proc/" + std::to_string(program.child.pid()) + "/status"}.rdbuf();
    const auto has = [&](const std::string& line) {
        return status.str().find(line) != std::string::npos;
    };
    CHECK(has("Seccomp:\t2") == !base::k_sanitizer);
    CHECK(has("NoNewPrivs:\t1") == !base::k_sanitizer);
    CHECK(has("Threads:\t1"));
}

TEST_CASE("the decoder ends when its kiosk does") {
    Program program;
    program.channel.reset();
    CHECK(program.child.wait() == 0);
}

TEST_CASE("a kiosk that talks nonsense ends it too") {
    Program program;
    REQUIRE(::send(program.channel.get(), "nonsense", 8, MSG_NOSIGNAL) == 8);
    CHECK(program.child.wait() == 2);
}

TEST_CASE("started by hand it says what it is for") {
    auto child = base::spawn(test::real_decoder().decoder, {});
    REQUIRE(child);
    CHECK(child->wait() == 2);
}

TEST_CASE("messages without anything open are harmless, an Open without its files fails") {
    Program program;
    program.send(media::blank(Kind::seek));
    program.send(media::blank(Kind::release));
    program.send(media::blank(Kind::close));
    Message open = media::blank(Kind::open);
    open.open.generation = 5;
    program.send(open);
    CHECK(program.hear() == Kind::failed);
    CHECK(program.last.failed.generation == 5);
    CHECK(program.last.failed.cause == media::FailureCause::read_error);
    program.channel.reset();
    CHECK(program.child.wait() == 0);
}

TEST_CASE("memory that is smaller than promised is refused before it is touched") {
    const base::TemporaryFolder folder;
    REQUIRE(base::write_file_atomic(folder.path() / "a", "x"));
    const auto file = base::open_file(folder.path() / "a", O_RDONLY);
    const auto pictures = media::SharedMemory::create("p", 4096, media::Access::read);
    const auto sound = media::SharedMemory::create("s", 0, media::Access::read);
    REQUIRE((file && pictures && sound));
    struct Claim {
        uint64_t picture_bytes, slot_bytes;
        uint32_t slots;
    };
    Program program;
    for (const Claim& claim :
         {Claim{8192, 4096, 2}, Claim{4096, 4096, 2}, Claim{4096, uint64_t{1} << 63, 2}}) {
        Message open = media::blank(Kind::open);
        open.open.picture_bytes = claim.picture_bytes;
        open.open.slot_bytes = claim.slot_bytes;
        open.open.slot_count = claim.slots;
        const std::array descriptors{file->get(), pictures->descriptor(), sound->descriptor()};
        REQUIRE(media::send_message(program.channel.get(), open, media::Wait::never, descriptors) ==
                media::Sent::whole);
        CHECK(program.hear() == Kind::failed);
    }
}

TEST_CASE("a disk that cannot be read is named as such, not the film") {
    const test::MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 10, 25, test::Tone::none));
    const auto unreadable = base::open_file(folder.path("film.mp4"), O_WRONLY);
    const auto none = media::SharedMemory::create("n", 0, media::Access::read);
    REQUIRE((unreadable && none));
    Program program;
    Message open = media::blank(Kind::open);
    open.open.length = 10'000;
    open.open.purpose = media::Purpose::probe;
    const std::array descriptors{unreadable->get(), none->descriptor(), none->descriptor()};
    REQUIRE(media::send_message(program.channel.get(), open, media::Wait::never, descriptors) ==
            media::Sent::whole);
    CHECK(program.hear() == Kind::failed);
    CHECK(program.last.failed.cause == media::FailureCause::read_error);
}

TEST_CASE("after a file that failed the same decoder opens the next") {
    const test::MediaFolder folder;
    folder.write("broken.png", "no picture");
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "color=red:s=60x40", "-frames:v", "1", "a.png"}));
    auto link = media::Link::spawn(test::real_decoder());
    REQUIRE(link);
    REQUIRE((*link)->open({folder.path("broken.png")}, media::Purpose::picture, 10, 10));
    std::vector<media::Report> reports;
    for (int i = 0; i < 100 && reports.empty(); ++i) {
        (*link)->wait(200ms);
        reports = (*link)->poll();
    }
    REQUIRE(reports.size() == 1);
    CHECK(std::get<media::HasFailed>(reports[0]).error.code == Code::UNPLAYABLE);
    REQUIRE((*link)->open({folder.path("a.png")}, media::Purpose::picture, 10, 10));
    bool ended = false;
    for (int i = 0; i < 100 && !ended; ++i) {
        (*link)->wait(200ms);
        for (const auto& report : (*link)->poll())
            ended = ended || std::holds_alternative<media::HasEnded>(report);
    }
    CHECK(ended);
}

TEST_CASE("the program has no file open but its channel and what it was handed") {
    const test::MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 100, 25, test::Tone::one_kilohertz));
    test::FilmViewer film{{folder.path("film.mp4")}};
    film.watch(1);
    std::multiset<std::string> open;
    const auto table = std::filesystem::path{"/proc"} / std::to_string(film.link->pid()) / "fd";
    for (const auto& entry : std::filesystem::directory_iterator{table}) {
        std::string target = std::filesystem::read_symlink(entry).string();
        const std::string number = entry.path().filename();
        if (number == "1" || number == "2") continue; // the log
        open.insert(target.substr(0, target.find_first_of(":( ")));
    }
    CHECK(open.count("/dev/null") == 1);
    CHECK(open.count("socket") == 1);
    CHECK(open.count(folder.path("film.mp4").string()) == 1);
    CHECK(open.size() <= 5); // and the two memories
}
