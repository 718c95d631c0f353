#include "tests/support/desk_reports.h"
#include "tests/support/scripted_desk.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::support;
using namespace std::chrono_literals;
using removable::Access;
using removable::Stick;
using screens::StaffVerb;
using staff::Job;
using Arguments = std::vector<std::string>;

namespace {

constexpr const char* k_folder = "/run/media/stick";

ScriptedDesk with_stick() {
    ScriptedDesk desk;
    desk.enter();
    desk.plug_in("s1", "普法资料");
    desk.stick_is(Stick::State::readable);
    desk.report(Job::look, stick_report());
    desk.report(Job::plan, plan_report(), 1);
    return desk;
}

Access last_access(const ScriptedDesk& desk) {
    REQUIRE(desk.last<staff::OpenStick>());
    return desk.last<staff::OpenStick>()->access;
}

} // namespace

TEST_CASE("nothing is mounted before the PIN, then the stick is opened read-only and looked at") {
    ScriptedDesk desk;
    desk.plug_in("s1", "普法资料");
    CHECK(desk.desk->tells_of_stick(desk.now));
    desk.send(staff::Opened{});
    CHECK(desk.count<staff::OpenStick>() == 0);
    desk.type("280614\n");
    desk.send(staff::PinJudged{.right = true});
    CHECK(desk.count<staff::OpenStick>() == 1);
    CHECK(last_access(desk) == Access::read);
    CHECK_FALSE(desk.desk->tells_of_stick(desk.now));
    desk.stick_is(Stick::State::readable);
    REQUIRE(desk.run(Job::look));
    CHECK(desk.run(Job::look)->arguments == Arguments{"stick", "show", k_folder});
    desk.report(Job::look, stick_report());
    CHECK(desk.run(Job::plan)->arguments == Arguments{"plan", "/run/media/stick/PUFA/a.pufa",
                                                      "/run/media/stick/PUFA/b.pufa",
                                                      "/run/media/stick/PUFA/c.pufa"});
}

TEST_CASE("a visitor who puts a stick in reads one line for a while, and nothing is opened") {
    ScriptedDesk desk;
    desk.plug_in("s1", "");
    CHECK(desk.desk->tells_of_stick(desk.now));
    CHECK_FALSE(desk.desk->tells_of_stick(desk.now + 13s));
    CHECK(desk.asked.empty());
}

TEST_CASE("what each pack would change is told, who signed it, and why one is refused") {
    const auto desk = with_stick();
    const auto words = desk.words();
    for (const auto* told :
         {"12·4 国家宪法日专题", "江门市司法局", "1.8 GB", "2027-06-30", "新增 2", "更新 1",
          "移除 1", "去年的海报", "ROLLBACK", "不会安装", "212"})
        CHECK_MESSAGE(words.find(told) != std::string::npos, told);
}

TEST_CASE("installing takes what is wanted, tells bytes and the rest of the time, and ends") {
    auto desk = with_stick();
    REQUIRE(desk.offers("stick.install"));
    desk.touch(*desk.offers("stick.install"));
    CHECK(desk.run(Job::install)->arguments ==
          Arguments{"install", "/run/media/stick/PUFA/a.pufa", "/run/media/stick/PUFA/b.pufa"});
    CHECK_FALSE(desk.offers("stick.round"));
    desk.now += 10s;
    desk.progress(Job::install, 980'000'000, 1'800'000'000);
    CHECK(desk.words().find("1.0 GB / 4.9 GB") == std::string::npos);
    CHECK(desk.words().find("980 MB / 4.9 GB · 还需约 40 秒") != std::string::npos);
    desk.progress(Job::install, 5, 3'100'000'000); // the next file
    CHECK(desk.words().find("2 / 2") != std::string::npos);
    desk.report(Job::install, install_report());
    CHECK(desk.words().find("2 个内容包已安装") != std::string::npos);
}

TEST_CASE("what was installed can be undone: an update goes back, a new one goes") {
    auto desk = with_stick();
    desk.act(StaffVerb::install);
    desk.report(Job::install, install_report());
    CHECK_FALSE(
        desk.offers("stick.undo")); // not before it is known what the stick would change now
    desk.report(Job::plan, plan_report(), 1);
    REQUIRE(desk.offers("stick.undo"));
    desk.touch(*desk.offers("stick.undo"));
    CHECK(desk.run(Job::undo)->arguments == Arguments{"remove", "jiangmen-sfj/lectures"});
    desk.report(Job::undo, "{}");
    CHECK(desk.run(Job::undo)->arguments == Arguments{"rollback", "jiangmen-sfj/constitution"});
    desk.report(Job::undo, "{}");
    CHECK_FALSE(desk.offers("stick.undo"));
    desk.report(Job::plan, plan_report(), 1);
    CHECK(desk.words().find("读不出来") == std::string::npos);
    CHECK(desk.offers("stick.install"));
}

TEST_CASE("a desk that is left does not cut an import, and finds it again") {
    auto desk = with_stick();
    desk.act(StaffVerb::install);
    desk.pass(179s);
    CHECK(desk.desk->open());
    desk.pass(2s);
    CHECK_FALSE(desk.desk->open());
    CHECK(desk.count<staff::CancelAdmin>() == 0);
    desk.progress(Job::install, 900'000'000, 1'800'000'000);
    desk.enter();
    CHECK(desk.words().find("900 MB / 4.9 GB") != std::string::npos);
    desk.report(Job::install, install_report());
    CHECK(desk.words().find("2 个内容包已安装") != std::string::npos);
}

TEST_CASE("a round installs, writes, reads back and releases, one after the other") {
    auto desk = with_stick();
    desk.act(StaffVerb::round);
    REQUIRE(desk.run(Job::install));
    CHECK(desk.run(Job::carry) == nullptr);
    desk.report(Job::install, install_report());
    CHECK(last_access(desk) == Access::write);
    desk.stick_is(Stick::State::writable);
    CHECK(desk.run(Job::carry)->arguments == Arguments{"stick", "carry", k_folder});
    desk.report(Job::carry, R"({"folder": "PUFA/带走/x", "files": [{}, {}], "verified": true})");
    CHECK(last_access(desk) == Access::read);
    desk.stick_is(Stick::State::readable);
    CHECK(desk.run(Job::verify)->arguments ==
          Arguments{"stick", "verify", k_folder, "--folder", "PUFA/带走/x"});
    CHECK(desk.count<staff::ReleaseStick>() == 0);
    desk.report(Job::verify, R"({"folder": "PUFA/带走/x", "files": 2, "verified": true})");
    CHECK(desk.count<staff::ReleaseStick>() == 1);
    CHECK(desk.words().find("可以拔出") == std::string::npos);
    desk.stick_is(Stick::State::released);
    CHECK(desk.words().find("可以拔出") != std::string::npos);
    desk.pull_out();
    CHECK(desk.words().find("请插入U盘") != std::string::npos);
}

TEST_CASE("a round goes on when a pack is refused, and ends when the machine is at fault") {
    auto desk = with_stick();
    desk.act(StaffVerb::round);
    desk.report(Job::install, R"({"files": [{"file": "a", "error": {"code": "EXPIRED",
                "sentence": "过期了。"}}]})",
                1);
    CHECK(last_access(desk) == Access::write);

    auto full = with_stick();
    full.act(StaffVerb::round);
    full.fail(Job::install, "NO_SPACE", "盘满了。");
    CHECK(full.count<staff::OpenStick>() == 1);
    CHECK(full.words().find("盘满了。") != std::string::npos);
    CHECK(full.words().find("可以拔出") == std::string::npos);
}

TEST_CASE("a round does not bring back what staff went back from") {
    ScriptedDesk desk;
    desk.enter();
    desk.plug_in("s1", "");
    desk.stick_is(Stick::State::readable);
    desk.report(Job::look, stick_report());
    desk.report(Job::plan, R"({"files": [{"file": "/a", "action": "reactivate", "size": 1,
        "pack": {"id": "a/b", "title": {"zh-Hans": "甲"}, "sequence": 2}}]})");
    desk.act(StaffVerb::round);
    CHECK(desk.run(Job::install) == nullptr);
    CHECK(last_access(desk) == Access::write);
}

TEST_CASE("a stick that is full, protected or pulled out says so, and nothing is called done") {
    auto full = with_stick();
    full.act(StaffVerb::round);
    full.report(Job::install, install_report());
    full.stick_is(Stick::State::writable);
    full.fail(Job::carry, "NO_SPACE", "U盘满了。");
    CHECK(full.words().find("U盘满了。") != std::string::npos);
    CHECK(last_access(full) == Access::read);

    auto locked = with_stick();
    locked.act(StaffVerb::round);
    locked.report(Job::install, install_report());
    locked.stick_is(Stick::State::failed, Error{Code::READ_ONLY, "普法资料", {}});
    CHECK(locked.run(Job::carry) == nullptr);
    CHECK(locked.words().find("普法资料") != std::string::npos);

    auto pulled = with_stick();
    pulled.act(StaffVerb::round);
    pulled.report(Job::install, install_report());
    pulled.stick_is(Stick::State::writable);
    pulled.pull_out();
    CHECK(pulled.words().find("拔出了") != std::string::npos);
    pulled.fail(Job::carry, "DISK_ERROR", "读写出错。");
    CHECK(pulled.words().find("可以拔出") == std::string::npos);
    for (const auto* desk : {&full, &locked, &pulled})
        CHECK(desk->count<staff::ReleaseStick>() == 0);
}

TEST_CASE("figures alone are written, read back, and the stick stays readable") {
    auto desk = with_stick();
    desk.report(Job::figures, figures_report());
    REQUIRE(desk.offers("stick.carry"));
    desk.touch(*desk.offers("stick.carry"));
    CHECK(desk.run(Job::install) == nullptr);
    desk.stick_is(Stick::State::writable);
    desk.report(Job::carry, R"({"folder": "F", "files": [{}], "verified": true})");
    desk.stick_is(Stick::State::readable);
    desk.report(Job::verify, R"({"folder": "F", "files": 1, "verified": true})");
    CHECK(desk.count<staff::ReleaseStick>() == 0);
    CHECK(desk.words().find("核对过") != std::string::npos);
}

TEST_CASE("what was said of a stick that has gone is not taken for the next one's") {
    ScriptedDesk desk;
    desk.enter();
    desk.plug_in("s1", "甲");
    desk.stick_is(Stick::State::readable);
    desk.pull_out();
    desk.plug_in("s2", "乙");
    desk.report(Job::look, stick_report()); // of the first
    desk.report(Job::plan, plan_report(), 1);
    CHECK(desk.words().find("12·4") == std::string::npos);
    desk.stick_is(Stick::State::readable);
    desk.report(Job::look, author_stick_report());
    CHECK(desk.words().find("遗嘱") != std::string::npos);
}

TEST_CASE("two sticks are kept apart") {
    ScriptedDesk desk;
    desk.enter();
    desk.plug_in("s1", "甲");
    desk.plug_in("s2", "乙");
    CHECK(desk.count<staff::OpenStick>() == 1);
    desk.stick_is(Stick::State::readable);
    desk.report(Job::look, stick_report());
    REQUIRE(desk.offers("stick.choose.s2"));
    desk.touch(*desk.offers("stick.choose.s2"));
    CHECK(desk.last<staff::OpenStick>()->id == "s2");
    CHECK(desk.words().find("12·4") == std::string::npos);
}

TEST_CASE("an author's folder is built with the key beside it, and the stick is looked at again") {
    ScriptedDesk desk;
    desk.enter();
    desk.plug_in("s1", "");
    desk.stick_is(Stick::State::readable);
    desk.report(Job::look, author_stick_report());
    REQUIRE(desk.offers("stick.source.PUFA/wills"));
    desk.touch(*desk.offers("stick.source.PUFA/wills"));
    CHECK(last_access(desk) == Access::write);
    desk.stick_is(Stick::State::writable);
    REQUIRE(desk.run(Job::build));
    CHECK(desk.run(Job::build)->arguments == Arguments{"stick", "build", k_folder, "--source",
                                                       "/run/media/stick/PUFA/wills", "--key",
                                                       "/run/media/stick/PUFA/sfj.key"});
    desk.report(Job::build, R"({"pack": "x"})");
    CHECK(last_access(desk) == Access::read);
    desk.stick_is(Stick::State::readable);
    CHECK(desk.words().find("内容包已做好") != std::string::npos);
}

TEST_CASE("a stick that cannot be read says so in one sentence") {
    ScriptedDesk desk;
    desk.enter();
    desk.plug_in("s1", "");
    desk.stick_is(Stick::State::readable);
    desk.fail(Job::look, "DISK_ERROR", "读不出来。");
    CHECK(desk.words().find("读不出来。") != std::string::npos);
    CHECK_FALSE(desk.offers("stick.install"));
    // And one whose report is nonsense as well.
    ScriptedDesk other;
    other.enter();
    other.plug_in("s1", "");
    other.stick_is(Stick::State::readable);
    other.report(Job::look, "[]");
    CHECK(other.words().find("读不出来") != std::string::npos);
}
