#include "admin/carried_health.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using namespace pufa::admin;

namespace {

const MachineFolders k_folders{"/var/lib/pu fa", "/etc/pufa", "/etc/pufa/trust"};

std::string carried(std::string word, std::string text) {
    DoctorReport report{{{Health::ok, "state-ok", {{std::move(word), std::move(text)}}}},
                        model::Language::en};
    return for_carrying(std::move(report), k_folders).lines.front().words.front().second;
}

} // namespace

TEST_CASE("folders of the machine become the names of their parts, other paths their files") {
    CHECK(carried("folder", "/var/lib/pu fa") == "state folder");
    CHECK(carried("where", "/var/lib/pu fa/store.db") == "state folder store.db");
    CHECK(carried("where", "/etc/pufa/trust/city.pub") == "folder of keys city.pub");
    CHECK(carried("detail", "line 3 of “/etc/pufa/kiosk.toml”: no key") ==
          "line 3 of “configuration folder kiosk.toml”: no key");
    CHECK(carried("where", "/home/a user/with blanks/x.db") == "x.db");
    CHECK(carried("file", "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc") ==
          "NotoSansCJK-Bold.ttc");
    CHECK(carried("detail", "cannot open /opt/x/y.so: no such file, nor /opt/z/") ==
          "cannot open y.so: no such file, nor z");
    CHECK(carried("detail", "文件（/var/lib/pu fa/tally/2026-11-29.db）坏了") ==
          "文件（state folder 2026-11-29.db）坏了");
}

TEST_CASE("what is no path of the machine stays") {
    for (const auto* text : {"jiangmen-sfj/constitution", "2026/11/29",
                             "https://www.12348.gov.cn/a", "1 / 2", "", "/", "and/or"}) {
        CAPTURE(text);
        CHECK(carried("detail", text) == text);
    }
    // A folder that only begins alike is no folder of ours; its path goes all the same.
    CHECK(carried("detail", "/etc/pufa-old/x") == "x");
}

TEST_CASE("text and JSON of what is carried are both without them") {
    DoctorReport report{
        {{Health::wrong, "state-read-only", {{"folder", "/var/lib/pu fa"}}},
         {Health::wrong,
          "database-damaged",
          {{"code", "DISK_ERROR"}, {"where", "/var/lib/pu fa/store.db"}, {"detail", "I/O"}}}},
        model::Language::zh_hans};
    const auto gone = for_carrying(report, k_folders);
    for (const auto& words : {gone.text(model::Language::zh_hans), gone.json().dump()}) {
        CHECK(words.find("/var") == std::string::npos);
        CHECK(words.find("数据文件夹") != std::string::npos);
        CHECK(words.find("store.db") != std::string::npos);
    }
    CHECK(report.text(model::Language::zh_hans).find("/var/lib/pu fa") != std::string::npos);
}
