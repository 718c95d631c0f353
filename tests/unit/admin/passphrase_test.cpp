#include "admin/passphrase.h"

#include "admin_run.h"
#include "content/base/sanitizer.h"
#include "content/pack/seal.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pufa;

namespace {

/// pufa-admin at a terminal of its own, typed into by a test.
class Typist {
  public:
    explicit Typist(const std::string& command) {
        m_child = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_child == 0) {
            ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
            ::_exit(127);
        }
        REQUIRE(m_child > 0);
    }
    ~Typist() {
        ::close(m_terminal);
        if (m_child > 0) ::waitpid(m_child, nullptr, 0);
    }
    Typist(const Typist&) = delete;
    Typist& operator=(const Typist&) = delete;

    /// Reads until `words` were shown; the guard is for a program that hangs.
    void expect(const std::string& words) {
        INFO(m_shown);
        while (m_shown.find(words, m_seen) == std::string::npos)
            REQUIRE(read_more());
        m_seen = m_shown.find(words, m_seen) + words.size();
    }
    void type(const std::string& line) {
        REQUIRE(::write(m_terminal, line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    }
    int wait() {
        while (read_more()) {
        }
        int status = 0;
        REQUIRE(::waitpid(m_child, &status, 0) == m_child);
        m_child = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    [[nodiscard]] const std::string& shown() const { return m_shown; }

  private:
    bool read_more() {
        constexpr int k_guard_ms = 60'000;
        pollfd ready{m_terminal, POLLIN, 0};
        REQUIRE(::poll(&ready, 1, k_guard_ms) == 1);
        char bytes[512];
        const ssize_t got = ::read(m_terminal, bytes, sizeof bytes);
        if (got > 0) m_shown.append(bytes, static_cast<size_t>(got));
        return got > 0;
    }

    int m_terminal = -1;
    pid_t m_child = -1;
    std::string m_shown;
    size_t m_seen = 0;
};

/// With little memory the key's passphrase is quick to derive: its limits are halved until they
/// fit. The sanitizers need address space of their own.
constexpr const char* k_little_memory = base::k_sanitizer ? "" : "ulimit -v 300000; ";

std::string key_new(const std::filesystem::path& folder) {
    return k_little_memory + std::string{"exec " PUFA_BIN_DIR "/pufa-admin key new a --folder "} +
           folder.string();
}

Result<std::string> from_file(const std::filesystem::path& file) {
    std::ostringstream out;
    const admin::Surroundings surroundings{out, out, admin::Terminal::no, support::k_fixture_now};
    return admin::read_passphrase({surroundings, model::Language::zh_hans}, file,
                                  admin::Ask::twice);
}

} // namespace

TEST_CASE("a passphrase is typed twice at the terminal and never echoed") {
    const base::TemporaryFolder folder;
    Typist typist{key_new(folder.path())};
    typist.expect("请输入密钥口令");
    typist.type("open sesame\n");
    typist.expect("请再输入一次");
    typist.type("open sesame\n");
    CHECK(typist.wait() == 0);
    CHECK(typist.shown().find("sesame") == std::string::npos);
    const auto text = base::read_file(folder.path() / "a.key");
    REQUIRE(text);
    CHECK(pack::is_encrypted_key(*text));
    CHECK(pack::parse_secret_key(*text, "open sesame", "a.key"));
}

TEST_CASE("two different entries, an empty one and Ctrl-C make no key") {
    const base::TemporaryFolder folder;
    {
        Typist typist{key_new(folder.path())};
        typist.expect("请输入密钥口令");
        typist.type("one\n");
        typist.expect("请再输入一次");
        typist.type("two\n");
        CHECK(typist.wait() == 1);
    }
    for (const std::string line : {"\n", "abc\x03"}) {
        Typist typist{key_new(folder.path())};
        typist.expect("请输入密钥口令");
        typist.type(line);
        CHECK(typist.wait() == 1);
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a passphrase file gives its first line, without the line's end") {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "passphrase";
    for (const std::string text : {"开门", "开门\n", "开门\r\n", "开门\nmore\n"}) {
        REQUIRE(base::write_file_atomic(file, text));
        CHECK(*from_file(file) == "开门");
    }
    REQUIRE(base::write_file_atomic(file, "\n"));
    CHECK(from_file(file).error().code == Code::BAD_SOURCE);
    CHECK(from_file(folder.path() / "none").error().code == Code::NOT_FOUND);
}
