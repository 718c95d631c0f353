#include "kiosk/app/assemble.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;

namespace {

/// What `task` is put together from, with this kiosk.toml.
Parts parts_of(Task task, std::string_view toml) {
    const base::TemporaryFolder folder;
    Options options;
    options.task = task;
    options.state = folder.path() / "state";
    options.config = folder.path() / "kiosk.toml";
    REQUIRE(base::write_file_atomic(folder.path() / "kiosk.toml", toml));
    const auto ground = prepare(options);
    REQUIRE(ground);
    auto parts = assemble(options, *ground, {.offscreen = true, .width = 960, .height = 540});
    REQUIRE(parts);
    return *std::move(parts);
}

} // namespace

TEST_CASE("how long statistics are kept is the configuration's; all days without a word of it") {
    CHECK(parts_of(Task::kiosk, "").recorder.keep_days == 0);
    CHECK(parts_of(Task::kiosk, "keep_statistics_days = 400\n").recorder.keep_days == 400);
}

TEST_CASE("the self-test deletes no day of the kiosk that it looks at") {
    CHECK(parts_of(Task::self_test, "keep_statistics_days = 31\n").recorder.keep_days == 0);
}
