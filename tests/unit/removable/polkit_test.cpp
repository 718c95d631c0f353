// assets/deploy/polkit, run by duktape, which polkit itself runs rules with.

#include "content/base/file.h"
#include "content/base/process.h"

#include <doctest/doctest.h>

using namespace pufa;

namespace {

/// polkit's own object as far as rules see it; one line for each subject and action.
constexpr const char* k_before = R"(
var rules = [];
var polkit = { Result: { NO: "no", YES: "yes", NOT_HANDLED: "-" },
               addRule: function (rule) { rules.push(rule); } };
)";
constexpr const char* k_after = R"(
var actions = [
    "org.freedesktop.udisks2.filesystem-mount", "org.freedesktop.udisks2.filesystem-mount-system",
    "org.freedesktop.udisks2.filesystem-mount-other-seat", "org.freedesktop.udisks2.filesystem-fstab",
    "org.freedesktop.udisks2.filesystem-unmount-others", "org.freedesktop.udisks2.filesystem-take-ownership",
    "org.freedesktop.udisks2.encrypted-unlock", "org.freedesktop.udisks2.loop-setup",
    "org.freedesktop.udisks2.manage-swapspace", "org.freedesktop.udisks2.power-off-drive",
    "org.freedesktop.udisks2.power-off-drive-system", "org.freedesktop.udisks2.power-off-drive-other-seat",
    "org.freedesktop.udisks2.eject-media", "org.freedesktop.udisks2.modify-device",
    "org.freedesktop.udisks2.modify-device-system", "org.freedesktop.udisks2.open-device",
    "org.freedesktop.timedate1.set-time", "org.freedesktop.timedate1.set-ntp",
    "org.freedesktop.timedate1.set-timezone", "org.freedesktop.timedate1.set-local-rtc",
    "org.freedesktop.login1.reboot", "org.freedesktop.udisks2x.filesystem-mount" ];
function ask(name, subject) {
    var given = actions.filter(function (id) {
        return rules.some(function (rule) { return rule({ id: id }, subject) === "yes"; });
    });
    var refused = actions.filter(function (id) {
        return rules.some(function (rule) { return rule({ id: id }, subject) === "no"; });
    });
    print(name + " " + given.length + " " + refused.length);
    if (name === "kiosk") print(given.join(" "));
}
ask("kiosk", { user: "pufa", local: true, active: true });
ask("inactive", { user: "pufa", local: true, active: false });
ask("remote", { user: "pufa", local: false, active: true });
ask("other", { user: "somebody", local: true, active: true });
)";

} // namespace

TEST_CASE("polkit lets the kiosk's user mount and switch off sticks and set the clock, and nothing "
          "else") {
    const auto rules = base::read_file(PUFA_SOURCE_DIR "/assets/deploy/polkit/50-pufa-kiosk.rules");
    REQUIRE(rules);
    const base::TemporaryFolder folder;
    const auto script = folder.path() / "rules.js";
    REQUIRE(base::write_file_atomic(script, k_before + *rules + k_after));
    const auto ran = base::run("/usr/bin/duk", {script.string()});
    REQUIRE(ran);
    CHECK(ran->exit_code == 0);
    CHECK(ran->output == "kiosk 5 15\n"
                         "org.freedesktop.udisks2.filesystem-mount "
                         "org.freedesktop.udisks2.filesystem-unmount-others "
                         "org.freedesktop.udisks2.power-off-drive "
                         "org.freedesktop.timedate1.set-time org.freedesktop.timedate1.set-ntp\n"
                         "inactive 0 20\n"
                         "remote 0 20\n"
                         "other 0 0\n");
}
