#include "kiosk/system_clock/conversation.h"

#include <poll.h>
#include <systemd/sd-bus.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace pufa::system_clock {

namespace {

constexpr const char* k_name = "org.freedesktop.timedate1";
constexpr const char* k_path = "/org/freedesktop/timedate1";
constexpr std::chrono::milliseconds k_between_tries{100};

struct CloseBus {
    void operator()(sd_bus* bus) const { sd_bus_close_unref(bus); }
};
struct DropSlot {
    void operator()(sd_bus_slot* slot) const { sd_bus_slot_unref(slot); }
};
struct DropMessage {
    void operator()(sd_bus_message* message) const { sd_bus_message_unref(message); }
};
using BusHandle = std::unique_ptr<sd_bus, CloseBus>;
using SlotHandle = std::unique_ptr<sd_bus_slot, DropSlot>;
using MessageHandle = std::unique_ptr<sd_bus_message, DropMessage>;

/// What a question came to. `name` is D-Bus's name of the error; empty: it was answered.
struct Said {
    std::string name, text;
    bool yes = false; ///< the value of a property that was asked for
    [[nodiscard]] bool fine() const { return name.empty(); }
};

Said errno_said(int negative) {
    const auto* words = std::strerror(-negative);
    return {negative == -ECANCELED ? "cancelled" : "errno", words ? words : ""};
}

class Conversation {
  public:
    Conversation(const SetterOptions& options, int bell)
        : m_options(options)
        , m_bell(bell) {}

    [[nodiscard]] bool reach_bus() {
        sd_bus* opened = nullptr;
        int done = 0;
        if (m_options.bus.empty()) {
            done = sd_bus_open_system(&opened);
            m_bus.reset(opened);
            return done >= 0;
        }
        done = sd_bus_new(&opened);
        m_bus.reset(opened);
        if (done >= 0) done = sd_bus_set_address(opened, m_options.bus.c_str());
        if (done >= 0) done = sd_bus_set_bus_client(opened, 1);
        if (done >= 0) done = sd_bus_start(opened);
        return done >= 0;
    }

    [[nodiscard]] Said is_synchronised() {
        sd_bus_message* message = nullptr;
        int done = sd_bus_message_new_method_call(m_bus.get(), &message, k_name, k_path,
                                                  "org.freedesktop.DBus.Properties", "Get");
        const MessageHandle held{message};
        if (done >= 0) done = sd_bus_message_append(message, "ss", k_name, "NTP");
        return ask(message, done);
    }
    [[nodiscard]] Said stop_synchronising() {
        sd_bus_message* message = nullptr;
        int done = new_call(&message, "SetNTP");
        const MessageHandle held{message};
        if (done >= 0) done = sd_bus_message_append(message, "bb", 0, 0);
        return ask(message, done);
    }
    [[nodiscard]] Said set_time(WallTime to) {
        sd_bus_message* message = nullptr;
        int done = new_call(&message, "SetTime");
        const MessageHandle held{message};
        const int64_t usec =
            std::chrono::duration_cast<std::chrono::microseconds>(to.time_since_epoch()).count();
        // Not relative, and no dialog of polkit's: there is no one who could answer it.
        if (done >= 0) done = sd_bus_message_append(message, "xbb", usec, 0, 0);
        return ask(message, done);
    }
    /// False: the bell rang.
    [[nodiscard]] bool pause(std::chrono::milliseconds span) const {
        pollfd bell{m_bell, POLLIN, 0};
        return ::poll(&bell, 1, static_cast<int>(span.count())) <= 0;
    }

  private:
    int new_call(sd_bus_message** message, const char* member) {
        return sd_bus_message_new_method_call(m_bus.get(), message, k_name, k_path, k_name, member);
    }

    static int on_answer(sd_bus_message* message, void* self, sd_bus_error*) {
        auto& talk = *static_cast<Conversation*>(self);
        Said said;
        if (const auto* error = sd_bus_message_get_error(message)) {
            said.name = error->name ? error->name : "unknown";
            said.text = error->message ? error->message : "";
        } else if (int yes = 0; sd_bus_message_has_signature(message, "v") > 0 &&
                                sd_bus_message_read(message, "v", "b", &yes) >= 0) {
            said.yes = yes != 0;
        }
        talk.m_said = std::move(said);
        return 0;
    }

    /// Until it is answered, the time is over (sd-bus makes an error of that) or the bell rings.
    [[nodiscard]] Said ask(sd_bus_message* message, int done) {
        if (done < 0) return errno_said(done);
        m_said.reset();
        sd_bus_slot* slot = nullptr;
        const auto usec = std::chrono::microseconds{m_options.answer_within}.count();
        done = sd_bus_call_async(m_bus.get(), &slot, message, on_answer, this,
                                 static_cast<uint64_t>(usec));
        const SlotHandle held{slot};
        while (done >= 0 && !m_said) {
            done = sd_bus_process(m_bus.get(), nullptr);
            if (done == 0) done = wait();
        }
        return m_said ? *m_said : errno_said(done);
    }

    /// For a message, sd-bus's own time or the bell.
    [[nodiscard]] int wait() const {
        const int fd = sd_bus_get_fd(m_bus.get()), events = sd_bus_get_events(m_bus.get());
        if (fd < 0 || events < 0) return std::min(fd, events);
        std::array<pollfd, 2> fds{{{fd, static_cast<short>(events), 0}, {m_bell, POLLIN, 0}}};
        timespec span{};
        uint64_t until = UINT64_MAX;
        sd_bus_get_timeout(m_bus.get(), &until); // CLOCK_MONOTONIC, as steady_clock
        const bool bounded = until != UINT64_MAX;
        if (bounded) {
            const SteadyTime due{Micros{static_cast<int64_t>(until)}};
            const auto left = std::max(due - base::steady_now(), Micros::zero());
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
            span.tv_sec = seconds.count();
            span.tv_nsec = std::chrono::nanoseconds{left - seconds}.count();
        }
        if (::ppoll(fds.data(), fds.size(), bounded ? &span : nullptr, nullptr) < 0)
            return errno == EINTR ? 0 : -errno;
        return fds[1].revents != 0 ? -ECANCELED : 0;
    }

    const SetterOptions& m_options;
    const int m_bell;
    BusHandle m_bus;
    std::optional<Said> m_said;
};

bool is_refused(const Said& said) {
    return said.name == SD_BUS_ERROR_ACCESS_DENIED ||
           said.name == SD_BUS_ERROR_INTERACTIVE_AUTHORIZATION_REQUIRED ||
           said.name == "org.freedesktop.PolicyKit1.Error.NotAuthorized" ||
           said.name == "org.freedesktop.PolicyKit1.Error.Failed";
}

/// "Automatic time synchronization is enabled", and the job of switching it off that is not over
/// ("Previous request is not finished, refusing.").
bool is_synchronised(const Said& said) {
    return said.name == "org.freedesktop.timedate1.AutomaticTimeSyncEnabled" ||
           said.text.find("utomatic time sync") != std::string::npos ||
           said.text.find("Previous request is not finished") != std::string::npos;
}

Answer answer_of(const Said& said) {
    const auto detail = said.text.empty() ? said.name : said.name + ": " + said.text;
    if (said.fine()) return {Outcome::set, {}};
    if (is_refused(said)) return {Outcome::not_allowed, detail};
    if (is_synchronised(said)) return {Outcome::synchronised, detail};
    if (said.name == SD_BUS_ERROR_SERVICE_UNKNOWN || said.name == SD_BUS_ERROR_NAME_HAS_NO_OWNER ||
        said.name == SD_BUS_ERROR_DISCONNECTED ||
        said.name.starts_with("org.freedesktop.DBus.Error.Spawn.") ||
        said.name == "org.freedesktop.systemd1.NoSuchUnit" ||
        said.name == "org.freedesktop.systemd1.UnitMasked")
        return {Outcome::no_service, detail};
    return {Outcome::failed, detail};
}

} // namespace

Answer set_time(const SetterOptions& options, WallTime to, SteadyTime asked, int bell) {
    Conversation timedated{options, bell};
    if (!timedated.reach_bus()) return {Outcome::no_service, "no bus"};
    const auto synchronised = timedated.is_synchronised();
    if (!synchronised.fine()) {
        const auto answer = answer_of(synchronised);
        if (answer.outcome == Outcome::no_service || synchronised.name == "cancelled")
            return answer;
    }
    // Where the property cannot be read, setting says whether it is on.
    bool switched_off = false;
    const auto switch_off = [&]() -> std::optional<Answer> {
        if (std::exchange(switched_off, true)) return std::nullopt;
        const auto said = timedated.stop_synchronising();
        if (said.fine()) return std::nullopt;
        auto answer = answer_of(said);
        // Polkit's refusal stays one; whatever else, the network's time is what stands in the way.
        if (answer.outcome == Outcome::failed) answer.outcome = Outcome::synchronised;
        return answer;
    };
    if (synchronised.yes)
        if (auto refused = switch_off()) return *std::move(refused);
    const auto tries_end = base::steady_now() + options.switched_off_within;
    while (true) {
        const auto passed = base::steady_now() - asked;
        const auto said =
            timedated.set_time(to + std::chrono::duration_cast<std::chrono::milliseconds>(passed));
        auto answer = answer_of(said);
        if (answer.outcome != Outcome::synchronised) return answer;
        if (auto refused = switch_off()) return *std::move(refused);
        if (base::steady_now() >= tries_end || !timedated.pause(k_between_tries)) return answer;
    }
}

} // namespace pufa::system_clock
