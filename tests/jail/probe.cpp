#include "tests/jail/probe.h"

#include "content/jail/jail.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace pufa::probe {

namespace {

constexpr int k_no_wall = 250; ///< exit statuses above every errno
constexpr int k_no_scene = 251;

bool administrator() {
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> held{};
    if (::syscall(SYS_capget, &header, held.data()) != 0) return false;
    return (held[0].effective >> CAP_SYS_ADMIN & 1u) != 0;
}

void must(bool good, const char* what) {
    if (good) return;
    std::fprintf(stderr, "the scene cannot be set: %s: %s\n", what, std::strerror(errno));
    ::_exit(k_no_scene);
}

int bound_socket(const std::string& path, int type) {
    const int made = ::socket(AF_UNIX, type, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    must(::bind(made, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "bind");
    if (type == SOCK_STREAM) must(::listen(made, 1) == 0, "listen");
    return made;
}

/// What is done to the machine is done to one of the child's own.
void step_apart() {
    must(::unshare(CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS) == 0, "unshare");
    must(::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "private mounts");
}

Scene set_scene(const std::string& folder, pid_t victim, void* page) {
    Scene scene;
    scene.folder = folder;
    scene.file = folder + "/there";
    scene.doomed = folder + "/doomed";
    scene.socket = folder + "/listens";
    scene.mailbox = folder + "/mailbox";
    for (const auto& file : {scene.file, scene.doomed})
        std::ofstream{file} << "ten bytes\n";
    scene.open_file = ::open(scene.file.c_str(), O_RDWR);
    scene.program = ::open("/bin/true", O_RDONLY);
    scene.memory = ::memfd_create("scene", MFD_ALLOW_SEALING);
    must(scene.open_file >= 0 && scene.program >= 0 && ::ftruncate(scene.memory, 4096) == 0,
         "files");
    must(bound_socket(scene.socket, SOCK_STREAM) >= 0, "a socket");
    must(bound_socket(scene.mailbox, SOCK_DGRAM) >= 0, "a socket");
    scene.stream = ::socket(AF_UNIX, SOCK_STREAM, 0);
    scene.datagram = ::socket(AF_UNIX, SOCK_DGRAM, 0);
    std::array<int, 2> ends{};
    must(::socketpair(AF_UNIX, SOCK_DGRAM, 0, ends.data()) == 0, "a pair");
    must(::write(ends[1], "x", 1) == 1, "a pair");
    scene.pair = ends[0];
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY);
    must(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0, "a terminal");
    scene.terminal = ::open(::ptsname(master), O_RDWR | O_NOCTTY);
    scene.network = ::open("/proc/self/ns/net", O_RDONLY);
    scene.victim = victim;
    scene.pidfd = static_cast<int>(::syscall(SYS_pidfd_open, victim, 0));
    scene.shared = ::shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0700);
    must(scene.terminal >= 0 && scene.network >= 0 && scene.pidfd >= 0 && scene.shared >= 0,
         "descriptors");
    // It goes with the last who has it mapped.
    must(::shmat(scene.shared, nullptr, 0) != nullptr, "shared memory");
    must(::shmctl(scene.shared, IPC_RMID, nullptr) == 0, "shared memory");
    scene.page = page;
    return scene;
}

bool raise(Walls walls) {
    jail::Options options;
    switch (walls) {
    case Walls::none:
        return true;
    case Walls::all_with_abi_2:
        options.landlock_at_most = 2;
        [[fallthrough]];
    case Walls::all: {
        const auto jailed = jail::enter(options);
        return jailed && jailed->closed && jailed->landlock <= options.landlock_at_most;
    }
    case Walls::calls_only:
    case Walls::files_only:
        break;
    }
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    if (walls == Walls::calls_only) return jail::close_system_calls(options.channel).ok();
    const auto abi = jail::close_files(options.landlock_at_most);
    return abi && *abi > 0;
}

/// The exit status is the errno of the attempt.
[[noreturn]] void attempt(const Call& call, Walls walls, const std::string& folder, pid_t victim,
                          void* page) {
    if (call.needs == Needs::administrator) step_apart();
    const Scene scene = set_scene(folder, victim, page);
    if (!raise(walls)) ::_exit(k_no_wall);
    ::_exit(call.attempt(scene));
}

/// A process that does nothing until it is told to end.
pid_t make_victim() {
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    while (true)
        ::pause();
}

class Run {
  public:
    Run(Walls walls, std::string folder)
        : m_walls(walls)
        , m_folder(std::move(folder))
        , m_page(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        , m_victim(make_victim()) {}
    ~Run() {
        ::kill(m_victim, SIGKILL);
        ::waitpid(m_victim, nullptr, 0);
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    void attempt_all(std::span<const Call> calls) {
        for (const Call& call : calls) {
            if (call.needs == Needs::administrator && !m_administrator)
                std::printf("%s\tskipped\n", call.name);
            else
                report(call, status_of(call));
        }
    }
    [[nodiscard]] bool good() const { return m_good; }

  private:
    int status_of(const Call& call) {
        const std::string folder = m_folder + "/" + std::to_string(m_count++);
        if (::mkdir(folder.c_str(), 0700) != 0) return k_no_scene << 8;
        std::fflush(stdout);
        const pid_t pid = ::fork();
        if (pid == 0) attempt(call, m_walls, folder, m_victim, m_page);
        int status = 0;
        // A traced child stops when it is killed; what it was killed by is not yet told then.
        while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
        }
        return status;
    }
    void report(const Call& call, int status) {
        if (WIFSIGNALED(status)) {
            std::printf("%s\tkilled SIG%s\n", call.name, ::sigabbrev_np(WTERMSIG(status)));
            return;
        }
        const int error = WEXITSTATUS(status);
        if (error == k_no_wall || error == k_no_scene) {
            m_good = false;
            std::printf("%s\t%s\n", call.name, error == k_no_wall ? "no wall" : "no scene");
        } else if (error == 0) {
            std::printf("%s\tdone\n", call.name);
        } else {
            std::printf("%s\tdenied %s\n", call.name, ::strerrorname_np(error));
        }
    }

    Walls m_walls;
    std::string m_folder;
    void* m_page;
    pid_t m_victim;
    bool m_administrator = administrator();
    bool m_good = true;
    int m_count = 0;
};

} // namespace

int outcome(long result) {
    return result < 0 ? errno : 0;
}

int run(Walls walls, const std::string& folder) {
    Run run{walls, folder};
    run.attempt_all(file_calls());
    run.attempt_all(process_calls());
    run.attempt_all(memory_calls());
    run.attempt_all(socket_calls());
    run.attempt_all(kernel_calls());
    return run.good() ? 0 : 3;
}

} // namespace pufa::probe
