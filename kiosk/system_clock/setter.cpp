#include "kiosk/system_clock/setter.h"

#include "content/base/file.h"
#include "content/base/result.h"
#include "kiosk/system_clock/conversation.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <mutex>
#include <thread>
#include <utility>

namespace pufa::system_clock {

namespace {

class Timedated final : public Setter {
  public:
    explicit Timedated(SetterOptions options)
        : m_options(std::move(options))
        , m_bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
        PUFA_ASSERT(m_bell);
    }
    ~Timedated() override {
        const uint64_t one = 1;
        static_cast<void>(!::write(m_bell.get(), &one, sizeof one));
        if (m_thread.joinable()) m_thread.join();
    }

    void set(WallTime to) override {
        if (busy()) return;
        const auto asked = base::steady_now();
        m_thread = std::thread{[this, to, asked] {
            auto answer = set_time(m_options, to, asked, m_bell.get());
            {
                const std::lock_guard lock{m_mutex};
                m_answer = std::move(answer);
            }
            if (m_options.wake) m_options.wake();
        }};
    }

    std::optional<Answer> poll() override {
        std::optional<Answer> answer;
        {
            const std::lock_guard lock{m_mutex};
            answer = std::exchange(m_answer, std::nullopt);
        }
        // It has nothing more to do.
        if (answer) m_thread.join();
        return answer;
    }

    bool busy() const override { return m_thread.joinable(); }

  private:
    const SetterOptions m_options;
    base::UniqueFd m_bell; ///< rung once, at the end
    std::mutex m_mutex;
    std::optional<Answer> m_answer; ///< guarded by m_mutex
    std::thread m_thread;           ///< joinable from set() until its answer was taken
};

} // namespace

std::unique_ptr<Setter> open_setter(SetterOptions options) {
    return std::make_unique<Timedated>(std::move(options));
}

} // namespace pufa::system_clock
