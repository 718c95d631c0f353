#include "tests/jail/probe.h"

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace pufa::probe {

namespace {

std::string in(const Scene& scene, const char* name) {
    return scene.folder + "/" + name;
}

constexpr std::array k_calls{
    Call{"open", Needs::nothing,
         [](const Scene& s) { return outcome(::syscall(SYS_open, s.file.c_str(), O_RDONLY)); }},
    Call{"openat", Needs::nothing,
         [](const Scene& s) { return outcome(::openat(AT_FDCWD, s.file.c_str(), O_RDONLY)); }},
    Call{"openat for writing", Needs::nothing,
         [](const Scene& s) { return outcome(::openat(AT_FDCWD, s.file.c_str(), O_WRONLY)); }},
    Call{"openat2", Needs::nothing,
         [](const Scene& s) {
             const std::array<uint64_t, 3> how{O_RDONLY, 0, 0};
             return outcome(
                 ::syscall(SYS_openat2, AT_FDCWD, s.file.c_str(), how.data(), sizeof how));
         }},
    Call{"creat", Needs::nothing,
         [](const Scene& s) { return outcome(::syscall(SYS_creat, in(s, "new").c_str(), 0600)); }},
    Call{"open of a folder", Needs::nothing,
         [](const Scene& s) { return outcome(::open(s.folder.c_str(), O_RDONLY | O_DIRECTORY)); }},
    Call{"readlink", Needs::nothing,
         [](const Scene&) {
             std::array<char, 64> name{};
             return outcome(::readlink("/proc/self", name.data(), name.size()));
         }},
    Call{"stat", Needs::nothing,
         [](const Scene& s) {
             struct stat facts {};
             return outcome(::stat(s.file.c_str(), &facts));
         }},
    Call{"statx", Needs::nothing,
         [](const Scene& s) {
             struct statx facts {};
             return outcome(::statx(AT_FDCWD, s.file.c_str(), 0, STATX_SIZE, &facts));
         }},
    Call{"access", Needs::nothing,
         [](const Scene& s) { return outcome(::access(s.file.c_str(), R_OK)); }},
    Call{"unlink", Needs::nothing,
         [](const Scene& s) { return outcome(::syscall(SYS_unlink, s.doomed.c_str())); }},
    Call{"unlinkat", Needs::nothing,
         [](const Scene& s) { return outcome(::unlinkat(AT_FDCWD, s.doomed.c_str(), 0)); }},
    Call{"rename", Needs::nothing,
         [](const Scene& s) {
             return outcome(::syscall(SYS_rename, s.doomed.c_str(), in(s, "renamed").c_str()));
         }},
    Call{"renameat2", Needs::nothing,
         [](const Scene& s) {
             return outcome(
                 ::renameat2(AT_FDCWD, s.doomed.c_str(), AT_FDCWD, in(s, "renamed").c_str(), 0));
         }},
    Call{"link", Needs::nothing,
         [](const Scene& s) { return outcome(::link(s.file.c_str(), in(s, "second").c_str())); }},
    Call{"symlink", Needs::nothing,
         [](const Scene& s) { return outcome(::symlink("there", in(s, "arrow").c_str())); }},
    Call{"mkdir", Needs::nothing,
         [](const Scene& s) { return outcome(::mkdir(in(s, "folder").c_str(), 0700)); }},
    Call{"mknod", Needs::nothing,
         [](const Scene& s) { return outcome(::mknod(in(s, "pipe").c_str(), S_IFIFO | 0600, 0)); }},
    Call{"chmod", Needs::nothing,
         [](const Scene& s) { return outcome(::chmod(s.file.c_str(), 0777)); }},
    Call{"fchmod", Needs::nothing,
         [](const Scene& s) { return outcome(::fchmod(s.open_file, 0777)); }},
    Call{"chown", Needs::nothing,
         [](const Scene& s) { return outcome(::chown(s.file.c_str(), ::getuid(), ::getgid())); }},
    Call{"utimensat", Needs::nothing,
         [](const Scene& s) { return outcome(::utimensat(AT_FDCWD, s.file.c_str(), nullptr, 0)); }},
    Call{"truncate", Needs::nothing,
         [](const Scene& s) { return outcome(::truncate(s.file.c_str(), 1)); }},
    Call{"ftruncate", Needs::nothing,
         [](const Scene& s) { return outcome(::ftruncate(s.memory, 1)); }},
    Call{"fallocate", Needs::nothing,
         [](const Scene& s) { return outcome(::fallocate(s.memory, 0, 0, 8192)); }},
    Call{"write to a file", Needs::nothing,
         [](const Scene& s) { return outcome(::write(s.open_file, "x", 1)); }},
    Call{"pwrite64", Needs::nothing,
         [](const Scene& s) { return outcome(::pwrite(s.open_file, "x", 1, 0)); }},
    Call{"pwritev", Needs::nothing,
         [](const Scene& s) {
             char byte = 'x';
             const iovec part{&byte, 1};
             return outcome(::pwritev(s.open_file, &part, 1, 0));
         }},
    Call{"sendfile", Needs::nothing,
         [](const Scene& s) { return outcome(::sendfile(s.memory, s.open_file, nullptr, 4)); }},
    Call{"copy_file_range", Needs::nothing,
         [](const Scene& s) {
             off64_t from = 0;
             off64_t to = 64;
             return outcome(::copy_file_range(s.open_file, &from, s.open_file, &to, 4, 0));
         }},
    Call{"chdir", Needs::nothing,
         [](const Scene& s) { return outcome(::chdir(s.folder.c_str())); }},
    Call{"chroot", Needs::administrator,
         [](const Scene& s) { return outcome(::chroot(s.folder.c_str())); }},
    Call{"mount", Needs::administrator,
         [](const Scene& s) {
             return outcome(::mount("none", s.folder.c_str(), "tmpfs", 0, nullptr));
         }},
    Call{"umount2", Needs::administrator,
         [](const Scene&) { return outcome(::umount2("/proc", MNT_DETACH)); }},
    Call{"open_tree", Needs::administrator,
         [](const Scene& s) {
             return outcome(::syscall(SYS_open_tree, AT_FDCWD, s.folder.c_str(), 1));
         }},
    Call{"fsopen", Needs::administrator,
         [](const Scene&) { return outcome(::syscall(SYS_fsopen, "tmpfs", 0)); }},
};

} // namespace

std::span<const Call> file_calls() {
    return k_calls;
}

} // namespace pufa::probe
