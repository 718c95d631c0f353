#pragma once
// What pufa-admin would say, for desks without one.

#include <string>

namespace pufa::support {

inline std::string stick_report() {
    return R"({"folder": "/run/media/stick", "writable": false, "free": 12000000000,
        "packs": ["PUFA/a.pufa", "PUFA/b.pufa", "PUFA/c.pufa"],
        "sources": [], "keys": [], "statements": [], "left_out": 0})";
}
inline std::string author_stick_report() {
    return R"({"folder": "/run/media/stick", "writable": false, "free": 12000000000, "packs": [],
        "sources": [{"folder": "PUFA/wills", "id": "jiangmen-sfj/wills", "title": "遗嘱与继承"}],
        "keys": ["PUFA/sfj.key"], "statements": [], "left_out": 3})";
}
inline std::string plan_report() {
    return R"({"files": [
      {"file": "/run/media/stick/PUFA/a.pufa", "action": "update", "from_sequence": 2,
       "pack": {"id": "jiangmen-sfj/constitution", "sequence": 3, "not_after": "2027-06-30",
                "title": {"zh-Hans": "12·4 国家宪法日专题", "zh-Hant": "12·4 國家憲法日專題",
                          "en": "Constitution Day"}, "demo": false},
       "signer": "江门市司法局", "size": 1800000000,
       "added": [{"id": "a/b/1", "title": {"zh-Hans": "x"}}, {"id": "a/b/2", "title": {}}],
       "changed": [{"id": "a/b/3", "title": {}}],
       "removed": [{"id": "a/b/4", "title": {"zh-Hans": "去年的海报", "en": "Last year’s poster"}}],
       "unmet": []},
      {"file": "/run/media/stick/PUFA/b.pufa", "action": "install", "from_sequence": null,
       "pack": {"id": "jiangmen-sfj/lectures", "sequence": 1, "not_after": null,
                "title": {"zh-Hans": "法治大讲堂　第 41—50 讲", "en": "Lectures 41 to 50"}},
       "signer": "江门市司法局", "size": 3100000000, "added": [{"id": "c", "title": {}}],
       "changed": [], "removed": [], "unmet": []},
      {"file": "/run/media/stick/PUFA/c.pufa", "action": "refused",
       "error": {"code": "ROLLBACK", "where": "c.pufa", "detail": "2 < 5",
                 "sentence": "“禁毒宣传”比本机已装的第 5 版旧，不安装。请使用更新的版本。"}}],
      "free_before": 212000000000, "free_after": 207000000000, "reserve": 1000000000,
      "missing": 0, "prunable": []})";
}
inline std::string install_report() {
    return R"({"files": [
      {"file": "/run/media/stick/PUFA/a.pufa", "outcome": "updated",
       "id": "jiangmen-sfj/constitution", "sequence": 3},
      {"file": "/run/media/stick/PUFA/b.pufa", "outcome": "installed",
       "id": "jiangmen-sfj/lectures", "sequence": 1}]})";
}
inline std::string list_report() {
    return R"({"packs": [
      {"id": "jiangmen-sfj/constitution", "title": "12·4 国家宪法日专题", "sequence": 3,
       "active": true, "demo": false, "signer": "江门市司法局", "size": 1800000000},
      {"id": "jiangmen-sfj/constitution", "title": "12·4 国家宪法日专题", "sequence": 2,
       "active": false, "demo": false, "signer": "江门市司法局", "size": 1700000000},
      {"id": "demo/wills", "title": "遗嘱与继承", "sequence": 1, "active": true, "demo": true,
       "signer": "demo", "size": 21000000}]})";
}
inline std::string expiring_report() {
    return R"({"now": "2026-11-23T07:20:00Z", "days": 14, "clock_believed": true,
      "withheld": [{"id": "a", "title": "去年的普法海报", "when": "2026-11-20T16:00:00Z",
                    "sentence": "已过有效期。"}],
      "soon": [{"id": "b", "title": "遗嘱见证人有什么要求？", "when": "2026-12-01T16:00:00Z",
                "sentence": "所引的条文将有变动。"}]})";
}
inline std::string doctor_report() {
    return R"({"good": false, "lines": [
      {"health": "ok", "check": "disk.ok", "sentence": "磁盘还有 212 GB。"},
      {"health": "look", "check": "aside", "sentence": "1 个视频已暂停播放。更新它的内容包后会恢复。"},
      {"health": "wrong", "check": "clock", "sentence": "时钟比内容包的日期早，请校准。"}]})";
}
inline std::string figures_report() {
    std::string days;
    for (int day = 1; day <= 23; ++day)
        days += (day > 1 ? "," : "") + std::string{R"({"day": "2026-11-)"} + (day < 10 ? "0" : "") +
                std::to_string(day) + R"(", "visits": )" + std::to_string(30 + day % 7 * 9) +
                R"(, "engaged": )" + std::to_string(day % 7 < 2 ? 12 : 40 + day % 7 * 6) + "}";
    return R"({"kiosk": {"id": "k-7f3a", "name": "蓬江区公共法律服务中心"},
      "exported_until": "2026-11-02", "days": [)" +
           days + R"(],
      "hours": [0,0,0,0,0,0,0,2,31,64,70,52,18,22,49,66,58,30,8,3,0,0,0,0],
      "total": {"visits": 18214, "reached": 31055, "engaged": 12840, "watched_whole": 3120,
                "answered": 20411, "first_answers": 15220, "right_at_first": 11570,
                "looked_up_service": 4096},
      "since_export": {"engaged": 1284, "first_answers": 1000, "right_at_first": 760},
      "items": [{"id": "a", "title": "高空抛物，谁来赔", "engaged": 812},
                {"id": "b", "title": "邻居漏水，谁来负责", "engaged": 640},
                {"id": "c", "title": "立遗嘱要注意什么", "engaged": 333}],
      "hardest": [{"id": "q", "title": "打印遗嘱需要几名见证人？", "answers": 410, "right": 123}],
      "agencies": [{"name": "江门市司法局", "engaged": 900}, {"name": "蓬江区司法局", "engaged": 320}],
      "audiences": [{"audience": "elderly", "name": "老年人", "engaged": 700},
                    {"audience": "youth", "name": "青少年", "engaged": 410}],
      "languages": [{"language": "zh-Hans", "engaged": 1100}],
      "places": [{"id": "p", "title": "白沙街道人民调解委员会（示例）", "looked_up": 77}],
      "other": {"unattended": 210, "attract": 9040, "staff": 12, "suspect_clock": 0},
      "gaps": [{"day": "2026-11-09", "why": "damaged"}], "damaged": [],
      "definitions": [{"key": "engaged", "name": "有效参与",
                       "definition": "每次来访每项内容计一次：观看满 15 秒，或作答一次。"}]})";
}

} // namespace pufa::support
