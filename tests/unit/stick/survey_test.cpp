#include "content/stick/survey.h"

#include "content/base/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

using namespace pufa;
using stick::survey;

namespace {

class Folder {
  public:
    void put(const std::string& name, std::string_view text = "x") const {
        std::filesystem::create_directories(path(name).parent_path());
        REQUIRE(base::write_file_atomic(path(name), text));
    }
    [[nodiscard]] std::filesystem::path path(const std::string& name = "") const {
        return name.empty() ? m_folder.path() : m_folder.path() / name;
    }
    [[nodiscard]] stick::Survey look(const stick::Bounds& bounds = {}) const {
        auto all = survey(path(), bounds);
        REQUIRE(all);
        return *all;
    }
    /// Without the folder, one after the other.
    [[nodiscard]] std::string names(const std::vector<std::filesystem::path>& paths) const {
        std::string all;
        for (const auto& one : paths)
            all += one.lexically_relative(path()).string() + " ";
        return all;
    }

  private:
    base::TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("packs and folders of authors are found in the root and in PUFA, keys only in PUFA") {
    const Folder stick;
    for (const auto* file : {"b.pufa", "PUFA/a.pufa", "PUFA/大讲堂.PUFA", "words/pack.toml",
                             "PUFA/遗嘱/pack.toml", "PUFA/city.key", "other.key", "letter.doc",
                             "PUFA/1.keys.json", "PUFA/1.keys.json.minisig", "data.json",
                             "PUFA/sub/c.pufa", "PUFA/sub/deep/pack.toml", "photos/x.jpg"})
        stick.put(file);
    const auto found = stick.look();
    CHECK(stick.names(found.packs) == "PUFA/a.pufa PUFA/大讲堂.PUFA b.pufa ");
    CHECK(stick.names(found.sources) == "PUFA/遗嘱 words ");
    CHECK(stick.names(found.keys) == "PUFA/city.key ");
    CHECK(stick.names(found.statements) == "PUFA/1.keys.json ");
    CHECK(found.left_out == 0);
}

TEST_CASE("an empty stick holds nothing, and one that is not there is an error") {
    const Folder stick;
    CHECK(stick.look().packs.empty());
    CHECK(survey(stick.path("none")).error().code == Code::NOT_FOUND);
    stick.put("file");
    CHECK(survey(stick.path("file")).error().code == Code::DISK_ERROR);
}

TEST_CASE(
    "links, pipes, sockets and folders that are called like packs are counted and not touched") {
    const Folder stick;
    stick.put("PUFA/good.pufa");
    std::filesystem::create_symlink("/etc/passwd", stick.path("PUFA/link.pufa"));
    std::filesystem::create_symlink("nowhere", stick.path("broken.pufa"));
    std::filesystem::create_symlink("/etc/shadow", stick.path("PUFA/link.key"));
    std::filesystem::create_directory(stick.path("folder.pufa"));
    // Opening a pipe would wait for ever.
    REQUIRE(::mkfifo(stick.path("PUFA/pipe.pufa").c_str(), 0600) == 0);
    const auto end = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto name = stick.path("s.pufa").string();
    REQUIRE(name.size() < sizeof address.sun_path);
    std::memcpy(address.sun_path, name.c_str(), name.size());
    REQUIRE(::bind(end, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    ::close(end);
    // Folders of authors: neither through a link nor with one.
    stick.put("real/pack.toml");
    std::filesystem::create_directory_symlink("real", stick.path("again"));
    std::filesystem::create_directory(stick.path("borrowed"));
    std::filesystem::create_symlink("../real/pack.toml", stick.path("borrowed/pack.toml"));
    const auto found = stick.look();
    CHECK(stick.names(found.packs) == "PUFA/good.pufa ");
    CHECK(stick.names(found.sources) == "real ");
    CHECK(found.keys.empty());
    CHECK(found.left_out == 6);
}

TEST_CASE("a PUFA that is a link or a file is no folder of ours") {
    const Folder other;
    other.put("x.pufa");
    const Folder stick;
    SUBCASE("a link") {
        std::filesystem::create_directory_symlink(other.path(), stick.path("PUFA"));
    }
    SUBCASE("a file") {
        stick.put("PUFA");
    }
    const auto found = stick.look();
    CHECK(found.packs.empty());
    CHECK(found.left_out == 1);
}

TEST_CASE("what systems leave behind is passed over") {
    const Folder stick;
    for (const auto* file :
         {"._a.pufa", ".hidden.pufa", "PUFA/._a.pufa", ".Trashes/pack.toml", "autorun.inf",
          "autorun.exe", "desktop.ini", "System Volume Information/IndexerVolumeGuid"})
        stick.put(file);
    const auto found = stick.look();
    CHECK(found.packs.empty());
    CHECK(found.sources.empty());
    CHECK(found.left_out == 0);
}

TEST_CASE(
    "names that cannot be shown are left out: other bytes than UTF-8, line ends, turned words") {
    const Folder stick;
    for (const auto* file : {"PUFA/\xC6\xD5\xB7\xA8.pufa", "a\nb.pufa", "\u202Egpj.pufa",
                             "PUFA/a\u200Bb.key", "\xC6\xD5/pack.toml"})
        stick.put(file);
    stick.put("普法.pufa");
    const auto found = stick.look();
    CHECK(stick.names(found.packs) == "普法.pufa ");
    CHECK(found.keys.empty());
    CHECK(found.sources.empty());
    CHECK(found.left_out == 5);
}

TEST_CASE(
    "a statement without its signature is none, and one whose signature is a link is left out") {
    const Folder stick;
    stick.put("1.keys.json");
    stick.put("2.keys.json");
    std::filesystem::create_symlink("1.keys.json", stick.path("2.keys.json.minisig"));
    const auto found = stick.look();
    CHECK(found.statements.empty());
    CHECK(found.left_out == 1);
}

TEST_CASE("100,000 files beside a pack in PUFA change nothing, and are counted") {
    const Folder stick;
    stick.put("PUFA/good.pufa");
    constexpr int k_files = 100'000;
    const auto folder = base::open_file(stick.path(), O_RDONLY | O_DIRECTORY);
    REQUIRE(folder);
    for (int i = 0; i < k_files; ++i) {
        const auto name = std::to_string(i) + ".pufa";
        const base::UniqueFd made{
            ::openat(folder->get(), name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)};
        REQUIRE(made);
    }
    const stick::Bounds bounds;
    const auto found = stick.look(bounds);
    CHECK(std::count(found.packs.begin(), found.packs.end(), stick.path("PUFA/good.pufa")) == 1);
    // PUFA itself is one of those that were looked at, or not.
    CHECK(found.packs.size() - 1 + found.left_out >= k_files);
    CHECK(found.packs.size() - 1 + found.left_out <= k_files + 1);
    CHECK(found.packs.size() <= bounds.entries + 1);
    // And a stick without an end is not counted to it.
    const auto cut = stick.look({.entries = 10, .counted = 50});
    CHECK(cut.left_out == 51);
}

TEST_CASE("200 levels of folders are not gone into") {
    const Folder stick;
    stick.put("PUFA/good.pufa");
    int level = ::open(stick.path("PUFA").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0; i < 200; ++i) {
        REQUIRE(::mkdirat(level, "deep", 0700) == 0);
        const int next = ::openat(level, "deep", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        ::close(level);
        level = next;
    }
    REQUIRE(level >= 0);
    const base::UniqueFd pack{::openat(level, "x.pufa", O_WRONLY | O_CREAT | O_CLOEXEC, 0600)};
    REQUIRE(pack);
    ::close(level);
    const auto found = stick.look();
    CHECK(stick.names(found.packs) == "PUFA/good.pufa ");
    CHECK(found.left_out == 0);
}

TEST_CASE("looking leaves no descriptor open") {
    const Folder stick;
    stick.put("PUFA/a/pack.toml");
    const auto lowest = [] {
        return base::UniqueFd{::open("/dev/null", O_RDONLY | O_CLOEXEC)}.get();
    };
    const int before = lowest();
    static_cast<void>(stick.look());
    static_cast<void>(survey(stick.path("none")));
    CHECK(lowest() == before);
}
