// The thread that watches sticks, and the two copies through which others speak with it.

#include "content/base/file.h"
#include "content/base/log.h"
#include "kiosk/removable/mounted.h"
#include "kiosk/removable/sticks.h"
#include "kiosk/removable/udisks.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <thread>
#include <utility>

namespace pufa::removable {

namespace {

bool same(const Stick& a, const Stick& b) {
    const auto code = [](const Stick& stick) {
        return stick.trouble ? std::optional{stick.trouble->code} : std::nullopt;
    };
    return a.id == b.id && a.state == b.state && a.folder == b.folder && a.label == b.label &&
           a.file_system == b.file_system && a.size_bytes == b.size_bytes && code(a) == code(b);
}

class Watch final : public Sticks {
  public:
    explicit Watch(WatchOptions options)
        : m_options(std::move(options))
        , m_bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        PUFA_ASSERT(m_bell);
        m_thread = std::thread{[this] { run(); }};
    }
    ~Watch() override {
        {
            const std::lock_guard lock{m_mutex};
            m_ends = true;
        }
        ring();
        m_thread.join();
    }

    std::vector<Stick> present() const override {
        const std::lock_guard lock{m_mutex};
        return m_present;
    }
    uint64_t revision() const override {
        const std::lock_guard lock{m_mutex};
        return m_revision;
    }
    void open(const std::string& id, Access access) override {
        ask(id, access == Access::read ? Wish::read : Wish::write);
    }
    void release(const std::string& id) override { ask(id, Wish::release); }

  private:
    struct Asked {
        std::string id;
        Wish wish;
    };

    void ask(const std::string& id, Wish wish) {
        {
            const std::lock_guard lock{m_mutex};
            m_asked.push_back({id, wish});
        }
        ring();
    }
    void ring() {
        const uint64_t one = 1;
        static_cast<void>(!::write(m_bell.get(), &one, sizeof one)); // full: it rings already
    }

    // ---- the thread ----

    void run() {
        Udisks udisks{m_options};
        MountedSticks mounted{m_options};
        const auto mounts = base::open_file(m_options.mountinfo, O_RDONLY);
        if (!mounts) base::log_warning("sticks: {} cannot be read", m_options.mountinfo.string());
        while (true) {
            const auto asked = take_asked();
            if (!asked) return;
            for (const auto& one : *asked)
                carry_out(one, udisks, mounted);
            udisks.work(base::steady_now());
            const bool alone = udisks.presence() == Udisks::Presence::absent;
            if (alone)
                mounted.look();
            else
                mounted.forget();
            publish(alone ? mounted.sticks() : udisks.sticks());
            wait(udisks, mounts && alone ? mounts->get() : -1);
        }
    }

    /// nullopt: it is over.
    std::optional<std::vector<Asked>> take_asked() {
        uint64_t rings = 0;
        static_cast<void>(!::read(m_bell.get(), &rings, sizeof rings));
        const std::lock_guard lock{m_mutex};
        if (m_ends) return std::nullopt;
        return std::exchange(m_asked, {});
    }

    void carry_out(const Asked& asked, Udisks& udisks, MountedSticks& mounted) {
        if (udisks.presence() != Udisks::Presence::absent) return udisks.wish(asked.id, asked.wish);
        switch (asked.wish) {
        case Wish::read:
            return mounted.open(asked.id, Access::read);
        case Wish::write:
            return mounted.open(asked.id, Access::write);
        case Wish::release:
            return mounted.release(asked.id);
        }
    }

    void publish(std::vector<Stick> sticks) {
        {
            const std::lock_guard lock{m_mutex};
            if (std::equal(sticks.begin(), sticks.end(), m_present.begin(), m_present.end(), same))
                return;
            m_present = std::move(sticks);
            ++m_revision;
        }
        if (m_options.wake) m_options.wake();
    }

    void wait(const Udisks& udisks, int mounts) {
        // mountinfo tells a change as an exceptional condition (proc(5)).
        std::array<pollfd, 3> fds{
            {{m_bell.get(), POLLIN, 0}, {udisks.fd(), udisks.events(), 0}, {mounts, POLLPRI, 0}}};
        timespec span{};
        const auto due = udisks.next_due();
        if (due) {
            const auto left = std::max(*due - base::steady_now(), Micros::zero());
            const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
            span.tv_sec = seconds.count();
            span.tv_nsec = std::chrono::nanoseconds{left - seconds}.count();
        }
        // Interrupted: it is looked at everything once more.
        static_cast<void>(::ppoll(fds.data(), fds.size(), due ? &span : nullptr, nullptr));
    }

    const WatchOptions m_options;
    base::UniqueFd m_bell;
    mutable std::mutex m_mutex;
    std::vector<Stick> m_present; ///< guarded by m_mutex
    uint64_t m_revision = 1;      ///< guarded by m_mutex
    std::vector<Asked> m_asked;   ///< guarded by m_mutex
    bool m_ends = false;          ///< guarded by m_mutex
    std::thread m_thread;
};

} // namespace

std::unique_ptr<Sticks> watch_sticks(WatchOptions options) {
    return std::make_unique<Watch>(std::move(options));
}

} // namespace pufa::removable
