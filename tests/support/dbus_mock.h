#pragma once
// A bus of the test's own with a service of python-dbusmock on it, in a child that takes commands.

#include "content/base/file.h"
#include "content/base/process.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace pufa::support {

class DbusMock {
  public:
    /// `script`: below tests/unit.
    explicit DbusMock(const std::string& script) {
        int ends[2] = {-1, -1};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
        m_ours = base::UniqueFd{ends[0]};
        const base::UniqueFd theirs{ends[1]};
        // The channel is the child's descriptor 3.
        auto child =
            base::spawn("/bin/sh", {.arguments = {"-c", "exec /usr/bin/python3 " PUFA_SOURCE_DIR
                                                        "/tests/unit/" +
                                                            script + " <&3 >&3"},
                                    .channel = theirs.get()});
        REQUIRE(child);
        m_child = std::move(*child);
    }
    ~DbusMock() {
        m_ours.reset(); // its input ends: it ends what it started
        m_child.wait();
    }
    DbusMock(const DbusMock&) = delete;
    DbusMock& operator=(const DbusMock&) = delete;

    /// One command of the script as JSON; its answer when it has been carried out.
    std::string run(const std::string& command) {
        CAPTURE(command);
        REQUIRE(base::write_all(m_ours.get(), base::as_bytes(command + "\n"), "mock"));
        std::string answer;
        for (char c = 0; c != '\n';) {
            const auto got = ::read(m_ours.get(), &c, 1);
            REQUIRE(got == 1);
            answer += c;
        }
        answer.pop_back();
        return answer;
    }
    [[nodiscard]] std::string address() const {
        return "unix:path=" + (m_folder.path() / "bus").string();
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }

  private:
    base::TemporaryFolder m_folder;
    base::UniqueFd m_ours;
    base::Child m_child;
};

} // namespace pufa::support
