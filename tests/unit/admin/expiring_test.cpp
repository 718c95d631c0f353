#include "admin/commands/expiring.h"

#include "admin_run.h"
#include "content/settings/settings.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>

using namespace pufa;
using support::fixture_item;
using test::run_admin;

namespace {

WallTime at(const std::string& iso) {
    return *base::parse_iso(iso);
}

/// The fixture's film ends on 4 December 2090, after any build of this program; its first question
/// rests on a law that changes on 1 December, says a pack of the same key.
struct Installed {
    support::PackBench bench;
    std::string state = (bench.folder() / "state").string();

    Installed() {
        auto manifest = support::fixture_manifest();
        auto& question = std::get<model::Question>(manifest.items[1]);
        std::get<model::Video>(manifest.items[0]).valid_until = at("2090-12-04T18:00:00");
        question.citation = model::Citation{
            "中华人民共和国民法典", "第一千一百四十二条", "条文", {2021, 1, 1}, {2026, 4, 19}};
        std::get<model::Question>(manifest.items[2]).citation.reset();
        pack::Manifest told = support::fixture_manifest();
        told.id = {"test-press/law"};
        told.items = {
            model::LawStatus{{"test-press/law/status"},
                             model::in_hans("法条变动"),
                             {{"民法典", "1142", {2090, 12, 1}, model::in_hans("重新公布")}}}};
        const auto trust = (bench.folder() / "trust").string();
        const auto first = bench.build(manifest), second = bench.build(told, "law.pufa");
        const auto ran = run_admin({"install", first, second, "--state", state, "--trust", trust});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }
    test::Ran run(const std::string& iso, std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"expiring", "--state", state});
        return run_admin(more, admin::Terminal::no, at(iso));
    }
};

} // namespace

TEST_CASE("expiring tells what goes within fourteen days, when and why") {
    const Installed installed;
    CHECK(installed.run("2090-11-10T12:00:00").out == "没有停用的内容，14 天内也没有要停用的。\n");
    const auto ran = installed.run("2090-11-23T15:20:00");
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.starts_with("14 天内将停用，请准备新的内容包：\n  2090-12-01 00:00  "));
    CHECK(ran.out.find("（test-press/fixture/q1）：引用的《民法典》1142已有变动") !=
          std::string::npos);
    CHECK(ran.out.find("依据 test-press/law/status）；重新公布\n  2090-12-04 18:00  ") !=
          std::string::npos);
    CHECK(ran.out.find("（test-press/fixture/wills）：有效期到此为止\n") != std::string::npos);
}

TEST_CASE("expiring tells what is withheld already") {
    const Installed installed;
    const auto ran = installed.run("2090-12-05T00:00:00");
    CHECK(ran.out.starts_with("已停用，观众看不到：\n"));
    CHECK(ran.out.find("天内") == std::string::npos);
    const auto json = installed.run("2090-12-02T00:00:00", {"--json"}).json();
    CHECK(json["days"] == 14);
    CHECK(json["clock_believed"] == true);
    REQUIRE(json["withheld"].size() == 1);
    CHECK(json["withheld"][0]["id"] == "test-press/fixture/q1");
    CHECK(json["withheld"][0]["why"] == "law-changed");
    CHECK(json["withheld"][0]["law"] == "民法典");
    CHECK(json["withheld"][0]["from"] == "2090-12-01");
    CHECK(json["withheld"][0]["told_by"] == "test-press/law/status");
    REQUIRE(json["soon"].size() == 1);
    CHECK(json["soon"][0]["when"] == "2090-12-04T10:00:00Z");
    CHECK(json["soon"][0]["why"] == "expired");
}

TEST_CASE("expiring looks as far ahead as it is told, and refuses what is no number of days") {
    const Installed installed;
    CHECK(installed.run("2090-11-10T12:00:00", {"--days", "60"}).out.starts_with("60 天内"));
    CHECK(installed.run("2090-11-30T12:00:00", {"--days", "0"}).out.starts_with("没有"));
    for (const auto* days : {"-1", "3651", "many", "99999999999999999999", "1.5"}) {
        CAPTURE(days);
        CHECK(installed.run("2090-11-10T12:00:00", {"--days", days}).exit_code == 2);
    }
}

TEST_CASE("expiring says that the clock is wrong before anything else") {
    const Installed installed;
    const auto ran = installed.run("1970-01-02T00:00:00");
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.starts_with("本机时钟显示 1970-01-02 00:00，不可信"));
    CHECK(installed.run("1970-01-02T00:00:00", {"--json"}).json()["clock_believed"] == false);
}

TEST_CASE("expiring speaks three languages, and works where nothing is installed") {
    const Installed installed;
    CHECK(installed.run("2090-11-23T15:20:00", {"--language", "en"})
              .out.starts_with("To be withheld within 14 days"));
    CHECK(installed.run("2090-11-23T15:20:00", {"--language", "zh-Hant"})
              .out.starts_with("14 天內將停用"));
    const base::TemporaryFolder folder;
    CHECK(run_admin({"expiring", "--state", folder.path() / "none"}).out.starts_with("没有停用"));
}

TEST_CASE("expiring names what staff have switched off, apart from what ended") {
    const Installed installed;
    settings::Settings set;
    set.switched_off = {{"test-press/fixture/q1"}};
    REQUIRE(settings::save(settings::file_in(installed.state), set));
    const auto ran = installed.run("2090-11-10T12:00:00");
    CHECK(ran.out.starts_with("已由工作人员关闭："));
    CHECK(ran.out.find("test-press/fixture/q1") != std::string::npos);
    const auto json = installed.run("2090-12-02T12:00:00", {"--json"}).json();
    REQUIRE(json["off"].size() == 1);
    CHECK(json["off"][0]["why"] == "switched-off");
    CHECK(json["off"][0]["when"].is_null());
    CHECK(json["withheld"].empty()); // its law has changed, but that is not why
}
