#include "kiosk/app/file_aside.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

#include <thread>

using namespace pufa;

namespace {

Result<void> outcome(app::FileAside& file) {
    while (true) {
        if (auto done = file.poll(base::steady_now())) return *std::move(done);
        std::this_thread::yield();
    }
}

} // namespace

TEST_CASE("the text that was given last is in the file, however quickly they came") {
    const base::TemporaryFolder folder;
    const auto path = folder.path() / "x.json";
    {
        app::FileAside file{path};
        CHECK_FALSE(file.next_due());
        file.write("1", base::steady_now());
        CHECK(file.next_due());
        file.write("2", base::steady_now());
        file.write("3", base::steady_now());
        CHECK(outcome(file));
        CHECK(outcome(file)); // the second writing, of the last text
        CHECK_FALSE(file.next_due());
        CHECK(*base::read_file(path) == "3");
        file.write("4", base::steady_now());
        file.write("5", base::steady_now());
    }
    CHECK(*base::read_file(path) == "5");
}

TEST_CASE("a file that cannot be written is told, and the next one is tried") {
    const base::TemporaryFolder folder;
    app::FileAside file{folder.path() / "none" / "x.json"};
    file.write("1", base::steady_now());
    CHECK_FALSE(outcome(file));
    std::filesystem::create_directory(folder.path() / "none");
    file.write("2", base::steady_now());
    CHECK(outcome(file));
}

TEST_CASE("without a file nothing is written, and that is no fault") {
    app::FileAside file{{}};
    file.write("1", base::steady_now());
    CHECK(outcome(file));
}
