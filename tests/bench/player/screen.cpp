// pufa-bench-screen: looks at the upper left corner of an X display 250 times a second and says
// when another picture's number stands there; taps where it is told. One clock for both, so that
// what a tap did can be timed from outside, whatever program drew it.
//
// Out, times in nanoseconds of CLOCK_MONOTONIC:
//   code TIME NUMBER    another picture is there; -1: none, or one without a code
//   tap TIME            the finger was lifted
//   looks COUNT WORST_MICROSECONDS LATE    since the last such answer; late: more than 8 ms apart
// In: `tap X Y`, `looks`; the end of the input ends it.

#include "tests/bench/player/picture_code.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <poll.h>
#include <sys/ipc.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>

namespace pufa::bench {
namespace {

using Clock = std::chrono::steady_clock;
using Time = Clock::time_point;

constexpr std::chrono::milliseconds k_between{4};
constexpr std::chrono::milliseconds k_late{8};
constexpr int k_rows = k_code_lower - k_code_upper + 1;
constexpr int k_more_urgent = -15; ///< a starved watcher would blame the player

long long nanoseconds(Time at) {
    return std::chrono::nanoseconds(at.time_since_epoch()).count();
}

[[noreturn]] void give_up(const char* why) {
    std::fprintf(stderr, "pufa-bench-screen: %s\n", why);
    std::exit(3);
}

/// The code's rows of the root window, by shared memory.
class Corner {
  public:
    explicit Corner(Display* display)
        : m_display(display) {
        const int screen = DefaultScreen(display);
        m_image = XShmCreateImage(display, DefaultVisual(display, screen),
                                  static_cast<unsigned>(DefaultDepth(display, screen)), ZPixmap,
                                  nullptr, &m_shared, k_code_width, k_rows);
        if (!m_image || m_image->bits_per_pixel != 32) give_up("no shared image of 32 bits");
        const auto bytes = static_cast<size_t>(m_image->bytes_per_line) * k_rows;
        m_shared.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
        if (m_shared.shmid < 0) give_up("no shared memory");
        m_shared.shmaddr = static_cast<char*>(shmat(m_shared.shmid, nullptr, 0));
        m_image->data = m_shared.shmaddr;
        m_shared.readOnly = False;
        XShmAttach(display, &m_shared);
        XSync(display, False);
        shmctl(m_shared.shmid, IPC_RMID, nullptr); // gone with the last who uses it
    }

    [[nodiscard]] int number() {
        if (!XShmGetImage(m_display, DefaultRootWindow(m_display), m_image, 0, k_code_upper,
                          AllPlanes))
            give_up("the screen cannot be read");
        return read_code(row(0), row(k_rows - 1)).value_or(-1);
    }

  private:
    [[nodiscard]] std::span<const uint32_t> row(int y) const {
        const char* at = m_image->data + ptrdiff_t{m_image->bytes_per_line} * y;
        return {reinterpret_cast<const uint32_t*>(at), size_t{k_code_width}};
    }

    Display* m_display;
    XShmSegmentInfo m_shared{};
    XImage* m_image = nullptr;
};

struct Looks {
    long long count = 0;
    Clock::duration worst{0};
    long long late = 0;

    void add(Clock::duration apart) {
        ++count;
        worst = std::max(worst, apart);
        late += apart > k_late;
    }
};

void tap(Display* display, int x, int y) {
    XTestFakeMotionEvent(display, -1, x, y, CurrentTime);
    XTestFakeButtonEvent(display, 1, True, CurrentTime);
    XTestFakeButtonEvent(display, 1, False, CurrentTime);
    const auto at = Clock::now();
    XSync(display, False);
    std::printf("tap %lld\n", nanoseconds(at));
}

/// False at the end of the input.
bool obey(Display* display, Looks& looks) {
    static std::string waiting;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (::poll(&input, 1, 0) > 0) {
        char bytes[256];
        const auto got = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (got <= 0) return false;
        waiting.append(bytes, static_cast<size_t>(got));
    }
    for (size_t end; (end = waiting.find('\n')) != std::string::npos; waiting.erase(0, end + 1)) {
        std::istringstream line{waiting.substr(0, end)};
        std::string word;
        int x = 0, y = 0;
        line >> word;
        if (word == "tap" && line >> x >> y) {
            tap(display, x, y);
        } else if (word == "looks") {
            const auto worst = std::chrono::duration_cast<std::chrono::microseconds>(looks.worst);
            std::printf("looks %lld %lld %lld\n", looks.count,
                        static_cast<long long>(worst.count()), looks.late);
            looks = {};
        } else {
            give_up("a command that is none");
        }
    }
    return true;
}

int watch() {
    Display* display = XOpenDisplay(nullptr);
    if (!display) give_up("no display");
    int major = 0, minor = 0, ignored = 0;
    if (!XShmQueryExtension(display)) give_up("no MIT-SHM");
    if (!XTestQueryExtension(display, &ignored, &ignored, &major, &minor)) give_up("no XTEST");
    static_cast<void>(setpriority(PRIO_PROCESS, 0, k_more_urgent)); // only root may
    Corner corner{display};
    Looks looks;
    int shown = -1;
    auto due = Clock::now();
    auto last = due;
    while (obey(display, looks)) {
        const int number = corner.number();
        const auto now = Clock::now();
        looks.add(now - last);
        last = now;
        if (number != shown) std::printf("code %lld %d\n", nanoseconds(now), number);
        shown = number;
        std::fflush(stdout);
        due = std::max(due + k_between, now);
        const auto rest = std::chrono::nanoseconds(due - now).count();
        const timespec pause{rest / 1'000'000'000, rest % 1'000'000'000};
        ::nanosleep(&pause, nullptr);
    }
    return 0;
}

} // namespace
} // namespace pufa::bench

int main() {
    return pufa::bench::watch();
}
