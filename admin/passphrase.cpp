#include "admin/passphrase.h"

#include "content/base/file.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

namespace pufa::admin {

namespace {

constexpr uint64_t k_largest_file = 4096;
constexpr const char* k_terminal = "/dev/tty";
constexpr char k_interrupt = 3; // Ctrl-C

/// No echo while it lives, and Ctrl-C ends a line instead of the program, so that no interrupted
/// prompt leaves a terminal that echoes nothing.
class Silence {
  public:
    explicit Silence(int fd)
        : m_fd(fd) {
        m_changed = ::tcgetattr(fd, &m_before) == 0;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        silent.c_cc[VEOL] = k_interrupt;
        m_changed = m_changed && ::tcsetattr(fd, TCSAFLUSH, &silent) == 0;
    }
    ~Silence() {
        if (m_changed) ::tcsetattr(m_fd, TCSAFLUSH, &m_before);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    [[nodiscard]] bool works() const { return m_changed; }

  private:
    int m_fd;
    termios m_before{};
    bool m_changed = false;
};

/// Asks at a silent terminal.
Result<std::string> ask(int fd, const std::string& prompt) {
    PUFA_CHECK(base::write_all(fd, base::as_bytes(prompt), k_terminal));
    std::string line;
    for (char c = 0;;) {
        const ssize_t got = ::read(fd, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return base::from_errno(errno, k_terminal);
        if (got == 0 || c == k_interrupt)
            return Error{Code::BAD_SOURCE, k_terminal, "no passphrase was entered"};
        if (c == '\n' || line.size() == k_largest_file) break;
        line += c;
    }
    PUFA_CHECK(base::write_all(fd, base::as_bytes("\n"), k_terminal));
    if (line.empty()) return Error{Code::BAD_SOURCE, k_terminal, "the passphrase is empty"};
    return line;
}

/// Up to the end of the line, of what comes, or of what a passphrase may have.
Result<std::string> read_line(int fd, const std::string& where) {
    std::string line;
    while (line.size() < k_largest_file) {
        char c = 0;
        const ssize_t got = ::read(fd, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return base::from_errno(errno, where);
        if (got == 0 || c == '\n' || c == '\r') break;
        line += c;
    }
    return line;
}

} // namespace

Result<std::string> read_passphrase_from(int descriptor) {
    const auto where = "descriptor " + std::to_string(descriptor);
    auto line = read_line(descriptor, where);
    if (!line && ::fcntl(descriptor, F_GETFD) < 0)
        return Error{Code::BAD_USAGE, "--passphrase-fd", where + " is not open"};
    if (line && line->empty()) return Error{Code::BAD_SOURCE, where, "the passphrase is empty"};
    return line;
}

Result<std::string> read_passphrase(const Context& context, const std::filesystem::path& file,
                                    Ask times, const Prompts& prompts) {
    if (!file.empty()) {
        PUFA_TRY(auto line, base::read_file(file, k_largest_file));
        line.resize(std::min(line.find_first_of("\r\n"), line.size()));
        if (line.empty()) return Error{Code::BAD_SOURCE, file.string(), "the passphrase is empty"};
        return line;
    }
    const auto terminal = base::open_file(k_terminal, O_RDWR);
    if (!terminal)
        return Error{Code::BAD_USAGE, std::string{prompts.option},
                     "there is no terminal to ask at"};
    // Silent before the prompt is seen: whoever types at once is not echoed either.
    const Silence silence{terminal->get()};
    if (!silence.works()) return base::from_errno(errno, k_terminal);
    PUFA_TRY(auto entered, ask(terminal->get(), context.words(prompts.enter)));
    if (times == Ask::once) return entered;
    PUFA_TRY(const auto again, ask(terminal->get(), context.words(prompts.again)));
    if (again != entered)
        return Error{Code::WRONG_PASSPHRASE, k_terminal, "the two entries differ"};
    return entered;
}

} // namespace pufa::admin
