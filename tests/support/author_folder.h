#pragma once
// A small author's folder that holds: one film, two questions, one law, one campaign. Tests break
// it one place at a time.

#include "content/author/build.h"
#include "content/base/file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::support {

inline constexpr std::string_view k_png_head{"\x89PNG\r\n\x1a\n", 8};

inline constexpr std::string_view k_author_pack_toml = R"~(id = "test-press/small"
title = "小内容包"
sequence = 3
created = 2026-11-20T08:00:00+08:00
agencies = ["测试司法局"]
[laws]
checked = 2026-11-01
)~";
inline constexpr std::string_view k_author_film_toml = R"~(id = "leak"
title = { zh-Hans = "漏水", en = "A leak" }
ai_generated = false
topics = ["相邻关系"]
[[chapter]]
at = "0:02"
title = "先商量"
)~";
inline constexpr std::string_view k_author_laws =
    "law,full_name,article,article_zh,in_force,text\n"
    "民法典,中华人民共和国民法典,1142,第一千一百四十二条,2021-01-01,"
    "遗嘱人可以撤回、变更自己所立的遗嘱。\\n立有数份遗嘱，内容相抵触的，以最后的遗嘱为准。\n";
inline constexpr std::string_view k_author_header =
    "编号,题型,题目,选项A,选项B,选项C,答案,解析,说明A,说明B,说明C,法条,主题\n";
inline constexpr std::string_view k_author_rows =
    "wills,单选,两份遗嘱以哪份为准？,先立的,最后的,长的,B,以最后的为准。,不是。,对。,不是。,"
    "民法典 1142,继承\n"
    "change,判断,遗嘱可以变更。,,,,对,可以撤回、变更。,,,,《民法典》第一千一百四十二条,继承\n";
inline constexpr std::string_view k_author_campaigns = R"~([[campaign]]
id = "day"
title = "国家宪法日"
from = "12-01"
to = "12-07"
day = "12-04"
items = ["leak", "quiz"]
)~";

/// Every film lasts ten seconds, unless a test says otherwise.
inline media::Facts ten_seconds() {
    media::Facts facts;
    facts.duration = std::chrono::seconds{10};
    facts.width = 1280;
    facts.height = 720;
    facts.frames_per_second = 25;
    facts.has_sound = true;
    return facts;
}

/// Every film lasts ten seconds; nobody looks through them.
inline author::ReadOptions quick_looks() {
    author::ReadOptions options;
    options.looks.probe = [](const auto&) { return ten_seconds(); };
    return options;
}

class AuthorFolder {
  public:
    AuthorFolder() {
        write("pack.toml", k_author_pack_toml);
        write("videos/漏 水.mp4", "a film, as words");
        write("videos/漏 水.png", std::string{k_png_head} + "a poster, as words");
        write("videos/漏 水.toml", k_author_film_toml);
        write("laws.csv", k_author_laws);
        write("quizzes/小测.toml", "id = \"quiz\"\ntitle = \"小测\"\n");
        rows(k_author_rows);
        write("campaigns.toml", k_author_campaigns);
    }

    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "folder"; }

    void write(const std::string& name, std::string_view text) const {
        REQUIRE(base::make_folders((path() / name).parent_path()));
        REQUIRE(base::write_file_atomic(path() / name, text));
    }
    /// The question sheet with these rows.
    void rows(std::string_view text) const {
        write("quizzes/小测.csv", std::string{k_author_header} + std::string{text});
    }
    void remove(const std::string& name) const { REQUIRE(std::filesystem::remove(path() / name)); }
    /// Puts `to` in place of the first `from` of a file, which must be there.
    void change(const std::string& name, std::string_view from, std::string_view to) const {
        auto text = *base::read_file(path() / name);
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        write(name, text.replace(at, from.size(), to));
    }

    [[nodiscard]] author::Reading read(const author::Probe& probe = [](const auto&) {
        return ten_seconds();
    }) const {
        auto reading = author::read_folder(path(), probe);
        REQUIRE(reading);
        return *std::move(reading);
    }
    /// "NAME file:line:column subject", in order.
    [[nodiscard]] std::vector<std::string> faults() const { return described(read().findings); }

    [[nodiscard]] static std::vector<std::string> described(const author::Findings& findings) {
        std::vector<std::string> lines;
        for (const auto& finding : findings)
            lines.push_back(std::string{author::name(finding.fault)} + " " +
                            author::where(finding.place) + " " + finding.subject);
        return lines;
    }

  private:
    base::TemporaryFolder m_folder;
};

template <class T>
std::vector<T> items_of(const pack::Manifest& manifest) {
    std::vector<T> found;
    for (const auto& item : manifest.items) {
        if (const auto* held = std::get_if<T>(&item)) found.push_back(*held);
    }
    return found;
}

using Lines = std::vector<std::string>;

} // namespace pufa::support
